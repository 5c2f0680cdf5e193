/**
 * Which place has which indicator, and where it has none, why: the holes of the dataset as a table.
 */
import { type CoverageKind, EmptyCell, FilledCell, type CoverageCell } from './coverageCells';
import { type MissingKind, missingGaps } from './missingReason';
import type { Dataset } from '../model/dataset';
import { cutoffOf, areasWithoutOwnData } from '../model/facts';
import { memoByDataset, memoInSteps } from '../model/memo';
import { type PlaceNumbers, placeNumbers } from '../model/placeNumbers';
import type { Indicator, Place, Source } from '../model/records';
import type { Steps } from '../steps/steps';
import type { Period } from '../time/period';
import { formatNumber } from '../wording/format';
import type { Note } from '../wording/note';

export interface CoverageQuery {
  /** Absent, or without rows: the theme with most of them. */
  readonly theme?: string;
  /** Indicators that fewer than two places have, too. */
  readonly all?: boolean;
  /** Place id: its column stands first. */
  readonly focus?: string;
}

export interface CoverageRow {
  readonly indicator: Indicator;
  /** One a place, in the order of `places`. */
  readonly cells: readonly CoverageCell[];
  /** How many places have a number. */
  readonly present: number;
}

export interface CoverageMatrix {
  readonly theme: string;
  /** Themes with how many rows each has, most first. */
  readonly themes: readonly { readonly theme: string; readonly indicators: number }[];
  readonly places: readonly Place[];
  readonly focus: Place | null;
  readonly rows: readonly CoverageRow[];
  /** For each place, how many of the rows have a number. */
  readonly columnCounts: readonly number[];
  /** How many cells have a number. */
  readonly present: number;
  readonly counts: Readonly<Record<CoverageKind, number>>;
  readonly notes: readonly Note[];
  readonly verdict: string;
  readonly subtitle: string;
  readonly cutoff: string;
  readonly sources: readonly Source[];
}

/** With fewer there is nothing to compare. */
const ENOUGH = 2;

/**
 * The indicators of one theme over all areas (organisations aren't columns; that only they have a number is
 * one of the reasons). Fullest rows and columns first, of equal ones in the order of the tables.
 */
export function coverageMatrix(dataset: Dataset, query: CoverageQuery): CoverageMatrix {
  return matrices.now(dataset, keyOf(query));
}

/** The same a little at a time, kept for `coverageMatrix`. */
export function coverageMatrixSteps(dataset: Dataset, query: CoverageQuery): Steps<unknown> {
  return matrices.steps(dataset, keyOf(query));
}

function keyOf({ theme = '', all = false, focus = '' }: CoverageQuery): string {
  return JSON.stringify({ theme, all, focus });
}

/** Those asked for last: a screen and its slide show one; more would be too much to hold. */
const matrices = memoInSteps(4, function* (dataset, key): Steps<CoverageMatrix> {
  const query = JSON.parse(key) as CoverageQuery;
  const without = areasWithoutOwnData(dataset);
  const areas = dataset.places
    .map((place, at): PlaceAt => ({ place, at }))
    .filter(({ place }) => place.level !== '机构' && !without.has(place.id));
  const covered = coverage(dataset).filter(({ count }) => count >= (query.all ? 1 : ENOUGH));
  const themes = themesOf(covered.map((c) => c.indicator));
  const theme = themes.some((t) => t.theme === query.theme) ? query.theme! : (themes[0]?.theme ?? '');
  const shown = covered.filter((c) => c.indicator.theme === theme).sort((a, b) => b.count - a.count);
  dataset.need(shown.map(({ indicator }) => indicator.id));
  const has = dataset.places.map((_, at) => shown.reduce((sum, { reports }) => sum + reports[at]!, 0));
  const focus = areas.find(({ place }) => place.id === query.focus)?.place ?? null;
  const isFocus = ({ place }: PlaceAt) => Number(place === focus);
  const columns = theme === '' ? [] : [...areas].sort((a, b) => isFocus(b) - isFocus(a) || has[b.at]! - has[a.at]!);
  const places = columns.map(({ place }) => place);
  const made: MatrixRow[] = [];
  for (const one of shown) {
    made.push(matrixRow(dataset, one, columns));
    yield made.length;
  }
  const rows = made.map(({ row }) => row);
  const counts = countsOf(rows);
  return {
    theme,
    themes,
    places,
    focus,
    rows,
    columnCounts: columns.map(({ at }) => has[at]!),
    present: counts.有,
    counts,
    notes: notesOf(counts, Boolean(query.all)),
    verdict: verdictOf(theme, rows.length, places.length, counts),
    subtitle: theme === '' ? '' : `${query.all ? '全部指标' : '两个以上地区有数的指标'} · 有数越多的行和列越靠前`,
    cutoff: cutoffOf(latestPeriods(rows)),
    sources: sourcesIn(dataset, made)
  };
});

interface PlaceAt {
  readonly place: Place;
  /** In the table of places. */
  readonly at: number;
}

interface IndicatorAreas {
  readonly indicator: Indicator;
  /** By place, 1 for an area that has a number. */
  readonly reports: Uint8Array;
  /** How many areas have one. */
  readonly count: number;
}

/** Which areas have a number of each indicator: known without meeting one. */
const coverage = memoByDataset(({ indicators, places, summary }): readonly IndicatorAreas[] => {
  const isArea = places.map(({ level }) => level !== '机构');
  return indicators.map((indicator, i) => {
    const reports = summary.reports[i]!.map((has, at) => (isArea[at] ? has : 0));
    return { indicator, reports, count: reports.reduce((sum, has) => sum + has, 0) };
  });
});

function themesOf(indicators: readonly Indicator[]): { theme: string; indicators: number }[] {
  const counts = new Map<string, number>();
  for (const { theme } of indicators) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  return [...counts].map(([theme, n]) => ({ theme, indicators: n })).sort((a, b) => b.indicators - a.indicators);
}

interface MatrixRow {
  readonly row: CoverageRow;
  /** Undefined where the indicator has no row. */
  readonly numbers: PlaceNumbers | undefined;
}

function matrixRow(dataset: Dataset, { indicator, reports }: IndicatorAreas, places: readonly PlaceAt[]): MatrixRow {
  const numbers = placeNumbers(dataset, indicator, reports);
  const gapOf = missingGaps(dataset, indicator);
  let present = 0;
  const cells = places.map(({ place, at }): CoverageCell => {
    if (!numbers || reports[at] === 0) return new EmptyCell(place, gapOf(place));
    present += 1;
    return new FilledCell(place, numbers, at);
  });
  return { row: { indicator, cells, present }, numbers };
}

/** The sources of the numbers, in the order of their table. */
function sourcesIn({ sources }: Dataset, rows: readonly MatrixRow[]): Source[] {
  return sources.filter((_, at) => rows.some(({ numbers }) => numbers?.sources[at] === 1));
}

function* latestPeriods(rows: readonly CoverageRow[]): Iterable<Period> {
  for (const { cells } of rows) for (const { latest } of cells) if (latest) yield latest.period;
}

function countsOf(rows: readonly CoverageRow[]): Record<CoverageKind, number> {
  const counts: Record<CoverageKind, number> = {
    有: 0,
    缺: 0,
    口径不同: 0,
    指标不同: 0,
    只有变化: 0,
    下属单位: 0,
    未写: 0
  };
  for (const { cells } of rows) for (const { kind } of cells) counts[kind] += 1;
  return counts;
}

/** What each kind of empty cell is called where it is counted. */
const KIND_TEXT: readonly (readonly [MissingKind, string])[] = [
  ['口径不同', '口径不同'],
  ['指标不同', '只有相近指标'],
  ['只有变化', '只有同比'],
  ['下属单位', '只有下属单位数据'],
  ['缺', '原文缺'],
  ['未写', '报告未写']
];

function verdictOf(
  theme: string,
  rows: number,
  places: number,
  counts: Readonly<Record<CoverageKind, number>>
): string {
  if (rows === 0) return '还没有两个以上地区都有的指标';
  const all = rows * places;
  const share = formatNumber((counts.有 / all) * 100, { decimals: 1, unit: '%' });
  const gaps = KIND_TEXT.filter(([kind]) => counts[kind] > 0).map(
    ([kind, text]) => `，${text}${formatNumber(counts[kind])}格`
  );
  return `${theme}${rows}项指标、${formatNumber(places)}个地区共${formatNumber(all)}格，有数${formatNumber(counts.有)}格（${share}）${gaps.join('')}`;
}

function notesOf(counts: Readonly<Record<CoverageKind, number>>, all: boolean): Note[] {
  const notes: Note[] = [{ level: '说明', text: '没有数不等于零，也不等于没有做：报告没有写，或写的是别的口径。' }];
  if (!all) notes.push({ level: '说明', text: '只有一个地区写到的指标没有列出，可勾选“只有一地的也列出”。' });
  if (counts.口径不同 + counts.指标不同 > 0)
    notes.push({ level: '说明', text: '口径不同、指标不同的格子里有相近的数，但不能放在一起比。' });
  return notes;
}
