/**
 * 填报表: what a month's figures are asked for in. It is written as worksheets, and read as worksheets when it comes back
 * filled in; how it is to be read travels inside it, so that nobody has to say.
 */
import type { Dataset } from '../model/dataset';
import type { Observation, Place, ProgressRow } from '../model/records';
import { addDays, isoDay, lastDayOfMonth, partsOfDay } from '../time/calendar';
import { dayLabel } from '../time/dayLabel';
import { type Period, periodOfDays } from '../time/period';
import { periodLabel } from '../time/periodLabel';
import { guessAt } from './guessLayout';
import type { ColumnRole, SheetLayout, SheetMeasure } from './layout';
import type { Mapping } from './mapping';
import { type Answer, answerKey, type NameKind } from './matching';
import type { SheetCell, Worksheet } from './worksheet';

export interface FormQuery {
  /** `2024-11` */
  readonly month: string;
  /** Id of the place that fills it in; empty for all in one. */
  readonly place: string;
}

export interface FormSheet {
  readonly sheet: Worksheet;
  /** First row below the head, from 0. */
  readonly body: number;
  readonly columns: readonly FormColumn[];
}

export interface FormColumn {
  readonly title: string;
  readonly role: ColumnRole;
  readonly measure: SheetMeasure | '';
  /** What is to be filled in; absent where the cell is given. */
  readonly fill?: '数' | '百分数' | '文字';
}

export interface Form {
  readonly title: string;
  readonly sheets: readonly FormSheet[];
  readonly mapping: Mapping;
}

/** Name of the hidden sheet that says how the form is to be read. */
export const FORM_SHEET = '看板填报表';
const HEAD_ROW = 2;

const TASK_COLUMNS: readonly FormColumn[] = [
  { title: '单位', role: '地区', measure: '' },
  { title: '任务', role: '项目', measure: '' },
  { title: '计量单位', role: '单位', measure: '' },
  { title: '全年目标', role: '数字', measure: 'target', fill: '数' },
  { title: '上次报的完成数', role: '不读', measure: '' },
  { title: '完成数', role: '数字', measure: 'done', fill: '数' },
  { title: '完成率（%）', role: '数字', measure: 'rate', fill: '百分数' },
  { title: '备注', role: '备注', measure: '', fill: '文字' }
];

const INDICATOR_COLUMNS: readonly FormColumn[] = [
  { title: '单位', role: '地区', measure: '' },
  { title: '指标', role: '项目', measure: '' },
  { title: '计量单位', role: '单位', measure: '' },
  { title: '时期', role: '时期', measure: '' },
  { title: '上次报的数', role: '不读', measure: '' },
  { title: '数值', role: '数字', measure: 'value', fill: '数' },
  { title: '备注', role: '备注', measure: '', fill: '文字' }
];

/**
 * The form of a month: every task and every indicator that its places report month by month, with targets and last
 * figures filled in. Undefined where nothing is asked of them.
 */
export function formOf(dataset: Dataset, { month, place }: FormQuery): Form | undefined {
  const until = endOf(month);
  const places = dataset.places.filter(({ id }) => place === '' || id === place);
  const answers: Record<string, Answer> = {};
  const name = (kind: NameKind, { id, name: said }: { readonly id: string; readonly name: string }): string => {
    answers[answerKey(kind, said)] = { use: id };
    return said;
  };
  const tasks = taskRows(dataset, places, until).map(({ last, target, row }) => [
    text(name('地区', row.place)),
    text(name('任务', row.programme)),
    text(row.unit || row.programme.unit),
    number(target),
    last ? text(`${last.done}（到${dayLabel(last.asOf)}）`) : undefined
  ]);
  const figures = indicatorRows(dataset, places, until).map(({ last, period }) => [
    text(name('地区', last.place)),
    text(name('指标', last.indicator)),
    text(last.indicator.unit),
    text(periodLabel(period)),
    text(`${last.value}（${periodLabel(last.period)}）`)
  ]);
  const whose = places.length === 1 ? places[0]!.name : '';
  const sheets = [
    ...(tasks.length > 0 ? [formSheet('任务', `${whose}任务完成填报表`, until, TASK_COLUMNS, tasks)] : []),
    ...(figures.length > 0 ? [formSheet('指标', `${whose}指标填报表`, until, INDICATOR_COLUMNS, figures)] : [])
  ];
  if (sheets.length === 0) return undefined;
  const layouts = sheets.map((sheet) => layoutOf(sheet, dataset, until));
  const [year, number_] = month.split('-').map(Number);
  return {
    title: `填报表 ${whose || '全部单位'} ${year}年${number_}月`,
    sheets,
    mapping: { form: 1, layouts, answers }
  };
}

/** Last day of a month. */
function endOf(month: string): string {
  const [year, number_] = month.split('-').map(Number);
  return isoDay(year!, number_!, lastDayOfMonth(year!, number_!));
}

interface TaskRow {
  readonly row: ProgressRow;
  readonly target: number | null;
  readonly last: (ProgressRow & { readonly done: number }) | null;
}

/** Tasks whose period the day lies in, or that were reported in the year before: a new year begins with those of the old. */
function taskRows(dataset: Dataset, places: readonly Place[], until: string): TaskRow[] {
  const asked = new Set(places.map(({ id }) => id));
  const groups = new Map<string, ProgressRow[]>();
  for (const row of dataset.progress) {
    const ended = row.period.end < until;
    if (!asked.has(row.place.id) || row.period.start > until || row.period.end < addDays(until, -366)) continue;
    // What ended before is asked for again only where it was reported, not where it was only planned.
    if (ended && row.asOf === '') continue;
    const key = `${row.place.id} ${row.programme.id}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((rows) => {
    const now = rows.filter(({ period }) => period.end >= until);
    const done = now.filter(
      (row): row is ProgressRow & { readonly done: number } => row.done !== null && row.asOf !== '' && row.asOf < until
    );
    const aims = now.filter(({ target }) => target !== null);
    return {
      row: now[0] ?? rows[0]!,
      target: latest(aims)?.target ?? null,
      last: latest(done)
    };
  });
}

function latest<T extends ProgressRow>(rows: readonly T[]): T | null {
  return rows.reduce<T | null>((best, row) => (best === null || row.asOf >= best.asOf ? row : best), null);
}

interface IndicatorRow {
  readonly last: Observation & { readonly value: number };
  /** What is asked for. */
  readonly period: Period;
}

/** Indicators that a place reported within the year before, each with the next period of its kind that ends with the month. */
function indicatorRows(dataset: Dataset, places: readonly Place[], until: string): IndicatorRow[] {
  const rows: IndicatorRow[] = [];
  for (const place of places) {
    const lasts = new Map<string, Observation & { readonly value: number }>();
    for (const o of dataset.observationsAt(place.id, '数值')) {
      if (o.value === null || o.status === '预计' || o.period.end >= until) continue;
      if (o.period.end < addDays(until, -366)) continue;
      const best = lasts.get(o.indicator.id);
      if (!best || o.period.end >= best.period.end)
        lasts.set(o.indicator.id, o as Observation & { readonly value: number });
    }
    for (const last of lasts.values()) {
      const period = nextPeriod(last.period, until);
      if (period) rows.push({ last, period });
    }
  }
  return rows;
}

/** The period like the last one that ends on a day; undefined where none does: a half-year ends in June and December. */
function nextPeriod(last: Period, until: string): Period | undefined {
  const { year, month } = partsOfDay(until);
  if (last.kind === '时点') return periodOfDays(until, until);
  if (last.kind === '累计' || (last.kind === '月' && last.start.endsWith('-01-01') && month === 1))
    return periodOfDays(isoDay(year, 1, 1), until);
  if (last.months === 0 || month % last.months !== 0) return undefined;
  const start = isoDay(year, month - last.months + 1, 1);
  return periodOfDays(start, until);
}

function formSheet(
  name: string,
  title: string,
  until: string,
  columns: readonly FormColumn[],
  body: readonly (readonly (SheetCell | undefined)[])[]
): FormSheet {
  const sheet: Worksheet = {
    file: '',
    name,
    hidden: false,
    rows: [
      [text(title)],
      [text(`截至${dayLabel(until)}　只填浅色的格子；没有数的留空，在备注里写明原因`)],
      columns.map((column) => text(column.title)),
      ...body
    ],
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set()
  };
  return { sheet, body: HEAD_ROW + 1, columns };
}

function layoutOf({ sheet, columns }: FormSheet, dataset: Dataset, until: string): SheetLayout {
  const { layout } = guessAt(sheet, HEAD_ROW, 1, dataset);
  const period = periodOfDays(`${until.slice(0, 4)}-01-01`, until)!;
  return {
    ...layout,
    heads: ['项目'],
    sheetName: '',
    // The heads as a sheet's are read.
    columns: layout.columns.map((column, i) => ({ ...column, role: columns[i]!.role, measure: columns[i]!.measure })),
    fixed: { place: '', item: '', period: period.text, unit: '' }
  };
}

function text(shown: string): SheetCell | undefined {
  return shown === '' ? undefined : { kind: 'text', shown, value: null, date: '', formula: false };
}

function number(value: number | null): SheetCell | undefined {
  return value === null ? undefined : { kind: 'number', shown: String(value), value, date: '', formula: false };
}
