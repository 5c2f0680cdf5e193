/** All lines of one indicator at many places: those that the columns tell all about, and those whose points tell it. */
import { columnLines, type ColumnLines } from './columnLine';
import type { Line } from './line';
import { pointLine } from './pointLine';
import type { Dataset } from '../model/dataset';
import type { Indicator, Place } from '../model/records';
import { otherVersions } from '../model/relatedIndicators';
import { comparePeriods, type Period } from '../time/period';
import { spanSeriesWithBreaks } from '../trend/series';
import { hasSingleMonths, SINGLE_MONTHS, singleMonths } from '../trend/singleMonths';
import { latestSpan, spanCounts } from '../trend/spans';
import type { Trend } from '../trend/trend';
import type { Note } from '../wording/note';

/** The lines of one length of period, and what is known of the others. */
export interface PlaceField {
  readonly lines: readonly Line[];
  readonly span: string;
  readonly spans: Trend['spans'];
  readonly hasSingleMonths: boolean;
  /** Ids of the places with a line of whatever length. */
  readonly known: ReadonlySet<string>;
  readonly breaks: Trend['breaks'];
  /** How single months were worked out; empty where they aren't shown. */
  readonly notes: readonly Note[];
}

/** @param asked the length of period to be shown; unknown or absent: the usual one */
export function fieldOf(
  dataset: Dataset,
  indicator: Indicator,
  places: readonly Place[],
  asked: string | undefined
): PlaceField {
  const wanted = new Set(places);
  const apart = apartPlaces(dataset, indicator);
  const columns = columnLines(dataset, indicator, (place) => wanted.has(place) && !apart.has(place));
  const field = linesOf(dataset, indicator, places, columns);
  const { lines } = field;
  const spans = spanCounts(lines.map(({ span, periods }) => ({ span, count: periods.length })));
  const known = [...spans.map(({ label }) => label), ...(field.hasSingleMonths ? [SINGLE_MONTHS] : [])];
  // Two lengths of period side by side can't be read in a small chart: one is shown.
  const usual = spans.length > 2 ? latestSpan({ periods: periodsIn(lines) }) : (spans[0]?.label ?? '');
  const span = asked && known.includes(asked) ? asked : usual;
  const shown = span === SINGLE_MONTHS ? monthsOf(dataset, indicator, places) : ofSpan(field, span);
  const all = {
    span,
    spans,
    hasSingleMonths: field.hasSingleMonths,
    known: new Set(lines.map(({ place }) => place.id))
  };
  return { ...all, ...shown, breaks: breaksAmong(field.breaks, shown.lines) };
}

/** Every period, ascending. */
export function periodsIn(lines: readonly Line[]): Period[] {
  const known = new Map<string, Period>();
  // Places of equal periods share their list.
  for (const periods of new Set(lines.map((line) => line.periods)))
    for (const period of periods) known.set(period.text, period);
  return [...known.values()].sort(comparePeriods);
}

/** Ids of places whose line goes on under another name or another 口径. */
function apartPlaces(dataset: Dataset, indicator: Indicator): ReadonlySet<Place> {
  const found = new Set<Place>();
  for (const place of dataset.places) {
    const next = place.successor ? dataset.place(place.successor) : undefined;
    if (next) found.add(place).add(next);
  }
  for (const { id } of otherVersions(dataset, indicator)) {
    const block = dataset.blockOf(id);
    if (!block) continue;
    const { entries, codes } = block.columns.coded.place;
    for (const code of new Set(Array.from(block.rowsOf(id), (row) => codes[row]!))) found.add(entries[code]!);
  }
  return found;
}

interface AllLines {
  readonly lines: readonly Line[];
  readonly hasSingleMonths: boolean;
  readonly breaks: Trend['breaks'];
}

/** In the order of the places, then those of former names. */
function linesOf(dataset: Dataset, indicator: Indicator, places: readonly Place[], columns: ColumnLines): AllLines {
  const others = places.filter((place) => !columns.lines.has(place));
  const { spanSeries, breaks } = spanSeriesWithBreaks(dataset, indicator, others);
  const lines = new Map<Place, readonly Line[]>(places.map((place) => [place, columns.lines.get(place) ?? []]));
  for (const one of spanSeries) lines.set(one.place, [...(lines.get(one.place) ?? []), pointLine(dataset, one)]);
  return {
    lines: [...lines.values()].flat(),
    hasSingleMonths: columns.hasSingleMonths || hasSingleMonths(spanSeries),
    breaks
  };
}

function ofSpan({ lines }: AllLines, span: string): Pick<PlaceField, 'lines' | 'notes'> {
  return { lines: lines.filter((line) => line.span === span), notes: [] };
}

/** Each a difference of two sums: of all places points are made. */
function monthsOf(
  dataset: Dataset,
  indicator: Indicator,
  places: readonly Place[]
): Pick<PlaceField, 'lines' | 'notes'> {
  const { series, notes } = singleMonths(spanSeriesWithBreaks(dataset, indicator, places).spanSeries);
  return { lines: series.map((one) => pointLine(dataset, one)), notes };
}

/** Those of periods that are shown. */
function breaksAmong(breaks: Trend['breaks'], lines: readonly Line[]): Trend['breaks'] {
  if (breaks.length === 0) return breaks;
  const shown = new Set(periodsIn(lines).map(({ text }) => text));
  return breaks.filter(({ period }) => shown.has(period.text));
}
