/** What has to be withheld with small counts of people, so that none of them can be worked out from what is left. */
import { instancesOf } from './member';
import { smallBelow, smallNumbers } from './smallNumbers';
import type { Dataset } from '../model/dataset';
import { changedObservation } from '../model/changedObservation';
import type { Level, Observation } from '../model/records';
import type { SmallNumberRule } from '../model/smallNumberRule';
import { roundTo } from '../number/rounding';
import { yearsBefore } from '../time/period';
import { periodLabel } from '../time/periodLabel';
import { placeLabel } from '../wording/placeLabel';

export interface Withheld {
  readonly observation: Observation;
  /** One Chinese clause, without the number. */
  readonly why: string;
}

/**
 * What has to be withheld, in file order: the small figures; every other row that gives one of them away (another report's,
 * the change against the year before, here or a year later); and where all members of a sum but one are left, one
 * more, the smallest of its parts.
 */
export function withheldNumbers(dataset: Dataset, rule: SmallNumberRule): Withheld[] {
  const small = smallNumbers(dataset, rule);
  if (small.length === 0) return [];
  const cells = cellsOf(dataset);
  const withheld = new Map<Cell, string>();
  for (const o of small)
    withheld.set(cells.of(o), `${o.indicator.kind === '数量' ? '人数' : '分子'}少于${smallBelow(o.indicator, rule)}`);
  const sums = sumsOf(dataset, cells);
  // A figure withheld for one sum may be the only one of another.
  for (let isDone = false; !isDone;) {
    isDone = true;
    for (const sum of sums) {
      const hidden = sum.members.filter((cell) => withheld.has(cell));
      if (hidden.length !== 1) continue;
      const open = sum.members.filter((cell) => !withheld.has(cell)).sort((a, b) => a.value - b.value);
      const next = open.find((cell) => cell !== sum.total) ?? open[0];
      if (!next) continue;
      withheld.set(
        next,
        `由合计可以推出${placeLabel(hidden[0]!.rows[0]!.place)}的${hidden[0]!.rows[0]!.indicator.name}`
      );
      isDone = false;
    }
  }
  const rows = new Map<number, Withheld>();
  withheld.forEach((why, cell) => {
    for (const observation of cell.rows) rows.set(observation.index, { observation, why });
    for (const observation of cells.givingAway(cell))
      if (!rows.has(observation.index))
        rows.set(observation.index, { observation, why: '由同比或占比可以推出被隐藏的数' });
  });
  return [...rows.values()].sort((a, b) => a.observation.index - b.observation.index);
}

/** The row as it may be published: no number and nothing it could be read from. */
export function withheldRow(o: Observation): Observation {
  return changedObservation(o, {
    ...{ value: null, lower: null, upper: null, numerator: null, denominator: null },
    ...{ qualifier: '', status: '不适用', flags: '小数隐藏', written: '', note: '' }
  });
}

/** `observations.csv 第12行：甲县2020年孕产妇死亡人数，人数少于5`: what was withheld and why, without the number. */
export function withheldText({ observation: o, why }: Withheld): string {
  const part = o.part ? `（${o.part}）` : '';
  return `observations.csv 第${o.row}行：${placeLabel(o.place)}${periodLabel(o.period)}${o.indicator.name}${part}，${why}`;
}

/** One figure of one place, period and sub-group, and all rows that state it. */
interface Cell {
  readonly rows: readonly Observation[];
  readonly value: number;
}

interface Cells {
  of(o: Observation): Cell;
  at(indicator: string, place: string, period: string, part: string): Cell | undefined;
  all(): Iterable<Cell>;
  /** Rows of other measures from which a figure could be read. */
  givingAway(cell: Cell): Observation[];
}

function key(...parts: readonly [indicator: string, place: string, period: string, part: string]): string {
  return parts.join('\u0001');
}

function keyOf(o: Observation): string {
  return key(o.indicator.id, o.place.id, o.period.text, o.part);
}

function cellsOf(dataset: Dataset): Cells {
  const rows = new Map<string, Observation[]>();
  const others = new Map<string, Observation[]>();
  for (const o of dataset.allObservations()) {
    const map = o.measure === '数值' ? rows : others;
    if (o.value !== null && o.measure !== '位次') map.set(keyOf(o), (map.get(keyOf(o)) ?? []).concat(o));
  }
  const cells = new Map(
    [...rows].map(([k, list]) => [k, { rows: list, value: Math.min(...list.map((o) => o.value!)) }])
  );
  // A change of one year later leads back to this one.
  const later = new Map<string, Observation[]>();
  others.forEach((list) =>
    list.forEach((o) => {
      if (!o.measure.startsWith('同比')) return;
      for (const before of yearsBefore(o.period)) {
        const k = key(o.indicator.id, o.place.id, before.text, o.part);
        later.set(k, (later.get(k) ?? []).concat(o));
      }
    })
  );
  return {
    of: (o) => cells.get(keyOf(o))!,
    at: (...parts) => cells.get(key(...parts)),
    all: () => cells.values(),
    givingAway: ({ rows: [first] }) => [...(others.get(keyOf(first!)) ?? []), ...(later.get(keyOf(first!)) ?? [])]
  };
}

/** An equation: the total is the sum of the other members. */
interface Sum {
  readonly total: Cell;
  readonly members: readonly Cell[];
}

/** Areas and organisations below a place are two sums: what an organisation reports is in the figures of an area already. */
export function sumKey(above: string, level: Level): string {
  return `${above}\u0001${level === '机构' ? '机构' : '地区'}`;
}

/** Whether parts come to one of the totals. Organisations that don't aren't all there are, and give none of them away. */
export function addsUp(totals: readonly number[], parts: readonly number[]): boolean {
  const sum = roundTo(
    parts.reduce((all, value) => all + value, 0),
    6
  );
  return totals.includes(sum);
}

/** Sums that a reader may use: an area and the areas below it, or the organisations where they come to its figure, a whole and its sub-groups, and those of relations.csv. */
function sumsOf(dataset: Dataset, cells: Cells): Sum[] {
  const sums: Sum[] = [];
  const add = (total: Cell, parts: readonly (Cell | undefined)[]): void => {
    const known = parts.filter((cell): cell is Cell => cell !== undefined && cell !== total);
    // With a part that nobody knows the others can't be worked out.
    if (known.length > 0 && known.length === parts.length) sums.push({ total, members: [total, ...new Set(known)] });
  };
  const children = new Map<string, string[]>();
  for (const { id, parent, level } of dataset.places)
    if (parent) children.set(sumKey(parent, level), [...(children.get(sumKey(parent, level)) ?? []), id]);
  const groups = new Map<string, Cell[]>();
  for (const cell of cells.all()) {
    const { indicator, place, period, part } = cell.rows[0]!;
    for (const level of ['县区', '机构'] as const) {
      const ids = children.get(sumKey(place.id, level)) ?? [];
      const below = ids.flatMap((id) => cells.at(indicator.id, id, period.text, part) ?? []);
      if (
        level !== '机构' ||
        addsUp(
          [cell.value],
          below.map(({ value }) => value)
        )
      )
        add(cell, below);
    }
    const whole = part === '' ? undefined : cells.at(indicator.id, place.id, period.text, '');
    if (whole) groups.set(keyOf(whole.rows[0]!), [...(groups.get(keyOf(whole.rows[0]!)) ?? []), cell]);
  }
  groups.forEach((parts) => {
    const { indicator, place, period } = parts[0]!.rows[0]!;
    add(cells.at(indicator.id, place.id, period.text, '')!, parts);
  });
  for (const relation of dataset.relations ?? []) {
    if (relation.kind !== '合计') continue;
    for (const instance of instancesOf(dataset, relation)) {
      const cellsAt = (role: string) =>
        instance
          .filter(({ member }) => member.role === role)
          .map(({ row }) => ('indicator' in row ? cells.of(row) : undefined));
      const [total, ...more] = cellsAt('总');
      if (total && more.length === 0) add(total, cellsAt('分'));
    }
  }
  return sums;
}
