/** Invented data: it says so wherever it is shown, and is never mixed with real data. */

/** Stands on every screen, slide and file of an invented dataset. */
export const FICTIONAL_MARK = '示例（虚构）';

export const FICTIONAL_NOTE = '示例数据，地名、机构和数字全部虚构，不能引用。';

interface Marked {
  readonly fictional: boolean;
}

/** A name (of a file, a deck, a list) with the mark before it where the dataset is invented; once only. */
export function markedName({ fictional }: Marked, name: string): string {
  return fictional && !name.startsWith(FICTIONAL_MARK) ? `${FICTIONAL_MARK}${name}` : name;
}

/**
 * Whether rows of the one may be added to the other: invented ones only to invented ones, real ones only to real ones.
 * Every door by which data comes in asks this first.
 */
export function canMix(one: Marked, other: Marked): boolean {
  return one.fictional === other.fictional;
}

/** Why `incoming` can't be added to `present`, one Chinese sentence; empty where it can. */
export function mixFault(present: Marked, incoming: Marked): string {
  if (canMix(present, incoming)) return '';
  return incoming.fictional
    ? '要并入的是示例（虚构）数据，不能并入真实数据；请先切换到示例数据。'
    : '现在打开的是示例（虚构）数据，真实数据不能并进来；请先切换到自己的数据。';
}

/** The same of a text, which is invented where it says so; one that doesn't say it is asked about (`isUnmarked`). */
export function textMixFault(present: Marked, text: string): string {
  return text.includes(FICTIONAL_MARK) ? mixFault(present, { fictional: true }) : '';
}

/** Whether something that doesn't say what it is comes into invented data: it looks real, and a person has to say. */
export function isUnmarked(present: Marked, says: boolean | null): boolean {
  return present.fictional && says === null;
}
