/**
 * Where each number of an answer stands in the reports.
 */
import type { Address } from './address';
import type { Comparison, ComparisonRow } from './compare';
import type { Completion, ProgressBoard } from './completion';
import type { Observation, ProgressRow, Source } from './dataset';
import { formatChange } from './format';
import { periodLabel } from './period';
import { namingText, placeLabel } from './placeLabel';
import type { Trend, TrendPoint } from './trend';

export interface SourceLine {
  /** As `placeLabel` names it. */
  readonly place: string;
  /** Why the place is called so where the report doesn't name it; else empty. */
  readonly naming: string;
  /** Indicator or programme, with its period. */
  readonly what: string;
  /** The figure as it stands in the source. */
  readonly written: string;
  readonly source: Source;
  readonly section: string;
  /** 1-based line in the source's file. */
  readonly line: number;
  readonly note: string;
  /** The chart that the figure stands in. */
  readonly chart: Address;
}

/** The drawn rows with all witnesses and rival values, what was left out, and the populations used. */
export function comparisonSources(c: Comparison): SourceLine[] {
  return [
    ...c.rows.flatMap(rowSources),
    ...c.leftOut.map((l) => lineOf(l.observation, '未列入比较')),
    ...c.population.map((o) => lineOf(o, PERSONS))
  ];
}

const RIVAL = '另有此数，未采用';
const PERSONS = '人口数，用于折算或加权';

/** One drawn row: all who say its number, then rival values. */
export function rowSources(r: Pick<ComparisonRow, 'witnesses' | 'conflicts'>): SourceLine[] {
  return [...r.witnesses.map((o) => lineOf(o)), ...r.conflicts.map((o) => lineOf(o, RIVAL))];
}

/** A gap rests on the row's own figure and on those of the next better rank. */
export function gapSources(c: Comparison, r: ComparisonRow): SourceLine[] {
  const ahead =
    r.rank === null
      ? 0
      : Math.max(0, ...c.rows.flatMap((other) => (other.rank !== null && other.rank < r.rank! ? other.rank : [])));
  return [r, ...c.rows.filter((other) => other.rank === ahead)].flatMap((row) => comparedSources(c, row));
}

/** What the reference line rests on: the figures averaged, the row chosen or the target. */
export function referenceSources(c: Comparison): SourceLine[] {
  if (!c.reference) return [];
  const { rows, task } = c.reference;
  const persons = new Set(rows.map((r) => r.place.id));
  const weights = c.population.filter((o) => rows.length > 1 && persons.has(o.place.id)).map((o) => lineOf(o, PERSONS));
  return [...(task ? [taskLine(task)] : []), ...rows.flatMap(rowSources), ...weights];
}

/** A row of a comparison per head rests on the population too. */
export function comparedSources(c: Comparison, r: ComparisonRow): SourceLine[] {
  const persons = c.perHead ? c.population.filter((o) => o.place.id === r.place.id) : [];
  return [...rowSources(r), ...persons.map((o) => lineOf(o, '人口数，用于折算'))];
}

/** Point by point: the figure, the change stated with it, and for derived points what they were worked back from. */
export function trendSources(t: Trend): SourceLine[] {
  return t.series.flatMap((s) => s.segments.flatMap((segment) => segment.flatMap(pointSources)));
}

/** One point: all who say its figure, rival values and the change stated with it, or what it was worked back from. */
export function pointSources(p: TrendPoint): SourceLine[] {
  if (p.derivedFrom)
    return [p.derivedFrom, ...p.witnesses].map((o) => lineOf(o, `据此推算${periodLabel(p.period)}的数`));
  const own = [...p.witnesses.map((o) => lineOf(o)), ...p.conflicts.map((o) => lineOf(o, RIVAL))];
  return p.statedChange ? [...own, lineOf(p.statedChange.observation, '原文同比')] : own;
}

/** A computed change rests on two figures: this one and the one of a year before. */
export function changeSources(p: TrendPoint): SourceLine[] {
  if (!p.computedChange) return [];
  return [...p.witnesses.map((o) => lineOf(o, '本期数')), ...p.before.map((o) => lineOf(o, '上年同期数'))];
}

/** Rows, then plans, each with its witnesses. */
export function progressSources(b: ProgressBoard): SourceLine[] {
  return [...b.rows, ...b.plans].flatMap(completionSources);
}

/** A task's own row and those that say the same. */
export function completionSources(c: Completion): SourceLine[] {
  return [c.row, ...c.witnesses].map(taskLine);
}

/** What a bullet bar rests on: the task, and the figure of the year before where it has that tick. */
export function bulletSources(c: Completion): SourceLine[] {
  const { row = null, observation = null } = c.lastYear ?? {};
  const before = row ? [taskLine(row)] : observation ? [lineOf(observation, '上年同期')] : [];
  return [...completionSources(c), ...before];
}

/** Where the figures of one task stand. */
export function taskLine(row: ProgressRow): SourceLine {
  return {
    place: placeLabel(row.place),
    naming: namingText(row.place),
    what: `${row.programme.name}（${periodLabel(row.period)}）`,
    written: row.written,
    source: row.source,
    section: row.section,
    line: row.line,
    note: row.note,
    chart: taskChart(row)
  };
}

/** Where one figure stands; `role` says what it is for where that isn't plain. */
export function lineOf(o: Observation, role = ''): SourceLine {
  const measure = o.measure === '数值' ? '' : o.value === null ? o.measure : formatChange(o.value, o.measure);
  return {
    place: placeLabel(o.place),
    naming: namingText(o.place),
    what: `${o.indicator.name}（${[periodLabel(o.period), measure].filter(Boolean).join('，')}）`,
    written: o.written,
    source: o.source,
    section: o.section,
    line: o.line,
    note: [role, o.note].filter(Boolean).join('；'),
    chart: figureChart(o)
  };
}

/** A change stands in the chart of periods, a figure among the places of its kind. */
function figureChart({ indicator, place, measure }: Observation): Address {
  if (measure.startsWith('同比')) return { screen: 'periods', query: { i: indicator.id, p: place.id } };
  return { screen: 'places', query: { i: indicator.id, focus: place.id, units: place.level === '机构' ? '1' : '' } };
}

function taskChart({ place, programme, status }: ProgressRow): Address {
  const isUnit = place.level === '机构';
  const tab = status === '计划' ? 'plans' : '';
  return {
    screen: 'progress',
    query: { place: isUnit ? place.parent : place.id, unit: isUnit ? place.id : '', programme: programme.id, tab }
  };
}
