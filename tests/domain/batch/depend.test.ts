import { describe, expect, it } from 'vitest';
import { dependentsOf, prerequisitesOf } from '../../../src/domain/batch/depend';
import { historyOf } from '../../../src/domain/batch/history';
import { batch, change, figure, place, SCHEMA } from './tables';

const ids = (batches: readonly { id: string }[]) => batches.map(({ id }) => id);

const ROW = figure('c', '2020-01', '7');
const brings = batch('1', change('places', null, place('c')), change('observations', null, ROW));
const mends = batch('2', change('observations', ROW, { ...ROW, value: '9' }));
const points = batch('3', change('observations', null, figure('c', '2020-02', '8')));
const apart = batch('4', change('observations', null, figure('a', '2020-03', '1')));
const mendsAgain = batch('5', change('observations', { ...ROW, value: '9' }, { ...ROW, value: '10' }));
const ALL = [brings, mends, points, apart, mendsAgain];

describe('which batches rest on which', () => {
  it('one that replaces a row, one that points at a new place, and those that rest on them', () => {
    expect(ids(dependentsOf('1', ALL, SCHEMA))).toEqual(['2', '3', '5']);
    expect(ids(dependentsOf('2', ALL, SCHEMA))).toEqual(['5']);
    expect(ids(dependentsOf('4', ALL, SCHEMA))).toEqual([]);
  });

  it('the other way round', () => {
    expect(ids(prerequisitesOf('5', ALL, SCHEMA))).toEqual(['1', '2']);
    expect(ids(prerequisitesOf('3', ALL, SCHEMA))).toEqual(['1']);
    expect(ids(prerequisitesOf('1', ALL, SCHEMA))).toEqual([]);
  });

  it('one that brings the place itself rests on no other', () => {
    const own = batch(
      '2',
      change('places', null, place('c')),
      change('observations', null, figure('c', '2020-02', '8'))
    );
    expect(dependentsOf('1', [brings, own], SCHEMA)).toEqual([]);
  });

  it('two that replace the same old row do not rest on each other', () => {
    const one = batch('1', change('observations', ROW, { ...ROW, value: '8' }));
    const two = batch('2', change('observations', ROW, { ...ROW, value: '9' }));
    expect(dependentsOf('1', [one, two], SCHEMA)).toEqual([]);
  });

  it('a batch that is not among them has neither', () => {
    expect(dependentsOf('9', ALL, SCHEMA)).toEqual([]);
    expect(prerequisitesOf('9', ALL, SCHEMA)).toEqual([]);
  });
});

describe('the history of a row', () => {
  it('what it was, and which batch changed it, oldest first', () => {
    expect(historyOf('observations', { ...ROW, value: '10' }, ALL, SCHEMA)).toEqual([
      { batch: brings, before: null, after: ROW },
      { batch: mends, before: ROW, after: { ...ROW, value: '9' } },
      { batch: mendsAgain, before: { ...ROW, value: '9' }, after: { ...ROW, value: '10' } }
    ]);
  });

  it('a row that took another key is followed back', () => {
    const moved = batch('2', change('observations', ROW, { ...ROW, source: 's2', value: '9' }));
    expect(
      ids(historyOf('observations', { ...ROW, source: 's2' }, [brings, moved], SCHEMA).map((s) => s.batch))
    ).toEqual(['1', '2']);
  });

  it('a row that no batch touched has none', () => {
    expect(historyOf('observations', figure('a', '2020-01', '10'), ALL, SCHEMA)).toEqual([]);
  });
});
