/** A card with what the clerk said: what it is called, which record it is of, when and where it holds. */
import { parsePeriod } from '../time/parsePeriod';
import { periodOfDays, type Period } from '../time/period';
import type { Known } from '../sheet/columnRoles';
import {
  bareName,
  indicatorCandidates,
  offersFor,
  programmeCandidates,
  type Candidate,
  type Offer
} from '../sheet/offers';
import { unitFactor } from '../sheet/unitScale';
import type { Card } from './cards';
import { type CardKind, type ItemTable, tableOf } from './kinds';
import type { Edit } from './work';

export interface Settled {
  readonly card: Card;
  readonly name: string;
  readonly kind: CardKind;
  readonly table: ItemTable;
  /** Id of the record; empty for one to be made. */
  readonly item: string;
  /** Id of the place. */
  readonly place: string;
  readonly period: Period;
  /** Of a record to be made where the figure itself doesn't say it; empty where nobody said. */
  readonly unit: string;
}

interface Index {
  readonly ids: ReadonlyMap<string, readonly string[]>;
  readonly units: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
  readonly candidates: readonly Candidate[];
}

/** The records that a name can mean. */
export interface ItemBook {
  /** The one record that has the name and can hold the figure; empty for none or several. */
  exact(table: ItemTable, name: string, unit: string, kind: CardKind): string;
  /** At most three, the likest first. */
  offers(table: ItemTable, name: string): readonly Offer[];
  has(table: ItemTable, id: string): boolean;
  nameOf(table: ItemTable, id: string): string;
  unitOf(table: ItemTable, id: string): string;
  all(table: ItemTable): readonly Candidate[];
}

/** Indicators and tasks by name, made once: names are looked up for every card. */
export function itemBook({ indicators, programmes }: Known): ItemBook {
  const of: Readonly<Record<ItemTable, Index>> = {
    indicators: indexOf(indicatorCandidates(indicators)),
    programmes: indexOf(programmeCandidates(programmes))
  };
  return {
    exact(table, name, unit, kind) {
      const ids = of[table].ids.get(bareName(name)) ?? [];
      const counts = kind === 'value' || kind === 'done' || kind === 'target' || kind === 'plan';
      const fits = ids.filter((id) => !counts || unitFactor(unit, of[table].units.get(id)!) !== undefined);
      return fits.length === 1 ? fits[0]! : '';
    },
    offers(table, name) {
      return offersFor(name, of[table].ids.get(bareName(name)) ?? [], of[table].candidates);
    },
    has: (table, id) => of[table].names.has(id),
    nameOf: (table, id) => of[table].names.get(id) ?? '',
    unitOf: (table, id) => of[table].units.get(id) ?? '',
    all: (table) => of[table].candidates
  };
}

function indexOf(candidates: readonly Candidate[]): Index {
  const ids = new Map<string, string[]>();
  for (const { id, names } of candidates) {
    for (const name of new Set(names)) ids.set(name, [...(ids.get(name) ?? []), id]);
  }
  const units = new Map(candidates.map(({ id, unit }) => [id, unit]));
  const names = new Map(candidates.map(({ id, name }) => [id, name]));
  return { ids, units, names, candidates };
}

/**
 * What a card comes to. The clerk's word goes first, then the last report's where it agrees, then the series', then a
 * record of exactly this name; else a new record.
 * @param place the report's own, by id
 */
export function settle(card: Card, edit: Edit | undefined, place: string, book: ItemBook): Settled {
  const agreed = card.fact.frame === 'agree' ? card.last : undefined;
  const name = edit?.name ?? card.known?.name ?? card.fact.name;
  const kind = edit?.kind ?? (agreed || card.known ? card.kind : taskOrNot(card, name, book));
  const table = tableOf(kind);
  const { start, end } = card.fact.period;
  const period = (edit?.period !== undefined ? parsePeriod(edit.period) : undefined) ?? periodOfDays(start, end)!;
  const chosen = edit?.item?.table === table ? edit.item.id : undefined;
  const renamed = edit?.name !== undefined;
  const remembered = [
    !renamed && agreed && tableOf(agreed.kind) === table ? agreed.indicator : '',
    !renamed && card.known?.table === table ? card.known.item : ''
  ].find((id) => id !== '' && book.has(table, id));
  const item =
    chosen !== undefined && (chosen === '' || book.has(table, chosen))
      ? chosen
      : (remembered ?? book.exact(table, name, card.fact.unit, kind));
  return {
    card,
    name,
    kind,
    table,
    item,
    period,
    place: edit?.place ?? agreed?.place ?? place,
    unit: edit?.unit ?? ''
  };
}

/** A figure that has a task's very name, and no indicator's, is what was done of the task. */
function taskOrNot({ kind, fact }: Card, name: string, book: ItemBook): CardKind {
  if (kind !== 'value' || book.exact('indicators', name, fact.unit, 'value') !== '') return kind;
  return book.exact('programmes', name, fact.unit, 'done') === '' ? kind : 'done';
}

/** The names to choose from by digit: the chosen one, then the others, at most five. */
export function phrasesOf({ name, card }: Settled): string[] {
  return [...new Set([card.fact.name, ...card.fact.alternatives, name])].slice(0, 5);
}
