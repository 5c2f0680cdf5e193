/** How many periods of one length a place has numbers of, counted from the columns. */
import type { Dataset } from '../model/dataset';
import { memoByObject } from '../model/memo';
import { type NumberRows, placeRuns } from '../model/numberRows';
import type { Place } from '../model/records';
import type { Period } from '../time/period';
import { spanLabel } from '../time/periodLabel';

/** The periods of one span at a place; how many, and how many of them a report states without a doubt. */
export interface SpanRun {
  readonly place: Place;
  readonly periods: number;
  readonly certain: number;
}

/**
 * The longest run of each place with a number; of two as long that which began first.
 * @param numbers as `numberRows` gives them; several of one place and period count once
 */
export function longestRuns(dataset: Dataset, numbers: NumberRows): SpanRun[] {
  const { rows } = numbers;
  const { period, status } = numbers.columns.coded;
  const spans = spansOf(period.entries);
  const isCertain = status.entries.map((entry) => entry !== '存疑');
  const found: SpanRun[] = [];
  for (const { place, from, to } of placeRuns(numbers)) {
    const bySpan = new Map<string, { periods: number; certain: number }>();
    for (let i = from, last = -1; i < to; i += 1) {
      const code = period.codes[rows[i]!]!;
      if (code === last) continue;
      last = code;
      const span = spans[code]!;
      let count = bySpan.get(span);
      if (!count) bySpan.set(span, (count = { periods: 0, certain: 0 }));
      count.periods += 1;
      if (isCertain[status.codes[rows[i]!]!]) count.certain += 1;
    }
    let best = { periods: 0, certain: 0 };
    for (const count of bySpan.values()) if (count.periods > best.periods) best = count;
    found.push({ place: dataset.places[place]!, ...best });
  }
  return found;
}

const spansOf = memoByObject((periods: readonly Period[]) => periods.map((period) => spanLabel(period)));
