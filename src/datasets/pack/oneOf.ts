import { DAMAGED, PackFault } from './fault';

/** @throws PackFault for what isn't in the list */
export function oneOf<T extends string>(list: readonly T[], value: unknown): T {
  const found = list.find((one) => one === value);
  if (found === undefined) throw new PackFault(DAMAGED);
  return found;
}
