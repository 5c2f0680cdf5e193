import type { ReportBoard, ReportCell } from './reporting';
import { monthText } from './reporting';
import { left, number, right, type Table, words } from '../table/table';
import { placeLabel } from '../wording/placeLabel';

/** A row a place: its state of the month asked for, what it still owes, and the months before. */
export function reportTable(board: ReportBoard): Table {
  const before = board.months.slice(0, -1).reverse();
  return {
    caption: board.verdict,
    columns: [
      left('place', '单位'),
      left('state', '这个月'),
      right('expected', '应报项数'),
      right('reported', '已报项数'),
      left('missing', '还缺哪些'),
      left('published', '发布日期'),
      ...before.map((month) => left(month, monthText(month)))
    ],
    rows: board.rows.map(({ place, state, cells, missing, published }) => {
      const now = cells[cells.length - 1]!;
      return [
        words(placeLabel(place)),
        words(state),
        number(String(now.expected), now.expected),
        number(String(now.reported), now.reported),
        words(missing.join('、')),
        words(published),
        ...cells
          .slice(0, -1)
          .reverse()
          .map((cell) => words(cellText(cell)))
      ];
    }),
    notes: board.notes
  };
}

/** `已报 12/14`; a month in which nothing was due is empty. */
export function cellText({ state, reported, expected }: ReportCell): string {
  if (state === '不在报送之列') return '';
  return expected === 0 ? state : `${state} ${reported}/${expected}`;
}
