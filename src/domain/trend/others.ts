/** The places that have no line of their own in a chart of many: how far they reach, period by period. */
import type { BandLevel, OthersBand, Trend } from './trend';
import type { Dataset } from '../model/dataset';
import { valueFacts } from '../model/facts';
import { numberRows } from '../model/numberRows';
import { isBound, type Place, type Qualifier, QUALIFIERS } from '../model/records';
import type { Period } from '../time/period';
import { spanLabel } from '../time/periodLabel';
import { formatInScale } from '../wording/format';
import type { Note } from '../wording/note';

/** So many others are a band; fewer may be chosen and drawn themselves. */
export const LEAST_OTHERS = 20;
/** Fewer values of a period have no middle half. */
const LEAST_VALUES = 5;

/**
 * @param others ids of the places without a line
 * @returns the same trend with the band of their figures of its span and periods: the lowest, the values a quarter and
 * three quarters of the way (of the values in order the one nearest to that place), the highest; exact figures only.
 * Unchanged where it isn't a line of one span, or there are too few.
 */
export function withOthers(dataset: Dataset, t: Trend, others: readonly string[]): Trend {
  const spans = new Set(t.series.map((s) => s.span));
  if (t.form !== '线' || t.process || spans.size !== 1 || others.length < LEAST_OTHERS) return t;
  const asked = new Set(others);
  const values = new Map(t.periods.map((period) => [period.text, [] as number[]]));
  const reporting = new Set<string>();
  for (const { place, period, value, qualifier } of figuresOf(dataset, t.indicator.id)) {
    const list = asked.has(place.id) && !isBound(qualifier) ? values.get(period.text) : undefined;
    if (!list || !spans.has(spanLabel(period))) continue;
    list.push(value);
    reporting.add(place.id);
  }
  const levels = t.periods.flatMap((period): BandLevel[] => {
    const list = values.get(period.text)!.sort((a, b) => a - b);
    const at = (part: number) => {
      const value = list[Math.round(part * (list.length - 1))]!;
      return { value, text: formatInScale(value, t.scale, t.indicator) };
    };
    return list.length < LEAST_VALUES
      ? []
      : [{ period, count: list.length, lowest: at(0), lower: at(0.25), upper: at(0.75), highest: at(1) }];
  });
  if (levels.length < 2) return t;
  const band: OthersBand = { places: reporting.size, levels };
  return { ...t, others: band, notes: [...t.notes, bandNote(band)] };
}

interface PlaceFigure {
  readonly place: Place;
  readonly period: Period;
  readonly value: number;
  readonly qualifier: Qualifier;
}

/** Of plain numbers each is a fact as it stands in the columns. */
function* figuresOf(dataset: Dataset, indicatorId: string): Generator<PlaceFigure, void> {
  const numbers = numberRows(dataset, indicatorId);
  if (!numbers) return;
  if (!numbers.isPlain) {
    for (const { place, period, observation } of valueFacts(dataset, indicatorId))
      yield { place, period, value: observation.value, qualifier: observation.qualifier };
    return;
  }
  const { coded, value, qualifier } = numbers.columns;
  const { place, period } = coded;
  for (const row of numbers.rows)
    yield {
      place: place.entries[place.codes[row]!]!,
      period: period.entries[period.codes[row]!]!,
      value: value[row]!,
      qualifier: QUALIFIERS[qualifier[row]!]!
    };
}

function bandNote({ places }: OthersBand): Note {
  return {
    level: '说明',
    text: `灰带是没有画线的其余${places}个地区：浅色从最低到最高，深色是中间一半（从小到大第四分之一处到第四分之三处）；逐个的数见数据表。`
  };
}
