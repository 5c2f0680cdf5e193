/** The filters of the rows with nothing asked. */

/** Conditions on single columns. */
export const NO_CONDITION = {
  value: '',
  target: '',
  done: '',
  rate: '',
  asOf: '',
  written: '',
  section: '',
  line: '',
  note: ''
} as const;

export const NO_FILTER = {
  search: '',
  theme: '',
  indicator: '',
  programme: '',
  place: '',
  period: '',
  measure: '',
  status: '',
  source: '',
  ...NO_CONDITION
} as const;
