/** What 加入演示 does, in a script of its own: it knows every figure, and the start of the page waits for none of it. */
import { DECK_LIMITS } from '../../domain/deck/deckLimits';
import { failureReason } from '../../components/figure/failureReport';
import type { ViewChoices } from '../../domain/address/fields';

import { figureAt } from '../../figures/figureAt';
import { MANY_STEPS, stepsOnWall } from '../../presentation/manySteps';
import { useDecksStore } from '../../stores/decks';

/**
 * Adds the figure at an address to the deck chosen last.
 * @param points lines for the presenter
 * @returns what became of it, one sentence
 */
export function putIntoDeck(address: string, points: readonly string[], choices: ViewChoices): string {
  const { fault, steps } = tried(address, choices);
  if (fault) return fault;
  const notes = points.join('\n');
  const { deck, number, kept } = useDecksStore().add({ address, notes });
  if (number === 0) return `“${deck.name}”已满${DECK_LIMITS.slides}张，没有加入。`;
  const cut = notes.length > DECK_LIMITS.notes ? `图下的提示太长，讲稿里只放了前${DECK_LIMITS.notes}字。` : '';
  const long = steps >= MANY_STEPS ? `这张要按${steps}下才放完，最好少选几个地区、主题或任务。` : '';
  return kept
    ? `已加入“${deck.name}”，第${number}张。${long}${cut}`
    : `浏览器不让保存，“${deck.name}”第${number}张关掉页面就没有了，请到演示里用“导出”存成文件。${cut}`;
}

/** Why the figure can't stand on a slide, empty where it can, and how many steps it takes there. */
function tried(address: string, choices: ViewChoices): { fault: string; steps: number } {
  try {
    const { figure } = figureAt(address, choices);
    return figure ? { fault: '', steps: stepsOnWall(figure) } : { fault: '这张图放不进演示。', steps: 0 };
  } catch (error) {
    console.error(error);
    return { fault: `这张图算不出来，没有加入。程序报告的原因：${failureReason(error)}`, steps: 0 };
  }
}

/** The deck added to, and its last slide (1-based); empty where there is none. */
export function deckAddedTo(): Record<string, string> {
  const deck = useDecksStore().current;
  return deck ? { deck: deck.id, role: 'edit', slide: String(Math.max(1, deck.slides.length)) } : {};
}
