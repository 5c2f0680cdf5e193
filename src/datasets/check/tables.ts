/**
 * What the program itself relies on: the tables, the columns it reads and the coded values it knows.
 * Everything else about the tables (required, patterns, keys, titles) is stated in datapackage.json alone.
 */
import { ANNOTATION_KINDS } from '../../domain/model/annotation';
import { MEASURES, QUALIFIERS, STATUSES } from '../../domain/model/records';
import { CONFIDENCES, RELATION_KINDS, RELATION_ROLES } from '../../domain/model/relation';
import type { TableName } from '../../domain/model/tableName';

/** Tables a dataset may come without, and a package needn't describe: nothing is lost but what they add. */
export const OPTIONAL_TABLES: readonly TableName[] = ['relations', 'annotations'];

export type FieldType = 'string' | 'number' | 'integer' | 'date' | 'period';

export interface KnownColumn {
  readonly type: FieldType;
  /** The program can't do without it, whatever the package says. */
  readonly needed?: true;
  /** The header must have it, though a cell may be empty: without it every row would be misread. */
  readonly column?: true;
  /** A package needn't describe it, and nothing is said where a header hasn't got it. */
  readonly optional?: true;
  /** A cell that can't be used costs itself and not its row: a place without a spot on a chart still has its numbers. */
  readonly lenient?: true;
  /** The only values the program knows. */
  readonly codes?: readonly string[];
}

const text: KnownColumn = { type: 'string' };
const id: KnownColumn = { type: 'string', needed: true };
const code = (...codes: string[]): KnownColumn => ({ type: 'string', needed: true, codes });
const number: KnownColumn = { type: 'number', column: true };
const optionalText: KnownColumn = { type: 'string', optional: true };
const optionalDay: KnownColumn = { type: 'date', optional: true };
const optionalNumber: KnownColumn = { type: 'number', optional: true };
const spot: KnownColumn = { type: 'integer', optional: true, lenient: true };
const qualifier: KnownColumn = { type: 'string', codes: QUALIFIERS.filter((q) => q !== '') };
const witness = {
  source: id,
  qualifier,
  line: { type: 'integer', column: true },
  cell: optionalText,
  written: { type: 'string', column: true },
  section: text,
  note: text
} as const;

export const KNOWN_COLUMNS: Readonly<Record<TableName, Readonly<Record<string, KnownColumn>>>> = {
  sources: {
    source: id,
    title: id,
    publisher: text,
    published: { type: 'date' },
    period: { type: 'period' },
    grade: code('A', 'B', 'C'),
    file: text,
    sha256: text,
    note: text
  },
  places: {
    place: id,
    name: id,
    level: code('国家', '省', '地市', '县区', '乡镇', '机构'),
    parent: text,
    code: text,
    naming: code('原文', '推断', '未具名'),
    note: text,
    valid_from: optionalDay,
    valid_to: optionalDay,
    successor: optionalText,
    group: optionalText,
    column: spot,
    row: spot
  },
  indicators: {
    indicator: id,
    name: id,
    theme: text,
    unit: text,
    kind: code('数量', '金额', '比率', '占比', '人均'),
    basis: code('期间', '时点'),
    better: code('高', '低', '不评价'),
    decimals: { type: 'integer' },
    group: text,
    definition: text,
    numerator: text,
    denominator: text,
    aliases: text
  },
  observations: {
    indicator: id,
    place: id,
    period: { type: 'period', needed: true },
    measure: code(...MEASURES),
    value: number,
    status: code(...STATUSES.filter((s) => s !== '计划')),
    part: optionalText,
    flags: optionalText,
    lower: optionalNumber,
    upper: optionalNumber,
    numerator: optionalNumber,
    denominator: optionalNumber,
    ...witness
  },
  programmes: { programme: id, name: id, theme: text, unit: text, schedule: text, indicator: text, note: text },
  progress: {
    programme: id,
    place: id,
    period: { type: 'period', needed: true },
    as_of: { type: 'date' },
    target: number,
    done: number,
    rate: number,
    unit: text,
    status: code(...STATUSES),
    ...witness
  },
  relations: {
    relation: id,
    kind: code(...RELATION_KINDS),
    role: code(...RELATION_ROLES),
    set: { type: 'integer' },
    indicator: text,
    programme: text,
    place: text,
    period: { type: 'period' },
    source: text,
    factor: text,
    confidence: { type: 'string', codes: CONFIDENCES },
    note: text
  },
  annotations: {
    annotation: id,
    kind: code(...ANNOTATION_KINDS),
    date: { type: 'date', needed: true },
    text: id,
    author: id,
    place: text,
    indicator: text,
    programme: text
  }
};

/** Rules about a whole row that hold whatever the package says: a figure without a place where it stands can't be checked. */
export const KNOWN_RULES: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  observations: ['lineOrCell'],
  progress: ['lineOrCell'],
  annotations: ['annotationSubject']
};

/** Columns that tell rows of one figure apart, and belong to the primary key of a table that has them. */
export const KEY_COLUMNS: readonly string[] = ['part', 'cell'];
