/** The table of a waterfall, one row a step, then the whole, then those that aren't in it. */
import type { Contribution, Effects, Share } from './answer';
import { partOf } from './wording';
import { citationOf, type Citation } from '../evidence/citation';
import {
  emptyCells,
  numberColumn,
  type Table,
  type TableCell,
  type TableColumn,
  textCell,
  textColumn,
  withSources
} from '../table/table';
import { formatNumber } from '../wording/format';
import { placeLabel } from '../wording/placeLabel';
import { gradedTitle } from '../wording/position';

/** A row a unit in the order of the chart, then the whole, then those without a share, with the reason. */
export function contributionTable(answer: Contribution): Table {
  const { heads, unit, shares, whole, absent, place } = answer;
  const hasEffects = shares.some((s) => s.effects !== null);
  const columns: TableColumn[] = [
    textColumn('place', '地区或单位'),
    numberColumn('before', heads.before),
    numberColumn('now', heads.now),
    numberColumn('share', `贡献（${unit}）`),
    ...(hasEffects ? [numberColumn('rate', '自己的率变了'), numberColumn('mix', '份量变了')] : []),
    numberColumn('part', '占合计'),
    textColumn('sources', '来源'),
    textColumn('remark', '说明')
  ];
  const row = (s: Share): TableCell[] => {
    const at = (text: string, value: number | null = null) => withSources({ text, value }, s.sources);
    return [
      textCell(s.name),
      at(s.before),
      at(s.now),
      at(s.text, s.value),
      ...(hasEffects ? effectCells(s.effects, s.sources) : []),
      at(partOf(s.value, whole?.value ?? 0)),
      textCell(titles(s.sources)),
      textCell(s.remark)
    ];
  };
  const rows = shares.map(row);
  if (whole) {
    const at = (text: string, value: number | null = null) => withSources({ text, value }, whole.sources);
    rows.push([
      textCell(`${placeLabel(place)}（合计）`),
      at(whole.before),
      at(whole.now),
      at(whole.text, whole.value),
      ...(hasEffects ? emptyCells(2) : []),
      at(partOf(whole.value, whole.value)),
      textCell(whole.stated ? titles(whole.sources) : ''),
      textCell(whole.stated ? '' : '各单位之和')
    ]);
  }
  return {
    caption: answer.verdict,
    columns,
    rows: [
      ...rows,
      ...absent.map(({ place: at, reason, evidence }) => [
        textCell(placeLabel(at)),
        withSources(textCell('未列入'), evidence ? [citationOf(evidence)] : []),
        ...emptyCells(columns.length - 3),
        textCell(reason)
      ])
    ],
    notes: answer.notes
  };
}

/** Where the figures stand: the place's own where it states them, then unit by unit. */
export function contributionSources({ whole, shares }: Contribution): Citation[] {
  return [...(whole?.stated ? whole.sources : []), ...shares.flatMap((s) => s.sources)];
}

function effectCells(effects: Effects | null, sources: readonly Citation[]): TableCell[] {
  if (!effects) return emptyCells(2);
  return [effects.rate, effects.mix].map((value) => {
    const size = formatNumber(Math.abs(value), { decimals: 3 });
    const text = value === 0 ? '0' : `${value < 0 ? '−' : '+'}${size}`;
    return withSources({ text, value }, sources);
  });
}

/** Titles of the reports with their grade, each once. */
function titles(sources: readonly Citation[]): string {
  return [...new Set(sources.map(({ source }) => gradedTitle(source)))].join('；');
}
