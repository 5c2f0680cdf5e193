/** A data package that brings a deck along: whoever opens it finds the deck among those that come with the data. */
import { PACKAGE_FILE } from '../read/packageFile';
import { sha256 } from '../read/sha256';
import { describePackage, type Description } from './describePackage';
import { TWIN_FILE, twinsScript } from './twins';
import { utf8 } from './packageFiles';
import { type Fields, isFields, parseJson } from '../../domain/model/fields';
import { packageText } from './packageText';

/** A deck as decks.json states it: id, name, slides, look. */
export type StatedDeck = Readonly<Record<string, unknown>> & { readonly id: string };

const DECKS = {
  name: 'decks',
  title: '自带演示稿',
  path: 'decks.json',
  format: 'json',
  mediatype: 'application/json',
  encoding: 'utf-8'
};

/**
 * The files of a package with `deck` first in its decks.json, described and with a twin that holds it too.
 * @param files as `packageFiles` or `publicPackage` makes them
 * @throws where the package isn't JSON
 */
export function packageWithDeck(files: ReadonlyMap<string, Uint8Array>, deck: StatedDeck): Map<string, Uint8Array> {
  const text = new TextDecoder().decode(files.get(PACKAGE_FILE)).replace(/^\uFEFF/, '');
  const { root, resources } = packageText(text);
  const known = resources.find(({ name }) => name === 'decks');
  const path = typeof known?.path === 'string' ? known.path : DECKS.path;
  const others = decksIn(files.get(path)).filter((one) => one.id !== deck.id);
  const all = new Map(files);
  all.set(path, utf8(`${JSON.stringify([deck, ...others], null, 2)}\n`));
  const stated = known ? text : JSON.stringify({ ...root, resources: [...resources, DECKS] }, null, 2);
  const found = new Map<string, Description>();
  for (const resource of [...resources, DECKS as Fields]) {
    const bytes = all.get(String(resource.path));
    if (!bytes) continue;
    const rows = typeof resource.rows === 'number' ? { rows: resource.rows } : {};
    found.set(String(resource.path), { ...rows, bytes: bytes.length, hash: `sha256:${sha256(bytes)}` });
  }
  all.set(PACKAGE_FILE, utf8(describePackage(stated, found)));
  all.delete('twins.js');
  const twins = new Map([...all].filter(([name]) => TWIN_FILE.test(name)));
  all.set('twins.js', utf8(twinsScript(twins, [])));
  return all;
}

/** Those that the package has; none where its file can't be read. */
function decksIn(bytes: Uint8Array | undefined): readonly Fields[] {
  if (!bytes) return [];
  const list = parseJson(new TextDecoder().decode(bytes).replace(/^\uFEFF/, ''));
  return Array.isArray(list) ? list.filter(isFields) : [];
}
