/** A database as the making of a pack asks it: questions in plain SQL, answers as text, a part at a time. */

export interface Engine {
  /** What stands after FROM: a table, or what reads one. */
  readonly from: string;
  /** A text as it is written in SQL. */
  literal(text: string): string;
  /** @throws SourceError where it can't be asked, or refuses */
  ask(sql: string): Promise<Answer>;
  /** Frees what was opened; never throws. */
  close(): Promise<void>;
}

export interface Answer {
  readonly columns: readonly Column[];
  /** Rows in parts, each cell as a table would have it, '' for NULL. Throws a SourceError where the answer isn't whole. */
  readonly parts: AsyncIterable<readonly Row[]>;
}

export interface Column {
  readonly name: string;
  /** Holds texts; else numbers or days. */
  readonly isText: boolean;
}

export type Row = readonly string[];

/** Why a source can't be read; the message is Chinese: a clause, and what to do. It never holds a password. */
export class SourceError extends Error {}

/** All rows of a short answer. */
export async function allRows(answer: Answer): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const part of answer.parts) rows.push(...part);
  return rows;
}
