import { parseAddress } from '../domain/address/address';
import type { ViewChoices } from '../domain/address/fields';
import { parseView } from '../domain/address/views';
import type { Steps } from '../domain/steps/steps';
import { placesSteps } from './placesFigure';

/**
 * What makes the figure of an address, in parts, and keeps it for the screen: so a page knows which blocks it needs before
 * it leaves the screen before, and costs nothing twice. Only the script of that figure is read for it.
 * @returns undefined for screens that look over all numbers or none, which would be long work
 */
export async function figureSteps(address: string, choices: ViewChoices): Promise<(() => Steps<unknown>) | undefined> {
  const parsed = parseAddress(address);
  const { dataset } = choices;
  if (parsed?.screen === 'places') {
    const { view } = parseView('places', parsed.query, choices);
    switch (view.tab) {
      case 'rank':
        return () => placesSteps(dataset, view);
      case 'table': {
        const { rankFigure } = await import('./rankFigure');
        return () => inOnePart(() => rankFigure(dataset, view));
      }
      case 'improve': {
        const { improvementFigure } = await import('./improvementFigure');
        return () => inOnePart(() => improvementFigure(dataset, view));
      }
      case 'map': {
        const { placeMapFigure } = await import('./placeMapFigure');
        return () => inOnePart(() => placeMapFigure(dataset, view));
      }
      default:
        return undefined;
    }
  }
  if (parsed?.screen !== 'periods') return undefined;
  const { view } = parseView('periods', parsed.query, choices);
  if (view.tab === 'why') {
    const { changeWhyFigure } = await import('./whyFigure');
    return () => inOnePart(() => changeWhyFigure(dataset, view));
  }
  // Of one place: no more than that place has, where the numbers come by place too.
  const isOfAll =
    view.tab === 'changes' ? !dataset.packed?.byPlace?.length : view.tab === 'facets' && view.by === 'indicators';
  if (isOfAll) return undefined;
  const { preparePeriods } = await import('./preparePeriods');
  return () => preparePeriods(dataset, view);
}

function* inOnePart(figure: () => unknown): Steps<void> {
  yield 0;
  figure();
}
