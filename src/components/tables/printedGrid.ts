import { h, type Ref } from 'vue';
import { useOnPaper } from '../paging/printedRows';

/** A table of indicators by places as it goes on paper. */
export interface PaperGrid {
  /** Class of the tables. */
  readonly kind: string;
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  /** 0-based. */
  readonly text: (row: number, column: number) => string;
  readonly cellClass: (row: number, column: number) => string;
}

/** As many columns as a wide page holds; the others follow in tables of their own. */
const PAGE_COLUMNS = 16;
/** More cells take hundreds of sheets: a file serves better. */
const MOST_CELLS = 20_000;

/** How many rows and columns go on paper: all up to 20,000 cells, then fewer columns, but always a page of them. */
export function paperSize(rows: number, columns: number): { readonly rows: number; readonly columns: number } {
  const printed = Math.min(columns, Math.max(PAGE_COLUMNS, Math.floor(MOST_CELLS / Math.max(1, rows))));
  return { rows: Math.min(rows, Math.floor(MOST_CELLS / Math.max(1, printed))), columns: printed };
}

/** Writes the whole table into `host` for as long as it is printed, since the screen holds a part; null: nothing. */
export function usePaperGrid(host: Ref<HTMLElement | undefined>, grid: () => PaperGrid | null): void {
  useOnPaper(host, () => {
    const paper = grid();
    if (!paper) return null;
    const { kind, columns, rows } = paper;
    const size = paperSize(rows.length, columns.length);
    const tables = Array.from({ length: Math.ceil(size.columns / PAGE_COLUMNS) }, (_, part) => {
      const first = part * PAGE_COLUMNS;
      const names = columns.slice(first, Math.min(size.columns, first + PAGE_COLUMNS));
      const head = ['指标', ...names].map((name) => h('th', { scope: 'col' }, name));
      const body = rows
        .slice(0, size.rows)
        .map((name, row) =>
          h('tr', [
            h('th', { scope: 'row' }, name),
            ...names.map((_name, i) => h('td', { class: paper.cellClass(row, first + i) }, paper.text(row, first + i)))
          ])
        );
      return h('table', { class: kind }, [h('thead', [h('tr', head)]), h('tbody', body)]);
    });
    const left = [
      ...(size.rows < rows.length ? [`前${size.rows}项指标，共${rows.length}项`] : []),
      ...(size.columns < columns.length ? [`前${size.columns}个地区，共${columns.length}个`] : [])
    ];
    return h('div', [...tables, ...(left.length > 0 ? [h('p', `只印${left.join('；')}；全部请导出。`)] : [])]);
  });
}
