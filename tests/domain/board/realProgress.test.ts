/**
 * The rules of 任务完成 on the shipped dataset, every number worked out by hand from its rows.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { progressBoard } from '../../../src/domain/board/board';
import { planList } from '../../../src/domain/board/plans';
import { supervisionList } from '../../../src/domain/board/supervision';
import type { Dataset } from '../../../src/domain/model/dataset';
import type { Completion } from '../../../src/domain/progress/completion';
import { completionOf } from '../../../src/domain/progress/computeCompletion';
import { forecastOf, neededPace } from '../../../src/domain/progress/pace';
import { loaded } from '../../fixtures/loaded';

let data: Dataset;
beforeAll(async () => {
  data = await loaded('data');
});

function row(place: string, programme: string): Completion {
  const found = progressBoard(data, { programme }).rows.find((c) => c.place.id === place);
  if (!found) throw new Error(`no row: ${place} ${programme}`);
  return found;
}

describe('the shipped dataset', () => {
  it('象山县 colonoscopy: 2,707 at 67.68% on day 300 of 366', () => {
    const c = row('xiangshan', 'crc-colonoscopy');
    expect(c).toMatchObject({
      done: 2707,
      rate: 67.68,
      impliedTarget: 4000,
      elapsed: 81.97,
      lead: -14.29,
      daysLeft: 66,
      responsible: '公共卫生科'
    });
    expect(c.clock!.text).toBe('300/366天');
    expect(c.light).toMatchObject({ level: 'bad', name: '红', word: '滞后' });
    expect(neededPace(c).text).toBe('日均还需19.6例');
    expect(forecastOf(c).text).toBe('推算到期完成82.6%（3,303例）');
  });

  it('the three groups together count 2,982 by 31 October, the county 2,707 by 26 October', () => {
    const [r] = progressBoard(data, { place: 'xiangshan', programme: 'crc-colonoscopy' }).rollUps;
    expect(r!.parts.map((c) => c.done)).toEqual([1134, 1096, 752]);
    expect(r).toMatchObject({
      done: 2982,
      asOf: '2020-10-31',
      difference: 275,
      own: { done: 2707, row: { asOf: '2020-10-26' } }
    });
  });

  it('two groups with a questionnaire are not the whole county', () => {
    expect(progressBoard(data, { place: 'xiangshan', programme: 'crc-questionnaire' }).rollUps[0]).toMatchObject({
      done: null,
      difference: null
    });
  });

  it('中方县 2,212 of 2,200 and 株洲 112.92% keep their length', () => {
    expect(row('zhongfang', 'prenatal-screening')).toMatchObject({
      computed: 100.55,
      rate: 100.55,
      over: true,
      differs: false,
      gap: -12
    });
    expect(row('zhuzhou', 'prenatal-screening')).toMatchObject({ rate: 112.92, over: true, impliedTarget: 25000 });
  });

  it('中医集团 by whole months: 10 of 12, 73 − 83.33 = −10.33', () => {
    const c = row('xiangshan-tcm-group', 'crc-colonoscopy');
    expect(c).toMatchObject({ elapsed: 83.33, lead: -10.33, clock: { by: '月', text: '10/12个月' } });
    // 752 ÷ 0.73 = 1,030.1…; 1,030 − 752 = 278; 278 ÷ 61 = 4.557…; 278 ÷ 2 = 139
    expect(neededPace(c)).toMatchObject({ remaining: 278, perDay: 4.56, perMonth: 139 });
  });

  it('宝安区 manages 65.9% and 67.5% more patients than a year before: where it stood then is worked back', () => {
    // 129,919 ÷ 1.659 = 78,311.6…; 129,919 ÷ 0.917 = 141,678.3…; 78,312 ÷ 141,678 = 55.27%
    expect(row('baoan', 'htn-management').lastYear).toMatchObject({
      percent: 55.27,
      basis: '完成数',
      derived: true,
      text: '上年同期推算78,312人'
    });
    // 48,319 ÷ 1.675 = 28,847.1…; 48,319 ÷ 0.814 = 59,359.9…; 28,847 ÷ 59,360 = 48.60%
    expect(row('baoan', 'dm-management').lastYear).toMatchObject({ percent: 48.6, text: '上年同期推算28,847人' });
  });

  it('has nothing to light without a cut-off day, whatever was done', () => {
    expect(row('zhongfang', 'village-clinic-standard').light).toMatchObject({
      level: 'none',
      reason: '没有写明数据截止日，算不出序时'
    });
  });

  it('has no completion against a target of 0: 崇州市 wants no child infected', () => {
    const plan = data.progress.find((r) => r.programme.id === 'hiv-mother-child')!;
    expect(plan).toMatchObject({ target: 0, done: null, status: '计划' });
    expect(completionOf(plan).light).toMatchObject({ level: 'none', reason: '计划，尚无完成数' });
    const reported = completionOf({ ...plan, done: 1, status: '实际', asOf: '2020-12-31' });
    expect(reported).toMatchObject({ computed: null, rate: null, lead: null, gap: -1 });
    expect(reported.light).toMatchObject({ level: 'none', reason: '目标为0，不算完成率' });
  });

  it('has no 序时 before the period has begun: 温州市’s tasks for 2022 by the report of 2021', () => {
    const plan = data.progress.find((r) => r.programme.id === 'nursery-places' && r.period.text === '2022')!;
    const early = completionOf({ ...plan, done: 750, status: '实际', asOf: '2021-12-31' });
    // 750 ÷ 7,500
    expect(early).toMatchObject({
      computed: 10,
      elapsed: null,
      lead: null,
      daysLeft: null,
      clockReason: '任务期尚未开始'
    });
    expect(early.light).toMatchObject({ level: 'none', reason: '任务期尚未开始' });
    expect(neededPace(early)).toMatchObject({ perDay: null, reason: '任务期尚未开始' });
  });

  it('measures the flu season by its dated milestones: 31 of 92 days since 30 September', () => {
    const c = row('xiangshan-tcm-group', 'elderly-flu');
    // 31 ÷ 92 = 33.695…; 100.8 − 33.70 = 67.10
    expect(c).toMatchObject({ elapsed: 33.7, lead: 67.1, clock: { by: '进度安排', text: '按进度安排' } });
    expect(c.notes.map((n) => n.text)).toEqual([
      expect.stringMatching(/^老年人免费流感疫苗接种的序时按进度安排算，不按天数平均/)
    ]);
  });

  it('waits for the result of every plan: no later report is among the texts', () => {
    const list = planList(data);
    expect(list.counts.待报).toBe(list.plans.length);
    expect(list.plans.length).toBeGreaterThan(50);
    // 象山县 reports once, for October 2020; what is due in November is not in the data. 四川某县's report of 2021 covers the due day and is silent.
    const why = (id: string) => list.plans.find((p) => p.completion.place.id === id)!.reason;
    expect(why('xiangshan')).toBe('本地报告只到2020年10月，没有到期后的报告');
    expect(why('sichuan-county-b')).toBe('报告里没有写结果');
    expect([...list.plans].map((p) => p.due)).toEqual(list.plans.map((p) => p.due).sort());
  });

  it('has four red tasks to take up', () => {
    expect(supervisionList(data).items.map((i) => `${i.completion.place.name}${i.completion.programme.name}`)).toEqual([
      '象山县结直肠癌筛查·结肠镜检查',
      '未具名市（吉林延边）国家双随机监督抽检',
      '象山县全血募集',
      '象山县中医医院医疗健康集团结直肠癌筛查·结肠镜检查'
    ]);
  });
});
