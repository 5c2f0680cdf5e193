import { describe, expect, it } from 'vitest';
import { packageWithDeck } from '../../../src/datasets/batch/packageWithDeck';
import { AbsentFileError } from '../../../src/datasets/fileError';
import { loadDataset } from '../../../src/datasets/loadDataset';
import { fetchFrom, fixtureFolder } from '../../fixtures/readFolder';

const NAMES = [
  'datapackage.json',
  'sources.csv',
  'places.csv',
  'indicators.csv',
  'observations.csv',
  'programmes.csv',
  'progress.csv'
];
const DECK = { id: 'handed-on', name: '例会', slides: [{ address: '/places', title: '先看这张', notes: '' }] };

/** The files that a package names, as they lie in the repository. */
async function filesOf(folder: string): Promise<Map<string, Uint8Array>> {
  const read = fetchFrom([fixtureFolder(folder)]);
  const text = new TextDecoder().decode(await read('datapackage.json'));
  const { resources } = JSON.parse(text) as { resources: { path: string }[] };
  const files = new Map<string, Uint8Array>();
  for (const name of ['datapackage.json', ...resources.map(({ path }) => path)]) {
    const bytes = await read(name).catch(() => undefined);
    if (bytes) files.set(name, bytes);
  }
  return files;
}

async function loaded(files: ReadonlyMap<string, Uint8Array>) {
  const result = await loadDataset({
    fetchBytes: async (path) => {
      const bytes = files.get(path);
      if (!bytes) throw new AbsentFileError(path);
      return bytes;
    }
  });
  if (result.kind !== 'ok') throw new Error(JSON.stringify(result.issues));
  return result;
}

/** What the script registers, run as the page runs it. */
function twinsOf(files: ReadonlyMap<string, Uint8Array>): Record<string, { text?: string }> {
  const window: { __KANBAN_TWINS__?: Record<string, { text?: string }> } = {};
  new Function('window', new TextDecoder().decode(files.get('twins.js')))(window);
  return window.__KANBAN_TWINS__!;
}

describe('a package with a deck', () => {
  it('loads without a complaint, the deck first, then those that were there; nothing else changes', async () => {
    const before = await filesOf('data');
    const files = packageWithDeck(before, DECK);
    const [was, is] = [await loaded(before), await loaded(files)];
    expect(is.issues).toEqual(was.issues);
    expect(is.dataset.readyDecks.map(({ name }) => name)).toEqual([
      '例会',
      ...was.dataset.readyDecks.map(({ name }) => name)
    ]);
    expect(is.dataset.readyDecks[0]).toMatchObject({
      id: 'handed-on',
      slides: [{ address: '/places', title: '先看这张' }]
    });
    for (const name of NAMES.slice(1)) expect(files.get(name)).toBe(before.get(name));
  });

  it('has a twin with the same bytes, so that it opens by double click', async () => {
    const files = packageWithDeck(await filesOf('data'), DECK);
    const twins = twinsOf(files);
    for (const name of [...NAMES, 'decks.json'])
      expect(twins[name]!.text).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(files.get(name)));
    expect(twins['twins.js']).toBeUndefined();
  });

  it('replaces the deck that was handed on before', async () => {
    const once = packageWithDeck(await filesOf('data'), DECK);
    const twice = packageWithDeck(once, { ...DECK, name: '第二次' });
    const names = (await loaded(twice)).dataset.readyDecks.map(({ name }) => name);
    expect(names[0]).toBe('第二次');
    expect(names).not.toContain('例会');
  });

  it('names its decks where the package names none, and takes the place of a file that cannot be read', async () => {
    const bare = await filesOf('monthly');
    expect((await loaded(packageWithDeck(bare, DECK))).dataset.readyDecks.map(({ name }) => name)).toEqual(['例会']);
    const broken = new Map(await filesOf('data')).set('decks.json', new TextEncoder().encode('[{'));
    expect((await loaded(packageWithDeck(broken, DECK))).dataset.readyDecks.map(({ name }) => name)).toEqual(['例会']);
  });
});
