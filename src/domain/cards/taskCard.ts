/**
 * The 口径卡 of tasks: what each is, how it should run through the year, and what the indicator of its result means.
 */
import { indicatorLines } from './indicatorCard';
import type { Dataset } from '../model/dataset';
import type { Programme } from '../model/records';

export interface TaskCard {
  readonly programme: Programme;
  /** Title and text of each line, in the order they are to be read. */
  readonly lines: readonly { readonly title: string; readonly text: string }[];
}

/** Cards of the programmes of some rows, each once, in the order of the rows. */
export function taskCards(dataset: Dataset, rows: readonly { readonly programme: Programme }[]): TaskCard[] {
  return [...new Set(rows.map((row) => row.programme))].map((programme) => ({
    programme,
    lines: linesOf(dataset, programme)
  }));
}

function linesOf(dataset: Dataset, { unit, theme, schedule, indicator, note }: Programme): TaskCard['lines'] {
  const result = dataset.indicator(indicator);
  const own = [
    { title: '主题', text: theme },
    { title: '单位', text: unit },
    { title: '进度', text: schedule === '' || schedule === '均衡' ? '按天均匀推进' : `按进度安排：${schedule}` },
    { title: '说明', text: note },
    { title: '指标', text: result ? result.name : '报告没有与它对应的指标' }
  ];
  const meaning = result
    ? indicatorLines(result).filter((line) => line.title !== '主题' && !(line.title === '单位' && result.unit === unit))
    : [];
  return [...own, ...meaning].filter((line) => line.text !== '');
}
