import { describe, expect, it } from 'vitest';
import type { Batch } from '../../../src/domain/batch/batch';
import { writeBatch } from '../../../src/datasets/batch/batchFile';
import { newBatch } from '../../../src/datasets/batch/newBatch';
import { isLargeBatch, readLargeBatch, writeLargeBatch } from '../../../src/datasets/batch/largeBatchFile';
import { fileContent, readFileContent } from '../../../src/datasets/batch/takenBatch';

const noPause = () => Promise.resolve();
function batch(count: number): Batch {
  const changes = Array.from({ length: count }, (_, i) => ({
    table: 'observations' as const,
    before: i % 3 === 0 ? { indicator: 'a', place: `p${i}`, value: String(i) } : null,
    after: { indicator: 'a', place: `p${i}`, value: String(i + 1), note: i % 5 === 0 ? '补报“十月”\n第二行' : '' }
  }));
  return newBatch({ made: '2024-11-03', kind: '上新', title: '大表', files: [], base: '1', decisions: [], changes });
}
/** Empty cells are as good as absent ones. */
const filled = (row: Readonly<Record<string, string>> | null) =>
  row && Object.fromEntries(Object.entries(row).filter(([, text]) => text !== ''));
const rowsOf = ({ changes }: Batch) => changes.map(({ before, after }) => [filled(before), filled(after)]);
const SET = 'data';

describe('a large batch as a file', () => {
  const whole = batch(2_500);

  it('comes back whole, with everything it is', async () => {
    const file = await writeLargeBatch(whole, SET, noPause);
    const reading = await readLargeBatch(file, SET, noPause);
    if (reading.kind === 'refused') throw new Error(reading.why);
    expect(rowsOf(reading.batch)).toEqual(rowsOf(whole));
    expect({ ...reading.batch, changes: [] }).toEqual({ ...whole, changes: [] });
  });

  it('comes back from an editor that put a mark and other line ends in', async () => {
    const text = await (await writeLargeBatch(whole, SET, noPause)).text();
    const saved = new Blob([`\uFEFF${text.replace(/\n/g, '\r\n')}`]);
    expect((await readFileContent(saved, SET, noPause)).kind).toBe('batch');
  });

  it('is refused where it is cut anywhere, altered, of another dataset or of none', async () => {
    const text = await (await writeLargeBatch(whole, SET, noPause)).text();
    const lines = text.split('\n');
    const why = async (content: string, dataset = SET) => {
      const reading = await readLargeBatch(new Blob([content]), dataset, noPause);
      return reading.kind === 'refused' ? reading.why : '';
    };
    expect(lines).toHaveLength(7);
    expect(await why(text.slice(0, -1))).toBe('批次文件不完整：最后一行没有写完');
    expect(await why(`${lines.slice(0, 5).join('\n')}\n`)).toBe('批次文件不完整：没有结尾');
    expect(await why(`${lines[0]}\n`)).toBe('批次文件不完整：没有结尾');
    expect(await why('')).toBe('批次文件不完整：没有结尾');
    expect(await why([...lines.slice(0, 3), ...lines.slice(4)].join('\n'))).toBe(
      '批次文件不完整：应有4行内容，只有3行'
    );
    expect(await why(text.replace('"p1234"', '"p1235"'))).toBe('批次文件的内容与校验值不一致，可能改过或没有存好');
    expect(await why(text, 'other')).toBe('这是另一套数据（data）的批次');
    expect(await why(text.replace('"dataset":"data"', '"dataset":""'))).toBe('这个批次文件没有写明是哪套数据的');
  });

  it('is chosen by size, and told from the small form by its beginning', async () => {
    const small = await fileContent(batch(2), SET, noPause);
    expect(await small.text()).toBe(writeBatch(batch(2), SET));
    const large = await fileContent(batch(20_001), SET, noPause);
    expect(isLargeBatch(await large.slice(0, 100).text())).toBe(true);
    for (const [file, count] of [
      [small, 2],
      [large, 20_001]
    ] as const) {
      const reading = await readFileContent(file, SET, noPause);
      expect(reading.kind === 'batch' && reading.batch.changes.length).toBe(count);
    }
  });
});
