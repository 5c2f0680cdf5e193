import type { Scorecard, ScorecardQuery } from './answer';
import { heldCounts } from '../compare/heatAgainst';
import { periodLabel } from '../time/periodLabel';
import { CHANGE_BASE_RULES, CHANGE_BASE_WORDS } from '../trend/changeBase';
import type { Note } from '../wording/note';
import { placeLabel } from '../wording/placeLabel';

/** What the grounds of the cells mean where the indicators stand side by side. */
export function scorecardKey({ heat: { against } }: Pick<Scorecard, 'heat'>): string {
  const [grounds, order] =
    against === undefined
      ? ['底色按本列名次：蓝为好，橙为差；三个以上可比的才上色，不分好坏的不上色', '']
      : [`底色按与${against}比：蓝为更好，橙为更差，浅灰为相同；不判好坏的和没有${against}可比的不上色`, '按相差多少'];
  return `${grounds}；斜纹为无数据或不可比（如所列地区的上级）。点列名${order}排序，点数看出处。`;
}

/** How the largest changes are found, as it is printed. */
export const MOVES_RULE =
  '每项指标的变化除以本列各行变化大小的中位数，大的在前；一项指标只列一个，不分好坏的指标不列；有关注地区的只列它自己的。';

type Told = Pick<Scorecard, 'card' | 'within' | 'against' | 'columns' | 'rows' | 'moves'> &
  Pick<ScorecardQuery, 'by'> & {
    /** What figures are held against, `上级`; absent where they stand by rank. */
    readonly heldTo?: string;
  };

/**
 * `例川县2024年12月10项指标：2项好转、5项变差，1项居首、3项居末`; without a focus place how many cells are better and worse.
 */
export function cardVerdict(told: Told): string {
  const verdict = trendVerdict(told);
  if (told.heldTo === undefined || told.columns.length === 0) return verdict;
  const own = told.rows.filter(({ isFocus }) => isFocus);
  const counts = heldCounts(
    (own.length > 0 ? own : told.rows).flatMap(({ cells }) => cells),
    own.length > 0 ? '项' : '格'
  );
  return `${verdict}；${counts === '' ? `没有${told.heldTo}可比` : `与${told.heldTo}比${counts}`}`;
}

function trendVerdict({ within, against, columns, rows, by, heldTo }: Told): string {
  const time = periodLabel(within);
  const noun = by === 'units' ? '单位' : '地区';
  const [own] = rows.filter(({ isFocus }) => isFocus);
  const asked = own ? [own] : rows;
  const cells = asked.flatMap((row) => row.cells);
  const filled = cells.filter(({ value }) => value !== null).length;
  if (rows.length === 0 || columns.length === 0) return `${time}没有可列的指标`;
  if (filled === 0) return `${own ? placeLabel(own.place) : ''}${time}这些指标都没有数`;
  const count = (judgement: string) => cells.filter(({ change }) => change?.judgement === judgement).length;
  const [better, worse] = [count('好转'), count('变差')];
  const than = CHANGE_BASE_WORDS[against.base];
  const trends = better + worse === 0 ? '' : `${better}项好转、${worse}项变差`;
  if (!own) {
    const all = `${time}${rows.length}个${noun}的${columns.length}项指标`;
    return trends === '' ? `${all}，${filled}格有数` : `${all}，${than}${trends}`;
  }
  // Who shares the last place is last too; where all are alike nobody is first or last.
  const lastRanks = columns.map((_, at) => Math.max(0, ...rows.map((row) => row.cells[at]!.rank ?? 0)));
  const first = own.cells.filter(({ rank }, at) => rank === 1 && lastRanks[at]! > 1).length;
  const last = own.cells.filter(({ rank }, at) => rank !== null && rank > 1 && rank === lastRanks[at]).length;
  const ends =
    heldTo !== undefined
      ? ''
      : [first > 0 ? `${first}项居首` : '', last > 0 ? `${last}项居末` : ''].filter(Boolean).join('、');
  const parts = [trends && `${than}${trends}`, ends].filter(Boolean).join('，');
  return `${placeLabel(own.place)}${time}${filled}项指标${parts ? `：${parts}` : '有数'}`;
}

export function cardSubtitle({ card, columns, rows, by }: Told): string {
  return `${card.name} · ${columns.length}项指标 · ${rows.length}个${by === 'units' ? '单位' : '地区'}`;
}

/** What the marks mean, and which period the figures of a column are of where that isn't the time itself. */
export function cardNotes({ card, within, against, columns, rows }: Told): Note[] {
  const notes: Note[] = [
    {
      level: '说明',
      text: `▲▼是${CHANGE_BASE_WORDS[against.base]}${basesText(columns)}升降多少：率差多少个百分点，其余变了百分之几；口径调整的不比。${CHANGE_BASE_RULES[against.base]}`
    }
  ];
  const reasons = rows.flatMap((row) => row.cells.map(({ unchanged }) => unchanged)).filter(Boolean);
  if (reasons.length > 0)
    notes.push({ level: '说明', text: `${reasons.length}格有数没有▲▼：${reasonsText(reasons)}。` });
  const others = columns.filter(
    ({ period }) => period && period.text !== within.text && !(period.kind === '时点' && period.end === within.end)
  );
  if (others.length > 0) {
    const named = others.map(({ indicator, period }) => `${indicator.name}（${periodLabel(period!)}）`);
    notes.push({ level: '说明', text: `${named.join('、')}的数按各自的时期。` });
  }
  notes.push({ level: '说明', text: '名次和深浅只在同一项指标里比，指标之间不能互比；时期不同的数不列。' });
  if (card.note !== '') notes.push({ level: '说明', text: card.note });
  return notes;
}

/** The periods held against, where they are few: `（2024年11月）`. */
function basesText(columns: Told['columns']): string {
  const labels = new Set(columns.flatMap(({ before }) => (before ? [periodLabel(before)] : [])));
  return labels.size === 0 || labels.size > 2 ? '' : `（${[...labels].join('、')}）`;
}

/** The most frequent first, three at most. */
function reasonsText(reasons: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const all = [...counts].sort((a, b) => b[1] - a[1]);
  const named = all.slice(0, 3).map(([reason, count]) => `${reason}（${count}格）`);
  return `${named.join('、')}${all.length > named.length ? '等' : ''}`;
}
