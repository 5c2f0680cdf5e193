/** A fact with the records it is of, and what is made of it for rows and remarks. */
import type { Decision, TableRow } from '../batch/batch';
import type { Origin, Remark } from '../batch/proposal';
import type { Period } from '../time/period';
import type { SheetFact } from './sheetFact';

/** A fact whose place and item are known records. */
export interface PlacedFact {
  readonly fact: SheetFact;
  readonly place: string;
  readonly id: string;
  readonly unit: string;
  readonly period: Period;
}

/** As the cells show it, at most 40 characters, which is what the table holds. */
export function written(shown: readonly string[]): string {
  const text = shown.join(' / ');
  return text.length > 40 ? '' : text;
}

export function originOf({ file, sheet, cell, shown, line }: SheetFact): Origin {
  return { file, sheet, cell: line === undefined ? cell : `第${line}行`, shown };
}

/** What a row of the tables says of where its figure stands: a cell of a sheet, or a line below a heading. */
export function placeInSource({ sheet, cell, line, section }: SheetFact): TableRow {
  return line === undefined ? { cell: `${sheet}!${cell}` } : { line: String(line), section: section ?? '' };
}

/** A fact that isn't taken, and why. */
export function rejection(fact: SheetFact, rule: string, why: string, todo: string): Remark {
  return { level: '未采用', origin: originOf(fact), rule, why, todo };
}

/** Adds a decision taken without a person, each question once. */
export function decider(decisions: Decision[]): (question: string, answer: string) => void {
  const decided = new Set<string>();
  return (question, answer) => {
    if (!decided.has(question)) decisions.push({ question, answer, automatic: true });
    decided.add(question);
  };
}
