/** The names of a file and the places, indicators and tasks that are known: the same for certain, or much alike. */
import type { TableRow } from '../batch/batch';
import type { Indicator, Place, Programme } from '../model/records';
import { nameLikeness } from '../read/likeness';
import { plainText } from '../read/lines';
import type { Known } from './columnRoles';
import { newIndicator, newPlace, newProgramme } from './newRecords';
import { namesOfPlace, shortName, totalOf } from './placeText';
import type { SheetFact } from './sheetFact';
import { unitFactor } from './unitScale';

export type NameKind = '地区' | '指标' | '任务';

/** A known record that a name of the file may mean. */
export interface Offer {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly definition: string;
  /** From 0 to 1. */
  readonly likeness: number;
}

export interface NameQuestion {
  readonly kind: NameKind;
  /** As the file has it. */
  readonly name: string;
  /** How many figures hang on the answer. */
  readonly count: number;
  /** Id of the record that it is for certain; empty where it isn't certain. */
  readonly certain: string;
  /** At most three, the likest first; never taken without a person. */
  readonly offers: readonly Offer[];
  /** The row with which 新建 begins, its id included. */
  readonly create: TableRow;
  /** It names a sum of others: left out unless the person says otherwise. */
  readonly total: boolean;
}

export type Answer = { readonly use: string } | { readonly create: TableRow } | { readonly skip: true };

/** Answers by `answerKey`. */
export type Answers = Readonly<Record<string, Answer>>;

export function answerKey(kind: NameKind, name: string): string {
  return `${kind}:${name}`;
}

/** Below this a name is no offer. */
const LIKE = 0.2;

/**
 * What has to be known of the facts' names, places first, in the order in which the file has them. A name is certain
 * where exactly one known record has it as name, short name, alias, code or id, and can hold the figures' unit.
 */
export function questionsOf(facts: readonly SheetFact[], known: Known): NameQuestion[] {
  const index = indexOf(known);
  const kinds = itemKinds(facts, known);
  const groups = new Map<string, { kind: NameKind; name: string; facts: SheetFact[] }>();
  const add = (kind: NameKind, name: string, fact: SheetFact): void => {
    const key = answerKey(kind, name);
    const group = groups.get(key);
    if (group) group.facts.push(fact);
    else if (name !== '') groups.set(key, { kind, name, facts: [fact] });
  };
  for (const fact of facts) add('地区', fact.place, fact);
  for (const fact of facts) add(kinds(fact), itemName(fact, kinds(fact)), fact);
  return [...groups.values()].map(({ kind, name, facts: own }) => questionOf(kind, name, own, known, index));
}

/** The answers that need no person: what is certain, and sums are left out. */
export function certainAnswers(questions: readonly NameQuestion[]): Answers {
  const answers: Record<string, Answer> = {};
  for (const { kind, name, certain, total } of questions) {
    if (certain !== '') answers[answerKey(kind, name)] = { use: certain };
    else if (total) answers[answerKey(kind, name)] = { skip: true };
  }
  return answers;
}

/** A task has no sub-groups in its table: each is a task of its own. */
export function itemName(fact: SheetFact, kind: NameKind): string {
  return kind === '任务' && fact.part !== '' ? `${fact.item}·${fact.part}` : fact.item;
}

/**
 * Whether a fact is of a task or of an indicator: 目标, 完成, 完成率 are of tasks, all else of indicators. What is done
 * without a target anywhere in the file is of the indicator that has the name, where no task has it.
 */
export function itemKinds(facts: readonly SheetFact[], known: Known): (fact: SheetFact) => '指标' | '任务' {
  const aimed = new Set<string>();
  for (const { item, measure } of facts) if (measure === 'target' || measure === 'rate') aimed.add(item);
  const tasks = new Set(known.programmes.map(({ name }) => bareName(name)));
  const indicators = new Set(known.indicators.flatMap(({ name, aliases }) => [name, ...aliases].map(bareName)));
  return ({ item, measure }) => {
    if (measure === 'target' || measure === 'rate') return '任务';
    if (measure !== 'done') return '指标';
    const name = bareName(item);
    return !aimed.has(item) && !tasks.has(name) && indicators.has(name) ? '指标' : '任务';
  };
}

/** A name without what is written in this way or another: width of signs, blanks, quotes, dots, brackets. */
function bareName(name: string): string {
  return plainText(name)
    .replace(/[\s“”"'‘’《》·・()[\]、,，\-_/]/g, '')
    .toLowerCase();
}

type Index = Readonly<Record<NameKind, ReadonlyMap<string, readonly string[]>>>;

function indexOf({ places, indicators, programmes }: Known): Index {
  const parents = new Map(places.map((place) => [place.id, place]));
  return {
    地区: groupNames(places.map((place) => [place.id, [...namesOfPlace(place), ...withParent(place, parents)]])),
    指标: groupNames(indicators.map(({ id, name, aliases }) => [id, [name, id, ...aliases]])),
    任务: groupNames(programmes.map(({ id, name }) => [id, [name, id]]))
  };
}

/** 宁波市象山县, 宁波象山: a place behind the one it belongs to. */
function withParent(place: Place, parents: ReadonlyMap<string, Place>): string[] {
  const parent = parents.get(place.parent);
  if (!parent) return [];
  return [parent.name + place.name, parent.name + shortName(place.name), shortName(parent.name) + place.name];
}

function groupNames(all: readonly (readonly [string, readonly string[]])[]): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const [id, names] of all) {
    for (const name of new Set(names.map(bareName))) {
      const known = ids.get(name);
      if (known) known.push(id);
      else ids.set(name, [id]);
    }
  }
  return ids;
}

function questionOf(
  kind: NameKind,
  name: string,
  facts: readonly SheetFact[],
  known: Known,
  index: Index
): NameQuestion {
  const total = totalOf(name) !== '';
  const ids = index[kind].get(bareName(name)) ?? [];
  const offers = offersOf(kind, name, ids, known);
  const certain = ids.length === 1 && !total && holds(kind, ids[0]!, facts, known) ? ids[0]! : '';
  const create =
    kind === '地区'
      ? newPlace(name, known.places)
      : kind === '指标'
        ? newIndicator(name, facts, themeOf(offers, known.indicators))
        : newProgramme(name, facts, themeOf(offers, known.programmes));
  return { kind, name, count: facts.length, certain, offers, create, total };
}

/** Whether a record's unit can hold every figure. */
function holds(kind: NameKind, id: string, facts: readonly SheetFact[], known: Known): boolean {
  if (kind === '地区') return true;
  const record = (kind === '指标' ? known.indicators : known.programmes).find((each) => each.id === id)!;
  return facts.every(
    ({ measure, unit }) => !['value', 'target', 'done'].includes(measure) || unitFactor(unit, record.unit) !== undefined
  );
}

function offersOf(kind: NameKind, name: string, exact: readonly string[], known: Known): Offer[] {
  const offers =
    kind === '地区'
      ? known.places.map((place) => placeOffer(place, name, known.places))
      : kind === '指标'
        ? known.indicators.map((indicator) =>
            offer(indicator, name, [indicator.name, ...indicator.aliases], indicator.definition)
          )
        : known.programmes.map((programme) => offer(programme, name, [programme.name], programme.note));
  return offers
    .map((each) => (exact.includes(each.id) ? { ...each, likeness: 1 } : each))
    .filter(({ likeness }) => likeness >= LIKE)
    .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
    .slice(0, 3);
}

function offer(
  { id, name, unit }: Indicator | Programme,
  said: string,
  names: readonly string[],
  definition: string
): Offer {
  return { id, name, unit, definition, likeness: Math.max(...names.map((each) => likenessOf(said, each))) };
}

function placeOffer(place: Place, said: string, places: readonly Place[]): Offer {
  const parent = places.find(({ id }) => id === place.parent);
  const likeness = Math.max(likenessOf(said, place.name), parent ? likenessOf(said, parent.name + place.name) : 0);
  return {
    id: place.id,
    name: place.name,
    unit: '',
    definition: parent ? `${place.level}，属${parent.name}` : place.level,
    likeness
  };
}

/** Shared pairs of characters; a name that leaves out characters of the other, 象山一院, counts as rather like it. */
function likenessOf(said: string, name: string): number {
  const [a, b] = [bareName(said), bareName(name)];
  const pairs = nameLikeness(a, b);
  return a.length > 1 && (isWithin(a, b) || isWithin(b, a)) ? Math.max(pairs, 0.5 + pairs / 4) : pairs;
}

/** Whether all characters of `a` stand in `b` in their order. */
function isWithin(a: string, b: string): boolean {
  let at = 0;
  for (const char of b) if (char === a[at]) at++;
  return at === a.length;
}

/** The theme of what is likest; 其他 where nothing is like it. */
function themeOf(offers: readonly Offer[], records: readonly (Indicator | Programme)[]): string {
  return records.find(({ id }) => id === offers[0]?.id)?.theme ?? '其他';
}
