import { describe, expect, it } from 'vitest';
import { changesByGroup, chosenChanges } from '../../../src/domain/batch/chosen';
import { type Choice, reviewRows } from '../../../src/domain/batch/conflicts';
import { base, observation, proposed, task } from './rows';

const standings = (rows: ReturnType<typeof reviewRows>) => rows.map(({ standing }) => standing);
const always = (choice: Choice) => () => choice;

describe('reviewRows(base, rows)', () => {
  const known = base(
    [observation('2024-09', '100'), observation('2024-10', '120')],
    [
      task('2024-10-31', { target: '4000', done: '2707' }),
      task('', { target: '5000' }, { period: '2025', status: '计划' })
    ]
  );

  it('tells what is new, the same and another value, whichever report says it', () => {
    const reviewed = reviewRows(known, [
      proposed('observations', observation('2024-11', '130', { source: 's2' })),
      proposed('observations', observation('2024-10', '120.0', { source: 's2' })),
      proposed('observations', observation('2024年9月', '99', { source: 's2' }))
    ]);
    expect(standings(reviewed)).toEqual(['新增', '相同', '冲突']);
    expect(reviewed[2]!.rivals).toMatchObject([
      { origin: null, row: { period: '2024-09' }, clashes: [{ column: 'value', old: '100', now: '99' }] }
    ]);
  });

  it('never mixes a sub-group, a change, another place or a plan with the figure itself', () => {
    const reviewed = reviewRows(known, [
      proposed('observations', observation('2024-10', '60', { part: '男' })),
      proposed('observations', observation('2024-10', '5', { measure: '同比(%)' })),
      proposed('observations', observation('2024-10', '1', { place: 'b' })),
      proposed('progress', task('', { target: '4200' }, { period: '2024', status: '计划' }))
    ]);
    expect(standings(reviewed)).toEqual(['新增', '新增', '新增', '新增']);
  });

  it('takes a number that a row adds beside known ones as new, and a known one repeated as the same', () => {
    const reviewed = reviewRows(known, [
      proposed('progress', task('2024-10-31', { done: '2707', rate: '67.68' })),
      proposed('progress', task('2024-10-31', { done: '2707' })),
      proposed('progress', task('2024-10-31', { target: '4000', done: '2710' }))
    ]);
    expect(standings(reviewed)).toEqual(['新增', '相同', '冲突']);
    expect(reviewed[2]!.rivals[0]!.clashes).toEqual([{ column: 'done', old: '2707', now: '2710' }]);
  });

  it('takes 约800 beside 800 as another figure', () => {
    const reviewed = reviewRows(base([observation('2024', '800')]), [
      proposed('observations', observation('2024', '800', { qualifier: '≈' }))
    ]);
    expect(reviewed[0]!.rivals[0]!.clashes).toEqual([{ column: 'qualifier', old: '', now: '≈' }]);
  });

  it('finds two values of one figure within the file', () => {
    const first = observation('2024-11', '130');
    const reviewed = reviewRows(known, [
      proposed('observations', first),
      proposed('observations', observation('2024-11', '131'))
    ]);
    expect(standings(reviewed)).toEqual(['新增', '冲突']);
    expect(reviewed[1]!.rivals).toMatchObject([{ origin: reviewed[0]!.proposed.origin, row: first }]);
  });

  it('compares records by id, and only the cells that the new row fills', () => {
    const reviewed = reviewRows(known, [
      proposed('places', { place: 'a', name: '东湖县', note: '' }),
      proposed('places', { place: 'b', name: '西山区' }),
      proposed('places', { place: 'c', name: '南岭县' })
    ]);
    expect(standings(reviewed)).toEqual(['相同', '冲突', '新增']);
    expect(reviewed[1]!.rivals[0]!.clashes).toEqual([{ column: 'name', old: '西山县', now: '西山区' }]);
  });
});

describe('changesOf(reviewed, choiceOf)', () => {
  const old = observation('2024-09', '100');
  const now = observation('2024-09', '99', { source: 's2' });
  const reviewed = reviewRows(base([old]), [proposed('observations', now)]);

  it('keeps the old number', () => {
    expect(chosenChanges(reviewed, always('保留原数'))).toEqual([]);
  });

  it('replaces it, the old row kept in the change', () => {
    expect(chosenChanges(reviewed, always('采用新数'))).toEqual([{ table: 'observations', before: old, after: now }]);
  });

  it('keeps both in doubt', () => {
    expect(chosenChanges(reviewed, always('都留存疑'))).toEqual([
      { table: 'observations', before: old, after: { ...old, status: '存疑' } },
      { table: 'observations', before: null, after: { ...now, status: '存疑' } }
    ]);
  });

  it('leaves out what is there already', () => {
    const same = reviewRows(base([old]), [proposed('observations', { ...old, source: 's9' })]);
    expect(chosenChanges(same, always('采用新数'))).toEqual([]);
  });

  it('takes away every other row that says otherwise', () => {
    const other = observation('2024-09', '101', { source: 's3' });
    const twice = reviewRows(base([old, other]), [proposed('observations', now)]);
    expect(chosenChanges(twice, always('采用新数'))).toEqual([
      { table: 'observations', before: other, after: null },
      { table: 'observations', before: old, after: now }
    ]);
  });

  it('lays a second change of one row upon the first', () => {
    const later = observation('2024-09', '98', { source: 's3' });
    const both = reviewRows(base([old]), [proposed('observations', now), proposed('observations', later)]);
    expect(chosenChanges(both, always('采用新数'))).toEqual([{ table: 'observations', before: old, after: later }]);
    expect(chosenChanges(both, (i) => (i === 0 ? '保留原数' : '采用新数'))).toEqual([
      { table: 'observations', before: old, after: later }
    ]);
    expect(chosenChanges(both, always('都留存疑'))).toEqual([
      { table: 'observations', before: old, after: { ...old, status: '存疑' } },
      { table: 'observations', before: null, after: { ...now, status: '存疑' } },
      { table: 'observations', before: null, after: { ...later, status: '存疑' } }
    ]);
  });

  it('fills a record and never empties a cell of it', () => {
    const place = { place: 'b', name: '西山县', level: '县区' };
    const known = new Map([['places', [place]]] as const);
    const renamed = reviewRows(known, [proposed('places', { place: 'b', name: '西山区', level: '' })]);
    expect(chosenChanges(renamed, always('采用新数'))).toEqual([
      { table: 'places', before: place, after: { place: 'b', name: '西山区', level: '县区' } }
    ]);
  });

  it('doubts nothing that says why there is no number', () => {
    const missing = observation('2024-09', '', { status: '未报' });
    const rows = reviewRows(base([missing]), [proposed('observations', now)]);
    expect(chosenChanges(rows, always('采用新数'))).toEqual([{ table: 'observations', before: null, after: now }]);
  });
});

describe('changesByGroup(reviewed, choiceOf, groupOf)', () => {
  const old = observation('2024-09', '100');
  const first = observation('2024-09', '99', { source: 's2' });
  const second = observation('2024-09', '98', { source: 's3' });
  const byFile = (index: number) => (index === 0 ? 'a' : 'b');
  const both = reviewRows(base([old]), [proposed('observations', first), proposed('observations', second)]);

  it('gives each file its own changes, the later starting from what the earlier left', () => {
    expect(changesByGroup(both, always('采用新数'), byFile)).toEqual([
      { group: 'a', changes: [{ table: 'observations', before: old, after: first }] },
      { group: 'b', changes: [{ table: 'observations', before: first, after: second }] }
    ]);
    expect(changesByGroup(both, always('都留存疑'), byFile)).toEqual([
      {
        group: 'a',
        changes: [
          { table: 'observations', before: old, after: { ...old, status: '存疑' } },
          { table: 'observations', before: null, after: { ...first, status: '存疑' } }
        ]
      },
      { group: 'b', changes: [{ table: 'observations', before: null, after: { ...second, status: '存疑' } }] }
    ]);
  });

  it('leaves out a file that changes nothing', () => {
    expect(changesByGroup(both, (i) => (i === 0 ? '保留原数' : '采用新数'), byFile)).toEqual([
      { group: 'b', changes: [{ table: 'observations', before: old, after: second }] }
    ]);
    expect(changesByGroup(both, always('保留原数'), byFile)).toEqual([]);
  });

  it('never adds a row beside one that says the same, whatever became of the file between them', () => {
    const back = observation('2024-09', '100', { source: 's3' });
    const there = reviewRows(base([old]), [proposed('observations', first), proposed('observations', back)]);
    expect(there.map(({ standing }) => standing)).toEqual(['冲突', '冲突']);
    expect(changesByGroup(there, (i) => (i === 0 ? '保留原数' : '采用新数'), byFile)).toEqual([]);
    expect(changesByGroup(there, always('采用新数'), byFile)).toEqual([
      { group: 'a', changes: [{ table: 'observations', before: old, after: first }] },
      { group: 'b', changes: [{ table: 'observations', before: first, after: back }] }
    ]);
  });

  it('replaces nothing by what an earlier file has made of it already', () => {
    const again = observation('2024-09', '99', { source: 's3' });
    const same = reviewRows(base([old]), [proposed('observations', first), proposed('observations', again)]);
    expect(changesByGroup(same, always('采用新数'), byFile)).toEqual([
      { group: 'a', changes: [{ table: 'observations', before: old, after: first }] }
    ]);
    expect(changesByGroup(same, (i) => (i === 0 ? '保留原数' : '采用新数'), byFile)).toEqual([
      { group: 'b', changes: [{ table: 'observations', before: old, after: again }] }
    ]);
  });
});
