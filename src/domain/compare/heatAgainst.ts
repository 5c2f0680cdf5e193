/** A heat table whose cells are held against a reference: the cells, what the title says, what is to be said of it. */
import type { ComparedRows, ReferenceChoice } from './comparison';
import type { HeatCell, HeatRow } from './heatAnswer';
import { HeldCell, plainCell, UnheldCell } from './heatCell';
import { HELD_RULE, holderOf, referenceName } from './heldAgainst';
import type { Dataset } from '../model/dataset';
import type { Indicator, Place } from '../model/records';
import { formatNumber } from '../wording/format';
import type { Note } from '../wording/note';
import { placeLabel } from '../wording/placeLabel';

/** Reasons and names that are listed; more are counted. */
const MOST_NAMED = 3;

export interface HeldCells {
  /** What they are held against, for the title. */
  readonly name: string;
  /** The cells of a comparison, by its position, held. */
  readonly cells: (at: number, cells: readonly HeatCell[]) => HeatCell[];
  /** How the references were made, and where there is none. */
  readonly notes: (rows: readonly HeatRow[]) => Note[];
}

/** Each cell against a reference: by how much it differs, and why it isn't held where there is nothing to hold it against. */
export function heldCells(
  dataset: Dataset,
  comparisons: readonly ComparedRows[],
  { reference, periodOf }: { reference: ReferenceChoice; periodOf?: (indicator: string) => string | undefined }
): HeldCells {
  const name = referenceName(dataset, reference);
  const holders = comparisons.map((c) => holderOf(dataset, c, reference, periodOf?.(c.indicator.id)));
  return {
    name,
    cells(at, cells) {
      const rows = new Map(comparisons[at]!.rows.map((row) => [row.place.id, row]));
      return cells.map((cell) => {
        const row = cell.value === null ? undefined : rows.get(cell.place.id);
        if (!row) return { ...plainCell(cell), standing: null };
        const held = holders[at]!.hold(row);
        return typeof held === 'string' ? new UnheldCell(row, row.fits ? held : '') : new HeldCell(row, held);
      });
    },
    notes: (rows) => [
      { level: '说明', text: `数后面是与${name}相差多少（率差多少个百分点，其余差多少）。${HELD_RULE}` },
      ...heldNotes(
        reference,
        name,
        rows.map(({ indicator, cells }, at) => ({ indicator, cells, notes: holders[at]!.notes() }))
      )
    ]
  };
}

/** A row of what is held: the cells of one indicator, and how its references were made. */
interface HeldRow {
  readonly indicator: Pick<Indicator, 'name'>;
  readonly cells: readonly Pick<HeatCell, 'held' | 'unheld'>[];
  readonly notes: readonly Note[];
}

/** How references were made, and where there is none. */
export function heldNotes(reference: ReferenceChoice, name: string, rows: readonly HeldRow[]): Note[] {
  return [...(reference === 'peers' ? [PEERS] : []), ...madeNotes(rows), ...unheldNotes(rows, name)];
}

const PEERS: Note = {
  level: '说明',
  text: '同类：places.csv 里同一分组（group）的同级地区；没有分组的，取人口最接近的5个。'
};

/** Each way of making a reference once, with the indicators it was used for where others were made otherwise. */
function madeNotes(rows: readonly HeldRow[]): Note[] {
  const names = new Map<string, string[]>();
  for (const { indicator, notes } of rows)
    for (const { text } of notes) names.set(text, [...(names.get(text) ?? []), indicator.name]);
  return [...names].map(([text, list]) => ({
    level: '说明',
    text: list.length === rows.length ? text : `${listed(list)}：${text}`
  }));
}

/** Indicators without any reference by their reason, then single cells. */
function unheldNotes(rows: readonly HeldRow[], name: string): Note[] {
  const whole = new Map<string, string[]>();
  const single = new Map<string, number>();
  for (const { indicator, cells } of rows) {
    const reasons = cells.flatMap(({ unheld }) => unheld || []);
    if (reasons.length === 0) continue;
    if (cells.some(({ held }) => held)) for (const why of reasons) single.set(why, (single.get(why) ?? 0) + 1);
    else whole.set(reasons[0]!, [...(whole.get(reasons[0]!) ?? []), indicator.name]);
  }
  return [
    ...[...whole].map(([why, list]): Note => ({ level: '说明', text: `${listed(list)}没有${name}可比：${why}。` })),
    ...(single.size > 0
      ? [
          {
            level: '说明',
            text: `另有没有${name}可比的：${[...single].map(([why, count]) => `${formatNumber(count)}格${why}`).join('，')}。`
          } as const
        ]
      : [])
  ];
}

function listed(names: readonly string[]): string {
  return names.length > MOST_NAMED ? `${names.slice(0, MOST_NAMED).join('、')}等${names.length}项` : names.join('、');
}

/** `甲县与上级比：6项更好、3项更差`; without a focus place the cells of all. */
export function againstVerdict(
  rows: readonly HeatRow[],
  places: readonly Place[],
  focus: Place | null,
  name: string
): string {
  if (rows.length === 0 || places.length === 0) return '没有可以对比的指标';
  const cells = rows.flatMap((row) => row.cells);
  const own = focus ? cells.filter(({ place, held }) => place.id === focus.id && held) : [];
  const who = focus && own.length > 0 ? placeLabel(focus) : `${rows.length}项指标、${places.length}个地区`;
  const counts = heldCounts(own.length > 0 ? own : cells, own.length > 0 ? '项' : '格');
  return counts === '' ? `${who}没有${name}可比` : `${who}与${name}比：${counts}`;
}

/** `6项更好、3项更差、1项相同、2项只比多少`; empty where nothing is held. */
export function heldCounts(cells: readonly Pick<HeatCell, 'held'>[], word: string): string {
  return (['更好', '更差', '相同', '不评价'] as const)
    .map((judgement) => ({ judgement, count: cells.filter(({ held }) => held?.judgement === judgement).length }))
    .filter(({ count }) => count > 0)
    .map(({ judgement, count }) => `${formatNumber(count)}${word}${judgement === '不评价' ? '只比多少' : judgement}`)
    .join('、');
}
