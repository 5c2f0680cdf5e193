/** What the review says of a dataset as a whole; a script of its own, which the page doesn't load. */
import type { Dataset } from '../domain/model/dataset';
import type { Issue } from '../domain/model/issue';
import type { TableName } from '../domain/model/tableName';
import { smallNumberIssues } from './check/smallNumberIssues';
import type { DataPackage } from './check/schema';
import { mapIssues } from './mapReview';
import { scorecardIssues, type ScorecardsReading } from './scorecards';
import { readyDeckIssues } from './readyDeckReview';
import type { ReadyDecksReading } from './readyDecks';

/** Remarks on the decks, 记分表 and map that come with it and on small counts of people. */
export function remarksOf(
  dataset: Dataset,
  { decks, scorecards }: { readonly decks: ReadyDecksReading; readonly scorecards: ScorecardsReading },
  files: Pick<DataPackage, 'tables' | 'decks' | 'scorecards' | 'map'>
): readonly Issue[] {
  const fileOf = (table: TableName) => files.tables.find(({ name }) => name === table)?.file ?? `${table}.csv`;
  return [
    ...readyDeckIssues(decks, dataset, files.decks?.file ?? ''),
    ...scorecardIssues(scorecards, dataset, files.scorecards?.file ?? ''),
    ...mapIssues(dataset, files.map?.file ?? ''),
    ...smallNumberIssues(dataset, fileOf('observations'), fileOf('progress'))
  ];
}
