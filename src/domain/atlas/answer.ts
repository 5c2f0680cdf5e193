/** Places where they lie, shaded by classes of their numbers: one answer for the chart, its table and its sentence. */
import type { Comparison, ComparisonRow } from '../compare/comparison';
import type { LightRule, Light } from '../lights/rule';
import type { Absent } from '../missing/absentGroups';
import type { Boundaries, Outline, Shape } from '../model/boundaries';
import type { Spot } from '../model/gridSpots';
import type { Observation, Place, Source } from '../model/records';
import type { Note } from '../wording/note';

/** 格子图: tiles where places.csv puts them; 地图: outlines of map.json. */
export type MapForm = 'tiles' | 'map';

/** Where places are drawn, by their ids. */
export type Ground =
  | { readonly form: 'tiles'; readonly spots: ReadonlyMap<string, Spot> }
  | {
      readonly form: 'map';
      readonly boundaries: Boundaries;
      readonly shapes: ReadonlyMap<string, readonly Outline[]>;
      /** Outlines of no place of the dataset, which are drawn all the same: an approved map stays whole. */
      readonly others: readonly Shape[];
    };

/** What a shade or a light of the key stands for. */
export interface MapClass {
  /** `61.2—70.5` in the unit of the scale, or the word of a light. */
  readonly label: string;
  /** How many of the drawn places are in it. */
  readonly count: number;
  /** The light whose colour it wears; null where it is a shade. */
  readonly light: Light | null;
}

export interface MapItem {
  readonly place: Place;
  /** What is said of its number; null where it has none that fits. */
  readonly row: ComparisonRow | null;
  /** Position among the classes; null where it is in none. */
  readonly at: number | null;
  /** Why it is in none; empty where it is in one. */
  readonly reason: string;
  /** What stands in a report instead of a number that fits; null where nothing does. */
  readonly evidence: Observation | null;
}

export interface PlaceMap {
  readonly ground: Ground;
  readonly comparison: Comparison;
  /** Drawn places from the left above to the right below. */
  readonly items: readonly MapItem[];
  /** From the least to the greatest; of lights the bad first. */
  readonly classes: readonly MapClass[];
  /** The rule of its lights; null where it has shades. */
  readonly rule: LightRule | null;
  /** Places with a number and nowhere to stand. */
  readonly unplaced: readonly Absent[];
  readonly verdict: string;
  readonly subtitle: string;
  readonly notes: readonly Note[];
  readonly sources: readonly Source[];
  readonly cutoff: string;
}
