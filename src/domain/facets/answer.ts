/** 小图: one small chart beside the other, a place or an indicator each: the answer's types. */
import type { Absent } from '../missing/absentGroups';
import type { Indicator, Place, Source } from '../model/records';
import type { Period } from '../time/period';
import type { ChangeAgainst } from '../trend/changeKind';
import type { IndicatorChange } from '../trend/changesAnswer';
import type { TrendBreak, TrendPoint, TrendSeries } from '../trend/trend';
import type { Scale } from '../wording/format';
import type { Note } from '../wording/note';

export interface FacetChange extends ToldChange {
  readonly first: TrendPoint;
  readonly last: TrendPoint;
}

/** What is said of a change without its points. */
export interface ToldChange {
  readonly first: Pick<TrendPoint, 'period'>;
  readonly last: Pick<TrendPoint, 'period'>;
  /** Percent or points. */
  readonly value: number;
  readonly text: string;
  readonly judgement: IndicatorChange['judgement'];
}

/** What a value axis has to cover, in the unit of the indicator. */
export interface Extent {
  readonly low: number;
  readonly high: number;
  /** Of how many numbers. */
  readonly count: number;
  /** Whether all are whole. */
  readonly isWhole: boolean;
}

/** A number of the grey line. */
export interface ReferencePoint {
  readonly period: Period;
  readonly value: number;
  readonly text: string;
}

export interface FacetReference {
  /** `拟州市`, `各地的中位数`. */
  readonly name: string;
  /** Only points inside one segment may be joined. */
  readonly segments: readonly (readonly ReferencePoint[])[];
}

/** One small chart; its points are made when they are asked for. */
export interface Facet {
  readonly id: string;
  readonly title: string;
  readonly place: Place;
  readonly indicator: Indicator;
  readonly scale: Scale;
  /** Its line; more than one where the 口径 or the place became another. */
  readonly series: readonly TrendSeries[];
  /** The latest number of the indicator itself. */
  readonly last: TrendPoint;
  readonly breaks: readonly Pick<TrendBreak, 'period' | 'label'>[];
  /** Null where there are no two periods that compare. */
  readonly change: FacetChange | null;
  /** Null where there is none: too few others, or it is the line itself. */
  readonly reference: FacetReference | null;
  /** Small charts of equal key share one value axis. */
  readonly axis: string;
  /** Of its own numbers and the ends of their intervals. */
  readonly extent: Extent;
  readonly isOwn: boolean;
}

export interface Facets {
  /** What stands in the small charts: one indicator by places, or one place by indicators. */
  readonly by: 'places' | 'indicators';
  readonly against: ChangeAgainst;
  /** The one indicator, or the one place. */
  readonly indicator: Indicator | null;
  readonly place: Place | null;
  readonly facets: readonly Facet[];
  /** One bar each: no place has more than one period. */
  readonly isSingle: boolean;
  /** All periods with a point, ascending: all small charts share them. */
  readonly periods: readonly Period[];
  readonly spans: readonly { readonly label: string; readonly count: number }[];
  readonly hasSingleMonths: boolean;
  /** The length of period that is shown; empty where each has its own. */
  readonly span: string;
  /** What the grey line is called; empty where there is none. */
  readonly referenceName: string;
  readonly missing: readonly Absent[];
  /** Those with a number that aren't drawn. */
  readonly excluded: readonly Absent[];
  readonly verdict: string;
  readonly subtitle: string;
  readonly notes: readonly Note[];
  readonly cutoff: string;
  readonly sources: readonly Source[];
}
