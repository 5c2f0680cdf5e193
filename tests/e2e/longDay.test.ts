import { describe, expect, it } from 'vitest';
import { growth, turnAndMeasure } from '../../tools/browser/longDay';
import { openApp } from './support';

describe('a deck that turns by itself', () => {
  it('holds on to nothing of the slides and the data it has shown', async () => {
    // A page of its own: its clock runs fast.
    const { page } = await openApp({ route: '#/present', viewport: { width: 1280, height: 720 } });
    let readings = 0;
    page.on('request', (request) => {
      if (request.url().includes('/data/observations.csv')) readings += 1;
    });
    await page.clock.install();
    await page.goto(page.url().replace(/#.*/, '#/present?deck=monthly&auto=3'));
    await page.locator('.slide-number').first().waitFor();
    // `npm run bench:day` turns 2,000.
    const held = await turnAndMeasure(page, 3, [14, 42]);
    expect(readings).toBeGreaterThan(3);
    expect(growth(held)).toEqual([]);
  });

  it('would be found to grow', () => {
    const held = { turns: 10, heap: 10_000_000, nodes: 500, listeners: 90 };
    expect(growth([held, { turns: 2000, heap: 13_000_000, nodes: 700, listeners: 110 }])).toEqual([]);
    expect(growth([held, { turns: 2000, heap: 14_000_000, nodes: 800, listeners: 300 }])).toEqual([
      '堆从第10张的10000000涨到第2000张的14000000',
      '节点从第10张的500涨到第2000张的800',
      '监听从第10张的90涨到第2000张的300'
    ]);
  });
});
