import { provide } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { DECK_BUTTON } from '../../components/figure/deckButton';
import { formatAddress, pathOf, screenAt } from '../../domain/address/address';
import { hasDataFigure } from '../../domain/deck/dataFigure';
import { flatQuery, useViewChoices } from '../../stores/view';

/** Gives every figure below its 加入演示: the slide is the address of the screen, with the indicator written out. */
export function provideDeckButton(): void {
  const route = useRoute();
  const router = useRouter();
  const choices = useViewChoices();

  function address(indicator: string): string | undefined {
    const screen = screenAt(route.path);
    const query = flatQuery(route.query);
    if (!screen || screen === 'present' || (screen === 'data' && !hasDataFigure(query.tab))) return undefined;
    return formatAddress(screen, indicator && query.i === undefined ? { ...query, i: indicator } : query);
  }
  provide(DECK_BUTTON, {
    possible: () => address('') !== undefined,
    async add({ indicator, points }) {
      const slide = address(indicator);
      if (slide === undefined) return '这张图放不进演示。';
      const { putIntoDeck } = await import('./putIntoDeck');
      return putIntoDeck(slide, points, choices.value);
    },
    async open() {
      const { deckAddedTo } = await import('./putIntoDeck');
      await router.push({ path: pathOf('present'), query: deckAddedTo() });
    }
  });
}
