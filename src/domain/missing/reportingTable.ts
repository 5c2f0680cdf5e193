import type { ReportBoard, ReportCell } from './reporting';
import { monthText } from './reporting';
import { textColumn, valueCell, numberColumn, type Table, textCell } from '../table/table';
import { placeLabel } from '../wording/placeLabel';

/** A row a place: its state of the month asked for, what it still owes, and the months before. */
export function reportTable(board: ReportBoard): Table {
  const before = board.months.slice(0, -1).reverse();
  return {
    caption: board.verdict,
    columns: [
      textColumn('place', '单位'),
      textColumn('state', '这个月'),
      numberColumn('expected', '应报项数'),
      numberColumn('reported', '已报项数'),
      textColumn('missing', '还缺哪些'),
      textColumn('published', '发布日期'),
      ...before.map((month) => textColumn(month, monthText(month)))
    ],
    rows: board.rows.map(({ place, state, cells, missing, published }) => {
      const now = cells[cells.length - 1]!;
      return [
        textCell(placeLabel(place)),
        textCell(state),
        valueCell(String(now.expected), now.expected),
        valueCell(String(now.reported), now.reported),
        textCell(missing.join('、')),
        textCell(published),
        ...cells
          .slice(0, -1)
          .reverse()
          .map((cell) => textCell(reportCellText(cell)))
      ];
    }),
    notes: board.notes
  };
}

/** `已报 12/14`; a month in which nothing was due is empty. */
export function reportCellText({ state, reported, expected }: ReportCell): string {
  if (state === '不在报送之列') return '';
  return expected === 0 ? state : `${state} ${reported}/${expected}`;
}
