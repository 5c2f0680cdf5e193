import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describePackage, versionPackage } from '../../../src/datasets/batch/describePackage';
import { packageFiles } from '../../../src/datasets/batch/packageFiles';
import { takePackage } from '../../../src/datasets/batch/takePackage';
import { readTextTables } from '../../../src/datasets/batch/textTables';
import { AbsentFileError } from '../../../src/datasets/fileError';
import { loadDataset } from '../../../src/datasets/loadDataset';
import type { FetchBytes } from '../../../src/datasets/loadEffects';
import type { Batch, RowChange, TableRow } from '../../../src/domain/batch/batch';
import { changedObservation } from '../../../src/domain/model/changedObservation';
import type { Dataset } from '../../../src/domain/model/dataset';
import { change } from '../../domain/batch/tables';
import { fetchFrom, fixtureFolder } from '../../fixtures/readFolder';

const small = fetchFrom([fixtureFolder('small'), fixtureFolder('data')]);

const fetchOf =
  (files: ReadonlyMap<string, Uint8Array>): FetchBytes =>
  (path) => {
    const bytes = files.get(path);
    return bytes ? Promise.resolve(bytes) : Promise.reject(new AbsentFileError('没有'));
  };

const readOf = (fetchBytes: FetchBytes) => (path: string) => fetchBytes(path).catch(() => undefined);

async function tablesOf(fetchBytes: FetchBytes, batches: readonly Batch[]) {
  return readTextTables(new TextDecoder().decode(await fetchBytes('datapackage.json')), readOf(fetchBytes), batches);
}

async function exported(fetchBytes: FetchBytes, batches: readonly Batch[]) {
  const setting = { batches, day: '2020-11-03', textNames: ['甲.txt'] };
  return packageFiles(await tablesOf(fetchBytes, batches), readOf(fetchBytes), setting);
}

async function loaded(fetchBytes: FetchBytes, batches: readonly Batch[] = []) {
  const result = await loadDataset({ fetchBytes, batches: () => Promise.resolve(batches) });
  if (result.kind === 'failed') throw new Error(JSON.stringify(result.issues));
  return result;
}

/** Everything a dataset holds but the lines of the files. */
function contentOf(dataset: Dataset): unknown {
  const observations = dataset.allObservations().map((o) => changedObservation(o, { index: 0, row: 0 }));
  const progress = dataset.progress.map(({ row: _row, ...rest }) => rest);
  const { sources, places, indicators, programmes, relations, version, lightRules } = dataset;
  return { observations, progress, sources, places, indicators, programmes, relations, version, lightRules };
}

const batch = (id: string, ...changes: RowChange[]): Batch => ({
  ...{ id, made: `2020-11-0${id}T08:00:00Z`, kind: '上新', title: `第${id}批` },
  ...{ files: [{ name: '十月.xlsx', bytes: 1, sha256: '' }], base: '0.1.0', decisions: [], changes }
});

const OLD: TableRow = {
  ...{ indicator: 'htn', place: 'jia', period: '2020', measure: '数值', source: 's1', value: '95.39' },
  ...{ status: '实际', line: '3', written: '95.39%', section: '一、慢病' }
};
const NEW: TableRow = { ...OLD, period: '2021', value: '96', written: '96%', line: '9' };
const FIRST = batch('1', change('observations', OLD, { ...OLD, value: '95.4' }), change('observations', null, NEW));
const SECOND = batch(
  '2',
  change('observations', NEW, null),
  change('places', null, { place: 'ding', name: '丁县', level: '县区', parent: 'shi', naming: '原文', note: '=1+1' })
);

describe('a data package', () => {
  it('gives the same dataset row for row, and the batches in it are recognised', async () => {
    const here = await loaded(small, [FIRST, SECOND]);
    const { files, version } = await exported(small, [FIRST, SECOND]);
    const there = await loaded(fetchOf(files), [FIRST, SECOND]);
    expect(there.issues).toEqual([]);
    expect(contentOf(there.dataset)).toEqual(contentOf(here.dataset));
    expect(there.dataset.version).toBe(version);
    expect(there.dataset.batches).toBe(0);
    expect(there.batches).toMatchObject({ onTop: [], conflicts: [] });
    // Without the batches, in another browser, it is the same.
    expect(contentOf((await loaded(fetchOf(files))).dataset)).toEqual(contentOf(here.dataset));
  });

  it('lists the changes, newest package first, in words', async () => {
    const first = await exported(small, [FIRST]);
    const second = await exported(fetchOf(first.files), [FIRST, SECOND]);
    const text = new TextDecoder().decode(second.files.get('CHANGES.md'));
    expect(text).toBe(
      [
        '# 数据变动',
        '',
        `## ${second.version}（2020-11-03）`,
        '',
        '### 2020-11-02 上新 第2批',
        '',
        '新增1行，删1行；文件：十月.xlsx。',
        '',
        '- 指标数 甲县 高血压患者规范管理率 2021 数值：删去 96',
        '- 地区和单位 丁县：新增',
        '',
        `## ${first.version}（2020-11-03）`,
        '',
        '### 2020-11-01 上新 第1批',
        '',
        '新增1行，改1行；文件：十月.xlsx。',
        '',
        '- 指标数 甲县 高血压患者规范管理率 2020 数值：95.39 → 95.4',
        '- 指标数 甲县 高血压患者规范管理率 2021 数值：新增 96',
        ''
      ].join('\n')
    );
  });

  it('says what its files hold, keeps the layout of the package and untouched tables to the byte', async () => {
    const { files } = await exported(small, [FIRST]);
    expect(files.get('places.csv')).toEqual(await small('places.csv'));
    const text = new TextDecoder().decode(files.get('datapackage.json'));
    const before = new TextDecoder().decode(await small('datapackage.json'));
    const added = text.split('\n').filter((line) => !before.includes(line.trim()));
    expect(added.filter((line) => !/"(rows|bytes|hash)"/.test(line))).toEqual([
      expect.stringMatching(/^ {2}"version": "0\.1\.0\+[0-9a-f]{8}",$/),
      '  "batches": ["1"],'
    ]);
    const { resources } = JSON.parse(text) as { resources: { name: string; rows?: number; hash?: string }[] };
    expect(resources.find(({ name }) => name === 'observations')).toMatchObject({
      rows: 8,
      hash: expect.stringMatching(/^sha256:/)
    });
    const twins = new TextDecoder().decode(files.get('twins.js'));
    expect(twins).toContain('window.__KANBAN_TEXT_NAMES__=["甲.txt"];');
    expect(twins).toContain('CHANGES.md');
  });

  it('a text that a spreadsheet would run is a text in the file, and the same text when it is read', async () => {
    const { files } = await exported(small, [SECOND]);
    expect(new TextDecoder().decode(files.get('places.csv'))).toContain('\u3000=1+1');
    expect((await loaded(fetchOf(files))).dataset.place('ding')!.note).toBe('=1+1');
  });

  it('columns that the schema doesn’t know stay, and rows that could not be read are listed', async () => {
    const odd: FetchBytes = async (path) => {
      const text = new TextDecoder().decode(await small(path));
      if (path !== 'observations.csv') return new TextEncoder().encode(text);
      const wide = text
        .trimEnd()
        .split('\n')
        .map((line, i) => `${line},${i === 0 ? '经办人' : `张${i}`}`);
      return new TextEncoder().encode(`${wide.join('\n')}\nhtn,jia\n`);
    };
    const { files } = await exported(odd, [FIRST]);
    const csv = new TextDecoder().decode(files.get('observations.csv')).split('\n');
    expect(csv[0]).toBe(
      'indicator,place,period,measure,source,value,qualifier,status,line,written,section,note,经办人'
    );
    expect(csv[2]).toMatch(/张2$/);
    expect(new TextDecoder().decode(files.get('CHANGES.md'))).toContain(
      '### 原表里读不成、没有写入新表的行\n\n- observations.csv 第9行“htn,jia”：这一行只有2列，表头有13列'
    );
  });
});

describe('a package taken in', () => {
  const about = { made: '2020-11-05T00:00:00Z', base: '0.1.0' };
  const archive = { name: '数据包.zip', bytes: new Uint8Array(3) };

  it('brings what differs, as one batch; once that is on there is nothing more', async () => {
    const { files, version } = await exported(small, [FIRST, SECOND]);
    const taking = await takePackage(files, archive, await tablesOf(small, []), about);
    if (taking.kind !== 'batch') throw new Error(taking.kind);
    expect(taking.batch).toMatchObject({
      kind: '数据包',
      title: `数据包 ${version}`,
      files: [{ name: '数据包.zip', bytes: 3 }]
    });
    const here = contentOf((await loaded(small, [FIRST, SECOND])).dataset) as { version: string };
    const there = contentOf((await loaded(small, [taking.batch])).dataset) as { version: string };
    expect({ ...there, version: '' }).toEqual({ ...here, version: '' });
    expect(await takePackage(files, archive, await tablesOf(small, [taking.batch]), about)).toEqual({ kind: 'same' });
    // The batches themselves are known by what they did.
    expect(await takePackage(files, archive, await tablesOf(small, [FIRST, SECOND]), about)).toEqual({ kind: 'same' });
  });

  it.each<[string, (files: Map<string, Uint8Array>) => void, string]>([
    ['no package', (files) => files.delete('datapackage.json'), '“数据包.zip”里没有 datapackage.json，不是数据包'],
    [
      'a broken description',
      (files) => files.set('datapackage.json', new TextEncoder().encode('{')),
      '“数据包.zip”的 datapackage.json 读不成：不是合格的 JSON'
    ],
    [
      'another dataset',
      (files) =>
        files.set(
          'datapackage.json',
          new TextEncoder().encode(
            new TextDecoder().decode(files.get('datapackage.json')).replace('weijian-kanban-data', 'other')
          )
        ),
      '“数据包.zip”是另一套数据（other）的数据包'
    ],
    [
      'a broken table',
      (files) => files.set('places.csv', new Uint8Array([0, 255, 0])),
      '“数据包.zip”里的 places.csv 读不成'
    ]
  ])('refuses %s whole', async (_what, spoil, why) => {
    const files = new Map((await exported(small, [FIRST])).files);
    spoil(files);
    expect(await takePackage(files, archive, await tablesOf(small, []), about)).toEqual({ kind: 'refused', why });
  });
});

describe('any sequence of imports, undos, exports and re-imports', () => {
  it('gives the same dataset row for row', async () => {
    const edit = fc.record({
      place: fc.constantFrom('jia', 'yi', 'bing'),
      month: fc.integer({ min: 1, max: 6 }),
      away: fc.boolean()
    });
    const act = fc.oneof(
      fc.record({ kind: fc.constant('import' as const), edits: fc.array(edit, { minLength: 1, maxLength: 4 }) }),
      fc.record({ kind: fc.constant('undo' as const) }),
      fc.record({ kind: fc.constant('export' as const) })
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 6 }), async (acts) => {
        let renewed = small;
        const batches: Batch[] = [];
        let exportedCount = 0;
        for (const [at, one] of acts.entries()) {
          if (one.kind === 'import') {
            const { applied } = await tablesOf(small, batches);
            const rows = [...applied.tables.get('observations')!];
            const changes: RowChange[] = [];
            for (const { place, month, away } of one.edits) {
              const found = rows.findIndex((row) => row.place === place && row.period === `2021-0${month}`);
              const before = found < 0 ? null : rows[found]!;
              const after = before && away ? null : { ...NEW, place, period: `2021-0${month}`, value: String(at + 1) };
              changes.push(change('observations', before, after));
              if (found >= 0) rows.splice(found, 1);
              if (after) rows.push(after);
            }
            batches.push({ ...batch('1', ...changes), id: `b${at}` });
          } else if (one.kind === 'undo') {
            // The last one, where no package holds it.
            if (batches.length > exportedCount) batches.pop();
          } else {
            renewed = fetchOf((await exported(renewed, batches)).files);
            exportedCount = batches.length;
          }
        }
        const here = await loaded(small, batches);
        const there = await loaded(renewed, batches);
        expect(contentOf(there.dataset)).toEqual(contentOf(here.dataset));
        expect(there.batches.conflicts).toEqual([]);
      }),
      { numRuns: 40 }
    );
  }, 60_000);
});

describe('the text of datapackage.json', () => {
  it('with another version is laid out as before, and without batches has none', () => {
    const text = '{\n  "name": "a",\n  "version": "1",\n  "batches": ["x"],\n  "resources": []\n}\n';
    expect(versionPackage(text, '2', ['y', 'z'])).toBe(text.replace('"1"', '"2"').replace('["x"]', '["y","z"]'));
    expect(versionPackage(text, '2', [])).toBe('{\n  "name": "a",\n  "version": "2",\n  "resources": []\n}\n');
  });

  it('on one line is written anew', () => {
    const text = '{"name":"a","resources":[{"path":"a.csv"}]}';
    const both = describePackage(
      versionPackage(text, '2', ['y']),
      new Map([['a.csv', { rows: 1, bytes: 2, hash: 'h' }]])
    );
    expect(JSON.parse(both)).toEqual({
      name: 'a',
      version: '2',
      batches: ['y'],
      resources: [{ path: 'a.csv', rows: 1, bytes: 2, hash: 'h' }]
    });
  });
});
