/** What stands on the left of a row of figures: place, item, measure, time, unit; merged cells and groups resolved. */
import { bareLabel } from '../read/tableColumns';
import { unitName } from '../read/units';
import type { Period } from '../time/period';
import { byText } from './byText';
import { saysNothing } from './figure';
import { plainOf, type Grid } from './grid';
import { readHeadWords, measureOf, type HeadWords } from './heads';
import type { ColumnRole, SheetLayout, SheetMeasure } from './layout';
import { totalOf } from './placeText';
import { isOfOneMonth, periodOfCell, periodOfText } from './sheetPeriod';

export interface RowLabels {
  readonly place: string;
  readonly item: string;
  readonly part: string;
  readonly measure: SheetMeasure;
  readonly period: Period | undefined;
  readonly ofOneMonth: boolean;
  readonly unit: string;
  readonly note: string;
  /** The word that makes the row a sum; empty where it is none. */
  readonly total: string;
}

/** Reads the labels of one row after the other, from the top: what a row leaves out, one above may have said. */
export class LabelReader {
  private readonly grid: Grid;
  private readonly layout: SheetLayout;
  private readonly figures: readonly number[];
  private readonly base: Period | undefined;
  private readonly labels: readonly { readonly column: number; readonly role: ColumnRole }[];
  private readonly times: readonly { readonly column: number }[];
  private readonly roles: ReadonlyMap<number, ColumnRole>;
  private readonly words: (text: string) => HeadWords;
  private readonly placeNamed: (text: string) => string;
  private readonly measure: (text: string) => SheetMeasure;
  private readonly unit: (text: string) => string;
  private readonly total: (text: string) => string;
  private readonly time: (text: string) => Period | undefined;
  private readonly oneMonth: (text: string) => boolean;
  private readonly above = new Map<number, string>();
  private group = '';
  private parent = '';
  private inPart = false;

  constructor(grid: Grid, layout: SheetLayout, figures: readonly number[], base: Period | undefined) {
    this.grid = grid;
    this.layout = layout;
    this.figures = figures;
    this.base = base;
    this.labels = layout.columns.flatMap(({ role }, i) =>
      role === '数字' || role === '不读' ? [] : [{ column: layout.left + i, role }]
    );
    this.times = this.labels.filter(({ role }) => role === '时期');
    this.roles = new Map(this.labels.map(({ column, role }) => [column, role]));
    this.words = byText((text) => readHeadWords(text === '' ? [] : [text], base));
    this.placeNamed = byText((text) => (totalOf(text) !== '' ? text.replace(/\s/g, '') : bareLabel(text)));
    this.measure = byText(measureOf);
    this.unit = byText((text) => unitName(text.replace(/[()]/g, '')));
    this.total = byText((text) => (totalOf(text.replace(/^其中:?/, '')) !== '' ? text : ''));
    this.oneMonth = byText(isOfOneMonth);
    this.time = byText((text) => (text === '' ? undefined : periodOfText(text, base)));
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
    const named = of('项目');
    const item = this.item(row, named, of('分组'));
    const measure = of('度量');
    const note = of('备注');
    return {
      place: this.placeNamed(of('地区').replace(/^其中:?/, '')),
      item: item.name,
      part: item.part,
      measure: measure === '' ? item.measure : this.measure(measure),
      period: this.period(row) ?? item.period ?? (this.oneMonth(measure) ? this.words(measure).period : undefined),
      ofOneMonth: this.oneMonth(named) || this.oneMonth(measure),
      unit: this.unit(of('单位')) || item.unit || (measure === '' ? '' : this.words(measure).unit),
      note: saysNothing(note) ? '' : note,
      total: this.total(named) || this.total(of('时期'))
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
    const role = this.roles.get(column);
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

  private item(row: number, said: string, group: string): HeadWords {
    const words = this.words(said);
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
    const columns = this.times;
    if (columns.length === 0) return undefined;
    // A column of years and one of months are one time; 10 under 月份 is 10月.
    const parts = columns.map(({ column }) => {
      const text = this.label(row, column);
      const head = this.layout.columns[column - this.layout.left]!.head;
      return /^\d{1,2}$/.test(text) && /月/.test(head)
        ? `${text}月`
        : /^\d{4}$/.test(text) && columns.length > 1
          ? `${text}年`
          : text;
    });
    const cell = columns.length === 1 ? this.grid.seen(row, columns[0]!.column) : undefined;
    const own = cell && cell.kind !== 'text' ? periodOfCell(cell, this.base) : undefined;
    return own ?? this.time(parts.join(''));
  }

  private noteGroup(row: number): void {
    const texts = this.labels
      .filter(({ role }) => role === '项目' || role === '分组')
      .map(({ column }) => plainOf(this.grid.cell(row, column)));
    const text = texts.find((each) => each !== '');
    if (text === undefined) return;
    this.group = readHeadWords([bareLabel(text)], this.base).name;
    this.parent = this.group;
    this.inPart = false;
  }
}
