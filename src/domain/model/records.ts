/** The records of the six tables, ids resolved. */
import type { Period } from '../time/period';

export type Level = '国家' | '省' | '地市' | '县区' | '乡镇' | '机构';

export type Naming = '原文' | '推断' | '未具名';

export type Grade = 'A' | 'B' | 'C';

export type Kind = '数量' | '金额' | '比率' | '占比' | '人均';

export type Basis = '期间' | '时点';

export type Better = '高' | '低' | '不评价';

export type Qualifier = '' | '≈' | '≥' | '≤' | '>' | '<';

export const MEASURES = ['数值', '同比(%)', '同比(百分点)', '位次', '占比'] as const;

export type Measure = (typeof MEASURES)[number];

export const QUALIFIERS = ['', '≈', '≥', '≤', '>', '<'] as const;

/** 实际 预计 存疑 carry a value; the other four say why there is none. 计划 is for progress rows only. */
export const STATUSES = ['实际', '预计', '存疑', '原文错误', '缺字', '未报', '不适用', '计划'] as const;

export type Status = (typeof STATUSES)[number];

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly published: string;
  readonly period: Period | null;
  readonly grade: Grade;
  readonly file: string;
  readonly note: string;
}

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly level: Level;
  /** Id of the place this one belongs to, or empty. */
  readonly parent: string;
  readonly code: string;
  readonly naming: Naming;
  readonly note: string;
  /** ISO days from and up to which it existed under this name; absent or empty where the table doesn't say. */
  readonly validFrom?: string;
  readonly validTo?: string;
  /** Id of the place that took its place (撤县设区、更名、合并); absent or empty for none. */
  readonly successor?: string;
  /** Its kind, such as 山区县: places of one group are compared as alike; absent or empty for none. */
  readonly group?: string;
  /** Where it stands in a grid of tiles, from 1, from the left and from above; absent or null for nowhere. `model/gridSpots` tells which are used. */
  readonly gridColumn?: number | null;
  readonly gridRow?: number | null;
}

export interface Indicator {
  readonly id: string;
  readonly name: string;
  readonly theme: string;
  readonly unit: string;
  readonly kind: Kind;
  readonly basis: Basis;
  readonly better: Better;
  /** Decimals to print; null where the table leaves it open (then the value's own). */
  readonly decimals: number | null;
  /** 口径组: only indicators of equal group share an axis. `对象·口径`; the part before `·` names what is measured. */
  readonly group: string;
  readonly definition: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly aliases: readonly string[];
}

export interface Observation {
  /** Index in the dataset; stable within one load. */
  readonly index: number;
  /** Line of observations.csv it came from (the header is line 1). */
  readonly row: number;
  readonly indicator: Indicator;
  readonly place: Place;
  readonly period: Period;
  /** A sub-group of the whole (男, 0—6岁, 城镇); empty for the whole. The two are never mixed. */
  readonly part: string;
  readonly measure: Measure;
  readonly source: Source;
  /** Null where `status` says why there is none. Never NaN. */
  readonly value: number | null;
  /** Ends of the confidence interval, in the indicator's unit. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** What a rate was made of, as counted. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** The limit of the dataset that the denominator of this rate lies below; absent where it doesn't. */
  readonly smallBase?: number | undefined;
  readonly qualifier: Qualifier;
  readonly status: Status;
  /** As written: `口径调整;初步` (`model/flags` reads them); absent or empty for none. */
  readonly flags?: string;
  /** 1-based line in the source's file; null where the source is a table, then `cell` says where. */
  readonly line: number | null;
  /** `Sheet1!D7`; empty where the source is a text. */
  readonly cell: string;
  readonly written: string;
  readonly section: string;
  readonly note: string;
}

export interface Programme {
  readonly id: string;
  readonly name: string;
  readonly theme: string;
  readonly unit: string;
  /** `均衡`, or dated milestones `2020-06-30:40%;2020-12-31:100%`. */
  readonly schedule: string;
  /** Id of the indicator that measures its result, or empty. */
  readonly indicator: string;
  readonly note: string;
}

export interface ProgressRow {
  readonly row: number;
  readonly programme: Programme;
  readonly place: Place;
  readonly period: Period;
  /** ISO day up to which `done` counts; empty for plans and where the text doesn't say. */
  readonly asOf: string;
  readonly source: Source;
  readonly target: number | null;
  readonly done: number | null;
  /** Completion rate as reported, in percent. */
  readonly rate: number | null;
  readonly unit: string;
  readonly qualifier: Qualifier;
  readonly status: Status;
  /** As of an observation. */
  readonly line: number | null;
  readonly cell: string;
  readonly written: string;
  readonly section: string;
  readonly note: string;
}

/** Whether figures are parts of a whole, of a numerator and a denominator. */
export function isShare({ kind }: Pick<Indicator, 'kind'>): boolean {
  return kind === '比率' || kind === '占比';
}

/** Bounds such as ≥95% have no place in a mean or a rank. */
export function isBound(qualifier: Qualifier): boolean {
  return qualifier !== '' && qualifier !== '≈';
}
