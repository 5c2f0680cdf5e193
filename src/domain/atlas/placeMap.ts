/** One indicator over places where they lie: which class each is in, and who has no place or no number. */
import type { MapClass, MapItem, PlaceMap } from './answer';
import { quantileClasses } from './classes';
import { resultLights } from './resultLights';
import { mapNotes } from './wording';
import { compare } from '../compare/compare';
import type { Comparison, ComparisonRow } from '../compare/comparison';
import { LIGHT_LEVELS, type Light, type LightRule } from '../lights/rule';
import type { Absent } from '../missing/absentGroups';
import type { Dataset } from '../model/dataset';
import { gridSpots, type Spot } from '../model/gridSpots';
import { isBound, type Observation } from '../model/records';

export interface MapQuery {
  /** Indicator id. */
  readonly indicator: string;
  /** Place ids; empty for every place other than organisations. */
  readonly places: readonly string[];
  readonly includeOrganisations: boolean;
  /** Canonical text; absent: each place's latest. */
  readonly period?: string;
  /** Place id. */
  readonly focus?: string;
  readonly perHead: boolean;
  /** Of the lights, where the indicator is the result of tasks. */
  readonly rule: LightRule;
}

/** Whether any place of a dataset has a spot in the grid of tiles. */
export function hasGrid(dataset: Dataset): boolean {
  return gridSpots(dataset).size > 0;
}

/**
 * Missing is no class: such a place is drawn hatched, with the reason. Bounds (≥95%) are in no class either, as they have no
 * rank. Where the indicator is the result of a task of every drawn place the colours are the lights of those tasks.
 * @returns undefined for an unknown indicator
 */
export function placeMap(dataset: Dataset, query: MapQuery): PlaceMap | undefined {
  const { rule, ...asked } = query;
  const comparison = compare(dataset, { ...asked, reference: 'none', rankParents: query.places.length > 0 });
  if (!comparison) return undefined;
  const spots = gridSpots(dataset);
  const drawn = comparison.rows.filter((row) => row.fits && spots.has(row.place.id));
  const lights = resultLights(dataset, comparison, drawn, rule);
  const { classes, atOf } = lights ? lightClasses(drawn, lights) : shades(drawn);
  const items = itemsOf(comparison, spots, atOf);
  const unplaced = comparison.rows.filter((row) => row.fits && !spots.has(row.place.id)).map(unplacedRow);
  const told = { comparison, items, classes, rule: lights ? rule : null, unplaced };
  return {
    form: 'tiles',
    ...told,
    verdict: comparison.verdict,
    subtitle: comparison.subtitle,
    notes: mapNotes(told),
    sources: comparison.sources,
    cutoff: comparison.cutoff
  };
}

interface Classed {
  readonly classes: readonly MapClass[];
  readonly atOf: (row: ComparisonRow) => number | null;
}

function shades(rows: readonly ComparisonRow[]): Classed {
  const exact = rows.filter((row) => !isBound(row.observation.qualifier));
  const { classes, classOf } = quantileClasses(exact.map((row) => row.printed));
  const at = new Map(exact.map((row, i) => [row, classOf[i]!]));
  const textOf = (value: number) => exact.find((row) => row.printed === value)!.bare;
  return {
    classes: classes.map(({ lower, upper, count }) => ({
      label: lower === upper ? textOf(lower) : `${textOf(lower)}—${textOf(upper)}`,
      count,
      light: null
    })),
    atOf: (row) => at.get(row) ?? null
  };
}

/** A class a level that is there. */
function lightClasses(rows: readonly ComparisonRow[], lights: ReadonlyMap<ComparisonRow, Light>): Classed {
  const levels = LIGHT_LEVELS.filter((level) => rows.some((row) => lights.get(row)!.level === level));
  return {
    classes: levels.map((level) => {
      const lit = rows.map((row) => lights.get(row)!).filter((light) => light.level === level);
      return { label: lit[0]!.word, count: lit.length, light: lit[0]! };
    }),
    atOf: (row) => levels.indexOf(lights.get(row)!.level)
  };
}

function itemsOf(
  { rows, excluded, missing }: Comparison,
  spots: ReadonlyMap<string, Spot>,
  atOf: Classed['atOf']
): MapItem[] {
  const blank = (reason: string, evidence: Observation | null) => ({ row: null, at: null, reason, evidence });
  const all = [
    ...rows.map((row) => {
      if (!row.fits) return { place: row.place, ...blank(row.reason, row.observation) };
      const at = atOf(row);
      const reason = at === null ? '是界限而非确数，不分档' : '';
      return { place: row.place, row, at, reason, evidence: null };
    }),
    ...excluded.map(({ place, observation, reason }) => ({ place, ...blank(reason, observation) })),
    ...missing.map(({ place, reason, evidence }) => ({ place, ...blank(reason, evidence) }))
  ];
  return all
    .flatMap((item) => {
      const spot = spots.get(item.place.id);
      return spot ? [{ ...item, spot }] : [];
    })
    .sort((a, b) => a.spot.row - b.spot.row || a.spot.column - b.spot.column);
}

function unplacedRow({ place, observation }: ComparisonRow): Absent {
  return { place, reason: 'places.csv 没有写位置（column、row）', evidence: observation };
}
