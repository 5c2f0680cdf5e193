/**
 * What a slide may have beside its address, title, notes and time. A part that isn't there says nothing: decks that were
 * kept or written before there was one read as they did.
 */
import { cutText, wellFormed } from '../wording/cutText';
import { type Callout, readCallouts } from './callout';
import { WORD_KINDS, type WordKind } from './deckLimits';
import { type Frozen, readFrozen } from './frozen';
import { type Ink, readInk } from './ink';
import { readRowChoice, type RowChoice } from './rowChoice';

/** What the kinds are called in the editor. */
export const WORD_KIND_NAMES: Readonly<Record<WordKind, string>> = {
  title: '标题片',
  agenda: '目录',
  section: '章节',
  text: '文字',
  closing: '结束片'
};

/** Longest text of a slide in UTF-16 units; longest time that may be planned for one, in seconds. */
export const PART_LIMITS = { text: 2000, planned: 36_000 } as const;

export interface SlideParts {
  /** A slide of words: then it has no address. Absent for one that shows a figure. */
  readonly kind?: WordKind;
  /** What stands on a slide of words, lines apart by `\n`; a number of the data as `liveText` writes it. */
  readonly text?: string;
  /** Seconds that the presenter means to speak to it. */
  readonly planned?: number;
  /** Address of a second figure, which stands to the right of the first. */
  readonly beside?: string;
  /** Which rows of its figure it shows, and in which order; absent for all as they come. */
  readonly rows?: RowChoice;
  /** Which rows of the data it shows, whatever has become of them; absent for one that follows the data. */
  readonly frozen?: Frozen;
  /** What was drawn over it and kept; absent for nothing. */
  readonly ink?: readonly Ink[];
  /** Short remarks at numbers of its figure; absent for none. */
  readonly callouts?: readonly Callout[];
}

/** Whole seconds from 1. */
function isPlanned(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= PART_LIMITS.planned;
}

/**
 * The parts of a value from a file or a storage: what is none, or says nothing, is left out, what is too long cut.
 * @param remark told of what was left out or cut, one sentence each
 */
export function readParts(
  value: Readonly<Record<string, unknown>>,
  remark: (text: string) => void = ignore
): SlideParts {
  const kind = WORD_KINDS.find((known) => known === value.kind);
  if (value.kind !== undefined && !kind) remark('种类读不懂，已当作图。');
  return {
    ...(kind ? { kind } : {}),
    ...(kind ? textOf(value.text, remark) : {}),
    ...plannedOf(value.planned, remark),
    ...(kind ? {} : besideOf(value.beside, remark)),
    ...(kind ? {} : rowsOf(value.rows, remark)),
    ...frozenOf(value.frozen, remark),
    ...inkOf(value.ink, remark),
    ...(kind ? {} : calloutsOf(value.callouts, remark))
  };
}

function textOf(value: unknown, remark: (text: string) => void): SlideParts {
  if (value === undefined || value === '') return {};
  if (typeof value !== 'string') {
    remark('正文不是文字，已留空。');
    return {};
  }
  const text = cutText(wellFormed(value), PART_LIMITS.text);
  if (value.length > PART_LIMITS.text) remark(`正文超过${PART_LIMITS.text}字，后面的没有导入。`);
  return { text };
}

function plannedOf(value: unknown, remark: (text: string) => void): SlideParts {
  if (value === undefined || value === 0) return {};
  if (isPlanned(value)) return { planned: value };
  remark(`计划时间不是1到${PART_LIMITS.planned}的整数（秒），已去掉。`);
  return {};
}

function besideOf(value: unknown, remark: (text: string) => void): SlideParts {
  if (value === undefined || value === '') return {};
  if (typeof value === 'string' && value.startsWith('/')) return { beside: wellFormed(value) };
  remark('第二张图（beside）不是看板的地址，已去掉。');
  return {};
}

function frozenOf(value: unknown, remark: (text: string) => void): SlideParts {
  if (value === undefined) return {};
  const frozen = readFrozen(value);
  if (frozen) return { frozen };
  remark('冻结的记录（frozen）读不懂，这张跟着数据变。');
  return {};
}

function inkOf(value: unknown, remark: (text: string) => void): SlideParts {
  if (value === undefined) return {};
  const ink = readInk(value);
  if (ink) return { ink };
  remark('保留的笔迹（ink）读不懂，已去掉。');
  return {};
}

function calloutsOf(value: unknown, remark: (text: string) => void): SlideParts {
  const callouts = value === undefined ? undefined : readCallouts(value, remark);
  return callouts ? { callouts } : {};
}

function rowsOf(value: unknown, remark: (text: string) => void): SlideParts {
  if (value === undefined) return {};
  const rows = readRowChoice(value);
  if (rows) return { rows };
  remark('行的选择（rows）读不懂，已改为全部。');
  return {};
}

function ignore(): void {}

/** Planned seconds of all slides together; 0 where none has any. */
export function plannedInAll(slides: readonly SlideParts[]): number {
  return slides.reduce((sum, { planned = 0 }) => sum + planned, 0);
}
