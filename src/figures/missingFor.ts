import { parseAddress } from '../domain/address/address';
import type { ViewChoices } from '../domain/address/fields';
import { parseView } from '../domain/address/views';
import { NotLoadedError } from '../domain/model/notLoaded';
import { figureAt } from './figureAt';

/**
 * The blocks of the dataset that an address asks for first and that are not in the page, none where all are. Found by
 * asking for the figure, which costs nothing twice: it is kept for the screen. Screens that look over all numbers aren't
 * tried, which would be long work: none.
 */
export function missingFor(address: string, choices: ViewChoices): readonly number[] {
  if (isOfAll(address, choices)) return [];
  try {
    figureAt(address, choices);
    return [];
  } catch (error) {
    // What else is wrong with it the screen says.
    return error instanceof NotLoadedError ? error.blocks : [];
  }
}

function isOfAll(address: string, choices: ViewChoices): boolean {
  const parsed = parseAddress(address);
  if (!parsed) return false;
  if (parsed.screen === 'progress') return false;
  if (parsed.screen === 'places') {
    const { tab } = parseView('places', parsed.query, choices).view;
    return tab === 'heat' || tab === 'funnel';
  }
  if (parsed.screen === 'periods') {
    const { tab, by } = parseView('periods', parsed.query, choices).view;
    // Of one place: no more than that place has, where the numbers come by place too.
    return tab === 'changes' ? !choices.dataset.packed?.byPlace?.length : tab === 'facets' && by === 'indicators';
  }
  return true;
}
