/** Sums up the rows of a pack, block by block: what its directory says without a chunk. */
import { Dataset } from '../../domain/model/dataset';
import type { ObservationColumns, ObservationTables } from '../../domain/model/observationColumns';
import { type ObservationSummary, SummaryBuilder } from '../../domain/model/observationSummary';
import { positionsById } from '../../domain/model/positionsById';
import { changePlaces } from '../../domain/trend/changePlaces';
import { trendCoverage } from '../../domain/trend/coverage';

export interface PackSummary {
  readonly summary: ObservationSummary;
  /** As `PackedObservations` has it. */
  readonly lasting: readonly number[];
  readonly changed: readonly number[];
}

export class PackSummaryBuilder {
  private readonly sums: SummaryBuilder;
  private readonly lasting: number[];
  private readonly changed: number[];

  constructor(private readonly tables: ObservationTables) {
    this.sums = new SummaryBuilder(tables);
    this.lasting = tables.indicators.map(() => 0);
    this.changed = tables.places.map(() => 0);
  }

  /** @param columns all rows of some indicators; their codes point into the tables */
  add(columns: ObservationColumns): void {
    this.sums.add(columns);
    const { indicators, places, sources } = this.tables;
    const none = { title: '', version: '', programmes: [], progress: [] };
    const own = new Dataset({ ...none, indicators, places, sources, observations: columns });
    const counts = new Map(trendCoverage(own).map((one) => [one.indicator, one.places.length]));
    indicators.forEach((indicator, at) => (this.lasting[at]! += counts.get(indicator) ?? 0));
    const placeAt = positionsById(places);
    for (const { place, count } of changePlaces(own)) this.changed[placeAt.get(place.id)!]! += count;
  }

  build(): PackSummary {
    return { summary: this.sums.build(), lasting: this.lasting, changed: this.changed };
  }
}
