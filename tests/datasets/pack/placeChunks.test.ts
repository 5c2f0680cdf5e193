import { describe, expect, it } from 'vitest';
import { indexesOf } from '../../../src/datasets/pack/blockColumns';
import { decodeChunk } from '../../../src/datasets/pack/decodeChunk';
import { makeChunks } from '../../../src/datasets/pack/makePack';
import { type MadePlaceChunk, placeChunks } from '../../../src/datasets/pack/placeChunks';
import type { Dataset } from '../../../src/domain/model/dataset';
import { dataset, indicator, place } from '../../domain/factory';
import { inBlocks } from '../../fixtures/inBlocks';

const figure = (of: string, at: string, value: number) => ({ of, at, in: '2020', value });
/** By indicator: 床位 10 11, 门诊 30 31 32, 分娩 50. 甲县 has 10 30 50, 乙县 11 31, 丙县 32, 丁县 none. */
const made = dataset({
  indicators: ['床位', '门诊', '分娩'].map((name) => indicator({ name, unit: '人', kind: '数量' })),
  places: ['甲县', '乙县', '丁县', '丙县'].map((name) => place(name)),
  facts: [
    figure('门诊', '甲县', 30),
    figure('床位', '甲县', 10),
    figure('分娩', '甲县', 50),
    figure('门诊', '乙县', 31),
    figure('床位', '乙县', 11),
    figure('门诊', '丙县', 32)
  ]
});

function chunks(whole: Dataset, least: number, held: number): MadePlaceChunk[] {
  const { dataset: packed, load } = inBlocks(whole, 3);
  load(packed.missing());
  return [...placeChunks(packed, least, held)];
}

const numbers = ({ bytes }: MadePlaceChunk, name: 'value' | 'at'): number[] => {
  const { stored, scale } = decodeChunk(bytes).numbers[name]!;
  return Array.from(stored, (n) => n / scale);
};

describe('placeChunks(dataset, least, held)', () => {
  it('has the rows of each place in the order in which they stand by indicator, and says where', () => {
    const all = chunks(made, 1, 100);
    expect(all.map((one) => [one.places, one.rows, numbers(one, 'value'), numbers(one, 'at')])).toEqual([
      [['甲县'], 3, [10, 30, 50], [0, 2, 5]],
      [['乙县'], 2, [11, 31], [1, 3]],
      [['丙县'], 1, [32], [4]]
    ]);
  });

  it('joins neighbours of few rows; one without rows is in none', () => {
    const all = chunks(made, 3, 100);
    expect(all.map((one) => [one.places, numbers(one, 'value')])).toEqual([
      [['甲县'], [10, 30, 50]],
      [
        ['乙县', '丙县'],
        [11, 31, 32]
      ]
    ]);
  });

  it('gives the same bytes however many rows are held at once', () => {
    const whole = chunks(made, 1, 100);
    expect(chunks(made, 1, 1)).toEqual(whole);
    expect(chunks(made, 1, 4)).toEqual(whole);
  });

  it('is refused where it does not say where its rows stand, or names one that there is not', () => {
    const [byIndicator] = [...makeChunks(made, 9)];
    expect(() => indexesOf(decodeChunk(byIndicator!.bytes), 6)).toThrow('各行在哪里没有写对');
    // 甲县 stands at 0, 2 and 5.
    const chunk = decodeChunk(chunks(made, 1, 100)[0]!.bytes);
    expect(Array.from(indexesOf(chunk, 6))).toEqual([0, 2, 5]);
    expect(() => indexesOf(chunk, 5)).toThrow('各行在哪里没有写对');
  });
});
