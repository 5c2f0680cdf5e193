/**
 * Many indicators over places: each row is a comparison of its own, and the cells say where a place
 * stands in its row. Rows never compare with each other.
 */
import { comparedRows } from './compare';
import type { ComparedRows, ComparisonRow } from './comparison';
import { againstVerdict, heldCells } from './heatAgainst';
import type { HeatCell, HeatQuery, HeatRow, HeatTable } from './heatAnswer';
import { emptyCell, FigureCell } from './heatCell';
import { heldSources, referenceRows } from './heldAgainst';
import { tableVerdict } from './heatVerdict';
import { figureNotes } from './notes';
import { rowSources, type Citation } from '../evidence/citation';
import type { Dataset } from '../model/dataset';
import { areasWithoutOwnData, resultCutoff, sourcesOf } from '../model/facts';
import type { Place } from '../model/records';
import { finish, type Steps } from '../steps/steps';
import { periodLabel } from '../time/periodLabel';
import { type Note, warningsFirst } from '../wording/note';

/** The standing of a cell in five steps, 0 worst to 4 best, as the grounds of cells show it; null where nothing is shown. */
export function standingStep({ fits, standing }: Pick<HeatCell, 'fits' | 'standing'>): number | null {
  return fits && standing !== null ? Math.min(4, Math.floor(standing * 5)) : null;
}

/** Fewer values than this say nothing about better and worse. */
const ENOUGH = 3;

/** What the grounds of its cells say, as it is printed. */
export const STANDING_NOTE = `深浅只表示在本行中的位次，行与行之间不能互比；少于${ENOUGH}个可比的数不着色。`;

const STANDING: Note = { level: '说明', text: STANDING_NOTE };

/**
 * A table of indicators by places. Unknown ids are passed over. A cell's standing goes by rank among
 * the exact and approximate values that fit: equal steps from 0 (worst) to 1 (best), ties equal, 0.5
 * where all are equal; null with fewer than 3 such values and where more is neither good nor bad.
 */
export function heatTable(dataset: Dataset, query: HeatQuery): HeatTable {
  return finish(heatTableSteps(dataset, query));
}

/** `heatTable` an indicator at a time. */
export function* heatTableSteps(dataset: Dataset, query: HeatQuery): Steps<HeatTable> {
  const places = columnPlaces(dataset, query);
  const ids = places.map(({ id }) => id);
  const comparisons: ComparedRows[] = [];
  for (const indicator of query.indicators) {
    yield comparisons.length;
    const period = query.periodOf?.(indicator);
    const answer = comparedRows(dataset, {
      indicator,
      places: ids,
      showUnfit: true,
      rankParents: false,
      ...(period === undefined ? {} : { period })
    });
    if (answer) comparisons.push(period === undefined ? answer : ofOnePeriod(answer, period));
  }
  const focus = places.find((p) => p.id === query.focus) ?? null;
  const { reference = 'none' } = query;
  const held = reference === 'none' ? null : heldCells(dataset, comparisons, { ...query, reference });
  const rows: HeatRow[] = [];
  for (const c of comparisons) {
    const cells = cellsOf(c, places);
    rows.push({ indicator: c.indicator, cells: held ? held.cells(rows.length, cells) : cells });
    yield rows.length;
  }
  const notes = yield* notesOf(comparisons);
  const drawn = comparisons.flatMap((c) => c.rows);
  return {
    rows,
    places,
    focus,
    ...(held ? { against: held.name } : {}),
    notes: held ? [...notes, ...held.notes(rows)] : [...notes, STANDING],
    verdict: held ? againstVerdict(rows, places, focus, held.name) : tableVerdict(rows, places, focus),
    subtitle: `${rows.length}项指标 · ${places.length}个地区 · ${held ? `底色表示比${held.name}好还是差` : '深浅表示在本行中的位次'}`,
    cutoff: resultCutoff(drawn.map((r) => r.observation)),
    sources: sourcesOf(dataset, [
      ...drawn.flatMap((r) => [...r.witnesses, ...r.conflicts]),
      ...(held ? rows.flatMap((row) => row.cells.flatMap(({ held: one }) => (one ? referenceRows(one.line) : []))) : [])
    ])
  };
}

/** Figures of other periods don't stand in it; what they are is said. */
function ofOnePeriod(c: ComparedRows, period: string): ComparedRows {
  const isOther = ({ observation }: ComparisonRow) => observation.period.text !== period;
  const others = c.rows.filter(isOther).map(({ place, observation }) => ({
    place,
    reason: `这一期没有数，最近的是${periodLabel(observation.period)}`,
    evidence: null
  }));
  return { ...c, rows: c.rows.filter((row) => !isOther(row)), missing: [...c.missing, ...others], samePeriod: true };
}

function columnPlaces(dataset: Dataset, query: HeatQuery): Place[] {
  if (query.places.length === 0)
    return dataset.places.filter((p) => p.level !== '机构' && !areasWithoutOwnData(dataset).has(p.id));
  return query.places.flatMap((id) => dataset.place(id) ?? []);
}

function cellsOf(c: ComparedRows, places: readonly Place[]): HeatCell[] {
  const rows = new Map(c.rows.map((r) => [r.place.id, r]));
  const missing = new Map(c.missing.map((m) => [m.place.id, m]));
  const standing = standings(c);
  return places.map((place) => {
    const row = rows.get(place.id);
    return row ? new FigureCell(row, standing(row)) : emptyCell(place, missing.get(place.id));
  });
}

function standings(c: ComparedRows): (row: ComparisonRow) => number | null {
  const ranks = c.rows.flatMap((r) => r.rank ?? []);
  if (ranks.length < ENOUGH || c.indicator.better === '不评价') return () => null;
  const levels = [...new Set(ranks)].sort((a, b) => a - b);
  if (levels.length === 1) return (row) => (row.rank === null ? null : 0.5);
  const levelOf = new Map(levels.map((rank, at) => [rank, at]));
  return (row) => (row.rank === null ? null : 1 - levelOf.get(row.rank)! / (levels.length - 1));
}

function* notesOf(comparisons: readonly ComparedRows[]): Steps<Note[]> {
  const mixed = comparisons.filter((c) => !c.samePeriod).map((c) => c.indicator.name);
  const single: Note[] = [];
  for (const { rows, indicator } of comparisons) {
    for (const { level, text } of figureNotes(rows, indicator))
      single.push({ level, text: `${indicator.name}：${text}` });
    yield single.length;
  }
  return warningsFirst([
    ...(mixed.length > 0
      ? [{ level: '警示' as const, text: `${listed(mixed)}各地时期不同，只宜看水平，不宜比快慢。` }]
      : []),
    ...single
  ]);
}

function listed(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join('、')}等${names.length}项` : names.join('、');
}

/** Where each number of a heat table stands, row by row; a fact with two witnesses gives two lines. */
export function heatSources(table: HeatTable): Citation[] {
  return table.rows.flatMap((row) => row.cells.flatMap((cell) => [...rowSources(cell), ...ownReference(cell)]));
}

/** That of a mean is in the row already. */
function ownReference({ held }: HeatCell): Citation[] {
  return held && held.line.rows.length <= 1 ? heldSources(held) : [];
}

/** Where the number of one cell stands, or what the report says instead; none where it says nothing. */
export function cellSources(cell: HeatCell): Citation[] {
  return [...rowSources(cell), ...(cell.held ? heldSources(cell.held) : [])];
}
