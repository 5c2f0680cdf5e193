import { describe, expect, it } from 'vitest';
import { LinesReader, batchLines } from '../../../src/datasets/batch/batchLines';
import type { Batch, RowChange } from '../../../src/domain/batch/batch';

const BATCH: Batch = {
  id: '20201101T080000Z-1',
  made: '2020-11-01T08:00:00Z',
  kind: '上新',
  title: '十月',
  files: [{ name: '十月.csv', bytes: 9, sha256: 'ab' }],
  base: '1',
  decisions: [{ question: '“甲”是哪个地区', answer: '甲县', automatic: true }],
  changes: Array.from({ length: 2_500 }, (_, i): RowChange => ({
    table: i < 3 ? 'places' : 'observations',
    before: i % 7 === 0 ? { place: `p${i}`, value: '1' } : null,
    after: { place: `p${i % 40}`, value: String(i), note: i % 2 === 0 ? '核实\n“补报”' : '按季上报的旧口径' }
  }))
};

function readAll(lines: Iterable<string>) {
  const reader = new LinesReader();
  for (const line of lines) reader.add(line);
  return reader.end();
}

describe('a large batch as lines', () => {
  it('comes back as it was', () => {
    const lines = [...batchLines(BATCH)];
    // What it is, and 1,000 changes a line.
    expect(lines).toHaveLength(4);
    expect(readAll(lines)).toEqual({ kind: 'batch', batch: BATCH });
  });

  it('texts that say the same are one object, as long as they repeat', () => {
    const reading = readAll(batchLines(BATCH));
    if (reading.kind !== 'batch') throw new Error(reading.why);
    const notes = reading.batch.changes.map(({ after }) => after!.note);
    expect(new Set(notes).size).toBe(2);
  });

  it.each<[string, (lines: string[]) => string[], string]>([
    ['nothing', () => [], '批次的内容读不成：是空的'],
    ['another file', () => ['{"a":1}'], '批次的内容读不成：开头不是批次'],
    ['a line is lost', (lines) => lines.filter((_, i) => i !== 2), '批次的内容不完整：应有2500行变动，只有1500行'],
    ['the last is lost', (lines) => lines.slice(0, 3), '批次的内容不完整：应有2500行变动，只有2000行'],
    ['a line twice', (lines) => [...lines, lines[3]!], '批次的内容不完整：应有2500行变动，只有3000行'],
    ['a line is cut', (lines) => [...lines.slice(0, 3), lines[3]!.slice(0, -9)], '批次的内容读不成：各行的变动不对'],
    [
      'no title',
      ([first, ...rest]) => [first!.replace('"title"', '"titel"'), ...rest],
      '批次的内容读不成：缺少编号、时间、名称或数据版本'
    ]
  ])('refuses it where %s', (_, spoil, why) => {
    expect(readAll(spoil([...batchLines(BATCH)]))).toEqual({ kind: 'refused', why });
  });
});
