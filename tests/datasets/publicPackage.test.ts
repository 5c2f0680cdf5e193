import { describe, expect, it } from 'vitest';
import { packageFiles } from '../../src/datasets/batch/packageFiles';
import { publicPackage } from '../../src/datasets/publicPackage';
import { readTextTables } from '../../src/datasets/batch/textTables';
import { AbsentFileError } from '../../src/datasets/fileError';
import { loadDataset } from '../../src/datasets/loadDataset';
import type { FetchBytes } from '../../src/datasets/loadEffects';
import type { Batch, TableRow } from '../../src/domain/batch/batch';
import { change } from '../domain/batch/tables';
import { fetchFrom, fixtureFolder } from '../fixtures/readFolder';

const small = fetchFrom([fixtureFolder('small'), fixtureFolder('data')]);

const DEATHS: TableRow = {
  ...{ indicator: 'deaths', name: '孕产妇死亡人数', theme: '妇幼健康', unit: '人', kind: '数量', basis: '期间' },
  ...{ better: '低', decimals: '0', group: '孕产妇死亡·人数', definition: '期内死亡的孕产妇人数' }
};
const deaths = (place: string, value: number): TableRow => ({
  ...{ indicator: 'deaths', place, period: '2020', measure: '数值', source: 's1', value: String(value) },
  ...{ status: '实际', line: '9', written: `死亡${value}名`, section: '一、慢病', note: `其中${value}名外地` }
});

const BATCH: Batch = {
  ...{ id: '1', made: '2020-11-01T08:00:00Z', kind: '上新', title: '十月' },
  ...{ files: [{ name: '十月.xlsx', bytes: 1, sha256: '' }], base: '0.1.0', decisions: [] },
  changes: [
    change('indicators', null, DEATHS),
    ...[deaths('shi', 31), deaths('jia', 2), deaths('yi', 20), deaths('bing', 9)].map((row) =>
      change('observations', null, row)
    )
  ]
};

async function packed(fetchBytes: FetchBytes = small) {
  const read = (path: string) => fetchBytes(path).catch(() => undefined);
  const text = new TextDecoder().decode(await fetchBytes('datapackage.json'));
  const tables = await readTextTables(text, read, [BATCH]);
  return packageFiles(tables, read, { batches: [BATCH], day: '2020-11-03', textNames: [] });
}

const textOf = (files: ReadonlyMap<string, Uint8Array>, name: string) => new TextDecoder().decode(files.get(name));

async function loaded(files: ReadonlyMap<string, Uint8Array>) {
  const result = await loadDataset({
    fetchBytes: async (path) => {
      const bytes = files.get(path);
      if (!bytes) throw new AbsentFileError(path);
      return bytes;
    },
    review: true
  });
  if (result.kind === 'failed') throw new Error(JSON.stringify(result.issues));
  return result;
}

describe('a package for the public', () => {
  it('withholds the small number and the one that would give it away, and keeps all others', async () => {
    const { files, version, withheld } = await publicPackage(await packed(), '2020-11-03', []);
    expect(withheld).toHaveLength(2);
    const { dataset, issues } = await loaded(files);
    expect(issues).toEqual([]);
    expect(dataset.version).toBe(version);
    expect(dataset.observationsOf('deaths', '数值').map((o) => [o.place.id, o.value, o.status, o.flags])).toEqual([
      ['shi', 31, '实际', ''],
      ['jia', null, '不适用', '小数隐藏'],
      ['yi', 20, '实际', ''],
      ['bing', null, '不适用', '小数隐藏']
    ]);
    const before = (await loaded((await packed()).files)).dataset;
    expect(dataset.observationsOf('htn', '数值').map((o) => o.value)).toEqual(
      before.observationsOf('htn', '数值').map((o) => o.value)
    );
  });

  it('tells the hidden numbers in none of its files, and says what is hidden', async () => {
    const { files, version } = await publicPackage(await packed(), '2020-11-03', []);
    for (const [name] of files)
      expect([name, textOf(files, name).match(/死亡[29]名|其中[29]名|新增 [29]$/m)]).toEqual([name, null]);
    expect(textOf(files, 'CHANGES.md')).toBe(
      `# 数据变动\n\n## ${version}（2020-11-03）\n\n对外公布的数据包，逐条变动不在其中；隐藏了哪些数，见 小数隐藏.md。\n`
    );
    expect(textOf(files, '小数隐藏.md').split('\n')).toEqual([
      '# 小数隐藏',
      '',
      `${version}（2020-11-03）：隐藏了2个数。行号是隐藏前的；原文里还有这些数，公布时不要带 sources 文件夹。`,
      '',
      '- observations.csv 第10行：甲县2020年孕产妇死亡人数，人数少于5',
      '- observations.csv 第12行：丙县〔推断〕2020年孕产妇死亡人数，由合计可以推出甲县的孕产妇死亡人数',
      ''
    ]);
  });

  it('withholds small results of tasks with their rates; the target stays', async () => {
    const few: FetchBytes = async (path) => {
      const text = new TextDecoder().decode(await small(path));
      const changed = path === 'progress.csv' ? text.replace('4000例 / 2707例 / 67.68%', '4000例 / 4例 / 0.1%') : text;
      return new TextEncoder().encode(changed.replace('4000,2707,67.68', '4000,4,0.1'));
    };
    const { files } = await publicPackage(await packed(few), '2020-11-03', []);
    const { dataset, issues } = await loaded(files);
    expect(issues).toEqual([]);
    const [row] = dataset.progress.filter(({ programme }) => programme.id === 'screen');
    expect(row).toMatchObject({ target: 4000, done: null, rate: null, written: '目标4000例，完成数隐藏' });
    expect(textOf(files, '小数隐藏.md')).toContain('- progress.csv 第2行：甲县2020年结直肠癌筛查，完成数少于5');
  });

  it('is no package of the batches it was made of, and of another version', async () => {
    const from = await packed();
    const { files, version } = await publicPackage(from, '2020-11-03', []);
    expect(version).not.toBe(from.version);
    expect(JSON.parse(textOf(files, 'datapackage.json'))).not.toHaveProperty('batches');
    expect(textOf(files, 'twins.js')).toContain('小数隐藏');
  });

  it('leaves out rows that cannot be read: they might hold one', async () => {
    const odd: FetchBytes = async (path) => {
      const bytes = await small(path);
      if (path !== 'observations.csv') return bytes;
      const text = new TextDecoder().decode(bytes);
      return new TextEncoder().encode(`${text}deaths,nobody,2020,数值,s1,3,,实际,9,死亡3名,,\n`);
    };
    const { files } = await publicPackage(await packed(odd), '2020-11-03', []);
    expect(textOf(files, 'observations.csv')).not.toContain('死亡3名');
    expect(textOf(files, '小数隐藏.md')).toContain('另有1行读不成，没有放进来。');
  });
});
