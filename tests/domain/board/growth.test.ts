import { describe, expect, it } from 'vitest';
import { progressBoard } from '../../../src/domain/board/board';
import { planList } from '../../../src/domain/board/plans';
import { supervisionList } from '../../../src/domain/board/supervision';
import { defaultIndicators } from '../../../src/domain/address/defaultIndicator';
import { auditOf } from '../../../src/domain/audit/audit';
import { Dataset } from '../../../src/domain/model/dataset';
import type { DatasetTables } from '../../../src/domain/model/datasetParts';
import type { ProgressRow } from '../../../src/domain/model/records';
import { trendCoverage } from '../../../src/domain/trend/coverage';
import { dataset, indicator, place, programme, unit, type Fact, type Task } from '../factory';

/** `n` tasks of ten programmes at counties and their organisations: two days each, the year before, and a plan. */
function tasksOf(n: number): Dataset {
  const counties = Array.from({ length: n / 20 }, (_, i) => place(`县${i}`));
  const places = counties.flatMap((county) => [county, unit(`${county.name}院`, county.id)]);
  const names = Array.from({ length: 10 }, (_, i) => `任务${i}`);
  const tasks = places.flatMap(({ id }) =>
    names.flatMap((of): Task[] => [
      { of, at: id, in: '2020', asOf: '2020-09-30', target: 100, done: 60 },
      { of, at: id, in: '2020', asOf: '2020-10-31', target: 100, done: 61 },
      { of, at: id, in: '2019', asOf: '2019-10-31', target: 100, done: 80 },
      { of, at: id, in: '2021', target: 100, status: '计划' }
    ])
  );
  return dataset({
    indicators: [indicator({ id: 'i' })],
    places,
    programmes: names.map((name) => programme(name, { indicator: 'i' })),
    tasks
  });
}

/** How many cells of progress rows an answer looks at. */
function cellsRead(data: Dataset, answer: (data: Dataset) => unknown): number {
  let read = 0;
  const counted = data.progress.map(
    (row) =>
      new Proxy(row, {
        get(target, key) {
          read += 1;
          return Reflect.get(target, key) as unknown;
        }
      })
  );
  answer(withProgress(data, counted));
  return read;
}

function withProgress(data: Dataset, progress: readonly ProgressRow[]): Dataset {
  return new Dataset({ ...tablesOf(data), progress });
}

/** The tables that a dataset was made of. */
function tablesOf(data: Dataset): DatasetTables {
  return { ...data, internalThemes: [...data.internalThemes], observations: data.blocks()[0]!.columns };
}

describe('the work for tasks grows as their number does', () => {
  const answers: Record<string, (data: Dataset) => unknown> = {
    督办: supervisionList,
    计划: planList,
    进度: progressBoard,
    自查: auditOf
  };
  for (const [name, answer] of Object.entries(answers)) {
    it(name, () => {
      // Twice the tasks, at most a little more than twice the cells: sorting compares n·log n times.
      expect(cellsRead(tasksOf(800), answer)).toBeLessThan(2.4 * cellsRead(tasksOf(400), answer));
    });
  }
});

/** One indicator at one place over `n` months, the change of each stated too. */
function monthsOf(n: number): Dataset {
  const facts = Array.from({ length: n }, (_, i): Fact[] => {
    const at = { at: '甲县', in: `${2000 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}` };
    return [
      { ...at, value: 100 + i },
      { ...at, value: 1, measure: '同比(%)' }
    ];
  });
  return dataset({ facts: facts.flat() });
}

/** How often an answer looks at a column of the observations. */
function columnsRead(data: Dataset, answer: (data: Dataset) => unknown): number {
  let read = 0;
  const { columns } = data.blocks()[0]!;
  const value = new Proxy(columns.value, {
    get(target, key) {
      read += 1;
      const found = Reflect.get(target, key, target) as unknown;
      return typeof found === 'function' ? (found as () => unknown).bind(target) : found;
    }
  });
  answer(new Dataset({ ...tablesOf(data), observations: { ...columns, value } }));
  return read;
}

describe('the work for series', () => {
  it('grows as their length does', () => {
    expect(columnsRead(monthsOf(240), trendCoverage)).toBeLessThan(2.2 * columnsRead(monthsOf(120), trendCoverage));
  });

  it('is not done at the start: the first indicator is found with one look at each figure', () => {
    const data = monthsOf(120);
    const looks = columnsRead(data, (d) => defaultIndicators(d).places);
    // One for the value of each row, and one more for the end of the loop each time round.
    expect(looks).toBeLessThanOrEqual(2 * data.size + 1);
  });
});
