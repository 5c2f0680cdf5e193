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
      : import('./scorecards')
          .then(({ loadScorecards }) => loadScorecards(fetchBytes, named.scorecards))
          .catch((error: unknown) => unread(named.scorecards!.file, error))
  ]);
  return { lights, decks, scorecards };
}

/** Its script didn't come: the rest is shown without named cards. */
function unread(file: string, error: unknown): ScorecardsReading {
  const why = error instanceof Error && /[\u4e00-\u9fff]/.test(error.message) ? error.message : '没有读到程序文件';
  const todo = '请刷新页面；仍不行，请管理员把整个文件夹重新复制一遍。';
  return { cards: [], issues: [{ level: '提醒', file, rule: '文件', why, todo }], text: '' };
}
