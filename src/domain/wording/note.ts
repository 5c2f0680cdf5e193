/** A remark that travels with an answer: under the chart, in its table, on its slide and in its export, in the same words. */
export interface Note {
  /** 警示 is drawn with the accent bar; 说明 is plain. */
  readonly level: '警示' | '说明';
  readonly text: string;
  /** Written by a person: it stands on the slide too. */
  readonly byHand?: true;
}

/** Warnings before remarks, otherwise as they come. */
export function warningsFirst(notes: readonly Note[]): Note[] {
  return [...notes.filter((n) => n.level === '警示'), ...notes.filter((n) => n.level === '说明')];
}
