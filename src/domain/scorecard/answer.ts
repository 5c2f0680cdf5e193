/** The answer to "how do we stand on what matters": its types. `scorecard` makes it, `wording` tells it. */
import type { ReferenceChoice } from '../compare/comparison';
import type { HeatCell, HeatTable } from '../compare/heatAnswer';
import type { Indicator, Place } from '../model/records';
import type { ScorecardDefinition } from '../model/scorecardDefinition';
import type { Period } from '../time/period';
import type { ChangeAgainst } from '../trend/changeKind';
import type { CellChange, RecentFigures } from '../trend/recent';

export interface ScorecardQuery {
  readonly card: ScorecardDefinition;
  /** The one time it is about. */
  readonly within: Period;
  readonly by: 'places' | 'units';
  readonly focus?: string;
  /** Id of the indicator whose column orders the rows, better first; absent: the order of places.csv, the own place first. */
  readonly sort?: string;
  /** Worse first. */
  readonly reversed?: boolean;
  /** What its figures are held against; absent: 上期. */
  readonly against?: ChangeAgainst;
  /** What each figure is held against; absent or `none`: it stands in its column by rank. */
  readonly reference?: ReferenceChoice;
}

/** A cell of a heat table, with its change and its last figures. */
export interface ScorecardCell extends HeatCell, RecentFigures {
  /** Among the places that compare; null where it isn't ranked. */
  readonly rank: number | null;
}

export interface ScorecardColumn {
  readonly indicator: Indicator;
  /** Which period of the time most report; null where none. */
  readonly period: Period | null;
  /** The one that its changes are taken from; null where none. */
  readonly before: Period | null;
  /** How many are ranked. */
  readonly ranked: number;
}

export interface ScorecardRow {
  readonly place: Place;
  readonly isFocus: boolean;
  /** One a column. */
  readonly cells: readonly ScorecardCell[];
}

export interface Scorecard {
  readonly card: ScorecardDefinition;
  readonly within: Period;
  readonly against: ChangeAgainst;
  readonly columns: readonly ScorecardColumn[];
  readonly rows: readonly ScorecardRow[];
  /** The same cells with their changes in words, an indicator a row: what slides and files draw. */
  readonly heat: HeatTable;
  readonly moves: readonly Move[];
}

/** One of the largest changes. */
export interface Move {
  readonly place: Place;
  readonly indicator: Indicator;
  readonly cell: ScorecardCell;
  readonly change: CellChange;
}
