/**
 * The lists of 任务完成: 计划清单, 督办清单, 合计核对. Each is a figure whose body is its table.
 */
import type { Views } from '../domain/address/views';
import { progressBoard } from '../domain/board/board';
import type { PlanOutcome } from '../domain/board/planOutcome';
import { planList, type PlanList, planSources } from '../domain/board/plans';
import type { RollUp } from '../domain/board/rollUp';
import { type Supervision, supervisionList, supervisionSources } from '../domain/board/supervision';
import { planTable, rollUpTable, supervisionTable } from '../domain/board/tables';
import { taskCards } from '../domain/cards/taskCard';
import { LIGHT_NAMES } from '../domain/lights/rule';
import type { Dataset } from '../domain/model/dataset';
import { completionSources, latestAsOf, reportsOf } from '../domain/progress/sources';
import type { Table } from '../domain/table/table';
import { type ExportName, untilText } from './fileName';
import type { Figure } from './figure';
import { progressQuery } from './progressQuery';
import { oncePerView, withLazy } from './once';

const LIST = { reporters: [], absent: [], problems: [], spotlight: '' } as const;

export interface PlansFigure extends Figure {
  readonly list: PlanList;
}

/** Plans by due day, with what became of each. */
export const plansFigure = oncePerView(computePlansFigure);

function computePlansFigure(dataset: Dataset, view: Views['progress']): PlansFigure {
  const { place, query } = progressQuery(dataset, view);
  const list = planList(dataset, { ...query, outcome: (view.outcome || undefined) as PlanOutcome | undefined });
  const results = list.plans.flatMap((p) => p.result ?? []);
  // Plans without a result are as old as the reports that state them.
  const cutoff = latestAsOf(results) || latestAsOf(dataset.progress.filter((row) => list.sources.includes(row.source)));
  return withLazy<PlansFigure, 'table' | 'citations'>(
    {
      ...LIST,
      list,
      verdict: list.verdict,
      subtitle: '按到期日排列；同一任务同一地区后来有结果的，对照结果',
      notes: list.notes,
      sources: list.sources,
      cutoff,
      taskCards: taskCards(
        dataset,
        list.plans.map((p) => p.completion)
      ),
      file: fileOf('计划清单', dataset, place, cutoff),
      body: { kind: 'table', columns: [0, 1, 2, 3, 4, 5] }
    },
    { table: () => planTable(list), citations: () => list.plans.flatMap(planSources) }
  );
}

export interface SupervisionFigure extends Figure {
  readonly list: Supervision;
}

/** What a meeting has to take up, by the rule in force. */
export const supervisionFigure = oncePerView(computeSupervisionFigure);

function computeSupervisionFigure(dataset: Dataset, view: Views['progress']): SupervisionFigure {
  const { place, query } = progressQuery(dataset, view);
  const list = supervisionList(dataset, { ...query, slower: view.slower });
  const rows = list.items.map((item) => item.completion);
  const names = LIGHT_NAMES[list.rule.palette];
  const table = supervisionTable(list);
  return withLazy<SupervisionFigure, 'citations'>(
    {
      ...LIST,
      list,
      verdict: list.verdict,
      subtitle: view.slower
        ? `只列${names.bad}灯且比上期更慢的；变慢是快慢比前一个截止日差，连着几期都差的写明从哪天起`
        : `${names.bad}灯，或${names.middling}灯且比上期更慢；${names.bad}灯在前，慢的在前`,
      notes: list.notes,
      sources: reportsOf(dataset, rows),
      cutoff: list.cutoff,
      rule: list.ruleText,
      lights: list.rule.palette,
      table,
      taskCards: taskCards(dataset, rows),
      file: fileOf(view.slower ? `${names.bad}灯且变慢` : '督办清单', dataset, place, list.cutoff),
      body: {
        kind: 'table',
        columns: filled(table, view.slower ? [0, 1, 2, 6, 8, 14, 15, 16] : [0, 1, 2, 6, 8, 10, 13, 14])
      }
    },
    { citations: () => list.items.flatMap(supervisionSources) }
  );
}

/** Of some columns those that say something in at least one row. */
function filled(table: Table, columns: readonly number[]): number[] {
  return columns.filter((at) => table.rows.length === 0 || table.rows.some((row) => row[at]!.text !== ''));
}

export interface SumsFigure extends Figure {
  readonly rollUps: readonly RollUp[];
}

/** What the organisations of a county add up to, beside what the county states. */
export const sumsFigure = oncePerView(computeSumsFigure);

function computeSumsFigure(dataset: Dataset, view: Views['progress']): SumsFigure {
  const { place, query } = progressQuery(dataset, view);
  const rollUps = [...progressBoard(dataset, { ...query, light: undefined, organisation: undefined }).rollUps].sort(
    telling
  );
  const rows = rollUps.flatMap((r) => (r.own ? [...r.parts, r.own] : r.parts));
  const table = rollUpTable(rollUps);
  return withLazy<SumsFigure, 'citations'>(
    {
      ...LIST,
      rollUps,
      verdict: rollUps[0]?.text ?? '没有两家以上单位都报的任务',
      subtitle: '合计是各单位完成数相加，率是合计完成数÷合计目标；有这项任务的单位都报了、截止日也相同才合计',
      notes: table.notes,
      sources: reportsOf(dataset, rows),
      cutoff: latestAsOf(rows.map((c) => c.row)),
      table,
      taskCards: taskCards(dataset, rows),
      file: fileOf('合计核对', dataset, place, latestAsOf(rows.map((c) => c.row))),
      body: { kind: 'table', columns: [0, 1, 3, 4, 6, 7, 9] }
    },
    { citations: () => rows.flatMap(completionSources) }
  );
}

/** Where the two stand side by side and differ most in the county's favour first, then sums alone, then what isn't summed. */
function telling(a: RollUp, b: RollUp): number {
  const weight = (r: RollUp) => (r.difference !== null ? (r.difference > 0 ? 0 : 1) : r.done !== null ? 2 : 3);
  return weight(a) - weight(b);
}

function fileOf(list: string, dataset: Dataset, place: string, cutoff: string): ExportName {
  return [list, dataset.place(place)?.name ?? '全部地区', untilText(cutoff)];
}
