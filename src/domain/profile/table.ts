/**
 * The table of a profile, and where its figures stand.
 */
import { heldSources } from '../compare/heldAgainst';
import { citationOf, rowSources, type Citation } from '../evidence/citation';
import type { Qualifier } from '../model/records';
import type { Profile } from './profile';
import type { ProfileRow } from './row';
import type { Completion } from '../progress/completion';
import { doneSign, limitSign, targetSign } from '../model/goal';
import { completionSources } from '../progress/sources';
import {
  sourceTitles,
  type Table,
  type TableCell,
  type TableColumn,
  textCell,
  valueCell,
  withSources
} from '../table/table';
import { periodLabel } from '../time/periodLabel';
import { formatNumber } from '../wording/format';
import { placeLabel } from '../wording/placeLabel';

/** One row an indicator, theme by theme as shown, then one row a task. */
export function profileTable(p: Profile): Table {
  const titles = ['主题', '指标或任务', '地区或单位', '数值', '时期', '在各地中', '变化', '来源', '说明'];
  const table = {
    columns: titles.map((title): TableColumn => ({ key: title, title, align: title === '数值' ? '右' : '左' })),
    rows: [...p.groups.flatMap((g) => g.rows).map((r) => indicatorRow(r)), ...p.tasks.map(taskRow)]
  };
  return { caption: p.verdict, ...(p.against === '' ? table : withDifferences(p, table)), notes: p.notes };
}

/** What figures are held against and how far they are from it, behind where they stand among the places. */
function withDifferences({ against, groups, tasks }: Profile, { columns, rows }: Pick<Table, 'columns' | 'rows'>) {
  const cells = [
    ...groups.flatMap((g) => g.rows).map(differenceCells),
    ...tasks.map(() => [textCell(''), textCell('')])
  ];
  const insert = <T>(list: readonly T[], more: readonly T[]) => [
    ...list.slice(0, BEFORE),
    ...more,
    ...list.slice(BEFORE)
  ];
  return {
    columns: insert<TableColumn>(columns, [
      { key: 'reference', title: against, align: '左' },
      { key: 'difference', title: `与${against}相差`, align: '右' }
    ]),
    rows: rows.map((row, at) => insert<TableCell>(row, cells[at]!))
  };
}

/** Columns before 变化. */
const BEFORE = 6;

function differenceCells({ held, unheld }: ProfileRow): TableCell[] {
  if (!held) return [textCell(''), textCell(unheld ?? '')];
  return [
    withSources(textCell(held.line.text), held.line.rows.length <= 1 ? heldSources(held) : []),
    valueCell(held.short, held.difference)
  ];
}

function indicatorRow(r: ProfileRow): TableCell[] {
  const { indicator, observation } = r;
  return [
    textCell(indicator.theme),
    textCell(indicator.name),
    textCell(placeLabel(observation.place)),
    { text: r.text, value: r.hasValue ? observation.value : null, sources: ownSources(r) },
    textCell(periodLabel(observation.period)),
    withSources(textCell(r.comparison || r.apart), r.comparison ? r.peers.flatMap(rowSources) : []),
    withSources(textCell(r.change), r.change ? r.statements.slice(0, 1).map((o) => citationOf(o)) : []),
    textCell(sourceTitles(r.witnesses)),
    textCell([...r.flags, ...r.stated].join('；'))
  ];
}

function taskRow(c: Completion): TableCell[] {
  const { done, target, row } = c;
  const amount = (title: string, value: number | null, qualifier: Qualifier) =>
    value === null ? [] : [`${title}${formatNumber(value, { qualifier, unit: row.unit })}`];
  const figures = [...amount('完成', done, doneSign(row)), ...amount('目标', target, targetSign(row) || limitSign(c))];
  return [
    textCell('任务'),
    textCell(c.programme.name),
    textCell(placeLabel(c.place)),
    { text: c.rateText || '—', value: c.rate, sources: completionSources(c) },
    textCell(periodLabel(row.period)),
    textCell(''),
    withSources(textCell(c.leadText), completionSources(c)),
    textCell(sourceTitles([row, ...c.witnesses])),
    textCell([`${c.light.shape}${c.light.word}`, figures.join('，')].filter(Boolean).join('；'))
  ];
}

/** Figures, rival values and stated changes of the indicators, then the tasks. */
export function profileSources(p: Profile): Citation[] {
  return [...p.groups.flatMap((g) => g.rows).flatMap(ownSources), ...p.tasks.flatMap(completionSources)];
}

/** Whether there are `profileSources`, without making them. */
export function hasSources({ groups, tasks }: Profile): boolean {
  return (
    tasks.length > 0 ||
    groups.some(({ rows }) => rows.some((r) => r.witnesses.length + r.conflicts.length + r.statements.length > 0))
  );
}

/** What one row states: its figure with all who say it, rival values, and the change, rank and share stated with it. */
export function ownSources(r: ProfileRow): Citation[] {
  return [
    ...r.witnesses.map((o) => citationOf(o)),
    ...r.conflicts.map((o) => citationOf(o, '另有此数，未采用')),
    ...r.statements.map((o) => citationOf(o)),
    ...(r.held && r.held.line.rows.length <= 1 ? heldSources(r.held) : [])
  ];
}
