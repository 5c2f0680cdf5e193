import type { TableCell } from '../../../src/domain/table/table';
import type { Figure } from '../../../src/figures/figure';

/** A figure of one table and nothing else. */
export function figureOf(titles: readonly string[], rows: readonly (readonly TableCell[])[], verdict = '标题'): Figure {
  const columns = titles.map((title, i) => ({ key: `c${i}`, title, align: '左' as const }));
  return {
    verdict,
    subtitle: '',
    notes: [],
    sources: [],
    cutoff: '',
    table: { caption: '', columns, rows, notes: [] },
    citations: [],
    reporters: [],
    absent: [],
    problems: [],
    spotlight: '',
    file: ['表', '', ''],
    body: { kind: 'table', columns: [] }
  };
}

export const words = (text: string): TableCell => ({ text, value: null });
