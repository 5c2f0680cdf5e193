import type { Citation } from '../evidence/citation';
import type { Source } from '../model/records';
import type { Note } from '../wording/note';
import type { Table } from './table';

/** What every figure says beside its drawing, whatever it draws. */
export interface FigureText {
  /** Its finding, which is its name. */
  readonly verdict: string;
  readonly subtitle: string;
  readonly notes: readonly Note[];
  readonly sources: readonly Source[];
  /** Day, ISO; empty where there is none. */
  readonly cutoff: string;
  readonly table: Table;
  readonly citations: readonly Citation[];
  /** Whether it has any citation, where that is known without making them; absent: they say. */
  readonly isCited?: boolean;
}
