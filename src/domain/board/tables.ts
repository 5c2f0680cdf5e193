/**
 * The tables of 任务完成 beside the board's own: 督办清单, 计划清单, 单位 × 任务 and the roll-ups, as screen, print and
 * export show them.
 */
import type { LightCounts, ProgressMatrix } from './matrix';
import { type Plan, type PlanList, planResultSources } from './plans';
import { type RollUp, rollUpSources } from './rollUp';
import { CHANGES, type Supervision, type SupervisionItem, supervisionSources } from './supervision';
import type { Citation } from '../evidence/citation';
import { LIGHT_LEVELS, type LightLevel } from '../lights/rule';
import type { ProgressRow } from '../model/records';
import type { Completion } from '../progress/completion';
import { doneSign, limitSign, targetSign } from '../model/goal';
import { type LeadBasis, leadBasis, leadFigure } from '../progress/leadText';
import { completionSources } from '../progress/sources';
import {
  joinedRemarks,
  numberCell,
  numberColumn,
  sourceTitles,
  type Table,
  type TableCell,
  textCell,
  textColumn,
  valueCell,
  withSources
} from '../table/table';
import { periodLabel } from '../time/periodLabel';
import { formatNumber } from '../wording/format';
import { placeLabel } from '../wording/placeLabel';
import { dayLabel } from '../time/dayLabel';

/** 督办清单: one row an item, in its order; the rule in force is its last note. */
export function supervisionTable(s: Supervision): Table {
  return {
    caption: s.verdict,
    columns: [
      textColumn('light', '灯'),
      textColumn('place', '地区或单位'),
      textColumn('programme', '任务'),
      textColumn('asOf', '截至'),
      numberColumn('done', '完成数'),
      numberColumn('target', '目标'),
      numberColumn('rate', '完成率'),
      numberColumn('elapsed', '序时'),
      numberColumn('lead', '快慢（个百分点）'),
      numberColumn('change', '比上期（个百分点）'),
      numberColumn('remaining', '还差'),
      numberColumn('perDay', '日均还需'),
      numberColumn('perMonth', '月均还需'),
      textColumn('due', '到期'),
      textColumn('responsible', '责任单位'),
      textColumn('litSince', '亮这灯起'),
      textColumn('slowerSince', '变慢起'),
      textColumn('sources', '来源'),
      textColumn('remark', '说明')
    ],
    rows: s.items.map(supervisionRow),
    notes: [...s.notes, { level: '说明', text: `亮灯规则：${s.ruleText}。` }]
  };
}

function supervisionRow(item: SupervisionItem): TableCell[] {
  const { completion: c, change, needed, why } = item;
  const { row } = c;
  const unit = row.unit;
  const sources = completionSources(c);
  const paceIn = (pace: number | null) =>
    withSources(numberCell(pace, { decimals: pace !== null && pace < 1 ? 2 : 1, unit }), sources);
  return [
    { ...textCell(lightText(c)), light: c.light.level },
    textCell(placeLabel(c.place)),
    textCell(c.programme.name),
    textCell(dayLabel(row.asOf)),
    withSources(numberCell(c.done, { unit, qualifier: doneSign(row) }), sources),
    targetCell(c, sources),
    withSources(valueCell(c.rateText, c.rate), sources),
    withSources(numberCell(c.elapsed, { decimals: 2, unit: '%' }), sources),
    withSources(leadCell(c), sources),
    withSources(signed(change, leadBasis(c)), supervisionSources(item)),
    withSources(remainingCell(c, needed.remaining), sources),
    paceIn(needed.perDay),
    paceIn(needed.perMonth),
    textCell(dayLabel(c.due)),
    textCell(c.responsible),
    textCell(dayLabel(item.litSince)),
    textCell(item.falls.count > 0 ? `${dayLabel(item.falls.since)}（${item.falls.count}期）` : ''),
    textCell(sourceTitles(rowsIn(c))),
    textCell(
      joinedRemarks([
        why,
        needed.implied && needed.perDay !== null ? '按推算目标' : '',
        needed.reason,
        ...c.notes.map((n) => n.text),
        row.note
      ])
    )
  ];
}

function targetCell(c: Completion, at: readonly Citation[]): TableCell {
  if (c.target !== null) return withSources(numberCell(c.target, { unit: c.row.unit, qualifier: limitSign(c) }), at);
  const implied = numberCell(c.impliedTarget, { unit: c.row.unit });
  return withSources(implied.text === '' ? implied : { ...implied, text: `推算${implied.text}` }, at);
}

/** `慢14.3` under a head that says 个百分点; of a limit alone `超2例`, whose number is in the row's own unit. */
function leadCell(c: Completion): TableCell {
  return leadBasis(c) === '控制数' ? textCell(leadFigure(c)) : valueCell(leadFigure(c), c.lead);
}

/** What a target lacks; of a limit what is left of it, or how far it is passed. */
function remainingCell(c: Completion, remaining: number | null): TableCell {
  if (remaining === null || c.goal.direction !== '控制') return numberCell(remaining, { unit: c.row.unit });
  const text = formatNumber(Math.abs(remaining), { decimals: null, unit: c.row.unit });
  return valueCell(remaining === 0 ? text : `${remaining > 0 ? '余' : '超'}${text}`, remaining);
}

/** 计划清单, by due day. */
export function planTable(list: PlanList): Table {
  return {
    caption: list.verdict,
    columns: [
      textColumn('due', '到期'),
      textColumn('place', '地区或单位'),
      textColumn('programme', '任务'),
      numberColumn('target', '计划'),
      textColumn('outcome', '结果'),
      numberColumn('result', '完成数'),
      textColumn('asOf', '截至'),
      textColumn('responsible', '责任单位'),
      textColumn('sources', '来源'),
      textColumn('remark', '说明')
    ],
    rows: list.plans.map(planRow),
    notes: list.notes
  };
}

function planRow(plan: Plan): TableCell[] {
  const { completion: c, due, outcome, result, reason } = plan;
  const { row } = c;
  const target = valueCell(
    formatNumber(c.target ?? NaN, { decimals: null, qualifier: targetSign(row) || limitSign(c), unit: row.unit }),
    c.target
  );
  return [
    textCell(dayLabel(due)),
    textCell(placeLabel(c.place)),
    textCell(c.programme.name),
    withSources(c.target === null ? textCell('') : target, completionSources(c)),
    textCell(outcome),
    withSources(numberCell(result?.value ?? null, { unit: row.unit }), planResultSources(plan)),
    textCell(dayLabel(result?.asOf ?? '')),
    textCell(c.responsible),
    textCell(sourceTitles([...rowsIn(c), ...(result ? [result] : [])])),
    textCell(joinedRemarks([reason, ...c.notes.map((n) => n.text), row.note]))
  ];
}

/** 单位 × 任务: a cell is shape, word and rate; the last column and the last row count the lights. */
export function boardMatrixTable(m: ProgressMatrix): Table {
  const levels = LIGHT_LEVELS.filter((l) => m.counts[l] > 0);
  const totals = (counts: LightCounts) => textCell(countsText(counts, levels, m));
  return {
    caption: m.verdict,
    columns: [
      textColumn('place', '地区或单位'),
      ...m.columns.map(({ programme }) => textColumn(programme.id, programme.name)),
      textColumn('total', '合计')
    ],
    rows: [
      ...m.rows.map((r) => [textCell(placeLabel(r.place)), ...r.cells.map(matrixCell), totals(r.counts)]),
      ...(m.rows.length > 0 ? [[textCell('合计'), ...m.columns.map((c) => totals(c.counts)), totals(m.counts)]] : [])
    ],
    notes: [...m.notes, { level: '说明', text: `亮灯规则：${m.ruleText}。` }]
  };
}

function matrixCell(c: Completion | null): TableCell {
  if (!c) return textCell('');
  const amount =
    c.rateText ||
    (c.done === null ? '' : formatNumber(c.done, { decimals: null, qualifier: doneSign(c.row), unit: c.row.unit }));
  return withSources(
    { text: `${lightText(c)} ${amount}`.trim(), value: c.rate, light: c.light.level },
    completionSources(c)
  );
}

function countsText(counts: LightCounts, levels: readonly LightLevel[], m: ProgressMatrix): string {
  const lights = m.rows.flatMap((r) => r.cells.flatMap((c) => c?.light ?? []));
  return levels
    .filter((l) => counts[l] > 0)
    .map((l) => `${lights.find((x) => x.level === l)!.shape}${counts[l]}`)
    .join(' ');
}

/** One row a roll-up: the sum beside what the county states. */
export function rollUpTable(rollUps: readonly RollUp[]): Table {
  const notes = new Map(rollUps.flatMap((r) => r.notes).map((n) => [n.text, n]));
  return {
    caption: '各单位合计与自报数',
    columns: [
      textColumn('place', '地区'),
      textColumn('programme', '任务'),
      textColumn('period', '任务期'),
      numberColumn('done', '各单位合计'),
      textColumn('asOf', '合计截至'),
      numberColumn('rate', '合计完成率（%）'),
      numberColumn('own', '自报完成数'),
      textColumn('ownAsOf', '自报截至'),
      numberColumn('ownRate', '自报完成率（%）'),
      numberColumn('difference', '合计减自报'),
      textColumn('remark', '说明')
    ],
    rows: rollUps.map((r) => {
      const unit = r.parts[0]!.row.unit;
      const ownSources = r.own ? completionSources(r.own) : [];
      return [
        textCell(placeLabel(r.county)),
        textCell(r.programme.name),
        textCell(periodLabel(r.period)),
        r.done === null
          ? textCell(r.missing.length > 0 ? `${r.missing.length}家没有完成数，不作合计` : '不作合计')
          : withSources(numberCell(r.done, { unit }), rollUpSources(r)),
        textCell(dayLabel(r.asOf) || (r.parts.some((c) => c.row.asOf !== '') ? '截止日不一' : '没有写明')),
        r.rate === null
          ? textCell(noRateReason(r))
          : withSources(numberCell(r.rate, { decimals: 2, unit: '%' }), rollUpSources(r)),
        r.own === null || r.own.done === null
          ? textCell(r.own ? '没有写完成数' : '没有自报')
          : withSources(numberCell(r.own.done, { unit: r.own.row.unit }), ownSources),
        textCell(r.own ? dayLabel(r.own.row.asOf) || '没有写明' : '没有自报'),
        r.own === null || r.own.rate === null
          ? textCell(r.own ? '没有写完成率' : '没有自报')
          : withSources(valueCell(r.own.rateText, r.own.rate), ownSources),
        r.difference === null
          ? textCell(noDifferenceReason(r))
          : withSources(numberCell(r.difference, { unit }), rollUpSources(r, true)),
        textCell(r.text)
      ];
    }),
    notes: [...notes.values()]
  };
}

/** Why a sum has no rate. */
function noRateReason({ done, target }: RollUp): string {
  if (done === null) return '不作合计';
  return target === null ? '目标没有写全' : '目标合计为0';
}

/** Why a sum has nothing to be held against. */
function noDifferenceReason({ done, own }: RollUp): string {
  if (done === null) return '不作合计';
  if (own === null) return '没有自报';
  return own.done === null ? '没有写完成数' : '计量单位不同';
}

function lightText(c: Completion): string {
  return `${c.light.shape}${c.light.word}`;
}

function rowsIn(c: Completion): ProgressRow[] {
  return [c.row, ...c.witnesses];
}

function signed(change: number | null, basis: LeadBasis | null): TableCell {
  if (change === null) return textCell('');
  const size = formatNumber(Math.abs(change), { decimals: Math.abs(change) < 0.05 ? 2 : 1 });
  return valueCell(change === 0 ? '持平' : `${CHANGES[basis ?? '序时'][change > 0 ? 0 : 1]}${size}`, change);
}
