/**
 * The points of one indicator at one place: what reports state, and what a stated change lets one
 * work back to.
 */
import { type Fact, factsOf, type NumericObservation, isChange } from '../model/facts';
import { hasFlag } from '../model/flags';
import { type Indicator, isBound, type Observation, type Qualifier } from '../model/records';
import { smallBaseMark } from '../model/smallBase';
import { decimalsWritten } from '../number/decimalsWritten';
import { decimalsOf, roundTo } from '../number/rounding';
import { comparePeriods, type Period, yearsBefore } from '../time/period';
import type { TrendPoint } from './trend';
import { difference, incomparable } from '../wording/difference';
import { formatValue } from '../wording/format';
import { statedChangeText } from '../wording/statedChange';

/**
 * Points in ascending order of period, all spans together.
 * @param observations all observations of one indicator at one place, changes included
 */
export function pointsOf(indicator: Indicator, observations: readonly Observation[]): TrendPoint[] {
  const facts = factsOf(observations.filter((o) => o.measure === '数值'));
  const changes = changesByPeriod(observations);
  const byPeriod = new Map(facts.map((f) => [f.period.text, f]));
  const before = (fact: Fact) =>
    yearsBefore(fact.period)
      .map((p) => byPeriod.get(p.text))
      .find((found) => found !== undefined);
  const isAcross = breakRule(facts);
  const stated = facts.map((fact) => statedPoint(indicator, fact, before(fact), changes, isAcross));
  return [...stated, ...derivedPoints(indicator, facts, changes, isAcross)].sort((a, b) =>
    comparePeriods(a.period, b.period)
  );
}

/** Whether a 口径调整 lies between two periods, `from` being the earlier: from its own period on the figures are others. */
type BreakRule = (from: Period, to: Period) => boolean;

function breakRule(facts: readonly Fact[]): BreakRule {
  const starts = facts
    .filter(({ witnesses }) => witnesses.some((w) => hasFlag(w, '口径调整')))
    .map(({ period }) => period.start);
  return (from, to) => starts.some((start) => start > from.start && start <= to.start);
}

function statedPoint(
  indicator: Indicator,
  fact: Fact,
  before: Fact | undefined,
  changes: ChangesByPeriod,
  isAcross: BreakRule
): TrendPoint {
  const isBroken = before !== undefined && isAcross(before.period, fact.period);
  return new StatedPoint(indicator, fact, before, isBroken, changes.size === 0 ? undefined : changeFor(fact, changes));
}

/** What a report states. Texts are for what is shown, and most points are only counted: they are made when asked for. */
class StatedPoint implements TrendPoint {
  readonly derived = false;
  readonly derivedFrom = null;

  constructor(
    private readonly indicator: Indicator,
    private readonly fact: Fact,
    private readonly prior: Fact | undefined,
    private readonly isBroken: boolean,
    private readonly change: NumericObservation | undefined
  ) {}

  get period(): Period {
    return this.fact.period;
  }
  get value(): number {
    return this.fact.observation.value;
  }
  get observation(): NumericObservation {
    return this.fact.observation;
  }
  get witnesses(): readonly Observation[] {
    return this.fact.witnesses;
  }
  get conflicts(): readonly Observation[] {
    return this.fact.conflicts;
  }
  get qualifier(): Qualifier {
    return this.observation.qualifier;
  }
  get text(): string {
    return `${formatValue(this.value, this.indicator, this.qualifier)}${smallBaseMark(this.observation)}`;
  }
  get statedChange(): TrendPoint['statedChange'] {
    return this.change ? { observation: this.change, text: statedChangeText(this.change) } : null;
  }
  get computedChange(): TrendPoint['computedChange'] {
    if (this.isBroken) return { text: incomparable('口径有调整').text, value: null };
    return this.prior ? computedChange(this.indicator, this.observation, this.prior.observation) : null;
  }
  get before(): readonly Observation[] {
    return (!this.isBroken && this.prior?.witnesses) || [];
  }
  get differs(): boolean {
    const { change, prior } = this;
    return Boolean(change && prior && !this.isBroken && disagree(change, this.observation, prior.observation));
  }
}

/** A point with some of it said otherwise; a spread alone would lose what a stated point works out when asked. */
export function pointWith(p: TrendPoint, other: Partial<TrendPoint>): TrendPoint {
  return { ...(p instanceof StatedPoint ? workedOut(p) : p), ...other };
}

function workedOut(p: StatedPoint): TrendPoint {
  const { period, value, observation, derived, derivedFrom, witnesses, conflicts } = p;
  const { qualifier, text, statedChange, computedChange, before, differs } = p;
  return {
    period,
    value,
    observation,
    derived,
    derivedFrom,
    witnesses,
    conflicts,
    qualifier,
    text,
    statedChange,
    computedChange,
    before,
    differs
  };
}

type ChangesByPeriod = ReadonlyMap<string, readonly NumericObservation[]>;

function changesByPeriod(observations: readonly Observation[]): ChangesByPeriod {
  const found = new Map<string, NumericObservation[]>();
  for (const o of observations) {
    if (!isChange(o)) continue;
    const list = found.get(o.period.text);
    if (list) list.push(o);
    else found.set(o.period.text, [o]);
  }
  return found;
}

/** The change stated for a fact, by a report that also states the figure where there is one. */
function changeFor(fact: Fact, changes: ChangesByPeriod): NumericObservation | undefined {
  const here = changes.get(fact.period.text) ?? [];
  return here.find((c) => fact.witnesses.some((w) => w.source.id === c.source.id)) ?? here[0];
}

function computedChange(
  indicator: Indicator,
  now: NumericObservation,
  before: NumericObservation
): TrendPoint['computedChange'] {
  const bounds = [isBound(now.qualifier) && '本期', isBound(before.qualifier) && '上年同期'].filter(Boolean);
  if (bounds.length > 0) return { text: incomparable(`${bounds.join('和')}是界限而非确数`).text, value: null };
  const change = difference(now.value, before.value, indicator);
  const { value } = change;
  const rough = value !== null && value !== 0 && (now.qualifier === '≈' || before.qualifier === '≈');
  return {
    get text() {
      return rough ? `约${change.text}` : change.text;
    },
    value
  };
}

/** Whether a stated change lies further from the computed one than the printed decimals explain. */
function disagree(change: NumericObservation, now: NumericObservation, before: NumericObservation): boolean {
  if ([change, now, before].some((o) => o.qualifier !== '')) return false;
  const stepOfChange = halfStep(change);
  if (change.measure === '同比(百分点)') {
    return Math.abs(change.value - (now.value - before.value)) > stepOfChange + halfStep(now) + halfStep(before) + 1e-9;
  }
  if (before.value <= 0) return false;
  const computed = (now.value / before.value - 1) * 100;
  const relative = halfStep(now) / before.value + (now.value * halfStep(before)) / before.value ** 2;
  return Math.abs(change.value - computed) > stepOfChange + relative * 100 + 1e-9;
}

/** Half of the last printed decimal; none for whole counts, which are exact. */
function halfStep(o: NumericObservation): number {
  if (o.measure === '数值' && o.indicator.kind === '数量' && Number.isInteger(o.value)) return 0;
  return 0.5 * 10 ** -decimalsWritten(o.written, o.value);
}

function derivedPoints(
  indicator: Indicator,
  facts: readonly Fact[],
  changes: ChangesByPeriod,
  isAcross: BreakRule
): TrendPoint[] {
  const points: TrendPoint[] = [];
  if (changes.size === 0) return points;
  const known = new Set(facts.map((f) => f.period.text));
  for (const fact of facts) {
    const [period] = yearsBefore(fact.period) as [Period];
    if (yearsBefore(fact.period).some((p) => known.has(p.text)) || isAcross(period, fact.period)) continue;
    for (const change of changes.get(fact.period.text) ?? []) {
      const now = fact.witnesses.find((w) => w.source.id === change.source.id);
      const value = now && workBack(now, change);
      if (!now || value === undefined) continue;
      points.push(derivedPoint(indicator, period, value, now, change));
      break;
    }
  }
  return points;
}

/**
 * The value a year before, from a value and its stated change: v ÷ (1 + c/100), or v − c for points.
 * Refused: a fall of 100% or more, bounds, points of anything but a rate in percent.
 */
function workBack(now: NumericObservation, change: NumericObservation): number | undefined {
  if (isBound(now.qualifier) || isBound(change.qualifier)) return undefined;
  const open = now.indicator.decimals;
  if (change.measure === '同比(百分点)') {
    if (now.indicator.unit !== '%') return undefined;
    return roundTo(now.value - change.value, open ?? Math.max(decimalsOf(now.value, 4), decimalsOf(change.value, 4)));
  }
  if (change.value <= -100) return undefined;
  return roundTo(now.value / (1 + change.value / 100), open ?? decimalsOf(now.value, 4));
}

function derivedPoint(
  indicator: Indicator,
  period: Period,
  value: number,
  now: NumericObservation,
  change: NumericObservation
): TrendPoint {
  const qualifier: Qualifier = now.qualifier === '≈' || change.qualifier === '≈' ? '≈' : '';
  return {
    period,
    value,
    observation: null,
    derived: true,
    derivedFrom: change,
    witnesses: [now],
    conflicts: [],
    qualifier,
    get text() {
      return `推算${formatValue(value, indicator, qualifier)}`;
    },
    statedChange: null,
    computedChange: null,
    before: [],
    differs: false
  };
}
