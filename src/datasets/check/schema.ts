/**
 * datapackage.json (Frictionless Data Package v2, inline Table Schemas) to typed rules.
 * What the program itself can't do without (`tables.ts`) is added, so that an edited package can't break it.
 */
import { type Fields, fieldsOf, isFields } from '../../domain/model/fields';
import type { Issue } from '../../domain/model/issue';
import { IssueList } from '../read/issueList';
import type { StatedContent } from './integrity';
import { asList, asText, has, namesIn } from './json';
import type { SmallNumberRule } from '../../domain/model/smallNumberRule';
import { readPattern } from './pattern';
import { isInFolder, PACKAGE_RULE, remind, statedOf, type TextResource, textResource } from './resource';
import { ROW_RULES } from './rowRules';
import { smallBaseOf, smallNumberRuleOf } from './smallNumbers';
import { KEY_COLUMNS, KNOWN_COLUMNS, KNOWN_RULES, OPTIONAL_TABLES, type FieldType, type KnownColumn } from './tables';
import { TABLE_NAMES, type TableName } from '../../domain/model/tableName';

export interface Field {
  readonly name: string;
  /** Chinese name, also accepted in a header. */
  readonly title: string;
  /** What to write, one Chinese sentence or more. */
  readonly hint: string;
  readonly type: FieldType;
  readonly required: boolean;
  /** Whether the header must have the column; so it is for every required one. */
  readonly needsColumn: boolean;
  /** Nothing is said where the header hasn't got it. */
  readonly optional: boolean;
  /** A bad cell is reported and left empty; its row stays. */
  readonly lenient: boolean;
  readonly unique: boolean;
  readonly enum: readonly string[] | null;
  readonly pattern: RegExp | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
}

export interface ForeignKey {
  readonly field: string;
  readonly table: TableName;
  readonly target: string;
}

export interface TableSchema {
  readonly name: TableName;
  readonly title: string;
  /** Path of the file beside datapackage.json. */
  readonly file: string;
  /** Without it there is nothing to show; a table that isn't essential may fail alone. */
  readonly essential: boolean;
  /** Nothing is said where its file isn't there. */
  readonly optional: boolean;
  readonly stated: StatedContent;
  /** Path of the directory of its pack, beside datapackage.json; null where it has none. */
  readonly pack: string | null;
  readonly fields: readonly Field[];
  /** Cell texts that stand for "no value". */
  readonly missing: ReadonlySet<string>;
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
  /** Names in `ROW_RULES`. */
  readonly rules: readonly string[];
}

export interface DataPackage {
  /** Tells datasets apart; empty where the package doesn't say. */
  readonly name: string;
  /** Ids of the batches that the package says it holds. */
  readonly batches: readonly string[];
  readonly title: string;
  readonly version: string;
  readonly tables: readonly TableSchema[];
  /** The rules of the lights; null where the package names none. */
  readonly lights: TextResource | null;
  /** The decks that come with the dataset; null where the package names none. */
  readonly decks: TextResource | null;
  /** Tables of the indicators that matter; null where the package names none. */
  readonly scorecards: TextResource | null;
  /** Outlines of places; null where the package names none. */
  readonly map: TextResource | null;
  /** Id of the indicator that holds the population; absent where the package doesn't say. */
  readonly populationIndicator?: string;
  /** Themes of what a bureau does for itself. */
  readonly internalThemes: readonly string[];
  /** Whether all of it is invented. */
  readonly fictional: boolean;
  readonly smallNumbers: SmallNumberRule;
  readonly smallBase: number;
}

export type PackageReading =
  | { readonly kind: 'package'; readonly package: DataPackage; readonly issues: readonly Issue[] }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] };

/**
 * Reads the text of datapackage.json. Refused, with every fault named: no JSON, a table or a column the
 * program reads missing or of another type, an unreadable pattern. Odd but harmless things are 提醒.
 */
export function parsePackage(text: string, file: string): PackageReading {
  const issues = new IssueList(file);
  const fail = (why: string, todo: string, row?: number): void =>
    issues.add({ level: '错误', rule: PACKAGE_RULE, why, todo, ...(row === undefined ? {} : { row }) });
  const root = parseJson(text, fail);
  if (!root) return { kind: 'refused', issues: issues.all() };
  const resources = asList(root.resources).filter(isFields);
  const tables: TableSchema[] = [];
  for (const name of TABLE_NAMES) {
    const resource = resources.find((r) => r.name === name);
    if (!resource && OPTIONAL_TABLES.includes(name)) continue;
    if (!resource) fail(`resources 里没有“${name}”这张表`, '请补上这张表的说明，可以从原来的 datapackage.json 抄回。');
    else tables.push(tableOf(name, resource, fail, issues));
  }
  if (issues.all().some((issue) => issue.level === '错误')) return { kind: 'refused', issues: issues.all() };
  return {
    kind: 'package',
    package: {
      name: asText(root.name),
      batches: asList(root.batches).map(asText).filter(Boolean),
      title: asText(root.title) || '未命名数据集',
      version: asText(root.version),
      tables,
      lights: textResource('lights', '亮灯规则', resources, issues),
      decks: textResource('decks', '自带的演示稿', resources, issues),
      scorecards: textResource('scorecards', '记分表', resources, issues),
      map: textResource('map', '地图边界', resources, issues),
      populationIndicator: asText(root.populationIndicator) || undefined,
      internalThemes: asList(root.internalThemes).map(asText).filter(Boolean),
      fictional: root.fictional === true,
      smallNumbers: smallNumberRuleOf(root.smallNumbers, (why) => remind(issues, why)),
      smallBase: smallBaseOf(root.smallBase, (why) => remind(issues, why))
    },
    issues: issues.all()
  };
}

type Fail = (why: string, todo: string, row?: number) => void;

function parseJson(text: string, fail: Fail): Fields | undefined {
  const todo = '请用原来的 datapackage.json 换回，或改好这一处的括号、引号和逗号。';
  try {
    const root: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (isFields(root)) return root;
    fail('最外层不是一个对象', todo);
  } catch (error) {
    const position = /position (\d+)/.exec(error instanceof Error ? error.message : '');
    fail('不是合格的 JSON', todo, position ? text.slice(0, Number(position[1])).split('\n').length : undefined);
  }
  return undefined;
}

function tableOf(name: TableName, resource: Fields, fail: Fail, issues: IssueList): TableSchema {
  const schema = fieldsOf(resource.schema);
  const path = asText(resource.path);
  if (!isInFolder(path)) {
    fail(`“${name}”的 path“${path}”不是同一文件夹里的文件名`, `请写成“${name}.csv”。`);
  }
  const known = KNOWN_COLUMNS[name];
  const fields = asList(schema.fields)
    .filter(isFields)
    .map((field) => fieldOf(name, field, fail, issues));
  for (const [column, { type, optional }] of Object.entries(known)) {
    const field = fields.find((f) => f.name === column);
    if (!field && optional) continue;
    if (!field) fail(`“${name}”的 fields 里没有“${column}”`, '请补上这一列的说明。');
    else if (field.type !== type) fail(`“${name}.${column}”的类型不对，应为 ${type}`, '请改回原来的类型。');
  }
  const rules = asList(schema.rules).map(asText);
  for (const rule of rules) {
    if (!has(ROW_RULES, rule)) remind(issues, `“${name}”的整行规则“${rule}”程序不认识，没有检查`);
  }
  return {
    name,
    title: asText(resource.title) || name,
    file: path,
    essential: resource.essential !== false,
    optional: OPTIONAL_TABLES.includes(name),
    stated: statedOf(name, resource, issues),
    pack: packOf(name, resource, issues),
    fields,
    missing: new Set(['', ...asList(schema.missingValues).map((m) => asText(isFields(m) ? m.value : m))]),
    primaryKey: primaryKeyOf(name, schema, fields, fail),
    foreignKeys: foreignKeysOf(name, schema, fields, fail),
    rules: [...new Set([...(KNOWN_RULES[name] ?? []), ...rules.filter((rule) => has(ROW_RULES, rule))])]
  };
}

/** Only observations grow so large that a pack is worth while. */
function packOf(name: TableName, resource: Fields, issues: IssueList): string | null {
  const path = asText(resource.pack);
  if (path === '' || name !== 'observations') return null;
  if (isInFolder(path)) return path;
  remind(issues, `“${name}”的 pack“${path}”不是同一文件夹里的文件名，没有读数据包`);
  return null;
}

function fieldOf(table: TableName, field: Fields, fail: Fail, issues: IssueList): Field {
  const name = asText(field.name);
  if (name in Object.prototype) fail(`“${table}”的列名“${name}”不能用`, '请换一个列名。');
  const known: KnownColumn | undefined = has(KNOWN_COLUMNS[table], name) ? KNOWN_COLUMNS[table][name] : undefined;
  const rules = fieldsOf(field.constraints);
  const stated = Array.isArray(rules.enum) ? rules.enum.map(asText) : null;
  const codes = known?.codes;
  const unknown = stated && codes ? stated.filter((value) => !codes.includes(value)) : [];
  if (unknown.length > 0) {
    remind(issues, `“${table}.${name}”的 enum 里有程序不认识的“${unknown.join('”“')}”，用到它的行不会读入`);
  }
  return {
    name,
    title: asText(field.title) || name,
    hint: asText(field.description),
    type: typeOf(table, field, fail),
    required: rules.required === true || known?.needed === true,
    needsColumn: rules.required === true || known?.needed === true || known?.column === true,
    optional: known?.optional === true,
    lenient: known?.lenient === true,
    unique: rules.unique === true,
    enum: stated && codes ? stated.filter((value) => codes.includes(value)) : (stated ?? codes ?? null),
    pattern: patternOf(table, name, rules.pattern, fail),
    minimum: typeof rules.minimum === 'number' ? rules.minimum : null,
    maximum: typeof rules.maximum === 'number' ? rules.maximum : null
  };
}

function typeOf(table: TableName, field: Fields, fail: Fail): FieldType {
  const type = asText(field.type) || 'string';
  if (type === 'string') return field.format === 'period' ? 'period' : 'string';
  if (type === 'number' || type === 'integer' || type === 'date') return type;
  fail(`“${table}.${asText(field.name)}”的类型“${type}”程序不认识`, '请改成 string、number、integer 或 date。');
  return 'string';
}

function patternOf(table: TableName, name: string, pattern: unknown, fail: Fail): RegExp | null {
  if (pattern === undefined) return null;
  const reading = readPattern(asText(pattern));
  if (reading.kind === 'pattern') return reading.pattern;
  const why = reading.kind === 'malformed' ? '不是合格的正则表达式' : '可能没完没了地匹配（重复里又有重复）';
  fail(`“${table}.${name}”的 pattern ${why}`, '请改好或删掉这条 pattern。');
  return null;
}

/** The key as stated, with the columns that tell a sub-group or a cell apart where the table has them. */
function primaryKeyOf(name: TableName, schema: Fields, fields: readonly Field[], fail: Fail): string[] {
  const stated = asNames(schema.primaryKey, name, fields, fail);
  if (stated.length === 0) return stated;
  const known = fields.filter((field) => field.optional && KEY_COLUMNS.includes(field.name)).map((field) => field.name);
  return [...new Set([...stated, ...known])];
}

function foreignKeysOf(table: TableName, schema: Fields, fields: readonly Field[], fail: Fail): ForeignKey[] {
  const keys: ForeignKey[] = [];
  for (const key of asList(schema.foreignKeys).filter(isFields)) {
    const reference = fieldsOf(key.reference);
    const from = asNames(key.fields, table, fields, fail);
    const to = namesIn(reference.fields);
    // Without a resource (or with an empty one, as version 1 wrote it) the key points at its own table.
    const target = asText(reference.resource) || table;
    if (from.length !== 1 || to.length !== 1 || !isTableName(target) || !has(KNOWN_COLUMNS[target], to[0]!)) {
      fail(`“${table}”的一条外键写得不对`, '外键请写成一列指向另一张表的一列。');
    } else keys.push({ field: from[0]!, table: target, target: to[0]! });
  }
  return keys;
}

function asNames(value: unknown, table: TableName, fields: readonly Field[], fail: Fail): string[] {
  const names = namesIn(value);
  const strange = names.filter((name) => !fields.some((field) => field.name === name));
  if (strange.length > 0) fail(`“${table}”的键用到了没有说明的列“${strange.join('”“')}”`, '请改成 fields 里有的列名。');
  return names;
}

function isTableName(name: string): name is TableName {
  return (TABLE_NAMES as readonly string[]).includes(name);
}
