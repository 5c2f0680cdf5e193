/** From a workbook of a test to facts, each a line of words. */
import { readFile } from '../../../src/datasets/workbook/readFile';
import type { Known } from '../../../src/domain/sheet/columnRoles';
import { guessTables } from '../../../src/domain/sheet/guessLayout';
import { MEASURE_LABELS } from '../../../src/domain/sheet/layout';
import { readTable } from '../../../src/domain/sheet/readTable';
import type { SheetFact } from '../../../src/domain/sheet/sheetFact';
import type { Worksheet } from '../../../src/domain/sheet/worksheet';
import { workbook, type SheetInput } from '../../fixtures/sheets/workbook';

const NOTHING_KNOWN: Known = { places: [], indicators: [], programmes: [] };

export interface Reading {
  readonly facts: readonly SheetFact[];
  /** `B5 象山县 门诊人次 数值 2024-10 ≈1200人次` */
  readonly told: readonly string[];
  /** `未采用 C5 不是数字` */
  readonly remarks: readonly string[];
  readonly decisions: readonly string[];
}

/** The sheets of a workbook that went through a file. */
export async function sheetsOf(
  sheets: readonly SheetInput[],
  type: 'xlsx' | 'xls' | 'ods' = 'xlsx'
): Promise<readonly Worksheet[]> {
  const read = await readFile(workbook(sheets, type), `表.${type}`);
  if (read.kind === 'refused') throw new Error(read.remark.why);
  return read.sheets;
}

export async function csvSheet(text: string, name = '表.csv'): Promise<Worksheet> {
  const read = await readFile(new TextEncoder().encode(text), name);
  if (read.kind === 'refused') throw new Error(read.remark.why);
  return read.sheets[0]!;
}

/** All tables of some sheets, read as guessed. */
export function readAll(sheets: readonly Worksheet[], known: Known = NOTHING_KNOWN): Reading {
  const guesses = sheets.flatMap((sheet) => guessTables(sheet, known).map((guess) => ({ sheet, guess })));
  const readings = guesses.map(({ sheet, guess }) => readTable(sheet, guess.layout));
  const facts = readings.flatMap((reading) => reading.facts);
  return {
    facts,
    told: facts.map(toldFact),
    remarks: readings.flatMap(({ remarks }) =>
      remarks.map(({ level, origin, rule }) => `${level} ${origin.cell} ${rule}`)
    ),
    decisions: [
      ...guesses.flatMap(({ guess }) => guess.decisions),
      ...readings.flatMap(({ decisions }) => decisions)
    ].map(({ question, answer }) => `${question}：${answer}`)
  };
}

function toldFact({
  cell,
  place,
  item,
  part,
  measure,
  period,
  qualifier,
  value,
  unit,
  total,
  note
}: SheetFact): string {
  return [
    cell,
    place || '？',
    item || '？',
    part && `（${part}）`,
    MEASURE_LABELS[measure],
    period || '？',
    `${qualifier}${value}${unit}`,
    total,
    note
  ]
    .filter((text) => text !== '')
    .join(' ');
}
