/** Pressing a mark in the preview of the editor, while somebody chooses which one a remark stands at. */
import type { InjectionKey, ShallowRef } from 'vue';
import type { Drawing } from '../charts/drawing';
import type { EChartsType } from '../charts/engine';
import { datumOf, datumOfSources, markAt } from '../charts/markDatum';
import type { MarkAt } from '../domain/deck/callout';
import type { Citation } from '../domain/evidence/citation';

type Picking = ((mark: MarkAt) => void) | undefined;

/** Told which mark was pressed; undefined while nobody chooses one. */
export const MARK_PICKING: InjectionKey<ShallowRef<Picking>> = Symbol('mark picking');

/** The number of the mark nearest to a point of the chart, in px; of bars the row counts, however long the bar is. */
export function nearestMark(
  chart: EChartsType,
  drawing: Drawing,
  [x, y]: readonly [number, number]
): MarkAt | undefined {
  const far = (mark: NonNullable<Drawing['marks']>[number]) => {
    const at = chart.convertToPixel({ seriesId: mark.seriesId }, [...mark.at]) as number[] | undefined;
    if (!at) return Infinity;
    return drawing.across ? Math.hypot(at[0]! - x, at[1]! - y) : Math.abs(at[1]! - y) * 1_000 + Math.abs(at[0]! - x);
  };
  const ways = (drawing.marks ?? []).map((mark) => ({ mark, way: far(mark) }));
  const nearest = ways.sort((a, b) => a.way - b.way)[0];
  const datum = nearest && datumOf(nearest.mark, drawing);
  return datum && markAt(datum);
}

/** A press on a cell that picks its number, where somebody chooses one. */
export function pickCell(event: Event, picking: Picking, sources: readonly Citation[]): void {
  if (!picking) return;
  event.stopPropagation();
  event.preventDefault();
  const datum = datumOfSources(sources);
  if (datum) picking(markAt(datum));
}
