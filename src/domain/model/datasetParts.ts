/** What a dataset is made of, plain values only: it crosses from worker to page. */
import type { LightRule } from '../lights/rule';
import type { Annotation } from './annotation';
import type { Boundaries } from './boundaries';
import type { ObservationColumns } from './observationColumns';
import type { ObservationSummary } from './observationSummary';
import type { Indicator, Place, Programme, ProgressRow, Source } from './records';
import type { ReadyDeck } from './readyDeck';
import type { Relation } from './relation';
import type { ScorecardDefinition } from './scorecardDefinition';
import type { SmallNumberRule } from './smallNumberRule';
import type { AnswerName } from './storedAnswers';

export interface DatasetTables {
  readonly title: string;
  /** Of the data shown, batches included. */
  readonly version: string;
  /** How many batches lie on top of the package; absent for none. */
  readonly batches?: number;
  readonly sources: readonly Source[];
  readonly places: readonly Place[];
  readonly indicators: readonly Indicator[];
  readonly programmes: readonly Programme[];
  /** Their codes point into `indicators`, `places` and `sources`. */
  readonly observations: ObservationColumns | PackedObservations;
  readonly progress: readonly ProgressRow[];
  /** Absent where the dataset came without the table. */
  readonly relations?: readonly Relation[] | null;
  /** What people wrote on figures; absent: nothing. */
  readonly annotations?: readonly Annotation[];
  /** Rules of the lights to choose among, one of them the default; absent: the built-in rule alone. */
  readonly lightRules?: readonly LightRule[];
  /** Id of the indicator that holds the population; absent: `population`. */
  readonly populationIndicator?: string;
  /** Themes of what a bureau does for itself, told after its work for people; absent: none. */
  readonly internalThemes?: readonly string[];
  /** Decks that come with it. */
  readonly readyDecks?: readonly ReadyDeck[];
  /** Tables of the indicators that matter, as stated; absent: none. */
  readonly scorecards?: readonly ScorecardDefinition[];
  /** Outlines of places; absent or null: none. */
  readonly boundaries?: Boundaries | null;
  /** Whether all of it is invented; absent: it isn't. */
  readonly fictional?: boolean;
  /** Which counts of people are too small to be published; absent: below 5. */
  readonly smallNumbers?: SmallNumberRule;
  /** Below which denominator a rate is marked as of a small base; absent: 50; 0 for never. */
  readonly smallBase?: number;
}

/** Observations that are loaded block by block. */
export interface PackedObservations {
  readonly summary: ObservationSummary;
  /** By indicator, how many places have two periods of it and more (`lastingPlaces`). */
  readonly lasting: readonly number[];
  /** By place, how many indicators have a change against the year before (`changePlaces`). */
  readonly changed: readonly number[];
  /** All indicators of each block and how many rows; an indicator is in one block alone. */
  readonly blocks: readonly { readonly indicators: readonly string[]; readonly rows: number }[];
  /** The same observations by place: all places of each block; a place is in one block alone. Absent: there are none. */
  readonly byPlace?: readonly { readonly places: readonly string[]; readonly rows: number }[];
  /** What was worked out when it was made; absent: nothing. */
  readonly answers?: readonly AnswerName[];
}
