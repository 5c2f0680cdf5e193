/** A remark that travels with an answer: under the chart, in its table, on its slide and in its export, in the same words. */
export interface Note {
  /** 警示 is drawn with the accent bar; 说明 is plain. */
  readonly level: '警示' | '说明';
  readonly text: string;
}
