/** What has to be withheld with small results of tasks, so that none of them can be worked out from a sum. */
import { smallResultBelow, smallResults } from './smallProgress';
import { addsUp, sumKey } from './withheldNumbers';
import type { Dataset } from '../model/dataset';
import type { Level, ProgressRow } from '../model/records';
import type { SmallNumberRule } from '../model/smallNumberRule';
import { periodLabel } from '../time/periodLabel';
import { placeLabel } from '../wording/placeLabel';

export interface WithheldResult {
  readonly row: ProgressRow;
  /** One Chinese clause, without the number. */
  readonly why: string;
}

/**
 * The small results, in file order, and one more, the smallest, of the areas (or the organisations) below the same one where just
 * one of them is withheld and the area above states the sum (of organisations one that they come to); the sum itself where there is no other.
 */
export function withheldResults(dataset: Dataset, rule: SmallNumberRule): WithheldResult[] {
  const withheld = new Map<ProgressRow, string>();
  for (const row of smallResults(dataset, rule))
    withheld.set(row, `完成数少于${smallResultBelow(row.programme, dataset, rule)}`);
  if (withheld.size === 0) return [];
  const stated = dataset.progress.filter(({ done }) => done !== null);
  const groups = new Map<string, { total: ProgressRow[]; parts: ProgressRow[] }>();
  const groupOf = (row: ProgressRow, above: string, level: Level) => {
    const key = [row.programme.id, row.period.text, row.asOf, sumKey(above, level)].join('\u0001');
    const group = groups.get(key) ?? { total: [], parts: [] };
    groups.set(key, group);
    return group;
  };
  for (const row of stated) {
    for (const level of ['县区', '机构'] as const) groupOf(row, row.place.id, level).total.push(row);
    if (row.place.parent) groupOf(row, row.place.parent, row.place.level).parts.push(row);
  }
  // Withholding a sum may leave the area above it with one unknown part.
  for (let isDone = false; !isDone;) {
    isDone = true;
    groups.forEach(({ total, parts }) => {
      if (total.length === 0 || parts.length === 0) return;
      if (parts[0]!.place.level === '机构' && !addsUp(doneOf(total), doneOf(onePerPlace(parts)))) return;
      const all = [...total, ...parts];
      const hidden = all.filter((row) => withheld.has(row));
      // Two reports of one result are one number.
      if (new Set(hidden.map(({ place }) => place.id)).size !== 1) return;
      const open = parts.filter((row) => !withheld.has(row)).sort((a, b) => a.done! - b.done!);
      const next = open[0]?.place ?? total[0]!.place;
      if (withheld.has(all.find(({ place }) => place === next)!)) return;
      const why = `由合计可以推出${placeLabel(hidden[0]!.place)}的完成数`;
      for (const row of all) if (row.place === next) withheld.set(row, why);
      isDone = false;
    });
  }
  return dataset.progress.flatMap((row) => {
    const why = withheld.get(row);
    return why === undefined ? [] : [{ row, why }];
  });
}

function doneOf(rows: readonly ProgressRow[]): number[] {
  return rows.map(({ done }) => done!);
}

/** Two reports of one result are one part. */
function onePerPlace(rows: readonly ProgressRow[]): ProgressRow[] {
  return [...new Map([...rows].reverse().map((row) => [row.place.id, row])).values()];
}

/** `progress.csv 第12行：甲县2020年结肠镜检查，完成数少于5`: what was withheld and why, without the number. */
export function withheldResultText({ row, why }: WithheldResult): string {
  return `progress.csv 第${row.row}行：${placeLabel(row.place)}${periodLabel(row.period)}${row.programme.name}，${why}`;
}
