/** What each place ever reported, by subject and month: the ground of 交了没有. */
import type { Dataset } from '../model/dataset';
import { FilingBuilder, type FilingSums, monthWords } from '../model/filingSums';
import { memoByDataset } from '../model/memo';

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

/** By place id, tasks too. */
export const filings = memoByDataset((dataset): ReadonlyMap<string, Filed> => {
  const sums = filingSums(dataset);
  const all = new Map<string, Filed>();
  const reportsOf = shared(sums);
  dataset.places.forEach(({ id }, place) => {
    const subjects = new Map<string, Reports>();
    dataset.indicators.forEach((indicator, of) => {
      const reports = reportsOf(of, place);
      if (reports) subjects.set(indicator.id, reports);
    });
    if (subjects.size > 0) all.set(id, { subjects, published: publishedAt(dataset, sums, place) });
  });
  addTasks(dataset, all);
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
      const has = months.filter((_, at) => (bits[at >> 5]! >>> (at & 31)) & 1);
      known.set(key, (reports = { months: new Set(has), span }));
    }
    return reports;
  };
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

function addTasks({ progress }: Dataset, all: Map<string, Filed>): void {
  for (const { asOf, status, done, rate, place, programme, source } of progress) {
    if (asOf === '' || status === '计划' || status === '预计' || (done === null && rate === null)) continue;
    let filed = all.get(place.id);
    if (!filed) all.set(place.id, (filed = { subjects: new Map(), published: new Map() }));
    const month = asOf.slice(0, 7);
    const subject = ` ${programme.id}`;
    const reports = filed.subjects.get(subject);
    if (reports) reports.months.add(month);
    else filed.subjects.set(subject, { months: new Set([month]), span: 1 });
    note(filed.published, month, source.published);
  }
}
