import { describe, expect, it } from 'vitest';
import { annotationBatch } from '../../src/datasets/batch/annotationBatch';
import { annotationSchema, withAnnotationTable } from '../../src/datasets/batch/annotationTable';
import { readBatch, writeBatch } from '../../src/datasets/batch/batchFile';
import { packageFiles } from '../../src/datasets/batch/packageFiles';
import { takePackage } from '../../src/datasets/batch/takePackage';
import { readTextTables } from '../../src/datasets/batch/textTables';
import { AbsentFileError } from '../../src/datasets/fileError';
import { loadDataset } from '../../src/datasets/loadDataset';
import type { FetchBytes } from '../../src/datasets/loadEffects';
import { reversed } from '../../src/domain/batch/between';
import { newBatch } from '../../src/datasets/batch/newBatch';
import type { Batch } from '../../src/domain/batch/batch';
import { issueText } from '../../src/domain/model/issue';
import { fetchFrom, fixtureFolder } from '../fixtures/readFolder';

const small = fetchFrom([fixtureFolder('small'), fixtureFolder('data')]);
const HEAD = 'annotation,kind,date,text,author,place,indicator,programme';

/** The small package with the table described and these rows in it. */
function described(...rows: string[]): FetchBytes {
  return async (path) => {
    if (path === 'annotations.csv') return new TextEncoder().encode(`${[HEAD, ...rows].join('\n')}\n`);
    const bytes = await small(path);
    if (path !== 'datapackage.json') return bytes;
    return new TextEncoder().encode(withAnnotationTable(new TextDecoder().decode(bytes)));
  };
}

async function loaded(fetchBytes: FetchBytes, batches: readonly Batch[] = []) {
  const result = await loadDataset({ fetchBytes, batches: () => Promise.resolve(batches) });
  if (result.kind === 'failed') throw new Error(JSON.stringify(result.issues));
  return result;
}

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
  const setting = { batches, day: '2020-11-03', textNames: [] };
  return packageFiles(await tablesOf(fetchBytes, batches), readOf(fetchBytes), setting);
}

const MADE = '2020-11-29T08:00:00.000Z';
const EVENT = annotationBatch(
  {
    ...{ kind: '事件', date: '2020-03-01', text: '=1+1，“新”院区,启用<b>', author: '@张三' },
    ...{ place: 'jia', indicator: 'htn', programme: '' }
  },
  MADE,
  '0.1.0'
);
const WORD = annotationBatch(
  {
    ...{ kind: '说明', date: '2020-11-29', text: '口径没有变', author: '李四' },
    ...{ place: '', indicator: '', programme: 'screen' }
  },
  MADE,
  '0.1.0'
);
const KEPT = [
  {
    ...{ id: EVENT.changes[0]!.after!.annotation, kind: '事件', date: '2020-03-01', text: '=1+1，“新”院区,启用<b>' },
    ...{ author: '@张三', place: 'jia', indicator: 'htn', programme: '' }
  },
  {
    ...{ id: WORD.changes[0]!.after!.annotation, kind: '说明', date: '2020-11-29', text: '口径没有变', author: '李四' },
    ...{ place: '', indicator: '', programme: 'screen' }
  }
];

describe('annotations.csv', () => {
  it('is read like any table, dates in any spelling', async () => {
    const { dataset, issues, tables } = await loaded(
      described('e1,事件,2020年3月1日,新院区启用,张三,jia,htn,', 'e2,说明,2020-11-29,"一，二",李四,,,screen')
    );
    expect(issues).toEqual([]);
    expect(dataset.annotations).toEqual([
      {
        ...{ id: 'e1', kind: '事件', date: '2020-03-01', text: '新院区启用', author: '张三' },
        ...{ place: 'jia', indicator: 'htn', programme: '' }
      },
      {
        ...{ id: 'e2', kind: '说明', date: '2020-11-29', text: '一，二', author: '李四' },
        ...{ place: '', indicator: '', programme: 'screen' }
      }
    ]);
    expect(tables.find(({ table }) => table === 'annotations')).toMatchObject({
      ...{ file: 'annotations.csv', title: '图上说明', found: 2, kept: 2 }
    });
  });

  it('names each bad row by file, row, column, value, why and what to do; the good ones stay', async () => {
    const { dataset, issues } = await loaded(
      described(
        'e1,事件,2020-03-01,好,张三,jia,htn,',
        'e2,大事,2020-03-01,好,张三,jia,htn,',
        'e3,事件,2020-02-30,好,张三,jia,htn,',
        `e4,事件,2020-03-01,${'数'.repeat(201)},张三,jia,htn,`,
        'e5,事件,2020-03-01,,张三,jia,htn,',
        'e6,事件,2020-03-01,好,,jia,htn,',
        'e7,事件,2020-03-01,好,张三,没有,htn,',
        'e8,事件,2020-03-01,好,张三,,htn,screen',
        'e9,事件,2020-03-01,好,张三,,,',
        'e1,说明,2020-03-02,重复,张三,jia,htn,'
      )
    );
    expect(dataset.annotations.map(({ id }) => id)).toEqual(['e1']);
    expect(issues.map(({ file, row, column, rule }) => [file, row, column, rule])).toEqual([
      ['annotations.csv', 3, 'kind', '枚举'],
      ['annotations.csv', 4, 'date', '日期'],
      ['annotations.csv', 5, 'text', '格式'],
      ['annotations.csv', 6, 'text', '必填'],
      ['annotations.csv', 7, 'author', '必填'],
      ['annotations.csv', 8, 'place', '外键'],
      ['annotations.csv', 9, 'indicator', '说的是什么'],
      ['annotations.csv', 10, 'indicator', '说的是什么'],
      ['annotations.csv', 11, 'annotation', '主键重复']
    ]);
    expect(issueText(issues[6]!)).toContain('指标和任务都填了，只能填其中一个');
    expect(issueText(issues[7]!)).toContain('没有写明说的是哪项指标、哪项任务或哪个地区');
    expect(issues[2]!.todo).toContain('最多200个字');
  });

  it('may be absent, and a package needn’t describe it', async () => {
    const described = await loaded(async (path) => {
      const bytes = await small(path);
      if (path !== 'datapackage.json') return bytes;
      return new TextEncoder().encode(withAnnotationTable(new TextDecoder().decode(bytes)));
    });
    expect(described.issues).toEqual([]);
    expect(described.dataset.annotations).toEqual([]);
    const plain = await loaded(small);
    expect(plain.dataset.annotations).toEqual([]);
    expect(plain.tables).toHaveLength(6);
  });

  it('an id that no key leads to is named where the package states no keys', async () => {
    const fetchBytes = described('e1,事件,2020-03-01,好,张三,没有,htn,', 'e2,事件,2020-03-01,好,张三,jia,,');
    const { dataset, issues } = await loaded(async (path) => {
      const bytes = await fetchBytes(path);
      if (path !== 'datapackage.json') return bytes;
      const text = new TextDecoder().decode(bytes).replace(/"foreignKeys"/g, '"keys"');
      return new TextEncoder().encode(text);
    });
    expect(dataset.annotations.map(({ id }) => id)).toEqual(['e2']);
    expect(issues.map(({ row, column, rule }) => [row, column, rule])).toEqual([[2, 'place', '外键']]);
  });
});

describe('the description of the table', () => {
  it('is added once, and not to what is no package', async () => {
    const text = new TextDecoder().decode(await small('datapackage.json'));
    const added = withAnnotationTable(text);
    expect(withAnnotationTable(added)).toBe(added);
    expect(annotationSchema(added)).toBeUndefined();
    expect(annotationSchema(text)).toMatchObject({ name: 'annotations', file: 'annotations.csv', optional: true });
    for (const none of ['', '[]', '{"resources":1}', '{']) expect(withAnnotationTable(none)).toBe(none);
  });
});

describe('what somebody wrote, as a batch', () => {
  it('is one row of a table that the package didn’t describe', async () => {
    const { dataset, issues, batches } = await loaded(small, [EVENT, WORD]);
    expect(issues).toEqual([]);
    expect(dataset.annotations).toEqual(KEPT);
    expect(batches.onTop).toEqual([EVENT.id, WORD.id]);
    expect(EVENT).toMatchObject({ kind: '加说明', title: '事件 =1+1，“新”院区,启用<b>', files: [] });
    expect(EVENT.changes[0]!.after!.annotation).toMatch(/^2020-03-01-[0-9a-f]{8}$/);
  });

  it('goes into a file and comes back', () => {
    expect(readBatch(writeBatch(EVENT, 'd'), 'd')).toEqual({ kind: 'batch', batch: EVENT });
  });

  it('is in the package, whose description then has the table, and out of it is the same', async () => {
    const { files } = await exported(small, [EVENT, WORD]);
    const csv = new TextDecoder().decode(files.get('annotations.csv'));
    // What a spreadsheet would run has a blank before it.
    expect(csv.split('\n')[1]).toContain('"　=1+1，“新”院区,启用<b>",　@张三,jia,htn,');
    const there = await loaded(fetchOf(files));
    expect(there.issues).toEqual([]);
    expect(there.dataset.annotations).toEqual(KEPT);
    const text = new TextDecoder().decode(files.get('datapackage.json'));
    expect(text).toContain('"title": "图上说明"');
    // Taken in elsewhere: what was written is all that is new, and then nothing is.
    const about = { made: MADE, base: '0.1.0' };
    const archive = { name: '包.zip', bytes: new Uint8Array(1) };
    const taking = await takePackage(files, archive, await tablesOf(small, []), about);
    if (taking.kind !== 'batch') throw new Error(taking.kind);
    expect(taking.batch.changes.map(({ table }) => table)).toEqual(['annotations', 'annotations']);
    expect((await loaded(small, [taking.batch])).dataset.annotations).toEqual(KEPT);
    const again = await takePackage(files, archive, await tablesOf(small, [taking.batch]), about);
    expect(again).toEqual({ kind: 'same' });
  });

  it('leaves a package without any as it was', async () => {
    const { files } = await exported(small, []);
    expect(files.has('annotations.csv')).toBe(false);
    expect(new TextDecoder().decode(files.get('datapackage.json'))).not.toContain('annotations');
  });

  it('is gone when it is taken back from the package that holds it', async () => {
    const { files } = await exported(small, [EVENT]);
    const undo = newBatch({
      ...{ made: MADE, kind: '改正', title: '撤回', files: [], base: '', decisions: [] },
      changes: reversed(EVENT)
    });
    const { dataset, issues } = await loaded(fetchOf(files), [EVENT, undo]);
    expect(dataset.annotations).toEqual([]);
    expect(issues.filter(({ level }) => level === '错误')).toEqual([]);
  });
});
