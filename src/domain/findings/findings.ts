/**
 * 今日要点: the sentences a leader reads first, each with its numbers, its place, its date and the address of the
 * chart that proves it.
 */
import { formatAddress } from '../address/address';
import { citationOf, type Citation, taskCitation } from '../evidence/citation';
import { changeHeadlines } from './changeHeadlines';
import { firstSound, MOST_OF_KIND, placesInTurn } from './choose';
import { comparisonIn } from './comparisonIn';
import { type Finding, type Headline, HEADLINE_KINDS } from './headline';
import { comparisonHeadlines, gapHeadlines } from './indicatorFindings';
import { isSound } from './soundness';
import { type StoredFinding, storedFindings } from './storedFindings';
import { lateHeadlines, progressHeadlines } from './taskFindings';
import type { Dataset } from '../model/dataset';
import { sourcesOf } from '../model/facts';
import { memoInSteps } from '../model/memo';
import type { Steps } from '../steps/steps';
import { parsePeriod } from '../time/parsePeriod';
import type { Period } from '../time/period';

/** Where the numbers of a sentence stand in the reports. */
export function headlineSources({ from }: Headline): Citation[] {
  return from.map((row) => ('programme' in row ? taskCitation(row) : citationOf(row)));
}

const MOST = 8;

/** A focus place's own may fill all of them; those of all fill up to this many. */
const LEAST = 5;

/**
 * Up to eight findings, five or more where the data bears them, the most newsworthy first: in the order of
 * `FINDING_KINDS` one of each kind, then a second, then a third. With a focus place they are its own; only where it has
 * fewer than five, those of all follow.
 * Nothing rests on figures in doubt (但 数不符 tells of them), on bounds, on comparisons of fewer than three
 * places or of unequal periods, on figures that the audit contradicts, or on what is more than two years older than the
 * latest figure asked about.
 * @param period only what ends or was reported in it; absent: whatever the time
 */
export function headlinesOf(dataset: Dataset, focus?: string, period?: Period): Headline[] {
  const own =
    focus && dataset.place(focus) ? unique(ofPlace.now(dataset, JSON.stringify({ focus, time: period?.text }))) : [];
  const all = [...own, ...ofAll.now(dataset, period?.text ?? '')];
  const most = own.length === 0 ? MOST : Math.min(MOST, Math.max(LEAST, own.length));
  return unique(all)
    .slice(0, most)
    .map((told) => headlineOf(dataset, told));
}

/** Its rows are looked up when somebody asks for them. */
function headlineOf(dataset: Dataset, told: Finding | Headline): Headline {
  const { kind, compares = false, text, place, date, address, numbers } = told;
  return {
    ...{ kind, compares, text, place, date, address, numbers: numbers.map((n) => Math.abs(n)) },
    sources: 'sources' in told ? told.sources : sourcesOf(dataset, told.from),
    get from() {
      return told.from;
    }
  };
}

/** What takes long of `headlinesOf`, in parts. */
export function* headlineSteps(dataset: Dataset, focus?: string, period?: Period): Steps<void> {
  if (focus && dataset.place(focus)) yield* ofPlace.steps(dataset, JSON.stringify({ focus, time: period?.text }));
  yield* ofAll.steps(dataset, period?.text ?? '');
}

/** A dataset doesn't change; the reader's focus place does. A reader steps through a few periods. */
const ofAll = memoInSteps(8, function* (dataset, time): Steps<readonly Finding[]> {
  const period = time === '' ? undefined : parsePeriod(time);
  return inTurns(dataset, (yield* storedFound(dataset, period)) ?? (yield* found(dataset, undefined, period)));
});

/** A reader goes back and forth between a few places and times. */
const ofPlace = memoInSteps(4, function* (dataset, key): Steps<readonly Finding[]> {
  const { focus, time } = JSON.parse(key) as { focus: string; time?: string };
  const told = yield* found(dataset, focus, time === undefined ? undefined : parsePeriod(time));
  yield 0;
  return inTurns(dataset, told);
});

interface Found {
  readonly findings: readonly Finding[];
  /** Those that are known to be sound. */
  readonly sound: ReadonlySet<Finding>;
}

function* found(dataset: Dataset, focus?: string, period?: Period): Steps<Found> {
  const findings = [
    ...progressHeadlines(dataset, focus, period),
    ...(yield* changeHeadlines(dataset, focus, period)),
    ...(yield* comparisonHeadlines(dataset, focus, period)),
    ...lateHeadlines(dataset, focus, period),
    ...gapHeadlines(dataset, focus, period)
  ];
  return { findings, sound: new Set() };
}

/** The same of all places, where those about numbers are stored with the pack. */
function* storedFound(dataset: Dataset, period: Period | undefined): Steps<Found | undefined> {
  const stored = period && storedFindings(dataset, period.text)?.map((one) => withRows(dataset, one, period));
  if (!stored) return undefined;
  yield 0;
  const findings = [
    ...progressHeadlines(dataset, undefined, period),
    ...lateHeadlines(dataset, undefined, period),
    ...stored
  ];
  return { findings, sound: new Set(stored) };
}

/** A comparison's rows are looked up where somebody asks for them, which takes the block of its indicator. */
function withRows(dataset: Dataset, { from, indicator, period, ...told }: StoredFinding, within: Period): Headline {
  const { kind, place } = told;
  if (kind !== '好坏' && kind !== '缺报')
    return { ...told, from: from ?? [], address: formatAddress('periods', { i: indicator.id, p: place?.id ?? '' }) };
  return {
    ...told,
    compares: true,
    address: formatAddress('places', { i: indicator.id, period }),
    get from() {
      return comparisonIn(dataset, kind, indicator, within)?.from ?? [];
    }
  };
}

/** One of each kind in turn; within a kind every place once before a place comes twice. */
function inTurns(dataset: Dataset, { findings, sound }: Found): Finding[] {
  const kinds = HEADLINE_KINDS.map((kind) => {
    const { first, again } = placesInTurn(findings.filter((f) => f.kind === kind));
    return firstSound([...first, ...again], (one) => sound.has(one) || isSound(dataset, one));
  });
  const out: Finding[] = [];
  for (let turn = 0; turn < MOST_OF_KIND; turn++) out.push(...kinds.flatMap((list) => list[turn] ?? []));
  return out;
}

/** One fact may be told twice, as a place's own and as one of all. */
function unique(list: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return list.filter((f) => {
    // What went over the target is counted once, for the focus place or for all.
    const keys = [f.text, f.kind === '超额' ? f.kind : `${f.kind} ${f.address}`];
    const known = keys.some((key) => seen.has(key));
    keys.forEach((key) => seen.add(key));
    return !known;
  });
}
