/** What the heads of a table say of its columns of figures, once for all rows. */
import { yearBefore, type Period } from '../time/period';
import { parsePeriod } from '../time/parsePeriod';
import type { Grid } from './grid';
import { headAt, headParts, readHeadWords } from './heads';
import type { SheetLayout, SheetMeasure } from './layout';
import { totalOf } from './placeText';
import { isOfOneMonth, periodSaid } from './sheetPeriod';
import type { Title } from './title';

export interface SheetFigureColumn {
  readonly column: number;
  readonly measure: SheetMeasure;
  readonly item: string;
  readonly part: string;
  readonly place: string;
  readonly period: Period | undefined;
  readonly ofOneMonth: boolean;
  readonly unit: string;
  /** The period is told from another's, as 上年同期 is. */
  readonly relative: boolean;
}

/** The time that holds for all figures of a table that say no other: the person's, the sheet name's, the title's. */
export function tablePeriod({ sheet }: Grid, layout: SheetLayout, title: Title): Period | undefined {
  const fixed = layout.fixed.period === '' ? undefined : periodSaid(layout.fixed.period, title.period);
  const named = layout.sheetName === '时期' ? periodSaid(sheet.name, fixed ?? title.period) : undefined;
  return fixed ?? named ?? title.period;
}

/** The columns of figures, each with what its heads say, or the person in their place. */
export function figureColumns(grid: Grid, layout: SheetLayout, period: Period | undefined): SheetFigureColumn[] {
  const columns = columnsSaid(grid, layout, period ?? yearInHeads(grid, layout));
  // 上年同期 and 同比 behind 1—9月累计 are of that, not of the table's own time.
  return columns.map((column, i) => {
    if (!column.relative && column.measure !== 'yoy' && column.measure !== 'yoy_pp') return column;
    const before = columns
      .slice(0, i)
      .reverse()
      .find(({ relative, measure }) => !relative && measure === 'value');
    const timed =
      before?.period && before.item === column.item && before.place === column.place ? before.period : undefined;
    return timed ? { ...column, period: column.relative ? yearBefore(timed) : timed } : column;
  });
}

/** 2024年目标 beside 截至10月底完成 says which year's October. */
function yearInHeads(grid: Grid, layout: SheetLayout): Period | undefined {
  return columnsSaid(grid, layout, undefined).find(({ period }) => period !== undefined)?.period;
}

function columnsSaid(grid: Grid, layout: SheetLayout, period: Period | undefined): SheetFigureColumn[] {
  const { first, heads, left } = layout;
  return layout.columns.flatMap((said, i): SheetFigureColumn[] => {
    if (said.role !== '数字') return [];
    const column = left + i;
    const parts = headParts(grid, first, heads.length, column, left);
    const words = readHeadWords(parts, period);
    const place = partsNaming(grid, layout, column, '地区');
    const items = place.length > 0 ? readHeadWords(partsNaming(grid, layout, column, '项目'), period) : words;
    const named = placeIn(place, period);
    return [
      {
        column,
        measure: said.measure || words.measure,
        item: said.item || items.name,
        part: items.part,
        place: said.place || named,
        period:
          (said.period === '' ? undefined : (parsePeriod(said.period) ?? periodSaid(said.period, period))) ??
          words.period,
        ofOneMonth: said.period === '' && parts.some(isOfOneMonth),
        unit: said.unit || words.unit,
        relative:
          said.period === '' && words.measure === 'value' && parts.some((text) => /(?:去年|上年)|同期/.test(text))
      }
    ];
  });
}

/** A place among the heads: 合计 is one too, though it names no indicator. */
function placeIn(parts: readonly string[], period: Period | undefined): string {
  const total = parts.find((text) => totalOf(text) !== '');
  return readHeadWords(parts, period).name || total || '';
}

function partsNaming(
  grid: Grid,
  { first, heads, left }: SheetLayout,
  column: number,
  names: SheetLayout['heads'][number]
): string[] {
  const parts = heads.flatMap((each, level) => {
    const text = each === names ? headAt(grid, first, heads.length, level, column, left) : '';
    return text === '' ? [] : [text];
  });
  return parts.filter((text, i) => text !== parts[i - 1]);
}
