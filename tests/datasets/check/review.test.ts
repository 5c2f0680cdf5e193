import { describe, expect, it } from 'vitest';
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
