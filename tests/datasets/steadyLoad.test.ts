import { describe, expect, it } from 'vitest';
import { AbsentFileError } from '../../src/datasets/fileError';
import type { FetchBytes } from '../../src/datasets/loadEffects';
import { loadSteadily } from '../../src/datasets/steadyLoad';
import { sha256 } from '../../src/datasets/read/sha256';
import { fetchFrom, fixtureFolder } from '../fixtures/readFolder';

const NAMES = ['sources', 'places', 'indicators', 'observations', 'programmes', 'progress'].map((n) => `${n}.csv`);
type Version = ReadonlyMap<string, Uint8Array>;

/** The small dataset as one version; `indicator` is what the indicator `htn` is called in it. */
async function version(indicator: string, described: boolean): Promise<Version> {
  const read = fetchFrom([fixtureFolder('small'), fixtureFolder('data')]);
  const files = new Map<string, Uint8Array>();
  for (const name of NAMES) {
    const text = new TextDecoder().decode(await read(name)).replace(/(^|,)htn(?=,|\r?$)/gm, `$1${indicator}`);
    files.set(name, new TextEncoder().encode(text));
  }
  const root = JSON.parse(new TextDecoder().decode(await read('datapackage.json'))) as {
    resources: { path: string; hash?: string }[];
  };
  // What is asked for, and in which order, is counted below: the package and what it names but 记分表.
  root.resources = root.resources.filter(({ path }) => path !== 'scorecards.json');
  for (const resource of root.resources) {
    const bytes = files.get(resource.path);
    if (described && bytes) resource.hash = `sha256:${sha256(bytes)}`;
  }
  return files.set('datapackage.json', new TextEncoder().encode(JSON.stringify(root)));
}

/** A folder in which the nth answer is of the version that `at` says. */
function folder(at: (nth: number) => Version): { fetchBytes: FetchBytes; asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    fetchBytes: async (path) => {
      const bytes = at(asked.push(path)).get(path);
      if (!bytes) throw new AbsentFileError('文件不存在');
      return bytes;
    }
  };
}

const waits: number[] = [];
const wait = async (ms: number) => void waits.push(ms);

describe('loadSteadily', () => {
  for (const described of [true, false]) {
    it(`loads again what was replaced while it was read, ${described ? 'by its checksums' : 'without checksums'}`, async () => {
      const [before, after] = [await version('htn', described), await version('htn-new', described)];
      // The package and two tables are old, the rest is new: indicators old, observations new.
      const changing = folder((nth) => (nth <= 4 ? before : after));
      const result = await loadSteadily({ fetchBytes: changing.fetchBytes, wait });
      expect(result.issues).toEqual([]);
      if (result.kind !== 'ok') throw new Error('failed');
      expect(result.dataset.observationsOf('htn-new').length).toBeGreaterThan(0);
      expect(result.dataset.indicator('htn')).toBeUndefined();
    });
  }

  it('asks for each file once where nothing is amiss', async () => {
    const still = await version('htn', true);
    const { fetchBytes, asked } = folder(() => still);
    await loadSteadily({ fetchBytes, wait });
    expect([...asked].sort()).toEqual([...new Set(asked)].sort());
  });

  it('takes a table edited by hand as it is, after asking once more', async () => {
    const still = new Map(await version('htn', true));
    const text = new TextDecoder().decode(still.get('places.csv'));
    still.set('places.csv', new TextEncoder().encode(text.replace('甲县', '甲区')));
    const { fetchBytes, asked } = folder(() => still);
    const result = await loadSteadily({ fetchBytes, wait });
    expect(result.issues.map(({ file, rule }) => [file, rule])).toEqual([['places.csv', '校验值']]);
    expect(asked.filter((path) => path === 'places.csv')).toHaveLength(2);
  });

  it('finds a file that was not there yet', async () => {
    const whole = await version('htn', true);
    const partly = new Map(whole);
    partly.delete('observations.csv');
    const result = await loadSteadily({ fetchBytes: folder((nth) => (nth <= 9 ? partly : whole)).fetchBytes, wait });
    expect(result.kind).toBe('ok');
    expect(result.issues).toEqual([]);
  });

  it('gives up after three loadings and says that the files are still changing', async () => {
    const [a, b] = [await version('htn', true), await version('htn-new', true)];
    waits.length = 0;
    const result = await loadSteadily({
      fetchBytes: folder((nth) => (Math.floor(nth / 4) % 2 ? a : b)).fetchBytes,
      wait
    });
    expect(result.issues[0]).toMatchObject({
      file: 'datapackage.json',
      rule: '更新中',
      level: '提醒',
      wholeFile: true
    });
    expect(waits).toEqual([500, 2000]);
  });

  it('asks no second time for what the server would not give', async () => {
    const still = await version('htn', false);
    const { fetchBytes, asked } = folder(() => still);
    const result = await loadSteadily({
      fetchBytes: async (path) => {
        if (path !== 'progress.csv') return fetchBytes(path);
        asked.push(path);
        throw new Error('服务器15秒没有回答，没有再等');
      },
      wait
    });
    expect(result.issues.map(({ file }) => file)).toEqual(['progress.csv']);
    expect(asked.filter((path) => path === 'progress.csv')).toHaveLength(1);
  });
});
