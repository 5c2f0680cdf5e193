/**
 * What was promised, by when, and what became of it.
 */
import { progressBoard } from './board';
import { PLAN_OUTCOMES, type PlanOutcome } from './planOutcome';
import type { RowQuery } from './selectRows';
import { citationOf, type Citation, taskCitation } from '../evidence/citation';
import type { Dataset } from '../model/dataset';
import { factsOf } from '../model/facts';
import { isBound, type Observation, type ProgressRow, type Source } from '../model/records';
import { rowsOfTask } from '../model/tasks';
import type { Completion } from '../progress/completion';
import { doneSign, meets, targetSign } from '../model/goal';
import { limitWords } from '../progress/leadText';
import { completionSources } from '../progress/sources';
import { isIsoDay } from '../time/calendar';
import { parsePeriod } from '../time/parsePeriod';
import type { Period } from '../time/period';
import { periodLabel } from '../time/periodLabel';
import { formatNumber, isRateUnit } from '../wording/format';
import type { Note } from '../wording/note';

export interface PlanResult {
  readonly value: number;
  readonly period: Period;
  /** ISO day up to which it counts; empty where the report doesn't say. */
  readonly asOf: string;
  readonly source: Source;
  /** What it rests on: one of the two. */
  readonly row: ProgressRow | null;
  readonly observation: Observation | null;
}

export interface Plan {
  readonly completion: Completion;
  /** ISO day by which it is due. */
  readonly due: string;
  readonly outcome: PlanOutcome;
  /** The figure it was judged by, or the latest that couldn't decide it; null without any. */
  readonly result: PlanResult | null;
  /** Why the outcome is what it is, e.g. `到2020年12月31日完成3个，计划2个`, `还没有报结果`. */
  readonly reason: string;
}

export interface PlanQuery extends RowQuery {
  readonly outcome?: PlanOutcome;
}

export interface PlanList {
  /** By due day. */
  readonly plans: readonly Plan[];
  /** Over all plans before the filter by outcome. */
  readonly counts: Readonly<Record<PlanOutcome, number>>;
  readonly notes: readonly Note[];
  /** One sentence without a full stop. */
  readonly verdict: string;
  readonly sources: readonly Source[];
}

/**
 * The plans of a query, by due day, each joined to a later result of the same programme and place whose
 * period covers the due day: a progress row, else a figure of the programme's indicator. Judged only where
 * the figures bear it: a result of the plan's own period, final on the due day; or one of a longer period
 * that still falls short. Everything else is 待报, with the reason. A limit (`goalOf`), or a target of 0, is
 * kept by staying at or below it.
 */
export function planList(dataset: Dataset, query: PlanQuery = {}): PlanList {
  const { outcome, ...rows } = query;
  const all = progressBoard(dataset, { ...rows, donePlans: true }).plans.map((c) => planOf(dataset, c));
  const plans = outcome ? all.filter((p) => p.outcome === outcome) : all;
  const counts = Object.fromEntries(PLAN_OUTCOMES.map((o) => [o, all.filter((p) => p.outcome === o).length])) as Record<
    PlanOutcome,
    number
  >;
  const used = new Set(
    plans.flatMap((p) => [
      p.completion.row.source.id,
      ...p.completion.witnesses.map((w) => w.source.id),
      p.result?.source.id
    ])
  );
  return {
    plans,
    counts,
    notes: notesOf(plans),
    verdict: verdictOf(all, counts),
    sources: dataset.sources.filter((s) => used.has(s.id))
  };
}

/** Where the later result of a plan stands; empty without one. */
export function planResultSources({ result }: Plan): Citation[] {
  if (result?.row) return [{ ...taskCitation(result.row), note: remark('后来的结果', result.row.note) }];
  return result?.observation ? [citationOf(result.observation, '后来的结果')] : [];
}

/** The promise, then what became of it. */
export function planSources(plan: Plan): Citation[] {
  return [...completionSources(plan.completion), ...planResultSources(plan)];
}

function remark(role: string, note: string): string {
  return [role, note].filter(Boolean).join('；');
}

function planOf(dataset: Dataset, c: Completion): Plan {
  const plan = { completion: c, due: c.due };
  const results = resultsOf(dataset, c).sort((a, b) => (a.asOf < b.asOf ? 1 : a.asOf > b.asOf ? -1 : 0));
  for (const result of results) {
    const outcome = judge(c, result);
    if (outcome) return { ...plan, outcome, result, reason: resultText(c, result) };
  }
  const latest = results[0];
  if (!latest) return { ...plan, outcome: '待报', result: null, reason: silence(dataset, c) };
  const reason =
    latest.asOf !== '' && latest.asOf < c.due
      ? `${resultText(c, latest)}，未到期`
      : `结果的时期（${periodLabel(latest.period)}）与计划不同，不能判定`;
  return { ...plan, outcome: '待报', result: latest, reason };
}

/** Why there is no result: the reports end before the due day, or the one that covers it doesn't say. */
function silence(dataset: Dataset, c: Completion): string {
  const reports = [c.place.id, c.county?.id ?? '']
    .flatMap((id) => dataset.sourcesAt(id))
    .flatMap((s) => s.period ?? []);
  const last = reports.reduce<Period | undefined>(
    (latest, p) => (latest && latest.end >= p.end ? latest : p),
    undefined
  );
  if (!last) return '还没有报结果';
  return last.end < c.due ? `本地报告只到${periodLabel(last)}，没有到期后的报告` : '报告里没有写结果';
}

function resultsOf(dataset: Dataset, c: Completion): PlanResult[] {
  const covers = (p: Period) => p.start <= c.due && c.due <= p.end;
  const rows = rowsOfTask(dataset, c.programme.id, c.place.id).filter(
    (r) => r.unit === c.row.unit && r.status === '实际' && r.done !== null && !isBound(doneSign(r)) && covers(r.period)
  );
  if (rows.length > 0) {
    return rows.map((row) => ({
      value: row.done!,
      period: row.period,
      asOf: row.asOf,
      source: row.source,
      row,
      observation: null
    }));
  }
  const indicator = dataset.indicator(c.programme.indicator);
  if (!indicator || indicator.unit !== c.row.unit) return [];
  const here = dataset
    .observationsIn(indicator.id, c.place.id, '数值')
    .filter((o) => o.status === '实际' && !isBound(o.qualifier));
  return factsOf(here)
    .filter((f) => covers(f.period))
    .map(({ observation: o }) => ({
      value: o.value,
      period: o.period,
      asOf: o.period.end,
      source: o.source,
      row: null,
      observation: o
    }));
}

/** Undefined where the result can't decide it. */
function judge(c: Completion, r: PlanResult): PlanOutcome | undefined {
  const { target, row } = c;
  if (target === null) return undefined;
  // A promise of 0 can only be one to stay at it, and one whose direction nobody states is one to get there.
  const ceiling = c.goal.direction === '控制' || target === 0;
  const reached = meets(r.value, target, { direction: ceiling ? '控制' : '达到', strict: c.goal.strict });
  const samePeriod = r.period.text === row.period.text;
  // What was reached early stays reached; a ceiling may still be broken.
  if (samePeriod && reached && !ceiling) return '达成';
  const final = isIsoDay(r.asOf) && r.asOf >= c.due;
  if (!final) return undefined;
  if (samePeriod) return reached ? '达成' : '未达成';
  // A longer period holds at least as much of what adds up as the plan's own: if even that falls short, so did the plan.
  const longer = r.period.start <= row.period.start && r.period.end >= row.period.end;
  return longer && !reached && !ceiling && !isRateUnit(row.unit) ? '未达成' : undefined;
}

function resultText(c: Completion, r: PlanResult): string {
  const unit = c.row.unit;
  const day = r.asOf === '' ? undefined : parsePeriod(r.asOf);
  const upTo = day ? `到${periodLabel(day)}` : '';
  // A limit that only the indicator states has no sign of its own to show it.
  if (c.goal.direction === '控制' && targetSign(c.row) === '') {
    return `${upTo}实际${formatNumber(r.value, { decimals: null, unit })}，${limitWords(c.target!, false, unit)}`;
  }
  const target = formatNumber(c.target!, { decimals: null, qualifier: targetSign(c.row), unit });
  return `${upTo}完成${formatNumber(r.value, { decimals: null, unit })}，计划${target}`;
}

function notesOf(plans: readonly Plan[]): Note[] {
  const waiting = plans.filter((p) => p.outcome === '待报').length;
  return waiting > 0 ? [{ level: '说明', text: `待报的${waiting}项，数据里没有到期后的结果，不等于没有完成。` }] : [];
}

function verdictOf(all: readonly Plan[], counts: PlanList['counts']): string {
  if (all.length === 0) return '没有符合条件的计划';
  const named = PLAN_OUTCOMES.filter((o) => counts[o] > 0).map((o) => ({
    count: counts[o],
    words: o === '待报' ? '待报结果' : o
  }));
  if (named.length === 1) return `${all.length}项计划${all.length > 1 ? '都' : ''}${named[0]!.words}`;
  const parts = named.map(({ count, words }) => `${count}项${words}`);
  return `${all.length}项计划中${parts.join('，')}`;
}
