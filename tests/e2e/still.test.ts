import { describe, expect, it } from 'vitest';
import { PATIENCE } from './reading';
import { openApp } from './support';

/** Every screen with a chart and buttons below it. */
const SCREENS = [
  ...[
    '#/places?',
    '#/places?tab=table&',
    '#/places?tab=improve&',
    '#/places?tab=heat&',
    '#/places?tab=funnel&',
    '#/places?tab=map&'
  ],
  ...['#/periods?', '#/periods?tab=changes&', '#/progress?', '#/progress?tab=months&', '#/progress?tab=why&'],
  '#/profile?'
];

/** Notes from the page before anything of it runs where its buttons stand, frame by frame; each place once. */
const NOTE_PLACES = () => {
  const places: string[] = [];
  Object.assign(window, { buttonPlaces: places });
  const look = () => {
    const row = document.querySelector('.figure-actions');
    if (row) {
      const place = String(Math.round(row.getBoundingClientRect().top + window.scrollY));
      if (places[places.length - 1] !== place) places.push(place);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
};

describe('a screen that is coming', () => {
  it('keeps the buttons below its chart where they first appeared', async () => {
    const { page } = await openApp({ route: '#/about?dataset=demo', viewport: { width: 1366, height: 768 } });
    await page.addInitScript(NOTE_PLACES);
    const found: Record<string, readonly string[]> = {};
    for (const route of SCREENS) {
      await page.goto(page.url().replace(/#.*/, `${route}dataset=demo`));
      await page.reload();
      await page.locator('.figure-actions').first().waitFor(PATIENCE);
      await page.waitForLoadState('networkidle');
      // The idle work of the page is behind it as well.
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => requestAnimationFrame(resolve))));
      found[route] = await page.evaluate(() => (window as unknown as { buttonPlaces: string[] }).buttonPlaces);
    }
    const moved = Object.entries(found).filter(([, places]) => places.length !== 1);
    expect(moved).toEqual([]);
  });
});
