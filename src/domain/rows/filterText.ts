/** The filters and the order of the rows of 数据 in words, for the names and heads of files. */
import type { Dataset } from '../model/dataset';
import { parseRange } from '../number/numberRange';
import { parsePeriod } from '../time/parsePeriod';
import { periodLabel } from '../time/periodLabel';
import { placeLabel } from '../wording/placeLabel';
import type { RowFilter } from './filterRows';
import type { RowOrder, RowSort } from './sorts';

const TITLES: Readonly<Record<RowSort | 'written' | 'section' | 'note', string>> = {
  indicator: '指标',
  programme: '任务',
  place: '地区',
  period: '时期',
  measure: '类别',
  value: '数值',
  asOf: '截至',
  target: '目标',
  done: '完成',
  rate: '完成率',
  status: '状态',
  source: '来源',
  line: '行',
  written: '原文写作',
  section: '章节',
  note: '说明'
};

/** One text a filter in force, as `地区深圳市`, `数值≥90` and `含“糖尿病”`; a condition that can't be read isn't in force. */
export function filterTexts(dataset: Dataset, filter: RowFilter): string[] {
  const named = <T extends { readonly id: string }>(list: readonly T[], id: string, nameOf: (item: T) => string) => {
    const item = list.find((one) => one.id === id);
    return item ? nameOf(item) : id;
  };
  const { theme, indicator, programme, place, period, source } = filter;
  const parsed = period ? parsePeriod(period) : undefined;
  const texts = [
    filter.text?.trim() ? `含“${filter.text.trim()}”` : '',
    theme ? `主题${theme}` : '',
    indicator ? named(dataset.indicators, indicator, (i) => i.name) : '',
    programme ? named(dataset.programmes, programme, (p) => p.name) : '',
    place ? named(dataset.places, place, placeLabel) : '',
    period ? (parsed ? periodLabel(parsed) : period) : '',
    ...(['measure', 'status'] as const).map((key) => (filter[key] ? `${TITLES[key]}${filter[key]}` : '')),
    source ? `来源${named(dataset.sources, source, (s) => s.title)}` : '',
    ...(['value', 'asOf', 'target', 'done', 'rate', 'written', 'section', 'line', 'note'] as const).map((key) => {
      const asked = filter[key]?.trim() ?? '';
      if (asked === '') return '';
      const isText = key === 'asOf' || key === 'written' || key === 'section' || key === 'note';
      if (isText) return `${TITLES[key]}含“${asked}”`;
      return parseRange(asked) === undefined ? '' : `${TITLES[key]}${asked}`;
    })
  ];
  return texts.filter(Boolean);
}

/** `按数值从大到小`, `按时期从早到晚`; else `按原表顺序`. */
export function orderText({ by, descending }: RowOrder): string {
  const title = Object.prototype.hasOwnProperty.call(TITLES, by) ? TITLES[by as RowSort] : '';
  if (title === '') return '按原表顺序';
  if (by === 'period' || by === 'asOf') return `按${title}从${descending ? '晚到早' : '早到晚'}`;
  const isNumber = ['value', 'target', 'done', 'rate', 'line'].includes(by);
  if (isNumber) return `按${title}从${descending ? '大到小' : '小到大'}`;
  return `按${title}${descending ? '倒序' : '顺序'}`;
}
