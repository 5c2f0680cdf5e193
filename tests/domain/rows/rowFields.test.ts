import { describe, expect, it } from 'vitest';
import { observationFields, taskFields, taskFigure } from '../../../src/domain/rows/rowFields';
import { dataset, place, programme } from '../factory';

const data = dataset({
  places: [place('舞钢市', { naming: '推断' })],
  programmes: [programme('结肠镜检查')],
  facts: [{ at: '舞钢市', in: '2020', value: 95, qualifier: '≥' }],
  tasks: [{ of: '结肠镜检查', at: '舞钢市', in: '2020', asOf: '2020-10-26', done: 2707, rate: 67.68 }]
});
const pairs = (list: readonly { name: string; text: string }[]) => list.map(({ name, text }) => `${name}：${text}`);

describe('observationFields(o)', () => {
  it('says all that the row says', () => {
    expect(pairs(observationFields(data.observation(0)))).toEqual([
      '指标：规范管理率',
      '主题：慢病与精神卫生',
      '地区：舞钢市〔推断〕',
      '时期：2020年',
      '类别：数值',
      '数值：≥95%',
      '限定：不少于',
      '状态：实际',
      '口径组：规范管理率',
      '数据表：observations.csv 第2行'
    ]);
  });
});

describe('taskFields(row)', () => {
  it('leaves out what the row doesn’t have', () => {
    expect(pairs(taskFields(data.progress[0]!))).toEqual([
      '任务：结肠镜检查',
      '主题：慢病与精神卫生',
      '地区：舞钢市〔推断〕',
      '时期：2020年',
      '截至：2020-10-26',
      '完成：2,707例',
      '完成率：67.68%',
      '状态：实际',
      '数据表：progress.csv 第2行'
    ]);
    expect(taskFigure(null, '例')).toBe('');
  });
});
