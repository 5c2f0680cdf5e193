import { describe, expect, it } from 'vitest';
import { inSlices, Stopped } from '../../../src/datasets/workbook/inSlices';
import type { Steps } from '../../../src/domain/steps/steps';

/** Work that takes `ms` and tells how many rows are done. */
function* busy(ms: number): Steps<string> {
  const end = performance.now() + ms;
  for (let rows = 1; performance.now() < end; rows++) yield rows;
  return 'done';
}

describe('work a little at a time', () => {
  it('lets others run in between, and tells how far it is', async () => {
    let turns = 0;
    const rows: number[] = [];
    const timer = setInterval(() => turns++, 1);
    expect(await inSlices(busy(200), { onRows: (each) => rows.push(each) })).toBe('done');
    clearInterval(timer);
    expect(turns).toBeGreaterThan(1);
    expect(rows.length).toBeGreaterThan(1);
    expect([...rows].sort((a, b) => a - b)).toEqual(rows);
  });

  it('stops where it is told to', async () => {
    const controller = new AbortController();
    const work = inSlices(busy(60_000), { signal: controller.signal });
    setTimeout(() => controller.abort());
    await expect(work).rejects.toBeInstanceOf(Stopped);
  });

  it('that is short is done at once', async () => {
    const order: string[] = [];
    const work = inSlices(busy(0)).then(() => order.push('work'));
    setTimeout(() => order.push('timer'));
    await work;
    expect(order).toEqual(['work']);
  });
});
