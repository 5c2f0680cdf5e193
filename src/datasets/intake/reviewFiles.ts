/** What files propose, checked, held against what is there, and made into batches: one a file. */
import type { Batch, RowChange } from '../../domain/batch/batch';
import { changeSteps } from '../../domain/batch/chosen';
import { type BaseTables, type Choice, type ReviewedRow, reviewSteps } from '../../domain/batch/conflicts';
import { type NameBook, nameBook } from '../../domain/batch/names';
import type { ProposedRow, Remark } from '../../domain/batch/proposal';
import { finish, type Steps, STEP_ROWS } from '../../domain/steps/steps';
import { newBatch } from '../batch/newBatch';
import type { TextTables } from '../batch/textTables';
import { checkProposalSteps } from './checkProposal';
import type { FileProposal } from './intakeFile';

/** What the rows of all files are against what is there, and against each other. */
export interface FilesReview {
  readonly proposals: readonly FileProposal[];
  readonly base: BaseTables;
  /** In the order of the files. */
  readonly reviewed: readonly ReviewedRow[];
  /** Of the reading and of the rules. */
  readonly remarks: readonly Remark[];
  /** Rows that keep every rule. */
  readonly rows: readonly ProposedRow[];
  readonly names: NameBook;
}

/** Checks the rows and compares them; nothing is decided. */
export function reviewFiles(
  proposals: readonly FileProposal[],
  tables: Pick<TextTables, 'applied' | 'schemas'>
): FilesReview {
  return finish(reviewFilesSteps(proposals, tables));
}

/** The same in parts. */
export function* reviewFilesSteps(
  proposals: readonly FileProposal[],
  { applied, schemas }: Pick<TextTables, 'applied' | 'schemas'>
): Steps<FilesReview> {
  const base = applied.tables;
  const proposed = allRows(proposals);
  const { rows, remarks } = yield* checkProposalSteps(proposed, schemas, base);
  return {
    proposals,
    base,
    reviewed: yield* reviewSteps(base, rows),
    remarks: [...proposals.flatMap(({ proposal }) => proposal.remarks), ...remarks],
    rows,
    names: nameBook(base, rows)
  };
}

/** The list of the one file, which is the usual case, or those of all files in one. */
function allRows(proposals: readonly FileProposal[]): readonly ProposedRow[] {
  const lists = proposals.map(({ proposal }) => proposal.rows).filter((rows) => rows.length > 0);
  return lists.length === 1 ? lists[0]! : lists.reduce<ProposedRow[]>((all, rows) => all.concat(rows), []);
}

/** What a choice is where the person makes none. */
const KEPT: Choice = '保留原数';

/** What all of it changes, a row at most once. */
export function* reviewedChanges(
  reviewed: readonly ReviewedRow[],
  choices: ReadonlyMap<number, Choice>
): Steps<readonly RowChange[]> {
  const [all] = yield* changeSteps(
    reviewed,
    (index) => choices.get(index) ?? KEPT,
    () => ''
  );
  return all?.changes ?? [];
}

/**
 * A batch for each file that changes something, in the order of the files: each with its own name, decisions and
 * changes, so that one can be undone without the others.
 */
export function batchesOf(
  { proposals, reviewed }: Pick<FilesReview, 'proposals' | 'reviewed'>,
  choices: ReadonlyMap<number, Choice>,
  about: Pick<Batch, 'made' | 'base'>
): Batch[] {
  return finish(batchesSteps({ proposals, reviewed }, choices, about));
}

/** The same in parts. */
export function* batchesSteps(
  { proposals, reviewed }: Pick<FilesReview, 'proposals' | 'reviewed'>,
  choices: ReadonlyMap<number, Choice>,
  { made, base }: Pick<Batch, 'made' | 'base'>
): Steps<Batch[]> {
  const files = yield* filesOf(proposals, reviewed);
  const groups = yield* changeSteps(
    reviewed,
    (index) => choices.get(index) ?? KEPT,
    (index) => proposals[files[index]!]!
  );
  return groups.map(({ group: { file, proposal }, changes }) =>
    newBatch({ made, kind: '上新', title: file.name, files: [file], base, decisions: proposal.decisions, changes })
  );
}

/** The file of each row: those that are reviewed stand in the order of the files. */
function* filesOf(proposals: readonly FileProposal[], reviewed: readonly ReviewedRow[]): Steps<Int32Array> {
  const files = new Int32Array(reviewed.length);
  let at = 0;
  for (const [file, { proposal }] of proposals.entries())
    for (const [i, row] of proposal.rows.entries()) {
      if (i % STEP_ROWS === 0) yield i;
      if (reviewed[at]?.proposed === row) files[at++] = file;
    }
  return files;
}
