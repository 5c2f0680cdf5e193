import { describe, expect, it } from 'vitest';
import { decodeChunk } from '../../../src/datasets/pack/decodeChunk';
import { makeChunks } from '../../../src/datasets/pack/makePack';
import { dataset, indicator } from '../../domain/factory';

const figure = (of: string, at: string, value: number) => ({ of, at, in: '2020', value });
/** Rows of three indicators, mixed: 床位 2, 门诊 3, 分娩 1; 急诊 has none. */
const made = dataset({
  indicators: ['床位', '急诊', '门诊', '分娩'].map((name) => indicator({ name, unit: '人', kind: '数量' })),
  facts: [
    figure('门诊', '甲县', 30),
    figure('床位', '甲县', 10),
    figure('分娩', '甲县', 50),
    figure('门诊', '乙县', 31),
    figure('床位', '乙县', 11),
    figure('门诊', '丙县', 32)
  ]
});
const chunks = (least: number) =>
  [...makeChunks(made, least)].map(({ indicators, rows, bytes }) => {
    const { stored, scale } = decodeChunk(bytes).numbers.value!;
    return [indicators, rows, Array.from(stored, (n) => n / scale)];
  });

describe('makeChunks(dataset, least)', () => {
  it('joins indicators until a chunk has its rows, each in the order of its table; one without rows is in none', () => {
    expect(chunks(3)).toEqual([
      [['床位', '门诊'], 5, [10, 11, 30, 31, 32]],
      [['分娩'], 1, [50]]
    ]);
  });

  it('gives each indicator its own chunk where it has enough, and all one where they have not', () => {
    expect(chunks(1).map(([, rows]) => rows)).toEqual([2, 3, 1]);
    expect(chunks(2).map(([, rows]) => rows)).toEqual([2, 3, 1]);
    expect(chunks(7).map(([, rows]) => rows)).toEqual([6]);
  });

  it('gives none for a dataset without numbers', () => {
    expect([...makeChunks(dataset({ facts: [] }))]).toEqual([]);
  });
});
