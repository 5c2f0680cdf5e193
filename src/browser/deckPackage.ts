/** The data package that goes along with a deck. Read when one is handed on. */
import { packageWithDeck, type StatedDeck } from '../datasets/batch/packageWithDeck';

/** @see packageWithDeck */
export function deckPackage(files: ReadonlyMap<string, Uint8Array>, deck: StatedDeck): Map<string, Uint8Array> {
  return packageWithDeck(files, deck);
}
