/** What a package brings beside its tables: rules of the lights, decks, 记分表. */
import type { DataPackage } from './check/schema';
import { loadLightRules, type LightRulesReading } from './lightRules';
import type { FetchBytes } from './loadEffects';
import { loadReadyDecks, type ReadyDecksReading } from './readyDecks';
import type { ScorecardsReading } from './scorecards';

export interface Extras {
  readonly lights: LightRulesReading;
  readonly decks: ReadyDecksReading;
  readonly scorecards: ScorecardsReading;
}

/** All three are fetched at once; none of them throws. */
export async function loadExtras(
  fetchBytes: FetchBytes,
  named: Pick<DataPackage, 'lights' | 'decks' | 'scorecards'>
): Promise<Extras> {
  const [lights, decks, scorecards] = await Promise.all([
    loadLightRules(fetchBytes, named.lights),
    loadReadyDecks(fetchBytes, named.decks),
    // A script of its own: no first chart waits for its text.
    named.scorecards === null
      ? { cards: [], issues: [], text: '' }
      : import('./scorecards').then(({ loadScorecards }) => loadScorecards(fetchBytes, named.scorecards))
  ]);
  return { lights, decks, scorecards };
}
