/**
 * 今日要点: the sentences a leader reads first, each with its numbers, its place, its date and the address of the
 * chart that proves it.
 */
import { contradictionOf } from '../audit/contradicted';
import { citationOf, type Citation, taskCitation } from '../evidence/citation';
import { type Headline, HEADLINE_KINDS } from './headline';
import { changeHeadlines, comparisonHeadlines, gapHeadlines } from './indicatorFindings';
import { lateHeadlines, progressHeadlines } from './taskFindings';
import type { Dataset } from '../model/dataset';
import { memoInSteps } from '../model/memo';
import { finish, type Steps } from '../steps/steps';
import { parsePeriod } from '../time/parsePeriod';
import type { Period } from '../time/period';

/** Where the numbers of a sentence stand in the reports. */
export function headlineSources({ from }: Headline): Citation[] {
  return from.map((row) => ('programme' in row ? taskCitation(row) : citationOf(row)));
}

/** What gives place to others, as it is printed. */
export const CONTRADICTED_RULE = '自查查出与别的数矛盾的数，不用来作变化、好坏这些要点，让给后面的。';

const MOST = 8;

/** A focus place's own may fill all of them; those of all fill up to this many. */
const LEAST = 5;

/** Of one kind at most this many. */
const MOST_OF_KIND = 3;

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
  const isSound = soundness(dataset);
  const own = focus && dataset.place(focus) ? unique(inTurns(finish(candidates(dataset, focus, period)), isSound)) : [];
  const all = [...own, ...ofAll.now(dataset, period?.text ?? '')];
  const most = own.length === 0 ? MOST : Math.min(MOST, Math.max(LEAST, own.length));
  return unique(all)
    .slice(0, most)
    .map(({ kind, text, numbers, from, place, date, address }) => ({
      kind,
      text,
      from,
      place,
      date,
      address,
      numbers: numbers.map((n) => Math.abs(n))
    }));
}

/** What takes long of `headlinesOf`, in parts. */
export function* headlineSteps(dataset: Dataset, period?: Period): Steps<void> {
  yield* ofAll.steps(dataset, period?.text ?? '');
}

/** A dataset doesn't change; the reader's focus place does. A reader steps through a few periods. */
const ofAll = memoInSteps(8, function* (dataset, period): Steps<readonly Headline[]> {
  const found = yield* candidates(dataset, undefined, period === '' ? undefined : parsePeriod(period));
  return inTurns(found, soundness(dataset));
});

/** A finding that is about a contradiction says so; any other gives place to the next where the audit contradicts its figures. */
function soundness(dataset: Dataset): (finding: Headline) => boolean {
  return ({ kind, from }) => kind === '数不符' || contradictionOf(dataset, from) === undefined;
}

function* candidates(dataset: Dataset, focus?: string, period?: Period): Steps<Headline[]> {
  return [
    ...progressHeadlines(dataset, focus, period),
    ...(yield* changeHeadlines(dataset, focus, period)),
    ...(yield* comparisonHeadlines(dataset, focus, period)),
    ...lateHeadlines(dataset, focus, period),
    ...gapHeadlines(dataset, focus, period)
  ];
}

/** One of each kind in turn; within a kind every place once before a place comes twice. */
function inTurns(found: readonly Headline[], isSound: (finding: Headline) => boolean): Headline[] {
  const kinds = HEADLINE_KINDS.map((kind) => firstSound(placesInTurn(found.filter((f) => f.kind === kind)), isSound));
  const out: Headline[] = [];
  for (let turn = 0; turn < MOST_OF_KIND; turn++) out.push(...kinds.flatMap((list) => list[turn] ?? []));
  return out;
}

/** As many as are ever shown of a kind: the audit is asked for no more. */
function firstSound(list: readonly Headline[], isSound: (finding: Headline) => boolean): Headline[] {
  const found: Headline[] = [];
  for (const one of list) {
    if (found.length === MOST_OF_KIND) break;
    if (isSound(one)) found.push(one);
  }
  return found;
}

function placesInTurn(list: readonly Headline[]): Headline[] {
  const seen = new Set<string>();
  const first: Headline[] = [];
  const again: Headline[] = [];
  for (const one of list) {
    const isNew = one.place === null || !seen.has(one.place.id);
    if (one.place) seen.add(one.place.id);
    (isNew ? first : again).push(one);
  }
  return [...first, ...again];
}

/** One fact may be told twice, as a place's own and as one of all. */
function unique(list: readonly Headline[]): Headline[] {
  const seen = new Set<string>();
  return list.filter((f) => {
    // What went over the target is counted once, for the focus place or for all.
    const keys = [f.text, f.kind === '超额' ? f.kind : `${f.kind} ${f.address}`];
    const known = keys.some((key) => seen.has(key));
    keys.forEach((key) => seen.add(key));
    return !known;
  });
}
