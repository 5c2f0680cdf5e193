/** What 加入演示 does, in a script of its own: it knows every figure, and the start of the page waits for none of it. */
import { failureReason } from '../../components/figure/failureReport';
import type { ViewChoices } from '../../domain/address/fields';
import { DECK_LIMITS } from '../../domain/deck/deck';
import { figureAt } from '../../figures/figureAt';
import { useDecksStore } from '../../stores/decks';

/**
 * Adds the figure at an address to the deck chosen last.
 * @param points lines for the presenter
 * @returns what became of it, one sentence
 */
export function putIntoDeck(address: string, points: readonly string[], choices: ViewChoices): string {
  const fault = faultOf(address, choices);
  if (fault) return fault;
  const notes = points.join('\n');
  const { deck, number, kept } = useDecksStore().add({ address, notes });
  if (number === 0) return `“${deck.name}”已满${DECK_LIMITS.slides}张，没有加入。`;
  const cut = notes.length > DECK_LIMITS.notes ? `图下的提示太长，讲稿里只放了前${DECK_LIMITS.notes}字。` : '';
  return kept
    ? `已加入“${deck.name}”，第${number}张。${cut}`
    : `浏览器不让保存，“${deck.name}”第${number}张关掉页面就没有了，请到演示里用“导出”存成文件。${cut}`;
}

/** Why the figure can't stand on a slide; empty where it can. */
function faultOf(address: string, choices: ViewChoices): string {
  try {
    return figureAt(address, choices).figure ? '' : '这张图放不进演示。';
  } catch (error) {
    console.error(error);
    return `这张图算不出来，没有加入。程序报告的原因：${failureReason(error)}`;
  }
}

/** The deck added to, and its last slide (1-based); empty where there is none. */
export function deckAddedTo(): Record<string, string> {
  const deck = useDecksStore().current;
  return deck ? { deck: deck.id, role: 'edit', slide: String(Math.max(1, deck.slides.length)) } : {};
}
