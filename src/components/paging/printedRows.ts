import { h, onBeforeUnmount, onMounted, render, type Ref, type VNode } from 'vue';

/** What a table of many rows looks like on paper. */
export interface PrintedTable {
  readonly label: string;
  /** Class of the table: widths of its columns. */
  readonly kind: string;
  readonly columns: readonly { readonly key: string; readonly title: string; readonly number?: boolean }[];
  /** 0: nothing is written. */
  readonly count: number;
  /** Texts of a row, 0-based, one a column. */
  readonly texts: (row: number) => readonly string[];
}

/** More rows take hundreds of sheets: a file serves better. */
export const MOST_PRINTED_ROWS = 3000;

/** Writes all rows of a table into `host` for as long as it is printed, since the screen holds only those in sight. */
export function usePaperRows(host: Ref<HTMLElement | undefined>, table: () => PrintedTable): void {
  useOnPaper(host, () => {
    const { label, kind, columns, count, texts } = table();
    if (count === 0) return null;
    const rows = Array.from({ length: Math.min(count, MOST_PRINTED_ROWS) }, (_, row) =>
      h(
        'tr',
        texts(row).map((text, at) => h('td', { class: { 'table-number': columns[at]!.number } }, text))
      )
    );
    const more = count > MOST_PRINTED_ROWS ? [h('p', `只印前${MOST_PRINTED_ROWS}行，共${count}行；全部请导出。`)] : [];
    const head = h('thead', [
      h(
        'tr',
        columns.map(({ key, title, number }) =>
          h('th', { scope: 'col', class: [`row-column--${key}`, { 'table-number': number }] }, title)
        )
      )
    ]);
    return h('div', [h('table', { class: kind, 'aria-label': label }, [head, h('tbody', rows)]), ...more]);
  });
}

/**
 * Fills `host` for as long as the page is printed; null leaves it empty. Drawn at once and not through state: the page
 * is laid out for paper before Vue would get to it.
 */
export function useOnPaper(host: Ref<HTMLElement | undefined>, content: () => VNode | null): void {
  function write(): void {
    if (host.value) render(content(), host.value);
  }
  function clear(): void {
    if (host.value) render(null, host.value);
  }
  onMounted(() => {
    window.addEventListener('beforeprint', write);
    window.addEventListener('afterprint', clear);
  });
  onBeforeUnmount(() => {
    window.removeEventListener('beforeprint', write);
    window.removeEventListener('afterprint', clear);
  });
}
