import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/datasets/loadDataset';
import type { FetchBytes, Progress } from '../../src/datasets/loadEffects';
import { fetchFrom, fixtureFolder } from '../fixtures/readFolder';

const small = fetchFrom([fixtureFolder('small'), fixtureFolder('data')]);

async function loaded(fetchBytes: FetchBytes = small) {
  const result = await loadDataset({ fetchBytes });
  if (result.kind === 'failed') throw new Error(JSON.stringify(result.issues));
  return result;
}

describe('loadDataset', () => {
  it('gives the whole of a good dataset and no issue', async () => {
    const { dataset, issues, tables } = await loaded();
    expect(issues).toEqual([]);
    expect(dataset.title).toBe('卫健工作报告指标数据集');
    expect(tables.map(({ file, encoding, found, kept }) => [file, encoding, found, kept])).toEqual([
      ['sources.csv', 'UTF-8', 2, 2],
      ['places.csv', 'UTF-8', 5, 5],
      ['indicators.csv', 'UTF-8', 3, 3],
      ['observations.csv', 'UTF-8', 7, 7],
      ['programmes.csv', 'UTF-8', 2, 2],
      ['progress.csv', 'UTF-8', 2, 2]
    ]);
  });

  it('links an observation to its indicator, place and source and keeps its line in the table', async () => {
    const { dataset } = await loaded();
    const [first] = dataset.observationsOf('htn');
    expect(first).toMatchObject({
      row: 2,
      value: 95.39,
      qualifier: '',
      status: '实际',
      line: 3,
      written: '95.39%',
      section: '一、慢病',
      indicator: { name: '高血压患者规范管理率', decimals: 2, aliases: ['高血压管理率', '血压规范率'] },
      place: { name: '甲县', parent: 'shi' },
      source: { title: '虚构数据：甲县2020年工作报告', grade: 'A' },
      period: { text: '2020' }
    });
  });

  it('keeps a missing value as null with its reason, not as zero', async () => {
    const { dataset } = await loaded();
    const missing = dataset.observationsAt('bing')[0];
    expect(missing?.value).toBeNull();
    expect(missing?.status).toBe('未报');
  });

  it('links progress and leaves an open cut-off day empty', async () => {
    const { dataset } = await loaded();
    expect(dataset.progress[0]).toMatchObject({ row: 2, target: 4000, done: 2707, rate: 67.68, asOf: '2020-10-31' });
    expect(dataset.progress[1]).toMatchObject({ row: 3, target: 65, done: null, rate: null, asOf: '', qualifier: '≥' });
  });

  it('names the file and what to do when a file is missing, and reads the reason given in Chinese', async () => {
    const result = await loadDataset({
      fetchBytes: fetchFrom([fixtureFolder('small'), fixtureFolder('data')], ['places.csv'])
    });
    expect(result.kind).toBe('failed');
    expect(result.issues).toEqual([
      {
        level: '错误',
        file: 'places.csv',
        rule: '缺文件',
        why: '没有读到这个文件：文件不存在',
        todo: '请检查数据文件夹里有没有 places.csv，文件名和大小写是否一致，补好后再试一次。',
        wholeFile: true
      }
    ]);
  });

  it('never shows an English reason', async () => {
    const result = await loadDataset({ fetchBytes: () => Promise.reject(new TypeError('Failed to fetch')) });
    expect(result.issues.map((issue) => [issue.file, issue.why])).toEqual([['datapackage.json', '没有读到这个文件']]);
  });

  it('names every missing file at once', async () => {
    const absent = ['sources.csv', 'observations.csv'];
    const result = await loadDataset({
      fetchBytes: fetchFrom([fixtureFolder('small'), fixtureFolder('data')], absent)
    });
    expect(result.kind).toBe('failed');
    expect(result.issues.map((issue) => issue.file)).toEqual(absent);
  });

  it('tells a progress that never falls and ends complete', async () => {
    const told: Progress[] = [];
    await loadDataset({ fetchBytes: small, onProgress: (p) => told.push(p) });
    const shares = told.map((p) => p.done / p.total);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(told[0]).toEqual({ done: 1, total: 15, file: 'datapackage.json' });
    expect(told[told.length - 1]).toEqual({ done: 15, total: 15, file: 'relations.csv' });
  });

  it('tells progress by bytes within a file, also when the announced total is too small', async () => {
    const told: number[] = [];
    const fetchBytes: FetchBytes = async (path, onBytes) => {
      const bytes = await small(path);
      if (path === 'observations.csv') {
        onBytes?.(50, 200);
        onBytes?.(300, 200);
        onBytes?.(300, null);
      }
      return bytes;
    };
    await loadDataset({ fetchBytes, onProgress: (p) => p.file === 'observations.csv' && told.push(p.done % 1) });
    expect(told).toContain(0.25);
    expect(Math.max(...told)).toBeLessThan(1);
  });

  it('lets the page draw between the steps', async () => {
    let pauses = 0;
    await loadDataset({ fetchBytes: small, yieldToPaint: async () => void pauses++ });
    expect(pauses).toBeGreaterThanOrEqual(6);
  });

  it('says at most 10,000 issues of one file and how many more there are', async () => {
    const head = 'indicator,place,period,measure,source,value,qualifier,status,line,written,section,note\n';
    const body = 'htn,jia,2020,数值,s1,abc,,实际,3,95%,,\n'.repeat(10_050);
    const fetchBytes: FetchBytes = async (path) =>
      path === 'observations.csv' ? new TextEncoder().encode(head + body) : small(path);
    const { issues, dataset } = await loaded(fetchBytes);
    expect(dataset.size).toBe(0);
    expect(issues).toHaveLength(10_002);
    expect(issues[0]).toMatchObject({ wholeFile: true, why: '表里的10050行一行也没有读入' });
    expect(issues[10_001]).toMatchObject({ file: 'observations.csv', why: '这个文件还有50处问题没有逐条列出' });
  });

  it('leaves out a row that points at nothing even where the package states no foreign keys', async () => {
    const fetchBytes: FetchBytes = async (path) => {
      const bytes = await small(path);
      if (path === 'datapackage.json') {
        const root = JSON.parse(new TextDecoder().decode(bytes)) as {
          resources: { schema?: { foreignKeys?: unknown } }[];
        };
        root.resources.forEach((resource) => delete resource.schema?.foreignKeys);
        return new TextEncoder().encode(JSON.stringify(root));
      }
      if (path !== 'observations.csv') return bytes;
      return new TextEncoder().encode(new TextDecoder().decode(bytes).replace('htn,yi,', 'htn,nowhere,'));
    };
    const { dataset, issues, tables } = await loaded(fetchBytes);
    expect(dataset.size).toBe(6);
    expect(issues.map((issue) => [issue.file, issue.row, issue.column, issue.rule])).toEqual([
      ['observations.csv', 3, 'place', '外键']
    ]);
    expect(tables[3]).toMatchObject({ found: 7, kept: 6 });
  });

  it('never throws, whichever bytes of whichever file are changed', async () => {
    const files = [
      'datapackage.json',
      'sources.csv',
      'places.csv',
      'indicators.csv',
      'observations.csv',
      'progress.csv'
    ];
    const changes = fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 10, 13, 34, 44, 45, 48, 65, 128, 255)),
      {
        minLength: 1,
        maxLength: 8
      }
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), changes, async (file, edits) => {
        const fetchBytes: FetchBytes = async (path) => {
          const bytes = await small(path);
          if (path === file) for (const [at, byte] of edits) bytes[Math.floor(at * (bytes.length - 1))] = byte;
          return bytes;
        };
        const result = await loadDataset({ fetchBytes });
        expect(result.kind === 'ok' || result.issues.length > 0).toBe(true);
        for (const { found, kept } of result.tables) expect(kept).toBeLessThanOrEqual(found);
      }),
      { numRuns: 150 }
    );
  });
});
