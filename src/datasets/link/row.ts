/** A checked row seen through the types that its schema has already assured. */
import type { Qualifier, Status } from '../../domain/model/records';
import type { Period } from '../../domain/time/period';
import type { Cell, CheckedRow } from '../check/cell';

/** Empty where there is no value, or the package doesn't know the column. */
export function textOf(cell: Cell | undefined): string {
  return typeof cell === 'string' ? cell : '';
}

/** Null where there is no value, or the package doesn't know the column. */
export function numberOf(cell: Cell | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}

/** Reads a row by column and type. What the schema refuses never gets here, so that nothing is checked twice. */
export class Row {
  constructor(readonly checked: CheckedRow) {}

  get line(): number {
    return this.checked.line;
  }

  /** Empty where there is no value, or the package doesn't know the column. */
  text(column: string): string {
    return textOf(this.checked.cells[column]);
  }

  /** Null where there is no value, or the package doesn't know the column. */
  number(column: string): number | null {
    return numberOf(this.checked.cells[column]);
  }

  period(): Period | null {
    const cell = this.checked.cells.period;
    return typeof cell === 'object' ? cell : null;
  }

  /** What observations and progress rows say of where their figures stand. */
  evidence() {
    return {
      row: this.line,
      qualifier: this.text('qualifier') as Qualifier,
      status: this.text('status') as Status,
      line: this.number('line'),
      cell: this.text('cell'),
      written: this.text('written'),
      section: this.text('section'),
      note: this.text('note')
    };
  }
}
