import { describe, expect, it } from 'vitest';
import { applyBatches, applyToTable } from '../../../src/domain/batch/apply';
import { batch, change, figure, place, SCHEMA, tablesOf } from './tables';

const JAN = figure('a', '2020-01', '10');
const FEB = figure('a', '2020-02', '20');
const BASE = tablesOf([JAN, FEB]);

const values = (applied: ReturnType<typeof applyBatches>) =>
  applied.tables.get('observations')!.map(({ place, period, value }) => `${place} ${period} ${value}`);

describe('batches over the tables of a package', () => {
  it('without batches the tables are what they were', () => {
    const applied = applyBatches(BASE, [], SCHEMA);
    expect(applied.tables.get('observations')).toBe(BASE.get('observations'));
    expect(applied).toMatchObject({ conflicts: [], onTop: [] });
  });

  it('a table that no batch touches is the same object', () => {
    const applied = applyBatches(BASE, [batch('1', change('places', null, place('c')))], SCHEMA);
    expect(applied.tables.get('observations')).toBe(BASE.get('observations'));
    expect(applied.tables.get('places')).toEqual([place('a'), place('b'), place('c')]);
  });

  it('a row replaced keeps its place, new rows follow in the order of the batches', () => {
    const first = batch('1', change('observations', null, figure('b', '2020-01', '7')));
    const second = batch(
      '2',
      change('observations', JAN, { ...JAN, value: '11' }),
      change('observations', null, figure('b', '2020-02', '8'))
    );
    const applied = applyBatches(BASE, [first, second], SCHEMA);
    expect(values(applied)).toEqual(['a 2020-01 11', 'a 2020-02 20', 'b 2020-01 7', 'b 2020-02 8']);
    expect(applied).toMatchObject({ conflicts: [], onTop: ['1', '2'], there: new Set() });
  });

  it('a batch can take a row away, and a later one bring it back: then it is the last', () => {
    const away = batch('1', change('observations', JAN, null));
    const back = batch('2', change('observations', null, JAN));
    expect(values(applyBatches(BASE, [away], SCHEMA))).toEqual(['a 2020-02 20']);
    expect(values(applyBatches(BASE, [away, back], SCHEMA))).toEqual(['a 2020-02 20', 'a 2020-01 10']);
  });

  it('a row that takes another key leaves the old one', () => {
    const moved = batch('1', change('observations', JAN, { ...JAN, source: 's2' }));
    const { tables, conflicts } = applyBatches(BASE, [moved], SCHEMA);
    expect(tables.get('observations')).toEqual([FEB, { ...JAN, source: 's2' }]);
    expect(conflicts).toEqual([]);
  });

  it('says of each row where it comes from', () => {
    const own = batch('1', change('observations', JAN, { ...JAN, value: '11' }));
    const keys = SCHEMA.get('observations')!;
    expect(applyToTable('observations', [JAN, FEB], [own], keys).rows).toEqual([
      { row: { ...JAN, value: '11' }, at: 0, batch: own },
      { row: FEB, at: 1, batch: null }
    ]);
  });

  it('the spelling of a period, blanks and a mark for “no value” make no other row', () => {
    const change1 = change('observations', { ...JAN, period: '2020年1月', note: 'NA' }, { ...JAN, value: ' 11 ' });
    const applied = applyBatches(BASE, [batch('1', change1)], SCHEMA);
    expect(applied.conflicts).toEqual([]);
    expect(values(applied)).toEqual(['a 2020-01  11 ', 'a 2020-02 20']);
  });
});

describe('a package that has taken in what batches brought', () => {
  const bring = batch('1', change('observations', null, figure('b', '2020-01', '7')));
  const mend = batch('2', change('observations', figure('b', '2020-01', '7'), figure('b', '2020-01', '9')));

  it('a batch that is in it is there and lies not on top', () => {
    const newer = tablesOf([JAN, FEB, figure('b', '2020年1月', '7')]);
    const applied = applyBatches(newer, [bring], SCHEMA);
    expect(applied).toMatchObject({ conflicts: [], onTop: [], there: new Set(['1']) });
    expect(applied.tables.get('observations')).toEqual(newer.get('observations'));
  });

  it('a batch whose row a later one replaced is recognised by what the later one left', () => {
    const newer = tablesOf([JAN, FEB, figure('b', '2020-01', '9')]);
    expect(applyBatches(newer, [bring, mend], SCHEMA)).toMatchObject({ conflicts: [], onTop: [] });
  });

  it('the first is in it, the second stays on top', () => {
    const newer = tablesOf([JAN, FEB, figure('b', '2020-01', '7')]);
    const applied = applyBatches(newer, [bring, mend], SCHEMA);
    expect(applied).toMatchObject({ conflicts: [], onTop: ['2'], there: new Set(['1']) });
    expect(values(applied)).toEqual(['a 2020-01 10', 'a 2020-02 20', 'b 2020-01 9']);
  });

  it('what the package says it holds is not laid over it, whatever became of its rows', () => {
    const newer = tablesOf([JAN, FEB, figure('b', '2020-01', '8')]);
    const applied = applyBatches(newer, [bring], SCHEMA, new Set(['1']));
    expect(applied).toMatchObject({ conflicts: [], onTop: [], there: new Set(['1']) });
    expect(values(applied)).toEqual(['a 2020-01 10', 'a 2020-02 20', 'b 2020-01 8']);
  });

  it('a change and its undoing over the old package are not taken for being in it', () => {
    const there = batch('1', change('observations', JAN, { ...JAN, value: '11' }));
    const back = batch('2', change('observations', { ...JAN, value: '11' }, JAN));
    const applied = applyBatches(BASE, [there, back], SCHEMA);
    expect(applied).toMatchObject({ conflicts: [], onTop: ['1', '2'], there: new Set() });
    expect(values(applied)).toEqual(['a 2020-01 10', 'a 2020-02 20']);
  });
});

describe('a row that is not what the batch replaced', () => {
  it('another figure in the package: the batch stays on top, the conflict names both', () => {
    const replaced = change('observations', { ...JAN, value: '9' }, { ...JAN, value: '11' });
    const applied = applyBatches(BASE, [batch('1', replaced)], SCHEMA);
    expect(values(applied)).toEqual(['a 2020-01 11', 'a 2020-02 20']);
    expect(applied.conflicts).toEqual([{ batch: '1', table: 'observations', change: replaced, found: JAN }]);
  });

  it('the package has lost the row: the batch brings its own', () => {
    const replaced = change('observations', figure('b', '2020-01', '1'), figure('b', '2020-01', '2'));
    const applied = applyBatches(BASE, [batch('1', replaced)], SCHEMA);
    expect(values(applied)).toEqual(['a 2020-01 10', 'a 2020-02 20', 'b 2020-01 2']);
    expect(applied.conflicts).toEqual([{ batch: '1', table: 'observations', change: replaced, found: null }]);
  });

  it('the key of a new row is taken', () => {
    const added = change('observations', null, { ...JAN, value: '11' });
    const applied = applyBatches(BASE, [batch('1', added)], SCHEMA);
    expect(values(applied)).toEqual(['a 2020-01 11', 'a 2020-02 20']);
    expect(applied.conflicts).toEqual([{ batch: '1', table: 'observations', change: added, found: JAN }]);
  });

  it('two batches replace the same row: the later wins and says what it met', () => {
    const one = batch('1', change('observations', JAN, { ...JAN, value: '11' }));
    const two = batch('2', change('observations', JAN, { ...JAN, value: '12' }));
    const applied = applyBatches(BASE, [one, two], SCHEMA);
    expect(values(applied)).toEqual(['a 2020-01 12', 'a 2020-02 20']);
    expect(applied.conflicts).toEqual([
      { batch: '2', table: 'observations', change: two.changes[0], found: { ...JAN, value: '11' } }
    ]);
  });

  it('the same file taken in twice is no conflict, and switching one off leaves the other', () => {
    const row = figure('b', '2020-01', '7');
    const one = batch('1', change('observations', null, row));
    const two = batch('2', change('observations', null, row));
    const applied = applyBatches(BASE, [one, two], SCHEMA);
    expect(applied.conflicts).toEqual([]);
    expect(values(applied)).toEqual(['a 2020-01 10', 'a 2020-02 20', 'b 2020-01 7']);
    expect(values(applyBatches(BASE, [two], SCHEMA))).toEqual(values(applied));
  });

  it('a table that the package does not describe takes nothing, and the batch is not taken for being there', () => {
    const applied = applyBatches(BASE, [batch('1', change('relations', null, { relation: 'r' }))], SCHEMA);
    expect(applied).toMatchObject({ onTop: ['1'], there: new Set() });
    expect(applied.tables.get('relations')).toBeUndefined();
  });
});
