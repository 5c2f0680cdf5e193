/** What each place ever reported, by subject and month: the ground of 交了没有. */
import type { Dataset } from '../model/dataset';
import { FilingBuilder, type FilingSums, monthWords } from '../model/filingSums';
import { memoByDataset, memoByObject } from '../model/memo';
import { positionsById } from '../model/positionsById';
import type { Place, ProgressRow } from '../model/records';
import { groupedBy } from '../wording/fewNames';

/** What a place ever reported. */
export interface Filed {
  /** By id of the indicator or, after a blank, of the programme; indicators in the order of their table. */
  readonly subjects: Map<string, Reports>;
  /** By month, the earliest day that one of its sources was published; none where no source says. */
  readonly published: Map<string, string>;
}

/** Shared by subjects and places that reported in the same months. */
export interface Reports {
  /** Months with a figure. */
  readonly months: Set<string>;
  /** Usual months between two, as far as the period of its figures tells. */
  readonly span: number;
}

/** Of the observations: stored with the pack, or one walk over its blocks. @throws NotLoadedError */
export const filingSums = memoByDataset((dataset): FilingSums => {
  const stored = dataset.answer('filings');
  if (stored) return stored;
  const sums = new FilingBuilder(dataset, dataset.summary.periods);
  for (const { columns } of dataset.walk()) sums.add(columns);
  return sums.build();
});

/** What a place ever reported, tasks too; undefined for nothing. Made as a place is asked about. */
export const filedAt = memoByDataset((dataset): ((place: Place) => Filed | undefined) => {
  const sums = filingSums(dataset);
  const reportsOf = shared(sums);
  const spots = positionsById(dataset.places);
  const tasks = new Map(
    groupedBy(dataset.progress.filter(isReport), (row) => row.place.id).map(({ key, items }) => [key, items])
  );
  return memoByObject((place) => {
    const at = spots.get(place.id)!;
    const subjects = new Map<string, Reports>();
    dataset.indicators.forEach(({ id }, of) => {
      const reports = reportsOf(of, at);
      if (reports) subjects.set(id, reports);
    });
    const published: Filed['published'] = subjects.size > 0 ? publishedAt(dataset, sums, at) : new Map();
    for (const row of tasks.get(place.id) ?? []) addTask({ subjects, published }, row);
    return subjects.size > 0 ? { subjects, published } : undefined;
  });
});

/** What all places together reported of one subject. */
export interface SubjectFilings {
  /** How many ever reported it. */
  readonly places: number;
  /** Months for which one of them did. */
  readonly months: ReadonlySet<string>;
}

/** By subject, as `Filed` names them: counted in the sums, no place is looked at by itself. */
export const subjectFilings = memoByDataset((dataset): ReadonlyMap<string, SubjectFilings> => {
  const { months, filed } = filingSums(dataset);
  const words = monthWords(months.length);
  const all = new Map<string, SubjectFilings>();
  dataset.indicators.forEach(({ id }, of) => {
    const own = filed[of];
    if (!own) return;
    const any = new Uint32Array(words);
    let places = 0;
    own.spans.forEach((span, place) => {
      if (span === 0) return;
      places += 1;
      for (let w = 0; w < words; w += 1) any[w]! |= own.bits[place * words + w]!;
    });
    if (places > 0) all.set(id, { places, months: new Set(monthsIn(any, months)) });
  });
  for (const { key, items } of groupedBy(dataset.progress.filter(isReport), (row) => row.programme.id))
    all.set(subjectOf(key), {
      places: new Set(items.map(({ place }) => place.id)).size,
      months: new Set(items.map(monthOf))
    });
  return all;
});

/** The reports of an indicator at a place, by their positions; undefined for none. */
function shared({ months, filed }: FilingSums): (indicator: number, place: number) => Reports | undefined {
  const words = monthWords(months.length);
  const known = new Map<string, Reports>();
  return (indicator, place) => {
    const own = filed[indicator];
    const span = own?.spans[place] ?? 0;
    if (!own || span === 0) return undefined;
    const bits = own.bits.subarray(place * words, (place + 1) * words);
    const key = `${span} ${bits.join()}`;
    let reports = known.get(key);
    if (!reports) {
      known.set(key, (reports = { months: new Set(monthsIn(bits, months)), span }));
    }
    return reports;
  };
}

/** The months whose bit is set. */
function monthsIn(bits: Uint32Array, months: readonly string[]): string[] {
  return months.filter((_, at) => (bits[at >> 5]! >>> (at & 31)) & 1);
}

function publishedAt({ sources }: Dataset, sums: FilingSums, place: number): Map<string, string> {
  const published = new Map<string, string>();
  sums.sourcesAt[place]!.forEach((set, month) => {
    for (const source of sums.sourceSets[set]!) note(published, sums.months[month]!, sources[source]!.published);
  });
  return published;
}

/** The earliest day counts. */
function note(published: Map<string, string>, month: string, day: string): void {
  const before = published.get(month);
  if (day !== '' && (before === undefined || day < before)) published.set(month, day);
}

/** Plans and forecasts report nothing, nor does a row without a figure. */
function isReport({ asOf, status, done, rate }: ProgressRow): boolean {
  return asOf !== '' && status !== '计划' && status !== '预计' && (done !== null || rate !== null);
}

function monthOf({ asOf }: ProgressRow): string {
  return asOf.slice(0, 7);
}

/** Of a programme, beside the ids of indicators. */
function subjectOf(programme: string): string {
  return ` ${programme}`;
}

function addTask({ subjects, published }: Filed, row: ProgressRow): void {
  const month = monthOf(row);
  const subject = subjectOf(row.programme.id);
  const reports = subjects.get(subject);
  if (reports) reports.months.add(month);
  else subjects.set(subject, { months: new Set([month]), span: 1 });
  note(published, month, row.source.published);
}
