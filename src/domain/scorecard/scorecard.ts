/**
 * 记分表: places or units by the ten or so indicators that matter, in one time: value, standing, change since the time
 * before and the last figures. The cells are those of a heat table, so that slides and files draw them as they draw it.
 */
import type { HeatCell } from '../compare/heatAnswer';
import { plainCell } from '../compare/heatCell';
import { heatTable, STANDING_NOTE } from '../compare/heatTable';
import { heldSources } from '../compare/heldAgainst';
import type { Move, Scorecard, ScorecardCell, ScorecardColumn, ScorecardQuery, ScorecardRow } from './answer';
import { isMerit } from './definitions';
import { cardNotes, cardSubtitle, cardVerdict } from './wording';
import { type Citation, citationOf } from '../evidence/citation';
import type { Dataset } from '../model/dataset';
import { factIndex } from '../model/factIndex';
import { LATEST_ROWS } from '../model/latestRows';
import { areasWithoutOwnData } from '../model/facts';
import type { Indicator, Place } from '../model/records';
import type { ScorecardDefinition } from '../model/scorecardDefinition';
import { median } from '../number/median';
import { periodLabel } from '../time/periodLabel';
import { contains, latestFirst, type Period, sameSpan } from '../time/period';
import { knownPeriods } from '../trend/baseChange';
import { type BasePeriod, basePeriod } from '../trend/changeBase';
import type { ChangeAgainst } from '../trend/changeKind';
import { recentFigures } from '../trend/recent';

const MOST_MOVES = 3;

/** A column before its places are counted. */
type OpenColumn = Omit<ScorecardColumn, 'ranked'> & { readonly asked: BasePeriod };

const NO_BASE: BasePeriod = { period: null, reason: '' };

/** Never throws; a table without figures has rows without values. */
export function scorecard(dataset: Dataset, query: ScorecardQuery): Scorecard {
  const { card, within, focus, by } = query;
  const places = placesOf(dataset, card, by);
  const ids = new Set(places.map(({ id }) => id));
  const against = query.against ?? { base: 'previous' };
  const columns = card.indicators.map((id) => columnOf(dataset, dataset.indicator(id)!, { within, against }, ids));
  const periods = new Map(columns.map(({ indicator, period }) => [indicator.id, period?.text ?? within.text]));
  const table = heatTable(dataset, {
    indicators: card.indicators,
    places: places.map(({ id }) => id),
    ...(focus === undefined ? {} : { focus }),
    reference: query.reference ?? 'none',
    periodOf: (id) => periods.get(id)
  });
  const cells = table.rows.map(({ cells: own }, at) => own.map((cell) => cellOf(dataset, columns[at]!, cell)));
  const order = orderOf(places, cells, {
    ...query,
    better: dataset.indicator(query.sort ?? '')?.better
  });
  const rows = order.map((at) => ({
    place: places[at]!,
    isFocus: places[at]!.id === focus,
    cells: cells.map((column) => column[at]!)
  }));
  const counted = columns.map((column, at) => ({
    ...column,
    ranked: cells[at]!.filter(({ rank }) => rank !== null).length
  }));
  const answer = { card, within, against, columns: counted, rows, moves: movesOf(counted, rows, focus) };
  const worded = { ...answer, by, ...(table.against === undefined ? {} : { heldTo: table.against }) };
  return {
    ...answer,
    heat: {
      ...table,
      onePeriod: true,
      rows: counted.map(({ indicator }, at) => ({
        indicator,
        cells: rows.map(({ cells: own }) => ({ ...own[at]!, text: spokenText(own[at]!) }))
      })),
      places: rows.map(({ place }) => place),
      verdict: cardVerdict(worded),
      subtitle: cardSubtitle(worded),
      // Which way the indicators run differs on screen and slide.
      notes: [...cardNotes(worded), ...table.notes.filter(({ text }) => text !== STANDING_NOTE)]
    }
  };
}

/** Where the number of a cell stands, and the one that its change is taken from. */
export function scorecardSources({ witnesses, conflicts, change, held }: ScorecardCell): Citation[] {
  return [
    ...[...witnesses, ...conflicts].map((o) => citationOf(o)),
    ...(held && held.line.rows.length <= 1 ? heldSources(held) : []),
    ...(change?.before.witnesses ?? []).map((o) => citationOf(o, `对比期（${periodLabel(o.period)}）`))
  ];
}

function placesOf(dataset: Dataset, { indicators }: ScorecardDefinition, by: ScorecardQuery['by']): Place[] {
  const reporting = new Set(indicators.flatMap((id) => factIndex(dataset, id).places.map((place) => place.id)));
  const silent = areasWithoutOwnData(dataset);
  return dataset.places.filter(
    ({ id, level }) => (level === '机构') === (by === 'units') && !silent.has(id) && reporting.has(id)
  );
}

/** Which period of the time it shows, and which one its changes are taken from. */
function columnOf(
  dataset: Dataset,
  indicator: Indicator,
  { within, against }: { readonly within: Period; readonly against: ChangeAgainst },
  places: ReadonlySet<string>
): OpenColumn {
  const chosen = periodWithin(dataset, indicator, within, places);
  const asked = chosen ? basePeriod(chosen, against, knownPeriods(dataset, indicator.id)) : NO_BASE;
  return { indicator, period: chosen ?? null, before: asked.period, asked };
}

/**
 * Of the periods of an indicator that end in the time, the one that most of the places report; of equal ones the one as
 * long as the time itself, else the latest and longest. Undefined where none ends in it.
 */
export function periodWithin(
  dataset: Dataset,
  indicator: Indicator,
  within: Period,
  places: ReadonlySet<string>
): Period | undefined {
  const inTime = dataset.summary.periods.filter(({ end }) => contains(within, end));
  const index = LATEST_ROWS.index(dataset, indicator.id, inTime);
  const all = index.periodCounts(index.placesWhere(({ id }) => places.has(id)));
  const fits = ({ period }: { period: Period }) => Number(sameSpan(period, within));
  return all
    .filter(({ period }) => contains(within, period.end))
    .sort((a, b) => b.count - a.count || fits(b) - fits(a) || latestFirst(a.period, b.period))[0]?.period;
}

function cellOf(dataset: Dataset, column: OpenColumn, cell: HeatCell & { rank?: number | null }): ScorecardCell {
  const { indicator, period, asked } = column;
  const plain = {
    ...plainCell(cell),
    text: cell.figure ?? cell.text,
    rank: cell.fits && isMerit(indicator) ? (cell.rank ?? null) : null,
    change: null,
    unchanged: '',
    segments: []
  };
  const standing = cell.held || isMerit(indicator) ? cell.standing : null;
  if (!period || cell.value === null || cell.observation?.period.text !== period.text) return { ...plain, standing };
  return { ...plain, standing, ...recentFigures(dataset, { indicator, place: cell.place, period }, asked) };
}

/** `82.35% 第2 ▲0.25`, `82.35% 低1.2 ▲0.25`: what a cell of the screen shows, for the wall and for files. */
function spokenText({ text, rank, change, held }: ScorecardCell): string {
  return [text, held ? held.short : rank === null ? '' : `第${rank}`, change?.short ?? ''].filter(Boolean).join(' ');
}

/** Positions of the places in the order of the rows. */
function orderOf(
  places: readonly Place[],
  cells: readonly (readonly ScorecardCell[])[],
  {
    card,
    sort,
    reversed,
    focus,
    better,
    reference = 'none'
  }: ScorecardQuery & { readonly better: Indicator['better'] | undefined }
): number[] {
  const all = places.map((_, at) => at);
  const column = sort === undefined ? -1 : card.indicators.indexOf(sort);
  if (column < 0) return all.sort((a, b) => Number(places[b]!.id === focus) - Number(places[a]!.id === focus) || a - b);
  const sign = reversed ? -1 : 1;
  const lowFirst = better === '低' ? 1 : -1;
  const value = (at: number) => {
    const { value: own, held } = cells[column]![at]!;
    return reference === 'none' ? own : (held?.difference ?? null);
  };
  return all.sort((a, b) => {
    const x = value(a);
    const y = value(b);
    // Missing is no worst value: last whichever way.
    if (x === null || y === null) return Number(x === null) - Number(y === null) || a - b;
    return sign * lowFirst * (x - y) || a - b;
  });
}

/**
 * The largest changes of judged indicators, one an indicator, held against what is usual in its column: change ÷ the
 * median size of the changes there. With a focus place only its own, where it has any.
 */
function movesOf(
  columns: readonly ScorecardColumn[],
  rows: readonly ScorecardRow[],
  focus: string | undefined
): Move[] {
  const own = rows.filter(({ place }) => place.id === focus);
  const asked = own.some(({ cells }) => cells.some(({ change }) => change !== null)) ? own : rows;
  return columns
    .flatMap(({ indicator }, at) => {
      const sizes = rows
        .flatMap(({ cells }) => (cells[at]!.change ? [Math.abs(cells[at]!.change.value)] : []))
        .sort((a, b) => a - b);
      // Where most stood still, what did change is held against its like.
      const usual = median(sizes) || median(sizes.filter((size) => size > 0));
      const best = asked
        .flatMap(({ place, cells }) => {
          const cell = cells[at]!;
          const change = cell.change;
          return change && (change.judgement === '好转' || change.judgement === '变差')
            ? [{ place, indicator, cell, change, weight: usual === 0 ? 0 : Math.abs(change.value) / usual }]
            : [];
        })
        .sort((a, b) => b.weight - a.weight)[0];
      return best ? [best] : [];
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_MOVES);
}
