/** Which numbers somebody has seen in this browser, as the stores see it; `browser/seenStore` keeps them. */
export interface SeenNumbers {
  /** The data of which all is seen; empty where some of it isn't. */
  readonly stamp: string;
  /** Fingerprints, in any order. */
  readonly prints: Uint32Array;
}

/** Both methods reject where the browser keeps nothing. */
export interface SeenStorage {
  /** Undefined on the first visit. */
  read(): Promise<SeenNumbers | undefined>;
  /** Adds what is seen to what another window may have written. */
  add(seen: SeenNumbers): Promise<void>;
}

/** The storage of a dataset, by a name of its own. */
export type OpenSeen = (name: string) => SeenStorage;
