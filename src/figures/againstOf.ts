import type { Views } from '../domain/address/views';
import type { ChangeAgainst } from '../domain/trend/changeKind';

/** What the figures of a view are held against. */
export function againstOf({ against, baseYear }: Pick<Views['periods'], 'against' | 'baseYear'>): ChangeAgainst {
  return { base: against, ...(baseYear ? { baseYear } : {}) };
}
