/**
 * All that a row of the tables says, field by field, for the detail of the row.
 */
import type { Observation, ProgressRow, Qualifier } from '../model/records';
import { periodLabel } from '../time/periodLabel';
import { formatNumber } from '../wording/format';
import { observationText, statusText } from '../wording/observationText';
import { placeLabel } from '../wording/placeLabel';

export interface RowField {
  readonly name: string;
  readonly text: string;
}

/** What a sign before a number means, in words. */
export const QUALIFIER_WORDS: Readonly<Record<Qualifier, string>> = {
  '': '',
  '≈': '约数',
  '≥': '不少于',
  '≤': '不多于',
  '>': '多于',
  '<': '少于'
};

/** Fields of an observation; empty ones are left out. Source, section, line and note stand in its `Citation`. */
export function observationFields(o: Observation): RowField[] {
  return filled([
    ['指标', o.indicator.name],
    ['主题', o.indicator.theme],
    ['地区', placeLabel(o.place)],
    ['分组', o.part],
    ['时期', periodLabel(o.period)],
    ['类别', o.measure],
    ['数值', observationText(o)],
    ['置信区间', intervalField(o)],
    ['分子', o.numerator === null ? '' : formatNumber(o.numerator)],
    ['分母', o.denominator === null ? '' : formatNumber(o.denominator)],
    ['限定', QUALIFIER_WORDS[o.qualifier]],
    ['状态', statusText(o)],
    ['口径组', o.indicator.group],
    ['单元格', o.cell],
    ['数据表', `observations.csv 第${o.row}行`]
  ]);
}

/** `90.1%—95.2%`, `≥90.1%` and `≤95.2%` where one end alone is stated; empty for none. */
export function intervalField({ lower, upper, indicator }: Observation): string {
  const [from, to] = [lower, upper].map((end) =>
    end === null ? '' : formatNumber(end, { decimals: null, unit: indicator.unit })
  );
  if (from && to) return `${from}—${to}`;
  return from ? `≥${from}` : to ? `≤${to}` : '';
}

/** Fields of a progress row; as `observationFields`. */
export function taskFields(row: ProgressRow): RowField[] {
  return filled([
    ['任务', row.programme.name],
    ['主题', row.programme.theme],
    ['地区', placeLabel(row.place)],
    ['时期', periodLabel(row.period)],
    ['截至', row.asOf],
    ['目标', taskFigure(row.target, row.unit)],
    ['完成', taskFigure(row.done, row.unit)],
    ['完成率', taskFigure(row.rate, '%')],
    ['限定', QUALIFIER_WORDS[row.qualifier]],
    ['状态', row.status],
    ['单元格', row.cell],
    ['数据表', `progress.csv 第${row.row}行`]
  ]);
}

/** A figure of a progress row with its unit; empty where there is none. */
export function taskFigure(value: number | null, unit: string): string {
  return value === null ? '' : formatNumber(value, { decimals: null, unit });
}

function filled(pairs: readonly (readonly [string, string])[]): RowField[] {
  return pairs.filter(([, text]) => text !== '').map(([name, text]) => ({ name, text }));
}
