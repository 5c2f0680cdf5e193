/**
 * The form of a pack: a table of very many numbers, checked once and written in columns, so that the page has nothing
 * to parse. A folder holds `index.json`, one chunk for some indicators each, and the same rows once more by place; a chunk is
 * gzip over a length (4 bytes, little-endian), a head (JSON, UTF-8) and the columns, each at a multiple of 8 bytes from the
 * end of the head.
 */

import type { Issue } from '../../domain/model/issue';
import type { AnswerName } from '../../domain/model/storedAnswers';
import type { Encoding } from '../read/decode';

/** The only version that is read; another one is refused by name. */
export const PACK_VERSION = 3;

/** What `format` in `index.json` says. */
export const PACK_FORMAT = 'weijian-kanban-pack';

/** How the folder of a pack ends. */
export const PACK_FOLDER = '.pack';

/** The directory of a pack. */
export const PACK_INDEX = 'index.json';

export interface PackIndex {
  /** Name and version of the dataset that it was made of, as datapackage.json has them. */
  readonly dataset: string;
  readonly version: string;
  /** The table it stands for, as it was. */
  readonly source: PackSource;
  /** Of the table's rows those in the pack. */
  readonly rows: number;
  /** The table's rows, those left out included. */
  readonly found: number;
  readonly encoding: Encoding;
  /** What was said of the table when it was packed. */
  readonly issues: readonly Issue[];
  /** What is known of the rows without a chunk. */
  readonly summary: StoredSummary;
  readonly chunks: readonly ChunkEntry[];
  /** What was worked out of all rows; none in a pack of an earlier program. */
  readonly answers: readonly AnswerEntry[];
  /** All rows again, by place: who asks for one place needn't read every indicator. None where there is one chunk. */
  readonly places: readonly PlaceChunkEntry[];
}

/** `ObservationSummary` with ids in place of positions, since tables may be replaced beside the pack. */
export interface StoredSummary {
  /** Canonical texts, sorted. */
  readonly periods: readonly string[];
  readonly hasParts: boolean;
  readonly hasIntervals: boolean;
  readonly hasFractions: boolean;
  readonly hasCells: boolean;
  /** Ids in the order of their tables, here and below only those that have a row. */
  readonly sources: readonly string[];
  readonly places: readonly {
    readonly id: string;
    readonly rows: number;
    /** How many indicators have a change against the year before. */
    readonly changed: number;
    /** Positions in `sources`, ascending. */
    readonly sources: readonly number[];
  }[];
  readonly indicators: readonly {
    readonly id: string;
    readonly rows: number;
    /** How many places have two periods of it and more. */
    readonly lasting: number;
    /** A bit for each of `places`, 1 where it has a number: base64 of bytes, the first place in the lowest bit of the first. */
    readonly reports: string;
  }[];
}

export interface PackSource {
  readonly file: string;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** A file beside `index.json`. */
export interface FileEntry {
  readonly file: string;
  /** Of the file as it lies there, packed. */
  readonly bytes: number;
  /** Lower-case hex, of the file as it lies there. */
  readonly sha256: string;
}

/** JSON (UTF-8), gzipped. What it looks like goes with its name: another form gets another name. */
export interface AnswerEntry extends FileEntry {
  readonly name: AnswerName;
}

export interface ChunkEntry extends FileEntry {
  readonly rows: number;
  /** Ids of the indicators in it. */
  readonly indicators: readonly string[];
}

export interface PlaceChunkEntry extends FileEntry {
  readonly rows: number;
  /** Ids of the places in it, with all of their rows. */
  readonly places: readonly string[];
}

/** Columns of texts that repeat themselves. Those of records hold their ids, a period its text. */
export const CODED = [
  ...['indicator', 'place', 'source', 'period', 'measure', 'status', 'qualifier'],
  ...['part', 'flags', 'cell', 'written', 'section', 'note']
] as const;

/**
 * Columns of numbers; every row has a `row`, the others may have none. `at`, in chunks by place: where the row stands among
 * those of the chunks by indicator, the first of the first at 0.
 */
export const NUMBERS = ['row', 'value', 'line', 'lower', 'upper', 'numerator', 'denominator', 'at'] as const;

export type CodedName = (typeof CODED)[number];
export type NumberName = (typeof NUMBERS)[number];

/** How a column of texts lies in a chunk: one entry for all rows, or for each row the position of its entry. */
export type CodedHead =
  | { readonly entries: readonly [string] }
  | { readonly entries: readonly string[]; readonly width: 1 | 2 | 4; readonly at: number };

/**
 * How a column of numbers lies in a chunk: as whole numbers of `width` bytes, each times 10 to the power of −`decimals`
 * (the least whole number stands for "no value"), or as doubles (NaN for "no value"). With `steps` each is told as the
 * difference to the one before, the first to 0.
 */
export type NumberHead =
  | { readonly decimals: number; readonly width: 1 | 2 | 4; readonly at: number; readonly steps?: true }
  | { readonly width: 8; readonly at: number };

export interface ChunkHead {
  readonly rows: number;
  readonly coded: Readonly<Record<CodedName, CodedHead>>;
  /** Those that no row of the chunk has are left out. */
  readonly numbers: Readonly<Partial<Record<NumberName, NumberHead>>>;
}

/** A multiple of 8 from `at` on, so that columns of every width may begin there. */
export function aligned(at: number): number {
  return Math.ceil(at / 8) * 8;
}

/** The whole number of a width that stands for "no value". */
export function noneOf(width: 1 | 2 | 4): number {
  return -(2 ** (width * 8 - 1));
}
