/**
 * Words for more and less: counts are 多 and 少, levels 高 and 低.
 */
import type { Indicator, Place } from '../model/records';
import { placeLabel } from './placeLabel';

export interface Comparatives {
  readonly more: string;
  readonly less: string;
  readonly most: string;
  readonly least: string;
}

const AMOUNTS: Comparatives = { more: '多', less: '少', most: '最多', least: '最少' };

const LEVELS: Comparatives = { more: '高', less: '低', most: '最高', least: '最低' };

/** 多少 for counts and money as they stand, 高低 for rates, shares and figures per head. */
export function comparatives(indicator: Pick<Indicator, 'kind'>, perHead = false): Comparatives {
  return !perHead && (indicator.kind === '数量' || indicator.kind === '金额') ? AMOUNTS : LEVELS;
}

/** 地区, or 单位 where all are organisations. */
export function placeNoun(places: readonly Place[]): string {
  return places.length > 0 && places.every((p) => p.level === '机构') ? '单位' : '地区';
}

/** `宝安区`, or `宝安区等2地` for several. */
export function firstOf(places: readonly Place[]): string {
  const name = places[0] ? placeLabel(places[0]) : '';
  return places.length > 1 ? `${name}等${places.length}${placeNoun(places) === '单位' ? '家' : '地'}` : name;
}

/** The first sentence of a definition without its full stop. */
export function firstSentence(text: string): string {
  return text.split(/[。；;]/)[0]!.trim();
}
