import { describe, expect, it } from 'vitest';
import { openApp } from './support';

/** A laptop of 1366 × 768 whose browser is zoomed to 150%; and less the bar that scrolls, which some systems show. */
const ZOOMED = { width: 911, height: 512 };
const WIDTHS = [911, 894, 780];

const SCREENS = [
  '#/',
  '#/places?i=smd-standard-rate&focus=zhongfang',
  '#/places?tab=table&i=smd-standard-rate',
  '#/places?tab=heat',
  '#/periods?i=deliveries',
  '#/periods?tab=changes',
  '#/periods?tab=facets',
  '#/periods?tab=facets&by=indicators',
  '#/progress?place=xiangshan',
  '#/progress?tab=matrix',
  '#/progress?tab=plans',
  '#/progress?tab=supervise',
  '#/progress?tab=sums',
  '#/progress?tab=months',
  '#/profile?place=xiangshan',
  '#/profile?place=zhongfang',
  '#/profile?place=baoan',
  '#/profile?place=shenzhen',
  '#/data',
  '#/data?tab=progress',
  '#/data?tab=sources',
  '#/data?tab=missing',
  '#/data?tab=audit',
  '#/data?tab=issues',
  '#/present',
  '#/about'
];

describe('at 150% zoom on 1366 × 768', () => {
  it('no screen scrolls sideways', async () => {
    const { page, go } = await openApp({ viewport: ZOOMED });
    const wide: string[] = [];
    for (const route of SCREENS) {
      await go(route);
      await page.locator('h1, h2').first().waitFor({ state: 'attached' });
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      for (const width of WIDTHS) {
        await page.setViewportSize({ ...ZOOMED, width });
        wide.push(
          ...(await page.evaluate(
            ([at, units]) => {
              const { scrollWidth, clientWidth } = document.documentElement;
              return scrollWidth > clientWidth ? [`${at} at ${units}: ${scrollWidth} > ${clientWidth}`] : [];
            },
            [route, width] as const
          ))
        );
      }
    }
    expect(wide).toEqual([]);
  });
});
