import { describe, expect, it } from 'vitest';
import { gapContribution, type GapQuestion } from '../../../src/domain/contribution/gap';
import { contributionTable } from '../../../src/domain/contribution/table';
import { dataset, indicator, place, programme, type Task, unit } from '../factory';

const task = (at: string, target: number | null, done: number | null, more: Partial<Task> = {}): Task => ({
  of: '筛查',
  at,
  in: '2024',
  asOf: '2024-06-30',
  target,
  done,
  ...more
});
const PLACES = [
  place('某市', { level: '地市' }),
  ...['甲县', '乙县', '丙县'].map((id) => place(id, { parent: '某市' })),
  unit('甲医院', '甲县'),
  unit('乙医院', '甲县')
];
const build = (...tasks: Task[]) =>
  dataset({
    programmes: [
      programme('筛查'),
      programme('比率', { unit: '%' }),
      programme('病例控制', { indicator: 'cases' }),
      programme('手术')
    ],
    indicators: [indicator({ id: 'cases', name: '病例', kind: '数量', unit: '例', better: '低' })],
    places: PLACES,
    tasks
  });
const city = build(
  task('甲县', 1000, 400),
  task('乙县', 600, 350),
  task('丙县', 401, 180),
  // Earlier days and years don't count.
  task('甲县', 1000, 300, { asOf: '2024-05-31' }),
  task('乙县', 500, 500, { in: '2023', asOf: '2023-12-31' })
);
const ask = (more: Partial<GapQuestion> = {}, data = city) =>
  gapContribution(data, { programme: '筛查', kind: 'clock', rule: data.defaultRule, ...more })!;

describe('the gap of a task', () => {
  it('to 序时 is what its units are ahead or behind, and adds up', () => {
    // Half a year: due 500, 300 and 200.5 → 201; 甲 −100, 乙 +50, 丙 −21: 1,001 due, 930 done.
    const answer = ask({ place: '甲县' });
    expect(answer.place.name).toBe('某市');
    expect(answer.shares.map(({ name, before, now, text, from, to }) => [name, before, now, text, from, to])).toEqual([
      ['甲县', '500例', '400例', '−100', 0, -100],
      ['丙县', '201例', '180例', '−21', -100, -121],
      ['乙县', '300例', '350例', '+50', -121, -71]
    ]);
    expect(answer.shares.map((s) => s.isFocus)).toEqual([true, false, false]);
    expect(answer.whole).toMatchObject({ before: '1,001例', now: '930例', value: -71, stated: false });
    expect(answer.verdict).toBe(
      '某市2024年筛查完成930例，比序时应完成少71例：3个地区中1个超前、2个落后，落后最多的是甲县（−100）'
    );
    expect(answer.notes.map((note) => note.text)).toEqual([
      '各单位的一条是完成数减序时应完成数，序时应完成＝目标×序时（按各自的截止日和进度安排），相加就是合起来的差距。',
      '某市自己没有报，起止是3个单位之和。'
    ]);
  });

  it('to the target is what each still lacks', () => {
    const answer = ask({ kind: 'target' });
    expect(answer.shares.map(({ name, text }) => [name, text])).toEqual([
      ['甲县', '−600'],
      ['乙县', '−250'],
      ['丙县', '−221']
    ]);
    expect(answer.verdict).toBe('某市2024年筛查完成930例，比目标少1,071例：3个地区都还差，还差最多的是甲县（−600）');
  });

  it('of a county goes down to its organisations, and says what lies beside them', () => {
    const data = build(
      task('甲县', 1000, 400),
      task('甲医院', 600, 250),
      task('乙医院', null, 100, { rate: 40 }),
      task('丙县', 10, 1)
    );
    // 乙医院: 100 ÷ 40% = 250, due 125, −25. 甲医院 −50. 甲县 −100: beyond them −25.
    const answer = ask({ place: '乙医院' }, data);
    expect(answer.place.name).toBe('甲县');
    expect(answer.shares.map(({ name, text, uncertain }) => [name, text, uncertain])).toEqual([
      ['甲医院', '−50', false],
      ['乙医院', '−25', true],
      ['与各单位之和的差', '−25', false]
    ]);
    expect(contributionTable(answer).rows.map((row) => row[3]!.text)).toEqual(['−50', '−25', '−25', '−100']);
  });

  it('leaves out who has no target, is in doubt or contradicts itself', () => {
    const data = build(
      task('甲县', 1000, 400),
      task('乙县', null, 350),
      task('丙县', 400, 180, { status: '存疑' }),
      task('某市', 3000, 1000)
    );
    const answer = ask({}, data);
    expect(answer.absent.map((a) => [a.place.name, a.reason])).toEqual([
      ['乙县', '没有目标数'],
      ['丙县', '原文存疑']
    ]);
    // 某市 1,000 − 1,500 = −500, 甲县 −100, beyond −400.
    expect(answer.shares.map((s) => s.text)).toEqual(['−100', '−400']);
    expect(answer.verdict).toBe('某市2024年筛查完成1,000例，比序时应完成少500例：其中甲县−100');
    expect(answer.notes[0]).toEqual({
      level: '警示',
      text: '“与各单位之和的差”是某市自己报的减去各单位相加的，缺数的2个也在里面。'
    });
  });

  it('of a limit that adds up is worse where more is used', () => {
    const data = build(...['甲县', '乙县'].map((at, i): Task => ({ ...task(at, 100, 70 - 30 * i), of: '病例控制' })));
    const answer = ask({ programme: '病例控制' }, data);
    expect(answer.shares.map(({ name, text, judgement }) => [name, text, judgement])).toEqual([
      ['甲县', '+20', '变差'],
      ['乙县', '−10', '好转']
    ]);
    expect(answer.verdict).toBe(
      '某市2024年病例控制已用110例，比序时可用多10例：2个地区中1个多用、1个少用，多用最多的是甲县（+20）'
    );
  });

  it('finds the organisations of several counties', () => {
    const data = build({ ...task('甲医院', 100, 10), of: '手术' }, { ...task('乙医院', 100, 60), of: '手术' });
    expect(ask({ programme: '手术', place: '甲医院' }, data).place.name).toBe('甲县');
  });

  it('isn’t split for rates, for a single unit, and where nobody reports it', () => {
    const rates = build(...['甲县', '乙县'].map((at): Task => ({ ...task(at, 90, 80), of: '比率', unit: '%' })));
    expect(ask({ programme: '比率' }, rates)).toMatchObject({
      whole: null,
      subtitle: '目标是比率，不能相加，拆不到各单位'
    });
    const single = ask({ place: '甲县' }, build(task('甲县', 100, 10)));
    expect(single).toMatchObject({ whole: null, subtitle: '没有所属地区或单位报这项任务的目标和完成数' });
    expect(single.verdict).toBe('甲县筛查的差距拆不到各单位');
    expect(gapContribution(city, { programme: '手术', kind: 'clock', rule: city.defaultRule })).toBeUndefined();
  });
});
