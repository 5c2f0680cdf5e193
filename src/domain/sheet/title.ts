/** What the lines above a table say of all its figures: time, unit, place. */
import { bareLabel, isUnit } from '../read/tableColumns';
import { fittingUnit, unitName } from '../read/units';
import type { Period } from '../time/period';
import { periodIn } from './sheetPeriod';

export interface Title {
  /** The first line that is more than a time, a unit or a place; empty where there is none. */
  readonly text: string;
  readonly period: Period | undefined;
  /** 单位：人、%. */
  readonly units: readonly string[];
  /** Whom it is of: 象山县 of 象山县2024年民生实事进度表, else who filled it in (填报单位：象山县人民医院). */
  readonly place: string;
  /** What its first line is of, without time, place and 进度表. */
  readonly item: string;
}

const WHOSE = /(填报|上报|报送|填表|编制)?(?:单位|机构)(?:名称|\(盖章\)|\(章\))?:([^:()]+)/;
const OF_PLACE =
  /^(?:附件?表?\d*[:：]?|表\d+[:：]?)?([一-龥]{1,14}?(?:省|市|县|区|旗|州|镇|乡|街道|医院|卫生院|中心|集团|保健院))(?=(?:19|20)\d{2}年?|卫生|医疗|统计|主要|民生|重点|各|基本|公共|\d{1,2}月)/;

/** Reads the lines above a table, in plain form. 截至… goes before any other time, a line near the table before one further up. */
export function titleOf(above: readonly string[]): Title {
  const lines = [...above].reverse();
  const cut = lines.find((line) => /截[至止]/.test(line) && periodIn(line));
  const periodLine = cut ?? lines.find((line) => periodIn(line)) ?? '';
  let units: string[] = [];
  let place = '';
  for (const line of lines) {
    const plain = line.replace(/(单位|机构)\s*[:：]\s*/g, '$1:');
    for (const clause of plain.split(/[\s,;]+/)) {
      const m = WHOSE.exec(clause);
      if (!m) continue;
      const bracketed = m[2]!;
      const named = bracketed.split(/[、/]/).filter(isUnit);
      if (m[1] === undefined && named.length > 0) units = units.length > 0 ? units : named.map(unitName);
      else if (place === '') place = bracketed;
    }
    if (units.length === 0) {
      const bracket = /\(\s*([^\s;()]+)\s*\)\s*$/.exec(plain)?.[1];
      if (bracket !== undefined && isUnit(bracket)) units = [unitName(bracket)];
    }
  }
  const named = lines.map((line) => OF_PLACE.exec(line.replace(/\s/g, ''))?.[1] ?? '').find((name) => name !== '');
  if (named !== undefined && !/^全/.test(named)) place = named;
  const text = above.find((line) => !/^(?:截[至止]|\(?单位[:：]|填报|\d{4}年?(?:\d{1,2}月)?$)/.test(line.trim())) ?? '';
  const period = periodLine === '' ? undefined : periodIn(periodLine);
  return { text, period, units, place, item: itemIn(text, place) };
}

/** 象山县2024年1—10月家庭医生签约进度表 is of 家庭医生签约; empty where hardly anything is left. */
function itemIn(text: string, place: string): string {
  const left = bareLabel(text.replace(/\s/g, '').replace(/^(?:附件?|表)\d*[:：]?/, ''))
    .replace(place, '')
    .replace(/截[至止]到?|\d{4}年?(?:度)?|\d{1,2}(?:-\d{1,2})?月份?(?:\d{1,2}日)?|[上下]半年|第?[一二三四]季度/g, '')
    .replace(/^(?:全[市县区省]|各[县区市地]+|各单位|关于)/, '')
    .replace(/(?:工作)?(?:完成|进展|进度)?(?:情况|进度|统计|汇总|一览|明细)*表?$/, '')
    .replace(/^[-年月日]+|[()]/g, '');
  return left.length > 1 && left.length <= 20 ? left : '';
}

/** The unit of the title for a figure of this name; empty where it gives none, or none that fits. */
export function titleUnit({ units }: Title, name: string): string {
  return units.length === 0 ? '' : fittingUnit(units, name);
}
