/** What a package brings beside its tables: rules of the lights, decks, 记分表, outlines of places. */
import { DEFAULT_RULE } from '../domain/lights/rule';
import type { DatasetTables } from '../domain/model/datasetParts';
import type { Issue } from '../domain/model/issue';
import type { BoundariesReading } from './boundaries';
import type { TextResource } from './check/resource';
import type { DataPackage } from './check/schema';
import type { LightRulesReading } from './lightRules';
import type { FetchBytes } from './loadEffects';
import type { ReadyDecksReading } from './readyDecks';
import type { ScorecardsReading } from './scorecards';

export interface Extras {
  readonly lights: LightRulesReading;
  readonly decks: ReadyDecksReading;
  readonly scorecards: ScorecardsReading;
  readonly map: BoundariesReading;
}

/** What of them belongs to the dataset. */
export function extraTables({
  lights,
  decks,
  scorecards,
  map
}: Extras): Pick<DatasetTables, 'lightRules' | 'readyDecks' | 'scorecards' | 'boundaries'> {
  return {
    lightRules: lights.rules,
    readyDecks: decks.decks,
    scorecards: scorecards.cards,
    boundaries: map.boundaries
  };
}

/** All are fetched at once; none of them throws. */
export async function loadExtras(
  fetchBytes: FetchBytes,
  named: Pick<DataPackage, 'lights' | 'decks' | 'scorecards' | 'map'>
): Promise<Extras> {
  const [lights, decks, scorecards, map] = await Promise.all([
    // Scripts of their own: no first chart waits for their text where the package names no such file.
    readBy<LightRulesReading>(named.lights, { rules: [DEFAULT_RULE], issues: [] }, (resource) =>
      import('./lightRules').then(({ loadLightRules }) => loadLightRules(fetchBytes, resource))
    ),
    readBy<ReadyDecksReading>(named.decks, { decks: [], issues: [], text: '' }, (resource) =>
      import('./readyDecks').then(({ loadReadyDecks }) => loadReadyDecks(fetchBytes, resource))
    ),
    readBy<ScorecardsReading>(named.scorecards, { cards: [], issues: [], text: '' }, (resource) =>
      import('./scorecards').then(({ loadScorecards }) => loadScorecards(fetchBytes, resource))
    ),
    readBy<BoundariesReading>(named.map, { boundaries: null, issues: [] }, (resource) =>
      import('./boundaries').then(({ loadBoundaries }) => loadBoundaries(fetchBytes, resource))
    )
  ]);
  return { lights, decks, scorecards, map };
}

/** What a script of its own reads; `none` where the package names nothing, and, with the reason, where the script didn't come. */
async function readBy<T extends { readonly issues: readonly Issue[] }>(
  resource: TextResource | null,
  none: T,
  read: (resource: TextResource) => Promise<T>
): Promise<T> {
  if (resource === null) return none;
  try {
    return await read(resource);
  } catch (error) {
    const why = error instanceof Error && /[\u4e00-\u9fff]/.test(error.message) ? error.message : '没有读到程序文件';
    const todo = '请刷新页面；仍不行，请管理员把整个文件夹重新复制一遍。';
    return { ...none, issues: [{ level: '提醒', file: resource.file, rule: '文件', why, todo }] };
  }
}
