import { isObject, type Json } from '../check/json';
import { DAMAGED, PackFault } from './fault';

/** @throws PackFault for what has no fields */
export function objectOf(value: unknown): Json {
  if (!isObject(value)) throw new PackFault(DAMAGED);
  return value;
}
