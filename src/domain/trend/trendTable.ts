import { lineOf } from '../evidence/citation';
import {
  blanks,
  left,
  number,
  observationRemarks,
  remarks,
  right,
  stands,
  type Table,
  type TableCell,
  titles,
  words
} from '../table/table';
import { periodLabel } from '../time/periodLabel';
import { changeSources, pointSources } from './sources';
import type { Trend, TrendPoint, TrendSeries } from './trend';
import { formatExact, toAxis } from '../wording/format';
import { intervalText } from '../wording/interval';
import { placeLabel } from '../wording/placeLabel';
import { withIntervals } from '../table/intervals';

/** One row a point, series by series, then places without a number. */
export function trendTable(t: Trend): Table {
  const points = t.series.flatMap((s) => s.segments.flatMap((segment) => segment.map((p) => ({ s, p }))));
  return withIntervals(
    tableOf(t),
    points.map(({ s, p }) => (p.observation ? intervalText(p.observation, t.scale, s.indicator) : ''))
  );
}

function tableOf(t: Trend): Table {
  return {
    caption: t.verdict,
    columns: [
      left('series', '地区'),
      left('period', '时期'),
      right('value', `数值（${t.scale.unit}）`),
      left('stated', '原文同比'),
      left('computed', '按数计算同比'),
      left('source', '来源'),
      left('remark', '说明')
    ],
    rows: [
      ...t.series.flatMap((s) =>
        s.segments.flatMap((segment, i) => segment.map((p, j) => trendRow(t, s, p, i > 0 && j === 0)))
      ),
      ...t.missing.map(({ place, reason, evidence }) => [
        words(placeLabel(place)),
        words(''),
        stands(words('无数据'), evidence ? [lineOf(evidence)] : []),
        ...blanks(3),
        words(`无数据：${reason}`)
      ])
    ],
    notes: t.notes
  };
}

function trendRow({ scale }: Trend, s: TrendSeries, p: TrendPoint, afterGap: boolean): TableCell[] {
  const stated = p.statedChange?.observation;
  const remark = remarks([
    p.derived ? '推算，原文没有写' : '',
    afterGap ? '与上一行不连' : '',
    p.differs ? '原文同比与按数计算不一致' : '',
    ...(p.observation ? observationRemarks(p.observation) : [])
  ]);
  const exact = `${p.derived ? '推算' : ''}${formatExact(p.value, scale, s.indicator, p.qualifier)}`;
  return [
    words(s.label),
    words(periodLabel(p.period)),
    stands(number(exact, toAxis(p.value, scale)), pointSources(p)),
    stands(change(p.statedChange?.text, stated?.value), stated ? [lineOf(stated, '原文同比')] : []),
    stands(change(p.computedChange?.text, p.computedChange?.value), changeSources(p)),
    words(titles(p.witnesses)),
    words(remark)
  ];
}

function change(text: string | undefined, value: number | null | undefined): TableCell {
  return { text: text ?? '', value: value ?? null };
}
