import { describe, expect, it } from 'vitest';
import { applyBatches } from '../../../src/domain/batch/apply';
import { changesBetween, reversed } from '../../../src/domain/batch/between';
import { batch, change, figure, place, SCHEMA, tablesOf } from './tables';

const JAN = figure('a', '2020-01', '10');
const BASE = tablesOf([JAN]);

describe('from one state of the tables to another', () => {
  it('rows changed, new and gone', () => {
    const to = tablesOf([{ ...JAN, value: '11' }, figure('b', '2020-01', '1')], [place('a')]);
    const changes = changesBetween(BASE, to, SCHEMA);
    expect(changes).toEqual([
      change('places', place('b'), null),
      change('observations', JAN, { ...JAN, value: '11' }),
      change('observations', null, figure('b', '2020-01', '1'))
    ]);
    expect(applyBatches(BASE, [batch('1', ...changes)], SCHEMA).tables).toEqual(to);
  });

  it('the same in another spelling is no change', () => {
    expect(changesBetween(BASE, tablesOf([{ ...JAN, period: '2020年1月', note: '' }]), SCHEMA)).toEqual([]);
  });

  it('of rows with one key the first counts, and a table that is not described is left alone', () => {
    const to = new Map([...tablesOf([JAN, { ...JAN, value: '12' }]), ['relations' as const, [{ relation: 'r' }]]]);
    expect(changesBetween(BASE, to, SCHEMA)).toEqual([]);
  });

  it('a batch and what undoes it leave everything as it was', () => {
    const own = batch('1', change('observations', JAN, { ...JAN, value: '11' }), change('places', null, place('c')));
    const after = applyBatches(BASE, [own], SCHEMA).tables;
    expect(applyBatches(after, [batch('2', ...reversed(own))], SCHEMA)).toMatchObject({ tables: BASE, conflicts: [] });
  });
});
