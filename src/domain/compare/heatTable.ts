/**
 * Many indicators over places: each row is a comparison of its own, and the cells say where a place
 * stands in its row. Rows never compare with each other.
 */
import { comparedRows } from './comparedRows';
import type { ComparedColumns } from './comparedColumns';
import type { ComparisonRow } from './comparison';
import { againstVerdict, heldCells } from './heatAgainst';
import type { HeatCell, HeatQuery, HeatRow, HeatTable } from './heatAnswer';
import { ComparedHeatRow, ENOUGH } from './heatCells';
import { heldSources, referenceRows } from './heldAgainst';
import { tableVerdict } from './heatVerdict';
import { figureNotes } from './notes';
import { addRowSources, remarkableRows, rowsCutoff } from './rowColumns';
import { rowSources, type Citation } from '../evidence/citation';
import type { Dataset } from '../model/dataset';
import { areasWithoutOwnData } from '../model/facts';
import { positionsById } from '../model/positionsById';
import type { Place, Source } from '../model/records';
import { finish, type Steps } from '../steps/steps';
import { periodLabel } from '../time/periodLabel';
import { type Note, warningsFirst } from '../wording/note';

/** The standing of a cell in five steps, 0 worst to 4 best, as the grounds of cells show it; null where nothing is shown. */
export function standingStep({ fits, standing }: Pick<HeatCell, 'fits' | 'standing'>): number | null {
  return fits && standing !== null ? Math.min(4, Math.floor(standing * 5)) : null;
}

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
  const comparisons: ComparedColumns[] = [];
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
    if (answer) comparisons.push(period === undefined ? answer : answer.within(period, otherPeriod));
  }
  const focus = places.find((p) => p.id === query.focus) ?? null;
  const { reference = 'none' } = query;
  const held = reference === 'none' ? null : heldCells(dataset, comparisons, { ...query, reference });
  const official = positionsById(dataset.places);
  const columns = {
    places,
    official: Int32Array.from(places, ({ id }) => official.get(id)!),
    of: dataset.places.length
  };
  const rows: HeatRow[] = [];
  for (const c of comparisons) {
    const row = ComparedHeatRow.of(c, columns);
    rows.push(held ? { indicator: c.indicator, cells: held.cells(rows.length, row.cells) } : row);
    yield rows.length;
  }
  const notes = yield* notesOf(comparisons);
  const sources = new Set<Source>();
  for (const c of comparisons) addRowSources(c.columns, sources);
  if (held)
    for (const { cells } of rows)
      for (const { held: one } of cells) if (one) for (const { source } of referenceRows(one.line)) sources.add(source);
  return {
    rows,
    places,
    focus,
    ...(held ? { against: held.name } : {}),
    notes: held ? [...notes, ...held.notes(rows)] : [...notes, STANDING],
    verdict: held ? againstVerdict(rows, places, focus, held.name) : tableVerdict(rows, places, focus),
    subtitle: `${rows.length}项指标 · ${places.length}个地区 · ${held ? `底色表示比${held.name}好还是差` : '深浅表示在本行中的位次'}`,
    cutoff: comparisons.map((c) => rowsCutoff(c.columns)).reduce((a, b) => (a > b ? a : b), ''),
    sources: dataset.sources.filter((source) => sources.has(source))
  };
}

/** Figures of other periods don't stand in it; what they are is said. */
function otherPeriod({ observation }: ComparisonRow): string {
  return `这一期没有数，最近的是${periodLabel(observation.period)}`;
}

function columnPlaces(dataset: Dataset, query: HeatQuery): Place[] {
  if (query.places.length === 0)
    return dataset.places.filter((p) => p.level !== '机构' && !areasWithoutOwnData(dataset).has(p.id));
  return query.places.flatMap((id) => dataset.place(id) ?? []);
}

function* notesOf(comparisons: readonly ComparedColumns[]): Steps<Note[]> {
  const mixed = comparisons.filter((c) => !c.samePeriod).map((c) => c.indicator.name);
  const single: Note[] = [];
  for (const { columns, indicator } of comparisons) {
    for (const { level, text } of figureNotes(remarkableRows(columns), indicator))
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
