/** 为什么变了: the change of a place as the sum of what its units changed. */
import type { ChangeContribution, Effects, Whole } from './answer';
import { type Fraction, fractionOf, rateEffects } from './fraction';
import { type Pair, pairSources, pairsOf, type Pairs } from './pairs';
import { sharesOf, type UnitShare } from './shares';
import { FINEST, signed } from './waterfall';
import { changeNotes, changeSubtitle, changeVerdict, refusedVerdict } from './wording';
import type { Dataset } from '../model/dataset';
import { resultCutoff, sourcesOf } from '../model/facts';
import type { Indicator, Observation } from '../model/records';
import { decimalsOf, roundTo } from '../number/rounding';
import { perUnit } from '../number/scales';
import { periodLabel } from '../time/periodLabel';
import type { ChangeAgainst } from '../trend/changeKind';
import { judged } from '../trend/changesWording';
import { difference } from '../wording/difference';
import { differenceUnit, formatValue } from '../wording/format';
import { placeLabel } from '../wording/placeLabel';

export interface ChangeQuestion {
  /** Indicator id. */
  readonly indicator: string;
  /** Place id. */
  readonly place: string;
  /** Canonical text; absent: the last in which the place's change can be told. */
  readonly period?: string;
  readonly against: ChangeAgainst;
  /** Place id. */
  readonly focus?: string;
}

/**
 * The change of a place between two periods, split into what its units (`unitsOf`) changed. Counts and money by their
 * differences, rates and averages by numerators and denominators (`rateEffects`); the shares add up to the change, what the
 * place itself states beyond them being one more. Where the place states nothing itself it is the sum of the units that have
 * both figures. Refused (`whole` null, the verdict and a note say why): units without numerators and denominators of what is
 * no count, no unit with both figures, a single one of a place that states nothing itself.
 * @returns undefined for an unknown indicator or place
 */
export function changeContribution(dataset: Dataset, question: ChangeQuestion): ChangeContribution | undefined {
  const indicator = dataset.indicator(question.indicator);
  const place = dataset.place(question.place);
  if (!indicator || !place) return undefined;
  const pairs = pairsOf(dataset, { indicator, place, against: question.against, asked: question.period });
  const isRate = indicator.kind !== '数量' && indicator.kind !== '金额';
  const split = isRate ? splitRate(indicator, pairs) : splitCount(pairs);
  const asked: Asked = {
    ...headsOf(pairs),
    place,
    indicator,
    against: question.against,
    isRate,
    unit: differenceUnit(indicator.unit),
    absent: [...pairs.absent, ...split.absent]
  };
  const why = refusal(split, pairs);
  return why === '' ? splitAnswer(dataset, asked, pairs, split, question.focus ?? '') : refused(asked, why);
}

/** The answer before it is split: what was asked for, and who can't take part. */
type Asked = Omit<ChangeContribution, 'whole' | 'shares' | 'verdict' | 'subtitle' | 'notes' | 'sources' | 'cutoff'>;

function headsOf({ period, before, periods }: Pairs): Pick<Asked, 'period' | 'periods' | 'heads'> {
  const heads = { before: before ? periodLabel(before) : '对比期', now: period ? periodLabel(period) : '本期' };
  return { period, periods, heads };
}

function refused(asked: Asked, why: string): ChangeContribution {
  return {
    ...asked,
    whole: null,
    shares: [],
    verdict: refusedVerdict(asked),
    subtitle: why,
    notes: [{ level: '警示', text: `${why}。` }],
    sources: [],
    cutoff: asked.period?.end ?? ''
  };
}

function splitAnswer(dataset: Dataset, asked: Asked, pairs: Pairs, split: Split, focus: string): ChangeContribution {
  const { indicator } = asked;
  const own = split.own === null ? null : pairs.own;
  const size = sizeOf(asked, pairs, split);
  const judgement = (value: number) => judged(indicator, value, '');
  const units = split.steps.map((step) => unitShare(step, focus));
  const shares = sharesOf(units, size.total, size.rest, { decimals: size.decimals, judgement });
  const whole: Whole = {
    ...wholeFigures(indicator, pairs.own, split),
    value: size.total,
    text: size.text,
    stated: split.own !== null,
    judgement: judgement(size.total),
    sources: own ? pairSources(own) : shares.flatMap((s) => s.sources)
  };
  const used = [...(own ? [own] : []), ...split.steps.map((s) => s.pair)];
  const observations = used.flatMap(observationsOf);
  const told = { ...asked, whole, shares };
  return {
    ...told,
    verdict: changeVerdict(told),
    subtitle: changeSubtitle(told),
    notes: changeNotes(told, { decimals: size.decimals, shown: size.shown, rough: used.some(isRough) }),
    sources: sourcesOf(dataset, observations),
    cutoff: resultCutoff(observations)
  };
}

/** How large the whole change is, in the unit of the answer. */
interface Size {
  readonly total: number;
  /** What it has beyond the sum of the units. */
  readonly rest: number;
  readonly decimals: number;
  /** As it reads on every other screen: of two rates the difference of the printed ones. */
  readonly shown: number;
  /** `+66,152`. */
  readonly text: string;
}

function sizeOf({ indicator, isRate }: Asked, pairs: Pairs, { own, steps, rounding }: Split): Size {
  const summed = sumOfValues(steps);
  // What two printed rates differ by more or less than the sum may be their rounding alone.
  const total = own === null || roundTo(Math.abs(own - summed), FINEST) <= rounding ? summed : own;
  const decimals = isRate
    ? Math.max(2, indicator.decimals ?? 2)
    : finest(indicator, [total, ...steps.map((s) => s.value)]);
  const printed =
    pairs.own && own !== null && isRate ? difference(pairs.own.now.value, pairs.own.before.value, indicator) : null;
  const inPoints = printed?.kind === '百分点';
  const shown = inPoints ? printed.value! : total;
  return {
    total,
    rest: roundTo(total - summed, FINEST),
    decimals,
    shown,
    text: signed(shown, inPoints ? null : decimals)
  };
}

function unitShare({ pair, value, effects }: Step, focus: string): UnitShare {
  return {
    place: pair.place,
    name: placeLabel(pair.place),
    isFocus: pair.place.id === focus,
    value,
    before: pair.before.text,
    now: pair.now.text,
    effects,
    uncertain: isUncertain(pair),
    remark: '',
    sources: pairSources(pair)
  };
}

/** Effects are kept to 6 decimals: what is left of many of them. */
const NOISE = 1e-4;

interface Step {
  readonly pair: Pair;
  readonly value: number;
  readonly effects: Effects | null;
}

interface Split {
  readonly steps: readonly Step[];
  /** The change that the place itself states; null where it states none. */
  readonly own: number | null;
  readonly absent: ChangeContribution['absent'];
  /** How far the place's own change may lie beside the sum by the rounding of its figures alone. */
  readonly rounding: number;
  /** Of a rate without a figure of its own: what all units were counted together. */
  readonly sums?: { readonly before: number; readonly now: number };
}

function splitCount({ own, units }: Pairs): Split {
  const change = ({ before, now }: Pair) => roundTo(now.value - before.value, FINEST);
  return {
    steps: units.map((pair) => ({ pair, value: change(pair), effects: null })),
    own: own ? change(own) : null,
    rounding: 0,
    absent: []
  };
}

function splitRate({ unit }: Indicator, { own, units }: Pairs): Split {
  const factor = perUnit(unit);
  const known = units.flatMap((pair) => {
    const parts = partsOfPair(pair);
    return parts ? [{ pair, ...parts }] : [];
  });
  const effects = rateEffects(
    known.map((one) => one.then),
    known.map((one) => one.after)
  ).map(({ rate, mix }) => ({ rate: roundTo(rate * factor, FINEST), mix: roundTo(mix * factor, FINEST) }));
  const parts = own && partsOfPair(own);
  return {
    steps: known.map(({ pair }, at) => ({
      pair,
      value: roundTo(effects[at]!.rate + effects[at]!.mix, FINEST),
      effects: effects[at]!
    })),
    own: !own
      ? null
      : roundTo(
          parts ? quotient(parts.after, factor) - quotient(parts.then, factor) : own.now.value - own.before.value,
          FINEST
        ),
    rounding: own && !parts ? 10 ** -decimalsOf(own.now.value, 4) : NOISE,
    absent: units
      .filter((pair) => !partsOfPair(pair))
      .map(({ place, now }) => ({ place, reason: '没有分子、分母', evidence: now.observation })),
    ...(known.length > 0
      ? {
          sums: {
            before: together(
              known.map((k) => k.then),
              factor
            ),
            now: together(
              known.map((k) => k.after),
              factor
            )
          }
        }
      : {})
  };
}

function partsOfPair({ before, now }: Pair): { readonly then: Fraction; readonly after: Fraction } | undefined {
  const then = before.observation && fractionOf(before.observation);
  const after = now.observation && fractionOf(now.observation);
  return then && after ? { then, after } : undefined;
}

function quotient({ count, base }: Fraction, factor: number): number {
  return (count / base) * factor;
}

function together(all: readonly Fraction[], factor: number): number {
  return quotient(
    all.reduce((sum, one) => ({ count: sum.count + one.count, base: sum.base + one.base })),
    factor
  );
}

/** Why the change can't be split; empty where it can. */
function refusal({ steps, own, absent }: Split, pairs: Pairs): string {
  if (!pairs.period) return pairs.reason;
  if (steps.length === 0 && absent.length > 0) return '平均数和率不能相加，各单位没有写明分子、分母，拆不到各单位';
  if (steps.length === 0) return '所属地区和单位没有两期都有的确数，拆不到各单位';
  if (own === null && steps.length < 2) return '本级没有数，所属的只有一个两期都有数，拆不开';
  return '';
}

function wholeFigures(indicator: Indicator, own: Pair | null, { steps, sums }: Split) {
  if (own) return { before: own.before.text, now: own.now.text };
  if (sums) {
    const decimals = indicator.decimals ?? 2;
    return {
      before: formatValue(roundTo(sums.before, decimals), indicator),
      now: formatValue(roundTo(sums.now, decimals), indicator)
    };
  }
  const sum = (key: 'before' | 'now') =>
    formatValue(
      roundTo(
        steps.reduce((all, s) => all + s.pair[key].value, 0),
        FINEST
      ),
      indicator
    );
  return { before: sum('before'), now: sum('now') };
}

function sumOfValues(steps: readonly { readonly value: number }[]): number {
  return roundTo(
    steps.reduce((sum, { value }) => sum + value, 0),
    FINEST
  );
}

/** As many decimals as the finest of the figures has, at most the indicator's. */
function finest({ decimals }: Indicator, values: readonly number[]): number {
  return Math.min(decimals ?? 4, Math.max(...values.map((v) => decimalsOf(v, 4))));
}

function observationsOf({ before, now }: Pair): Observation[] {
  return [now, before].flatMap((p) => p.observation ?? []);
}

function isUncertain(pair: Pair): boolean {
  return observationsOf(pair).some((o) => o.status !== '实际');
}

function isRough({ before, now }: Pair): boolean {
  return before.qualifier === '≈' || now.qualifier === '≈';
}
