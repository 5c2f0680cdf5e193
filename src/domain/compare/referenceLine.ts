/**
 * The line across a comparison: a mean, a target or a chosen place.
 */
import { NESTED } from './comparability';
import type { ComparisonRow, ReferenceChoice, ReferenceLine } from './comparison';
import type { Dataset } from '../model/dataset';
import { type Indicator, isBound, type Place, type ProgressRow } from '../model/records';
import { targetSign } from '../model/goal';
import { decimalsOf, printedNumber } from '../number/rounding';
import { latestFirst } from '../time/period';
import { periodLabel } from '../time/periodLabel';
import { asPrinted, formatExact, formatInScale, type Scale } from '../wording/format';
import type { Note } from '../wording/note';
import { placeLabel } from '../wording/placeLabel';

export interface ReferenceQuestion {
  readonly dataset: Dataset;
  readonly indicator: Indicator;
  /** The indicator as shown: unit and decimals per head where asked. */
  readonly shown: Indicator;
  readonly scale: Scale;
  readonly rows: readonly ComparisonRow[];
  /** Areas left out because rows are parts of them. */
  readonly parents: readonly ComparisonRow[];
  readonly choice: ReferenceChoice;
  readonly focus: Place | undefined;
  readonly perHead: boolean;
  readonly persons: ReadonlyMap<string, number>;
}

export interface ReferenceAnswer {
  readonly line: ReferenceLine | null;
  readonly notes: readonly Note[];
  /** Whether the populations were used. */
  readonly weighted: boolean;
}

const NOTHING: ReferenceAnswer = { line: null, notes: [], weighted: false };

/** The line asked for, or null with a note that says why there is none. */
export function referenceLine(q: ReferenceQuestion): ReferenceAnswer {
  if (q.choice === 'none' || q.rows.length === 0) return NOTHING;
  if (q.choice === 'mean') return mean(q);
  if (q.choice === 'target') return target(q);
  return placeLine(q, q.choice.slice('place:'.length));
}

/**
 * The mean of at least three exact values. A mean of rates is a line to look along, not the group's
 * rate (that would be sum over sum), and its label says how it was made.
 */
function mean(q: ReferenceQuestion): ReferenceAnswer {
  const rows = q.rows.filter((r) => r.fits && !isBound(r.observation.qualifier));
  if (rows.length < 3) return none('能比较的确数不足3个，不画平均线。');
  const values = rows.map((r) => r.value);
  if (!q.perHead && (q.indicator.kind === '数量' || q.indicator.kind === '金额')) {
    return { line: line(q, '平均', sum(values) / rows.length, rows), notes: [], weighted: false };
  }
  const weights = rows.map((r) => q.persons.get(r.place.id));
  if (weights.some((w) => w === undefined)) {
    const plain = line(q, '简单平均（无人口数，不加权）', sum(values) / rows.length, rows);
    const caution = remark('参考线是各地数值的简单平均（无人口数，不加权），不是合计率。');
    return { line: plain, notes: [caution], weighted: false };
  }
  const weighted = sum(values.map((v, i) => v * weights[i]!)) / sum(weights as number[]);
  const note = remark('参考线是各地数值按人口加权的平均，不是分子合计除以分母合计。');
  // Per head the weighted mean is sum over sum already.
  return { line: line(q, '按人口加权平均', weighted, rows), notes: q.perHead ? [] : [note], weighted: true };
}

function target(q: ReferenceQuestion): ReferenceAnswer {
  if (q.perHead) return none('按人口折算后没有目标可比，不画目标线。');
  const found = q.dataset.progress.filter(
    (row) => row.programme.indicator === q.indicator.id && row.target !== null && row.unit === q.indicator.unit
  );
  const own = q.focus ? found.filter((row) => row.place.id === q.focus!.id) : [];
  const candidates = own.length > 0 ? own : found;
  const latest = [...candidates].sort((a, b) => latestFirst(a.period, b.period))[0];
  if (!latest) return none('没有这项指标的目标，不画目标线。');
  // The latest of each place: an older target of a place is no other one.
  const byPlace = new Map([...candidates].sort((a, b) => latestFirst(b.period, a.period)).map((r) => [r.place.id, r]));
  const differs = [...byPlace.values()].some(
    (row) => row.target !== latest.target || targetSign(row) !== targetSign(latest)
  );
  if (differs) return none('各地目标不同，选定关注地区后才画目标线。');
  return { line: targetLine(q, latest, byPlace.size > 1), notes: [], weighted: false };
}

/** @param shared whether several places have it */
function targetLine(q: ReferenceQuestion, row: ProgressRow, shared: boolean): ReferenceLine {
  const label = `${shared ? '各地' : placeLabel(row.place)}${periodLabel(row.period)}目标`;
  const figure = formatExact(row.target!, q.scale, { ...q.indicator, decimals: null }, targetSign(row));
  return { label, value: row.target!, text: `${label}${figure}`, rows: [], task: row };
}

function placeLine(q: ReferenceQuestion, id: string): ReferenceAnswer {
  // An area stands aside for its parts in the ranking; as the line to hold them against it is just what is wanted.
  const row = [...q.rows, ...q.parents].find((r) => r.place.id === id && (r.fits || r.reason === NESTED));
  if (!row) {
    const place = q.dataset.place(id);
    return none(`${place ? placeLabel(place) : id}没有可比的数，不画参考线。`);
  }
  const label = placeLabel(row.place);
  return {
    line: { label, value: row.value, text: `${label}${row.text}`, rows: [row], task: null },
    notes: [],
    weighted: false
  };
}

/** A mean is rounded like the finest of its values, to one decimal at least and two at most; in 万 and 亿 to two. */
function line(q: ReferenceQuestion, label: string, value: number, rows: readonly ComparisonRow[]): ReferenceLine {
  const decimals = q.shown.decimals ?? Math.max(...rows.map((r) => decimalsOf(r.value, 2)), 1);
  const rounded = q.scale.factor === 1 ? printedNumber(value, decimals) : asPrinted(value, q.scale, q.shown);
  const text = `${label}${formatInScale(rounded, q.scale, { ...q.shown, decimals: null })}`;
  return { label, value: rounded, text, rows, task: null };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, v) => total + v, 0);
}

function none(text: string): ReferenceAnswer {
  return { line: null, notes: [remark(text)], weighted: false };
}

function remark(text: string): Note {
  return { level: '说明', text };
}
