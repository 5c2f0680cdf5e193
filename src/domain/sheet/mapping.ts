/** What a person decided on files of some shapes, as a file that a colleague can use. */
import type { Answer, Answers } from './matching';
import { COLUMN_ROLES, SHEET_MEASURES, type SheetLayout, type LayoutColumn } from './layout';

export interface Mapping {
  readonly form: 1;
  readonly layouts: readonly SheetLayout[];
  readonly answers: Answers;
}

export type MappingReading =
  | { readonly kind: 'mapping'; readonly mapping: Mapping }
  | { readonly kind: 'refused'; readonly why: string };

/** The mapping as text, two spaces deep. */
export function printMapping(mapping: Mapping): string {
  return `${JSON.stringify(mapping, null, 2)}\n`;
}

/** Reads a mapping strictly: anything that it doesn't know, or knows otherwise, refuses the whole, with where it stands. */
export function parseMapping(text: string): MappingReading {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { kind: 'refused', why: '不是合格的 JSON' };
  }
  try {
    return { kind: 'mapping', mapping: mappingIn(value) };
  } catch (error) {
    return { kind: 'refused', why: error instanceof MappingError ? error.message : '读不出对应关系' };
  }
}

class MappingError extends Error {}

type Fields = Readonly<Record<string, unknown>>;

function mappingIn(value: unknown): Mapping {
  const { form, layouts, answers } = object(value, '最外层', ['form', 'layouts', 'answers']);
  if (form !== 1) throw new MappingError('form 应为 1');
  return {
    form: 1,
    layouts: list(layouts, 'layouts').map((each, i) => layoutIn(each, `layouts[${i}]`)),
    answers: Object.fromEntries(
      Object.entries(object(answers, 'answers')).map(([key, answer]) => [
        answerName(key),
        answerIn(answer, `answers[“${key}”]`)
      ])
    )
  };
}

function layoutIn(value: unknown, at: string): SheetLayout {
  const fields = object(value, at, [
    'form',
    'signature',
    'first',
    'heads',
    'last',
    'left',
    'columns',
    'sheetName',
    'fixed'
  ]);
  if (fields.form !== 1) throw new MappingError(`${at}.form 应为 1`);
  const fixed = object(fields.fixed, `${at}.fixed`, ['place', 'item', 'period', 'unit']);
  const heads = list(fields.heads, `${at}.heads`).map((each, i) =>
    oneOf(each, ['项目', '地区'] as const, `${at}.heads[${i}]`)
  );
  if (heads.length === 0 || heads.length > 20) throw new MappingError(`${at}.heads 应有1到20行`);
  return {
    form: 1,
    signature: string(fields.signature, `${at}.signature`),
    first: count(fields.first, `${at}.first`),
    heads,
    last: fields.last === null ? null : count(fields.last, `${at}.last`),
    left: count(fields.left, `${at}.left`),
    columns: list(fields.columns, `${at}.columns`).map((each, i) => columnIn(each, `${at}.columns[${i}]`)),
    sheetName: oneOf(fields.sheetName, ['', '地区', '时期', '项目'] as const, `${at}.sheetName`),
    fixed: {
      place: string(fixed.place, `${at}.fixed.place`),
      item: string(fixed.item, `${at}.fixed.item`),
      period: string(fixed.period, `${at}.fixed.period`),
      unit: string(fixed.unit, `${at}.fixed.unit`)
    }
  };
}

function columnIn(value: unknown, at: string): LayoutColumn {
  const fields = object(value, at, ['head', 'role', 'measure', 'item', 'place', 'period', 'unit']);
  return {
    head: string(fields.head, `${at}.head`),
    role: oneOf(fields.role, COLUMN_ROLES, `${at}.role`),
    measure: oneOf(fields.measure, ['', ...SHEET_MEASURES] as const, `${at}.measure`),
    item: string(fields.item, `${at}.item`),
    place: string(fields.place, `${at}.place`),
    period: string(fields.period, `${at}.period`),
    unit: string(fields.unit, `${at}.unit`)
  };
}

function answerName(key: string): string {
  if (!/^(?:地区|指标|任务):./.test(key))
    throw new MappingError(`answers 里的“${key}”应写成“地区:名称”“指标:名称”或“任务:名称”`);
  return key;
}

function answerIn(value: unknown, at: string): Answer {
  const fields = object(value, at);
  const keys = Object.keys(fields);
  if (keys.length !== 1) throw new MappingError(`${at} 应为 use、create、skip 之一`);
  if (keys[0] === 'use') return { use: string(fields.use, `${at}.use`) };
  if (keys[0] === 'skip' && fields.skip === true) return { skip: true };
  if (keys[0] !== 'create') throw new MappingError(`${at} 应为 use、create、skip 之一`);
  const row = object(fields.create, `${at}.create`);
  return {
    create: Object.fromEntries(
      Object.entries(row).map(([column, text]) => [column, string(text, `${at}.create.${column}`)])
    )
  };
}

function object(value: unknown, at: string, keys?: readonly string[]): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new MappingError(`${at} 应是对象`);
  const strange = keys && Object.keys(value).find((key) => !keys.includes(key));
  if (strange !== undefined) throw new MappingError(`${at} 里有不认识的“${strange}”`);
  if (Object.keys(value).includes('__proto__')) throw new MappingError(`${at} 里有不认识的“__proto__”`);
  return value as Fields;
}

function list(value: unknown, at: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new MappingError(`${at} 应是列表`);
  return value;
}

function string(value: unknown, at: string): string {
  if (typeof value !== 'string') throw new MappingError(`${at} 应是文字`);
  return value;
}

function count(value: unknown, at: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new MappingError(`${at} 应是不小于0的整数`);
  return value;
}

function oneOf<T extends string>(value: unknown, all: readonly T[], at: string): T {
  const found = all.find((each) => each === value);
  if (found === undefined) throw new MappingError(`${at} 应是“${all.join('”“')}”之一`);
  return found;
}
