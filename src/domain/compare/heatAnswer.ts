/** Many indicators over places: the types of the answer. `heatTable` makes it. */
import type { ReferenceChoice } from './comparison';
import type { Held } from './heldAgainst';
import type { Indicator, Observation, Place, Source } from '../model/records';
import type { Note } from '../wording/note';

export interface HeatQuery {
  /** Indicator ids, in the order of the rows. */
  readonly indicators: readonly string[];
  /** Place ids, in the order of the columns; empty = every place other than organisations. */
  readonly places: readonly string[];
  readonly focus?: string;
  /** Canonical text of the one period of an indicator (by id); absent: each place's latest. */
  readonly periodOf?: (indicator: string) => string | undefined;
  /** What each cell is held against; absent or `none`: it stands in its row by rank. */
  readonly reference?: ReferenceChoice;
}

export interface HeatCell {
  readonly place: Place;
  /** The figure, or what the report says instead of one. */
  readonly observation: Observation | null;
  readonly value: number | null;
  /** The value with its unit and how far it is from what it is held against, or `无数据`. */
  readonly text: string;
  /** The value with its unit alone, where `text` says more. */
  readonly figure?: string;
  /** Why there is no value, or why it doesn't fit; empty otherwise. */
  readonly reason: string;
  /**
   * 0 worst to 1 best among the row's fitting values; where cells are held against something 1 better, 0.5 equal, 0
   * worse; null where that can't be said.
   */
  readonly standing: number | null;
  /** Against what the table is held against; absent where it isn't, or there is nothing to hold this one against. */
  readonly held?: Held;
  /** Why a figure isn't held; absent or empty where it is, or nothing was asked. */
  readonly unheld?: string;
  readonly fits: boolean;
  /** As the comparison of its row has it; absent where it isn't ranked. */
  readonly rank?: number | null;
  readonly witnesses: readonly Observation[];
  /** All who say another number. */
  readonly conflicts: readonly Observation[];
}

export interface HeatRow {
  readonly indicator: Indicator;
  /** One cell a place, in the order of `places`. */
  readonly cells: readonly HeatCell[];
}

export interface HeatTable {
  readonly rows: readonly HeatRow[];
  readonly places: readonly Place[];
  readonly focus: Place | null;
  readonly notes: readonly Note[];
  readonly verdict: string;
  readonly subtitle: string;
  readonly cutoff: string;
  readonly sources: readonly Source[];
  /** What its cells are held against, `上级`; absent where they stand by rank. */
  readonly against?: string;
  /** Whether a row is of one period, which the notes tell: it isn't repeated in each cell. Absent: it may not be. */
  readonly onePeriod?: boolean;
}
