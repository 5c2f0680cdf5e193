import { citationOf } from '../evidence/citation';
import {
  emptyCells,
  textColumn,
  valueCell,
  observationRemarks,
  joinedRemarks,
  numberColumn,
  withSources,
  type Table,
  type TableCell,
  sourceTitles,
  textCell
} from '../table/table';
import { periodLabel } from '../time/periodLabel';
import { CHANGE_BASE_WORDS } from './changeBase';
import { signalText } from './process';
import { baseSources, computedChangeSources, pointSources } from './sources';
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

function isYear({ against }: Trend): boolean {
  return against.base === 'year';
}

function tableOf(t: Trend): Table {
  return {
    caption: t.verdict,
    columns: [
      textColumn('series', '地区'),
      textColumn('period', '时期'),
      numberColumn('value', `数值（${t.scale.unit}）`),
      ...againstColumns(t),
      textColumn('stated', '原文同比'),
      ...(isYear(t) ? [textColumn('computed', '按数计算同比')] : []),
      ...(t.process
        ? [
            numberColumn('mean', '均值'),
            numberColumn('lower', '下限'),
            numberColumn('upper', '上限'),
            textColumn('signal', '信号')
          ]
        : []),
      textColumn('source', '来源'),
      textColumn('remark', '说明')
    ],
    rows: [
      ...t.series.flatMap((s) =>
        s.segments.flatMap((segment, i) => segment.map((p, j) => trendRow(t, s, p, i > 0 && j === 0)))
      ),
      ...t.missing.map(({ place, reason, evidence }) => [
        textCell(placeLabel(place)),
        textCell(''),
        withSources(textCell('无数据'), evidence ? [citationOf(evidence)] : []),
        ...emptyCells((isYear(t) ? 3 : 4) + (t.process ? 4 : 0)),
        textCell(`无数据：${reason}`)
      ])
    ],
    notes: t.notes
  };
}

/** Of a choice other than the year before: the period compared and the change, in place of the computed 同比. */
function againstColumns({ against: { base } }: Trend): Table['columns'] {
  return base === 'year' ? [] : [textColumn('base', '对比期'), textColumn('change', CHANGE_BASE_WORDS[base])];
}

function againstCells({ baseChange: held }: TrendPoint): TableCell[] {
  if (!held) return [];
  return [
    textCell(held.period ? periodLabel(held.period) : ''),
    withSources(change(held.text, held.value), baseSources(held))
  ];
}

function trendRow(t: Trend, s: TrendSeries, p: TrendPoint, afterGap: boolean): TableCell[] {
  const { scale } = t;
  const stated = p.statedChange?.observation;
  const remark = joinedRemarks([
    p.fromSums ? '推算：本月累计减上月累计' : p.derived ? '推算，原文没有写' : '',
    p.fromSums && p.value < 0 ? '累计比上月还少' : '',
    afterGap ? '与上一行不连' : '',
    p.differs ? '原文同比与按数计算不一致' : '',
    ...(p.observation ? observationRemarks(p.observation) : [])
  ]);
  const exact = `${p.derived ? '推算' : ''}${formatExact(p.value, scale, s.indicator, p.qualifier)}`;
  return [
    textCell(s.label),
    textCell(periodLabel(p.period)),
    withSources(valueCell(exact, toAxis(p.value, scale)), pointSources(p)),
    ...againstCells(p),
    withSources(change(p.statedChange?.text, stated?.value), stated ? [citationOf(stated, '原文同比')] : []),
    ...(p.baseChange
      ? []
      : [withSources(change(p.computedChange?.text, p.computedChange?.value), computedChangeSources(p))]),
    ...processCells(t, p),
    textCell(sourceTitles(p.witnesses)),
    textCell(remark)
  ];
}

/** The levels of its stretch, and its signals. */
function processCells({ process, scale }: Trend, p: TrendPoint): TableCell[] {
  if (!process) return [];
  const phase = process.phases.find(({ points }) => points.includes(p));
  const sources = phase?.points.flatMap(pointSources) ?? [];
  const levels = [phase?.mean, phase?.lower, phase?.upper].map((level) =>
    level ? withSources(valueCell(level.text, toAxis(level.value, scale)), sources) : textCell('')
  );
  return [...levels, textCell(signalText(process.signals.get(p) ?? []))];
}

function change(text: string | undefined, value: number | null | undefined): TableCell {
  return { text: text ?? '', value: value ?? null };
}
