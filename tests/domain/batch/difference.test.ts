import { describe, expect, it } from 'vitest';
import type { RowChange, TableRow } from '../../../src/domain/batch/batch';
import { differenceOf } from '../../../src/domain/batch/difference';
import { nameBook } from '../../../src/domain/batch/names';
import { base, observation, task } from './rows';

const add = (after: TableRow): RowChange => ({ table: 'observations', before: null, after });
const addTask = (after: TableRow): RowChange => ({ table: 'progress', before: null, after });
const difference = (known: ReturnType<typeof base>, changes: readonly RowChange[]) =>
  differenceOf(known, changes, nameBook(known, []));
const lines = ({ numbers }: ReturnType<typeof differenceOf>) =>
  numbers
    .slice()
    .map(({ title, column, kind, old, now, unit, last, course }) => [
      title,
      column,
      kind,
      old,
      now,
      unit,
      last && [last.period.text, last.value],
      course
    ]);

describe('differenceOf(base, changes, names)', () => {
  it('sets a new number beside the last comparable period: a month beside a month, ten months beside the ten before', () => {
    const known = base([
      observation('2024-08', '90'),
      observation('2024-09', '100'),
      observation('2024-01/2024-09', '850'),
      observation('2023-01/2023-10', '1000')
    ]);
    const result = difference(known, [add(observation('2024-10', '95')), add(observation('2024-01/2024-10', '1000'))]);
    expect(lines(result)).toEqual([
      ['东湖县 · 门诊人次', 'value', '新增', null, 95, '人次', ['2024-09', 100], '降'],
      ['东湖县 · 门诊人次', 'value', '新增', null, 1000, '人次', ['2023-01/2023-10', 1000], '平']
    ]);
    expect(result.courses).toEqual({ 升: 0, 降: 1, 平: 1 });
  });

  it('finds the last period among the changes themselves', () => {
    const result = difference(base([]), [add(observation('2024-10', '95')), add(observation('2024-11', '96'))]);
    expect(lines(result).map((line) => [line[4], line[6], line[7]])).toEqual([
      [95, null, null],
      [96, ['2024-10', 95], '升']
    ]);
  });

  it('takes of two numbers of the last period the one that is there already', () => {
    const changes = [add(observation('2024-09', '101')), add(observation('2024-10', '95'))];
    const result = difference(base([observation('2024-08', '90'), observation('2024-09', '100')]), changes);
    expect(lines(result).map((line) => [line[4], line[6]])).toEqual([
      [101, ['2024-08', 90]],
      [95, ['2024-09', 100]]
    ]);
  });

  it('tells each number of a task, its target without a course, the last day of the same year', () => {
    const known = base(
      [],
      [task('2024-09-30', { target: '4000', done: '2400' }), task('2023-12-31', { done: '3900' }, { period: '2023' })]
    );
    const result = difference(known, [addTask(task('2024-10-31', { target: '4200', done: '2707', rate: '64.5' }))]);
    expect(lines(result)).toEqual([
      ['东湖县 · 结直肠癌筛查', 'done', '新增', null, 2707, '例', ['2024', 2400], '升'],
      ['东湖县 · 结直肠癌筛查', 'rate', '新增', null, 64.5, '%', null, null],
      ['东湖县 · 结直肠癌筛查', 'target', '新增', null, 4200, '例', null, null]
    ]);
  });

  it('tells a replaced, a doubted and a removed number apart', () => {
    const old = observation('2024-09', '100');
    const doubted = observation('2024-08', '90');
    const gone = observation('2024-07', '80');
    const result = difference(base([old, doubted, gone]), [
      { table: 'observations', before: old, after: { ...old, value: '110' } },
      { table: 'observations', before: doubted, after: { ...doubted, status: '存疑' } },
      { table: 'observations', before: gone, after: null }
    ]);
    expect(result.counts).toEqual({ 新增: 0, 替换: 1, 删去: 1, 标为存疑: 1 });
    expect(lines(result).map((line) => [line[2], line[3], line[4]])).toEqual([
      ['删去', 80, null],
      ['标为存疑', 90, 90],
      ['替换', 100, 110]
    ]);
  });

  it('names a change of a record apart from the numbers', () => {
    const change: RowChange = { table: 'places', before: null, after: { place: 'c', name: '南岭县' } };
    expect(difference(base([]), [change])).toMatchObject({ numbers: { length: 0 }, records: [change] });
  });
});
