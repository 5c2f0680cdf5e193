/**
 * Findings about indicators: the largest changes, changes that contradict themselves, best and worst of a
 * comparable group, and who is missing from it.
 */
import { formatAddress } from '../address/address';
import { changesAt, isIn, type PointAt } from './changesAt';
import { needsEqualSpans } from '../compare/comparability';
import { comparedPeriods, comparedRows } from '../compare/compare';
import type { ComparisonRow } from '../compare/comparison';
import type { Headline } from './headline';
import { twoYearsBefore } from './newsworthy';
import { indicatorCoverage } from '../model/coverage';
import type { Dataset } from '../model/dataset';
import { cutoffOf, resultCutoff } from '../model/facts';
import { type Indicator, isBound, type Observation, type Place } from '../model/records';
import { smallBaseMark } from '../model/smallBase';
import type { Steps } from '../steps/steps';
import type { Period } from '../time/period';
import { periodLabel } from '../time/periodLabel';
import type { TrendPoint } from '../trend/trend';
import { formatRounded } from '../wording/format';
import { placeLabel } from '../wording/placeLabel';
import { comparatives, placeNoun } from '../wording/words';

/** A comparison makes a finding from this many ranked places on. */
const ENOUGH_PLACES = 3;

/** A percentage of fewer than this many says little. */
const ENOUGH_COUNTED = 30;

/** Comparisons are expensive; the indicators of most places are asked first. */
const MOST_ASKED = 24;

/** Of each indicator and place the latest: those of one come one after the other. */
function latestOf(all: readonly PointAt[]): PointAt[] {
  return all.filter((at, i) => all[i + 1]?.place !== at.place || all[i + 1]?.indicator !== at.indicator);
}

/** 变化, and 数不符 between a change as stated and as computed. */
export function* changeHeadlines(dataset: Dataset, focus?: string, within?: Period): Steps<Headline[]> {
  const all = yield* changesAt(dataset, focus, within);
  return [...contradictions(all), ...largestChanges(dataset, all)];
}

/** The largest changes against the year before, as stated, else as computed; of each indicator and place the latest. */
function largestChanges(dataset: Dataset, all: readonly PointAt[]): Headline[] {
  // As with tasks: figures about people before what a bureau does for itself.
  const isInternal = ({ indicator }: PointAt) => Number(dataset.internalThemes.has(indicator.theme));
  return latestOf(all)
    .flatMap((at) => {
      const change = reportableChange(at);
      return change && change.value !== 0 ? [{ at, change, size: Math.abs(change.value) }] : [];
    })
    .sort((a, b) => isInternal(a.at) - isInternal(b.at) || b.size - a.size)
    .map(({ at, change }) => new ChangeHeadline(at, change));
}

/** A 变化. There are thousands to choose three from: what it says is worked out when it is asked for. */
class ChangeHeadline implements Headline {
  readonly kind = '变化';

  constructor(
    private readonly at: PointAt,
    private readonly change: Change
  ) {}

  get text(): string {
    const { indicator, place, point } = this.at;
    const { text, stated } = this.change;
    return `${placeLabel(place)}${indicator.name}${periodLabel(point.period)}为${largeText(indicator, point)}，比上年${point.period.kind === '年' ? '' : '同期'}${text}${stated ? '（原文同比）' : ''}`;
  }
  get numbers(): readonly number[] {
    return [this.at.point.value, Math.abs(this.change.value)];
  }
  get from(): readonly Observation[] {
    const { witnesses, statedChange, before } = this.at.point;
    return [...witnesses, ...(this.change.stated ? [statedChange!.observation] : before)];
  }
  get place(): Place {
    return this.at.place;
  }
  get date(): string {
    return this.at.point.period.end;
  }
  get address(): string {
    return formatAddress('periods', { i: this.at.indicator.id, p: this.at.place.id });
  }
}

/** The figure as a sentence says it: a large one in 万 or 亿. */
function largeText(indicator: Indicator, { value, qualifier, observation }: TrendPoint): string {
  return `${formatRounded(value, indicator, qualifier)}${observation ? smallBaseMark(observation) : ''}`;
}

/** Of exact figures, not in doubt, not contradicting themselves, and not a percentage of a handful; else null. */
function reportableChange({ indicator, point }: PointAt): Change | null {
  const { observation, statedChange, differs } = point;
  if (!observation || observation.status !== '实际' || observation.qualifier !== '' || differs) return null;
  if (statedChange && (statedChange.observation.status !== '实际' || statedChange.observation.qualifier !== ''))
    return null;
  const change = changeOf(point);
  if (!change || indicator.unit === '%' || indicator.unit === '‰' || indicator.kind !== '数量') return change;
  const before = point.value / (1 + change.value / 100);
  return point.value >= ENOUGH_COUNTED && before >= ENOUGH_COUNTED ? change : null;
}

interface Change {
  readonly value: number;
  readonly text: string;
  readonly stated: boolean;
}

function changeOf(point: TrendPoint): Change | null {
  const { statedChange } = point;
  if (statedChange) return { value: statedChange.observation.value!, text: statedChange.text, stated: true };
  const { computedChange } = point;
  if (!computedChange || computedChange.value === null) return null;
  return {
    value: computedChange.value,
    get text() {
      return computedChange.text;
    },
    stated: false
  };
}

/** A change as stated that isn't the one between the two figures, the latest first. */
function contradictions(all: readonly PointAt[]): Headline[] {
  return all
    .filter(({ point }) => point.differs && point.computedChange?.value != null)
    .map(({ indicator, place, point }): Headline => ({
      kind: '数不符',
      text: `${placeLabel(place)}${indicator.name}${periodLabel(point.period)}原文写${point.statedChange!.text}，按两期的数算是${point.computedChange!.text}`,
      numbers: [Math.abs(point.statedChange!.observation.value!), Math.abs(point.computedChange!.value!)].filter(
        (n) => n !== 0
      ),
      from: [...point.witnesses, point.statedChange!.observation, ...point.before],
      place,
      date: point.period.end,
      address: formatAddress('periods', { i: indicator.id, p: place.id })
    }))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}

/** Where places stand over one and the same period. */
export interface Standings {
  readonly indicator: Indicator;
  readonly period: Period;
  /** Three and more, by rank. */
  readonly ranked: readonly ComparisonRow[];
}

/**
 * Three and more places over one and the same period, of indicators that have a better; with a focus place those in which
 * it is ranked.
 */
export function* standingsIn(dataset: Dataset, focus?: string, within?: Period): Steps<Standings[]> {
  const asked = widest(dataset)
    .filter(({ better }) => better !== '不评价')
    .slice(0, MOST_ASKED);
  const answers: Standings[] = [];
  for (const indicator of asked) {
    const answer = samePeriodAnswer(dataset, indicator, { focus, within });
    if (answer) answers.push(answer);
    yield answers.length;
  }
  const since = twoYearsBefore(cutoffOf(answers.map((a) => a.period)));
  return answers.filter((a) => a.period.end >= since);
}

/** 好坏: best and worst of each of `standingsIn`; for a focus place where it stands. Ties at either end say nothing. */
export function* comparisonHeadlines(dataset: Dataset, focus?: string, within?: Period): Steps<Headline[]> {
  const all = yield* standingsIn(dataset, focus, within);
  return all.flatMap(({ indicator, period, ranked }) => {
    const address = formatAddress('places', { i: indicator.id, period: period.text });
    const text = focus ? standingText(indicator, period, ranked, focus) : extremesText(indicator, period, ranked);
    return text ? [{ kind: '好坏' as const, ...text, date: period.end, address }] : [];
  });
}

/** The comparison of the latest period that bears it: enough ranked places, none in doubt, the focus place among them. */
function samePeriodAnswer(
  dataset: Dataset,
  indicator: Indicator,
  { focus, within }: { readonly focus?: string; readonly within?: Period }
): Standings | undefined {
  const known = comparedPeriods(dataset, { indicator: indicator.id });
  const period = known.find((p) => p.count >= ENOUGH_PLACES && isIn(within, p.period))?.period;
  const comparison = period && comparedRows(dataset, { indicator: indicator.id, period: period.text });
  if (!period || !comparison) return undefined;
  const ranked = comparison.rows.filter((r) => r.rank !== null);
  const sound = ranked.every(
    (r) => r.observation.status === '实际' && r.conflicts.length === 0 && !isBound(r.observation.qualifier)
  );
  if (!sound || ranked.length < ENOUGH_PLACES || (focus && !ranked.some((r) => r.place.id === focus))) return undefined;
  // Counts of places of different size are no merit.
  return needsEqualSpans(indicator) && indicator.kind === '数量' ? undefined : { indicator, period, ranked };
}

type Sentence = Pick<Headline, 'text' | 'numbers' | 'place' | 'from'>;

function extremesText(indicator: Indicator, period: Period, ranked: readonly ComparisonRow[]): Sentence | undefined {
  const last = Math.max(...ranked.map((r) => r.rank!));
  const best = ranked.filter((r) => r.rank === 1);
  const worst = ranked.filter((r) => r.rank === last);
  if (best.length !== 1 || worst.length !== 1 || last === 1) return undefined;
  const words = comparatives(indicator);
  const [top, bottom] = indicator.better === '低' ? [words.least, words.most] : [words.most, words.least];
  const noun = placeNoun(ranked.map((r) => r.place));
  return {
    text: `${periodLabel(period)}${indicator.name}，${ranked.length}个${noun}中${placeLabel(best[0]!.place)}${top}（${best[0]!.text}），${placeLabel(worst[0]!.place)}${bottom}（${worst[0]!.text}）`,
    numbers: [ranked.length, best[0]!.value, worst[0]!.value],
    place: null,
    // The two that are named, then all that they stand among.
    from: [...best, ...worst, ...ranked.filter((r) => r.rank !== 1 && r.rank !== last)].flatMap((r) => r.witnesses)
  };
}

function standingText(
  indicator: Indicator,
  period: Period,
  ranked: readonly ComparisonRow[],
  focus: string
): Sentence | undefined {
  const own = ranked.find((r) => r.place.id === focus);
  if (!own) return undefined;
  const noun = placeNoun(ranked.map((r) => r.place));
  return {
    text: `${placeLabel(own.place)}${periodLabel(period)}${indicator.name}${own.text}，${ranked.length}个${noun}中${own.tied ? '并列' : '列'}第${own.rank}`,
    numbers: [own.value, ranked.length, own.rank!],
    place: own.place,
    from: [own, ...ranked.filter((r) => r !== own)].flatMap((r) => r.witnesses)
  };
}

/** 缺报: places missing from an indicator that most others report. */
/** With `within`: from one period that ends in it, the one that most report. */
export function gapHeadlines(dataset: Dataset, focus?: string, within?: Period): Headline[] {
  return widest(dataset)
    .slice(0, MOST_ASKED)
    .flatMap((indicator): Headline[] => {
      const period = within ? mostReported(dataset, indicator, within) : undefined;
      const answer =
        within && !period ? undefined : comparedRows(dataset, { indicator: indicator.id, period: period?.text });
      if (!answer) return [];
      const { rows, missing } = answer;
      const isOwn = focus !== undefined && missing.some((m) => m.place.id === focus);
      if (rows.length < ENOUGH_PLACES || missing.length === 0 || missing.length * 2 >= rows.length || (focus && !isOwn))
        return [];
      const names = missing.length <= 3 ? `：${missing.map((m) => placeLabel(m.place)).join('、')}` : '';
      const noun = placeNoun(rows.map((r) => r.place));
      return [
        {
          kind: '缺报',
          text: `${period ? periodLabel(period) : ''}${indicator.name}有${rows.length}个${noun}报了数，${missing.length}个没有${names}`,
          numbers: [rows.length, missing.length],
          from: rows.flatMap((r) => r.witnesses),
          place: isOwn ? (dataset.place(focus) ?? null) : null,
          date: resultCutoff(rows.map((r) => r.observation)),
          address: formatAddress('places', { i: indicator.id, period: period?.text ?? '' })
        }
      ];
    });
}

function mostReported(dataset: Dataset, indicator: Indicator, within: Period): Period | undefined {
  const known = comparedPeriods(dataset, { indicator: indicator.id }).filter((p) => isIn(within, p.period));
  return known.sort((a, b) => b.count - a.count)[0]?.period;
}

/** Indicators that enough places report, those of most places first, rates before counts. */
function widest(dataset: Dataset): Indicator[] {
  const order = new Map(dataset.indicators.map((i, at) => [i.id, at]));
  const rateFirst = (i: Indicator) => (i.kind === '比率' || i.kind === '占比' ? 0 : 1);
  return indicatorCoverage(dataset)
    .filter(({ places }) => places >= ENOUGH_PLACES)
    .sort(
      (a, b) =>
        b.places - a.places ||
        rateFirst(a.indicator) - rateFirst(b.indicator) ||
        order.get(a.indicator.id)! - order.get(b.indicator.id)!
    )
    .map(({ indicator }) => indicator);
}
