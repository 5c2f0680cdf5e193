/** The sign of a task's row belongs to one of its figures: ≤ to the target, ≥ to what was done. */
import { describe, expect, it } from 'vitest';
import { count, programme, type Task } from '../factory';
import { audited, told } from './auditing';

const DISPUTES = count({ id: 'disputes', name: '纠纷', unit: '件' });
const tasks = (...rows: Partial<Task>[]): Task[] =>
  rows.map((row) => ({ of: '任务', at: '甲县', in: '2020', asOf: '2020-10-31', ...row }));
const LIMIT = programme('任务', { unit: '件', indicator: 'disputes' });

describe('a limit in the audit', () => {
  it('is no bound of what was done: 12 and 15 contradict each other under 10 at most', () => {
    const twice = (a: number, b: number) =>
      told(
        audited({
          programmes: [LIMIT],
          tasks: tasks({ target: 10, done: a, qualifier: '≤' }, { target: 10, done: b, qualifier: '≤' })
        })
      );
    expect(twice(12, 15)).toEqual([['不符', '目标10件，完成数12件≠15件']]);
    expect(twice(12, 12)).toEqual([['相符', '目标10件，完成数12件']]);
  });

  it('is no bound of what the table of indicators says of the same line', () => {
    const beside = (value: number) =>
      told(
        audited({
          indicators: [DISPUTES],
          programmes: [LIMIT],
          facts: [{ at: '甲县', in: '2020', value, line: 1, written: `${value}件` }],
          tasks: tasks({ target: 10, done: 12, qualifier: '≤', written: '12件 / 10件' })
        })
      );
    expect(beside(9)).toEqual([['不符', '12件≠9件']]);
    expect(beside(12)).toEqual([['相符', '12件＝12件']]);
  });

  it('is a bound of its target alone where a relation asks for a figure', () => {
    const sum = (total: number) =>
      told(
        audited(
          {
            indicators: [DISPUTES],
            programmes: [{ ...LIMIT, indicator: '' }],
            facts: [{ at: '甲县', in: '2020', value: total, written: `${total}件` }],
            tasks: tasks({ target: 10, done: 12, qualifier: '≤', written: '12件' })
          },
          {
            kind: '同一',
            members: [
              { role: '值', of: 'disputes' },
              { role: '值', task: '任务' }
            ]
          }
        )
      );
    expect(sum(12)[0]![0]).toBe('相符');
    expect(sum(9)[0]![0]).toBe('不符');
  });

  it('at least so much done stays a bound', () => {
    expect(
      told(
        audited({
          programmes: [LIMIT],
          tasks: tasks({ target: 10, done: 12, qualifier: '≥' }, { target: 10, done: 15 })
        })
      )
    ).toEqual([['相符', '目标10件，完成数12件、15件']]);
  });
});
