/**
 * The words of a profile: its finding and its notes.
 */
import { lightLegend, type LightRule } from '../lights/rule';
import type { Place } from '../model/records';
import type { ProfileRow } from './row';
import { isJudged } from './standing';
import type { Completion } from '../progress/completion';
import { periodLabel } from '../time/periodLabel';
import { formatRounded, formatValue } from '../wording/format';
import { type Note, warningsFirst } from '../wording/note';
import { namingText, placeLabel } from '../wording/placeLabel';
import { placeNoun } from '../wording/words';
import { withoutFullStop } from '../wording/withoutFullStop';

/** With two places the first and the last are one comparison, not two ends of a field. */
const FIELD = 3;

/**
 * How much there is, how many tasks lag, and the best and the worst standing where a field of three allows it.
 * @param rule the one in force, for what it calls its worst light: 滞后, of a limit 超出
 * @param against what its figures come to against a reference, which then stands in the place of the ends
 */
export function profileVerdict(
  place: Place,
  rows: readonly ProfileRow[],
  tasks: readonly Completion[],
  board: string,
  rule: LightRule,
  against = ''
): string {
  if (rows.length === 0 && tasks.length === 0) return `${placeLabel(place)}没有数据`;
  if (rows.length === 0) return board;
  // A plan for later isn't a task under way: counted as one, the number would be another than on 任务完成.
  const plans = tasks.filter((c) => c.plan).length;
  const counts = [
    `${rows.length}项指标`,
    ...(tasks.length > plans ? [`${tasks.length - plans}项任务`] : []),
    ...(plans > 0 ? [`${plans}项计划`] : [])
  ];
  const amount = `${placeLabel(place)}有${counts.join('、')}`;
  return `${amount}${lagging(tasks, rule)}${against || ends(rows)}`;
}

/** `，2项滞后、1项超出`; where none is, `，亮灯的3项没有滞后、超出`. */
function lagging(tasks: readonly Completion[], rule: LightRule): string {
  const lit = tasks.filter((c) => c.light.level !== 'none');
  if (lit.length === 0) return '';
  const words = new Map<string, number>();
  for (const c of [...lit].sort((a, b) => Number(isLimit(a)) - Number(isLimit(b)))) {
    const limits = isLimit(c);
    const { word } = lightLegend(rule, { limits, targets: !limits })[0]!;
    words.set(word, (words.get(word) ?? 0) + Number(c.light.level === 'bad'));
  }
  const bad = [...words].filter(([, count]) => count > 0);
  if (bad.length > 0) return `，${bad.map(([word, count]) => `${count}项${word}`).join('、')}`;
  return `，亮灯的${lit.length}项没有${[...words.keys()].join('、')}`;
}

function isLimit({ goal }: Completion): boolean {
  return goal.direction === '控制';
}

function ends(rows: readonly ProfileRow[]): string {
  const judged = rows.filter((r) => r.standing && isJudged(r.indicator));
  const byField = [...judged]
    .sort((a, b) => b.standing!.of - a.standing!.of)
    .filter((r) => r.standing!.of >= FIELD && !r.standing!.tied);
  const best = byField.find((r) => r.standing!.rank === 1);
  const worst = byField.find((r) => r.standing!.rank === r.standing!.of);
  const parts = [
    ...(best ? [`${best.indicator.name}在${field(best)}中列第1`] : []),
    ...(worst ? [`${worst.indicator.name}在${field(worst)}中列末位`] : [])
  ];
  if (parts.length > 0) return `；${parts.join('，')}`;
  const first = judged.filter((r) => r.standing!.rank === 1).length;
  return judged.length > 0 ? `；可比好坏的${judged.length}项中${first}项列第1` : '';
}

function field(row: ProfileRow): string {
  return `${row.standing!.of}个${placeNoun(row.peers.map((p) => p.place))}`;
}

/** Who is meant, doubts, rival figures, how to read the ranks. Warnings first. */
export function profileNotes(place: Place, rows: readonly ProfileRow[], board: readonly Note[]): Note[] {
  const notes: Note[] = [...namingNotes(place), ...rows.flatMap(rowNotes)];
  if (rows.some((r) => r.standing)) {
    notes.push({ level: '说明', text: '名次在有可比数据的地区之间，各地时期可能不同，只宜看水平。' });
  }
  if (rows.some((r) => r.standing && !isJudged(r.indicator))) {
    notes.push({
      level: '说明',
      text: '总量和不评价高低的指标只说多少、高低，不说好坏；总量受地区大小影响，未按人口折算。'
    });
  }
  if (rows.some((r) => r.segments.some((s) => s.some((p) => p.derived)))) {
    notes.push({ level: '说明', text: '空心点是推算的：由本期数和原文同比倒推上年数，原文没有写。' });
  }
  return warningsFirst([...notes, ...board]);
}

/** 未具名 and 推断 in plain words; nothing for a place that its report names. */
export function namingNotes(place: Place): Note[] {
  const text = namingText(place);
  return text ? [{ level: '说明', text }] : [];
}

function rowNotes({ indicator, observation, text, conflicts }: ProfileRow): Note[] {
  const what = `${indicator.name}（${periodLabel(observation.period)}）`;
  const notes: Note[] = [];
  if (observation.status === '存疑') {
    notes.push({
      level: '警示',
      text: `${what}${text}存疑${observation.note ? `：${withoutFullStop(observation.note)}` : ''}。`
    });
  }
  if (observation.status === '预计')
    notes.push({
      level: '说明',
      text: `${what}${formatRounded(observation.value!, indicator, observation.qualifier)}是预计数。`
    });
  const rivals = conflicts.map((o) => `${formatValue(o.value!, indicator, o.qualifier)}（《${o.source.title}》）`);
  if (rivals.length > 0) notes.push({ level: '警示', text: `${what}采用${text}，另有${rivals.join('、')}。` });
  return notes;
}
