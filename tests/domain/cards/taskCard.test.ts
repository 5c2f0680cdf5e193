import { describe, expect, it } from 'vitest';
import { taskCards } from '../../../src/domain/cards/taskCard';
import { dataset, indicator, programme } from '../factory';

const RATE = indicator({ id: 'screen', name: '筛查率', numerator: '筛查人数', denominator: '应筛人数' });
const linesOf = (fields: Parameters<typeof programme>[1], indicators = [RATE]) => {
  const task = programme('筛查', fields);
  const [card] = taskCards(dataset({ indicators, programmes: [task] }), [{ programme: task }]);
  return card!.lines.map(({ title, text }) => `${title}：${text}`);
};

describe('taskCards(dataset, rows)', () => {
  it('are one a programme, in the order of the rows', () => {
    const [a, b] = [programme('甲'), programme('乙')];
    const cards = taskCards(dataset({ programmes: [a, b] }), [{ programme: b }, { programme: a }, { programme: b }]);
    expect(cards.map((card) => card.programme.name)).toEqual(['乙', '甲']);
    expect(taskCards(dataset({}), [])).toEqual([]);
  });

  it('say what a task is, in order, without what is empty', () => {
    expect(linesOf({ note: '含复查' })).toEqual([
      '主题：慢病与精神卫生',
      '单位：例',
      '进度：按天均匀推进',
      '说明：含复查',
      '指标：报告没有与它对应的指标'
    ]);
    expect(linesOf({ note: '', unit: '' })).toEqual([
      '主题：慢病与精神卫生',
      '进度：按天均匀推进',
      '指标：报告没有与它对应的指标'
    ]);
  });

  it('say how it is to run: evenly where nothing or 均衡 is written, else by its days', () => {
    const pace = (schedule: string) => linesOf({ schedule }).find((line) => line.startsWith('进度'));
    expect(pace('')).toBe('进度：按天均匀推进');
    expect(pace('均衡')).toBe('进度：按天均匀推进');
    expect(pace('06-30:50')).toBe('进度：按进度安排：06-30:50');
  });

  it('add what the indicator of its result means, but for the theme, and for a unit that is its own', () => {
    expect(linesOf({ indicator: 'screen' })).toEqual([
      '主题：慢病与精神卫生',
      '单位：例',
      '进度：按天均匀推进',
      '指标：筛查率',
      '定义：在册患者中规范管理者所占比例。',
      '分子：筛查人数',
      '分母：应筛人数',
      '单位：%（比率，期间数）',
      '方向：越高越好',
      '口径组：筛查率'
    ]);
    expect(linesOf({ indicator: 'screen', unit: '%' }).filter((line) => line.startsWith('单位'))).toEqual(['单位：%']);
  });
});
