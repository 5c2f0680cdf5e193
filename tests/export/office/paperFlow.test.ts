import { describe, expect, it } from 'vitest';
import { PaperFlow } from '../../../src/export/office/paperFlow';

/** 12,756 twips of text: 22 lines of 560 and 436. */
const PAGE = { width: 11906, height: 16838, top: 2098, bottom: 1984, left: 1588, right: 1474 };
const line = { kind: 'text' as const, text: '一行字。', footnote: '' };

describe('what is left of a page', () => {
  it('is what lines of exact height leave, less a caption and some doubt', () => {
    const flow = new PaperFlow(PAGE, 1);
    // 12,756 less title and a line (1,400), caption (820), doubt (360).
    expect(flow.left).toBe(10_176);
    flow.block(line);
    expect(flow.left).toBe(10_176 - 560);
    // 27 characters of 16 pt a line, two of them indented at first.
    flow.block({ ...line, text: '字'.repeat(26) });
    expect(flow.left).toBe(10_176 - 560 - 2 * 560);
  });

  it('is less by footnotes, which begin anew on the next page', () => {
    const flow = new PaperFlow(PAGE, 1);
    flow.block({ ...line, footnote: '出处' });
    // A rule of 220 above, a line of 260.
    expect(flow.left).toBe(10_176 - 560 - 480);
    flow.chart(10_000);
    // The chart stands on a page of its own: 12,756 less itself, two captions and doubt.
    expect(flow.left).toBe(12_756 - 10_000 - 820 - 820 - 360);
  });

  it('counts the rows of a table one by one, over the end of a page', () => {
    const flow = new PaperFlow(PAGE, 1);
    const rows = Array.from({ length: 40 }, () => ['甲']);
    flow.block({ kind: 'table', head: ['地区'], rows, right: [false], widths: [1], remark: '' });
    // 11,356 hold 39 rows of 290, the head among them; two stand on the next page.
    expect(flow.left).toBe(12_756 - 2 * 290 - 820 - 360);
  });
});
