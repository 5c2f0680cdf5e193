/**
 * One indicator at one place: its latest figure, or what the reports give instead of one.
 */
import type { RankAmong } from '../compare/drawnRows';
import type { Held } from '../compare/heldAgainst';
import { gapReason } from '../missing/missingReason';
import type { Dataset } from '../model/dataset';
import { type Fact, factsOf, type NumericObservation, hasNumber, isChange } from '../model/facts';
import type { Indicator, Observation } from '../model/records';
import { type ProfilePeer, standingOf } from './standing';
import { latestFirst } from '../time/period';
import { spanLabel } from '../time/periodLabel';
import { pointsOf } from '../trend/points';
import { segmentsOf } from '../trend/segments';
import type { TrendPoint } from '../trend/trend';
import { smallBaseMark } from '../model/smallBase';
import { formatNumber, formatRounded, formatValue } from '../wording/format';
import { statedChangeText } from '../wording/statedChange';

export interface ProfileRow {
  readonly indicator: Indicator;
  /** The latest figure; where there is none, the latest rank, share, change or hole that the report states. */
  readonly observation: Observation;
  readonly witnesses: readonly Observation[];
  readonly conflicts: readonly Observation[];
  /** Value with qualifier and unit; without a value `第9位`, `下降2.76个百分点`, `原文缺字`. */
  readonly text: string;
  /** The same for large type: large figures in 万 or 亿, `390.6万份`. */
  readonly shortText: string;
  /** Whether `text` is a figure of the indicator. */
  readonly hasValue: boolean;
  /** Among the places that compare with it; null where that can't be said. */
  readonly standing: RankAmong | null;
  /** `4个地区中第2`; empty where it can't be said. */
  readonly comparison: string;
  /** The field, worst first; empty where fewer than two compare. */
  readonly peers: readonly ProfilePeer[];
  /** Why there is no standing. */
  readonly apart: string;
  /** Against what the profile is held against; absent where it isn't, or there is nothing to hold this figure against. */
  readonly held?: Held;
  /** Why a figure isn't held; absent or empty where it is, or nothing was asked. */
  readonly unheld?: string;
  /** How many other places of its kind have a number, comparable or not. */
  readonly elsewhere: number;
  /** `下降30.0%（原文同比）`; empty where the report states none. */
  readonly change: string;
  /** Rank and share as the report states them for the same period: `原文排第9（深圳各区中）`. */
  readonly stated: readonly string[];
  /** The observations behind `change` and `stated`. */
  readonly statements: readonly Observation[];
  /** What to beware of: `存疑`, `预计`, `另有不同的数`. */
  readonly flags: readonly string[];
  /** Points of the latest figure's span; only those inside one segment may be joined. Empty with fewer than two. */
  readonly segments: readonly (readonly TrendPoint[])[];
}

/** @param observations all that one place has of the indicator, at least one */
export function profileRow(dataset: Dataset, indicator: Indicator, observations: readonly Observation[]): ProfileRow {
  const values = observations.filter((o) => o.measure === '数值');
  const [fact] = factsOf(values).sort((a, b) => latestFirst(a.period, b.period));
  return fact ? figureRow(dataset, indicator, fact, observations) : substituteRow(indicator, observations);
}

function figureRow(
  dataset: Dataset,
  indicator: Indicator,
  fact: Fact,
  observations: readonly Observation[]
): ProfileRow {
  const { observation, witnesses, conflicts, period } = fact;
  const here = observations.filter(
    (o): o is NumericObservation => o.period.text === period.text && o.measure !== '数值' && hasNumber(o)
  );
  const change = here.find(isChange);
  const asides = onePerText(here.filter((o) => !isChange(o)));
  const stands = standingOf(dataset, indicator, fact);
  return {
    indicator,
    observation,
    witnesses,
    conflicts,
    text: `${formatValue(observation.value, indicator, observation.qualifier)}${smallBaseMark(observation)}`,
    shortText: `${formatRounded(observation.value, indicator, observation.qualifier)}${smallBaseMark(observation)}`,
    hasValue: true,
    ...{ standing: stands.standing, comparison: stands.comparison },
    ...{ apart: stands.apart, elsewhere: stands.elsewhere },
    get peers() {
      return stands.peers;
    },
    change: change ? `${statedChangeText(change)}（原文同比）` : '',
    stated: asides.map(asideText),
    statements: change ? [change, ...asides] : asides,
    flags: [
      ...(observation.status === '存疑' || observation.status === '预计' ? [observation.status] : []),
      ...(conflicts.length > 0 ? ['另有不同的数'] : [])
    ],
    segments: segmentsAround(indicator, fact, observations)
  };
}

/** The run of figures that the latest one belongs to: equal spans only. */
function segmentsAround(
  indicator: Indicator,
  fact: Fact,
  observations: readonly Observation[]
): ProfileRow['segments'] {
  const span = spanLabel(fact.period);
  const points = pointsOf(indicator, observations).filter((p) => spanLabel(p.period) === span);
  return points.length < 2 ? [] : segmentsOf(points);
}

/** Without a figure: the latest thing said, or the hole itself. */
function substituteRow(indicator: Indicator, observations: readonly Observation[]): ProfileRow {
  const stated = observations.filter(hasNumber).sort((a, b) => latestFirst(a.period, b.period));
  const observation = stated[0] ?? observations[0]!;
  const same = stated.filter(
    (o) =>
      o.measure === observation.measure && o.period.text === observation.period.text && o.value === observation.value
  );
  return {
    indicator,
    observation,
    witnesses: same.length > 0 ? same : [observation],
    conflicts: [],
    text: hasNumber(observation) ? plainText(observation) : gapReason(observation),
    shortText: hasNumber(observation) ? plainText(observation) : gapReason(observation),
    hasValue: false,
    standing: null,
    comparison: '',
    peers: [],
    elsewhere: 0,
    apart: hasNumber(observation) ? `报告只有${observation.measure.replace(/\(.*\)/, '')}，没有数值` : '没有数值',
    change: '',
    stated: asideNote(observation) ? [asideNote(observation)] : [],
    statements: [],
    flags: [],
    segments: []
  };
}

function plainText(o: NumericObservation): string {
  if (o.measure === '位次') return `第${formatNumber(o.value)}位`;
  if (o.measure === '占比') return `占${formatNumber(o.value, { qualifier: o.qualifier, unit: '%' })}`;
  return statedChangeText(o);
}

function asideText(o: NumericObservation): string {
  const note = asideNote(o);
  const text = o.measure === '位次' ? `原文排第${formatNumber(o.value)}` : plainText(o);
  return note ? `${text}（${note}）` : text;
}

/** Among whom, of what: the first clause of the note. */
function asideNote(o: Observation): string {
  return o.note.split(/[；。]/)[0]!.trim();
}

function onePerText(list: readonly NumericObservation[]): NumericObservation[] {
  const seen = new Map(list.map((o) => [asideText(o), o] as const).reverse());
  return list.filter((o) => seen.get(asideText(o)) === o);
}
