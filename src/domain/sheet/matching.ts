/** The names of a file and the places, indicators and tasks that are known: the same for certain, or much alike. */
import { finish, type Steps, STEP_ROWS } from '../steps/steps';
import type { TableRow } from '../batch/batch';
import type { Indicator, Place, Programme } from '../model/records';
import type { Known } from './columnRoles';
import { newIndicator, newPlace, newProgramme } from './newRecords';
import {
  bareName,
  indicatorCandidates,
  offersFor,
  placeCandidates,
  programmeCandidates,
  type Candidate,
  type Offer
} from './offers';
import { namesOfPlace, shortName, totalOf } from './placeText';
import type { SheetFact } from './sheetFact';
import { unitFactor } from './unitScale';

export type NameKind = '地区' | '指标' | '任务';

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

/**
 * What has to be known of the facts' names, places first, in the order in which the file has them. A name is certain
 * where exactly one known record has it as name, short name, alias, code or id, and can hold the figures' unit.
 */
export function questionsOf(facts: readonly SheetFact[], known: Known): NameQuestion[] {
  return finish(questionsSteps(facts, known));
}

/** The same in parts. */
export function* questionsSteps(facts: readonly SheetFact[], known: Known): Steps<NameQuestion[]> {
  const index = indexOf(known);
  const questions: NameQuestion[] = [];
  for (const { kind, name, facts: own } of yield* namesIn(facts, known)) {
    yield 0;
    questions.push(questionOf(kind, name, own, known, index));
  }
  return questions;
}

/** What the names are, without what may be offered for them. */
export function* plainNames(
  facts: readonly SheetFact[],
  known: Known
): Steps<Pick<NameQuestion, 'kind' | 'name' | 'certain' | 'total'>[]> {
  const index = indexOf(known);
  const names = yield* namesIn(facts, known);
  return names.map(({ kind, name, facts: own }) => ({
    kind,
    name,
    total: totalOf(name) !== '',
    certain: certainOf(kind, name, own, known, index)
  }));
}

interface NamedFacts {
  readonly kind: NameKind;
  readonly name: string;
  readonly facts: SheetFact[];
}

function* namesIn(facts: readonly SheetFact[], known: Known): Steps<readonly NamedFacts[]> {
  const kinds = itemKinds(facts, known);
  const groups = new Map<string, NamedFacts>();
  const add = (kind: NameKind, name: string, fact: SheetFact): void => {
    const key = answerKey(kind, name);
    const group = groups.get(key);
    if (group) group.facts.push(fact);
    else if (name !== '') groups.set(key, { kind, name, facts: [fact] });
  };
  for (const [i, fact] of facts.entries()) {
    if (i % STEP_ROWS === 0) yield i;
    add('地区', fact.place, fact);
  }
  for (const [i, fact] of facts.entries()) {
    if (i % STEP_ROWS === 0) yield i;
    const kind = kinds(fact);
    add(kind, itemName(fact, kind), fact);
  }
  return [...groups.values()];
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

/** Of a kind of record: ids by bare name, and what may be offered. */
interface Names {
  readonly ids: ReadonlyMap<string, readonly string[]>;
  readonly candidates: readonly Candidate[];
}

type Index = Readonly<Record<NameKind, Names>>;

function indexOf({ places, indicators, programmes }: Known): Index {
  const parents = new Map(places.map((place) => [place.id, place]));
  return {
    地区: {
      ids: groupNames(places.map((place) => [place.id, [...namesOfPlace(place), ...withParent(place, parents)]])),
      candidates: placeCandidates(places)
    },
    指标: {
      ids: groupNames(indicators.map(({ id, name, aliases }) => [id, [name, id, ...aliases]])),
      candidates: indicatorCandidates(indicators)
    },
    任务: {
      ids: groupNames(programmes.map(({ id, name }) => [id, [name, id]])),
      candidates: programmeCandidates(programmes)
    }
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
  const ids = index[kind].ids.get(bareName(name)) ?? [];
  const offers = offersFor(name, ids, index[kind].candidates);
  const certain = certainOf(kind, name, facts, known, index);
  const create =
    kind === '地区'
      ? newPlace(name, known.places)
      : kind === '指标'
        ? newIndicator(name, facts, themeOf(offers, known.indicators))
        : newProgramme(name, facts, themeOf(offers, known.programmes));
  return { kind, name, count: facts.length, certain, offers, create, total: totalOf(name) !== '' };
}

function certainOf(kind: NameKind, name: string, facts: readonly SheetFact[], known: Known, index: Index): string {
  const ids = index[kind].ids.get(bareName(name)) ?? [];
  return ids.length === 1 && totalOf(name) === '' && holds(kind, ids[0]!, facts, known) ? ids[0]! : '';
}

/** Whether a record's unit can hold every figure. */
function holds(kind: NameKind, id: string, facts: readonly SheetFact[], known: Known): boolean {
  if (kind === '地区') return true;
  const record = (kind === '指标' ? known.indicators : known.programmes).find((each) => each.id === id)!;
  const units = new Set<string>();
  for (const { measure, unit } of facts) if (['value', 'target', 'done'].includes(measure)) units.add(unit);
  return [...units].every((unit) => unitFactor(unit, record.unit) !== undefined);
}

/** The theme of what is likest; 其他 where nothing is like it. */
function themeOf(offers: readonly Offer[], records: readonly (Indicator | Programme)[]): string {
  return records.find(({ id }) => id === offers[0]?.id)?.theme ?? '其他';
}
