import { PackFault } from './fault';

/** @throws PackFault for what counts nothing */
export function wholeNumber(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new PackFault('目录里有不是整数的数');
}
