import { describe, expect, it } from 'vitest';
import { gapContribution, type GapQuestion } from '../../../src/domain/contribution/gap';
import { contributionTable } from '../../../src/domain/contribution/table';
import { dataset, indicator, period, place, programme, source, type Task, unit } from '../factory';

const PLACES = [
  place('某市', { level: '地市' }),
  ...['甲县', '乙县', '丙县'].map((id) => place(id, { parent: '某市' })),
  unit('一院', '甲县'),
  unit('二院', '甲县'),
  unit('三院', '甲县'),
  unit('四院', '乙县')
];
const build = (...tasks: Task[]) =>
  dataset({
    programmes: [
      programme('筛查'),
      programme('资金', { unit: '万元' }),
      programme('床位控制', { unit: '张', indicator: 'beds' }),
      programme('门诊', { unit: '人次', indicator: 'visits' })
    ],
    indicators: [
      indicator({ id: 'beds', name: '床位', kind: '数量', unit: '张', better: '低', basis: '时点' }),
      indicator({ id: 'visits', name: '门诊', kind: '数量', unit: '人次', better: '不评价' })
    ],
    sources: [source('甲'), source('乙')],
    places: PLACES,
    tasks
  });
/** Half of 2024 has passed on 30 June, counted by months. */
const task = (at: string, target: number | null, done: number | null, more: Partial<Task> = {}): Task => ({
  ...{ of: '筛查', at, in: '2024', asOf: '2024-06-30', target, done },
  ...more
});
const ask = (tasks: readonly Task[], more: Partial<GapQuestion> = {}) => {
  const data = build(...tasks);
  return gapContribution(data, { programme: '筛查', kind: 'clock', rule: data.defaultRule, ...more })!;
};
const shares = (answer: ReturnType<typeof ask>) => answer.shares.map(({ name, text }) => `${name}${text}`);
const without = (answer: ReturnType<typeof ask>) => answer.absent.map((a) => `${a.place.name}：${a.reason}`);
const texts = (answer: ReturnType<typeof ask>) => answer.notes.map(({ level, text }) => `${level}：${text}`);

describe('a gap of money', () => {
  it('has the decimals that its finest figure has, due and done among them', () => {
    // Due half: 12.5 and 10; done 10.5 and 12: −2 and +2, 22.5 due and 22.5 done.
    const answer = ask([task('甲县', 25, 10.5, { of: '资金' }), task('乙县', 20, 12, { of: '资金' })], {
      programme: '资金'
    });
    expect(answer.shares.map(({ name, before, now, text }) => [name, before, now, text])).toEqual([
      ['乙县', '10.0万元', '12.0万元', '+2.0'],
      ['甲县', '12.5万元', '10.5万元', '−2.0']
    ]);
    expect(answer.whole).toMatchObject({ before: '22.5万元', now: '22.5万元', value: 0, text: '0', judgement: '持平' });
    expect(answer.verdict).toBe(
      '某市2024年资金完成22.5万元，与序时应完成相等：2个地区中1个超前、1个落后，超前最多的是乙县（+2.0）'
    );
  });

  it('has those of what the place states itself, too', () => {
    const tasks = [task('某市', 40, 20.25), task('甲县', 20, 9), task('乙县', 10, 6)];
    const answer = ask(
      tasks.map((one) => ({ ...one, of: '资金' })),
      { programme: '资金' }
    );
    // 20.25 − 20 = 0.25; 甲 9 − 10 = −1, 乙 6 − 5 = +1: beyond them 0.25.
    expect([...shares(answer), answer.whole!.text]).toEqual([
      ...['乙县+1.00', '甲县−1.00', '与各单位之和的差+0.25', '+0.25']
    ]);
    expect(answer.shares.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [1, 0],
      [0, 0.25]
    ]);
    expect(answer.shares.map(({ isFocus, uncertain }) => isFocus || uncertain)).toEqual([false, false, false]);
    expect(answer.whole!.sources).toHaveLength(1);
  });
});

describe('the units of a gap', () => {
  it('of a task that its county states as its units do need no step between them', () => {
    const answer = ask([task('甲县', 200, 90), task('一院', 100, 40), task('二院', 100, 50)], { place: '甲县' });
    expect(shares(answer)).toEqual(['一院−10', '二院0']);
    expect(answer.shares.map(({ judgement }) => judgement)).toEqual(['变差', '持平']);
    expect(answer.verdict).toBe(
      '甲县2024年筛查完成90例，比序时应完成少10例：2个单位中1个落后、1个没有变，落后最多的是一院（−10）'
    );
    expect(texts(answer)).toEqual([
      '说明：各单位的一条是完成数减序时应完成数，序时应完成＝目标×序时（按各自的截止日和进度安排），相加就是合起来的差距。'
    ]);
    expect(answer.subtitle).toBe('从序时应完成到完成 · 各单位多做少做了多少 · 单位：例');
  });

  it('to the target say so', () => {
    const answer = ask([task('甲县', 200, 90), task('乙县', 100, 130)], { kind: 'target' });
    expect(texts(answer)[0]).toBe('说明：各单位的一条是完成数减目标数，目标＝目标，相加就是合起来的差距。');
    expect(shares(answer)).toEqual(['甲县−110', '乙县+30']);
    expect(answer.subtitle).toBe('从目标到完成 · 各单位多做少做了多少 · 单位：例');
  });

  it('are left out where they report two numbers, another unit, another period, no result, no target or no day', () => {
    const answer = ask([
      task('甲县', 100, 40),
      task('乙县', 100, 60),
      ...[task('丙县', 100, 40), task('丙县', 100, 45, { source: '乙' })]
    ]);
    expect(without(answer)).toEqual(['丙县：报了不同的数']);
    const reasons = (more: Partial<Task>) =>
      without(ask([task('甲县', 1, 1), task('乙县', 1, 1), task('丙县', 9, 4, more)]));
    expect(reasons({ unit: '人' })).toEqual(['丙县：单位或时期不同']);
    expect(reasons({ in: '2024-H1' })).toEqual(['丙县：单位或时期不同']);
    expect(reasons({ done: null, rate: 50 })).toEqual(['丙县：没有完成数']);
    expect(reasons({ target: null })).toEqual(['丙县：没有目标数']);
    expect(reasons({ asOf: '' })).toEqual(['丙县：没有写明数据截止日，算不出序时']);
    expect(reasons({ status: '存疑' })).toEqual(['丙县：原文存疑']);
    expect(
      without(ask([task('甲县', 1, 1), task('乙县', 1, 1), task('丙县', 9, 4, { asOf: '' })], { kind: 'target' }))
    ).toEqual([]);
  });

  it('warn of cut-off days that differ and tell which target was worked out', () => {
    // 五月底: 5/12 of 120 is 50. 40 ÷ 50% is 80, half of it due: 40.
    const answer = ask([
      task('甲县', 120, 45, { asOf: '2024-05-31' }),
      task('乙县', null, 40, { rate: 50 }),
      task('丙县', 100, 50)
    ]);
    expect(shares(answer)).toEqual(['甲县−5', '乙县0', '丙县0']);
    expect(texts(answer)).toEqual([
      '警示：各单位的截止日不一，合起来的差距不是同一天的。',
      '说明：各单位的一条是完成数减序时应完成数，序时应完成＝目标×序时（按各自的截止日和进度安排），相加就是合起来的差距。',
      '说明：某市自己没有报，起止是3个单位之和。',
      '说明：有的目标原文没有写，由完成数÷完成率推算（单位画成空心条）。'
    ]);
    // 45 of 120 is 37.5%, 41.7% passed: 4.2 behind, which is 黄; the others are on time.
    expect(answer.shares.map(({ remark }) => remark)).toEqual(['黄灯', '目标是推算的；绿灯', '绿灯']);
    expect(answer.cutoff).toBe('2024-06-30');
    expect(texts(ask([task('甲县', 120, 45), task('乙县', 80, 40), task('丙县', 1, 1)]))).toHaveLength(2);
  });
});

describe('what is asked', () => {
  const years = [
    ...[task('甲县', 100, 40), task('乙县', 100, 60)],
    ...['甲县', '乙县'].map((at) => task(at, 50, 50, { in: '2023', asOf: '2023-12-31' })),
    ...['甲县', '乙县'].map((at) => task(at, 100, 30, { asOf: '2024-05-31' })),
    ...['甲县', '乙县'].map((at) => task(at, 200, null, { in: '2025', asOf: '' }))
  ];

  it('is the last period, the one named, or what was reported in a time; plans never', () => {
    expect(ask(years).period!.text).toBe('2024');
    expect(shares(ask(years))).toEqual(['乙县+10', '甲县−10']);
    const last = ask(years, { period: '2023' });
    expect([last.period!.text, ...shares(last)]).toEqual(['2023', '甲县0', '乙县0']);
    // 5/12 of 100 is 41.7, as a whole 42.
    expect(shares(ask(years, { reported: period('2024-05') }))).toEqual(['甲县−12', '乙县−12']);
    expect(ask(years, { period: '2025' })).toBeUndefined();
  });

  it('is of the place that most units with the task belong to, where none is named', () => {
    const tasks = ['一院', '二院', '三院'].map((at) => task(at, 100, 50));
    expect(ask([...tasks, task('四院', 100, 50)]).place.name).toBe('某市');
    const counties = ['一院', '二院', '四院'].map((at) => task(at, 100, 50));
    // Of the city no area has it, so that the organisations of its areas are its units: three; 甲县 has two.
    expect(ask(counties).place.name).toBe('某市');
    expect(ask(counties, { place: '一院' }).place.name).toBe('甲县');
    const areas = ['乙县', '丙县'].map((at) => task(at, 100, 50));
    // Two areas of the city against three organisations of 甲县; of two and two the first in places.csv.
    expect(ask([...areas, ...tasks]).place.name).toBe('甲县');
    expect(ask([...areas, ...tasks.slice(1)]).place.name).toBe('某市');
    expect(ask(counties, { place: '四院' }).place.name).toBe('某市');
  });

  it('is of who states it with a single unit, and of nobody where there is but a unit', () => {
    expect(ask([task('甲县', 100, 60), task('一院', 50, 20)]).place.name).toBe('甲县');
    expect(ask([task('一院', 50, 20)])).toBeUndefined();
  });

  it('rests on the reports of the place and of its units', () => {
    const tasks = [
      task('甲县', 200, 90),
      task('一院', 100, 40, { source: '乙', asOf: '2024-07-31' }),
      task('二院', 9, 5)
    ];
    const own = ask(tasks, { place: '甲县' });
    expect([own.sources.map(({ id }) => id), own.cutoff]).toEqual([['甲', '乙'], '2024-07-31']);
    const summed = ask(tasks.slice(1), { place: '甲县' });
    // 一院 is furthest behind and stands first: 40 of 58 due, 二院 5 of 5.
    expect(summed.whole!.sources.map(({ source: { id } }) => id)).toEqual(['乙', '甲']);
  });

  it('is of nobody where the place named has none and nobody above it', () => {
    expect(ask([task('一院', 100, 50)], { place: '丙县' })).toBeUndefined();
    const single = ask([task('一院', 100, 50)], { place: '一院' });
    expect([single.place.name, single.subtitle]).toEqual(['一院', '没有所属地区或单位报这项任务的目标和完成数']);
    expect(single).toMatchObject({ whole: null, shares: [], sources: [], cutoff: '2024-06-30' });
    expect(texts(single)).toEqual(['警示：没有所属地区或单位报这项任务的目标和完成数。']);
  });

  it('is refused with one unit where the place’s own number is in doubt, and not where it is sure', () => {
    const doubtful = ask([task('甲县', 100, 60, { status: '存疑' }), task('一院', 50, 20)], { place: '甲县' });
    expect([doubtful.whole, doubtful.subtitle]).toEqual([null, '只有一个单位有目标和完成数，拆不开']);
    const sure = ask([task('甲县', 100, 60), task('一院', 50, 20)], { place: '甲县' });
    expect(sure.verdict).toBe('甲县2024年筛查完成60例，比序时应完成多10例：其中一院−5');
  });

  it('of a limit that stands where it stands has no sum; of what is neither good nor bad no judgement', () => {
    const beds = ['甲县', '乙县'].map((at) => task(at, 100, 90, { of: '床位控制', unit: '张' }));
    expect(ask(beds, { programme: '床位控制' })).toMatchObject({
      whole: null,
      subtitle: '控制数不随时间累计，不能相加，拆不到各单位'
    });
    const visits = [task('甲县', 100, 90, { of: '门诊' }), task('乙县', 100, 40, { of: '门诊' })];
    const answer = ask(visits, { programme: '门诊' });
    expect(answer.shares.map(({ text, judgement }) => [text, judgement])).toEqual([
      ['+40', '不评价'],
      ['−10', '不评价']
    ]);
    expect(answer.whole!.judgement).toBe('不评价');
  });

  it('has who isn’t in it in its table', () => {
    const table = contributionTable(ask([task('甲县', 1, 1), task('乙县', 1, 1), task('丙县', 9, 4, { unit: '人' })]));
    expect(table.rows.map((row) => [row[0]!.text, row[1]!.text, row[row.length - 1]!.text])).toEqual([
      ['甲县', '1例', '绿灯'],
      ['乙县', '1例', '绿灯'],
      ['某市（合计）', '2例', '各单位之和'],
      ['丙县', '未列入', '单位或时期不同']
    ]);
  });
});
