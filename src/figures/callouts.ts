/** A figure with short remarks at its numbers: over a chart at the marks, in a table a sign in the cell and the words below. */
import { withCalloutsDrawn } from '../charts/callouts';
import { datumOf, datumOfSources, markAt, type MarkDatum, markName } from '../charts/markDatum';
import { nativeCallouts } from '../charts/office/nativeCallouts';
import { plainCell } from '../domain/compare/heatCell';
import { type Callout, type MarkAt, markKey } from '../domain/deck/callout';
import { cellSources } from '../domain/compare/heatTable';
import type { Dataset } from '../domain/model/dataset';
import { parsePeriod } from '../domain/time/parsePeriod';
import { periodLabel } from '../domain/time/periodLabel';
import type { TableCell } from '../domain/table/table';
import type { Note } from '../domain/wording/note';
import { placeLabel } from '../domain/wording/placeLabel';
import { type ChartBody, type Figure, type FigureBody, figureParts } from './figure';
import { withParts } from './withParts';

/** A number of a figure that a remark can stand at. */
export interface FigureMark {
  readonly at: MarkAt;
  readonly key: string;
  /** `甲县 高血压管理率 2024年`. */
  readonly name: string;
}

/** The numbers of a figure that a remark can stand at, in reading order, each once; of a pair those of both. */
export function figureMarks(figure: Figure): FigureMark[] {
  const all = figureParts(figure).flatMap((part) => dataOf(part.body, part));
  const marks = all.map((datum) => ({ at: markAt(datum), name: markName(datum) }));
  return [...new Map(marks.map((mark) => [markKey(mark.at), { ...mark, key: markKey(mark.at) }])).values()];
}

function dataOf(body: FigureBody, { table }: Figure): MarkDatum[] {
  switch (body.kind) {
    case 'chart': {
      const drawing = body.part(0, body.rows)({ width: 1_200, scale: 1 });
      return (drawing.marks ?? []).flatMap((mark) => datumOf(mark, drawing) ?? []);
    }
    case 'heat':
      return body.answer.rows.flatMap(({ cells }) =>
        cells.flatMap((cell) => (cell.value === null ? [] : (datumOfSources(cellSources(cell)) ?? [])))
      );
    case 'table':
      return table.rows.flatMap((row) => row.flatMap(({ sources }) => datumOfSources(sources ?? []) ?? []));
    default:
      return [];
  }
}

/** Before a cell: ① to ⑫, as many as a slide has remarks. */
function signOf(at: number): string {
  return String.fromCharCode(0x2460 + at);
}

/** The figure with those of the remarks whose numbers it has; itself where it has none of them. */
export function withCallouts(figure: Figure, callouts: readonly Callout[]): Figure {
  const known = new Map(figureMarks(figure).map((mark) => [mark.key, mark]));
  const own = callouts.filter((one) => known.has(markKey(one)));
  if (own.length === 0) return figure;
  const { body } = figure;
  if (body.kind === 'chart') return withParts(figure, { body: chartWith(body, own) });
  const signs = new Map(own.map((one, at) => [markKey(one), signOf(at)]));
  const notes = own.map((one, at): Note => ({
    level: '警示',
    text: `${signOf(at)}${known.get(markKey(one))!.name}：${one.text}`
  }));
  const signed = bodyWith(figure, signs);
  return signed ? withParts(figure, { body: signed, notes: [...notes, ...figure.notes] }) : figure;
}

function chartWith(body: ChartBody, callouts: readonly Callout[]): ChartBody {
  const texts = new Map(callouts.map((one) => [markKey(one), one.text]));
  const { native } = body;
  return {
    ...body,
    callouts: callouts.map(({ text }) => text),
    part: (from, to) => withCalloutsDrawn(body.part(from, to), texts, body.rows > 0),
    ...(native
      ? { native: (from, to) => nativeCallouts(native(from, to), body.part(from, to), texts, body.rows > 0) }
      : {})
  };
}

function bodyWith({ body, table }: Figure, signs: ReadonlyMap<string, string>): FigureBody | undefined {
  const sign = (datum: MarkDatum | undefined) => (datum && signs.get(markKey(markAt(datum)))) ?? '';
  if (body.kind === 'table') {
    // Several cells of a row may rest on one number: the first is the one.
    const first = new Map<string, TableCell>();
    for (const cell of table.rows.flat()) {
      const own = sign(datumOfSources(cell.sources ?? []));
      if (own && !first.has(own)) first.set(own, cell);
    }
    const signed = [...first];
    return {
      ...body,
      // Files make the cells anew.
      signOf: ({ sources, text }) =>
        signed.find(([, cell]) => cell.sources === sources && cell.text === text)?.[0] ?? ''
    };
  }
  if (body.kind !== 'heat') return undefined;
  const rows = body.answer.rows.map((row) => ({
    indicator: row.indicator,
    cells: row.cells.map((cell) => {
      const own = cell.value === null ? '' : sign(datumOfSources(cellSources(cell)));
      return own ? { ...plainCell(cell), text: own + cell.text } : cell;
    })
  }));
  return { ...body, answer: { ...body.answer, rows } };
}

/** What is to be said of remarks whose numbers none of the figures has, a sentence each. */
export function lostCallouts(
  figures: readonly Figure[],
  callouts: readonly Callout[],
  dataset: Pick<Dataset, 'place' | 'indicator' | 'programmes'>
): string[] {
  const known = new Set(figures.flatMap((figure) => figureMarks(figure).map(({ key }) => key)));
  return callouts
    .filter((one) => !known.has(markKey(one)))
    .map((one) => `短说明“${one.text}”没有画：图里没有${calloutName(one, dataset)}的数了。`);
}

/** The number of a remark by its names; ids that the data don't have stand as they are. */
function calloutName(
  { place, period, indicator, task, part = '' }: MarkAt,
  dataset: Pick<Dataset, 'place' | 'indicator' | 'programmes'>
): string {
  const where = dataset.place(place);
  const what = indicator
    ? (dataset.indicator(indicator)?.name ?? indicator)
    : (dataset.programmes.find(({ id }) => id === task)?.name ?? task!);
  const when = parsePeriod(period);
  return [where ? placeLabel(where) : place, `${what}${part}`, when ? periodLabel(when) : period].join(' ');
}
