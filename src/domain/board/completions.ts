import { taskKey } from './selectRows';
import { standingsFor } from './standing';
import type { LightRule } from '../lights/rule';
import type { Dataset } from '../model/dataset';
import type { ProgressRow } from '../model/records';
import type { Completion } from '../progress/completion';
import { completionOf } from '../progress/computeCompletion';
import { lastYearOf } from '../progress/lastYear';

/** Completions of rows: equal figures from several reports are one, with witnesses; lit by `rule`. */
export function completionsOf(dataset: Dataset, rows: readonly ProgressRow[], rule: LightRule): Completion[] {
  const standings = rule.family === '位次' ? standingsFor(dataset) : undefined;
  return mergeWitnesses(rows).map(([row, witnesses]) =>
    completionOf(row, rule, {
      witnesses,
      indicator: dataset.indicator(row.programme.indicator),
      placeOf: (id) => dataset.place(id),
      lastYear: (c) => lastYearOf(dataset, c),
      standing: standings?.(row)
    })
  );
}

/** Rows with equal figures for one programme, place and period are one fact with several witnesses. */
function mergeWitnesses(rows: readonly ProgressRow[]): [ProgressRow, ProgressRow[]][] {
  const groups = new Map<string, [ProgressRow, ProgressRow[]]>();
  for (const row of rows) {
    const figures = [row.asOf, row.target, row.done, row.rate, row.unit, row.qualifier];
    const key = [taskKey(row), ...figures].join('|');
    const group = groups.get(key);
    if (group) group[1].push(row);
    else groups.set(key, [row, []]);
  }
  return [...groups.values()];
}
