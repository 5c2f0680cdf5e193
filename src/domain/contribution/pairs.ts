/** Two figures of a place and of each of its units: of a period, and of the one that it is held against. */
import type { Citation } from '../evidence/citation';
import { unitsOf } from './units';
import type { Absent } from '../missing/absentGroups';
import type { Dataset } from '../model/dataset';
import type { Indicator, Place } from '../model/records';
import { parsePeriod } from '../time/parsePeriod';
import { comparePeriods, type Period } from '../time/period';
import { baseFigure, knownPeriods } from '../trend/baseChange';
import { type BasePeriod, basePeriod } from '../trend/changeBase';
import type { ChangeAgainst } from '../trend/changeKind';
import { pointsOf } from '../trend/points';
import { baseSources, pointSources } from '../trend/sources';
import type { TrendPoint } from '../trend/trend';

export interface Pair {
  readonly place: Place;
  readonly before: TrendPoint;
  readonly now: TrendPoint;
}

export interface Pairs {
  /** Null where there is no period with a change. */
  readonly period: Period | null;
  readonly before: Period | null;
  readonly periods: readonly Period[];
  /** What the place states itself; null where it hasn't both figures. */
  readonly own: Pair | null;
  readonly units: readonly Pair[];
  readonly absent: readonly Absent[];
  /** Why there is no period; empty where there is one. */
  readonly reason: string;
}

interface Question {
  readonly indicator: Indicator;
  readonly place: Place;
  readonly against: ChangeAgainst;
  /** Canonical text of a period. */
  readonly asked?: string | undefined;
}

/** The pairs of the period asked for, else of the last in which two figures of a unit can be held together. */
export function pairsOf(dataset: Dataset, { indicator, place, against, asked }: Question): Pairs {
  const pointsAt = new Map<Place, TrendPoint[]>();
  const points = (at: Place): TrendPoint[] => {
    let known = pointsAt.get(at);
    if (!known) pointsAt.set(at, (known = pointsOf(indicator, dataset.observationsIn(indicator.id, at.id))));
    return known;
  };
  const units = unitsOf(dataset, place, (unit) => dataset.observationsIn(indicator.id, unit.id, '数值').length > 0);
  const known = knownPeriods(dataset, indicator.id);
  const bases = new Map<string, BasePeriod>();
  const baseOf = (period: Period): BasePeriod => {
    let base = bases.get(period.text);
    if (!base) bases.set(period.text, (base = basePeriod(period, against, known)));
    return base;
  };
  const pairAt = (at: Place, period: Period): Pair | string => {
    const now = points(at).find((p) => p.period.text === period.text);
    if (!now) return '这一期没有数';
    const before = baseFigure(now, points(at), baseOf(period));
    return typeof before === 'string' ? before : { place: at, before, now };
  };
  const hasPair = (at: Place, period: Period) => typeof pairAt(at, period) !== 'string';
  const all = new Map(units.flatMap((unit) => points(unit).map((p) => [p.period.text, p.period] as const)));
  const periods = [...all.values()]
    .filter((period) => baseOf(period).period && units.some((unit) => hasPair(unit, period)))
    .sort((a, b) => comparePeriods(b, a));
  const own = (period: Period) => {
    const found = pairAt(place, period);
    return typeof found === 'string' ? null : found;
  };
  const wanted = asked ? parsePeriod(asked) : undefined;
  const period = wanted ?? periods.find(own) ?? periods[0];
  if (!period) {
    const reason =
      units.length === 0 ? '没有所属地区或单位报这项指标' : '所属地区和单位没有两期都有的确数，拆不到各单位';
    return { period: null, before: null, periods, own: null, units: [], absent: [], reason };
  }
  const found = units
    .filter((unit) => existed(unit, period, baseOf(period).period))
    .map((unit) => ({ unit, pair: pairAt(unit, period) }));
  return {
    period,
    before: baseOf(period).period,
    periods,
    own: own(period),
    units: found.flatMap(({ pair }) => (typeof pair === 'string' ? [] : [pair])),
    absent: found.flatMap(({ unit, pair }) =>
      typeof pair === 'string'
        ? [
            {
              place: unit,
              reason: pair,
              evidence: points(unit).find((p) => p.period.text === period.text)?.observation ?? null
            }
          ]
        : []
    ),
    reason: ''
  };
}

/** Where both figures stand. */
export function pairSources({ before, now }: Pair): Citation[] {
  return [...pointSources(now), ...baseSources({ before })];
}

/** Whether a place was there in one of the two periods. */
function existed({ validFrom = '', validTo = '' }: Place, now: Period, before: Period | null): boolean {
  if (validFrom !== '' && validFrom > now.end) return false;
  return validTo === '' || validTo >= (before ?? now).start;
}
