/**
 * A county's completion from its organisations: sum over sum, beside what the county states itself.
 */
import type { Citation } from '../evidence/citation';
import type { Dataset } from '../model/dataset';
import type { Place, Programme } from '../model/records';
import { roundTo } from '../number/rounding';
import type { Completion } from '../progress/completion';
import { completionSources } from '../progress/sources';
import { parsePeriod } from '../time/parsePeriod';
import type { Period } from '../time/period';
import { periodLabel } from '../time/periodLabel';
import { formatNumber, isRateUnit } from '../wording/format';
import type { Note } from '../wording/note';
import { placeLabel } from '../wording/placeLabel';

export interface RollUp {
  readonly county: Place;
  readonly programme: Programme;
  readonly period: Period;
  /** The organisations' own rows, in the order of places.csv. */
  readonly parts: readonly Completion[];
  /** Organisations that have the programme but gave no `done`; where there are any nothing is summed. */
  readonly missing: readonly Place[];
  /** Sum of what was done; null where not all report, up to different days, or where the sum falls short of what the county states. */
  readonly done: number | null;
  /** Sum of the stated targets; null where one is missing. */
  readonly target: number | null;
  /** Sum over sum, in percent, rounded to 2 decimals. */
  readonly rate: number | null;
  /** The cut-off day they share, ISO; empty where they differ. */
  readonly asOf: string;
  /** What the county states itself, if it does. */
  readonly own: Completion | null;
  /** Sum − the county's own `done`; null where either is missing. */
  readonly difference: number | null;
  /** One sentence without a full stop. */
  readonly text: string;
  readonly notes: readonly Note[];
}

/**
 * Where the figures of a sum stand, organisation by organisation.
 * @param withOwn what the county states itself too, as for the difference of the two
 */
export function rollUpSources({ parts, own }: RollUp, withOwn = false): Citation[] {
  return [...parts, ...(withOwn && own ? [own] : [])].flatMap(completionSources);
}

/**
 * Roll-ups of every county, programme and period for which two or more organisations have a row.
 * @param rows completions of a board, plans among them: a plan shows that an organisation has the programme
 */
export function rollUpsOf(dataset: Dataset, rows: readonly Completion[]): RollUp[] {
  const order = new Map(dataset.places.map((p, i) => [p.id, i]));
  const groups = new Map<string, Completion[]>();
  for (const c of rows) {
    if (!c.organisation || !c.county) continue;
    const key = groupKey(c.programme.id, c.county.id, c.row.period);
    const group = groups.get(key);
    if (group) group.push(c);
    else groups.set(key, [c]);
  }
  const own = new Map<string, Completion>();
  for (const c of rows) {
    const key = groupKey(c.programme.id, c.place.id, c.row.period);
    if (!c.plan && !own.has(key)) own.set(key, c);
  }
  return [...groups.values()].flatMap((group) => {
    const { programme, county, row } = group[0]!;
    const units = [...new Map(group.map((c) => [c.place.id, c.place])).values()];
    const parts = group.filter((c) => c.done !== null).sort((a, b) => order.get(a.place.id)! - order.get(b.place.id)!);
    if (units.length < 2 || parts.length === 0) return [];
    const stated = own.get(groupKey(programme.id, county!.id, row.period)) ?? null;
    return [rollUp(county!, programme, row.period, units, parts, stated)];
  });
}

function groupKey(programmeId: string, placeId: string, period: Period): string {
  return [programmeId, placeId, period.text].join('|');
}

function rollUp(
  county: Place,
  programme: Programme,
  period: Period,
  units: readonly Place[],
  parts: readonly Completion[],
  own: Completion | null
): RollUp {
  const missing = units.filter((u) => !parts.some((c) => c.place.id === u.id));
  const days = [...new Set(parts.map((c) => c.row.asOf))];
  const unit = parts[0]!.row.unit;
  const asOf = days.length === 1 ? days[0]! : '';
  const sum = roundTo(
    parts.reduce((total, c) => total + c.done!, 0),
    4
  );
  const ownDone = own && own.row.unit === unit ? own.done : null;
  const why = whyNot({ missing, days, parts, units, sum, ownDone, own });
  const done = why === '' ? sum : null;
  const targets = parts.flatMap((c) => c.target ?? []);
  const target =
    done !== null && targets.length === parts.length
      ? roundTo(
          targets.reduce((a, b) => a + b, 0),
          4
        )
      : null;
  const rate = done !== null && target !== null && target > 0 ? roundTo((done / target) * 100, 2) : null;
  const difference = done !== null && ownDone !== null ? roundTo(done - ownDone, 4) : null;
  const base = { county, programme, period, parts, missing, done, target, rate, asOf, own, difference };
  return { ...base, text: sentence(base, why), notes: notesOf(base) };
}

interface Addends extends Pick<RollUp, 'missing' | 'parts' | 'own'> {
  readonly days: readonly string[];
  readonly units: readonly Place[];
  readonly sum: number;
  readonly ownDone: number | null;
}

/** Why the parts don't add up to the county; empty where they do. */
function whyNot({ missing, days, parts, units, sum, ownDone, own }: Addends): string {
  const unit = parts[0]!.row.unit;
  if (missing.length > 0) return `${missing.map(placeLabel).join('、')}没有完成数`;
  if (days.length > 1) return '各单位截止日不一';
  // An average of averages is none, and a limit that doesn't add up through the year may well be one.
  if (parts.some((c) => c.goal.direction === '控制' && !c.goal.accumulates)) return '控制数不能相加';
  // Two rows of one organisation contradict each other, and shares don't add up.
  if (parts.length > units.length || isRateUnit(unit) || parts.some((c) => c.row.unit !== unit))
    return '各单位口径不一';
  if (ownDone === null || sum >= ownDone || days[0]! < own!.row.asOf) return '';
  // What is counted later can't be less: somebody who has the programme isn't in the data.
  return `有数的${parts.length}家单位合计${amount(sum, unit)}，少于${ownWords(own!)}，单位没有报全`;
}

type Sums = Omit<RollUp, 'text' | 'notes'>;

function sentence(r: Sums, why: string): string {
  const head = `${placeLabel(r.county)}${r.programme.name}`;
  if (r.done === null) return `${head}：${why}，不作合计`;
  const unit = r.parts[0]!.row.unit;
  const summed = `${r.parts.length}家单位合计${amount(r.done, unit)}${rateOf(r)}${upTo(r.asOf)}`;
  if (!r.own || r.difference === null) return `${head}：${summed}`;
  const gap = amount(Math.abs(r.difference), unit);
  const relation = r.difference === 0 ? '与' : '比';
  const end = r.difference === 0 ? '相等' : r.difference > 0 ? `多${gap}` : `少${gap}`;
  return `${head}：${summed}，${relation}${ownWords(r.own)}${end}`;
}

/** `全县自报2,707例（截至2020年10月26日）`. */
function ownWords(own: Completion): string {
  const kind = own.place.name.slice(-1);
  const whole = ['县', '区', '市'].includes(kind) ? `全${kind}` : '本级';
  return `${whole}自报${amount(own.done!, own.row.unit)}${upTo(own.row.asOf)}`;
}

function amount(value: number, unit: string): string {
  return formatNumber(value, { decimals: null, unit });
}

function rateOf({ rate, parts }: Sums): string {
  const verb = parts[0]!.goal.direction === '控制' ? '用去控制数的' : '完成';
  return rate === null ? '' : `，${verb}${formatNumber(rate, { decimals: 2, unit: '%' })}`;
}

function upTo(day: string): string {
  const period = day === '' ? undefined : parsePeriod(day);
  return period ? `（截至${periodLabel(period)}）` : '';
}

function notesOf(r: Sums): Note[] {
  const notes: Note[] = [];
  if (r.done === null) return notes;
  if (r.difference !== null && r.difference > 0) {
    const sameDay = r.own!.row.asOf === r.asOf;
    notes.push({ level: '警示', text: `各单位合计大于自报数${sameDay ? '' : '，两者截止日不同'}，原文未说明原因。` });
  }
  if (r.parts.some((c) => c.row.status === '存疑')) notes.push({ level: '警示', text: '合计中有存疑的数。' });
  notes.push({ level: '说明', text: `合计的是有这项任务的${r.parts.length}家单位，不一定是全部单位。` });
  return notes;
}
