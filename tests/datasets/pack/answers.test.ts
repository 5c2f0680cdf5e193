import { describe, expect, it } from 'vitest';
import { makeAnswers } from '../../../src/datasets/pack/makeAnswers';
import { putAnswer } from '../../../src/datasets/pack/putAnswer';
import { storedLatest } from '../../../src/datasets/pack/storedLatest';
import type { Dataset } from '../../../src/domain/model/dataset';
import type { AnswerName } from '../../../src/domain/model/storedAnswers';
import { dataset, indicator } from '../../domain/factory';

const FACTS = [
  { of: '床位', at: '甲县', in: '2024-05', value: 30 },
  { of: '床位', at: '乙县', in: '2024-06', value: 31 }
];
const whole = dataset({ indicators: [indicator({ name: '床位', unit: '张', kind: '数量' })], facts: FACTS });
const bytes = (name: AnswerName) => [...makeAnswers(whole)].find((one) => one.name === name)!.bytes;
const text = (name: AnswerName) => new TextDecoder().decode(bytes(name));

describe('the files of what is worked out of all numbers', () => {
  it('say what the numbers cover by ids, a bit a place', () => {
    expect(JSON.parse(text('cover'))).toEqual({
      earliest: '2024-05-01',
      cutoff: '2024-06-30',
      places: [
        { id: '甲县', rows: 1, cutoff: '2024-05-31' },
        { id: '乙县', rows: 1, cutoff: '2024-06-30' }
      ],
      months: [
        { month: '2024-05', figures: 1, places: 'AQ==' },
        { month: '2024-06', figures: 1, places: 'Ag==' }
      ]
    });
  });

  it('say who filed which month, in words of 32 bits, and from which sources', () => {
    const [source] = whole.sources;
    expect(JSON.parse(text('filings'))).toEqual({
      months: ['2024-05', '2024-06'],
      places: ['甲县', '乙县'],
      sets: [[], [source!.id]],
      sources: [
        [1, 0],
        [0, 1]
      ],
      indicators: [{ id: '床位', spans: [1, 1], bits: 'AQAAAAIAAAA=' }]
    });
  });

  it.each<[string, AnswerName, string, string]>([
    ['another place', 'cover', '"id":"甲县"', '"id":"丙县"'],
    ['more places than a month has bits', 'cover', '"AQ=="', '"AQEB"'],
    ['bits that are none', 'cover', '"AQ=="', '"*"'],
    ['rows that are no number', 'cover', '"rows":1', '"rows":"1"'],
    ['another source', 'filings', '"sets":[[],["', '"sets":[[],["x'],
    ['a set that is none', 'filings', '"sources":[[1,0],', '"sources":[[7,0],'],
    ['too few months', 'filings', '"sources":[[1,0],', '"sources":[[1],'],
    ['too few bits', 'filings', '"bits":"AQAAAAIAAAA="', '"bits":"AQAAAA=="'],
    ['another indicator', 'filings', '{"id":"床位"', '{"id":"门诊"'],
    ['another form', 'cover', '"months":[{', '"months":[[],{']
  ])('are refused with %s', (_, name, from, to) => {
    const altered = text(name).replace(from, to);
    expect(altered).not.toBe(text(name));
    expect(() => putAnswer(whole, name, new TextEncoder().encode(altered))).toThrow(
      /^(内容损坏|目录里有不是整数的数)$/
    );
  });

  it('have the latest of each place as a block, which is refused where it doesn’t fit the dataset', () => {
    const own = dataset({
      indicators: [...whole.indicators],
      facts: [{ of: '床位', at: '甲县', in: '2024-05', value: 30 }]
    });
    const stored = bytes('latestRows');
    const put = (into: Dataset, value: Uint8Array) => () => putAnswer(into, 'latestRows', value);
    put(whole, stored)();
    expect(whole.answers.of('latestRows', () => true)!.columns.value).toEqual(Float64Array.of(30, 31));
    expect(put(whole, new Uint8Array(0))).toThrow('内容损坏');
    expect(put(whole, stored.slice(0, 30))).toThrow('内容损坏');
    expect(put(whole, stored.slice(0, -8))).toThrow('内容损坏');
    expect(put(whole, bytes('cover'))).toThrow('内容损坏');
    expect(put(own, stored)).toThrow('有这个程序不认识的“乙县”');
    const twice = dataset({ indicators: [...whole.indicators], facts: [...FACTS, ...FACTS] });
    expect(put(whole, storedLatest(twice)!)).toThrow('各行在哪里没有写对');
  });

  it('have no latest of more rows than a table should wait for, and none of no rows', () => {
    expect(storedLatest(whole, 2)).toBeDefined();
    expect(storedLatest(whole, 1)).toBeUndefined();
    expect(storedLatest(dataset({ facts: [] }))).toBeUndefined();
  });
});
