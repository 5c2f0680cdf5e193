import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/datasets/loadDataset';
import type { FetchBytes } from '../../src/datasets/loadEffects';
import { type Issue, issueText } from '../../src/domain/model/issue';
import { fetchFrom, fixtureFolder } from '../fixtures/readFolder';

interface Expected {
  readonly kind: 'ok' | 'failed';
  /** Files that aren't there. */
  readonly absent?: readonly string[];
  /** All issues in order; the level is 错误 where it isn't stated. */
  readonly issues: readonly Partial<Issue>[];
  /** Rows in the dataset by file. */
  readonly kept?: Readonly<Record<string, number>>;
  /** Pieces that the printed issues have to contain. */
  readonly says?: readonly string[];
}

const bad = fixtureFolder('bad');
const base = [fixtureFolder('small'), fixtureFolder('data')];

// Each folder is a case: the files it changes, over the small good dataset, and what must come of it.
describe('bad input', () => {
  for (const name of readdirSync(bad)) {
    it(name.replace(/-/g, ' '), async () => {
      const folder = join(bad, name);
      const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected;
      const result = await loadDataset({ fetchBytes: fetchFrom([folder, ...base], expected.absent) });
      expect(result.issues.map(brief)).toEqual(expected.issues.map((issue) => ({ level: '错误', ...issue })));
      expect(result.kind).toBe(expected.kind);
      if (expected.kept) {
        expect(Object.fromEntries(result.tables.map((table) => [table.file, table.kept]))).toEqual(expected.kept);
      }
      const printed = result.issues.map(issueText).join('\n');
      for (const piece of expected.says ?? []) expect(printed).toContain(piece);
      for (const issue of result.issues) expectPlainChinese(issue);
    });
  }

  it('keeps HTML in a name as text', async () => {
    const result = await loadDataset({ fetchBytes: fetchFrom([join(bad, 'html-in-names'), ...base]) });
    if (result.kind === 'failed') throw new Error('not loaded');
    expect(result.dataset.place('bing')?.name).toBe('<img src=x onerror=alert(1)>');
    expect(result.dataset.indicator('visits')?.name).toBe('<b>门诊</b>人次');
  });

  it('reads every encoding to the same names', async () => {
    for (const name of readdirSync(bad).filter((folder) => folder.startsWith('encoding-'))) {
      const result = await loadDataset({ fetchBytes: fetchFrom([join(bad, name), ...base]) });
      if (result.kind === 'failed') throw new Error(name);
      expect(result.dataset.places.map((place) => place.name)).toEqual([
        '虚构市',
        '甲县',
        '乙县',
        '丙县',
        '甲县人民医院'
      ]);
    }
  });
});

describe('50 MB of nonsense', () => {
  const size = 50 * 1024 * 1024;
  /** Of several kinds one has the whole size, the others still ten times what is tried first. */
  const FEWER = size / 5;
  const head = 'indicator,place,period,measure,source,value,qualifier,status,line,written,section,note\n';
  const small = fetchFrom(base);

  async function load(bytes: Uint8Array) {
    const fetchBytes: FetchBytes = (path) => (path === 'observations.csv' ? Promise.resolve(bytes) : small(path));
    return loadDataset({ fetchBytes });
  }

  // The same memory for all: fifty new megabytes for each took longer than to fill them.
  const memory = new Uint8Array(size);

  function repeated(text: string, first = '', length = size): Uint8Array {
    const piece = new TextEncoder().encode(text);
    const bytes = memory.subarray(0, length);
    bytes.set(piece);
    // Twice as much at every step up to what the processor keeps near, then that again and again.
    let full = piece.length;
    for (; full < 65_536; full *= 2) bytes.copyWithin(full, 0, full);
    const run = bytes.subarray(0, full);
    for (; full + run.length <= length; full += run.length) bytes.set(run, full);
    bytes.set(run.subarray(0, length - full), full);
    bytes.set(new TextEncoder().encode(first));
    return bytes;
  }

  it('of zero bytes is refused', async () => {
    const result = await load(new Uint8Array(size));
    expect(result.issues.map(brief)).toEqual([{ level: '错误', file: 'observations.csv', rule: '编码' }]);
  });

  it('of scattered bytes is refused', async () => {
    const scattered = memory.subarray(0, 1024 * 1024);
    for (let at = 0, state = 1; at < scattered.length; at += 1) {
      state = (state * 1103515245 + 12345) & 0x7fffffff;
      scattered[at] = state >> 16;
    }
    for (let at = scattered.length; at < size; at += scattered.length) memory.set(scattered, at);
    const result = await load(memory);
    expect(result.issues.map(brief)).toEqual([{ level: '错误', file: 'observations.csv', rule: '编码' }]);
  });

  it('of one endless line is refused', async () => {
    const result = await load(repeated('胡言乱语'));
    expect(result.issues.map(brief)).toEqual([{ level: '错误', file: 'observations.csv', rule: '表头' }]);
  });

  it('of lines without our header is refused', async () => {
    const result = await load(repeated('第一,第二,第三\n'));
    expect(result.issues.map(brief)).toEqual([{ level: '错误', file: 'observations.csv', row: 1, rule: '缺列' }]);
  });

  it('of commas or of quotes in one line under a good header costs that line only, which is all there is', async () => {
    for (const [piece, length] of [
      [',', FEWER],
      [',"', size],
      ['"', FEWER]
    ] as const) {
      const result = await load(repeated(piece, head, length));
      expect(result.kind).toBe('ok');
      expect(result.issues.map(brief)).toEqual([
        { level: '错误', file: 'observations.csv', rule: '整表' },
        { level: '错误', file: 'observations.csv', row: 2, rule: '列数' }
      ]);
    }
  });

  it('of short lines under a good header is given up early', async () => {
    for (const [piece, length] of [
      ['"\n', FEWER],
      ['a\n', FEWER],
      [',"\n', size]
    ] as const) {
      const result = await load(repeated(piece, head, length));
      expect(result.issues.map(brief)).toEqual([{ level: '错误', file: 'observations.csv', rule: '列数' }]);
    }
  });

  it('of rows of the right width is reported up to the limit and does not hang', async () => {
    // Ten times the rows that are reported; the page is given 50 MB of them in tests/e2e/badInput.
    const result = await load(repeated('胡,言,乱语,12"3,,,"，",,,,,\n', head, size / 10));
    expect(result.kind).toBe('ok');
    expect(result.issues).toHaveLength(10_002);
    expect(result.issues[0]?.rule).toBe('整表');
    expect(result.issues[10_001]?.rule).toBe('问题过多');
  });
});

function brief({ level, file, row, column, rule }: Issue): Partial<Issue> {
  return JSON.parse(JSON.stringify({ level, file, row, column, rule })) as Partial<Issue>;
}

/** Full-width punctuation, no doubled full stops, and something to do. */
function expectPlainChinese(issue: Issue): void {
  expect(issue.why).toMatch(/[\u4e00-\u9fff]/);
  expect(issue.why).not.toMatch(/[。！]$/);
  expect(issue.todo).toMatch(/[\u4e00-\u9fff].*。$/);
  // What stands between quotation marks is the clerk's own text.
  const ours = issueText({ ...issue, value: undefined }).replace(/“[^”]*”/g, '“”');
  expect(ours).not.toMatch(/[\u4e00-\u9fff][,;:?!]|[。；，]{2}|undefined|null|NaN/);
}
