/** Decks in the decks.json of a data package, each as the text of a deck file. */
import { isFields } from '../../domain/model/fields';
import { isZip, unzipPart, zipParts } from '../workbook/zipParts';

export interface PackageDeck {
  readonly name: string;
  readonly slides: number;
  /** As of a deck file (`deck/deckFile`), which says what is wrong with it when it is taken in. */
  readonly text: string;
}

/** Of no use as decks.json; more is somebody's joke. */
const LARGEST = 20 * 1024 * 1024;

/**
 * The decks of a zip file with tables; none where there are none, or where it can't be read: whoever reads its tables
 * says what is wrong with it. Never throws.
 */
export function decksInPackage(bytes: Uint8Array): PackageDeck[] {
  try {
    if (!isZip(bytes)) return [];
    const parts = zipParts(bytes);
    const part = parts.find(({ name, size }) => /(?:^|\/)decks\.json$/.test(name) && size <= LARGEST);
    const isPackage = parts.some(({ name }) => /(?:^|\/)[^/]+\.csv$/i.test(name));
    if (!part || !isPackage) return [];
    const list = JSON.parse(new TextDecoder().decode(unzipPart(bytes, part)).replace(/^\uFEFF/, '')) as unknown;
    const decks = Array.isArray(list) ? list.flatMap(deckOf) : [];
    // The deck that was handed on comes before the one that it was made of.
    return decks.filter(({ name }, at) => decks.findIndex((other) => other.name === name) === at);
  } catch {
    return [];
  }
}

function deckOf(entry: unknown): PackageDeck[] {
  if (!isFields(entry) || typeof entry.name !== 'string' || !Array.isArray(entry.slides)) return [];
  const { name, look, slides } = entry;
  return [
    {
      name,
      slides: slides.length,
      text: JSON.stringify({ format: 'weijian-kanban-deck', version: 2, name, look, slides })
    }
  ];
}
