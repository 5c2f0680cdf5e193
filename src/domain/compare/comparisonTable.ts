import { NESTED } from './comparability';
import type { Comparison, ComparisonRow } from './comparison';
import { comparedSources, gapSources, referenceSources } from './sources';
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
      right('rank', '名次'),
      left('place', '地区'),
      right('value', `数值（${c.scale.unit}）`),
      left('period', '时期'),
      left('gap', '与前一名相差'),
      left('sources', '来源'),
      left('remark', '说明')
    ],
    rows: [
      ...c.rows.map((r) => comparisonRow(c, r)),
      ...referenceRow(c),
      ...c.excluded.map(({ place, observation, reason }) => [
        words(''),
        words(placeLabel(place)),
        stands(words('未列入'), [lineOf(observation, '未列入比较')]),
        words(periodLabel(observation.period)),
        words(''),
        words(titles([observation])),
        words(reason)
      ]),
      ...c.missing.map(({ place, reason, evidence }) => [
        words(''),
        words(placeLabel(place)),
        stands(words('无数据'), evidence ? [lineOf(evidence)] : []),
        ...blanks(3),
        words(`无数据：${reason}`)
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
      words(''),
      words(`参考线：${reference.label}`),
      stands(number(figureText, toAxis(reference.value, c.scale)), referenceSources(c)),
      ...blanks(4)
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

function comparisonRow(c: Comparison, r: ComparisonRow): TableCell[] {
  const rank =
    r.rank === null
      ? words(r.fits ? '不排名' : r.reason === NESTED ? '上级' : '不可比')
      : number(`${r.tied ? '并列' : ''}${r.rank}`, r.rank);
  const at = comparedSources(c, r);
  return [
    stands(rank, at),
    words(placeLabel(r.place)),
    stands(number(exactText(c, r), toAxis(r.value, c.scale)), at),
    words(periodLabel(r.observation.period)),
    stands(words(r.gapToNext), gapSources(c, r)),
    words(titles(r.witnesses)),
    words(remarks([r.reason, ...observationRemarks(r.observation)]))
  ];
}
