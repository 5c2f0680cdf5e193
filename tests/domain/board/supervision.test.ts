import { describe, expect, it } from 'vitest';
import { supervisionList } from '../../../src/domain/board/supervision';
import { supervisionTable } from '../../../src/domain/board/tables';
import { DEFAULT_RULE } from '../../../src/domain/lights/rule';
import { dataset, place, programme, unit, type Small, type Task } from '../factory';

/** At a month's end 序时 is months ÷ 12: September 75%, October 83.33%. */
const task = (of: string, month: 9 | 10, rate: number, more: Partial<Task> = {}): Task => ({
  of,
  at: '象山县',
  in: '2020',
  asOf: month === 9 ? '2020-09-30' : '2020-10-31',
  rate,
  ...more
});
const SMALL: Small = {
  places: [place('象山县'), unit('中医医院集团', '象山县')],
  programmes: ['红', '黄而慢', '黄而快', '黄而平', '黄无前', '绿'].map((name) => programme(name)),
  tasks: [
    task('红', 10, 67.68, { done: 2707, note: '负责：公共卫生科' }),
    // 73.5 − 75 = −1.5, then 81 − 83.33 = −2.33
    task('黄而慢', 9, 73.5),
    task('黄而慢', 10, 81, { at: '象山县' }),
    task('黄而快', 9, 71),
    task('黄而快', 10, 82),
    // 74 − 75 = −1 in September; 82.33 − 83.333… = −1.003… in October rounds to −1
    task('黄而平', 9, 74),
    task('黄而平', 10, 82.33),
    task('黄无前', 10, 80),
    task('绿', 9, 99),
    task('绿', 10, 85),
    task('红', 10, 70, { at: '中医医院集团', done: 700, target: 1000 })
  ]
};
const list = (small: Small = SMALL) => supervisionList(dataset(small));

describe('supervisionList(dataset, query, rule)', () => {
  it('finds 红且变慢, and since when', () => {
    const at = (asOf: string, rate: number, name = '筛查'): Task => ({ of: name, at: '甲县', in: '2020', asOf, rate });
    const data = dataset({
      places: [place('甲县')],
      programmes: [programme('筛查'), programme('接种')],
      tasks: [
        // 序时 50, 58.33, 66.67, 75: lead −2, −10.33, −14.67, −20. Red is more than five points behind.
        at('2020-06-30', 48),
        at('2020-07-31', 48),
        at('2020-08-31', 52),
        at('2020-09-30', 55),
        // Red too, but −16.67 became −15.
        at('2020-08-31', 50, '接种'),
        at('2020-09-30', 60, '接种')
      ]
    });
    expect(supervisionList(data).items).toHaveLength(2);
    const { items, verdict } = supervisionList(data, { slower: true });
    expect(items.map((i) => [i.completion.programme.name, i.litSince, i.falls])).toEqual([
      ['筛查', '2020-07-31', { count: 3, since: '2020-07-31' }]
    ]);
    expect(items[0]!.why).toBe('红灯（2020年7月31日起），比上期慢了5.3个百分点，2020年7月31日起连续3期');
    expect(verdict).toBe('2项任务中1项亮红灯且比上期慢，最久的连续3期变慢');
    const table = supervisionTable(supervisionList(data, { slower: true }));
    expect(table.rows[0]!.slice(15, 17).map((cell) => cell.text)).toEqual(['2020年7月31日', '2020年7月31日（3期）']);
  });

  it('names the red, slowest first, then the amber that fall behind further', () => {
    const s = list();
    expect(s.items.map((i) => `${i.completion.place.name}${i.completion.programme.name} ${i.why}`)).toEqual([
      '象山县红 红灯',
      '中医医院集团红 红灯',
      '象山县黄而慢 黄灯，比上期慢了0.8个百分点'
    ]);
    // −2.33 − (−1.5) = −0.83
    expect(s.items.map((i) => i.change)).toEqual([null, null, -0.83]);
    expect(s.verdict).toBe('7项任务中2项亮红灯，1项亮黄灯且比上期慢');
    expect(s.cutoff).toBe('2020-10-31');
  });

  it('says what is needed from now on', () => {
    // 2707 ÷ 0.6768 = 4,000; (4,000 − 2,707) ÷ 61 = 21.2; (1,000 − 700) ÷ 61 = 4.9
    expect(
      list()
        .items.slice(0, 2)
        .map((i) => i.needed.text)
    ).toEqual(['日均还需21.2例，月均还需646.5例', '日均还需4.9例，月均还需150.0例']);
    expect(list().notes.map((n) => n.text)).toEqual([
      '标“推算目标”的日均由完成数÷完成率推算的目标算得，原文没有写目标。',
      '1项黄灯没有更早的截止日可比，看不出比上期快慢，未列入。'
    ]);
  });

  it('calls nothing needless where it can’t be said whether the amber fell behind', () => {
    expect(list({ ...SMALL, tasks: [task('黄无前', 10, 80), task('绿', 10, 99)] })).toMatchObject({
      items: [],
      verdict: '2项任务没有亮红灯的，1项亮黄灯的看不出比上期快慢',
      notes: [{ text: '1项黄灯没有更早的截止日可比，看不出比上期快慢，未列入。' }]
    });
    // Faster than, and as fast as, the month before: known, and no cause.
    const known = SMALL.tasks!.filter(({ of }) => of === '黄而快' || of === '黄而平');
    expect(list({ ...SMALL, tasks: known })).toMatchObject({ verdict: '2项任务都不需督办', notes: [] });
  });

  it('goes by the rule given, in the words of its palette', () => {
    const s = supervisionList(dataset(SMALL), {}, { ...DEFAULT_RULE, palette: '色盲安全', amberWithin: 20 });
    expect(s.verdict).toBe('7项任务中1项亮橙灯且比上期慢');
    expect(s.ruleText).toBe('不慢于序时为蓝，慢20个百分点以内为橙，其余为紫；没有完成率或序时不亮灯');
    expect(supervisionList(dataset(SMALL), { organisation: '中医医院集团' }).items).toHaveLength(1);
  });

  it('says so where there is nothing, or only one cut-off day', () => {
    expect(list({ ...SMALL, tasks: [task('绿', 10, 99)] })).toMatchObject({
      items: [],
      verdict: '1项任务都不需督办',
      notes: []
    });
    expect(list({ ...SMALL, tasks: [] }).verdict).toBe('没有符合条件的任务');
    expect(list({ ...SMALL, tasks: [task('红', 10, 10)] }).notes.map((n) => n.text)).toEqual([
      '数据只有一个截止日，看不出比上期快慢，黄灯未列入。'
    ]);
  });

  it('is a table that screen, print and workbook share', () => {
    const table = supervisionTable(list());
    expect(table.columns.map((c) => c.title)).toEqual([
      '灯',
      '地区或单位',
      '任务',
      '截至',
      '完成数',
      '目标',
      '完成率',
      '序时',
      '快慢（个百分点）',
      '比上期（个百分点）',
      '还差',
      '日均还需',
      '月均还需',
      '到期',
      '责任单位',
      '亮这灯起',
      '变慢起',
      '来源',
      '说明'
    ]);
    expect(table.rows[0]!.map((c) => c.text)).toEqual([
      '■滞后',
      '象山县',
      '红',
      '2020年10月31日',
      '2,707例',
      '推算4,000例',
      '67.68%',
      '83.33%',
      '慢15.7',
      '',
      '1,293例',
      '21.2例',
      '646.5例',
      '2020年12月31日',
      '公共卫生科',
      '2020年10月31日',
      '',
      '甲报告（A级）',
      '红灯；按推算目标；标“推算”的目标是完成数÷完成率，原文没有写；负责：公共卫生科'
    ]);
    expect(table.rows[1]!.map((c) => c.value)).toEqual([
      null,
      null,
      null,
      null,
      700,
      1000,
      70,
      83.33,
      -13.33,
      null,
      300,
      4.92,
      150,
      null,
      null,
      null,
      null,
      null,
      null
    ]);
    expect(table.rows[1]![1]!.text).toBe('中医医院集团');
    expect(table.rows[2]![9]).toMatchObject({ text: '慢了0.8', value: -0.83 });
    // The change rests on the row of this time and on that of last time.
    expect(table.rows[2]![9]!.sources?.map((s) => s.line)).toEqual([3, 2]);
    expect(table.rows[0]!.slice(4, 13).map((c) => c.sources?.length ?? 0)).toEqual([1, 1, 1, 1, 1, 0, 1, 1, 1]);
    expect(table.notes[table.notes.length - 1]!.text).toBe(
      '亮灯规则：不慢于序时为绿，慢5个百分点以内为黄，其余为红；没有完成率或序时不亮灯。'
    );
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  });
});
