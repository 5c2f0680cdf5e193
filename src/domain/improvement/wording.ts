import type { Improvement } from './answer';
import type { Place } from '../model/records';
import { periodLabel } from '../time/periodLabel';
import { CHANGE_BASE_RULES, CHANGE_BASE_WORDS } from '../trend/changeBase';
import { unitOf } from '../trend/changeKind';
import { changeKindOf } from '../trend/changeRow';
import type { Note } from '../wording/note';
import { placeLabel } from '../wording/placeLabel';
import { placeNoun } from '../wording/words';

type Told = Pick<Improvement, 'indicator' | 'against' | 'period' | 'before' | 'rows' | 'without'> & {
  readonly focus: Place | null;
};

/** One sentence without a full stop: who improved most; with a focus place where it stands. */
export function improvementVerdict({ indicator, against, period, before, rows, focus }: Told): string {
  const word = CHANGE_BASE_WORDS[against.base];
  const what = `${period ? periodLabel(period) : ''}${indicator.name}`;
  if (indicator.better === '不评价') return `${what}不分好坏，没有进步榜`;
  if (rows.length === 0) return `${what}没有可以${word}的地区`;
  const noun = placeNoun(rows.map((row) => row.place));
  const than = `${word}${before ? `（${periodLabel(before)}）` : ''}`;
  const own = rows.find((row) => row.place === focus);
  if (own) {
    const rank =
      own.rank && own.rank.gained !== 0
        ? `，名次${own.rank.gained > 0 ? '升' : '降'}${Math.abs(own.rank.gained)}位`
        : '';
    return `${placeLabel(own.place)}${what}${than}${own.text}，${rows.length}个${noun}中进步第${own.order}${rank}`;
  }
  const [first] = rows;
  const better = rows.filter((row) => row.judgement === '好转').length;
  if (better === 0) return `${what}${than}，${rows.length}个${noun}都没有好转`;
  const tied = rows.filter((row) => row.order === 1).length;
  const who = tied > 1 ? `${placeLabel(first!.place)}等${tied}个并列` : placeLabel(first!.place);
  return `${what}${than}，${rows.length}个${noun}中${better}个好转，${who}进步最大（${first!.text}）`;
}

/** What is compared, the unit, which way is better, and how many places have both figures. */
export function improvementSubtitle({ indicator, against, rows }: Told): string {
  return [
    `${CHANGE_BASE_WORDS[against.base]}的变化`,
    `单位：${unitOf(changeKindOf(indicator))}`,
    indicator.better === '不评价' ? '' : `越${indicator.better}越好，进步大的在前`,
    `${rows.length}个地区两期都有数`
  ]
    .filter(Boolean)
    .join(' · ');
}

/** How changes and ranks are taken, and who has none. */
export function improvementNotes({ against, rows, without }: Told): Note[] {
  const notes: Note[] = [{ level: '说明', text: CHANGE_BASE_RULES[against.base] }];
  if (rows.some(({ rank }) => rank !== null)) {
    notes.push({
      level: '说明',
      text: '名次只在两期都有数的地区里排。“自己的变化”是别处都不动、只换它自己的数会升降几位，其余是别处的变化带来的，两者相加就是名次的变化；见数据表。'
    });
  }
  if (rows.some(({ rank }) => rank === null))
    notes.push({ level: '说明', text: '上级地区不与所辖地区一起排名，只列变化。' });
  if (without.length > 0) notes.push({ level: '说明', text: `${without.length}个地区缺其中一期，另列在下面。` });
  return notes;
}
