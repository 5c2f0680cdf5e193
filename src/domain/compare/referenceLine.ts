/**
 * The line across a comparison: a mean, a target or a chosen place.
 */
import { NESTED } from './comparability';
import { type NoReference, parentId, peerRows, type ReferenceQuestion, yearBeforeLine } from './otherReference';
import { partsOfRate } from '../model/computedInterval';
import type { ComparisonRow, ReferenceLine } from './comparison';
import type { Dataset } from '../model/dataset';
import { memoByDataset } from '../model/memo';
import { type Indicator, isBound, type ProgressRow } from '../model/records';
import { targetSign } from '../model/goal';
import { decimalsOf, printedNumber } from '../number/rounding';
import { latestFirst } from '../time/period';
import { periodLabel } from '../time/periodLabel';
import { asPrinted, formatExact, formatInScale } from '../wording/format';
import type { Note } from '../wording/note';
import { placeLabel } from '../wording/placeLabel';

export interface ReferenceAnswer {
  readonly line: ReferenceLine | null;
  readonly notes: readonly Note[];
  /** Whether the populations were used. */
  readonly weighted: boolean;
  /** Why there is no line, without the place it is said of; empty where there is one. */
  readonly why: string;
}

const NOTHING: ReferenceAnswer = { line: null, notes: [], weighted: false, why: '' };

/** The line asked for, or null with a note that says why there is none. */
export function referenceLine(q: ReferenceQuestion): ReferenceAnswer {
  if (q.choice === 'none' || q.rows.length === 0) return NOTHING;
  if (q.choice === 'mean') return mean(q);
  if (q.choice === 'target') return target(q);
  if (q.choice === 'parent') return parent(q);
  if (q.choice === 'peers') return peers(q);
  if (q.choice === 'year') return year(q);
  return placeLine(q, q.choice.slice('place:'.length));
}

/**
 * The mean of at least three exact values. A mean of rates is a line to look along, not the group's
 * rate (that would be sum over sum), and its label says how it was made.
 */
function mean(q: ReferenceQuestion, least = 3): ReferenceAnswer {
  const rows = q.rows.filter((r) => r.fits && !isBound(r.observation.qualifier));
  if (rows.length < least) return none({ why: `能比较的确数不足${least}个`, so: '不画平均线' });
  const values = rows.map((r) => r.value);
  if (!q.perHead && (q.indicator.kind === '数量' || q.indicator.kind === '金额')) {
    return { ...NOTHING, line: line(q, '平均', sum(values) / rows.length, rows) };
  }
  const together = sumOverSum(rows);
  if (together !== undefined) {
    const note = remark('参考线是各地分子之和除以分母之和。');
    return { ...NOTHING, line: line(q, '合计', together, rows), notes: [note] };
  }
  const weights = rows.map((r) => q.persons.get(r.place.id));
  if (weights.some((w) => w === undefined)) {
    const plain = line(q, '各地平均（没有人口数，大小地区同样算）', sum(values) / rows.length, rows);
    const caution = remark('参考线是各地数值的简单平均：没有人口数，大小地区同样算，不是合计率。');
    return { ...NOTHING, line: plain, notes: [caution] };
  }
  const weighted = sum(values.map((v, i) => v * weights[i]!)) / sum(weights as number[]);
  const note = remark('参考线是按人口加权平均，不是分子合计除以分母合计。');
  // Per head the weighted mean is sum over sum already.
  return {
    ...NOTHING,
    line: line(q, '按人口折算平均', weighted, rows),
    notes: q.perHead ? [] : [note],
    weighted: true
  };
}

/** In percent, where all state their parts in one and the same period. */
function sumOverSum(rows: readonly ComparisonRow[]): number | undefined {
  const parts = rows.flatMap((r) => partsOfRate(r.observation) ?? []);
  const isOnePeriod = rows.every((r) => r.observation.period.text === rows[0]!.observation.period.text);
  if (parts.length < rows.length || !isOnePeriod) return undefined;
  return (sum(parts.map((p) => p.count)) / sum(parts.map((p) => p.base))) * 100;
}

function parent(q: ReferenceQuestion): ReferenceAnswer {
  const found = parentId(q);
  return 'why' in found ? none(found) : placeLine(q, found.id, '上级');
}

/** The mean of those of a kind, made as that of all. */
function peers(q: ReferenceQuestion): ReferenceAnswer {
  const found = peerRows(q);
  if ('why' in found) return none(found);
  const { rows, rule } = found;
  const names = rows.map((r) => placeLabel(r.place)).join('、');
  const note = remark(`同类：${rule}（${names}）。`);
  const answer = mean({ ...q, rows }, 2);
  const { line: drawn } = answer;
  if (!drawn) return { ...answer, notes: [...answer.notes, note] };
  const label = `同类${rows.length}地${drawn.label}`;
  return {
    ...answer,
    line: { ...drawn, label, text: `${label}${drawn.text.slice(drawn.label.length)}` },
    notes: [note, ...answer.notes]
  };
}

function year(q: ReferenceQuestion): ReferenceAnswer {
  const found = yearBeforeLine(q);
  return 'why' in found ? none(found) : { ...NOTHING, line: found.line };
}

function target(q: ReferenceQuestion): ReferenceAnswer {
  if (q.perHead) return none({ why: '按人口折算后没有目标可比', so: '不画目标线' });
  const found = targetsOf(q.dataset, q.indicator);
  const own = q.focus ? found.filter((row) => row.place.id === q.focus!.id) : [];
  const candidates = own.length > 0 ? own : found;
  const latest = [...candidates].sort((a, b) => latestFirst(a.period, b.period))[0];
  if (!latest) return none({ why: '没有这项指标的目标', so: '不画目标线' });
  // The latest of each place: an older target of a place is no other one.
  const byPlace = new Map([...candidates].sort((a, b) => latestFirst(b.period, a.period)).map((r) => [r.place.id, r]));
  const differs = [...byPlace.values()].some(
    (row) => row.target !== latest.target || targetSign(row) !== targetSign(latest)
  );
  if (differs) return none({ why: '各地目标不同', so: '选定关注地区后才画目标线' });
  return { ...NOTHING, line: targetLine(q, latest, byPlace.size > 1) };
}

/** Rows with a target of an indicator, in its unit. */
export function targetsOf(dataset: Dataset, indicator: Indicator): readonly ProgressRow[] {
  return (targetsByIndicator(dataset).get(indicator.id) ?? []).filter((row) => row.unit === indicator.unit);
}

const targetsByIndicator = memoByDataset((dataset) => {
  const found = new Map<string, ProgressRow[]>();
  for (const row of dataset.progress) {
    const id = row.programme.indicator;
    if (id === '' || row.target === null) continue;
    const known = found.get(id);
    if (known) known.push(row);
    else found.set(id, [row]);
  }
  return found;
});

/** @param shared whether several places have it */
export function targetLine(q: ReferenceQuestion, row: ProgressRow, shared: boolean): ReferenceLine {
  const label = `${shared ? '各地' : placeLabel(row.place)}${periodLabel(row.period)}目标`;
  const figure = formatExact(row.target!, q.scale, { ...q.indicator, decimals: null }, targetSign(row));
  return { label, value: row.target!, text: `${label}${figure}`, rows: [], task: row };
}

function placeLine(q: ReferenceQuestion, id: string, before = ''): ReferenceAnswer {
  // An area stands aside for its parts in the ranking; as the line to hold them against it is just what is wanted.
  const row = [...q.rows, ...q.parents].find((r) => r.place.id === id && (r.fits || r.reason === NESTED));
  if (!row) {
    const place = q.dataset.place(id);
    return none({ who: place ? placeLabel(place) : id, why: '没有可比的数', so: '不画参考线' });
  }
  const label = `${before}${placeLabel(row.place)}`;
  return { ...NOTHING, line: { label, value: row.value, text: `${label}${row.text}`, rows: [row], task: null } };
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

function none({ who = '', why, so }: NoReference): ReferenceAnswer {
  return { ...NOTHING, notes: [remark(`${who}${why}，${so}。`)], why };
}

function remark(text: string): Note {
  return { level: '说明', text };
}
