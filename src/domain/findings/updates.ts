/** 更新了什么: numbers that are new to the reader, by what they are about. */
import { formatAddress } from '../address/address';
import { chartOf } from '../address/chartOf';
import type { Observation, ProgressRow } from '../model/records';
import { taskFigure } from '../rows/rowFields';
import { periodLabel } from '../time/periodLabel';
import { statedText } from '../wording/observationText';
import { placeLabel } from '../wording/placeLabel';

export interface Update {
  /** Name of the indicator or the task. */
  readonly name: string;
  /** How many of its numbers are new. */
  readonly count: number;
  /** Some of them: `中方县 2020年 96.5%`. */
  readonly texts: readonly string[];
  /** Where the first of them is shown. */
  readonly address: string;
}

/** So many numbers of one indicator are told; the others are counted. */
const MOST_TEXTS = 3;

/** In the order of the rows. */
export function updatesOf(rows: readonly (Observation | ProgressRow)[]): Update[] {
  const bySubject = new Map<string, (Observation | ProgressRow)[]>();
  for (const row of rows) {
    const key = 'indicator' in row ? `i ${row.indicator.id}` : `t ${row.programme.id}`;
    const known = bySubject.get(key);
    if (known) known.push(row);
    else bySubject.set(key, [row]);
  }
  return [...bySubject.values()].map((group) => {
    const first = group[0]!;
    const { screen, query } = chartOf(first);
    return {
      name: ('indicator' in first ? first.indicator : first.programme).name,
      count: group.length,
      texts: group.slice(0, MOST_TEXTS).map(textOf),
      address: formatAddress(screen, query)
    };
  });
}

function textOf(row: Observation | ProgressRow): string {
  const about = `${placeLabel(row.place)} ${periodLabel(row.period)}`;
  if ('indicator' in row) return `${about} ${statedText(row)}`;
  const figures = [
    row.target === null ? '' : `目标${taskFigure(row.target, row.unit)}`,
    row.done === null ? '' : `完成${taskFigure(row.done, row.unit)}`,
    row.rate === null ? '' : `完成率${taskFigure(row.rate, '%')}`
  ];
  return `${about} ${figures.filter(Boolean).join('，')}`;
}
