/**
 * What must be said about single figures, in the same words wherever they are shown: doubt, forecasts, and later or
 * other reports that give another number. However many figures it concerns, the notes stay few.
 */
import { type Flag, FLAGS, hasFlag } from '../model/flags';
import type { Indicator, Observation } from '../model/records';
import { fewNames, groupedBy } from './fewNames';
import { formatValue } from './format';
import type { Note } from './note';
import { withoutFullStop } from './withoutFullStop';

/** More notes of one kind than this are counted instead. */
const MOST_NOTES = 3;

/** A figure as it is shown, and the observation that it rests on. */
export interface ShownFigure {
  /** Where and when: `甲县2020年`. */
  readonly where: string;
  /** `甲县的90%`: the figure as a note names it. */
  readonly name: string;
  readonly observation: Observation;
  readonly conflicts: readonly Observation[];
}

/** One warning a reason for doubt; beyond three reasons their number. */
export function doubtNotes(figures: readonly ShownFigure[]): Note[] {
  const doubtful = figures.filter((f) => f.observation.status === '存疑');
  const texts = groupedBy(doubtful, (f) => withoutFullStop(f.observation.note)).map(({ key, items }) => ({
    count: items.length,
    text: `${named(items)}存疑${key ? `：${key}` : ''}。`
  }));
  return folded(texts, (n) => `另有${n}个数存疑，理由见数据表。`);
}

/** One remark for all expected figures. */
export function forecastNotes(figures: readonly ShownFigure[]): Note[] {
  const expected = figures.filter((f) => f.observation.status === '预计');
  return expected.length > 0 ? [{ level: '说明', text: `${named(expected)}是预计数。` }] : [];
}

/** What each flag says of figures, by precedence. */
const FLAG_WORDS: Readonly<Record<Flag, string>> = {
  口径调整: '的口径有调整，与此前的数不可比',
  修订: '是修订后的数',
  初步: '是初步数，以后可能修订',
  估算: '是估算数',
  小数隐藏: '因人数太少没有公布'
};

/** One remark a flag for all its figures, in the order of precedence; 口径调整 and a small base are warnings. */
export function flagNotes(figures: readonly ShownFigure[]): Note[] {
  const small = figures.filter((f) => f.observation.smallBase !== undefined);
  const flags = FLAGS.flatMap((flag) => {
    const flagged = figures.filter((f) => hasFlag(f.observation, flag));
    if (flagged.length === 0) return [];
    return [{ level: flag === '口径调整' ? '警示' : '说明', text: `${named(flagged)}${FLAG_WORDS[flag]}。` } as const];
  });
  if (small.length === 0) return flags;
  const limit = small[0]!.observation.smallBase!;
  return [
    ...flags,
    { level: '警示', text: `${named(small)}：分母不足${limit}，差一两个人就变很多，高低和升降只作参考。` }
  ];
}

/** `甲县2020年有不同的数：采用96.25%（《甲报告》，A级），另有96.2%（《乙报告》，B级）。` */
export function conflictNotes(figures: readonly ShownFigure[], indicator: Indicator): Note[] {
  const described = (o: Observation) =>
    `${formatValue(o.value!, indicator, o.qualifier)}（《${o.source.title}》，${o.source.grade}级）`;
  const texts = figures
    .filter((f) => f.conflicts.length > 0)
    .map((f) => ({
      count: 1,
      text: `${f.where}有不同的数：采用${described(f.observation)}，另有${f.conflicts.map(described).join('、')}。`
    }));
  return folded(texts, (n) => `另有${n}处也有不同的数，见数据表和出处。`);
}

/** Warnings one by one up to three; of more the first two and how many things the others are about. */
export function folded(
  warnings: readonly { readonly count: number; readonly text: string }[],
  rest: (count: number) => string
): Note[] {
  const warn = (text: string): Note => ({ level: '警示', text });
  if (warnings.length <= MOST_NOTES) return warnings.map((w) => warn(w.text));
  const kept = MOST_NOTES - 1;
  const others = warnings.slice(kept).reduce((sum, w) => sum + w.count, 0);
  return [...warnings.slice(0, kept).map((w) => warn(w.text)), warn(rest(others))];
}

function named(figures: readonly ShownFigure[]): string {
  return fewNames(
    figures.map((f) => f.name),
    '个数'
  );
}
