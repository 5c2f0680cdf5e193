/** What each place has of an indicator, counted in one walk through its rows. */
import type { Dataset } from './dataset';
import { latestRanks } from './factIndex';
import { type Fact, factsOf, type NumericObservation } from './facts';
import type { ObservationBlock } from './observationBlock';
import { observationAt } from './observationColumns';
import type { Indicator, Place } from './records';
import { latestFirst } from '../time/period';

/** Numbers (measure 数值) of an indicator by place; places are named by their positions in the table. */
export class PlaceNumbers {
  /**
   * @param periods by place, how many periods have a number
   * @param latest by place the row of its latest number; `SEVERAL` where more than one row states it, `NONE` without
   * @param sources by position in the table of sources, 1 for those of the rows of the places asked for
   */
  constructor(
    private readonly dataset: Dataset,
    readonly indicator: Indicator,
    private readonly block: ObservationBlock,
    readonly periods: Int32Array,
    private readonly latest: Int32Array,
    readonly sources: Uint8Array
  ) {}

  /** Of a place that has a number: the observation that stands for its latest. */
  latestAt(place: number): NumericObservation {
    const row = this.latest[place]!;
    if (row === SEVERAL) return this.factsAt(this.dataset.places[place]!)[0]!.observation;
    return observationAt(this.block, row, this.dataset.smallBase) as NumericObservation;
  }

  /** The facts of a place, the latest first. */
  factsAt({ id }: Place): Fact[] {
    const own = this.dataset.observationsIn(this.indicator.id, id, '数值');
    return factsOf(own).sort((a, b) => latestFirst(a.period, b.period));
  }
}

const NONE = -1;
const SEVERAL = -2;

/**
 * @param isAsked by place, 1 where its sources are wanted
 * @returns undefined for an indicator without a row
 * @throws NotLoadedError
 */
export function placeNumbers(dataset: Dataset, indicator: Indicator, isAsked: Uint8Array): PlaceNumbers | undefined {
  const block = dataset.blockOf(indicator.id);
  if (!block) return undefined;
  const { coded, value } = block.columns;
  const { place, period, measure, source } = coded;
  const number = measure.entries.indexOf('数值');
  const ranks = latestRanks(period.entries);
  const count = dataset.places.length;
  // A bit a period: whether the place has it.
  const words = Math.ceil(ranks.length / 32);
  const seen = new Uint32Array(count * words);
  const periods = new Int32Array(count);
  const best = new Int32Array(count);
  const latest = new Int32Array(count).fill(NONE);
  const sources = new Uint8Array(dataset.sources.length);
  const rows = block.rowsOf(indicator.id);
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i]!;
    if (measure.codes[row] !== number) continue;
    const at = place.codes[row]!;
    if (isAsked[at] === 1) sources[source.codes[row]!] = 1;
    if (Number.isNaN(value[row]!)) continue;
    const rank = ranks[period.codes[row]!]!;
    const word = at * words + (rank >> 5);
    const bit = 1 << (rank & 31);
    if ((seen[word]! & bit) !== 0) {
      if (rank === best[at]) latest[at] = SEVERAL;
      continue;
    }
    seen[word]! |= bit;
    if (periods[at] === 0 || rank < best[at]!) {
      best[at] = rank;
      latest[at] = row;
    }
    periods[at]! += 1;
  }
  return new PlaceNumbers(dataset, indicator, block, periods, latest, sources);
}
