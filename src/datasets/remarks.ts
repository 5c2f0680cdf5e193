/** What the review says of a dataset as a whole; a script of its own, which the page doesn't load. */
import type { Dataset } from '../domain/model/dataset';
import type { Issue } from '../domain/model/issue';
import type { TableName } from '../domain/model/tableName';
import { smallNumberIssues } from './check/smallNumbers';
import type { TableSchema } from './check/schema';
import { readyDeckIssues } from './readyDeckReview';
import type { ReadyDecksReading } from './readyDecks';

/** Remarks on the decks that come with it and on small counts of people. @param decksFile name of the file of the decks */
export function remarksOf(
  dataset: Dataset,
  decks: ReadyDecksReading,
  decksFile: string,
  schemas: readonly TableSchema[]
): readonly Issue[] {
  const fileOf = (table: TableName) => schemas.find(({ name }) => name === table)?.file ?? `${table}.csv`;
  return [
    ...readyDeckIssues(decks, dataset, decksFile),
    ...smallNumberIssues(dataset, fileOf('observations'), fileOf('progress'))
  ];
}
