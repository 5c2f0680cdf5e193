/**
 * Points with a change against the year before, over all indicators and places. Of a single month only the rows that its
 * changes are made of become observations: a city's two years have twelve times as many.
 */
import { twoYearsBefore } from './newsworthy';
import type { Dataset } from '../model/dataset';
import type { ObservationBlock } from '../model/observationBlock';
import { observationAt } from '../model/observationColumns';
import { cutoffOf } from '../model/facts';
import { hasFlag } from '../model/flags';
import type { Indicator, Place } from '../model/records';
import type { Steps } from '../steps/steps';
import { contains, type Period, yearsBefore } from '../time/period';
import { pointsOf } from '../trend/points';
import type { TrendPoint } from '../trend/trend';

export interface PointAt {
  readonly indicator: Indicator;
  readonly place: Place;
  readonly point: TrendPoint;
}

/** Every point with a change against the year before, of every indicator and place, not older than two years before the latest. */
export function* changesAt(dataset: Dataset, focus: string | undefined, within: Period | undefined): Steps<PointAt[]> {
  const out: PointAt[] = [];
  for (const { indicator, place, block, rows } of pairsOf(dataset, focus, within)) {
    const observations = rows.map((row) => observationAt(block, row, dataset.smallBase));
    for (const point of pointsOf(indicator, observations)) {
      // The time first: a change is worked out when it is asked for.
      if (!point.derived && isIn(within, point.period) && (point.statedChange ?? point.computedChange))
        out.push({ indicator, place, point });
    }
    yield out.length;
  }
  const since = twoYearsBefore(cutoffOf(out.map(({ point }) => point.period)));
  return out.filter(({ point }) => point.period.end >= since);
}

/** Whether a period ends in the time asked about; every one does where none is. */
export function isIn(within: Period | undefined, { end }: Period): boolean {
  return !within || contains(within, end);
}

interface Pair {
  readonly indicator: Indicator;
  readonly place: Place;
  /** Has all of its observations. */
  readonly block: ObservationBlock;
  /** Positions in the block in file order: those that the changes in the time are made of. */
  readonly rows: number[];
}

/** Indicators in their order, the places of each as they come in the file; sub-groups and, without a focus, organisations left out. */
function pairsOf(dataset: Dataset, focus: string | undefined, within: Period | undefined): Pair[] {
  const known = new Map<number, Pair>();
  for (const block of focus ? dataset.blocksAt(focus) : dataset.blocks()) {
    const { columns, size } = block;
    const { indicator, place, period, part, flags } = columns.coded;
    const isWhole = part.entries.map((entry) => entry === '');
    const isAsked = place.entries.map(({ id, level }) => (focus ? id === focus : level !== '机构'));
    const isWanted = wantedPeriods(period.entries, within);
    // From a 口径调整 on figures aren't held against those before, whenever it was.
    const isBreak = flags.entries.map((entry) => hasFlag({ flags: entry }, '口径调整'));
    for (let row = 0; row < size; row++) {
      const at = place.codes[row]!;
      if (!isAsked[at] || !isWhole[part.codes[row]!]) continue;
      const of = indicator.codes[row]!;
      const key = of * place.entries.length + at;
      let pair = known.get(key);
      if (!pair)
        known.set(key, (pair = { indicator: indicator.entries[of]!, place: place.entries[at]!, block, rows: [] }));
      if (isWanted[period.codes[row]!] || isBreak[flags.codes[row]!]) pair.rows.push(row);
    }
  }
  const order = new Map(dataset.indicators.map((one, i) => [one, i]));
  return [...known.values()].sort((a, b) => order.get(a.indicator)! - order.get(b.indicator)!);
}

/** For each period whether it ends in the time, or is a year before one that does. */
function wantedPeriods(periods: readonly Period[], within: Period | undefined): boolean[] {
  const inTime = periods.filter((period) => isIn(within, period));
  const wanted = new Set([...inTime, ...inTime.flatMap((period) => yearsBefore(period))].map(({ text }) => text));
  return periods.map(({ text }) => wanted.has(text));
}
