/**
 * The table twin of a profile, and where its figures stand.
 */
import { lineOf, rowSources, type SourceLine } from '../evidence/citation';
import type { Observation, Qualifier } from '../model/records';
import type { Profile } from './profile';
import type { ProfileRow } from './row';
import type { Completion } from '../progress/completion';
import { doneSign, limitSign, targetSign } from '../model/goal';
import { completionSources } from '../progress/sources';
import type { Table, TableCell } from '../table/table';
import { periodLabel } from '../time/periodLabel';
import { formatNumber } from '../wording/format';
import { placeLabel } from '../wording/placeLabel';

/** One row an indicator, theme by theme as shown, then one row a task. */
export function profileTable(p: Profile): Table {
  const titles = ['主题', '指标或任务', '地区或单位', '数值', '时期', '在各地中', '变化', '来源', '说明'];
  return {
    caption: p.verdict,
    columns: titles.map((title) => ({ key: title, title, align: title === '数值' ? '右' : '左' })),
    rows: [...p.groups.flatMap((g) => g.rows).map((r) => indicatorRow(r)), ...p.tasks.map(taskRow)],
    notes: p.notes
  };
}

function indicatorRow(r: ProfileRow): TableCell[] {
  const { indicator, observation } = r;
  return [
    words(indicator.theme),
    words(indicator.name),
    words(placeLabel(observation.place)),
    { text: r.text, value: r.hasValue ? observation.value : null, sources: ownSources(r) },
    words(periodLabel(observation.period)),
    stands(words(r.comparison || r.apart), r.comparison ? r.peers.flatMap(rowSources) : []),
    stands(words(r.change), r.change ? r.statements.slice(0, 1).map((o) => lineOf(o)) : []),
    words(titles(r.witnesses)),
    words([...r.flags, ...r.stated].join('；'))
  ];
}

function taskRow(c: Completion): TableCell[] {
  const { done, target, row } = c;
  const amount = (title: string, value: number | null, qualifier: Qualifier) =>
    value === null ? [] : [`${title}${formatNumber(value, { qualifier, unit: row.unit })}`];
  const figures = [...amount('完成', done, doneSign(row)), ...amount('目标', target, targetSign(row) || limitSign(c))];
  return [
    words('任务'),
    words(c.programme.name),
    words(placeLabel(c.place)),
    { text: c.rateText || '—', value: c.rate, sources: completionSources(c) },
    words(periodLabel(row.period)),
    words(''),
    stands(words(c.leadText), completionSources(c)),
    words(titles([row, ...c.witnesses])),
    words([`${c.light.shape}${c.light.word}`, figures.join('，')].filter(Boolean).join('；'))
  ];
}

/** Figures, rival values and stated changes of the indicators, then the tasks. */
export function profileSources(p: Profile): SourceLine[] {
  return [...p.groups.flatMap((g) => g.rows).flatMap(ownSources), ...p.tasks.flatMap(completionSources)];
}

/** What one row states: its figure with all who say it, rival values, and the change, rank and share stated with it. */
export function ownSources(r: ProfileRow): SourceLine[] {
  return [
    ...r.witnesses.map((o) => lineOf(o)),
    ...r.conflicts.map((o) => lineOf(o, '另有此数，未采用')),
    ...r.statements.map((o) => lineOf(o))
  ];
}

function titles(list: readonly Pick<Observation, 'source'>[]): string {
  return [...new Set(list.map(({ source }) => `${source.title}（${source.grade}级）`))].join('；');
}

function stands(cell: TableCell, sources: readonly SourceLine[]): TableCell {
  return cell.text === '' || sources.length === 0 ? cell : { ...cell, sources };
}

function words(text: string): TableCell {
  return { text, value: null };
}
