import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/datasets/loadDataset';
import { changedObservation } from '../../src/domain/model/changedObservation';
import type { Dataset } from '../../src/domain/model/dataset';
import type { Observation } from '../../src/domain/model/records';
import { useBatchesStore } from '../../src/stores/batches';
import { useDatasetStore } from '../../src/stores/dataset';
import { useIntakeStore } from '../../src/stores/intake';
import { fetchFromFolder } from '../../tools/dataFolder';
import { dataImport } from '../../tools/dataImport';
import { workbook } from '../fixtures/sheets/workbook';
import { Memory } from './memory';
import { plainReader } from './plainReader';
import { smallFolder, startStores } from './smallFolder';

let dir = '';
let into = '';
let memory: Memory;

beforeEach(async () => {
  ({ dir, data: into } = await smallFolder());
  memory = new Memory();
  await startStores(into, memory);
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const sheet = (rows: (string | number)[][]) => workbook([{ name: '门诊', rows: [['2024年1-10月'], ...rows] }]);
const file = (name: string, bytes: Uint8Array): File => new File([bytes.slice().buffer], name);
/** What the batches did, by title, a change a line. */
const kept = () =>
  useBatchesStore().batches.map(({ batch }) => [
    batch.title,
    ...batch.changes.map(({ table, before, after }) => `${table} ${before?.value ?? ''}→${after?.value ?? ''}`)
  ]);
const visits = () =>
  [...useDatasetStore().ready().observationsOf('visits')]
    .filter(({ period }) => period.text.startsWith('2024'))
    .map(({ place, value }) => `${place.id} ${value}`);

const A = sheet([
  ['地区', '门诊人次'],
  ['甲县', 7],
  ['乙县', 8]
]);
const B = sheet([
  ['地区', '门诊人次', '备注'],
  ['甲县', 9, ''],
  ['丙县', 5, '=HYPERLINK("http://192.0.2.1/")']
]);

describe('several files kept in one act', () => {
  it('are a batch each, with its own file and decisions, and each is undone on its own', async () => {
    const intake = useIntakeStore();
    await intake.addFiles([file('a.xlsx', A), file('b.xlsx', B)], plainReader);
    await intake.check();
    const conflict = intake.review!.reviewed.findIndex(({ standing }) => standing === '冲突');
    expect(intake.review!.reviewed[conflict]!.rivals).toMatchObject([
      { origin: { file: 'a.xlsx', cell: 'B3' }, clashes: [{ column: 'value', old: '7', now: '9' }] }
    ]);
    expect(intake.review!.difference.counts).toMatchObject({ 新增: 3, 替换: 0 });
    await intake.keep();
    expect(intake.problem).toBe('');
    expect(intake.done).toBe('已保留，每个文件一批，共2批，可以分别撤回；3个数有变动。');
    expect(kept()).toEqual([
      ['a.xlsx', 'sources →', 'observations →7', 'observations →8'],
      ['b.xlsx', 'sources →', 'observations →5']
    ]);
    const [first, second] = useBatchesStore().batches.map(({ batch }) => batch);
    expect([first, second].map((batch) => batch!.files.map(({ name }) => name))).toEqual([['a.xlsx'], ['b.xlsx']]);
    expect(first!.decisions.some(({ question }) => question.includes('丙县'))).toBe(false);
    expect(second!.decisions.some(({ question }) => question.includes('丙县'))).toBe(true);
    expect(visits()).toEqual(['jia 7', 'yi 8', 'bing 5']);
    expect(await useBatchesStore().dependents(first!.id, false)).toEqual([]);
    await useBatchesStore().switchTo(first!.id, false);
    expect(visits()).toEqual(['bing 5']);
  });

  it('where the later replaces a number of the earlier, it rests on it and says so', async () => {
    const intake = useIntakeStore();
    await intake.addFiles([file('a.xlsx', A), file('b.xlsx', B)], plainReader);
    await intake.check();
    const conflict = intake.review!.reviewed.findIndex(({ standing }) => standing === '冲突');
    await intake.choose([conflict], '采用新数');
    // One number that is new, whatever the files between said of it.
    expect(intake.review!.difference.counts).toMatchObject({ 新增: 3, 替换: 0 });
    await intake.keep();
    expect(kept()).toEqual([
      ['a.xlsx', 'sources →', 'observations →7', 'observations →8'],
      ['b.xlsx', 'sources →', 'observations 7→9', 'observations →5']
    ]);
    const batches = useBatchesStore();
    const [first, second] = batches.batches.map(({ batch }) => batch);
    expect((await batches.dependents(first!.id, false)).map(({ title }) => title)).toEqual(['b.xlsx']);
    await batches.switchTo(second!.id, false);
    expect(visits()).toEqual(['jia 7', 'yi 8']);
  });

  it('are all kept or none', async () => {
    const intake = useIntakeStore();
    await intake.addFiles([file('a.xlsx', A), file('b.xlsx', B)], plainReader);
    await intake.check();
    memory.refusal = '浏览器的存储空间满了。';
    await intake.keep();
    expect(intake.problem).toBe('浏览器的存储空间满了。');
    expect([...memory.kept]).toEqual([]);
  });
});

describe('a file that looks real, in invented data', () => {
  it('is kept only once a person says that it is for practice', async () => {
    const described = await readFile(join(into, 'datapackage.json'), 'utf8');
    await writeFile(join(into, 'datapackage.json'), described.replace('{', '{"fictional":true,'));
    await useBatchesStore().start(
      () => memory,
      () => fetchFromFolder(into)
    );
    const intake = useIntakeStore();
    await intake.addFiles([file('a.xlsx', A)], plainReader);
    await intake.check();
    expect(intake.unmarked).toEqual(['a.xlsx']);
    await intake.keep();
    expect([...memory.kept]).toEqual([]);
    intake.practise();
    expect(intake.unmarked).toEqual([]);
    await intake.keep();
    expect(visits()).toEqual(['jia 7', 'yi 8']);
    // The next file is asked about anew.
    await intake.addFiles([file('b.xlsx', B)], plainReader);
    expect(intake.unmarked).toEqual(['b.xlsx']);
  });
});

describe('the page and the command line', () => {
  /** A number with all that is said of it; rows of a batch have lines beyond the end of the file. */
  const cells = (o: Observation) =>
    JSON.stringify(changedObservation(o, { row: 0 }), (_key, value: unknown) =>
      typeof value === 'object' && value !== null && 'id' in value ? value.id : value
    );
  const all = (dataset: Dataset) => [
    ...dataset.indicators.flatMap(({ id }) => [...dataset.observationsOf(id)].map(cells)),
    ...dataset.places.map(({ id, name }) => `${id} ${name}`),
    ...dataset.sources.map(({ id, title }) => `${id} ${title}`)
  ];

  it('make the same dataset of the same files and the same mapping', async () => {
    const odd = sheet([
      ['单位', '门诊总人次'],
      ['甲县', 7],
      ['丁县', 6],
      ['合计', 13]
    ]);
    const intake = useIntakeStore();
    await intake.addFiles([file('一.xlsx', odd), file('b.xlsx', B)], plainReader);
    const create = { place: 'ding', name: '丁县', level: '县区', parent: 'shi', naming: '原文' };
    intake.answer('指标', '门诊总人次', { use: 'visits' });
    intake.answer('地区', '丁县', { create });
    const mapping = intake.printMapping();
    await intake.check();
    await intake.keep();
    expect(visits()).toEqual(['jia 7', 'ding 6', 'bing 5']);

    for (const [name, text] of [
      ['一.xlsx', odd],
      ['b.xlsx', B],
      ['对应.json', mapping]
    ] as const)
      await writeFile(join(dir, name), text);
    const out = join(dir, 'out');
    const args = ['--into', into, '--map', join(dir, '对应.json'), '--out', out];
    const said = await dataImport([...args, join(dir, '一.xlsx'), join(dir, 'b.xlsx')]);
    expect(said.out).toContain('新增：sources 2行，places 1行，observations 3行；');
    const loaded = await loadDataset({ fetchBytes: fetchFromFolder(out) });
    if (loaded.kind === 'failed') throw new Error('not read');
    expect(all(loaded.dataset)).toEqual(all(useDatasetStore().ready()));
    expect(loaded.issues).toEqual(useDatasetStore().issues);
  });
});
