/** The words of a gap that is split into its units. */
import type { Contribution, GapContribution, GapKind } from './answer';
import { countsText, restNotes } from './wording';
import type { Completion } from '../progress/completion';
import { periodLabel } from '../time/periodLabel';
import { type Note, warningsFirst } from '../wording/note';
import { placeLabel } from '../wording/placeLabel';

type Told = Omit<GapContribution, 'verdict' | 'subtitle' | 'notes' | 'sources' | 'cutoff'>;

/** What the two ends are called. */
export function gapWords(kind: GapKind, isLimit: boolean): Contribution['heads'] {
  if (kind === 'target') return { before: isLimit ? '控制数' : '目标', now: isLimit ? '已用' : '完成' };
  return { before: isLimit ? '序时可用' : '序时应完成', now: isLimit ? '已用' : '完成' };
}

/** `拟州市2024年宫颈癌筛查完成35,200人，比序时应完成少1,204人：12个地区中5个超前、7个落后，落后最多的是例川县（−520）`. */
export function gapVerdict({ place, programme, period, kind, isLimit, unit, heads, whole, shares }: Told): string {
  const { value, now, text } = whole!;
  const gap =
    value === 0 ? `与${heads.before}相等` : `比${heads.before}${value > 0 ? '多' : '少'}${text.slice(1)}${unit}`;
  const words = isLimit
    ? (['多用', '少用'] as const)
    : kind === 'target'
      ? (['超出', '还差'] as const)
      : (['超前', '落后'] as const);
  const time = period ? periodLabel(period) : '';
  return `${placeLabel(place)}${time}${programme.name}${heads.now}${now}，${gap}：${countsText(shares, words)}`;
}

/** From what to what, and the unit. */
export function gapSubtitle({ heads, unit }: Told): string {
  return `从${heads.before}到${heads.now} · 各单位多做少做了多少 · 单位：${unit}`;
}

/** @param used the tasks that it rests on */
export function gapNotes(told: Told, used: readonly Completion[]): Note[] {
  const { place, kind, heads } = told;
  const due = kind === 'clock' ? '目标×序时（按各自的截止日和进度安排）' : heads.before;
  const notes: Note[] = [
    {
      level: '说明',
      text: `各单位的一条是${heads.now}数减${heads.before}数，${heads.before}＝${due}，相加就是合起来的差距。`
    },
    ...restNotes(told, placeLabel(place))
  ];
  const days = new Set(used.map((c) => c.row.asOf));
  if (days.size > 1) notes.push({ level: '警示', text: '各单位的截止日不一，合起来的差距不是同一天的。' });
  if (used.some((c) => c.target === null))
    notes.push({ level: '说明', text: '有的目标原文没有写，由完成数÷完成率推算（单位画成空心条）。' });
  return warningsFirst(notes);
}
