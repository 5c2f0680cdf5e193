import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { painted } from './reading';
import { openApp } from './support';

/** A laptop as most have it. */
const LAPTOP = { width: 1366, height: 768 };
const MOST = 5;

const SCREENS = [
  '#/',
  '#/?tab=card',
  '#/places',
  '#/places?tab=table',
  '#/places?tab=improve',
  '#/places?tab=heat',
  '#/places?tab=funnel',
  '#/places?tab=map',
  '#/periods',
  '#/periods?tab=changes',
  '#/periods?tab=facets',
  '#/periods?tab=facets&by=indicators',
  '#/progress',
  '#/progress?tab=matrix',
  '#/progress?tab=plans',
  '#/progress?tab=supervise',
  '#/progress?tab=sums',
  '#/progress?tab=months',
  '#/progress?tab=why',
  '#/profile'
];

/** Charts that stand whole in the first screen; bullet bars, tables and 多项指标 are as long as what they list. */
const WHOLE = [
  '#/places',
  '#/places?tab=improve',
  '#/places?tab=funnel',
  '#/periods',
  '#/periods?tab=facets',
  '#/progress?tab=months'
];

const FIRST = '.chart svg, .figure table, .headlines, .profile-row, main table';

/**
 * Controls above the first chart (or table, or list) of a screen, by what they say. A tab bar and a group of chips are one
 * choice each, and so is the list of indicators beside a chart; what lies folded under 更多 is none.
 */
async function controlsBefore(page: Page): Promise<{ controls: string[]; bottom: number; top: number }> {
  return page.evaluate((first) => {
    const main = document.querySelector('main')!;
    const chart = [...main.querySelectorAll<SVGElement | HTMLElement>(first)].find(
      (one) => one.getBoundingClientRect().height > 20
    );
    const { top, bottom, left } = chart?.getBoundingClientRect() ?? { top: 0, bottom: 0, left: 0 };
    const units = new Map<Element, string>();
    for (const one of main.querySelectorAll('button, a[href], select, input, textarea, summary')) {
      const box = one.getBoundingClientRect();
      const fold = one.closest('details:not([open])');
      if (fold && one !== fold.querySelector('summary')) continue;
      if (box.width === 0 || box.height === 0 || box.top >= top || chart?.contains(one)) continue;
      // A number is what the screen shows, and leads to its source.
      if (one.matches('.figure-button')) continue;
      const group = one.closest('[role="tablist"], [role="group"], .picker') ?? one;
      // What stands beside the chart isn't before it.
      if (group === one && box.right <= left) continue;
      const name = group.getAttribute('aria-label') ?? one.closest('label')?.firstChild?.textContent ?? one.textContent;
      units.set(group, (name ?? '').trim().slice(0, 12));
    }
    return { controls: [...units.values()], bottom: Math.round(bottom + scrollY), top: Math.round(top + scrollY) };
  }, FIRST);
}

describe.each([
  ['the reports', ''],
  ['the demonstration data', 'dataset=demo']
])('before the first chart, with %s', (_, query) => {
  it(`no screen has more than ${MOST} controls, and the chart is whole`, async () => {
    const { page, go } = await openApp({ viewport: LAPTOP });
    const over: string[] = [];
    for (const screen of SCREENS) {
      await go(query ? `${screen}${screen.includes('?') ? '&' : '?'}${query}` : screen);
      await page.locator('main h2').first().waitFor({ timeout: 60_000 });
      await page.locator(`main :is(${FIRST}, .note-empty)`).first().waitFor({ state: 'attached' });
      await painted(page);
      const { controls, top, bottom } = await controlsBefore(page);
      if (process.env.SHOW) console.info(screen, query, controls.length, controls.join(' | '), top, bottom);
      if (controls.length > MOST) over.push(`${screen}: ${controls.length} ${controls.join('、')}`);
      if (WHOLE.includes(screen) && bottom > LAPTOP.height) over.push(`${screen}: ends at ${bottom}, from ${top}`);
    }
    expect(over).toEqual([]);
  }, 240_000);
});
