/**
 * lights.json to rules of the lights: a list of objects `{id, name, family, palette, thresholds…, default, note}`.
 * A bad entry is named and left out; where no good one is the default, the built-in rule stands.
 */
import {
  DEFAULT_RULE,
  LIGHT_FAMILIES,
  type LightFamily,
  type LightRule,
  PALETTE_NAMES,
  ruleOf
} from '../domain/lights/rule';
import { type Issue, shortValue } from '../domain/model/issue';
import { IssueList } from './read/issueList';
import type { FetchBytes } from './loadEffects';
import type { TextResource } from './check/resource';
import { lineWith, loadTextResource, parseJsonList } from './textResource';
import { type Fields, fieldsOf, isFields } from '../domain/model/fields';

export interface LightRulesReading {
  /** Never empty; exactly one is the default. */
  readonly rules: readonly LightRule[];
  readonly issues: readonly Issue[];
}

interface Threshold {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly whole?: true;
}

const percent = (key: string): Threshold => ({ key, from: 0, to: 1000 });

/** The thresholds of each family, all required, in the order of `ruleOf`. */
const THRESHOLDS: Readonly<Record<LightFamily, readonly Threshold[]>> = {
  序时: [{ key: 'amberWithin', from: 0, to: 100 }],
  阈值: [percent('greenFrom'), percent('amberFrom')],
  位次: [
    { key: 'last', from: 1, to: 100, whole: true },
    { key: 'fewest', from: 2, to: 1000, whole: true }
  ],
  逾期: [{ key: 'amberDays', from: 0, to: 366, whole: true }],
  预测: [percent('greenFrom'), percent('amberFrom')]
};
const RULE = '亮灯规则';
const HEAD = ['id', 'name', 'family', 'palette', 'default', 'note'];
const BUILT_IN_RULE = `内置的规则“${DEFAULT_RULE.name}”`;
const BUILT_IN = `没有采用，亮灯用${BUILT_IN_RULE}`;

/**
 * Reads the file that the package names. As with optional tables nothing is said where it isn't there and the
 * package states nothing of it: the built-in rule stands, and is printed wherever it is used. A file that is
 * there but can't be fetched or read is named.
 */
export async function loadLightRules(
  fetchBytes: FetchBytes,
  resource: TextResource | null
): Promise<LightRulesReading> {
  const none: LightRulesReading = { rules: [DEFAULT_RULE], issues: [] };
  return loadTextResource(fetchBytes, resource, { instead: `亮灯用${BUILT_IN_RULE}`, none, parse: parseLightRules });
}

/** The rules of a text of lights.json; never throws. */
export function parseLightRules(text: string, file: string): LightRulesReading {
  const issues = new IssueList(file);
  const list = parseJsonList(text, issues, RULE, BUILT_IN);
  if (list.length === 0 && issues.all().length === 0)
    issues.add({
      level: '错误',
      rule: RULE,
      why: `列表是空的，亮灯用${BUILT_IN_RULE}`,
      todo: `请用原来的 ${file} 换回，或改好括号、引号和逗号。`,
      wholeFile: true
    });
  const rules: LightRule[] = [];
  list.forEach((entry, i) => {
    const rule = readRule(entry, i + 1, { text, issues, known: rules });
    if (rule) rules.push(rule);
  });
  return { rules: withOneDefault(rules), issues: issues.all() };
}

interface Reading {
  readonly text: string;
  readonly issues: IssueList;
  readonly known: readonly LightRule[];
}

function readRule(entry: unknown, at: number, { text, issues, known }: Reading): LightRule | undefined {
  const fields = fieldsOf(entry);
  const id = textOf(fields.id);
  const row = id === '' ? undefined : lineWith(text, `"${id}"`);
  const family = LIGHT_FAMILIES.find((one) => one === fields.family);
  const palette = PALETTE_NAMES.find((one) => one === fields.palette);
  let good = true;
  const fault = (column: string, why: string, todo: string, level: Issue['level'] = '错误'): void => {
    if (level === '错误') good = false;
    const value = fields[column];
    issues.add({
      level,
      column,
      rule: RULE,
      why: `第${at}条规则${why}${level === '错误' ? '，这一条没有采用' : ''}`,
      todo,
      ...(row === undefined ? {} : { row }),
      ...(value === undefined ? {} : { value: shortValue(typeof value === 'string' ? value : JSON.stringify(value)) })
    });
  };
  if (!isFields(entry)) fault('', '不是一个对象', '请写成 { "id": …, "name": …, "family": …, "palette": … }。');
  else {
    if (!/^[^\s,;&=]+$/.test(id)) fault('id', '的编号是空的或有空格、逗号', '请写一个不带空格的编号，例如 "pace-5"。');
    else if (known.some((rule) => rule.id === id)) fault('id', '的编号与前面的重复', '请换一个编号。');
    if (textOf(fields.name).trim() === '') fault('name', '没有名称', '请写一个看得懂的名称。');
    if (!family) fault('family', '的类别程序不认识', `请改成：${LIGHT_FAMILIES.join('、')}。`);
    else checkThresholds(fields, family, fault);
    if (!palette) fault('palette', '的配色程序不认识', `请改成：${PALETTE_NAMES.join('、')}。`);
    if (fields.default !== undefined && typeof fields.default !== 'boolean')
      fault('default', '的 default 不是 true 或 false', '请写 true 或 false，或删去。');
    if (fields.default === true && known.some((rule) => rule.default))
      fault('default', '也写了默认，默认用前面那一条', '请只留一条为 true。', '提醒');
  }
  if (!good || !family || !palette) return undefined;
  const head = {
    id,
    name: textOf(fields.name).trim(),
    palette,
    default: fields.default === true && !known.some((rule) => rule.default),
    note: textOf(fields.note)
  };
  return ruleOf(
    family,
    head,
    THRESHOLDS[family].map(({ key }) => Number(fields[key]))
  );
}

type ReportFault = (column: string, why: string, todo: string, level?: Issue['level']) => void;

function checkThresholds(fields: Fields, family: LightFamily, fault: ReportFault): void {
  for (const { key, from, to, whole } of THRESHOLDS[family]) {
    const value = fields[key];
    const fits =
      typeof value === 'number' &&
      Number.isFinite(value) &&
      value >= from &&
      value <= to &&
      (!whole || Number.isInteger(value));
    if (!fits)
      fault(
        key,
        `的 ${key} 不是${from}到${to}的${whole ? '整数' : '数'}`,
        `请写一个${from}到${to}的${whole ? '整数' : '数'}，不加引号和百分号。`
      );
  }
  const { greenFrom, amberFrom, last, fewest } = fields;
  if (typeof greenFrom === 'number' && typeof amberFrom === 'number' && amberFrom > greenFrom) {
    fault('amberFrom', '的 amberFrom 大于 greenFrom', '请把 amberFrom 改成不大于 greenFrom 的数。');
  }
  if (family === '位次' && typeof last === 'number' && typeof fewest === 'number' && fewest <= last) {
    fault('fewest', '的 fewest 不大于 last，家家都会列末位', '请把 fewest 改成大于 last 的数，一般是它的两倍。');
  }
  const allowed = [...HEAD, ...THRESHOLDS[family].map(({ key }) => key)];
  const strange = Object.keys(fields).filter((key) => !allowed.includes(key));
  if (strange.length > 0)
    fault(
      strange[0]!,
      `的“${strange.join('”“')}”程序不认识，没有用到`,
      `“${family}”类用：${allowed.join('、')}。`,
      '提醒'
    );
}

function withOneDefault(rules: readonly LightRule[]): readonly LightRule[] {
  if (rules.some((rule) => rule.default)) return rules;
  return [DEFAULT_RULE, ...rules.filter((rule) => rule.id !== DEFAULT_RULE.id)];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
