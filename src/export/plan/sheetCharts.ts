/** The charts of a workbook, beside the tables of their figures, and the sheet with their numbers. */
import type { NativeChart } from '../../charts/office/nativeChart';
import { cleanText } from '../../domain/wording/cleanText';
import type { Figure } from '../../figures/figure';
import { sheetCategories } from './categoryNames';
import { columnLetters } from './columnName';
import { MEASURED, type WorkbookCell, type SheetChart, type SheetPlan } from './sheetPlan';

/** Where the numbers of charts stand: in the units of their axes, gaps left empty. */
export const CHART_SHEET = '图的数据';
/** A chart of more bars is read by nobody; the table beside it has them all. */
const MOST_ROWS = 40;
/** Rows of a table above its first row of numbers. */
const TABLE_TOP = 3;

/** One chart a figure, undefined where it has none; the sheet is undefined where no figure has one. */
export function sheetCharts(
  figures: readonly Figure[],
  names: readonly string[]
): { readonly charts: readonly (SheetChart | undefined)[]; readonly sheet: SheetPlan | undefined } {
  const rows: (WorkbookCell | null)[][] = [
    [{ value: '图上的数，以图的坐标轴为单位；改这里，图跟着变。', style: 'soft', align: '左' }]
  ];
  const charts = figures.map((figure, i): SheetChart | undefined => {
    const chart = chartOf(figure);
    if (!chart) return undefined;
    const title = `${names[i]!}：${figure.verdict}`;
    rows.push([], [{ value: cleanText(title), style: 'soft', align: '左' }]);
    const source = { sheet: CHART_SHEET, row: rows.length + 1 };
    rows.push(...dataRows(chart, source.row));
    const column = figure.table.columns.length * (figure.body.kind === 'heat' ? 2 : 1) + 1;
    return { title: figure.verdict, chart, at: { column, row: TABLE_TOP }, source };
  });
  if (charts.every((chart) => chart === undefined)) return { charts, sheet: undefined };
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const widths = Array.from({ length: widest }, () => MEASURED);
  return { charts, sheet: { name: CHART_SHEET, rows, widths, frozen: 1, tableRows: 0 } };
}

/** Lights stand in the names by their shapes; what stands beside the bars on a slide is in the table here. */
function chartOf({ body }: Figure): NativeChart | undefined {
  if (body.kind !== 'chart' || (body.owners !== null && body.rows === 0)) return undefined;
  const native = body.native?.(0, Math.min(body.rows, MOST_ROWS));
  if (!native || native.series.length === 0) return undefined;
  const { kind, categories, series, min, max, step, gaps, across, remarks, handling } = native;
  const axis = { min, max, ...(step === undefined ? {} : { step }) };
  return {
    kind,
    categories,
    series,
    ...axis,
    ...(gaps ? { gaps } : {}),
    ...(across ? { across } : {}),
    remarks,
    handling
  };
}

/** @param top row of the names of its series, 1-based */
function dataRows(chart: NativeChart, top: number): (WorkbookCell | null)[][] {
  const { categories, series } = chart;
  const { texts, title } = sheetCategories(chart);
  const head = (value: string): WorkbookCell => ({ value: cleanText(value), style: 'head', align: '左' });
  return [
    [head('图中的名称'), ...series.map(({ name }) => head(name)), ...(title ? [head('横轴上写的')] : [])],
    ...categories.map((name, at) => [
      name === '' ? null : ({ value: cleanText(name), style: 'plain', align: '左' } as const),
      ...series.map(({ points, formula }): WorkbookCell | null => {
        const p = points[at];
        const own = formula?.((other) => `${columnLetters(other + 1)}${top + 1 + at}`);
        if (own) return { value: p?.value ?? 0, formula: own, style: 'plain', align: '右' };
        return p ? { value: p.value, ...(p.format ? { format: p.format } : {}), style: 'plain', align: '右' } : null;
      }),
      ...(title && texts[at] ? [{ value: texts[at], style: 'plain', align: '左' } as const] : [])
    ])
  ];
}
