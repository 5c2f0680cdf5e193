/**
 * How any part of a screen, however deep, shows where a number stands: it asks, the root has the one dialog.
 * Handed down by injection, since each chart, table and list would otherwise pass the same event on.
 */
import { inject, type InjectionKey } from 'vue';
import type { Citation } from '../../domain/evidence/citation';
import type { RowField } from '../../domain/rows/rowFields';

/** Shows the dialog with lines of reports; `fields` are all that the row of a table says, where there is one. */
export type OpenSource = (lines: readonly Citation[], fields?: readonly RowField[]) => void;

export const OPEN_SOURCE: InjectionKey<OpenSource> = Symbol('open source');

/** The way to the dialog; does nothing where a root doesn't provide it. */
export function useOpenSource(): OpenSource {
  return inject(OPEN_SOURCE, () => undefined);
}
