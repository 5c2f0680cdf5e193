/** A line of the report cut into pieces, every number of it underlined by what became of it. */
import { allNumbers } from '../read/readReport';
import type { Card } from './cards';
import type { CardDecision } from './work';

/** `offered`: proposed and not decided; `free`: a number that nobody proposed. */
export type NumberState = CardDecision | 'offered' | 'free';

export interface LinePiece {
  readonly text: string;
  /** Absent for words. */
  readonly state?: NumberState;
  /** Id of the card; empty for a number without one. */
  readonly id?: string;
  readonly offset: number;
}

/** @param cards those of this line, in reading order */
export function piecesOf(
  text: string,
  plain: string,
  cards: readonly Card[],
  marks: Readonly<Record<string, CardDecision>>
): LinePiece[] {
  const spans = cards.map(({ id, fact }) => ({
    id,
    start: fact.offset,
    end: fact.offset + fact.written.length,
    state: (marks[id] ?? 'offered') as NumberState
  }));
  for (const { start, end } of allNumbers(plain)) {
    if (!spans.some((span) => span.start < end && start < span.end)) spans.push({ id: '', start, end, state: 'free' });
  }
  spans.sort((a, b) => a.start - b.start);
  const pieces: LinePiece[] = [];
  let at = 0;
  for (const { id, start, end, state } of spans) {
    if (start < at) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), offset: at });
    pieces.push({ text: text.slice(start, end), state, id, offset: start });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), offset: at });
  return pieces;
}

/** How many numbers stand in a text, facts or not. */
export function numberCount(plains: readonly string[]): number {
  return plains.reduce((sum, plain) => sum + allNumbers(plain).length, 0);
}
