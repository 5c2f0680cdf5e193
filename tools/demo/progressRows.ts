/** Rows of progress.csv: the sheet 重点任务 of each month's workbook, plans for the next year in December's. */
import { CITY, GAPS, type Month } from './city';
import { type DemoProgramme, PROGRAMMES } from './programmes';
import { rowOf, tableSource } from './rows';
import { doneAt, firstTarget, type Reporter, reportersOf, targetAt } from './tasks';

export const PROGRESS_COLUMNS = [
  'programme',
  'place',
  'period',
  'as_of',
  'source',
  'target',
  'done',
  'rate',
  'unit',
  'qualifier',
  'status',
  'line',
  'cell',
  'written',
  'section',
  'note'
] as const;

export type ProgressCells = Readonly<Partial<Record<(typeof PROGRESS_COLUMNS)[number], string | number>>>;

/** Percent with two decimals. */
function rateOf(done: number, target: number): number {
  return Number(((done / target) * 100).toFixed(2));
}

/** What a month's workbook says of the programmes that counties and hospitals have. */
export function taskRows(month: Month): ProgressCells[] {
  const source = tableSource(month).id;
  return PROGRAMMES.filter(({ at }) => at !== 'city').flatMap((programme) =>
    reportersOf(programme)
      // A county that is late tells how far it has got the month after: done figures count from January on.
      .filter(({ id }) => !GAPS.some(({ county, month: gap }) => county === id && gap === month.text))
      .map((reporter) => ({ ...doneCells(programme, reporter, month), source, cell: cellOf(programme, reporter) }))
  );
}

/** Target, done and rate of a programme at the end of a month, without where they stand. */
export function doneCells(programme: DemoProgramme, reporter: Reporter, month: Month): ProgressCells {
  const target = targetAt(programme, reporter, month);
  const done = doneAt(programme, reporter, month);
  const first = firstTarget(programme, reporter, month.year);
  return {
    programme: programme.id,
    place: reporter.id,
    period: String(month.year),
    as_of: month.lastDay,
    target,
    done,
    rate: programme.rated ? rateOf(done, target) : '',
    unit: programme.unit,
    qualifier: programme.limit ? '≤' : '',
    status: '实际',
    note: target === first ? '' : `年度目标7月由${first}${programme.unit}调整为${target}${programme.unit}`
  };
}

/** The targets of the year after, as December's workbook states them. */
export function planRows(month: Month): ProgressCells[] {
  if (month.month !== 12) return [];
  return PROGRAMMES.filter(({ at }) => at !== 'city').flatMap((programme) =>
    reportersOf(programme).map((reporter) => ({
      programme: programme.id,
      place: reporter.id,
      period: String(month.year + 1),
      source: tableSource(month).id,
      target: firstTarget(programme, reporter, month.year + 1),
      unit: programme.unit,
      qualifier: programme.limit ? '≤' : '',
      status: '计划',
      cell: cellOf(programme, reporter, '下年计划')
    }))
  );
}

function cellOf({ id }: DemoProgramme, { id: place }: Reporter, sheet = '重点任务'): string {
  const at = PROGRAMMES.findIndex((programme) => programme.id === id);
  return `${sheet}!${String.fromCharCode(67 + at)}${rowOf(place)}`;
}

/** The city's own programmes, whose figures its brief report gives. */
export function cityProgrammes(): { readonly programme: DemoProgramme; readonly reporter: Reporter }[] {
  return PROGRAMMES.filter(({ at }) => at === 'city').map((programme) => ({
    programme,
    reporter: reportersOf(programme).find(({ id }) => id === CITY.id)!
  }));
}
