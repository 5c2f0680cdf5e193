/**
 * scorecards.json to the 记分表 that a dataset states: a list of objects `{id, name, indicators: [id…], default, note}`.
 * A bad entry is named and left out; without a good one a table is worked out by the rule of `domain/scorecard`.
 */
import type { Dataset } from '../domain/model/dataset';
import { fieldsOf } from '../domain/model/fields';
import { type Issue, shortValue } from '../domain/model/issue';
import { MOST_INDICATORS, type ScorecardDefinition } from '../domain/model/scorecardDefinition';
import { asText } from './check/json';
import type { TextResource } from './check/resource';
import type { FetchBytes } from './loadEffects';
import { IssueList } from './read/issueList';
import { lineWith, loadTextResource, parseJsonList } from './textResource';

export interface ScorecardsReading {
  readonly cards: readonly ScorecardDefinition[];
  readonly issues: readonly Issue[];
  /** The text read, for the lines of later issues; empty where there is none. */
  readonly text: string;
}

const RULE = '记分表';
const INSTEAD = '记分表按默认办法选指标';
const NONE: ScorecardsReading = { cards: [], issues: [], text: '' };
const KEYS = ['id', 'name', 'indicators', 'default', 'note'];

/** Reads the file that the package names; nothing is said where the package names none. */
export async function loadScorecards(
  fetchBytes: FetchBytes,
  resource: TextResource | null
): Promise<ScorecardsReading> {
  return loadTextResource(fetchBytes, resource, { instead: INSTEAD, none: NONE, parse: parseScorecards });
}

/** The tables of a text of scorecards.json; never throws. */
export function parseScorecards(text: string, file: string): ScorecardsReading {
  const issues = new IssueList(file);
  const cards: ScorecardDefinition[] = [];
  parseJsonList(text, issues, RULE, INSTEAD).forEach((entry, at) => {
    const card = readCard(entry, at + 1, { text, issues, known: cards });
    if (card) cards.push(card);
  });
  return { cards, issues: issues.all(), text };
}

/** Indicators that the dataset doesn't have: each is named, and the table stands without it. For `data:check`. */
export function scorecardIssues({ cards, text }: ScorecardsReading, dataset: Dataset, file: string): readonly Issue[] {
  const issues = new IssueList(file);
  for (const { name, indicators } of cards)
    for (const id of indicators.filter((one) => !dataset.indicator(one)))
      issues.add({
        level: '提醒',
        ...rowOf(text, id),
        column: 'indicators',
        rule: RULE,
        value: shortValue(id),
        why: `“${name}”里的指标“${id}”不在 indicators.csv 中，这一项没有列`,
        todo: '请核对编号，或删去这一项。'
      });
  return issues.all();
}

interface Reading {
  readonly text: string;
  readonly issues: IssueList;
  readonly known: readonly ScorecardDefinition[];
}

function readCard(entry: unknown, at: number, { text, issues, known }: Reading): ScorecardDefinition | undefined {
  const fields = fieldsOf(entry);
  const id = asText(fields.id);
  const say = (level: Issue['level'], column: string, why: string, todo: string): void =>
    issues.add({
      level,
      ...(id === '' ? {} : rowOf(text, id)),
      column,
      rule: RULE,
      why: `第${at}张记分表${why}${level === '错误' ? '，这一张没有采用' : ''}`,
      todo
    });
  const refuse = (column: string, why: string, todo: string): undefined => {
    say('错误', column, why, todo);
  };
  if (!/^[A-Za-z][\w-]*$/.test(id))
    return refuse('id', '的编号不是字母开头的字母、数字和连字符', '请写一个编号，例如 "monthly"。');
  if (known.some((card) => card.id === id)) return refuse('id', '的编号与前面的重复', '请换一个编号。');
  const name = asText(fields.name).trim();
  if (name === '') return refuse('name', '没有名称', '请写一个看得懂的名称。');
  const { indicators: listed } = fields;
  if (!Array.isArray(listed) || listed.length === 0 || !listed.every((one) => typeof one === 'string' && one !== ''))
    return refuse('indicators', '的 indicators 不是指标编号的列表', '请写成 "indicators": ["指标编号", …]。');
  const indicators = [...new Set(listed as readonly string[])];
  if (indicators.length < listed.length) say('提醒', 'indicators', '里有重复的指标，只列一次', '请删去重复的。');
  if (indicators.length > MOST_INDICATORS)
    say('提醒', 'indicators', `超过${MOST_INDICATORS}项，后面的没有列`, '请分成几张记分表。');
  if (fields.default !== undefined && typeof fields.default !== 'boolean')
    say('提醒', 'default', '的 default 不是 true 或 false，当作 false', '请写 true 或 false，或删去。');
  const isSecond = fields.default === true && known.some((card) => card.default);
  if (isSecond) say('提醒', 'default', '也写了默认，默认用前面那一张', '请只留一张为 true。');
  const strange = Object.keys(fields).filter((key) => !KEYS.includes(key));
  if (strange.length > 0)
    say('提醒', strange[0]!, `的“${strange.join('”“')}”程序不认识，没有用到`, `一张可以写：${KEYS.join('、')}。`);
  return {
    id,
    name,
    indicators: indicators.slice(0, MOST_INDICATORS),
    note: asText(fields.note),
    default: fields.default === true && !isSecond
  };
}

function rowOf(text: string, value: string): { row: number } | Record<never, never> {
  const row = lineWith(text, JSON.stringify(value));
  return row === undefined ? {} : { row };
}
