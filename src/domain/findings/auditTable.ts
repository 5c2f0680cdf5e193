import type { AuditItem } from '../audit/list';
import { auditPlaces } from '../audit/report';
import type { Citation } from '../evidence/citation';
import { witnessOf } from '../evidence/row';
import { textColumn, joinedRemarks, withSources, type Table, textCell } from '../table/table';
import type { Note } from '../wording/note';

/** The rows of an audit, each with its arithmetic and the lines it rests on. @param mark title of the column of marks */
export function auditTable(caption: string, items: readonly AuditItem[], mark: string, notes: readonly Note[]): Table {
  return {
    caption,
    columns: [
      textColumn('title', '内容'),
      textColumn('arithmetic', '算式'),
      textColumn('mark', mark),
      textColumn('kind', '类别'),
      textColumn('what', '说明'),
      textColumn('places', '出处')
    ],
    rows: items.map((item) => {
      const lines = item.rows.map(witnessOf);
      return [
        textCell(item.title),
        withSources(textCell(item.arithmetic), lines),
        textCell(item.mark),
        textCell(item.kind),
        textCell(joinedRemarks([item.what, item.note])),
        withSources(textCell(placesText(item)), lines)
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
export function auditSources(items: readonly AuditItem[]): Citation[] {
  return items.flatMap((item) => item.rows.map(witnessOf));
}
