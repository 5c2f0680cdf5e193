import { bulletBars } from '../charts/bulletBars';
import { BULLET, type LaidOut, leastRow, usualRow } from '../charts/bulletLayout';
import { laidOut } from '../charts/bulletSizes';
import type { DrawingBuilder } from '../charts/drawing';
import { bulletChart } from '../charts/office/bulletChart';
import { pageProblems } from '../domain/address/problems';
import type { Views } from '../domain/address/views';
import { hasLimits, progressBoard, type ProgressBoard } from '../domain/board/board';
import { progressTable } from '../domain/board/boardTable';
import { progressSources } from '../domain/board/sources';
import { boardScope } from '../domain/board/wording';
import { taskCards } from '../domain/cards/taskCard';
import type { Dataset } from '../domain/model/dataset';
import { taskName } from '../domain/progress/texts';
import type { Completion } from '../domain/progress/completion';
import { untilText } from './fileName';
import type { ChartBody, Figure } from './figure';
import { READABLE_ROWS } from './readableRows';
import { progressQuery } from './progressQuery';
import { oncePerView, withLazy } from './once';

export interface ProgressFigure extends Figure {
  readonly board: ProgressBoard;
  /** The county shown; empty for all. */
  readonly place: string;
  readonly page: number;
  readonly pages: number;
  /** Rows of the page that the address names. */
  readonly shown: readonly Completion[];
}

/** Tasks against their targets and the clock, as the address says. */
export const progressFigure = oncePerView(computeProgressFigure);

function computeProgressFigure(dataset: Dataset, view: Views['progress']): ProgressFigure {
  const { place, query } = progressQuery(dataset, view);
  const board = progressBoard(dataset, query);
  const pages = Math.max(1, Math.ceil(board.rows.length / READABLE_ROWS));
  const page = Math.min(view.page, pages);
  let sizes: LaidOut | undefined;
  const measured = () => (sizes ??= laidOut(board.rows, view.forecast));
  const owners = board.rows.map((row) => row.county?.id ?? row.place.id);
  return withLazy<ProgressFigure, 'table' | 'citations'>(
    {
      board,
      place,
      page,
      pages,
      shown: board.rows.slice((page - 1) * READABLE_ROWS, page * READABLE_ROWS),
      verdict: board.verdict,
      // Of one county other screens count otherwise; over all places there is no room beside the periods.
      subtitle: [board.subtitle, place ? boardScope(board.rows, board.plans) : ''].filter(Boolean).join(' · '),
      notes: board.notes,
      sources: board.sources,
      cutoff: board.cutoff,
      taskCards: taskCards(dataset, [...board.rows, ...board.plans]),
      reporters: [],
      absent: [],
      problems: pageProblems(view.page, pages),
      rule: board.ruleText,
      lights: board.rule.palette,
      spotlight: new Set(owners).size > 1 && owners.includes(view.focus) ? view.focus : '',
      file: ['任务完成', dataset.place(place)?.name ?? '全部地区', untilText(board.cutoff)],
      body: {
        kind: 'chart',
        rows: board.rows.length,
        leastRow: BULLET.leastRow,
        leastRowAt: (width) => leastRow(width, measured()),
        usualRowAt: usualRow,
        frame: BULLET.frame,
        legend: 'bullet',
        marks: marksOf(board.rows, view.forecast),
        part: (from, to) => (context) =>
          bulletBars(board.rows.slice(from, to), context, { lights: board.rule.palette, forecast: view.forecast }),
        native: (from, to) => bulletChart(board.rows.slice(from, to), view.forecast, board.rows),
        owners,
        names: board.rows.map(taskName),
        pick: (chosen) => {
          const rows = chosen.map((at) => board.rows[at]!);
          return {
            part: (from, to) => (context) =>
              bulletBars(rows.slice(from, to), context, { lights: board.rule.palette, forecast: view.forecast }),
            native: (from, to) => bulletChart(rows.slice(from, to), view.forecast, rows)
          };
        }
      }
    },
    { table: () => progressTable(board), citations: () => progressSources(board) }
  );
}

/** Which marks some rows have that others don't. */
export function marksOf(rows: readonly Completion[], forecast: boolean): NonNullable<ChartBody['marks']> {
  return {
    lastYear: rows.some((row) => row.lastYear !== null),
    forecast,
    cut: rows.some((row) => (row.rate ?? 0) > BULLET.cap),
    ...(hasLimits(rows) ? { limits: true } : {})
  };
}

/** The same with the rows of one page only: what an address that names a page means on a slide. */
export function onePage(figure: ProgressFigure): ProgressFigure {
  const { body, page, shown } = figure;
  if (body.kind !== 'chart') return figure;
  const first = (page - 1) * READABLE_ROWS;
  const owners = body.owners!.slice(first, first + shown.length);
  const last = first + shown.length;
  const { length: total } = figure.board.rows;
  return {
    ...figure,
    subtitle: `${figure.subtitle} · 第${first + 1}—${last}项，共${total}项`,
    file: [figure.file[0], `${figure.file[1]}第${first + 1}—${last}项`, figure.file[2]],
    body: {
      ...body,
      rows: shown.length,
      owners,
      names: body.names!.slice(first, last),
      pick: (chosen) => body.pick!(chosen.map((at) => first + at)),
      part: (from, to) => body.part(first + from, first + to),
      native: (from, to) => body.native!(first + from, first + to)
    }
  };
}

/** The builder for the page that the address names. */
export function pageChart({ body, page, shown }: ProgressFigure): DrawingBuilder {
  const from = (page - 1) * READABLE_ROWS;
  return body.kind === 'chart' ? body.part(from, from + shown.length) : () => ({ option: {}, height: 0 });
}
