import { describe, expect, it } from 'vitest';
import { progressBoard } from '../../../src/domain/board/board';
import {
  DEFAULT_RULE,
  type DueRule,
  type ForecastRule,
  LIGHT_LEVELS,
  lightLegend,
  type LightRule,
  PALETTE_NAMES,
  type RankRule,
  ruleText,
  type ThresholdRule
} from '../../../src/domain/lights/rule';
import { completionOf } from '../../../src/domain/progress/computeCompletion';
import { dataset, place, programme, unit, type Task } from '../factory';

const head = { palette: '红黄绿', default: false, note: '' } as const;
const THRESHOLD: ThresholdRule = { ...head, id: 't', name: '阈值', family: '阈值', greenFrom: 90, amberFrom: 70 };
const RANK: RankRule = { ...head, id: 'r', name: '位次', family: '位次', last: 3, fewest: 6 };
const DUE: DueRule = { ...head, id: 'd', name: '逾期', family: '逾期', amberDays: 30 };
const FORECAST: ForecastRule = { ...head, id: 'f', name: '预测', family: '预测', greenFrom: 100, amberFrom: 90 };

function light(rule: LightRule, task: Partial<Task>) {
  const data = dataset({
    programmes: [programme('筛查')],
    tasks: [{ of: '筛查', at: '甲县', in: '2020', status: '实际', ...task }]
  });
  return completionOf(data.progress[0]!, rule).light;
}
const shown = (rule: LightRule, task: Partial<Task>) => {
  const { name, word, reason } = light(rule, task);
  return `${name || '无'} ${word} ${reason}`;
};

describe('a light by completion (阈值)', () => {
  it.each([
    [90, '绿 达标 完成率90%'],
    [89.99, '黄 接近 完成率89.99%'],
    [70, '黄 接近 完成率70%'],
    [69.99, '红 偏低 完成率69.99%'],
    [0, '红 偏低 完成率0%']
  ])('at %s%% is %s', (rate, expected) => {
    expect(shown(THRESHOLD, { rate })).toBe(expected);
  });

  it('needs no 序时, but a completion', () => {
    expect(shown(THRESHOLD, { done: 300 })).toBe('无 不亮灯 没有目标，算不出完成率');
    expect(shown(THRESHOLD, { done: 3, target: 0 })).toBe('无 不亮灯 目标为0，不算完成率');
    expect(shown(THRESHOLD, { target: 300 })).toBe('无 不亮灯 计划，尚无完成数');
  });
});

describe('a light by lateness (逾期)', () => {
  it.each([
    // 31 December − 1 December = 30 days
    ['2020-11-30', 80, '绿 正常 离到期（2020年12月31日）还有31天，完成80%'],
    ['2020-12-01', 80, '黄 临期 离到期（2020年12月31日）还有30天，完成80%'],
    ['2020-12-30', 99.9, '黄 临期 离到期（2020年12月31日）还有1天，完成99.9%'],
    ['2020-12-31', 99.9, '红 逾期 2020年12月31日到期，完成99.9%'],
    ['2021-03-01', 99.9, '红 逾期 2020年12月31日到期，完成99.9%'],
    ['2021-03-01', 100, '绿 正常 已完成100%']
  ])('up to %s at %s%% is %s', (asOf, rate, expected) => {
    expect(shown(DUE, { rate, asOf })).toBe(expected);
  });

  it('needs no cut-off day where the work is done, and has none where it isn’t', () => {
    expect(shown(DUE, { done: 2212, target: 2200 })).toBe('绿 正常 已完成100.55%');
    expect(shown(DUE, { done: 124, target: 130 })).toBe('无 不亮灯 没有写明数据截止日，算不出序时');
  });
});

describe('a light by forecast (预测)', () => {
  it.each([
    // 67.68 ÷ (300 ÷ 366) = 82.5696
    ['2020-10-26', 67.68, '红 难完成 推算到期完成82.6%'],
    // 30 June 2020 is 6 of 12 months: 50 ÷ 0.5 = 100; 45 ÷ 0.5 = 90; 44.9 ÷ 0.5 = 89.8
    ['2020-06-30', 50, '绿 可完成 推算到期完成100.0%'],
    ['2020-06-30', 45, '黄 有缺口 推算到期完成90.0%'],
    ['2020-06-30', 44.9, '红 难完成 推算到期完成89.8%'],
    ['2020-06-30', 112.92, '绿 可完成 已完成112.92%'],
    ['2020-12-31', 95.38, '黄 有缺口 已到期，完成95.38%'],
    ['2019-12-31', 10, '无 不亮灯 任务期尚未开始']
  ])('up to %s at %s%% is %s', (asOf, rate, expected) => {
    expect(shown(FORECAST, { rate, asOf })).toBe(expected);
  });

  it('isn’t given for rates as targets, which don’t add up over time', () => {
    expect(shown(FORECAST, { unit: '%', target: 80, rate: 40, asOf: '2020-06-30' })).toBe(
      '无 不亮灯 目标是比率，不随时间累计，不推算'
    );
  });
});

describe('a light by rank (位次)', () => {
  const counties = ['甲县', '乙县', '丙县', '丁县', '戊县', '己县', '庚县'];
  /** On the last day 序时 is 100%, so the lead is the rate less 100. */
  function lights(rates: readonly number[], extra: readonly Task[] = [], rule = RANK) {
    const tasks = rates.map((rate, i): Task => ({
      of: '筛查',
      at: counties[i]!,
      in: '2020',
      rate,
      asOf: '2020-12-31'
    }));
    const data = dataset({
      places: counties.map((name) => place(name)),
      programmes: [programme('筛查')],
      tasks: [...tasks, ...extra]
    });
    return progressBoard(data, { rule, sort: 'official' }).rows.map(
      (c) => `${c.place.name}${c.light.name} ${c.light.reason}`
    );
  }

  it('is red for those behind and among the last three, amber for others behind, green for the rest', () => {
    expect(lights([101, 99, 98, 97, 96, 95])).toEqual([
      '甲县绿 快1.0个百分点',
      '乙县黄 慢1.0个百分点；6家中列第2',
      '丙县黄 慢2.0个百分点；6家中列第3',
      '丁县红 慢3.0个百分点；6家中列第4（末3位）',
      '戊县红 慢4.0个百分点；6家中列第5（末3位）',
      '己县红 慢5.0个百分点；6家中列第6（末3位）'
    ]);
  });

  it('keeps the last green where they aren’t behind', () => {
    expect(lights([110, 109, 108, 107, 106, 100]).every((l) => l.includes('绿'))).toBe(true);
  });

  it('counts equals alike: two that share the third place from below are both among the last', () => {
    expect(lights([101, 99, 97, 97, 96, 95]).map((l) => l.slice(0, 3))).toEqual([
      '甲县绿',
      '乙县黄',
      '丙县红',
      '丁县红',
      '戊县红',
      '己县红'
    ]);
  });

  it('is drawn up anew without a place that gave no figure, and says so', () => {
    const [, second] = lights(
      [101, 99, 98, 97, 96, 95],
      [{ of: '筛查', at: '庚县', in: '2020', done: 5, asOf: '2020-12-31' }]
    );
    expect(second).toBe('乙县黄 慢1.0个百分点；6家中列第2；庚县缺数，按其余6家排');
  });

  it('says so once under the board too', () => {
    const tasks = [
      ...counties.slice(0, 6).map((at, i): Task => ({ of: '筛查', at, in: '2020', rate: 99 - i, asOf: '2020-12-31' })),
      { of: '筛查', at: '庚县', in: '2020', done: 5 }
    ];
    const board = progressBoard(dataset({ programmes: [programme('筛查')], tasks }), { rule: RANK });
    expect(board.notes.filter((n) => n.text.includes('位次'))).toEqual([
      { level: '说明', text: '筛查（2020年）：庚县缺数，位次按有数的6家重排。' }
    ]);
    expect(
      progressBoard(dataset({ programmes: [programme('筛查')], tasks })).notes.filter((n) => n.text.includes('位次'))
    ).toEqual([]);
  });

  it('leaves out who last reported in an earlier month', () => {
    const late: Task = { of: '筛查', at: '庚县', in: '2020', rate: 50, asOf: '2020-11-30' };
    const rows = lights([101, 99, 98, 97, 96, 95], [late]);
    expect(rows[1]).toBe('乙县黄 慢1.0个百分点；6家中列第2；庚县缺数，按其余6家排');
    // 11 of 12 months = 91.67; 50 − 91.67 = −41.67
    expect(rows[6]).toBe('庚县黄 慢41.7个百分点；截止日早于其他各家，不排位次');
  });

  it('calls nobody last among fewer than the rule asks for', () => {
    expect(lights([90, 80, 70])).toEqual([
      '甲县黄 慢10.0个百分点；有数的3家，不足6家，不排末位',
      '乙县黄 慢20.0个百分点；有数的3家，不足6家，不排末位',
      '丙县黄 慢30.0个百分点；有数的3家，不足6家，不排末位'
    ]);
  });

  it('ranks organisations among those of their county, whatever the board is filtered by', () => {
    const data = dataset({
      places: [place('甲县'), unit('一院', '甲县'), unit('二院', '甲县'), place('乙县'), unit('三院', '乙县')],
      programmes: [programme('筛查')],
      tasks: [
        ['一院', 90],
        ['二院', 80],
        ['三院', 10]
      ].map(([at, rate]) => ({ of: '筛查', at: String(at), in: '2020', rate: Number(rate), asOf: '2020-12-31' }))
    });
    const [row] = progressBoard(data, { organisation: '二院', rule: { ...RANK, last: 1, fewest: 2 } }).rows;
    expect(row!.light).toMatchObject({ level: 'bad', reason: '慢20.0个百分点；2家中列第2（末1位）' });
  });

  it('has no light without a 序时', () => {
    expect(shown(RANK, { rate: 90 })).toBe('无 不亮灯 没有写明数据截止日，算不出序时');
  });
});

describe('words and shapes', () => {
  it('come from the palette, the shape from the level', () => {
    const named = PALETTE_NAMES.map((palette) =>
      lightLegend({ ...DEFAULT_RULE, palette }).map((l) => `${l.shape}${l.name}${l.word}`)
    );
    expect(named).toEqual([
      ['■红滞后', '▲黄略慢', '●绿达序时', '○不亮灯'],
      ['■红滞后', '▲黄略慢', '●蓝达序时', '○不亮灯'],
      ['■紫滞后', '▲橙略慢', '●蓝达序时', '○不亮灯']
    ]);
    expect(lightLegend(DEFAULT_RULE).map((l) => l.level)).toEqual(LIGHT_LEVELS);
  });

  it('print the rule in one sentence, in the colours of its palette', () => {
    expect(ruleText({ ...DEFAULT_RULE, palette: '色盲安全', amberWithin: 10 })).toBe(
      '不慢于序时为蓝，慢10个百分点以内为橙，其余为紫；没有完成率或序时不亮灯'
    );
    expect(ruleText({ ...THRESHOLD, palette: '蓝黄红' })).toBe(
      '完成率90%及以上为蓝，70%及以上为黄，其余为红；没有完成率不亮灯'
    );
    expect(ruleText(RANK)).toBe(
      '不慢于序时为绿，慢于序时为黄，慢于序时且在同一任务中列末3位为红；有缺数的按其余重排并注明，有数的不足6家不排末位；没有完成率或序时不亮灯'
    );
    expect(ruleText(DUE)).toBe(
      '已完成或离到期超过30天为绿，未完成且离到期30天以内为黄，到期未完成为红；没有完成率或截止日不亮灯'
    );
    expect(ruleText(FORECAST)).toBe(
      '已完成或按现有快慢推算到期完成100%及以上为绿，90%及以上为黄，其余为红；推算不出不亮灯'
    );
  });
});

describe('a light at the edge of what is known', () => {
  const HALF = { asOf: '2020-06-30' } as const;

  it('of at least so much is good or open, of at most so much bad or open', () => {
    const open = '无 不亮灯 完成数是界限而非确数，灯定不下来';
    for (const qualifier of ['≥', '>'] as const) {
      expect(shown(DEFAULT_RULE, { target: 100, done: 60, qualifier, ...HALF })).toBe('绿 达序时 快10.0个百分点');
      expect(shown(DEFAULT_RULE, { target: 100, done: 48, qualifier, ...HALF })).toBe(open);
      expect(shown(DEFAULT_RULE, { target: 100, done: 40, qualifier, ...HALF })).toBe(open);
      expect(shown(DEFAULT_RULE, { target: 100, done: 60, qualifier })).toBe(
        '无 不亮灯 没有写明数据截止日，算不出序时'
      );
    }
    for (const qualifier of ['≤', '<'] as const) {
      expect(shown(DEFAULT_RULE, { rate: 40, qualifier, ...HALF })).toBe('红 滞后 慢10.0个百分点');
      expect(shown(DEFAULT_RULE, { rate: 48, qualifier, ...HALF })).toBe(open);
      expect(shown(DEFAULT_RULE, { rate: 60, qualifier, ...HALF })).toBe(open);
      expect(shown(DEFAULT_RULE, { rate: 60, qualifier })).toBe('无 不亮灯 没有写明数据截止日，算不出序时');
    }
  });

  it('by rank, where no ranks were made, says the lag alone', () => {
    expect(shown(RANK, { rate: 40, ...HALF })).toBe('黄 未达序时 慢10.0个百分点');
    expect(shown(RANK, { rate: 50, ...HALF })).toBe('绿 达序时 与序时持平');
  });

  it('by lateness and by forecast is good once all is done', () => {
    expect(shown(DUE, { rate: 100, asOf: '2020-12-31' })).toBe('绿 正常 已完成100%');
    expect(shown(FORECAST, { rate: 100, ...HALF })).toBe('绿 可完成 已完成100%');
  });

  it('says what the report is wrong about', () => {
    expect(shown(DEFAULT_RULE, { status: '原文错误' })).toBe('无 不亮灯 没有完成率（原文错误）');
    expect(shown(DEFAULT_RULE, { status: '缺字' })).toBe('无 不亮灯 没有完成率（缺字）');
  });
});
