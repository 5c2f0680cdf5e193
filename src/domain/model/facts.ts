/**
 * From observations to facts: several reports may state one fact, in agreement or not.
 */
import { memoByDataset, memoByKey } from './memo';
import type { Dataset } from './dataset';
import { compareFlags } from './flags';
import type { Grade, Measure, Observation, Place, Source, Status } from './records';
import type { Period } from '../time/period';

/** An observation that has a number. */
export type NumericObservation = Observation & { readonly value: number };

/** One place, one period, one number, and who says so. */
export interface Fact {
  readonly place: Place;
  readonly period: Period;
  /** The observation that stands for the fact. */
  readonly observation: NumericObservation;
  /** All that say the same number, `observation` first. */
  readonly witnesses: readonly NumericObservation[];
  /** All that say another number. */
  readonly conflicts: readonly NumericObservation[];
}

const GRADE_ORDER: Readonly<Record<Grade, number>> = { A: 0, B: 1, C: 2 };

/** A result outweighs a forecast, and both outweigh a figure already in doubt. */
function statusOrder(status: Status): number {
  return status === '实际' ? 0 : status === '预计' ? 1 : 2;
}

/** Whether a row states a value; else it states that there is none, or why. */
export function hasNumber(o: Observation): o is NumericObservation {
  return o.value !== null;
}

/**
 * Facts from observations of one indicator and measure, in order of first appearance. Where values
 * differ the better source grade decides (A before B before C), then what is
 * flagged 修订 before plain before 初步 before 估算, then 实际 before 预计 before 存疑,
 * then the order of the file. Observations without a number are passed over.
 */
export function factsOf(observations: readonly Observation[]): Fact[] {
  const groups: NumericObservation[][] = [];
  const byPlace = new Map<string, Map<string, NumericObservation[]>>();
  for (const o of observations) {
    if (!hasNumber(o)) continue;
    let byPeriod = byPlace.get(o.place.id);
    if (!byPeriod) byPlace.set(o.place.id, (byPeriod = new Map()));
    const known = byPeriod.get(o.period.text);
    if (known) {
      known.push(o);
      continue;
    }
    const group = [o];
    byPeriod.set(o.period.text, group);
    groups.push(group);
  }
  return groups.map(factOf);
}

/** The facts of an indicator (measure 数值), in order of first appearance: `factsOf`, computed once. Unknown id: none. */
export const valueFacts = memoByKey(64, (dataset, indicatorId): readonly Fact[] =>
  factsOf(dataset.observationsOf(indicatorId, '数值'))
);

const NONE: readonly NumericObservation[] = [];

/** The fact of the rows of one place and period, in file order: one at least. */
export function factOf(group: readonly NumericObservation[]): Fact {
  if (group.length === 1) {
    const observation = group[0]!;
    return { place: observation.place, period: observation.period, observation, witnesses: group, conflicts: NONE };
  }
  const ordered = [...group].sort(
    (a, b) =>
      GRADE_ORDER[a.source.grade] - GRADE_ORDER[b.source.grade] ||
      compareFlags(a, b) ||
      statusOrder(a.status) - statusOrder(b.status) ||
      a.index - b.index
  );
  const observation = ordered[0]!;
  const same = (o: NumericObservation) => o.value === observation.value;
  return {
    place: observation.place,
    period: observation.period,
    observation,
    witnesses: ordered.filter(same),
    conflicts: ordered.filter((o) => !same(o))
  };
}

/**
 * Ids of areas that stand in the table only as a parent of others (the province of a county): they report
 * nothing themselves, so they aren't "without data".
 */
export const areasWithoutOwnData = memoByDataset((dataset): ReadonlySet<string> => {
  const parents = new Set(dataset.places.filter((p) => p.level !== '机构').map((p) => p.parent));
  const busy = new Set(dataset.progress.map((row) => row.place.id));
  return new Set([...parents].filter((id) => !busy.has(id) && dataset.countAt(id) === 0));
});

/** The sources of some observations, each once, in the dataset's order. */
export function sourcesOf(dataset: Dataset, rows: Iterable<Pick<Observation, 'source'>>): Source[] {
  const used = new Set<string>();
  for (const row of rows) used.add(row.source.id);
  return dataset.sources.filter((s) => used.has(s.id));
}

/** The latest end day among periods; empty for none. */
export function cutoffOf(periods: Iterable<Period>): string {
  let latest = '';
  for (const p of periods) if (p.end > latest) latest = p.end;
  return latest;
}

/** The latest end day among results; forecasts (预计) don't say up to when things are known. Empty for none. */
export function resultCutoff(observations: Iterable<Pick<Observation, 'status' | 'period'>>): string {
  let latest = '';
  for (const { status, period } of observations) if (status !== '预计' && period.end > latest) latest = period.end;
  return latest;
}

/** Whether an observation states a change against the year before, with a number. */
export function isChange(o: Observation): o is NumericObservation {
  return isChangeMeasure(o.measure) && hasNumber(o);
}

export function isChangeMeasure(measure: Measure): boolean {
  return measure === '同比(%)' || measure === '同比(百分点)';
}

/** Whether nothing is to be said of it but its value: a result without flag or qualifier, and no rate of few. */
export function isPlain({ status, flags, qualifier, smallBase }: Observation): boolean {
  return status === '实际' && flags === '' && qualifier === '' && smallBase === undefined;
}
