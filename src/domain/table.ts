/**
 * The table twins of the charts: the same rows in the same order with the same rounding, and what the
 * chart leaves out as rows of its own.
 */
import type { Comparison, ComparisonRow, HeatCell, HeatTable } from './compare';
import type { Completion, ProgressBoard } from './completion';
import type { Observation, ProgressRow } from './dataset';
import { formatNumber } from './format';
import type { LightColour } from './lights';
import type { Note } from './note';
import { cellSources } from './heatSources';
import { parsePeriod, periodLabel } from './period';
import { placeLabel } from './placeLabel';
import {
  changeSources,
  comparedSources,
  completionSources,
  gapSources,
  lineOf,
  pointSources,
  referenceSources,
  type SourceLine
} from './sourceLines';
import type { Trend, TrendPoint, TrendSeries } from './trend';

export { comparisonSources, progressSources, trendSources, type SourceLine } from './sourceLines';

export interface TableColumn {
  readonly key: string;
  readonly title: string;
  readonly align: '左' | '右';
}

export interface TableCell {
  readonly text: string;
  /** The number behind the text, not rounded; null where the cell isn't a number. */
  readonly value: number | null;
  /** Where the figure stands in the reports; absent where the cell isn't one. */
  readonly sources?: readonly SourceLine[];
  /** The light it tells, whose colour it may wear; absent where it tells none. */
  readonly light?: LightColour;
}

export interface Table {
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  /** One cell a column. */
  readonly rows: readonly (readonly TableCell[])[];
  readonly notes: readonly Note[];
}

/** Drawn rows in their order, the reference line, what was left out, and places without a number. */
export function comparisonTable(c: Comparison): Table {
  return {
    caption: c.verdict,
    columns: [
      right('rank', '名次'),
      left('place', '地区'),
      right('value', `数值（${c.unit}）`),
      left('period', '时期'),
      left('gap', '与前一名相差'),
      left('sources', '来源'),
      left('remark', '说明')
    ],
    rows: [
      ...c.rows.map((r) => comparisonRow(c, r)),
      ...referenceRow(c),
      ...c.leftOut.map(({ place, observation, reason }) => [
        words(''),
        words(placeLabel(place)),
        stands(words('未列入'), [lineOf(observation, '未列入比较')]),
        words(periodLabel(observation.period)),
        words(''),
        words(titles([observation])),
        words(reason)
      ]),
      ...c.missing.map(({ place, reason, at }) => [
        words(''),
        words(placeLabel(place)),
        stands(words('无数据'), at ? [lineOf(at)] : []),
        ...blanks(3),
        words(`无数据：${reason}`)
      ])
    ],
    notes: c.notes
  };
}

function referenceRow(c: Comparison): TableCell[][] {
  const { reference } = c;
  if (!reference) return [];
  // The label stands before the figure in the text at the line.
  const figureText = reference.text.slice(reference.label.length);
  return [
    [
      words(''),
      words(`参考线：${reference.label}`),
      stands(number(figureText, reference.value), referenceSources(c)),
      ...blanks(4)
    ]
  ];
}

function comparisonRow(c: Comparison, r: ComparisonRow): TableCell[] {
  const rank =
    r.rank === null ? words(r.fits ? '不排名' : '不可比') : number(`${r.tied ? '并列' : ''}${r.rank}`, r.rank);
  const at = comparedSources(c, r);
  return [
    stands(rank, at),
    words(placeLabel(r.place)),
    stands(number(r.text, r.value), at),
    words(periodLabel(r.observation.period)),
    stands(words(r.gapToNext), gapSources(c, r)),
    words(titles(r.witnesses)),
    words(remarks([r.reason, ...observationRemarks(r.observation)]))
  ];
}

/** One row a point, series by series, then places without a number. */
export function trendTable(t: Trend): Table {
  return {
    caption: t.verdict,
    columns: [
      left('series', '地区'),
      left('period', '时期'),
      right('value', `数值（${t.indicator.unit}）`),
      left('stated', '原文同比'),
      left('computed', '按数计算同比'),
      left('source', '来源'),
      left('remark', '说明')
    ],
    rows: [
      ...t.series.flatMap((s) =>
        s.segments.flatMap((segment, i) => segment.map((p, j) => trendRow(s, p, i > 0 && j === 0)))
      ),
      ...t.missing.map(({ place, reason, at }) => [
        words(placeLabel(place)),
        words(''),
        stands(words('无数据'), at ? [lineOf(at)] : []),
        ...blanks(3),
        words(`无数据：${reason}`)
      ])
    ],
    notes: t.notes
  };
}

function trendRow(s: TrendSeries, p: TrendPoint, afterGap: boolean): TableCell[] {
  const stated = p.statedChange?.observation;
  const remark = remarks([
    p.derived ? '推算，原文没有写' : '',
    afterGap ? '与上一行不连' : '',
    p.differs ? '原文同比与按数计算不一致' : '',
    ...(p.observation ? observationRemarks(p.observation) : [])
  ]);
  return [
    words(s.label),
    words(periodLabel(p.period)),
    stands(number(p.text, p.value), pointSources(p)),
    stands(change(p.statedChange?.text, stated?.value), stated ? [lineOf(stated, '原文同比')] : []),
    stands(change(p.computedChange?.text, p.computedChange?.value), changeSources(p)),
    words(titles(p.witnesses)),
    words(remark)
  ];
}

function change(text: string | undefined, value: number | null | undefined): TableCell {
  return { text: text ?? '', value: value ?? null };
}

/** Rows in their order, then plans. */
export function progressTable(b: ProgressBoard): Table {
  return {
    caption: b.verdict,
    columns: [
      left('light', '灯'),
      left('programme', '任务'),
      left('place', '地区或单位'),
      left('period', '任务期'),
      right('done', '完成数'),
      right('target', '目标'),
      right('rate', '完成率（%）'),
      right('computed', '按数计算（%）'),
      right('elapsed', '序时（%）'),
      right('lead', '快慢（个百分点）'),
      left('asOf', '截至'),
      left('sources', '来源'),
      left('remark', '说明')
    ],
    rows: [...b.rows, ...b.plans].map(progressRow),
    notes: b.notes
  };
}

function progressRow(c: Completion): TableCell[] {
  const { row } = c;
  const from = completionSources(c);
  const at = (cell: TableCell) => stands(cell, from);
  const own = c.notes.map((n) => n.text.replace(/。$/, ''));
  const dark = c.light.colour === '无' ? c.light.reason : '';
  return [
    words(`${c.light.shape}${c.light.word}`),
    words(c.programme.name),
    words(placeLabel(c.place)),
    words(periodLabel(row.period)),
    at(figure(c.done, { qualifier: row.qualifier, unit: row.unit })),
    at(targetCell(c)),
    at(c.rate === null ? words('') : number(c.rateText, c.rate)),
    at(figure(c.computed, { decimals: 2, unit: '%' })),
    at(figure(c.elapsed, { decimals: 2, unit: '%' })),
    at(number(c.leadText, c.lead)),
    words(row.asOf === '' ? '' : dayLabel(row.asOf)),
    words(titles([row, ...c.witnesses])),
    words(remarks([dark, ...own, row.note]))
  ];
}

function targetCell(c: Completion): TableCell {
  const { row } = c;
  const qualifier = c.done === null && c.rate === null ? row.qualifier : '';
  if (c.target !== null) return figure(c.target, { qualifier, unit: row.unit });
  const implied = figure(c.impliedTarget, { unit: row.unit });
  return implied.text === '' ? implied : { ...implied, text: `推算${implied.text}` };
}

/** One row an indicator, one column a place. */
export function heatTableTable(h: HeatTable): Table {
  return {
    caption: h.verdict,
    columns: [left('indicator', '指标'), ...h.places.map((p) => right(p.id, placeLabel(p)))],
    rows: h.rows.map((r) => [words(`${r.indicator.name}（${r.indicator.unit}）`), ...r.cells.map(heatCell)]),
    notes: h.notes
  };
}

function heatCell(c: HeatCell): TableCell {
  if (c.value === null) return stands(words(`无数据：${c.reason}`), cellSources(c));
  return stands(number(c.reason === '' ? c.text : `${c.text}（${c.reason}）`, c.value), cellSources(c));
}

/** What a figure's own row says about it. */
function observationRemarks(o: Observation): string[] {
  return [o.status === '实际' ? '' : o.status === '预计' ? '预计数' : o.status, o.note];
}

/** Titles with their grade, each once. */
function titles(rows: readonly (Observation | ProgressRow)[]): string {
  return [...new Set(rows.map(({ source }) => `${source.title}（${source.grade}级）`))].join('；');
}

function remarks(parts: readonly string[]): string {
  return [...new Set(parts.map((p) => p.replace(/。$/, '')).filter(Boolean))].join('；');
}

function dayLabel(day: string): string {
  const period = parsePeriod(day);
  return period ? periodLabel(period) : day;
}

function figure(value: number | null, style: Parameters<typeof formatNumber>[1]): TableCell {
  return value === null ? words('') : number(formatNumber(value, style), value);
}

function number(text: string, value: number | null): TableCell {
  return { text, value };
}

/** The cell with where its figure stands; an empty cell stands nowhere. */
function stands(cell: TableCell, sources: readonly SourceLine[]): TableCell {
  return cell.text === '' || sources.length === 0 ? cell : { ...cell, sources };
}

function words(text: string): TableCell {
  return { text, value: null };
}

function blanks(n: number): TableCell[] {
  return Array.from({ length: n }, () => words(''));
}

function left(key: string, title: string): TableColumn {
  return { key, title, align: '左' };
}

function right(key: string, title: string): TableColumn {
  return { key, title, align: '右' };
}
