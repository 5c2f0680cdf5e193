/** The words of 名次表: its finding, the line under it, what a reader must be told. */
import type { RankList, RankRow } from './answer';
import { periodLabel } from '../time/periodLabel';
import { CHANGE_BASE_RULES, CHANGE_BASE_WORDS } from '../trend/changeBase';
import { formatNumber } from '../wording/format';
import type { Note } from '../wording/note';
import { placeLabel } from '../wording/placeLabel';

type Told = Pick<RankList, 'comparison' | 'against' | 'before' | 'rows'>;

/** `比上年同期`; with the period where all share one: `比上年同期（2019年）`. */
export function againstWords({ against, before }: Pick<Told, 'against' | 'before'>): string {
  return `${CHANGE_BASE_WORDS[against.base]}${before ? `（${periodLabel(before)}）` : ''}`;
}

/** The finding of the comparison; of the own place its change too. */
export function rankVerdict({ comparison, against, rows }: Told): string {
  const own = rows.find(({ row }) => row.isFocus)?.change;
  if (!own) return comparison.verdict;
  const judgement = own.judgement === '好转' || own.judgement === '变差' ? `（${own.judgement}）` : '';
  return `${comparison.verdict}；${CHANGE_BASE_WORDS[against.base]}${own.text}${judgement}`;
}

/** That of the comparison, and how many changed which way. */
export function rankSubtitle(told: Told): string {
  const counts = countsText(told.rows);
  return [told.comparison.subtitle, counts && `${againstWords(told)}：${counts}`].filter(Boolean).join(' · ');
}

/** `好转80个、变差50个、持平4个`; of what is neither good nor bad `上升…、下降…`; empty without a change. */
function countsText(rows: readonly RankRow[]): string {
  const counts = new Map<string, number>();
  for (const { change } of rows) {
    if (!change) continue;
    const word = change.judgement === '不评价' ? (change.value > 0 ? '上升' : '下降') : change.judgement;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return ['好转', '上升', '变差', '下降', '持平']
    .flatMap((word) => (counts.has(word) ? [`${word}${formatNumber(counts.get(word)!)}个`] : []))
    .join('、');
}

/** Notes of the comparison, and how changes are taken, who has none and why. */
export function rankNotes({ comparison, against, rows }: Told): Note[] {
  const without = rows.filter(({ change }) => !change).length;
  const note = (text: string): Note => ({ level: '说明', text });
  return [
    ...comparison.notes,
    ...(comparison.perHead
      ? [note('按人口折算的数不算变化，也没有走势。')]
      : [
          note(CHANGE_BASE_RULES[against.base]),
          ...(without > 0 ? [note(`${formatNumber(without)}个地区没有变化可算，原因写在数据表的说明里。`)] : [])
        ]),
    ...(rows.some(({ segments }) => segments.length > 0)
      ? [note('走势是到这一期为止同样长短的最近几期，最多12期；每行的高低各按自己的数定，只看走向，各行之间不比。')]
      : [])
  ];
}

/** A change in full, or why there is none: `比2019年上升2个百分点（好转）`. */
export function changeText({ change, unchanged }: RankRow): string {
  if (!change) return unchanged;
  const judgement = change.judgement === '好转' || change.judgement === '变差' ? `（${change.judgement}）` : '';
  return `比${periodLabel(change.before.period)}${change.text}${judgement}`;
}

/** The last figures of a place in words, oldest first. */
export function courseText({ row, segments }: RankRow): string {
  const points = segments.flatMap((segment) => [...segment]);
  const said = points.map(({ period, text }) => `${periodLabel(period)}${text}`).join('、');
  return `${placeLabel(row.place)}近${points.length}期：${said}`;
}
