/**
 * The figures of a place held against one reference: the area above it, its own target, those of its kind, its own year
 * before, the mean of all, a chosen place.
 */
import { NESTED } from '../compare/comparability';
import { compare } from '../compare/compare';
import type { Comparison, ReferenceChoice } from '../compare/comparison';
import { heldCounts, heldNotes } from '../compare/heatAgainst';
import { HELD_RULE, holderOf, referenceName } from '../compare/heldAgainst';
import type { Dataset } from '../model/dataset';
import { memoByKey } from '../model/memo';
import type { Place } from '../model/records';
import type { ProfileRow } from './row';
import type { Note } from '../wording/note';

export interface HeldRows {
  readonly rows: readonly ProfileRow[];
  /** What they are held against, `上级`; empty where against nothing. */
  readonly name: string;
  /** `；与上级比：6项更好、3项更差`; empty where against nothing. */
  readonly verdict: string;
  readonly notes: readonly Note[];
}

/** A figure is held where the comparison of all places has it too: the same period and value. */
export function heldRows(
  dataset: Dataset,
  place: Place,
  rows: readonly ProfileRow[],
  reference: ReferenceChoice
): HeldRows {
  if (reference === 'none' || rows.length === 0) return { rows, name: '', verdict: '', notes: [] };
  const name = referenceName(dataset, reference);
  const made = rows.map((row) => {
    if (!row.hasValue) return { row, notes: [] };
    const c = fieldOf(dataset, place, row.indicator.id);
    const own = c?.rows.find((r) => r.place.id === place.id);
    if (!c || !own || own.observation.index !== row.observation.index)
      return { row: { ...row, unheld: APART }, notes: [] };
    const holder = holderOf(dataset, c, reference);
    const held = holder.hold(own);
    return { row: typeof held === 'string' ? { ...row, unheld: held } : { ...row, held }, notes: holder.notes() };
  });
  const list = made.map(({ row }) => row);
  const counts = heldCounts(list, '项');
  return {
    rows: list,
    name,
    verdict: counts === '' ? `；没有${name}可比` : `；与${name}比：${counts}`,
    notes: [
      { level: '说明', text: `与${name}比：${HELD_RULE}` },
      ...heldNotes(
        reference,
        name,
        made
          .filter(({ row }) => row.hasValue)
          .map(({ row, notes }) => ({ indicator: row.indicator, cells: [row], notes }))
      )
    ]
  };
}

const APART = '与别处的时期长短不同，不可比';

/** All of its kind; an area that contains others among those of its level, since its figure includes theirs. */
function fieldOf(dataset: Dataset, place: Place, indicator: string): Comparison | undefined {
  if (place.level === '机构') return comparisons(dataset, `${indicator}|机构`);
  const all = comparisons(dataset, `${indicator}|`);
  const own = all?.rows.find((row) => row.place.id === place.id);
  return own?.reason === NESTED ? comparisons(dataset, `${indicator}|${place.level}`) : all;
}

/** By indicator and level, empty for all areas: another place asks nothing anew. */
const comparisons = memoByKey(2000, (dataset, key) => {
  const at = key.lastIndexOf('|');
  const level = key.slice(at + 1);
  return compare(dataset, {
    indicator: key.slice(0, at),
    ...(level === '' ? {} : { places: dataset.places.filter((p) => p.level === level).map(({ id }) => id) }),
    reference: 'none',
    showUnfit: true,
    rankParents: false
  });
});
