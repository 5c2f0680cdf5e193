/** One figure of a worksheet with all that its table says of it, in the file's own words. */
import type { Qualifier } from '../model/records';
import type { SheetMeasure } from './layout';

export interface SheetFact {
  readonly file: string;
  readonly sheet: string;
  /** `D7`, and the same from 0. */
  readonly cell: string;
  readonly row: number;
  readonly column: number;
  /** Names as the file has them; empty where it says none. */
  readonly place: string;
  readonly item: string;
  /** A sub-group (男, 65岁以上); empty for the whole. */
  readonly part: string;
  readonly measure: SheetMeasure;
  /** Canonical form; empty where the file says no time. */
  readonly period: string;
  /** Of one month by itself, in so many words (本月完成, 11月计划), and not of the year up to it. */
  readonly ofOneMonth?: boolean;
  /** What the figure is in, its scale included: 万人; empty where the file doesn't say. */
  readonly unit: string;
  readonly value: number;
  readonly qualifier: Qualifier;
  /** The text that the cell shows. */
  readonly shown: string;
  readonly note: string;
  /** A row or column of sums. */
  readonly total: '' | '合计' | '小计';
  /** In a hidden row, column or sheet. */
  readonly hidden: boolean;
  /** 1-based line and heading of a figure that stands in a text; absent for one of a sheet. */
  readonly line?: number;
  readonly section?: string;
}
