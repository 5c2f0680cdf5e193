import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/datasets/loadDataset';
import type { FetchBytes } from '../../src/datasets/loadEffects';
import { fetchFrom, fixtureFolder } from '../fixtures/readFolder';

const small = fetchFrom([fixtureFolder('small'), fixtureFolder('data')]);
const HEAD = 'relation,kind,role,set,indicator,programme,place,period,source,factor,confidence,note';

async function load(...rows: string[]) {
  const fetchBytes: FetchBytes = (path, onBytes) =>
    path === 'relations.csv'
      ? Promise.resolve(new TextEncoder().encode(`${[HEAD, ...rows].join('\n')}\n`))
      : small(path, onBytes);
  const result = await loadDataset({ fetchBytes });
  if (result.kind === 'failed') throw new Error(JSON.stringify(result.issues));
  return result;
}

const GOOD = [
  'r1,合计,总,,visits,,jia,2020,,,可疑,说明',
  'r1,合计,分,,visits,,yi,,,,,',
  'r1,合计,分,,htn,,,,s1,1/365,,'
];

describe('relations.csv', () => {
  it('becomes relations with their members linked', async () => {
    const { dataset, issues, tables } = await load(...GOOD);
    expect(issues).toEqual([]);
    expect(dataset.relations).toHaveLength(1);
    expect(dataset.relations![0]).toMatchObject({ id: 'r1', kind: '合计', confidence: '可疑', note: '说明' });
    expect(
      dataset.relations![0]!.members.map((m) => [
        m.role,
        m.set,
        m.indicator?.id,
        m.place?.id,
        m.period?.text,
        m.source?.id,
        m.factor
      ])
    ).toEqual([
      ['总', 1, 'visits', 'jia', '2020', undefined, ''],
      ['分', 1, 'visits', 'yi', undefined, undefined, ''],
      ['分', 1, 'htn', undefined, undefined, 's1', '1/365']
    ]);
    expect(tables[6]).toMatchObject({ file: 'relations.csv', title: '数字关系', found: 3, kept: 3 });
  });

  it('may be absent: nothing is said, and the dataset knows that there were none', async () => {
    const result = await loadDataset({ fetchBytes: small });
    if (result.kind === 'failed') throw new Error('not loaded');
    expect(result.issues).toEqual([]);
    expect(result.dataset.relations).toBeNull();
    expect(result.tables).toHaveLength(6);
  });

  it('need not be described by an older package', async () => {
    const fetchBytes: FetchBytes = async (path) => {
      const bytes = await small(path);
      if (path !== 'datapackage.json') return bytes;
      const root = JSON.parse(new TextDecoder().decode(bytes)) as { resources: { name: string }[] };
      return new TextEncoder().encode(
        JSON.stringify({ ...root, resources: root.resources.filter((r) => r.name !== 'relations') })
      );
    };
    const result = await loadDataset({ fetchBytes });
    expect([result.kind, result.issues]).toEqual(['ok', []]);
  });

  it.each([
    ['a kind it does not know', 'r2,相等,值,,visits,,,,,,,', 'kind', '枚举', '“相等”不在可填的值里'],
    ['a role of another kind', 'r2,合计,率,,visits,,,,,,,', 'role', '关系', '“合计”里没有“率”'],
    ['neither indicator nor programme', 'r2,合计,总,,,,,,,,,', 'indicator', '关系', 'indicator 和 programme 都是空的'],
    ['both', 'r2,合计,总,,visits,copd,,,,,,', 'indicator', '关系', 'indicator 和 programme 都填了'],
    [
      'an indicator that is not there',
      'r2,合计,总,,nothing,,,,,,,',
      'indicator',
      '外键',
      'indicators.csv里没有“nothing”'
    ],
    ['a factor that is no number', 'r2,合计,总,,visits,,,,,千,,', 'factor', '格式', '“千”不合乘数的格式'],
    ['a factor of zero', 'r2,合计,总,,visits,,,,,1/0,,', 'factor', '关系', '乘数是0']
  ])('names a row with %s and leaves it out', async (_, row, column, rule, why) => {
    const { dataset, issues } = await load(...GOOD, row);
    expect(issues).toEqual([expect.objectContaining({ file: 'relations.csv', row: 5, column, rule, why })]);
    expect(dataset.relations!.map((r) => r.id)).toEqual(['r1']);
  });

  it('leaves a relation out as a whole where one of its rows was lost, for its sum would be a false alarm', async () => {
    const { dataset, issues, tables } = await load(GOOD[0]!, GOOD[1]!, 'r1,合计,分,,nothing,,,,,,,');
    expect(dataset.relations).toEqual([]);
    expect(issues.map((i) => [i.row, i.rule, i.why])).toEqual([
      [2, '关系', '这组关系的第4行没有读入，整组没有采用'],
      [4, '外键', 'indicators.csv里没有“nothing”']
    ]);
    expect(tables[6]).toMatchObject({ found: 3, kept: 0 });
  });

  it('takes one indicator of several places for a whole and its parts', async () => {
    const rows = ['r2,合计,总,,visits,,jia,,,,,', 'r2,合计,分,,visits,,yi,,,,,', 'r2,合计,分,,visits,,bing,,,,,'];
    const { dataset, issues } = await load(...rows);
    expect(issues).toEqual([]);
    expect(dataset.relations![0]!.members).toHaveLength(3);
  });

  it('takes rate, done and target of one task for three figures', async () => {
    const rows = ['r2,比率,率,,,screen,,,,,,', 'r2,比率,分子,,,screen,,,,,,', 'r2,比率,分母,,,screen,,,,,,'];
    const { dataset, issues } = await load(...rows);
    expect(issues).toEqual([]);
    expect(dataset.relations).toHaveLength(1);
  });

  it.each([
    ['合计 without parts', ['r2,合计,总,,visits,,,,,,,'], '“合计”要有“总”也要有“分”'],
    ['比率 with a rate alone', ['r2,比率,率,,htn,,,,,,,'], '“比率”要有一个“率”，还要有“分子”或“分母”'],
    ['同一 with one value', ['r2,同一,值,,visits,,,,,,,'], '“同一”至少要有两个“值”'],
    [
      '同分母 with one set',
      ['r2,同分母,率,1,htn,,,,,,,', 'r2,同分母,分子,1,visits,,,,,,,'],
      '“同分母”至少要有两组，每组是一个“率”加“分子”，或者只有“分母”'
    ],
    [
      '合计 of one figure with itself',
      ['r2,合计,总,,visits,,,,,,,', 'r2,合计,分,,visits,,,,,,,', 'r2,合计,分,,htn,,,,,,,'],
      '第2行的“总”和第3行的“分”是同一个数'
    ],
    [
      '其中 of a place with an open part of the same indicator',
      ['r2,其中,总,,visits,,jia,,,,,', 'r2,其中,分,,visits,,,,,,,'],
      '第2行的“总”和第3行的“分”是同一个数'
    ],
    [
      '比率 whose numerator is the rate',
      ['r2,比率,率,,htn,,,,,,,', 'r2,比率,分子,,htn,,,,,,,', 'r2,比率,分母,,visits,,,,,,,'],
      '第2行的“率”和第3行的“分子”是同一个数'
    ],
    [
      '合计 that adds one part twice, told apart by a set number only',
      ['r2,合计,总,,visits,,,,,,,', 'r2,合计,分,1,htn,,,,,,,', 'r2,合计,分,2,htn,,,,,,,'],
      '第3行的“分”和第4行的“分”是同一个数'
    ],
    ['two kinds', ['r2,合计,总,,visits,,,,,,,', 'r2,其中,分,,htn,,,,,,,'], '同一组里第3行的类别是“其中”，前后不一']
  ])('names a relation that is not whole: %s', async (_, rows, why) => {
    const { dataset, issues } = await load(...rows);
    expect(dataset.relations).toEqual([]);
    expect(issues.map((i) => [i.file, i.row, i.rule, i.why])).toEqual([
      ['relations.csv', 2, '关系', `${why}，整组没有采用`]
    ]);
  });
});
