/** Findings about how places stand to each other: best and worst of a comparable group, and who is missing from it. */
import { formatAddress } from '../address/address';
import { isIn } from './changesAt';
import { needsEqualSpans } from '../compare/comparability';
import { comparedPeriods, comparedRows } from '../compare/comparedRows';
import type { ComparisonRow } from '../compare/comparison';
import type { DrawnRows } from '../compare/drawnRows';
import { rankedRows } from '../compare/rowColumns';
import type { Finding } from './headline';
import { twoYearsBefore } from './newsworthy';
import { indicatorCoverage } from '../model/coverage';
import type { Dataset } from '../model/dataset';
import { LATEST_ROWS } from '../model/latestRows';
import { certainFacts } from '../model/factColumns';
import { cutoffOf, resultCutoff } from '../model/facts';
import { memoByKey, memoInSteps } from '../model/memo';
import { type Indicator, isShare } from '../model/records';
import type { Steps } from '../steps/steps';
import { parsePeriod } from '../time/parsePeriod';
import type { Period } from '../time/period';
import { periodLabel } from '../time/periodLabel';
import { placeLabel } from '../wording/placeLabel';
import { comparatives, placeNoun } from '../wording/words';

/** A comparison makes a finding from this many ranked places on. */
const ENOUGH_PLACES = 3;

/** Comparisons are expensive; the indicators of most places are asked first. */
const MOST_ASKED = 24;

/** Where places stand over one and the same period. */
export interface Standings {
  readonly indicator: Indicator;
  readonly period: Period;
  /** Three and more of them have a rank. */
  readonly rows: DrawnRows;
}

/** A reader goes back and forth between a few places and times. */
const MOST_STANDINGS = 4;

/** Three and more places over one and the same period, of indicators that have a better. */
const standings = memoInSteps(MOST_STANDINGS, function* (dataset, key): Steps<readonly Standings[]> {
  const { focus, time } = JSON.parse(key) as { focus?: string; time?: string };
  const within = time === undefined ? undefined : parsePeriod(time);
  const answers: Standings[] = [];
  const asked = ratedIndicators(dataset);
  LATEST_ROWS.need(
    dataset,
    asked.map(({ id }) => id)
  );
  for (const indicator of asked) {
    const answer = samePeriodAnswer(dataset, indicator, { focus, within });
    if (answer) answers.push(answer);
    yield answers.length;
  }
  const since = twoYearsBefore(cutoffOf(answers.map((a) => a.period)));
  return answers.filter((a) => a.period.end >= since);
});

/** Where places stand by each indicator that has a better; with a focus place those in which it is ranked. */
export function standingsIn(dataset: Dataset, focus?: string, within?: Period): Steps<readonly Standings[]> {
  return standings.steps(dataset, JSON.stringify({ focus, time: within?.text }));
}

/** 好坏: best and worst of each of `standingsIn`; for a focus place where it stands. Ties at either end say nothing. */
export function* comparisonHeadlines(dataset: Dataset, focus?: string, within?: Period): Steps<Finding[]> {
  const all = yield* standingsIn(dataset, focus, within);
  return all.flatMap((one) => (focus ? standingFinding(one, focus) : extremesFinding(one)) ?? []);
}

/** 好坏 of one indicator in one time; undefined where it can't be said. */
export function extremesIn(dataset: Dataset, indicator: Indicator, within: Period): Finding | undefined {
  const answer = samePeriodAnswer(dataset, indicator, { within });
  return answer && extremesFinding(answer);
}

/** The comparison of the latest period that bears it: enough ranked places, none in doubt, the focus place among them. */
function samePeriodAnswer(
  dataset: Dataset,
  indicator: Indicator,
  { focus, within }: { readonly focus?: string; readonly within?: Period }
): Standings | undefined {
  const isWanted = within && ((period: Period) => isIn(within, period));
  const known = comparedPeriods(dataset, { indicator: indicator.id }, isWanted);
  const period = known.find((p) => p.count >= ENOUGH_PLACES)?.period;
  const comparison = period && rowsIn(dataset, JSON.stringify([indicator.id, period.text]));
  if (!period || !comparison) return undefined;
  const rows = comparison.columns;
  const { index, facts } = rows.figures;
  const isCertain = certainFacts(index);
  const ranked = rankedRows(rows);
  if (
    ranked.length < ENOUGH_PLACES ||
    !ranked.every((row) => isCertain(facts[row]!)) ||
    (focus && !ranked.some((row) => rows.placeOf(row).id === focus))
  )
    return undefined;
  // Counts of places of different size are no merit.
  return needsEqualSpans(indicator) && indicator.kind === '数量' ? undefined : { indicator, period, rows };
}

/** Of one time for every focus place, and for what is told of it in several sentences. */
const rowsIn = memoByKey(2 * MOST_ASKED, (dataset, key) => {
  const [indicator, period] = JSON.parse(key) as [string, string];
  return comparedRows(dataset, period === '' ? { indicator } : { indicator, period });
});

/** Those of a comparison that have a rank, by rank. */
function rankedIn(rows: DrawnRows): ComparisonRow[] {
  return rows.inOrder().filter((row) => row.rank !== null);
}

function extremesFinding({ indicator, period, rows }: Standings): Finding | undefined {
  const ranked = rankedIn(rows);
  const last = Math.max(...ranked.map((r) => r.rank!));
  const best = ranked.filter((r) => r.rank === 1);
  const worst = ranked.filter((r) => r.rank === last);
  if (best.length !== 1 || worst.length !== 1 || last === 1) return undefined;
  const words = comparatives(indicator);
  const [top, bottom] = indicator.better === '低' ? [words.least, words.most] : [words.most, words.least];
  const noun = placeNoun(ranked.map((r) => r.place));
  return {
    ...saidOf(indicator, period),
    text: `${periodLabel(period)}${indicator.name}，${ranked.length}个${noun}中${placeLabel(best[0]!.place)}${top}（${best[0]!.text}），${placeLabel(worst[0]!.place)}${bottom}（${worst[0]!.text}）`,
    numbers: [ranked.length, best[0]!.value, worst[0]!.value],
    place: null,
    // The two that are named, then all that they stand among.
    from: [...best, ...worst, ...ranked.filter((r) => r.rank !== 1 && r.rank !== last)].flatMap((r) => r.witnesses)
  };
}

function standingFinding({ indicator, period, rows }: Standings, focus: string): Finding | undefined {
  const ranked = rankedRows(rows);
  const at = ranked.find((row) => rows.placeOf(row).id === focus);
  if (at === undefined) return undefined;
  const own = rows.at(at);
  const { rank, of, tied } = rows.rankOf(at)!;
  const noun = placeNoun(ranked.map((row) => rows.placeOf(row)));
  let from: Finding['from'] | undefined;
  return {
    ...saidOf(indicator, period),
    text: `${placeLabel(own.place)}${periodLabel(period)}${indicator.name}${own.text}，${of}个${noun}中${tied ? '并列' : '列'}第${rank}`,
    numbers: [own.value, of, rank],
    place: own.place,
    // Of most findings nobody asks what they rest on.
    get from() {
      return (from ??= [own, ...rankedIn(rows).filter((row) => row !== own)].flatMap((row) => row.witnesses));
    }
  };
}

function saidOf(indicator: Indicator, period: Period): Pick<Finding, 'kind' | 'compares' | 'date' | 'address'> {
  const address = formatAddress('places', { i: indicator.id, period: period.text });
  return { kind: '好坏', compares: true, date: period.end, address };
}

/** 缺报: places missing from an indicator that most others report; with `within` as `gapIn` says. */
export function gapHeadlines(dataset: Dataset, focus?: string, within?: Period): Finding[] {
  const asked = reportedIndicators(dataset);
  LATEST_ROWS.need(
    dataset,
    asked.map(({ id }) => id)
  );
  return asked.flatMap((indicator) => gapIn(dataset, indicator, { focus, within }) ?? []);
}

/**
 * 缺报 of one indicator; undefined where that can't be said.
 * @param within from one period that ends in it, the one that most report
 * @param focus it is missing itself
 */
export function gapIn(
  dataset: Dataset,
  indicator: Indicator,
  { focus, within }: { readonly focus?: string; readonly within?: Period }
): Finding | undefined {
  const period = within ? mostReported(dataset, indicator, within) : undefined;
  const answer = within && !period ? undefined : rowsIn(dataset, JSON.stringify([indicator.id, period?.text ?? '']));
  if (!answer) return undefined;
  const { columns, missing } = answer;
  const isOwn = focus !== undefined && missing.some((m) => m.place.id === focus);
  const count = columns.length;
  if (count < ENOUGH_PLACES || missing.length === 0 || missing.length * 2 >= count || (focus && !isOwn))
    return undefined;
  const { rows } = answer;
  const names = missing.length <= 3 ? `：${missing.map((m) => placeLabel(m.place)).join('、')}` : '';
  const noun = placeNoun(rows.map((r) => r.place));
  return {
    kind: '缺报',
    compares: true,
    text: `${period ? periodLabel(period) : ''}${indicator.name}有${rows.length}个${noun}报了数，${missing.length}个没有${names}`,
    numbers: [rows.length, missing.length],
    from: rows.flatMap((r) => r.witnesses),
    place: isOwn ? (dataset.place(focus) ?? null) : null,
    date: resultCutoff(rows.map((r) => r.observation)),
    address: formatAddress('places', { i: indicator.id, period: period?.text ?? '' })
  };
}

function mostReported(dataset: Dataset, indicator: Indicator, within: Period): Period | undefined {
  const known = comparedPeriods(dataset, { indicator: indicator.id }, (period) => isIn(within, period));
  return [...known].sort((a, b) => b.count - a.count)[0]?.period;
}

/** Those asked for 好坏. */
export function ratedIndicators(dataset: Dataset): Indicator[] {
  return widest(dataset)
    .filter(({ better }) => better !== '不评价')
    .slice(0, MOST_ASKED);
}

/** Those asked for 缺报. */
export function reportedIndicators(dataset: Dataset): Indicator[] {
  return widest(dataset).slice(0, MOST_ASKED);
}

/** Indicators that enough places report, those of most places first, rates before counts. */
function widest(dataset: Dataset): Indicator[] {
  const order = new Map(dataset.indicators.map((i, at) => [i.id, at]));
  const rateFirst = (i: Indicator) => (isShare(i) ? 0 : 1);
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
