/**
 * What a reader must be told about one completion figure.
 */
import type { Completion } from './completion';
import { doneSign } from '../model/goal';
import { leadBasis } from './leadText';
import { isBound } from '../model/records';
import { fewNames } from '../wording/fewNames';
import { formatNumber, isRateUnit } from '../wording/format';
import type { Note } from '../wording/note';
import { withoutFullStop } from '../wording/withoutFullStop';

type Figures = Omit<Completion, 'notes'>;

/** Everything about one figure; each sentence stands alone without place and programme. */
export function completionNotes(c: Figures): Note[] {
  return [...ownNotes(c), ...witnessNotes(c), ...methodNotes(c), ...scheduleNotes([c])];
}

/** What is true of this figure only, warnings first. */
export function ownNotes(c: Figures): Note[] {
  const { row } = c;
  const notes: Note[] = [];
  const add = (level: Note['level'], text: string) => notes.push({ level, text });
  if (c.differs) {
    const computed = formatNumber(c.computed!, { decimals: 2, unit: '%' });
    add('警示', `原文完成率${c.rateText}，按完成数÷目标算是${computed}，两者不一致。`);
  }
  if (row.status === '存疑') add('警示', `原文数字存疑${row.note ? `：${withoutFullStop(row.note)}` : ''}。`);
  if (row.status === '预计') add('说明', '是预计数。');
  if (!c.plan && doneSign(row) === '≈') add('说明', '是约数。');
  if (!c.plan && isBound(doneSign(row))) add('说明', '是界限而非确数。');
  return notes;
}

/** Which other reports say the same. */
export function witnessNotes(c: Figures): Note[] {
  if (c.witnesses.length === 0) return [];
  return [{ level: '说明', text: `另有${c.witnesses.map((w) => `《${w.source.title}》`).join('、')}写同样的数。` }];
}

/** How the figure was made, in words that may be said once for many figures. */
export function methodNotes(c: Figures): Note[] {
  const notes: Note[] = [];
  if (c.impliedTarget !== null) notes.push({ level: '说明', text: '标“推算”的目标是完成数÷完成率，原文没有写。' });
  const basis = c.plan ? null : leadBasis(c);
  if (basis === '控制数' && c.gap !== null) {
    notes.push({ level: '说明', text: '控制类任务不看序时：比率是实际数占控制数的百分比，不超过控制数为好。' });
  }
  if (basis === '用量' && c.lead !== null) {
    notes.push({
      level: '说明',
      text: '按量累计的控制类任务：比率是已用去控制数的百分比，与序时比，用得不超过序时为好。'
    });
  }
  if (basis === '序时' && c.computed !== null && isRateUnit(c.row.unit)) {
    notes.push({ level: '说明', text: '目标是比率的，完成率为实际值÷目标值，序时只作参照。' });
  }
  return notes;
}

/** Whose 序时 goes by a schedule: each that says why, the others in one sentence however many they are. */
export function scheduleNotes(rows: readonly Pick<Completion, 'clock' | 'programme'>[]): Note[] {
  const scheduled = new Set(rows.filter((c) => c.clock?.by === '进度安排').map((c) => c.programme));
  const scheduleNote = (names: string, why = ''): Note => ({
    level: '说明',
    text: `${names}的序时按进度安排算，不按天数平均${why && `：${withoutFullStop(why)}`}。`
  });
  const plain = [...scheduled].filter(({ note }) => note === '').map(({ name }) => name);
  return [
    ...[...scheduled].filter(({ note }) => note !== '').map(({ name, note }) => scheduleNote(name, note)),
    ...(plain.length > 0 ? [scheduleNote(fewNames(plain, '项任务'))] : [])
  ];
}
