/**
 * The tables of 任务完成 beside the board's own: 督办清单, 计划清单, 单位 × 任务 and the roll-ups, as screen, print and
 * export show them.
 */
import type { LightCounts, ProgressMatrix } from './matrix';
import { type Plan, type PlanList, planResultSources } from './plans';
import { type RollUp, rollUpSources } from './rollUp';
import { CHANGES, type Supervision, type SupervisionItem, supervisionSources } from './supervision';
import type { SourceLine } from '../evidence/citation';
import { LIGHT_LEVELS, type LightLevel } from '../lights/rule';
import type { Qualifier, Source } from '../model/records';
import type { Completion } from '../progress/completion';
import { doneSign, limitSign } from '../model/goal';
import { type LeadBasis, leadBasis, leadFigure } from '../progress/leadText';
import { completionSources } from '../progress/sources';
import type { Table, TableCell, TableColumn } from '../table/table';
import { periodLabel } from '../time/periodLabel';
import { formatNumber } from '../wording/format';
import { placeLabel } from '../wording/placeLabel';
import { dayLabel } from '../time/dayLabel';
import { withoutFullStop } from '../wording/withoutFullStop';

/** 督办清单: one row an item, in its order; the rule in force is its last note. */
export function supervisionTable(s: Supervision): Table {
  return {
    caption: s.verdict,
    columns: [
      left('light', '灯'),
      left('place', '地区或单位'),
      left('programme', '任务'),
      left('asOf', '截至'),
      right('done', '完成数'),
      right('target', '目标'),
      right('rate', '完成率'),
      right('elapsed', '序时'),
      right('lead', '快慢（个百分点）'),
      right('change', '比上期（个百分点）'),
      right('remaining', '还差'),
      right('perDay', '日均还需'),
      right('perMonth', '月均还需'),
      left('due', '到期'),
      left('responsible', '责任单位'),
      left('sources', '来源'),
      left('remark', '说明')
    ],
    rows: s.items.map(supervisionRow),
    notes: [...s.notes, { level: '说明', text: `亮灯规则：${s.ruleText}。` }]
  };
}

function supervisionRow(item: SupervisionItem): TableCell[] {
  const { completion: c, change, needed, why } = item;
  const { row } = c;
  const unit = row.unit;
  const at = completionSources(c);
  const paceIn = (pace: number | null) => stands(figure(pace, pace !== null && pace < 1 ? 2 : 1, unit), at);
  return [
    { ...words(lightText(c)), light: c.light.level },
    words(placeLabel(c.place)),
    words(c.programme.name),
    words(dayLabel(row.asOf)),
    stands(figure(c.done, null, unit, doneSign(row)), at),
    targetCell(c, at),
    stands(number(c.rateText, c.rate), at),
    stands(figure(c.elapsed, 2, '%'), at),
    stands(leadCell(c), at),
    stands(signed(change, leadBasis(c)), supervisionSources(item)),
    stands(remainingCell(c, needed.remaining), at),
    paceIn(needed.perDay),
    paceIn(needed.perMonth),
    words(dayLabel(c.due)),
    words(c.responsible),
    words(titlesOf(sourcesIn(c))),
    words(
      remarks([
        why,
        needed.implied && needed.perDay !== null ? '按推算目标' : '',
        needed.reason,
        ...c.notes.map((n) => n.text),
        row.note
      ])
    )
  ];
}

function targetCell(c: Completion, at: readonly SourceLine[]): TableCell {
  if (c.target !== null) return stands(figure(c.target, null, c.row.unit, limitSign(c)), at);
  const implied = figure(c.impliedTarget, null, c.row.unit);
  return stands(implied.text === '' ? implied : { ...implied, text: `推算${implied.text}` }, at);
}

/** `慢14.3` under a head that says 个百分点; of a limit alone `超2例`, whose number is in the row's own unit. */
function leadCell(c: Completion): TableCell {
  return leadBasis(c) === '控制数' ? words(leadFigure(c)) : number(leadFigure(c), c.lead);
}

/** What a target lacks; of a limit what is left of it, or how far it is passed. */
function remainingCell(c: Completion, remaining: number | null): TableCell {
  if (remaining === null || c.goal.direction !== '控制') return figure(remaining, null, c.row.unit);
  const text = formatNumber(Math.abs(remaining), { decimals: null, unit: c.row.unit });
  return number(remaining === 0 ? text : `${remaining > 0 ? '余' : '超'}${text}`, remaining);
}

/** 计划清单, by due day. */
export function planTable(list: PlanList): Table {
  return {
    caption: list.verdict,
    columns: [
      left('due', '到期'),
      left('place', '地区或单位'),
      left('programme', '任务'),
      right('target', '计划'),
      left('outcome', '结果'),
      right('result', '完成数'),
      left('asOf', '截至'),
      left('responsible', '责任单位'),
      left('sources', '来源'),
      left('remark', '说明')
    ],
    rows: list.plans.map(planRow),
    notes: list.notes
  };
}

function planRow(plan: Plan): TableCell[] {
  const { completion: c, due, outcome, result, reason } = plan;
  const { row } = c;
  const target = number(
    formatNumber(c.target ?? NaN, { decimals: null, qualifier: row.qualifier || limitSign(c), unit: row.unit }),
    c.target
  );
  return [
    words(dayLabel(due)),
    words(placeLabel(c.place)),
    words(c.programme.name),
    stands(c.target === null ? words('') : target, completionSources(c)),
    words(outcome),
    stands(figure(result?.value ?? null, null, row.unit), planResultSources(plan)),
    words(dayLabel(result?.asOf ?? '')),
    words(c.responsible),
    words(titlesOf([...sourcesIn(c), ...(result ? [result.source] : [])])),
    words(remarks([reason, ...c.notes.map((n) => n.text), row.note]))
  ];
}

/** 单位 × 任务: a cell is shape, word and rate; the last column and the last row count the lights. */
export function matrixTable(m: ProgressMatrix): Table {
  const levels = LIGHT_LEVELS.filter((l) => m.counts[l] > 0);
  const totals = (counts: LightCounts) => words(countsText(counts, levels, m));
  return {
    caption: m.verdict,
    columns: [
      left('place', '地区或单位'),
      ...m.columns.map(({ programme }) => left(programme.id, programme.name)),
      left('total', '合计')
    ],
    rows: [
      ...m.rows.map((r) => [words(placeLabel(r.place)), ...r.cells.map(matrixCell), totals(r.counts)]),
      ...(m.rows.length > 0 ? [[words('合计'), ...m.columns.map((c) => totals(c.counts)), totals(m.counts)]] : [])
    ],
    notes: [...m.notes, { level: '说明', text: `亮灯规则：${m.ruleText}。` }]
  };
}

function matrixCell(c: Completion | null): TableCell {
  if (!c) return words('');
  const amount =
    c.rateText ||
    (c.done === null ? '' : formatNumber(c.done, { decimals: null, qualifier: doneSign(c.row), unit: c.row.unit }));
  return stands(
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
      left('place', '地区'),
      left('programme', '任务'),
      left('period', '任务期'),
      right('done', '各单位合计'),
      left('asOf', '合计截至'),
      right('rate', '合计完成率（%）'),
      right('own', '自报完成数'),
      left('ownAsOf', '自报截至'),
      right('ownRate', '自报完成率（%）'),
      right('difference', '合计减自报'),
      left('remark', '说明')
    ],
    rows: rollUps.map((r) => {
      const unit = r.parts[0]!.row.unit;
      const at = r.own ? completionSources(r.own) : [];
      return [
        words(placeLabel(r.county)),
        words(r.programme.name),
        words(periodLabel(r.period)),
        r.done === null
          ? words(r.missing.length > 0 ? `${r.missing.length}家没有完成数，不作合计` : '不作合计')
          : stands(figure(r.done, null, unit), rollUpSources(r)),
        words(dayLabel(r.asOf) || (r.parts.some((c) => c.row.asOf !== '') ? '截止日不一' : '没有写明')),
        r.rate === null ? words(noRateReason(r)) : stands(figure(r.rate, 2, '%'), rollUpSources(r)),
        r.own === null || r.own.done === null
          ? words(r.own ? '没有写完成数' : '没有自报')
          : stands(figure(r.own.done, null, r.own.row.unit), at),
        words(r.own ? dayLabel(r.own.row.asOf) || '没有写明' : '没有自报'),
        r.own === null || r.own.rate === null
          ? words(r.own ? '没有写完成率' : '没有自报')
          : stands(number(r.own.rateText, r.own.rate), at),
        r.difference === null
          ? words(noDifferenceReason(r))
          : stands(figure(r.difference, null, unit), rollUpSources(r, true)),
        words(r.text)
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

function sourcesIn(c: Completion): Source[] {
  return [c.row, ...c.witnesses].map((r) => r.source);
}

/** Titles with their grade, each once. */
function titlesOf(sources: readonly Source[]): string {
  return [...new Set(sources.map((s) => `${s.title}（${s.grade}级）`))].join('；');
}

function signed(change: number | null, basis: LeadBasis | null): TableCell {
  if (change === null) return words('');
  const size = formatNumber(Math.abs(change), { decimals: Math.abs(change) < 0.05 ? 2 : 1 });
  return number(change === 0 ? '持平' : `${CHANGES[basis ?? '序时'][change > 0 ? 0 : 1]}${size}`, change);
}

function figure(value: number | null, decimals: number | null, unit: string, qualifier: Qualifier = ''): TableCell {
  return value === null ? words('') : number(formatNumber(value, { decimals, qualifier, unit }), value);
}

function remarks(parts: readonly string[]): string {
  return [...new Set(parts.map(withoutFullStop).filter(Boolean))].join('；');
}

function stands(cell: TableCell, sources: readonly SourceLine[]): TableCell {
  return cell.text === '' || sources.length === 0 ? cell : { ...cell, sources };
}

function number(text: string, value: number | null): TableCell {
  return { text, value };
}

function words(text: string): TableCell {
  return { text, value: null };
}

function left(key: string, title: string): TableColumn {
  return { key, title, align: '左' };
}

function right(key: string, title: string): TableColumn {
  return { key, title, align: '右' };
}
