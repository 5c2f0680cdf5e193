import type { AuditItem } from '../audit/list';
import { auditPlaces } from '../audit/report';
import type { SourceLine } from '../evidence/citation';
import { witnessOf } from '../evidence/row';
import { left, remarks, stands, type Table, words } from '../table/table';
import type { Note } from '../wording/note';

/** The rows of an audit, each with its arithmetic and the lines it rests on. @param mark title of the column of marks */
export function auditTable(caption: string, items: readonly AuditItem[], mark: string, notes: readonly Note[]): Table {
  return {
    caption,
    columns: [
      left('title', '内容'),
      left('arithmetic', '算式'),
      left('mark', mark),
      left('kind', '类别'),
      left('what', '说明'),
      left('places', '出处')
    ],
    rows: items.map((item) => {
      const lines = item.rows.map(witnessOf);
      return [
        words(item.title),
        stands(words(item.arithmetic), lines),
        words(item.mark),
        words(item.kind),
        words(remarks([item.what, item.note])),
        stands(words(placesText(item)), lines)
      ];
    }),
    notes
  };
}

/** `《标题》第357行“1,096”；…`: each line of each report once. */
function placesText({ rows }: AuditItem): string {
  return auditPlaces(rows)
    .map(({ report, position, written }) => `《${report}》${position}${written}`)
    .join('；');
}

/** Where the figures of all rows stand. */
export function auditSources(items: readonly AuditItem[]): SourceLine[] {
  return items.flatMap((item) => item.rows.map(witnessOf));
}
