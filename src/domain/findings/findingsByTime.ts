/**
 * What 今日要点 says of the numbers of all places in each of its times, as it is stored with a pack: one walk over the
 * indicators, whose observations are met one indicator after the other and not kept.
 */
import { parseAddress } from '../address/address';
import type { Dataset } from '../model/dataset';
import { sourcesOf } from '../model/facts';
import type { Indicator, Observation } from '../model/records';
import type { Period } from '../time/period';
import { BestByPlace } from './bestByPlace';
import { ChangeFinding, ContradictionFinding, isLatest, largestFirst, latestFirst } from './changeHeadlines';
import { indicatorChanges, isIn } from './changesAt';
import { MOST_OF_KIND } from './choose';
import { comparisonIn, type ComparisonKind } from './comparisonIn';
import type { Finding } from './headline';
import { ratedIndicators, reportedIndicators } from './indicatorFindings';
import { overviewPeriods } from './overviewPeriod';
import { isSound } from './soundness';
import type { FindingsByTime, StoredFinding } from './storedFindings';

export function findingsByTime(dataset: Dataset): FindingsByTime {
  const times = overviewPeriods(dataset).map(({ period }) => period);
  const changes = changesByTime(dataset, times);
  const extremes = comparisonsByTime(dataset, '好坏', ratedIndicators(dataset), times);
  const gaps = comparisonsByTime(dataset, '缺报', reportedIndicators(dataset), times);
  return new Map(
    times.flatMap(({ text }, t) => {
      const own = changes[t];
      return own ? [[text, [...own, ...extremes[t]!, ...gaps[t]!]] as const] : [];
    })
  );
}

/** Undefined for a time in which so many changes of few places are contradicted that not all were kept. */
function changesByTime(dataset: Dataset, times: readonly Period[]): (StoredFinding[] | undefined)[] {
  const kept = times.map(() => ({
    changes: new BestByPlace(dataset, largestFirst, (at) => new ChangeFinding(at)),
    contradictions: new BestByPlace(dataset, latestFirst, (at) => new ContradictionFinding(at))
  }));
  const timeOf = timesOf(times);
  for (const indicator of dataset.indicators)
    for (const found of indicatorChanges(dataset, indicator, undefined))
      found.forEach((at, i) => {
        const time = timeOf(at.period);
        if (time < 0) return;
        const next = found[i + 1];
        if (at.differs) kept[time]!.contradictions.add(at);
        if ((isLatest(at, next) || timeOf(next!.period) !== time) && at.size > 0) kept[time]!.changes.add(at);
      });
  return kept.map(({ changes, contradictions }) => {
    const against = contradictions.told((one) => isSound(dataset, one));
    const largest = changes.told((one) => isSound(dataset, one));
    return (
      against &&
      largest && [
        ...against.map((one) => changeOf(dataset, one, '数不符')),
        ...largest.map((one) => changeOf(dataset, one, '变化'))
      ]
    );
  });
}

/** As many of each time as are told, those of the first indicators. */
function comparisonsByTime(
  dataset: Dataset,
  kind: ComparisonKind,
  indicators: readonly Indicator[],
  times: readonly Period[]
): StoredFinding[][] {
  const found = times.map((): StoredFinding[] => []);
  for (const indicator of indicators)
    times.forEach((time, t) => {
      if (found[t]!.length === MOST_OF_KIND) return;
      const one = comparisonIn(dataset, kind, indicator, time);
      if (one && isSound(dataset, one)) found[t]!.push(storedOf(dataset, one, { kind, indicator, from: null }));
    });
  return found;
}

/** Where the time stands in which a period ends; −1 for none. */
function timesOf(times: readonly Period[]): (period: Period) => number {
  const known = new Map<string, number>();
  return (period) => {
    let at = known.get(period.text);
    if (at === undefined) known.set(period.text, (at = times.findIndex((time) => isIn(time, period))));
    return at;
  };
}

/** With all that a change says: nothing is looked up any more. */
function changeOf(dataset: Dataset, finding: Finding, kind: StoredFinding['kind']): StoredFinding {
  const rows = finding.from as readonly Observation[];
  return storedOf(dataset, finding, { kind, indicator: rows[0]!.indicator, from: rows });
}

function storedOf(
  dataset: Dataset,
  { text, numbers, place, date, address, from }: Finding,
  stored: Pick<StoredFinding, 'kind' | 'indicator' | 'from'>
): StoredFinding {
  const period = parseAddress(address)?.query.period ?? '';
  return { ...stored, text, numbers, place, date, period, sources: sourcesOf(dataset, from) };
}
