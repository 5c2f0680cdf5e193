/** Boards at their edges: orders, limits beside targets, plans with several results. */
import { describe, expect, it } from 'vitest';
import { progressBoard } from '../../../src/domain/board/board';
import { hasTasks } from '../../../src/domain/board/hasTasks';
import { progressMatrix } from '../../../src/domain/board/matrix';
import { planList } from '../../../src/domain/board/plans';
import { isReportedIn, latestPeriods } from '../../../src/domain/board/selectRows';
import { count, dataset, period, place, programme, unit, type Task } from '../factory';

const HALF = '2020-06-30';
const END = '2020-12-31';
const task = (of: string, at: string, more: Partial<Task>): Task => ({ of, at, in: '2020', status: '实际', ...more });

describe('whether a place has tasks', () => {
  it('asks for a result of its own or of an organisation right under it', () => {
    const data = dataset({
      places: [place('甲县'), place('乙县'), place('丙县'), unit('一院', '乙县')],
      programmes: [programme('筛查')],
      tasks: [
        task('筛查', '甲县', { done: 5 }),
        task('筛查', '一院', { rate: 50 }),
        task('筛查', '丙县', { target: 100, status: '计划' })
      ]
    });
    expect(['甲县', '乙县', '一院', '丙县', '丁县'].map((id) => hasTasks(data, id))).toEqual([
      true,
      true,
      true,
      false,
      false
    ]);
  });
});

describe('the matrix', () => {
  const data = dataset({
    places: ['甲县', '乙县', '丙县'].map((name) => place(name)),
    programmes: [programme('签约'), programme('筛查')],
    // On the last day 序时 is 100%: −5 and −10, −1 and −20; 丙县 has no rate.
    tasks: [
      task('签约', '甲县', { rate: 95, asOf: END }),
      task('筛查', '甲县', { rate: 90, asOf: END }),
      task('签约', '乙县', { rate: 99, asOf: END }),
      task('筛查', '乙县', { rate: 80, asOf: END }),
      task('筛查', '丙县', { done: 3, asOf: END })
    ]
  });
  const order = (by?: 'official' | 'red' | 'lag') => {
    const { rows, columns } = progressMatrix(data, by ? { order: by } : {});
    return [rows.map((r) => r.place.name), columns.map((c) => c.programme.name)];
  };

  it('by lag has first whoever holds the largest, and last those without any', () => {
    expect(order('lag')).toEqual([
      ['乙县', '甲县', '丙县'],
      ['筛查', '签约']
    ]);
    expect(order()).toEqual([
      ['甲县', '乙县', '丙县'],
      ['签约', '筛查']
    ]);
  });

  it('says whose tasks they are', () => {
    const units = dataset({
      places: [place('甲县'), unit('一院', '甲县'), unit('二院', '甲县'), place('乙县')],
      programmes: [programme('筛查')],
      tasks: ['甲县', '一院', '二院', '乙县'].map((at) => task('筛查', at, { rate: 100, asOf: END }))
    });
    const who = (query: Parameters<typeof progressMatrix>[1]) => progressMatrix(units, query).verdict;
    expect(who({})).toBe('4个地区和单位的1种任务共4项：4项亮绿灯');
    expect(who({ place: '甲县' })).toBe('甲县及2家单位的1种任务共3项：3项亮绿灯');
    expect(who({ place: '乙县' })).toBe('乙县的1项任务：1项亮绿灯');
    expect(who({ organisation: '一院' })).toBe('1个单位的1项任务：1项亮绿灯');
    expect(progressMatrix(data, {}).verdict).toBe('3个地区的2种任务共5项：2项亮红灯，2项亮黄灯，1项不亮灯');
  });
});

describe('what counts in a time', () => {
  it('is a result up to a day in it, or a plan due in it or later', () => {
    const rows = dataset({
      programmes: [programme('筛查')],
      tasks: [
        task('筛查', '甲县', { rate: 50, asOf: '2020-03-31' }),
        task('筛查', '甲县', { rate: 50, asOf: '2020-04-01' }),
        task('筛查', '甲县', { rate: 50, in: '2020-Q1' }),
        task('筛查', '甲县', { rate: 50 }),
        task('筛查', '甲县', { target: 100, status: '计划', in: '2019' }),
        task('筛查', '甲县', { target: 100, status: '计划', in: '2020-01-01' }),
        task('筛查', '甲县', { target: 100, status: '计划' })
      ]
    }).progress;
    const reported = period('2020-Q1');
    expect(rows.map((row) => isReportedIn(row, { reported }))).toEqual([true, false, true, false, false, true, true]);
    expect(rows.every((row) => isReportedIn(row, {}))).toBe(true);
  });

  it('is the last of several periods of one length, and every plan', () => {
    const rows = dataset({
      programmes: [programme('筛查')],
      tasks: [
        task('筛查', '甲县', { rate: 50, in: '2019' }),
        task('筛查', '甲县', { rate: 50, in: '2020' }),
        task('筛查', '甲县', { rate: 50, in: '2019-H1' }),
        task('筛查', '甲县', { target: 100, status: '计划', in: '2018' }),
        task('筛查', '乙县', { rate: 50, in: '2019' })
      ]
    }).progress;
    expect(latestPeriods(rows).map((row) => `${row.place.name}${row.period.text}`)).toEqual([
      '甲县2020',
      '甲县2019-H1',
      '甲县2018',
      '乙县2019'
    ]);
  });
});

describe('limits beside targets', () => {
  const DISPUTES = count({ id: 'disputes', name: '纠纷', unit: '件', basis: '期间', better: '低' });
  const BEDS = count({ id: 'beds', name: '床位', unit: '件', basis: '时点', better: '低' });
  const board = (...tasks: Task[]) =>
    progressBoard(
      dataset({
        indicators: [DISPUTES, BEDS],
        programmes: [
          programme('筛查'),
          programme('讲座'),
          programme('纠纷', { unit: '件', indicator: 'disputes' }),
          programme('床位', { unit: '件', indicator: 'beds' })
        ],
        tasks: tasks.map((one) => ({ asOf: HALF, ...one }))
      })
    );
  const slow = task('筛查', '甲县', { rate: 40 });
  const fast = task('讲座', '甲县', { rate: 60 });
  const used = task('纠纷', '甲县', { target: 10, done: 7 });
  const over = task('床位', '甲县', { target: 10, done: 13 });

  it('are never said to be slow or fast', () => {
    // 100 − 130 = −30; 50 − 70 = −20; 40 − 50 = −10; 60 − 50 = 10
    expect(board(slow, fast, used, over).verdict).toBe(
      '甲县床位13件，超控制数3件（控制在10件以内）；另有1项慢于序时、1项用量超序时，其余1项快于序时'
    );
    expect(board(slow, task('床位', '甲县', { target: 10, done: 8 })).verdict).toBe(
      '甲县筛查完成40%，比序时慢10.0个百分点；其余1项没有落后或超出'
    );
    expect(board(fast, task('床位', '甲县', { target: 10, done: 8 })).verdict).toBe(
      '2项任务都不慢于序时、不超控制数；最靠后的甲县讲座完成60%，比序时快10.0个百分点'
    );
  });

  it('of 0 that are passed come first', () => {
    expect(board(over, task('纠纷', '甲县', { target: 0, done: 1 })).verdict).toBe(
      '甲县纠纷1件，超控制数1件（控制在0件以内）；其余1项超出控制数'
    );
  });

  it('are counted apart', () => {
    const doubt = task('筛查', '乙县', { rate: 120, status: '存疑' });
    const open = task('讲座', '乙县', { done: 3 });
    expect(board(slow, fast, used, over, doubt, open).tally).toMatchObject({
      // 筛查, 讲座 and 纠纷 of 甲县
      timed: 3,
      behind: 2,
      exceeded: 1,
      over: 0,
      doubtfulOver: 1,
      noTarget: 1,
      differs: 0
    });
    expect(board(task('筛查', '甲县', { rate: 50 })).tally).toMatchObject({ timed: 1, behind: 0 });
    expect(board(task('筛查', '甲县', { rate: 50, done: 40, target: 100 })).tally.differs).toBe(1);
  });
});

describe('a plan with several results', () => {
  const plan = task('站点', '甲县', { target: 110, status: '计划', asOf: '' });
  const result = (done: number, asOf: string, more: Partial<Task> = {}) =>
    task('站点', '甲县', { done, asOf, ...more });
  const told = (...tasks: Task[]) => {
    const list = planList(dataset({ programmes: [programme('站点', { unit: '个' })], tasks }));
    return `${list.plans[0]!.outcome} ${list.plans[0]!.reason}`;
  };

  it('goes by the latest, in whatever order they stand', () => {
    const latest = '待报 到2020年9月30日完成90个，计划110个，未到期';
    expect(told(plan, result(80, HALF), result(90, '2020-09-30'))).toBe(latest);
    expect(told(plan, result(90, '2020-09-30'), result(80, HALF))).toBe(latest);
  });

  it('isn’t decided by a period that holds only a part of its own', () => {
    const later = result(1, '2021-06-30', { in: '2020-07/2021-06' });
    expect(told(plan, later)).toBe('待报 结果的时期（2020年7月—2021年6月）与计划不同，不能判定');
  });

  it('is told of alone or with others', () => {
    const verdict = (...tasks: Task[]) =>
      planList(dataset({ programmes: [programme('站点', { unit: '个' }), programme('床位', { unit: '个' })], tasks }))
        .verdict;
    expect(verdict(plan, result(110, END))).toBe('1项计划达成');
    const other = { ...plan, of: '床位' };
    expect(verdict(plan, other, result(110, END), { ...result(120, END), of: '床位' })).toBe('2项计划都达成');
    expect(verdict(plan, other, result(110, END))).toBe('2项计划中1项达成，1项待报结果');
  });
});
