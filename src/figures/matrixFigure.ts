import type { Views } from '../domain/address/views';
import { progressMatrix, type ProgressMatrix } from '../domain/board/matrix';
import { boardMatrixTable } from '../domain/board/tables';
import { taskCards } from '../domain/cards/taskCard';
import type { Dataset } from '../domain/model/dataset';
import { completionSources } from '../domain/progress/sources';
import { flipTable } from '../domain/table/transpose';
import type { Note } from '../domain/wording/note';
import { untilText } from './fileName';
import type { Figure, TableBody } from './figure';
import { progressQuery } from './progressQuery';
import { oncePerView, withLazy } from './once';

/** Beyond this many tasks side by side their names can't be read. */
const MOST_COLUMNS = 16;
/** Of 24 px type, beside names and totals. */
const WALL_COLUMNS = 5;
const EMPTY_CELLS: Note = { level: '说明', text: '空格表示这个单位没有这项任务的记录。' };

export interface MatrixFigure extends Figure {
  readonly matrix: ProgressMatrix;
  readonly place: string;
  /** Tasks stand in rows and units in columns. */
  readonly flipped: boolean;
}

/** 挂图作战: units against tasks, a light in each cell. */
export const matrixFigure = oncePerView(computeMatrixFigure);

function computeMatrixFigure(dataset: Dataset, view: Views['progress']): MatrixFigure {
  const { place, query } = progressQuery(dataset, view);
  const matrix = progressMatrix(dataset, query);
  // The longer side runs down the page, where there is room; the reader may have it the other way.
  const tall = matrix.columns.length > MOST_COLUMNS && matrix.columns.length > matrix.rows.length;
  const flipped = tall !== view.flip;
  const whole = boardMatrixTable(matrix);
  // Nothing exchanged with nothing would leave a lone 合计.
  const table = flipped && matrix.rows.length > 0 ? flipTable(whole, '任务') : whole;
  const cells = matrix.rows.flatMap((row) => row.cells.flatMap((c) => c ?? []));
  const hasGaps = cells.length < matrix.rows.length * matrix.columns.length;
  return withLazy<MatrixFigure, 'citations'>(
    {
      matrix,
      place,
      flipped,
      verdict: matrix.verdict,
      subtitle: flipped ? '任务在行，单位在列；格中为灯和完成率' : '单位在行，任务在列；格中为灯和完成率',
      notes: hasGaps ? [...matrix.notes, EMPTY_CELLS] : matrix.notes,
      sources: matrix.sources,
      cutoff: matrix.cutoff,
      table,
      taskCards: taskCards(dataset, cells),
      reporters: [],
      absent: [],
      problems: [],
      rule: matrix.ruleText,
      lights: matrix.rule.palette,
      spotlight: '',
      file: ['挂图作战', dataset.place(place)?.name ?? '全部地区', untilText(matrix.cutoff)],
      body: wallBody(table.columns.length)
    },
    { citations: () => cells.flatMap(completionSources) }
  );
}

/**
 * Names and totals on every page, and between them as many columns as a wall has room for.
 * @param columns of the table: the names, what stands between, the totals
 */
function wallBody(columns: number): TableBody {
  const count = columns - 2;
  const parts = Math.max(1, Math.ceil(count / WALL_COLUMNS));
  const cuts = Array.from({ length: parts + 1 }, (_, i) => Math.round((i * count) / parts));
  const columnPages = cuts
    .slice(1)
    .map((to, i) => [0, ...Array.from({ length: to - cuts[i]! }, (_, k) => cuts[i]! + k + 1), columns - 1]);
  return { kind: 'table', columns: columnPages[0]!, columnPages, isSparse: true };
}
