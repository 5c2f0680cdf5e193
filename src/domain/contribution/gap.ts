/** 为什么慢: the gap of a place's task as the sum of its units' gaps. */
import type { GapContribution, GapKind, Share, Whole } from './answer';
import { gapNotes, gapSubtitle, gapVerdict, gapWords } from './gapWording';
import { sharesOf, type UnitShare } from './shares';
import { unitsOf } from './units';
import { FINEST, signed } from './waterfall';
import { completionsOf } from '../board/completions';
import { isReportedIn, latestOnly, latestPeriods, type RowQuery } from '../board/selectRows';
import type { LightRule } from '../lights/rule';
import type { Absent } from '../missing/absentGroups';
import type { Dataset } from '../model/dataset';
import type { Place } from '../model/records';
import { decimalsOf, roundTo } from '../number/rounding';
import type { Completion } from '../progress/completion';
import { elapsedPercent } from '../progress/schedule';
import { completionSources, latestAsOf, reportsOf } from '../progress/sources';
import { isWholeUnit } from '../progress/wholeUnit';
import { formatNumber, isRateUnit } from '../wording/format';
import { placeLabel } from '../wording/placeLabel';

export interface GapQuestion extends Pick<RowQuery, 'period' | 'reported'> {
  /** Programme id. */
  readonly programme: string;
  /** Place id; absent: the place that most of those with the task belong to. */
  readonly place?: string;
  readonly kind: GapKind;
  readonly rule: LightRule;
}

/**
 * Done − due of a task, split into the same of the units (`unitsOf`). Due is target × 序时 by each row's own cut-off day
 * (whole for what is counted), or the target; a target that isn't stated is taken as 推算 (done ÷ rate). Of the place asked
 * for, else of the nearest place above it that has several units with the task; the one asked for is marked among them.
 * Where the place states the task itself what it has beyond its units is one more step, else it is their sum. Refused
 * (`whole` null, the verdict and a note say why): rates and limits that don't add up, too few units with target and done.
 * @returns undefined where nobody has results of the programme
 */
export function gapContribution(dataset: Dataset, question: GapQuestion): GapContribution | undefined {
  const { kind, rule } = question;
  const tasks = tasksOf(dataset, question, rule);
  const asked = dataset.place(question.place ?? '');
  const place = centreOf(dataset, asked, tasks);
  if (!place) return undefined;
  const found = unitsOf(dataset, place, (unit) => tasks.has(unit)).filter((unit) => tasks.has(unit));
  const first = (tasks.get(place) ?? tasks.get(found[0] ?? place))?.[0];
  if (!first) return undefined;
  const { programme, goal, row } = first;
  const isLimit = goal.direction === '控制';
  const amounts = found.map((unit) => ({ unit, amount: amountOf(tasks.get(unit)!, first, kind) }));
  const units = amounts.flatMap(({ amount }) => (typeof amount === 'string' ? [] : [amount]));
  const absent = amounts.flatMap(({ unit, amount }): Absent[] =>
    typeof amount === 'string' ? [{ place: unit, reason: amount }] : []
  );
  const base = { place, programme, period: row.period, kind, isLimit, unit: row.unit, heads: gapWords(kind, isLimit) };
  const stated = tasks.has(place) ? amountOf(tasks.get(place)!, first, kind) : '';
  const own = typeof stated === 'string' ? null : stated;
  const why = refusal(first, units, own);
  if (why !== '') return refused({ ...base, absent }, first, why);
  const split = { ...base, absent, ...splitGap(first, units, own, asked) };
  const used = [...(own ? [own.task] : []), ...units.map(({ task }) => task)];
  return {
    ...split,
    verdict: gapVerdict(split),
    subtitle: gapSubtitle(split),
    notes: gapNotes(split, used),
    sources: reportsOf(dataset, used),
    cutoff: latestAsOf(used.map((c) => c.row))
  };
}

/** The answer before it is split: what was asked for, and who can't take part. */
type Asked = Omit<GapContribution, 'whole' | 'shares' | 'verdict' | 'subtitle' | 'notes' | 'sources' | 'cutoff'>;

function refused(asked: Asked, { row }: Completion, why: string): GapContribution {
  return {
    ...asked,
    whole: null,
    shares: [],
    verdict: `${placeLabel(asked.place)}${asked.programme.name}的差距拆不到各单位`,
    subtitle: why,
    notes: [{ level: '警示', text: `${why}。` }],
    sources: [],
    cutoff: latestAsOf([row])
  };
}

/** @param own the place's own amount; without one the whole is the sum of the units */
function splitGap(
  { goal, row }: Completion,
  units: readonly Amount[],
  own: Amount | null,
  asked: Place | undefined
): { readonly whole: Whole; readonly shares: Share[] } {
  const figures = [...units, ...(own ? [own] : [])].flatMap(({ due, done, gap }) => [due, done, gap]);
  const decimals = isWholeUnit(row.unit) ? 0 : Math.max(...figures.map((figure) => decimalsOf(figure, 2)));
  const print = (value: number) => formatNumber(value, { decimals, unit: row.unit });
  const isLimit = goal.direction === '控制';
  const judgement = (value: number): Share['judgement'] =>
    value === 0 ? '持平' : goal.direction === '不明' ? '不评价' : value > 0 !== isLimit ? '好转' : '变差';
  const sum = (key: 'due' | 'done' | 'gap') =>
    roundTo(
      units.reduce((all, one) => all + one[key], 0),
      FINEST
    );
  const end = own ?? { due: sum('due'), done: sum('done'), gap: sum('gap') };
  const steps = units.map((one) => unitShare(one, print, asked));
  const shares = sharesOf(steps, end.gap, roundTo(end.gap - sum('gap'), FINEST), { decimals, judgement });
  const whole: Whole = {
    before: print(end.due),
    now: print(end.done),
    value: end.gap,
    text: signed(end.gap, decimals),
    stated: own !== null,
    judgement: judgement(end.gap),
    sources: own ? completionSources(own.task) : shares.flatMap((s) => s.sources)
  };
  return { whole, shares };
}

function unitShare(
  { task, gap, due, done }: Amount,
  print: (value: number) => string,
  asked: Place | undefined
): UnitShare {
  const isDerived = task.target === null;
  return {
    place: task.place,
    name: placeLabel(task.place),
    isFocus: task.place === asked,
    value: gap,
    before: print(due),
    now: print(done),
    effects: null,
    uncertain: isDerived,
    remark: [isDerived ? '目标是推算的' : '', `${task.light.name}灯`].filter(Boolean).join('；'),
    sources: completionSources(task)
  };
}

type Tasks = ReadonlyMap<Place, readonly Completion[]>;

/** The last results of a programme, place by place. */
function tasksOf(dataset: Dataset, { programme, period, reported }: GapQuestion, rule: LightRule): Tasks {
  const chosen = dataset.progress.filter(
    (row) =>
      row.programme.id === programme &&
      row.status !== '计划' &&
      (!period || row.period.text === period) &&
      isReportedIn(row, { ...(reported ? { reported } : {}) })
  );
  const latest = latestOnly(chosen);
  const tasks = new Map<Place, Completion[]>();
  for (const c of completionsOf(dataset, period ? latest : latestPeriods(latest), rule)) {
    if (c.plan) continue;
    const known = tasks.get(c.place);
    if (known) known.push(c);
    else tasks.set(c.place, [c]);
  }
  return tasks;
}

/** The place asked for, or the nearest above it, with units to compare; without one the area that most of them lie in. */
function centreOf(dataset: Dataset, asked: Place | undefined, tasks: Tasks): Place | undefined {
  const has = (unit: Place) => tasks.has(unit);
  const isCentre = (place: Place) => {
    const count = unitsOf(dataset, place, has).filter(has).length;
    return count > 1 || (count === 1 && has(place));
  };
  const seen = new Set<Place>();
  for (let place = asked; place && !seen.has(place); place = dataset.place(place.parent)) {
    seen.add(place);
    if (isCentre(place)) return place;
  }
  if (asked) return has(asked) ? asked : undefined;
  const above = dataset.places.filter(isCentre);
  const size = (place: Place) => unitsOf(dataset, place, has).filter(has).length;
  return above.sort((a, b) => size(b) - size(a))[0];
}

interface Amount {
  readonly task: Completion;
  readonly due: number;
  readonly done: number;
  /** done − due. */
  readonly gap: number;
}

/** What was due and done; a text says why that isn't known. */
function amountOf(rows: readonly Completion[], like: Completion, kind: GapKind): Amount | string {
  const task = rows[0]!;
  if (rows.length > 1) return '报了不同的数';
  if (task.row.status === '存疑') return '原文存疑';
  if (task.row.unit !== like.row.unit || task.row.period.text !== like.row.period.text) return '单位或时期不同';
  const target = task.target ?? task.impliedTarget;
  if (target === null) return '没有目标数';
  if (task.done === null) return '没有完成数';
  const share = kind === 'target' ? 100 : null;
  const { percent, reason } =
    share === null
      ? elapsedPercent(task.programme.schedule, task.row.period, task.row.asOf)
      : { percent: share, reason: '' };
  if (percent === null) return reason;
  const due = roundTo((target * percent) / 100, isWholeUnit(task.row.unit) ? 0 : 2);
  return { task, due, done: task.done, gap: roundTo(task.done - due, FINEST) };
}

/** Why the gap can't be split; empty where it can. */
function refusal({ row, goal }: Completion, units: readonly Amount[], own: Amount | null): string {
  if (isRateUnit(row.unit)) return '目标是比率，不能相加，拆不到各单位';
  if (goal.direction === '控制' && !goal.accumulates) return '控制数不随时间累计，不能相加，拆不到各单位';
  if (units.length === 0) return '没有所属地区或单位报这项任务的目标和完成数';
  return own === null && units.length < 2 ? '只有一个单位有目标和完成数，拆不开' : '';
}
