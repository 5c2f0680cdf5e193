import { computed, ref, watch } from 'vue';
import type { Place } from '../../domain/model/records';
import { formatNumber } from '../../domain/wording/format';
import { placeLabel } from '../../domain/wording/placeLabel';

/** So many rows or columns are shown whole; of more only a page at a time is in the document. */
const MANY = 60;
const PAGE_ROWS = 50;
const PAGE_COLUMNS = 40;

export interface GridPage {
  /** 1-based. */
  readonly page: number;
  readonly pages: number;
  /** 0-based, `to` not included. */
  readonly from: number;
  readonly to: number;
}

/** A page of `count` things; whole where there are 60 or fewer. A page beyond the last is the last. */
export function gridPage(count: number, size: number, page: number): GridPage {
  if (count <= MANY) return { page: 1, pages: 1, from: 0, to: count };
  const pages = Math.ceil(count / size);
  const at = Math.min(pages, Math.max(1, page));
  return { page: at, pages, from: (at - 1) * size, to: Math.min(count, at * size) };
}

/** The columns of a page, 0-based, after those kept in sight; a negative one stands for none. */
export function shownColumns({ from, to }: GridPage, kept: readonly number[]): number[] {
  const first = [...new Set(kept)].filter((at) => at >= 0 && (at < from || at >= to));
  return [...first, ...Array.from({ length: to - from }, (_, i) => from + i)];
}

/** `共982项，显示第1—50项`; the word counts. */
export function partText(count: number, word: string, { from, to }: GridPage): string {
  return `共${formatNumber(count)}${word}，显示第${formatNumber(from + 1)}—${formatNumber(to)}${word}`;
}

interface Grid {
  readonly rows: readonly unknown[];
  readonly places: readonly Place[];
  readonly focus: Place | null;
}

/** What of a table of indicators by places is in sight: pages of both; the reader's own place on every one. */
export function useGridPart(grid: () => Grid) {
  const rowPage = ref(1);
  const columnPage = ref(1);
  /** The column that was searched for, kept in sight until the next. */
  const found = ref(-1);
  watch(grid, () => {
    rowPage.value = 1;
    columnPage.value = 1;
    found.value = -1;
  });
  const rows = computed(() => gridPage(grid().rows.length, PAGE_ROWS, rowPage.value));
  const columns = computed(() => gridPage(grid().places.length, PAGE_COLUMNS, columnPage.value));
  const own = computed(() => grid().places.findIndex((place) => place.id === grid().focus?.id));
  const isFolded = computed(() => rows.value.pages > 1 || columns.value.pages > 1);
  return {
    rows,
    columns,
    isFolded,
    /** Numbers of the columns in sight, in the order of the screen. */
    shownColumns: computed(() => shownColumns(columns.value, [own.value, found.value])),
    turnRows: (page: number) => (rowPage.value = page),
    turnColumns: (page: number) => (columnPage.value = page),
    /** Brings the first place whose name has the text into sight; false where there is none. */
    find(text: string): boolean {
      const query = text.trim();
      const names = grid().places.map(placeLabel);
      const exact = names.indexOf(query);
      found.value = query === '' ? -1 : exact >= 0 ? exact : names.findIndex((name) => name.includes(query));
      if (found.value >= 0) columnPage.value = Math.floor(found.value / PAGE_COLUMNS) + 1;
      return query === '' || found.value >= 0;
    }
  };
}

export type GridPart = ReturnType<typeof useGridPart>;
