/** What small charts answer to: their points, and the words above each, which stand for all of it. */
import type { Facet, Facets } from '../domain/facets/answer';
import { facetSources } from '../domain/facets/table';
import { periodLabel } from '../domain/time/periodLabel';
import { pointSources } from '../domain/trend/sources';
import type { TrendPoint } from '../domain/trend/trend';
import { toAxis } from '../domain/wording/format';
import type { Drawing, Mark, MarkItem } from './drawing';
import { WORDS } from './facetWords';
import { pointDatum, pointTip } from './trendPoints';

/** Id of the series of a stretch of a line. */
export function segmentId({ id }: Facet, series: number, segment: number): string {
  return `${id}#${series}.${segment}`;
}

interface Hit {
  readonly facet: Facet;
  readonly segment: readonly TrendPoint[];
}

/** Tips, sources and marks of small charts: whatever is pointed at says its place or indicator, period and number. */
export function facetInteraction(
  answer: Facets,
  shown: readonly Facet[]
): Required<Pick<Drawing, 'tip' | 'sources' | 'marks'>> {
  const lines = new Map<string, Hit>();
  const marks: Mark[] = [];
  for (const facet of shown) {
    facet.series.forEach((series, n) =>
      series.segments.forEach((segment, i) => {
        const seriesId = segmentId(facet, n, i);
        lines.set(seriesId, { facet, segment });
        segment.forEach((point, dataIndex) =>
          marks.push({
            seriesId,
            dataIndex,
            at: [point.period.end, toAxis(point.value, facet.scale)],
            datum: pointDatum(point, series, series)
          })
        );
      })
    );
  }
  /** Of the words above a small chart there are two: its name and its number. */
  const named = ({ seriesId, dataIndex }: MarkItem) =>
    seriesId === WORDS ? shown[Math.floor(dataIndex / 2)] : undefined;
  return {
    marks,
    tip: (item) => {
      const facet = named(item);
      if (facet) return facetTip(answer, facet);
      const hit = lines.get(item.seriesId);
      const point = hit?.segment[item.dataIndex];
      return hit && point
        ? [...pointTip(point, hit.facet.title), greyText(answer, hit.facet, point)].filter(Boolean)
        : [];
    },
    sources: (item) => {
      const facet = named(item);
      if (facet) return facetSources(facet);
      const hit = lines.get(item.seriesId);
      const point = hit?.segment[item.dataIndex];
      return point ? pointSources(point) : (hit?.segment.flatMap(pointSources) ?? []);
    }
  };
}

function facetTip(answer: Facets, facet: Facet): string[] {
  const { title, last, change } = facet;
  return [
    `${title}  ${last.text}`,
    periodLabel(last.period),
    change ? `比${periodLabel(change.first.period)}${change.text}` : '没有可比的两期',
    greyText(answer, facet, last)
  ].filter(Boolean);
}

function greyText({ referenceName }: Facets, { reference }: Facet, { period }: TrendPoint): string {
  for (const segment of reference?.segments ?? []) {
    const found = segment.find((one) => one.period.text === period.text);
    if (found) return `${referenceName}：${found.text}`;
  }
  return '';
}
