import { describe, expect, it } from 'vitest';
import { Dataset } from '../../../src/domain/model/dataset';
import { tablesOf } from '../../../src/domain/model/datasetTables';
import { NotLoadedError } from '../../../src/domain/model/notLoaded';
import { observationRows } from '../../../src/domain/rows/filterRows';
import { inBlocks, inBlocksByPlace } from '../../fixtures/inBlocks';
import { dataset, indicator } from '../factory';

const figure = (of: string, at: string, value: number, more = {}) => ({ of, at, in: '2020', value, ...more });
/** Two blocks: 床位 and 门诊, and 分娩. Lines of the file: 2 to 8. */
const whole = dataset({
  indicators: ['床位', '急诊', '门诊', '分娩'].map((name) => indicator({ name, unit: '人', kind: '数量' })),
  facts: [
    figure('门诊', '甲县', 30),
    figure('分娩', '甲县', 50),
    figure('床位', '甲县', 10),
    figure('门诊', '乙县', 31, { in: '2021' }),
    figure('床位', '乙县', 11),
    figure('门诊', '乙县', 7, { part: '女' }),
    figure('分娩', '丙县', 52)
  ]
});
const split = () => inBlocks(whole, 3);
const values = (list: readonly { readonly value: number | null }[]) => list.map(({ value }) => value);
const asked = (ask: () => unknown): readonly number[] | undefined => {
  try {
    ask();
    return undefined;
  } catch (error) {
    return error instanceof NotLoadedError ? error.blocks : [];
  }
};

describe('a dataset whose observations come in blocks', () => {
  it('knows without any of them how many there are, of which places and sources', () => {
    const { dataset: packed, blocks } = split();
    expect(blocks).toEqual([['床位', '门诊'], ['分娩']]);
    expect(packed.size).toBe(7);
    expect([packed.countAt('甲县'), packed.countAt('乙县'), packed.countAt('丙县')]).toEqual([3, 3, 1]);
    expect(packed.sourcesAt('丙县')).toEqual(whole.sourcesAt('丙县'));
    expect(packed.summary.hasParts).toBe(true);
    expect(packed.summary.periods.map(({ text }) => text)).toEqual(['2020', '2021']);
    expect(packed.missing()).toEqual([0, 1]);
    expect(packed.missing(['分娩', '急诊'])).toEqual([1]);
  });

  it('never answers from half of them: what is asked for and not there is named', () => {
    const { dataset: packed, load } = split();
    expect(asked(() => packed.observationsOf('门诊'))).toEqual([0]);
    load([0]);
    expect(values(packed.observationsOf('门诊'))).toEqual([30, 31]);
    expect(values(packed.observationsIn('床位', '乙县'))).toEqual([11]);
    expect(values(packed.partsOf('门诊'))).toEqual([7]);
    expect(packed.observationsOf('急诊')).toEqual([]);
    expect(asked(() => packed.observationsOf('分娩'))).toEqual([1]);
    expect(asked(() => packed.observationsAt('甲县'))).toEqual([1]);
    expect(asked(() => packed.allObservations())).toEqual([1]);
    expect(asked(() => packed.observation(6))).toEqual([1]);
  });

  it('gives each its place in the dataset and its line in the file', () => {
    const { dataset: packed, load } = split();
    load([1, 0]);
    const all = packed.allObservations();
    expect(all.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(values(all)).toEqual([10, 11, 30, 31, 7, 50, 52]);
    expect(all.map(({ row }) => row)).toEqual([4, 6, 2, 5, 7, 3, 8]);
    expect(packed.observation(5).place.name).toBe('甲县');
    expect(values(packed.observationsAt('甲县'))).toEqual([10, 30, 50]);
  });

  it('shows its rows in the order of the file, by any column, and sifted', () => {
    const { dataset: packed, load } = split();
    load([0, 1]);
    const rows = (filter: Parameters<typeof observationRows>[1], by = '') =>
      Array.from(observationRows(packed, filter, { by, descending: false }), (at) => packed.observation(at).value);
    expect(rows({})).toEqual([30, 50, 10, 31, 11, 7, 52]);
    expect(rows({}, 'value')).toEqual([7, 10, 11, 30, 31, 50, 52]);
    expect(rows({}, 'place')).toEqual([10, 30, 50, 11, 31, 7, 52]);
    expect(rows({ text: '乙县' })).toEqual([31, 11, 7]);
    expect(rows({ value: '>=31' })).toEqual([50, 31, 52]);
  });

  it('knows the order of the file also where its lines lie far apart, as after many rows left out', () => {
    const near = dataset({
      indicators: ['床位', '门诊'].map((name) => indicator({ name, unit: '人', kind: '数量' })),
      facts: [
        figure('床位', '甲县', 1),
        figure('门诊', '甲县', 2),
        figure('床位', '乙县', 3),
        figure('门诊', '乙县', 4)
      ]
    });
    const row = Int32Array.of(2, 900_000, 900_001, 2_000_000);
    const apart = new Dataset({ ...tablesOf(near), observations: { ...near.blocks()[0]!.columns, row } });
    const { dataset: packed, load } = inBlocks(apart, 2);
    load([0, 1]);
    const rows = observationRows(packed, {}, { by: '', descending: false });
    expect(Array.from(rows, (at) => packed.observation(at).row)).toEqual([2, 900_000, 900_001, 2_000_000]);
  });

  it('lets go of a block, and takes it again; one of other rows than stated is a fault of the program', () => {
    const { dataset: packed, load } = split();
    load([0, 1]);
    const before = packed.observationsOf('分娩');
    packed.forget(1);
    expect(asked(() => packed.observationsOf('分娩'))).toEqual([1]);
    // What was taken out of it stays what it was.
    expect(values(before)).toEqual([50, 52]);
    load([1]);
    expect(values(packed.observationsOf('分娩'))).toEqual([50, 52]);
    packed.forget(1);
    expect(() => packed.load(1, packed.blocks.call(whole)[0]!.columns)).toThrow('block 1 has other rows than stated');
  });
});

describe('a dataset whose observations also come by place', () => {
  it('asks for the block of the place alone, which says of each where it stands', async () => {
    const { dataset: packed, blocks, load } = inBlocksByPlace(whole, 3);
    expect(blocks).toEqual([['床位', '门诊'], ['分娩'], ['甲县'], ['乙县'], ['丙县']]);
    expect(asked(() => packed.observationsAt('乙县'))).toEqual([3]);
    load([3]);
    const rows = packed.observationsAt('乙县');
    expect(values(rows)).toEqual([11, 31]);
    expect(rows.map(({ index, row }) => [index, row])).toEqual([
      [1, 6],
      [3, 5]
    ]);
    expect(asked(() => packed.observationsAt('甲县'))).toEqual([2]);
    // The others are as far away as before.
    expect(packed.missing()).toEqual([0, 1]);
    expect(asked(() => packed.observationsOf('门诊'))).toEqual([0]);
    expect(asked(() => packed.allObservations())).toEqual([0, 1]);
  });

  it('reads one indicator at one place from the block that is there, of the place or of the indicator', () => {
    const { dataset: packed, load } = inBlocksByPlace(whole, 3);
    expect(asked(() => packed.observationsIn('床位', '乙县'))).toEqual([0]);
    load([3]);
    expect(packed.observationsIn('床位', '乙县').map(({ index, row, value }) => [index, row, value])).toEqual([
      [1, 6, 11]
    ]);
    expect(packed.observationsIn('分娩', '乙县')).toEqual([]);
    expect(packed.observationsIn('急诊', '乙县')).toEqual([]);
    expect(asked(() => packed.observationsIn('床位', '甲县'))).toEqual([0]);
    load([0]);
    packed.forget(3);
    expect(values(packed.observationsIn('床位', '乙县'))).toEqual([11]);
  });

  it('asks for no block by place where all others are there, nor for a place without numbers', async () => {
    const { dataset: packed, load } = inBlocksByPlace(whole, 3);
    expect(packed.observationsAt('没有的县')).toEqual([]);
    load([0, 1]);
    expect(values(packed.observationsAt('甲县'))).toEqual([10, 30, 50]);
    expect(packed.allObservations()).toHaveLength(7);
  });

  it('refuses rows without their indexes, and indexes of a block that has none', async () => {
    const { dataset: packed } = inBlocksByPlace(whole, 3);
    const { columns } = whole.blocks()[0]!;
    expect(() => packed.load(2, columns)).toThrow('block 2 has other rows than stated');
    const { dataset: other } = inBlocks(whole, 9);
    expect(() => other.load(0, columns, new Int32Array(7))).toThrow('block 0 has other rows than stated');
  });
});
