import { describe, expect, it } from 'vitest';
import { memoByDataset, memoByKey } from '../../../src/domain/model/memo';
import { dataset } from '../factory';

describe('memoByDataset(compute)', () => {
  it('computes once a dataset, also where the answer is undefined', () => {
    const asked: string[] = [];
    const answer = memoByDataset((data) => void asked.push(data.title));
    const [one, other] = [dataset({ title: '甲' }), dataset({ title: '乙' })];
    answer(one);
    answer(one);
    answer(other);
    expect(asked).toEqual(['甲', '乙']);
  });
});

describe('memoByKey(limit, compute)', () => {
  it('keeps the keys asked for last', () => {
    const asked: string[] = [];
    const data = dataset({});
    const answer = memoByKey(2, (_, key) => {
      asked.push(key);
      return key.toUpperCase();
    });
    expect([answer(data, 'a'), answer(data, 'b'), answer(data, 'a')]).toEqual(['A', 'B', 'A']);
    // c pushes out b, which was asked for longest ago.
    answer(data, 'c');
    answer(data, 'a');
    answer(data, 'b');
    expect(asked).toEqual(['a', 'b', 'c', 'b']);
  });
});
