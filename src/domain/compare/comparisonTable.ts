import { NESTED } from './comparability';
import type { Comparison, ComparisonRow } from './comparison';
import { comparedSources, gapSources, referenceSources } from './sources';
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
import { formatExact, toAxis } from '../wording/format';
import { intervalText } from '../wording/interval';
import { placeLabel } from '../wording/placeLabel';
import { withIntervals } from '../table/intervals';

/** Drawn rows in their order, the reference line, what was left out, and places without a number. */
export function comparisonTable(c: Comparison): Table {
  return withIntervals(
    tableOf(c),
    c.perHead ? [] : c.rows.map((r) => intervalText(r.observation, c.scale, c.indicator))
  );
}

function tableOf(c: Comparison): Table {
  return {
    caption: c.verdict,
    columns: [
      numberColumn('rank', '名次'),
      textColumn('place', '地区'),
      numberColumn('value', `数值（${c.scale.unit}）`),
      textColumn('period', '时期'),
      textColumn('gap', '与前一名相差'),
      textColumn('sources', '来源'),
      textColumn('remark', '说明')
    ],
    rows: [
      ...c.rows.map((r) => comparisonRow(c, r)),
      ...referenceRow(c),
      ...c.excluded.map(({ place, observation, reason }) => [
        textCell(''),
        textCell(placeLabel(place)),
        withSources(textCell('未列入'), [citationOf(observation, '未列入比较')]),
        textCell(periodLabel(observation.period)),
        textCell(''),
        textCell(sourceTitles([observation])),
        textCell(reason)
      ]),
      ...c.missing.map(({ place, reason, evidence }) => [
        textCell(''),
        textCell(placeLabel(place)),
        withSources(textCell('无数据'), evidence ? [citationOf(evidence)] : []),
        ...emptyCells(3),
        textCell(`无数据：${reason}`)
      ])
    ],
    notes: c.notes
  };
}

function referenceRow(c: Comparison): TableCell[][] {
  const { reference } = c;
  if (!reference) return [];
  // The label stands before the figure in the text at the line.
  const figureText = reference.text.slice(reference.label.length);
  return [
    [
      textCell(''),
      textCell(`参考线：${reference.label}`),
      withSources(valueCell(figureText, toAxis(reference.value, c.scale)), referenceSources(c)),
      ...emptyCells(4)
    ]
  ];
}

/** The figure with all its digits, in the unit that the chart says. */
function exactText({ indicator, unit, scale, perHead }: Comparison, { value, observation }: ComparisonRow): string {
  return formatExact(
    value,
    scale,
    { ...indicator, unit, decimals: perHead ? 2 : indicator.decimals },
    observation.qualifier
  );
}

/** `3`, `并列3`; of what isn't ranked why not. */
export function rankText({ rank, tied, fits, reason }: ComparisonRow): string {
  if (rank === null) return fits ? '不排名' : reason === NESTED ? '上级' : '不可比';
  return `${tied ? '并列' : ''}${rank}`;
}

function comparisonRow(c: Comparison, r: ComparisonRow): TableCell[] {
  const rank = valueCell(rankText(r), r.rank);
  const sources = comparedSources(c, r);
  return [
    withSources(rank, sources),
    textCell(placeLabel(r.place)),
    withSources(valueCell(exactText(c, r), toAxis(r.value, c.scale)), sources),
    textCell(periodLabel(r.observation.period)),
    withSources(textCell(r.gapToNext), gapSources(c, r)),
    textCell(sourceTitles(r.witnesses)),
    textCell(joinedRemarks([r.reason, ...observationRemarks(r.observation)]))
  ];
}
