import { monthsLine } from '../charts/monthsLine';
import { monthsChart } from '../charts/office/monthsChart';
import type { Views } from '../domain/address/views';
import { annotationsOn } from '../domain/annotation/concerned';
import { markedEvents } from '../domain/annotation/events';
import { progressBoard } from '../domain/board/board';
import { taskCards } from '../domain/cards/taskCard';
import type { Dataset } from '../domain/model/dataset';
import { rowsOfTask } from '../domain/model/tasks';
import type { TaskMonths } from '../domain/months/answer';
import { monthsSources, monthsTable } from '../domain/months/table';
import { taskMonths } from '../domain/months/taskMonths';
import type { Place, Programme } from '../domain/model/records';
import type { Completion } from '../domain/progress/completion';
import { taskName } from '../domain/progress/texts';
import { periodLabel } from '../domain/time/periodLabel';
import { placeLabel } from '../domain/wording/placeLabel';
import type { Figure } from './figure';
import { oncePerView, withLazy } from './once';
import { progressQuery } from './progressQuery';

export interface MonthsFigure extends Figure {
  readonly answer: TaskMonths;
  /** What else may be shown: programmes of its place, and places of its programme, in the same period. */
  readonly programmes: readonly Programme[];
  readonly places: readonly Place[];
}

/** One task month by month; undefined where the dataset has no results of tasks. */
export const monthsFigure = oncePerView(computeMonthsFigure);

function computeMonthsFigure(dataset: Dataset, view: Views['progress']): MonthsFigure | undefined {
  const { query } = progressQuery(dataset, view);
  const { rows } = progressBoard(dataset, { ...query, light: undefined, sort: 'lag' });
  const asked = query.organisation ?? query.place;
  const found = taskOf(dataset, rows, asked);
  if (!found) return undefined;
  const period = found.row.period.text;
  const course = taskMonths(dataset, {
    programme: found.programme.id,
    place: found.place.id,
    period,
    rule: query.rule,
    ...(query.reported ? { until: query.reported.end } : {})
  })!;
  const written = dataset.annotations.length > 0 ? annotationsOn(dataset.annotations, monthsSources(course)) : [];
  const { events, notes } = markedEvents(written, (day) => day >= course.span[0] && day <= course.span[1]);
  const answer = events.length > 0 ? { ...course, events } : course;
  const alike = dataset.progress.filter((row) => row.period.text === period && row.status !== '计划');
  const programmes = new Set(alike.filter((row) => row.place === found.place).map((row) => row.programme));
  const places = new Set(alike.filter((row) => row.programme === found.programme).map((row) => row.place));
  return withLazy<MonthsFigure, 'table' | 'citations'>(
    {
      answer,
      programmes: dataset.programmes.filter((one) => programmes.has(one)),
      places: dataset.places.filter((one) => places.has(one)),
      verdict: answer.verdict,
      subtitle: answer.subtitle,
      notes: answer.notes,
      sources: answer.sources,
      cutoff: answer.cutoff,
      taskCards: taskCards(dataset, [found]),
      reporters: [],
      absent: [],
      problems: [],
      rule: answer.ruleText,
      lights: answer.rule.palette,
      spotlight: '',
      written: notes,
      file: [`${found.programme.name}-逐月`, placeLabel(found.place), periodLabel(found.row.period)],
      body: {
        kind: 'chart',
        rows: 0,
        leastRow: 0,
        frame: 0,
        part: () => (context) => monthsLine(answer, context),
        native: () => monthsChart(answer),
        names: [taskName(found)],
        owners: null
      }
    },
    { table: () => monthsTable(answer), citations: () => monthsSources(answer) }
  );
}

/** The task of the place asked for before those of the places within it; of several one with a course to show, the furthest behind. */
function taskOf(dataset: Dataset, rows: readonly Completion[], asked: string | undefined): Completion | undefined {
  const own = rows.filter((row) => row.place.id === asked);
  const chosen = own.length > 0 ? own : rows;
  return chosen.find((c) => hasCourse(dataset, c)) ?? chosen[0];
}

function hasCourse(dataset: Dataset, { programme, place, row }: Completion): boolean {
  const days = rowsOfTask(dataset, programme.id, place.id)
    .filter((one) => one.period.text === row.period.text)
    .map((one) => one.asOf)
    .filter(Boolean);
  return new Set(days).size > 1;
}
