/** By what the rows of 数据 may be ordered. */
export const OBSERVATION_SORTS = [
  'indicator',
  'place',
  'period',
  'measure',
  'value',
  'status',
  'source',
  'line'
] as const;

export const PROGRESS_SORTS = [
  'programme',
  'place',
  'period',
  'asOf',
  'target',
  'done',
  'rate',
  'status',
  'source',
  'line'
] as const;

/** A column of either table that orders its rows. */
export type RowSort = (typeof OBSERVATION_SORTS)[number] | (typeof PROGRESS_SORTS)[number];

export interface RowOrder {
  /** A column of the table; anything else = the order of the file. */
  readonly by: string;
  readonly descending: boolean;
}

export const FILE_ORDER: RowOrder = { by: '', descending: false };
