import type { Improvement, ImprovementRow } from './answer';
import { citationOf, type Citation } from '../evidence/citation';
import {
  emptyCells,
  numberColumn,
  sourceTitles,
  type Table,
  type TableCell,
  textCell,
  textColumn,
  withSources
} from '../table/table';
import { periodLabel } from '../time/periodLabel';
import { CHANGE_BASE_WORDS } from '../trend/changeBase';
import { baseSources } from '../trend/sources';
import { placeLabel } from '../wording/placeLabel';

/** One row a place, in the order of the bars; then those without one of the two figures. */
export function improvementTable(answer: Improvement): Table {
  const { against, period, before } = answer;
  const time = (p: typeof period) => (p ? `（${periodLabel(p)}）` : '');
  return {
    caption: answer.verdict,
    columns: [
      numberColumn('order', '进步名次'),
      textColumn('place', '地区'),
      numberColumn('now', `本期数${time(period)}`),
      numberColumn('before', `对比期数${time(before)}`),
      numberColumn('change', CHANGE_BASE_WORDS[against.base]),
      textColumn('judgement', '好坏'),
      numberColumn('rankBefore', '原名次'),
      numberColumn('rank', '现名次'),
      numberColumn('gained', '名次升降'),
      numberColumn('own', '自己的变化'),
      numberColumn('others', '别处的变化'),
      textColumn('sources', '来源'),
      textColumn('remark', '说明')
    ],
    rows: [
      ...answer.rows.map(improvementRow),
      ...answer.without.map(({ place, reason, evidence }) => [
        textCell(''),
        textCell(placeLabel(place)),
        withSources(textCell('未列入'), evidence ? [citationOf(evidence)] : []),
        ...emptyCells(9),
        textCell(reason)
      ])
    ],
    notes: answer.notes
  };
}

/** Where both figures of each place stand. */
export function improvementSources({ rows }: Improvement): Citation[] {
  return rows.flatMap((row) => row.sources);
}

function improvementRow(row: ImprovementRow): TableCell[] {
  const { place, before, rank, sources, observations } = row;
  const at = (value: number | undefined, sign = false): TableCell =>
    withSources(
      value === undefined
        ? textCell('')
        : { text: sign && value > 0 ? `+${value}` : sign && value < 0 ? `−${-value}` : String(value), value },
      sources
    );
  return [
    at(row.order),
    textCell(placeLabel(place)),
    { text: row.now, value: observations[0]?.value ?? null, sources },
    before ? { text: before.text, value: before.value, sources: baseSources({ before }) } : textCell(''),
    { text: row.text, value: row.value, sources },
    textCell(row.judgement),
    at(rank?.before),
    at(rank?.now),
    at(rank?.gained, true),
    at(rank?.own, true),
    at(rank?.others, true),
    textCell(sourceTitles(observations)),
    textCell(row.remark ?? '')
  ];
}
