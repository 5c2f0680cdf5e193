/** The tables of a dataset, those that others point at first. */
export const TABLE_NAMES = [
  'sources',
  'places',
  'indicators',
  'observations',
  'programmes',
  'progress',
  'relations',
  'annotations'
] as const;

export type TableName = (typeof TABLE_NAMES)[number];
