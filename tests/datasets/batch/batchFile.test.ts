import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBatch, readBatchBody, batchBody, writeBatch } from '../../../src/datasets/batch/batchFile';
import { newBatch } from '../../../src/datasets/batch/newBatch';
import { TABLE_NAMES } from '../../../src/domain/model/tableName';
import type { Batch, TableRow } from '../../../src/domain/batch/batch';
import { batch, change, figure, place } from '../../domain/batch/tables';
import { anyCharacter } from '../../fixtures/anyCharacter';

const BATCH: Batch = {
  ...batch(
    '20201101T000000Z-1234abcd',
    change('places', null, place('c', '丙县')),
    change('observations', figure('a', '2020', '1'), null)
  ),
  files: [{ name: '十月.xlsx', bytes: 12, sha256: 'ab' }],
  decisions: [{ question: '“丙县”是哪个地区', answer: '新建', automatic: false }]
};

const row: fc.Arbitrary<TableRow> = fc.dictionary(
  fc.string({ minLength: 1 }).filter((name) => !(name in Object.prototype)),
  fc.string({ minLength: 1, unit: anyCharacter })
);
const batches: fc.Arbitrary<Batch> = fc.record({
  id: fc.string({ minLength: 1 }),
  made: fc.string(),
  kind: fc.constantFrom('上新' as const, '改正' as const, '数据包' as const),
  title: fc.string({ unit: anyCharacter }),
  files: fc.array(fc.record({ name: fc.string(), bytes: fc.nat(), sha256: fc.string() }), { maxLength: 2 }),
  base: fc.string(),
  decisions: fc.array(fc.record({ question: fc.string(), answer: fc.string(), automatic: fc.boolean() }), {
    maxLength: 2
  }),
  changes: fc.array(
    fc.oneof(
      fc.record({ table: fc.constantFrom(...TABLE_NAMES), before: row, after: fc.option(row) }),
      fc.record({ table: fc.constantFrom(...TABLE_NAMES), before: fc.constant(null), after: row })
    ),
    { maxLength: 8 }
  )
});

describe('a batch as a file', () => {
  it('comes back as it was, whatever is in it', () => {
    fc.assert(
      fc.property(batches, (one) => {
        expect(readBatch(writeBatch(one, 'd'), 'd')).toEqual({ kind: 'batch', batch: one });
      })
    );
  });

  it('comes back after a mail program changed the line ends and put a mark before it', () => {
    expect(readBatch(`\uFEFF${writeBatch(BATCH, 'd').replace(/\n/g, '\r\n')}`, 'd')).toEqual({
      kind: 'batch',
      batch: BATCH
    });
  });

  it('any other letter, and it is refused', () => {
    const text = writeBatch(BATCH, 'd');
    fc.assert(
      fc.property(fc.nat(text.length - 2), fc.constantFrom('0', 'x', '"', '县'), (at, letter) => {
        fc.pre(text[at] !== letter && text[at] !== '\n');
        const reading = readBatch(text.slice(0, at) + letter + text.slice(at + 1), 'd');
        expect(reading.kind).toBe('refused');
      })
    );
  });

  it('cut short anywhere, and it is refused', () => {
    const text = writeBatch(BATCH, 'd');
    // The last line end alone is no loss.
    for (let length = 0; length < text.length - 1; length++)
      expect(readBatch(text.slice(0, length), 'd').kind).toBe('refused');
  });

  it.each([
    ['', '这不是批次文件'],
    ['{"format":"kanban-deck"}', '这不是批次文件'],
    ['{"format":"kanban-batch","version":2}\n{}', '这个批次文件由别的版本保存，请用最新的看板打开'],
    [writeBatch(BATCH, 'd').slice(0, -40), '批次文件不完整：应有'],
    [writeBatch(BATCH, 'd').replace('丙县', '丁县'), '批次文件的内容与校验值不一致，可能改过或没有存好'],
    [writeBatch(BATCH, 'e'), '这是另一套数据（e）的批次'],
    [writeBatch(BATCH, undefined as unknown as string), '这个批次文件没有写明是哪套数据的']
  ])('says why: %#', (text, why) => {
    const reading = readBatch(text, 'd');
    expect(reading.kind === 'refused' && reading.why).toContain(why);
  });
});

describe('a batch as the store keeps it', () => {
  it('comes back as it was', () => {
    expect(readBatchBody(batchBody(BATCH))).toEqual({ kind: 'batch', batch: BATCH });
  });

  it.each([
    ['{', '批次的内容不是合格的 JSON'],
    ['{"id":""}', '批次的内容读不成：缺少编号、时间、名称或数据版本'],
    [batchBody(BATCH).replace('"上新"', '"旧新"'), '批次的内容读不成：不认识它的种类'],
    [batchBody(BATCH).replace('"bytes":12', '"bytes":"12"'), '批次的内容读不成：文件清单不对'],
    [batchBody(BATCH).replace('"automatic":false', '"automatic":0'), '批次的内容读不成：决定清单不对'],
    [batchBody(BATCH).replace('"places"', '"planes"'), '批次的内容读不成：各行的变动不对'],
    [batchBody(BATCH).replace('["c","丙县"]', '["c"]'), '批次的内容读不成：各行的变动不对'],
    [batchBody(BATCH).replace('"name"],', '"constructor"],'), '批次的内容读不成：各行的变动不对'],
    [batchBody(BATCH).replace('[null,["c","丙县"]]', '[null,null]'), '批次的内容读不成：各行的变动不对']
  ])('what is not whole is refused: %#', (text, why) => {
    expect(readBatchBody(text)).toEqual({ kind: 'refused', why });
  });
});

const { id: OWN_ID, ...content } = BATCH;

describe('the id of a new batch', () => {
  it('begins with its time, so that ids sort by it, whatever the zone', () => {
    const morning = newBatch({ ...content, made: '2020-11-01T08:00:00+08:00' });
    const later = newBatch({ ...content, made: '2020-11-01T00:00:01.500Z' });
    expect(morning.id).toMatch(/^20201101T000000Z-[0-9a-f]{8}$/);
    expect(later.id).toMatch(/^20201101T000001Z-[0-9a-f]{8}$/);
    expect({ ...morning, id: OWN_ID, made: BATCH.made }).toEqual(BATCH);
  });

  it('tells two of one second apart, and is the same for the same', () => {
    expect(newBatch(content).id).toBe(newBatch(content).id);
    expect(newBatch({ ...content, title: '另一个' }).id).not.toBe(newBatch(content).id);
    expect(newBatch({ ...content, changes: content.changes.slice(1) }).id).not.toBe(newBatch(content).id);
  });
});
