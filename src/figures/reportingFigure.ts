import type { Views } from '../domain/address/views';
import { monthText, type ReportBoard, reportBoard } from '../domain/missing/reporting';
import { reportTable } from '../domain/missing/reportingTable';
import type { Dataset } from '../domain/model/dataset';
import { markFictional } from './fictional';
import type { Figure } from './figure';
import { withLazy } from './once';

export interface ReportingFigure extends Figure {
  readonly board: ReportBoard;
}

/** What a slide shows of each row; the months before are on the screen and in files. */
const WALL_COLUMNS = [0, 1, 2, 3, 4];

/** 交了没有: who has reported the month that the address names, as a figure whose body is its table. */
export function reportingFigure(dataset: Dataset, { month }: Pick<Views['data'], 'month'>): ReportingFigure {
  const board = reportBoard(dataset, { month });
  const isUnknown = month !== '' && month !== board.month;
  return markFictional(
    dataset,
    withLazy<ReportingFigure, 'table'>(
      {
        board,
        verdict: board.verdict,
        subtitle: board.subtitle,
        notes: board.notes,
        sources: [],
        cutoff: '',
        citations: [],
        reporters: [],
        absent: [],
        problems: isUnknown
          ? [{ key: 'month', value: month, text: `没有“${month}”这个月的数，已改为最近一个月。` }]
          : [],
        spotlight: '',
        file: ['交了没有', '', board.month === '' ? '' : monthText(board.month)],
        body: { kind: 'table', columns: WALL_COLUMNS }
      },
      { table: () => reportTable(board) }
    )
  );
}
