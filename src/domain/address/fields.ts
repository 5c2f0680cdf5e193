/**
 * How one field of a view is read from the address, written into it, and what it falls back to.
 */
import { formatRule, parseRule, sameRule } from '../lights/ruleCode';
import type { Dataset } from '../model/dataset';
import { parsePeriod } from '../time/parsePeriod';

/** The default of the indicator field depends on the data, so the caller says what it is for each screen. */
export interface ViewChoices {
  readonly dataset: Dataset;
  readonly defaultIndicator: { readonly places: string; readonly periods: string };
}

export type Field =
  | { readonly kind: 'indicator' }
  | { readonly kind: 'place' }
  | { readonly kind: 'placeOrAll' }
  | { readonly kind: 'places' }
  | { readonly kind: 'programme' }
  | { readonly kind: 'source' }
  | { readonly kind: 'period'; readonly otherwise: string }
  | { readonly kind: 'text' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'page' }
  | { readonly kind: 'seconds' }
  | { readonly kind: 'option'; readonly options: readonly string[] }
  | { readonly kind: 'reference' }
  | { readonly kind: 'rule' };

/** A value as text; empty for nothing. */
export function writeField(value: unknown): string {
  if (Array.isArray(value)) return value.join(',');
  if (typeof value === 'boolean') return value ? '1' : '';
  return String(value);
}

/** What a field is without an entry in the address. */
export function defaultOf(screen: string, field: Field, choices: ViewChoices): unknown {
  switch (field.kind) {
    case 'indicator':
      return screen === 'places' || screen === 'periods' ? choices.defaultIndicator[screen] : '';
    case 'places':
      return [];
    case 'flag':
      return false;
    case 'page':
      return 1;
    case 'seconds':
      return 0;
    case 'option':
      return field.options[0]!;
    case 'reference':
      return 'mean';
    default:
      return '';
  }
}

export interface Read {
  readonly value: unknown;
  readonly problem?: string;
}

/** Reads one entry; what can't be read becomes the fallback, with the sentence that says so. */
export function readField(field: Field, raw: string, fallback: unknown, { dataset }: ViewChoices): Read {
  switch (field.kind) {
    case 'indicator': {
      if (dataset.indicator(raw)) return { value: raw };
      const near = nearest(raw, dataset.indicators);
      const shown = near ?? dataset.indicator(fallback as string);
      return {
        value: shown ? shown.id : '',
        problem: `地址里的指标“${raw}”不在数据中${shown ? `，已改为“${shown.name}”` : ''}。`
      };
    }
    case 'placeOrAll':
      if (raw === 'all') return { value: raw };
    // falls through: else it is a place
    case 'place': {
      if (dataset.place(raw)) return { value: raw };
      const near = nearest(raw, dataset.places);
      return {
        value: near ? near.id : fallback,
        problem: `地址里的地区“${raw}”不在数据中${near ? `，已改为“${near.name}”` : '，已忽略'}。`
      };
    }
    case 'places': {
      const ids = [...new Set(raw.split(',').filter(Boolean))];
      const unknown = ids.filter((id) => !dataset.place(id));
      const value = ids.filter((id) => dataset.place(id));
      return unknown.length ? { value, problem: `地址里的地区“${unknown.join('、')}”不在数据中，已忽略。` } : { value };
    }
    case 'programme':
      return dataset.programmes.some((p) => p.id === raw)
        ? { value: raw }
        : { value: fallback, problem: `地址里的任务“${raw}”不在数据中，已忽略。` };
    case 'source':
      return dataset.sources.some((s) => s.id === raw)
        ? { value: raw }
        : { value: fallback, problem: `地址里的来源“${raw}”不在数据中，已忽略。` };
    case 'period': {
      const period = parsePeriod(raw);
      return period
        ? { value: period.text }
        : { value: fallback, problem: `地址里的时期“${raw}”读不懂，${field.otherwise}。` };
    }
    case 'reference': {
      if (raw === 'mean' || raw === 'target' || raw === 'none') return { value: raw };
      const id = raw.replace(/^place:/, '');
      if (raw !== id && dataset.place(id)) return { value: raw };
      return { value: fallback, problem: `地址里的参照“${raw}”读不懂，已改用平均值。` };
    }
    case 'option':
      return field.options.includes(raw)
        ? { value: raw }
        : { value: fallback, problem: `地址里的选项“${raw}”读不懂，已改用默认。` };
    case 'rule': {
      const rule = parseRule(raw, dataset.lightRules);
      if (!rule)
        return { value: fallback, problem: `地址里的亮灯规则“${raw}”读不懂，已改用“${dataset.defaultRule.name}”。` };
      return { value: sameRule(rule, dataset.defaultRule) ? '' : formatRule(rule) };
    }
    case 'flag':
      return { value: raw === '1' };
    case 'page': {
      const page = Number(raw);
      return Number.isInteger(page) && page >= 1
        ? { value: page }
        : { value: 1, problem: `地址里的页码“${raw}”读不懂，已改为第1页。` };
    }
    case 'seconds': {
      const seconds = Number(raw);
      return Number.isInteger(seconds) && seconds >= 3 && seconds <= 3600
        ? { value: seconds }
        : { value: 20, problem: `地址里的轮播秒数“${raw}”不在3到3600之间，已改为20秒。` };
    }
    case 'text':
      return { value: raw };
  }
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
