import { type Fields, isFields } from '../../domain/model/fields';
import { DAMAGED, PackFault } from './fault';

/** @throws PackFault for what has no fields */
export function objectOf(value: unknown): Fields {
  if (!isFields(value)) throw new PackFault(DAMAGED);
  return value;
}
