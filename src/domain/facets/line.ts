/**
 * A line of 小图 before it is drawn. What small charts say together (order, axis, grey line, notes) is read from all of
 * their lines; points are made for those that are drawn.
 */
import type { Extent, ToldChange } from './answer';
import type { Indicator, Place, Source } from '../model/records';
import type { Period } from '../time/period';
import type { NamedPoint } from '../trend/notes';
import type { SeriesLook } from '../trend/shownSeries';
import type { ToldApart } from '../trend/series';
import type { TrendSeries } from '../trend/trend';

/** How lines are shown beside each other. */
export type LineLook = SeriesLook & { readonly apart: ToldApart };

export interface Line {
  readonly place: Place;
  readonly indicator: Indicator;
  readonly span: string;
  /** Of its figures, ascending; one at least. */
  readonly periods: readonly Period[];
  /** One a period. */
  readonly values: ArrayLike<number>;
  /** Whether it is broken for want of a period. */
  readonly isGapped: boolean;
  readonly extent: Extent;
  /** Whether a report states the figure at a position, and it is no bound. */
  readonly isExact: (at: number) => boolean;
  /** The latest day of its figures but forecasts; empty for none. */
  readonly cutoff: string;
  readonly sources: ReadonlySet<Source>;
  /** Those of its points, at least, of which something is to be said. */
  readonly noted: (look: LineLook) => NamedPoint[];
  /** As it is drawn. */
  readonly series: (look: LineLook) => TrendSeries;
  /** What is said of it without drawing it; null where only its points tell. */
  readonly told: ((look: LineLook) => ToldLine) | null;
}

/** What is said of a line: where it ends, and how it came there. */
export interface ToldLine {
  /** Of its last figure. */
  readonly text: string;
  readonly change: ToldChange | null;
}
