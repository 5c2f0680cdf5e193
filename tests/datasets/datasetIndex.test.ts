import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadDatasetIndex, parseDatasetIndex } from '../../src/datasets/datasetIndex';
import { AbsentFileError } from '../../src/datasets/fileError';
import { chooseDataset, OWN_DATASET, storageScope } from '../../src/domain/model/datasetEntry';
import { issueText } from '../../src/domain/model/issue';

const main = { id: 'main', name: '本地', folder: '', kind: '实际' } as const;
const demo = { id: 'demo', name: '示例', folder: 'demo', kind: '示例' } as const;
const parse = (value: unknown) => parseDatasetIndex(JSON.stringify(value));
const told = (value: unknown) => parse(value).issues.map(issueText);

describe('data/datasets.json', () => {
  it('lists the shipped datasets', () => {
    const { entries, issues } = parseDatasetIndex(readFileSync('data/datasets.json', 'utf8'));
    expect(issues).toEqual([]);
    expect(entries.map(({ id, folder, kind }) => [id, folder, kind])).toEqual([
      ['main', '', '实际'],
      ['demo', 'demo', '示例']
    ]);
  });

  it('puts the package in data/ itself first, and adds it where the list leaves it out', () => {
    expect(parse([demo, main]).entries).toEqual([main, demo]);
    expect(parse([demo])).toEqual({ entries: [OWN_DATASET, demo], issues: [] });
    expect(parse([{ ...demo, id: 'main' }]).entries.map(({ id }) => id)).toEqual(['main-', 'main']);
    expect(parse([])).toEqual({ entries: [OWN_DATASET], issues: [] });
  });

  it('leaves out an entry that it can not use, says why, and keeps the others', () => {
    const bad = [
      '甲',
      { ...demo, id: 'a b' },
      { ...demo, name: ' ' },
      { ...demo, folder: '../其他' },
      { ...demo, folder: 'a/b' },
      { ...demo, folder: 'sources' },
      { ...demo, folder: 3 },
      { ...demo, kind: '演示' }
    ];
    const { entries, issues } = parse([main, ...bad, demo]);
    expect(entries).toEqual([main, demo]);
    expect(issues.map(({ why }) => why)).toEqual([
      '第2个数据集不是一个对象，没有列出',
      '第3个数据集的 id“a b”不是字母、数字、“-”“_”，没有列出',
      '第4个数据集没有 name，没有列出',
      '第5个数据集的 folder“../其他”不是 data 里的文件夹，没有列出',
      '第6个数据集的 folder“a/b”不是 data 里的文件夹，没有列出',
      '第7个数据集的 folder“sources”不是 data 里的文件夹，没有列出',
      '第8个数据集的 folder“”不是 data 里的文件夹，没有列出',
      '第9个数据集的 kind“演示”不是“实际”或“示例”，没有列出'
    ]);
    expect(told([demo, { ...demo, folder: 'other' }])[0]).toContain('第2个数据集的 id“demo”和前面的重复');
    expect(told([demo, { ...demo, id: 'other' }])[0]).toContain('第2个数据集的 folder“demo”和前面的重复');
  });

  it('takes a folder with a Chinese name', () => {
    expect(parse([{ ...demo, folder: '示例' }]).entries[1]!.folder).toBe('示例');
  });

  it('opens data/ alone where the list is broken, and says so on every screen', () => {
    for (const [text, why] of [
      ['[{', '不是合格的 JSON，只打开 data 里的数据'],
      ['{}', '最外层不是一个列表，只打开 data 里的数据']
    ] as const) {
      const { entries, issues } = parseDatasetIndex(text);
      expect(entries).toEqual([OWN_DATASET]);
      expect(issues).toMatchObject([{ why, wholeFile: true, file: 'datasets.json' }]);
    }
  });

  it('is no fault where it is not there, and one where it can not be fetched', async () => {
    const absent = await loadDatasetIndex(() => Promise.reject(new AbsentFileError('没有')));
    expect(absent).toEqual({ entries: [OWN_DATASET], issues: [] });
    const refused = await loadDatasetIndex(() => Promise.reject(new Error('服务器回答 500')));
    expect(refused.entries).toEqual([OWN_DATASET]);
    expect(refused.issues).toMatchObject([{ why: '没有读到这个文件：服务器回答 500', wholeFile: true }]);
    const bytes = await loadDatasetIndex(() => Promise.resolve(new Uint8Array([0, 1, 2, 255])));
    expect(bytes.entries).toEqual([OWN_DATASET]);
    expect(bytes.issues).toHaveLength(1);
  });
});

describe('the dataset that an address asks for', () => {
  it('is the one of its id, else the one in data/ itself with a sentence', () => {
    expect(chooseDataset([main, demo], '')).toEqual({ entry: main, problem: '' });
    expect(chooseDataset([main, demo], 'main')).toEqual({ entry: main, problem: '' });
    expect(chooseDataset([main, demo], 'demo')).toEqual({ entry: demo, problem: '' });
    expect(chooseDataset([main, demo], 'xyz')).toEqual({
      entry: main,
      problem: '地址里的数据集“xyz”不在 data/datasets.json 里，打开的是“本地”。'
    });
  });

  it('keeps what a browser remembers apart, and under the old keys for the one in data/ itself', () => {
    expect(storageScope(main)).toBe('');
    expect(storageScope(demo)).toBe('demo@');
  });
});
