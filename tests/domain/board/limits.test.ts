import { beforeEach, describe, expect, it } from 'vitest';
import { progressBoard, type ProgressBoard } from '../../../src/domain/board/board';
import { progressTable } from '../../../src/domain/board/boardTable';
import { progressMatrix } from '../../../src/domain/board/matrix';
import { planList } from '../../../src/domain/board/plans';
import { supervisionList } from '../../../src/domain/board/supervision';
import { supervisionTable } from '../../../src/domain/board/tables';
import { headlinesOf } from '../../../src/domain/findings/findings';
import { overview } from '../../../src/domain/findings/overview';
import {
  DEFAULT_RULE,
  type DueRule,
  type ForecastRule,
  type LightRule,
  type RankRule,
  ruleText,
  type ThresholdRule
} from '../../../src/domain/lights/rule';
import type { Indicator } from '../../../src/domain/model/records';
import type { Completion } from '../../../src/domain/progress/completion';
import { profile } from '../../../src/domain/profile/profile';
import { count, dataset, indicator, place, programme, unit, type Small, type Task } from '../factory';

const head = { palette: '红黄绿', default: false, note: '' } as const;
const THRESHOLD: ThresholdRule = { ...head, id: 't', name: '', family: '阈值', greenFrom: 90, amberFrom: 70 };
const RANK: RankRule = { ...head, id: 'r', name: '', family: '位次', last: 1, fewest: 2 };
const DUE: DueRule = { ...head, id: 'd', name: '', family: '逾期', amberDays: 30 };
const FORECAST: ForecastRule = { ...head, id: 'f', name: '', family: '预测', greenFrom: 100, amberFrom: 90 };

/** An incidence: stands where it stands. */
const INCIDENCE = indicator({ id: 'tb', name: '发病率', unit: '1/10万', kind: '比率', basis: '期间', better: '低' });
/** Disputes: add up through the year. */
const DISPUTES = count({ id: 'disputes', name: '纠纷', unit: '件', basis: '期间', better: '低' });

function small(of: Indicator | null, tasks: readonly Partial<Task>[]): Small {
  return {
    indicators: of ? [of] : [],
    programmes: [programme('任务', { unit: of?.unit ?? '例', indicator: of?.id ?? '' })],
    tasks: tasks.map((task): Task => ({ of: '任务', at: '甲县', in: '2020', status: '实际', target: 10, ...task }))
  };
}
const END = { asOf: '2020-12-31' } as const;
/** 6 of 12 months. */
const HALF = { asOf: '2020-06-30' } as const;

describe('many tasks, limits among them', () => {
  const MIXED: Small = {
    indicators: [INCIDENCE, DISPUTES],
    places: [place('甲县'), unit('一院', '甲县'), unit('二院', '甲县')],
    programmes: [
      programme('发病率控制', { unit: '1/10万', indicator: 'tb' }),
      programme('纠纷控制', { unit: '件', indicator: 'disputes' }),
      programme('筛查')
    ],
    tasks: [
      { of: '发病率控制', at: '甲县', in: '2020', ...END, target: 10, done: 12 },
      { of: '纠纷控制', at: '一院', in: '2020', ...HALF, target: 10, done: 4 },
      { of: '纠纷控制', at: '二院', in: '2020', ...HALF, target: 10, done: 6 },
      { of: '筛查', at: '甲县', in: '2020', ...END, rate: 90 }
    ]
  };
  const data = dataset(MIXED);
  let board: ProgressBoard;
  beforeEach(() => {
    board = progressBoard(data);
  });
  const named = (list: readonly Completion[]) => list.map((c) => `${c.place.name}${c.programme.name}`);

  it('sorts the worst first, whichever way the target points', () => {
    // 100 − 120 = −20; 90 − 100 = −10 and 50 − 60 = −10; 50 − 40 = 10
    expect(named(board.rows)).toEqual(['甲县发病率控制', '二院纠纷控制', '甲县筛查', '一院纠纷控制']);
    expect(named(progressBoard(data, { sort: 'lead' }).rows)[0]).toBe('一院纠纷控制');
    // Completions first, then what is used, least first.
    expect(named(progressBoard(data, { sort: 'rate' }).rows)).toEqual([
      '甲县筛查',
      '一院纠纷控制',
      '二院纠纷控制',
      '甲县发病率控制'
    ]);
    expect(board.tally).toMatchObject({ timed: 3, behind: 2, exceeded: 1, over: 0 });
  });

  it('says in the title who is past a limit, and never that a limit is slow or fast', () => {
    expect(board.verdict).toBe(
      '甲县发病率控制12/10万，超控制数2/10万（控制在10/10万以内）；另有1项慢于序时、1项用量超序时，其余1项没有落后或超出'
    );
    expect(progressBoard(data, { programme: '纠纷控制' }).verdict).toBe(
      '二院纠纷控制用去控制数的60%，比序时多用10.0个百分点；其余1项没有落后或超出'
    );
    expect(progressBoard(data, { organisation: '一院' }).verdict).toBe(
      '一院纠纷控制用去控制数的40%，比序时少用10.0个百分点'
    );
  });

  it('explains the rule for limits, where there are any', () => {
    expect(board.ruleText).toBe(
      '不慢于序时为绿，慢5个百分点以内为黄，其余为红；没有完成率或序时不亮灯。' +
        '控制类任务不超过控制数为绿，超出控制数的5%以内为黄，其余为红；' +
        '按量累计的看用去的比例，不超过序时为绿，多5个百分点以内为黄，其余为红'
    );
    expect(progressBoard(data, { programme: '筛查' }).ruleText).toBe(ruleText(DEFAULT_RULE));
    for (const rule of [THRESHOLD, RANK, DUE, FORECAST]) {
      expect(ruleText(rule, true)).toMatch(/。控制类任务/);
    }
  });

  it('lists who is past a limit for a meeting', () => {
    const list = supervisionList(data);
    expect(list.items.map((i) => i.completion.light.word)).toEqual(['超出', '超序时', '滞后']);
    const table = supervisionTable(list);
    const cell = (row: number, key: string) => table.rows[row]![table.columns.findIndex((c) => c.key === key)]!;
    expect(cell(0, 'target').text).toBe('≤10/10万');
    expect(cell(0, 'lead')).toEqual(expect.objectContaining({ text: '超2/10万', value: null }));
    expect(cell(0, 'remaining').text).toBe('超2/10万');
    expect(cell(0, 'elapsed').text).toBe('');
    expect(cell(1, 'lead').text).toBe('多用10.0');
  });

  it('prints a limit as one in the table, and lights it in the matrix', () => {
    const table = progressTable(board);
    expect(table.rows[0]![table.columns.findIndex((c) => c.key === 'target')]!.text).toBe('≤10/10万');
    const matrix = progressMatrix(data, { order: 'lag' });
    expect(matrix.counts).toMatchObject({ bad: 3, good: 1 });
    expect(matrix.columns[0]!.programme.name).toBe('发病率控制');
    expect(matrix.ruleText).toBe(board.ruleText);
  });

  it('adds up what accumulates, and nothing else', () => {
    expect(board.rollUps[0]!.text).toBe('甲县纠纷控制：2家单位合计10件，用去控制数的50.00%（截至2020年6月30日）');
    const rates = dataset({
      ...MIXED,
      tasks: ['一院', '二院'].map((at) => ({ of: '发病率控制', at, in: '2020', ...END, target: 10, done: 8 }))
    });
    expect(progressBoard(rates).rollUps[0]!.text).toBe('甲县发病率控制：控制数不能相加，不作合计');
  });

  it('opens the day with a limit that is passed, never with one that is kept', () => {
    expect(
      headlinesOf(data)
        .filter((f) => f.kind !== '偏慢')
        .map((f) => `${f.kind} ${f.text}`)
    ).toEqual([
      '超限 甲县发病率控制到2020年12月31日为12/10万，超控制数2/10万（控制在10/10万以内）',
      '超限 二院纠纷控制到2020年6月30日为6件，用去控制数的60%，比序时多用10.0个百分点（控制在10件以内）'
    ]);
  });

  it('keeps a plan by staying within it, also where only the indicator says so', () => {
    const outcome = (done: number) => {
      const tasks = [{ status: '计划' } as const, { target: null, done, ...END }];
      const [plan] = planList(dataset(small(INCIDENCE, tasks))).plans;
      return `${plan!.outcome} ${plan!.reason}`;
    };
    expect(outcome(8)).toBe('达成 到2020年12月31日实际8/10万，控制在10/10万以内');
    expect(outcome(10)).toMatch(/^达成/);
    expect(outcome(12)).toBe('未达成 到2020年12月31日实际12/10万，控制在10/10万以内');
  });
});

describe('what the lights of some tasks are called', () => {
  const legend = (small: Small, rule: LightRule = DEFAULT_RULE) =>
    progressBoard(dataset(small), { rule }).legend.map((l) => `${l.shape}${l.word}`);
  const limits = small(DISPUTES, [{ done: 12, ...HALF }]);
  const targets = small(null, [{ done: 8, ...HALF }]);
  const both: Small = {
    indicators: [DISPUTES],
    programmes: [programme('任务', { unit: '件', indicator: 'disputes' }), programme('筛查', { unit: '例' })],
    tasks: [
      { of: '任务', at: '甲县', in: '2020', status: '实际', target: 10, done: 12, ...HALF },
      { of: '筛查', at: '甲县', in: '2020', status: '实际', target: 10, done: 2, ...HALF }
    ]
  };

  it('is 滞后 of targets to reach, 超出 of limits, both where there are both', () => {
    expect(legend(targets)).toEqual(['■滞后', '▲略慢', '●达序时', '○不亮灯']);
    expect(legend(limits)).toEqual(['■超出', '▲略超', '●未超', '○不亮灯']);
    expect(legend(both)).toEqual(['■滞后、超出', '▲略慢、略超', '●达序时、未超', '○不亮灯']);
  });

  it('goes by the family of the rule', () => {
    expect(legend(both, THRESHOLD)).toEqual(['■偏低、超出', '▲接近、略超', '●达标、未超', '○不亮灯']);
    expect(legend(both, RANK)).toEqual(['■靠后', '▲未达序时、超出', '●达序时、未超', '○不亮灯']);
    expect(legend(both, DUE)).toEqual(['■逾期、超出', '▲临期、待降', '●正常、未超', '○不亮灯']);
    expect(legend(both, FORECAST)).toEqual(['■难完成、超出', '▲有缺口、略超', '●可完成、未超', '○不亮灯']);
  });

  it('is the same on the matrix, on 总览 and in the words of a profile', () => {
    const data = dataset(both);
    expect(progressMatrix(data).legend[0]!.word).toBe('滞后、超出');
    expect(overview(data).legend[0]!.word).toBe('滞后、超出');
    expect(overview(dataset(limits)).byPlace[0]!.legend[0]!.word).toBe('超出');
    const withFigure = (of: Small): Small => ({
      ...of,
      indicators: [...(of.indicators ?? []), count({ id: 'beds', name: '床位', unit: '张' })],
      facts: [{ of: 'beds', at: '甲县', in: '2020', value: 5 }]
    });
    expect(profile(dataset(withFigure(both)), '甲县')!.verdict).toBe('甲县有1项指标、2项任务，1项滞后、1项超出');
    const kept = small(DISPUTES, [{ done: 2, ...HALF }]);
    expect(profile(dataset(withFigure(kept)), '甲县')!.verdict).toBe('甲县有1项指标、1项任务，亮灯的1项没有超出');
  });
});
