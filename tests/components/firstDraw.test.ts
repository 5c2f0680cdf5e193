import { beforeEach, describe, expect, it, vi } from 'vitest';

/** As a page has it that has just been opened. */
async function openPage() {
  vi.resetModules();
  return import('../../src/components/figure/firstDraw');
}

describe('drawMounted(draw, reserve, report)', () => {
  beforeEach(() => void vi.useFakeTimers());

  it('draws the first chart of a page in a task of its own, the others at once', async () => {
    const { drawMounted } = await openPage();
    const drawn: string[] = [];
    drawMounted(
      () => drawn.push('甲'),
      () => drawn.push('甲的地方'),
      vi.fn()
    );
    drawMounted(
      () => drawn.push('乙'),
      () => drawn.push('乙的地方'),
      vi.fn()
    );
    expect(drawn).toEqual(['甲的地方', '乙']);
    vi.runAllTimers();
    expect(drawn).toEqual(['甲的地方', '乙', '甲']);
    vi.useRealTimers();
  });

  it('tells what goes wrong with it, since nobody else would', async () => {
    const { drawMounted } = await openPage();
    const report = vi.fn();
    const fault = new Error('no drawing');
    drawMounted(
      () => {
        throw fault;
      },
      vi.fn(),
      report
    );
    vi.runAllTimers();
    expect(report.mock.calls).toEqual([[fault]]);
    vi.useRealTimers();
  });
});
