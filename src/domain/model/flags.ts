/** What is said of a figure besides its status: several may hold at once. */
import type { Observation } from './records';

/**
 * The closed list, in order of precedence: in this order they are shown, and where a figure can have one mark only it
 * is that of the first. 口径调整: from this period on it is counted in another way. 修订: replaces a figure given before.
 * 初步, 估算: will be replaced. 小数隐藏: the number is withheld, since so few people could be recognised.
 */
export const FLAGS = ['口径调整', '修订', '初步', '估算', '小数隐藏'] as const;

export type Flag = (typeof FLAGS)[number];

/** The flags of a cell such as `初步;口径调整`, by precedence, each once; what isn't in the list is passed over. */
export function parseFlags(text: string): Flag[] {
  if (text === '') return [];
  const written = text.split(/[;；]/).map((part) => part.trim());
  return FLAGS.filter((flag) => written.includes(flag));
}

/** Flags of an observation; what is no flag is left out. */
export function flagsOf({ flags }: Pick<Observation, 'flags'>): Flag[] {
  return flags ? parseFlags(flags) : [];
}

/** Whether an observation carries the flag. */
export function hasFlag(observation: Pick<Observation, 'flags'>, flag: Flag): boolean {
  return flagsOf(observation).includes(flag);
}

/** Which of two figures for one fact says more: revised before plain before preliminary before estimated; negative for `a`. */
export function compareFlags(a: Pick<Observation, 'flags'>, b: Pick<Observation, 'flags'>): number {
  return standing(a) - standing(b);
}

function standing(observation: Pick<Observation, 'flags'>): number {
  if (!observation.flags) return 1;
  const flags = flagsOf(observation);
  if (flags.includes('估算')) return 3;
  if (flags.includes('初步')) return 2;
  return flags.includes('修订') ? 0 : 1;
}
