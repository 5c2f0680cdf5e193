import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/datasets/loadDataset';
import { auditOf } from '../../src/domain/audit/audit';
import { checkData } from '../../tools/dataCheck';
import { fetchFromFolder } from '../../tools/dataFolder';
import { verifyData } from '../../tools/dataVerify';
import { DEMO_FOLDER } from '../../tools/dataDemo';
import { demoFiles } from '../../tools/demo/files';
import { noise } from '../../tools/demo/noise';

async function demo() {
  const result = await loadDataset({ fetchBytes: fetchFromFolder(DEMO_FOLDER) });
  if (result.kind === 'failed') throw new Error('not loaded');
  return result.dataset;
}

describe('the invented dataset', () => {
  it('is what its script writes (npm run data:demo), file by file', () => {
    const files = demoFiles();
    const onDisk = [
      ...readdirSync(DEMO_FOLDER).filter((name) => name !== 'README.md' && name !== 'sources'),
      ...readdirSync(join(DEMO_FOLDER, 'sources')).map((name) => `sources/${name}`)
    ];
    expect([...files.keys()].sort()).toEqual(onDisk.sort());
    for (const [name, text] of files)
      expect(readFileSync(join(DEMO_FOLDER, name), 'utf8') === text, `${name}: run npm run data:demo`).toBe(true);
  });

  it('varies by key alone, within [-1, 1)', () => {
    expect(noise('flu', 'nidong', 3)).toBe(noise('flu', 'nidong', 3));
    const values = Array.from({ length: 2000 }, (_, i) => noise('key', i));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(-1);
    expect(Math.max(...values)).toBeLessThan(1);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(Math.abs(mean)).toBeLessThan(0.05);
  });

  it('passes the checks of tables and texts', async () => {
    expect((await checkData(DEMO_FOLDER)).lines.slice(-1)).toEqual(['全部通过。']);
    const verified = await verifyData(join(DEMO_FOLDER, 'sources'), DEMO_FOLDER);
    expect(verified.lines).toEqual([
      '来源50份，观测值14025行，任务进度5156行，数字25283个：其中18769行出自表格，只写了单元格，没有核对；其余与原文全部一致。'
    ]);
  });

  it('holds the contradictions that its README lists, and no others', async () => {
    const readme = readFileSync(join(DEMO_FOLDER, 'README.md'), 'utf8');
    const listed = readme
      .slice(readme.indexOf('## 特意放进去的矛盾'))
      .split('\n')
      .filter((line) => line.startsWith('| ') && !line.startsWith('| 哪一个数'))
      .map((line) => line.split('|')[1]!.trim());
    const found = auditOf(await demo()).findings.map((finding) => finding.title);
    expect(listed).toHaveLength(16);
    expect([...found].sort()).toEqual([...listed].sort());
  });

  it('has 12 counties, 6 hospitals and 24 months, and says so in the README', async () => {
    const dataset = await demo();
    const places = (level: string) => dataset.places.filter((place) => place.level === level).length;
    expect([places('地市'), places('县区'), places('机构')]).toEqual([1, 12, 6]);
    const visits = dataset.observationsOf('outpatient', '数值').filter((o) => o.place.id === 'nidong');
    expect(visits).toHaveLength(24);
    const readme = readFileSync(join(DEMO_FOLDER, 'README.md'), 'utf8');
    for (const words of [
      `${dataset.sources.length}份：`,
      `${dataset.indicators.length}个指标`,
      `${dataset.size.toLocaleString('en')}行`,
      `${dataset.programmes.length}项任务`,
      `${dataset.progress.length.toLocaleString('en')}行`
    ])
      expect(readme).toContain(words);
  });

  it('never lets a cumulative task fall within a year, and revises one target in July 2024', async () => {
    const dataset = await demo();
    const of = (programme: string, place: string, year: string) =>
      dataset.progress
        .filter((r) => r.programme.id === programme && r.place.id === place && r.period.text === year && r.asOf !== '')
        .sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
    for (const { id } of dataset.programmes.filter((p) => p.unit !== '%'))
      for (const place of dataset.places)
        for (const year of ['2023', '2024']) {
          // The contradiction of 30 June stands twice.
          const done = of(id, place.id, year)
            .filter((r) => !r.cell.startsWith('签约!'))
            .map((r) => r.done!);
          expect(
            [...done].sort((a, b) => a - b),
            `${id} ${place.id} ${year}`
          ).toEqual(done);
        }
    expect(of('cervical', 'lichuan', '2024').map((r) => r.target)).toEqual([
      ...Array<number>(6).fill(4050),
      ...Array<number>(6).fill(4650)
    ]);
    expect(of('cervical', 'lichuan', '2024')[6]!.note).toBe('年度目标7月由4050人调整为4650人');
  });
});
