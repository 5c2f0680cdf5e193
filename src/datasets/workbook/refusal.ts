/** Why a file can't be read, and what the clerk can do. */
import type { Remark } from '../../domain/batch/proposal';

/** A refusal of the whole file; thrown inside this room and caught by `readFile` alone. */
export class Refusal extends Error {
  readonly rule: string;
  readonly why: string;
  readonly todo: string;

  /** Chinese clauses without a full stop at the end of `why`. */
  constructor(rule: string, why: string, todo: string) {
    super(why);
    this.rule = rule;
    this.why = why;
    this.todo = todo;
  }
}

export const SAVE_AGAIN = '请用 Excel 或 WPS 打开它，另存为 .xlsx，再放进来。';

/** A remark on a file or one of its sheets; `提醒` unless said otherwise. */
export function remarkOn(
  file: string,
  sheet: string,
  rule: string,
  why: string,
  todo: string,
  level: Remark['level'] = '提醒'
): Remark {
  return { level, origin: { file, sheet, cell: '', shown: '' }, rule, why, todo };
}
