import type { Facet, Facets, ReferencePoint } from './answer';
import { type Citation, citationOf } from '../evidence/citation';
import {
  emptyCells,
  joinedRemarks,
  numberColumn,
  observationRemarks,
  sourceTitles,
  type Table,
  type TableCell,
  textCell,
  textColumn,
  valueCell,
  withSources
} from '../table/table';
import { withIntervals } from '../table/intervals';
import { periodLabel } from '../time/periodLabel';
import { startsAnew } from '../trend/segments';
import { baseSources, computedChangeSources, pointSources } from '../trend/sources';
import type { TrendPoint, TrendSeries } from '../trend/trend';
import { CHANGE_BASE_WORDS } from '../trend/changeBase';
import { formatExact, toAxis } from '../wording/format';
import { intervalText } from '../wording/interval';
import { placeLabel } from '../wording/placeLabel';

/** Where the numbers of one small chart stand. */
export function facetSources({ series }: Facet): Citation[] {
  return series.flatMap((s) => s.segments.flatMap((segment) => segment.flatMap(pointSources)));
}

/** Small chart by small chart, in their order. */
export function facetsSources({ facets }: Facets): Citation[] {
  return facets.flatMap(facetSources);
}

/** One row a number, small chart by small chart in their order; then those without one. */
export function facetsTable(answer: Facets): Table {
  const { facets, by, against, missing, excluded, referenceName } = answer;
  const unit = facets[0]?.scale.unit ?? '';
  const rows = facets.flatMap((facet) => pointsOf(facet).map((at) => ({ facet, ...at })));
  const absent = [
    ...missing.map((one) => ({ ...one, text: '无数据' })),
    ...excluded.map((one) => ({ ...one, text: '未列入' }))
  ];
  const width = 6 + (referenceName ? 1 : 0);
  const table: Table = {
    caption: answer.verdict,
    columns: [
      textColumn('facet', by === 'places' ? '地区' : '指标'),
      textColumn('period', '时期'),
      numberColumn('value', by === 'places' && unit ? `数值（${unit}）` : '数值'),
      ...(referenceName ? [numberColumn('reference', referenceName)] : []),
      textColumn('change', CHANGE_BASE_WORDS[against.base]),
      textColumn('source', '来源'),
      textColumn('remark', '说明')
    ],
    rows: [
      ...rows.map(({ facet, series, point, isApart }) => pointRow(answer, facet, series, point, isApart)),
      ...absent.map(({ place, reason, evidence, text }) => [
        textCell(placeLabel(place)),
        textCell(''),
        withSources(textCell(text), evidence ? [citationOf(evidence)] : []),
        ...emptyCells(width - 4),
        textCell(reason)
      ])
    ],
    notes: answer.notes
  };
  return withIntervals(
    table,
    rows.map(({ facet, point }) =>
      point.observation ? intervalText(point.observation, facet.scale, point.observation.indicator) : ''
    )
  );
}

interface PointAt {
  readonly series: TrendSeries;
  readonly point: TrendPoint;
  /** The first after a gap or a break. */
  readonly isApart: boolean;
}

function pointsOf({ series }: Facet): PointAt[] {
  return series.flatMap((s, n) =>
    s.segments.flatMap((segment, i) =>
      segment.map((point, j): PointAt => ({ series: s, point, isApart: j === 0 && n + i > 0 }))
    )
  );
}

function pointRow(
  { referenceName, against }: Facets,
  facet: Facet,
  series: TrendSeries,
  point: TrendPoint,
  isApart: boolean
): TableCell[] {
  const { scale, title, place } = facet;
  const former = series.place === place ? '' : `原为${placeLabel(series.place)}`;
  const exact = formatExact(point.value, scale, series.indicator, point.qualifier);
  return [
    textCell(title),
    textCell(periodLabel(point.period)),
    withSources(valueCell(`${point.derived ? '推算' : ''}${exact}`, toAxis(point.value, scale)), pointSources(point)),
    ...(referenceName ? [referenceCell(facet, point)] : []),
    changeCell(point, against.base === 'year'),
    textCell(sourceTitles(point.witnesses)),
    textCell(
      joinedRemarks([
        point.fromSums ? '推算：本月累计减上月累计' : point.derived ? '推算，原文没有写' : '',
        isApart ? '与上一行不连' : '',
        startsAnew(point) ? '口径调整' : '',
        former,
        series.indicator === facet.indicator ? '' : `口径：${series.indicator.name}`,
        ...(point.observation ? observationRemarks(point.observation) : [])
      ])
    )
  ];
}

function referenceCell({ reference, scale, indicator }: Facet, { period }: TrendPoint): TableCell {
  let found: ReferencePoint | undefined;
  for (const segment of reference?.segments ?? []) found ??= segment.find((one) => one.period.text === period.text);
  return found ? valueCell(formatExact(found.value, scale, indicator), toAxis(found.value, scale)) : textCell('');
}

/** The change against the period chosen, or of the year before. */
function changeCell(point: TrendPoint, isYear: boolean): TableCell {
  const change = isYear ? point.computedChange : point.baseChange;
  if (!change) return textCell('');
  const sources = isYear ? computedChangeSources(point) : point.baseChange ? baseSources(point.baseChange) : [];
  return withSources({ text: change.text, value: change.value }, sources);
}
