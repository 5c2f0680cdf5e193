/**
 * How one field of a view is parsed from the address, formatted into it, and what it falls back to. A kind of field
 * is one object; the schema of the views (`views`) is made of them, and its types follow from theirs.
 */
import { isReference, type ReferenceChoice } from '../compare/comparison';
import { formatLevel, formatRule, parseLevel, parseRule, sameRule } from '../lights/ruleCode';
import type { LightLevel, LightRule } from '../lights/rule';
import type { Dataset } from '../model/dataset';
import { parsePeriod } from '../time/parsePeriod';

/** The default of the indicator field depends on the data, so the caller says what it is for each screen. */
export interface ViewChoices {
  readonly dataset: Dataset;
  readonly defaultIndicator: { readonly places: string; readonly periods: string };
}

/** What an entry of the address says; `problem` is the Chinese sentence where it could not be taken as it is. */
export interface Parsed<T> {
  readonly value: T;
  readonly problem?: string;
}

export interface ViewField<T> {
  /** Key in the address; absent where it is the field's name. */
  readonly key?: string;
  /** The value without an entry in the address. */
  fallback(choices: ViewChoices): T;
  /** Never throws; what can't be read becomes the nearest sensible value, with a problem. */
  parse(raw: string, choices: ViewChoices): Parsed<T>;
  /** Undone by `parse`. */
  format(value: T): string;
}

type Keyed = { readonly key?: string };

const asText = (value: string) => value;

/** Any text. */
export function text({ key }: Keyed = {}): ViewField<string> {
  return { key, fallback: () => '', parse: (raw) => ({ value: raw }), format: asText };
}

/** On or off; only `1` is on. */
export function flag({ key }: Keyed = {}): ViewField<boolean> {
  return {
    key,
    fallback: () => false,
    parse: (raw) => ({ value: raw === '1' }),
    format: (value) => (value ? '1' : '')
  };
}

/** One of a closed list; the first is the default. */
export function option<const T extends readonly [string, ...string[]]>(
  options: T,
  { key }: Keyed = {}
): ViewField<T[number]> {
  return {
    key,
    fallback: () => options[0],
    parse: (raw) => {
      const value = options.find((item) => item === raw);
      return value === undefined ? { value: options[0], problem: unreadOption(raw) } : { value };
    },
    format: asText
  };
}

function unreadOption(raw: string): string {
  return `地址里的选项“${raw}”读不懂，已改用默认。`;
}

/** A level of the lights to filter by, as its code; empty for all. */
export function lightLevel({ key }: Keyed = {}): ViewField<LightLevel | ''> {
  return {
    key,
    fallback: () => '',
    parse: (raw) => {
      const value = parseLevel(raw);
      return value === undefined ? { value: '', problem: unreadOption(raw) } : { value };
    },
    format: (value) => (value === '' ? '' : formatLevel(value))
  };
}

/** Id of an indicator; `screen` says which default it has, none without. */
export function indicator({ key, screen }: Keyed & { readonly screen?: 'places' | 'periods' } = {}): ViewField<string> {
  const fallback = ({ defaultIndicator }: ViewChoices) => (screen ? defaultIndicator[screen] : '');
  return {
    key,
    fallback,
    parse: (raw, choices) => {
      const { dataset } = choices;
      if (dataset.indicator(raw)) return { value: raw };
      const shown = nearest(raw, dataset.indicators) ?? dataset.indicator(fallback(choices));
      return {
        value: shown ? shown.id : '',
        problem: `地址里的指标“${raw}”不在数据中${shown ? `，已改为“${shown.name}”` : ''}。`
      };
    },
    format: asText
  };
}

/** Id of a place, empty for none; with `all` the word `all` too, for a choice of no place in particular. */
export function place({ key, all = false }: Keyed & { readonly all?: boolean } = {}): ViewField<string> {
  return {
    key,
    fallback: () => '',
    parse: (raw, { dataset }) => {
      if (dataset.place(raw) || (all && raw === 'all')) return { value: raw };
      const near = nearest(raw, dataset.places);
      return {
        value: near ? near.id : '',
        problem: `地址里的地区“${raw}”不在数据中${near ? `，已改为“${near.name}”` : '，已忽略'}。`
      };
    },
    format: asText
  };
}

/** Ids of places, each once, in the order given. */
export function places({ key }: Keyed = {}): ViewField<string[]> {
  return {
    key,
    fallback: () => [],
    parse: (raw, { dataset }) => {
      const ids = [...new Set(raw.split(',').filter(Boolean))];
      const unknown = ids.filter((id) => !dataset.place(id));
      const value = ids.filter((id) => dataset.place(id));
      return unknown.length ? { value, problem: `地址里的地区“${unknown.join('、')}”不在数据中，已忽略。` } : { value };
    },
    format: (ids) => ids.join(',')
  };
}

/** Ids of indicators, each once, in the order given. */
export function indicators({ key }: Keyed = {}): ViewField<string[]> {
  return {
    key,
    fallback: () => [],
    parse: (raw, { dataset }) => {
      const ids = [...new Set(raw.split(',').filter(Boolean))];
      const unknown = ids.filter((id) => !dataset.indicator(id));
      const value = ids.filter((id) => dataset.indicator(id));
      return unknown.length ? { value, problem: `地址里的指标“${unknown.join('、')}”不在数据中，已忽略。` } : { value };
    },
    format: (ids) => ids.join(',')
  };
}

/** Id of a programme of work. */
export function programme({ key }: Keyed = {}): ViewField<string> {
  return oneOfTable(key, '任务', ({ dataset }) => dataset.programmes);
}

/** Id of a source. */
export function source({ key }: Keyed = {}): ViewField<string> {
  return oneOfTable(key, '来源', ({ dataset }) => dataset.sources);
}

function oneOfTable(
  key: string | undefined,
  noun: string,
  listOf: (choices: ViewChoices) => readonly { readonly id: string }[]
): ViewField<string> {
  return {
    key,
    fallback: () => '',
    parse: (raw, choices) =>
      listOf(choices).some(({ id }) => id === raw)
        ? { value: raw }
        : { value: '', problem: `地址里的${noun}“${raw}”不在数据中，已忽略。` },
    format: asText
  };
}

/** Canonical text of a period; `otherwise` says what is done with one that can't be parsed. */
export function period({ key, otherwise }: Keyed & { readonly otherwise: string }): ViewField<string> {
  return {
    key,
    fallback: () => '',
    parse: (raw) => {
      const parsed = parsePeriod(raw);
      return parsed ? { value: parsed.text } : { value: '', problem: `地址里的时期“${raw}”读不懂，${otherwise}。` };
    },
    format: asText
  };
}

/** What values are held against; empty where nobody chose: the mean where a line is drawn, else nothing. */
export function reference({ key }: Keyed = {}): ViewField<ReferenceChoice | ''> {
  return {
    key,
    fallback: () => '',
    parse: (raw, { dataset }) => {
      const isKnown = !raw.startsWith('place:') || dataset.place(raw.slice('place:'.length));
      if (isReference(raw) && isKnown) return { value: raw };
      return { value: '', problem: `地址里的参照“${raw}”读不懂，已改用平均值。` };
    },
    format: asText
  };
}

/** A rule of the lights as its code; empty for the dataset's default. */
export function rule({ key }: Keyed = {}): ViewField<string> {
  return {
    key,
    fallback: () => '',
    parse: (raw, { dataset }) => {
      const parsed = parseRule(raw, dataset.lightRules);
      if (!parsed)
        return { value: '', problem: `地址里的亮灯规则“${raw}”读不懂，已改用“${dataset.defaultRule.name}”。` };
      return { value: ruleCode(parsed, dataset) };
    },
    format: asText
  };
}

/** The code that stands for a rule in the address; empty for the dataset's default. */
export function ruleCode(chosen: LightRule, dataset: Dataset): string {
  return sameRule(chosen, dataset.defaultRule) ? '' : formatRule(chosen);
}

/** The rule of a code that `rule` has let pass; the dataset's default for none. */
export function ruleOf(dataset: Dataset, code: string): LightRule {
  return (code && parseRule(code, dataset.lightRules)) || dataset.defaultRule;
}

/** A whole number from 1; the default is 1. */
export function page({ key }: Keyed = {}): ViewField<number> {
  return {
    key,
    fallback: () => 1,
    parse: (raw) => {
      const value = Number(raw);
      return Number.isInteger(value) && value >= 1
        ? { value }
        : { value: 1, problem: `地址里的页码“${raw}”读不懂，已改为第1页。` };
    },
    format: String
  };
}

/** Seconds that a slide stays up by itself, 3 to 3600; 0, the default, for never. */
export function seconds({ key }: Keyed = {}): ViewField<number> {
  return {
    key,
    fallback: () => 0,
    parse: (raw) => {
      const value = Number(raw);
      return Number.isInteger(value) && value >= 3 && value <= 3600
        ? { value }
        : { value: 20, problem: `地址里的轮播秒数“${raw}”不在3到3600之间，已改为20秒。` };
    },
    format: String
  };
}

/** The item whose id or name begins alike; undefined where nothing is near. */
function nearest<T extends { readonly id: string; readonly name: string }>(
  raw: string,
  list: readonly T[]
): T | undefined {
  const wanted = raw.toLowerCase();
  return (
    list.find((item) => item.name === raw) ??
    list.find((item) => item.id.toLowerCase() === wanted) ??
    (raw.length >= 3
      ? list.find((item) => item.id.startsWith(wanted) || wanted.startsWith(item.id) || item.name.includes(raw))
      : undefined)
  );
}
