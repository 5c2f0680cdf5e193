/** What stands on the left of a row of figures: place, item, measure, time, unit; merged cells and groups resolved. */
import { bareLabel } from '../read/tableColumns';
import { unitName } from '../read/units';
import type { Period } from '../time/period';
import { saysNothing } from './figure';
import { plainOf, type Grid } from './grid';
import { headWords, measureOf } from './heads';
import type { ColumnRole, Layout, SheetMeasure } from './layout';
import { totalOf } from './placeText';
import { periodOfCell, periodSaid } from './sheetPeriod';

export interface RowLabels {
  readonly place: string;
  readonly item: string;
  readonly part: string;
  readonly measure: SheetMeasure;
  readonly period: Period | undefined;
  readonly unit: string;
  readonly note: string;
  /** The word that makes the row a sum; empty where it is none. */
  readonly total: string;
}

/** Reads the labels of one row after the other, from the top: what a row leaves out, one above may have said. */
export class LabelReader {
  private readonly grid: Grid;
  private readonly layout: Layout;
  private readonly figures: readonly number[];
  private readonly base: Period | undefined;
  private readonly labels: readonly { readonly column: number; readonly role: ColumnRole }[];
  private readonly above = new Map<number, string>();
  private group = '';
  private parent = '';
  private inPart = false;

  constructor(grid: Grid, layout: Layout, figures: readonly number[], base: Period | undefined) {
    this.grid = grid;
    this.layout = layout;
    this.figures = figures;
    this.base = base;
    this.labels = layout.columns.flatMap(({ role }, i) =>
      role === '数字' || role === '不读' ? [] : [{ column: layout.left + i, role }]
    );
  }

  /** The labels of a row; undefined where it has no figures: it is blank, or names the group of the rows below. */
  read(row: number): RowLabels | undefined {
    const figures = this.figures.some(
      (column) => this.grid.cell(row, column) !== undefined && !this.grid.covered(row, column)
    );
    if (!figures) {
      this.noteGroup(row);
      return undefined;
    }
    const texts = new Map(this.labels.map(({ column }) => [column, this.label(row, column)]));
    const of = (role: ColumnRole): string => this.joined(texts, role);
    const place = of('地区').replace(/^其中:?/, '');
    const item = this.item(row, of('项目'), of('分组'));
    const measure = of('度量');
    const note = of('备注');
    return {
      place: totalOf(place) !== '' ? place.replace(/\s/g, '') : bareLabel(place),
      item: item.name,
      part: item.part,
      measure: measure === '' ? item.measure : measureOf(measure),
      period: this.period(row) ?? item.period,
      unit:
        unitName(of('单位').replace(/[()]/g, '')) ||
        item.unit ||
        (measure === '' ? '' : headWords([measure], undefined).unit),
      note: saysNothing(note) ? '' : note,
      total: totalOf(of('项目').replace(/^其中:?/, '')) !== '' ? of('项目') : ''
    };
  }

  /** The text of a label; an empty cell left of another label says what the one above it said. */
  private label(row: number, column: number): string {
    const text = this.grid.text(row, column);
    if (text !== '') {
      if (this.above.get(column) !== text)
        for (const { column: other } of this.labels) if (other > column) this.above.delete(other);
      this.above.set(column, text);
      return text;
    }
    const { role } = this.labels.find((each) => each.column === column)!;
    if (role === '备注' || role === '单位') return '';
    const finer = this.labels.some(
      (each) =>
        each.column > column && each.role !== '备注' && each.role !== '单位' && this.grid.text(row, each.column) !== ''
    );
    return finer ? (this.above.get(column) ?? '') : '';
  }

  private joined(texts: ReadonlyMap<number, string>, role: ColumnRole): string {
    return this.labels
      .flatMap((each) => (each.role === role ? [texts.get(each.column) ?? ''] : []))
      .filter((text) => text !== '')
      .join(role === '备注' ? '；' : '');
  }

  private item(row: number, said: string, group: string): ReturnType<typeof headWords> {
    const words = headWords(said === '' ? [] : [said], this.base);
    // 男 on a line of its own, or one set in under 其中, divides the row before it.
    const column = this.labels.find(({ role }) => role === '项目')?.column ?? -1;
    const setIn = this.inPart && /^[\s\u3000]/.test(this.grid.cell(row, column)?.shown ?? '');
    if (words.part !== '' || setIn) {
      this.inPart = this.inPart || /^其中/.test(said);
      return { ...words, name: this.parent, part: words.part || words.name };
    }
    this.inPart = false;
    // A row that says a measure alone, 目标, is of the group it stands in.
    const name = words.name || (said === '' ? '' : bareLabel(group) || this.group);
    this.parent = name;
    return { ...words, name };
  }

  private period(row: number): Period | undefined {
    const columns = this.labels.filter(({ role }) => role === '时期');
    if (columns.length === 0) return undefined;
    // A column of years and one of months are one time; 10 under 月份 is 10月.
    const said = columns.map(({ column }) => {
      const text = this.label(row, column);
      const head = this.layout.columns[column - this.layout.left]!.head;
      return /^\d{1,2}$/.test(text) && /月/.test(head)
        ? `${text}月`
        : /^\d{4}$/.test(text) && columns.length > 1
          ? `${text}年`
          : text;
    });
    const cell = columns.length === 1 ? this.grid.seen(row, columns[0]!.column) : undefined;
    return (
      (cell && periodOfCell(cell, this.base)) ??
      (said.join('') === '' ? undefined : periodSaid(said.join(''), this.base))
    );
  }

  private noteGroup(row: number): void {
    const texts = this.labels
      .filter(({ role }) => role === '项目' || role === '分组')
      .map(({ column }) => plainOf(this.grid.cell(row, column)));
    const text = texts.find((each) => each !== '');
    if (text === undefined) return;
    this.group = headWords([bareLabel(text)], this.base).name;
    this.parent = this.group;
    this.inPart = false;
  }
}
