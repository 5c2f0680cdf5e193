import { provide } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { DECK_BUTTON } from '../components/deckButton';
import { formatAddress } from '../domain/address';
import { figureAt } from '../figures/figureAt';
import { useDecksStore } from '../stores/decks';
import { flatQuery, SCREEN_PATHS, screenAt, useViewChoices } from '../stores/view';

/** Gives every figure below its 加入演示: the slide is the address of the screen, with the indicator written out. */
export function provideDeckButton(): void {
  const route = useRoute();
  const router = useRouter();
  const choices = useViewChoices();

  function address(indicator: string): string | undefined {
    const screen = screenAt(route.path);
    if (!screen || screen === 'present' || screen === 'data') return undefined;
    const query = flatQuery(route.query);
    return formatAddress(screen, indicator && query.i === undefined ? { ...query, i: indicator } : query);
  }
  provide(DECK_BUTTON, {
    possible: () => address('') !== undefined,
    add({ indicator, points }) {
      const slide = address(indicator);
      if (slide === undefined || !figureAt(slide, choices.value).figure) return '这张图放不进演示。';
      const { deck, number } = useDecksStore().add({ address: slide, notes: points.join('\n') });
      return number > 0 ? `已加入“${deck.name}”，第${number}张。` : `“${deck.name}”已满，没有加入。`;
    },
    open() {
      const deck = useDecksStore().current;
      void router.push({ path: SCREEN_PATHS.present, query: deck ? { deck: deck.id, role: 'edit', slide: String(Math.max(1, deck.slides.length)) } : {} });
    }
  });
}
