import { describe, expect, it } from 'vitest';
import { isPlaceholder } from '../../../src/datasets/check/review';
import { loadDataset } from '../../../src/datasets/loadDataset';
import type { FetchBytes } from '../../../src/datasets/loadEffects';
import { fetchFrom, fixtureFolder } from '../../fixtures/readFolder';

const small = fetchFrom([fixtureFolder('small'), fixtureFolder('data')]);

async function review(file: string, edit: (text: string) => string, isReview = true) {
  const fetchBytes: FetchBytes = async (path) => {
    const bytes = await small(path);
    return path === file ? new TextEncoder().encode(edit(new TextDecoder().decode(bytes))) : bytes;
  };
  const { issues } = await loadDataset({ fetchBytes, review: isReview });
  return issues.map(({ level, row, column, why }) => [level, row, column, why]);
}

const define = (definition: string) => (text: string) =>
  `${text.trimEnd()}\nx1,新指标,主题,人,数量,期间,高,0,新指标·数,${definition},,,\n`;

describe('a placeholder', () => {
  it('is known in all its forms', () => {
    for (const text of [
      'ADD',
      'Add definition',
      'TODO',
      'todo：补充口径',
      'to-do',
      'TBD',
      'N/A',
      'xxx',
      '××',
      '—',
      '-',
      '……',
      '？',
      '1',
      '待补',
      '（待补）',
      '【待补充】',
      '待定。',
      '待完善',
      '口径待核',
      '暂无',
      '无',
      '略',
      '同上',
      '请填写',
      '定义',
      'test'
    ])
      expect(isPlaceholder(text), text).toBe(true);
  });

  it('is no text that says something', () => {
    for (const text of [
      '',
      '在册患者中规范管理者所占的比例。',
      '等待补充评审的项目数，按月统计。',
      'Addison 病例数',
      '无偿献血人次',
      '暂无编制人员的人数',
      'DIP 付费医院数',
      '空气质量达标天数',
      'X 线检查人次'
    ])
      expect(isPlaceholder(text), text).toBe(false);
  });
});

describe('review of a dataset', () => {
  it.each([
    ['', '“新指标”没有写定义'],
    ['ADD', '定义只是占位，没有说明什么'],
    ['待补', '定义只是占位，没有说明什么'],
    ['—', '定义只是占位，没有说明什么'],
    ['TODO 问业务科', '定义只是占位，没有说明什么'],
    ['新指标数。', '定义只是重复指标名称']
  ])('remarks on the definition “%s”', async (definition, why) => {
    expect(await review('indicators.csv', define(definition))).toEqual([['提醒', 5, 'definition', why]]);
  });

  it('is asked by data:check alone: the page says nothing', async () => {
    expect(await review('indicators.csv', define('待补'), false)).toEqual([]);
  });

  it('remarks on names that are placeholders too', async () => {
    expect(await review('programmes.csv', (text) => text.replace('结直肠癌筛查', 'TBD'))).toEqual([
      ['提醒', 2, 'name', '任务名称只是占位，没有说明什么']
    ]);
  });

  it('remarks on a dated schedule that its tasks are outside of', async () => {
    const dated = (schedule: string) => (text: string) => text.replace('均衡', schedule);
    expect(await review('programmes.csv', dated('2019-06-30:40%;2019-12-31:100%'))).toEqual([
      ['提醒', 2, 'schedule', '进度安排只写了2019年，不用于2020年（progress.csv第2行）']
    ]);
    expect(await review('programmes.csv', dated('2020-06-30:40%;2020-12-31:100%'))).toEqual([]);
    expect(await review('programmes.csv', dated('06-30:40%;12-31:100%'))).toEqual([]);
    expect(await review('programmes.csv', dated('06-30:40%;12-31:90%'))).toEqual([
      ['提醒', 2, 'schedule', '进度安排读不出：日子不存在、百分数前后变小，或每年一样的没有到100%']
    ]);
  });
});
