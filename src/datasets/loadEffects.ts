/** What loading needs from outside, so that it runs without a browser. */
import type { Batch } from '../domain/batch/batch';

/** How far loading is, in files: each table counts once when it is there (in parts by its bytes) and once when it is checked. */
export interface Progress {
  /** May be a fraction; never falls. */
  readonly done: number;
  readonly total: number;
  /** The file at work. */
  readonly file: string;
}

/**
 * Bytes of a file beside datapackage.json. May reject; an `Error` whose message is Chinese is shown as it is, and
 * an `AbsentFileError` says that there is no such file. `onBytes` is told how many bytes have come and how many there will
 * be, null where they come packed; and once how many come over the wire, packed or not, 0 where nobody knows.
 */
export type FetchBytes = (
  path: string,
  onBytes?: (received: number, total: number | null, wire?: number) => void
) => Promise<Uint8Array>;

/** Which package it is. */
export interface PackageName {
  readonly name: string;
  readonly version: string;
}

export interface LoadEffects {
  /** The batches that are on, in their order; asked for once it is known which package this is. Never rejects. */
  readonly batches?: (about: PackageName) => Promise<readonly Batch[]>;
  readonly fetchBytes: FetchBytes;
  readonly onProgress?: (progress: Progress) => void;
  /** Lets the page draw between two long steps. */
  readonly yieldToPaint?: () => Promise<void>;
  /** All of it is invented, whatever the package says. */
  readonly fictional?: boolean;
  /** Takes the pack of a table where the package has one; what checks the tables themselves doesn't. */
  readonly packs?: boolean;
  /** Also remarks on what can be used but shouldn't be published (`data:check`). */
  readonly review?: boolean;
}
