/** One indicator over places where they lie: which class each is in, and who has no place or no number. */
import type { Ground, MapClass, MapForm, MapItem, PlaceMap } from './answer';
import { quantileClasses } from './classes';
import { resultLights } from './resultLights';
import { isOn, mapForms, groundOf, orderOn } from './ground';
import { mapNotes } from './wording';
import { compare } from '../compare/compare';
import type { Comparison, ComparisonRow } from '../compare/comparison';
import { LIGHT_LEVELS, type Light, type LightRule } from '../lights/rule';
import type { Absent } from '../missing/absentGroups';
import type { Dataset } from '../model/dataset';
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
  /** Where there is no such form the other stands. */
  readonly form?: MapForm;
  /** Of the lights, where the indicator is the result of tasks. */
  readonly rule: LightRule;
}

/**
 * Missing is no class: such a place is drawn hatched, with the reason. Bounds (≥95%) are in no class either, as they have no
 * rank. Where the indicator is the result of a task of every drawn place the colours are the lights of those tasks.
 * @returns undefined for an unknown indicator
 */
export function placeMap(dataset: Dataset, query: MapQuery): PlaceMap | undefined {
  const { rule, form, ...asked } = query;
  const comparison = compare(dataset, { ...asked, reference: 'none', rankParents: query.places.length > 0 });
  if (!comparison) return undefined;
  const ground = groundOf(dataset, form ?? mapForms(dataset)[0] ?? 'tiles');
  const drawn = comparison.rows.filter((row) => row.fits && isOn(ground, row.place));
  const lights = resultLights(dataset, comparison, drawn, rule);
  const { classes, atOf } = lights ? lightClasses(drawn, lights) : shades(drawn);
  const items = itemsOf(comparison, ground, atOf);
  const unplaced = comparison.rows
    .filter((row) => row.fits && !isOn(ground, row.place))
    .map((row) => unplacedRow(row, ground));
  const told = { ground, comparison, items, classes, rule: lights ? rule : null, unplaced };
  return {
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

function itemsOf({ rows, excluded, missing }: Comparison, ground: Ground, atOf: Classed['atOf']): MapItem[] {
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
  return orderOn(
    ground,
    all.filter(({ place }) => isOn(ground, place))
  );
}

function unplacedRow({ place, observation }: ComparisonRow, { form }: Ground): Absent {
  const reason = form === 'map' ? 'map.json 里没有它的边界' : 'places.csv 没有写位置（column、row）';
  return { place, reason, evidence: observation };
}
