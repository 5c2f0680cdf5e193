import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { contrast } from '../../src/domain/number/contrast';
import { sampleAddresses } from '../../src/figures/sampleAddresses';
import { choicesOf } from '../figures/realData';
import { painted, PATIENCE } from './reading';
import { openApp } from './support';

/** Large type may be read from 3:1 (WCAG 2.2, 1.4.3), and on a wall all type is large. */
const LEAST = 3;

interface Seen {
  readonly text: string;
  readonly ink: string;
  readonly ground: string;
}

/** Words of the chart with what lies under their middle: the last area painted before them, else the slide. */
function wordsOn(page: Page): Promise<Seen[]> {
  return page
    .locator('.slide')
    .first()
    .evaluate((slide) => {
      const hex = (colour: string) => {
        const [r, g, b] = colour.match(/\d+/g)!.map(Number);
        return `#${[r, g, b].map((c) => c!.toString(16).padStart(2, '0')).join('')}`;
      };
      const own = hex(getComputedStyle(slide).backgroundColor);
      return [...slide.querySelectorAll<SVGSVGElement>('.chart svg')].flatMap((svg) => {
        const all = [...svg.querySelectorAll<SVGGraphicsElement>('path, text')];
        return all.flatMap((node, at) => {
          const ink = node.getAttribute('fill') ?? '';
          if (node.tagName !== 'text' || !node.textContent!.trim() || !/^#/.test(ink)) return [];
          const box = node.getBoundingClientRect();
          const middle = svg.createSVGPoint();
          middle.x = box.left + box.width / 2;
          middle.y = box.top + box.height / 2;
          const under = all.slice(0, at).filter((area) => {
            const fill = area.getAttribute('fill') ?? 'none';
            const opacity = Number(area.getAttribute('fill-opacity') ?? 1);
            if (area.tagName !== 'path' || !/^#[0-9a-f]{6}$/i.test(fill) || opacity < 0.5) return false;
            return (area as SVGPathElement).isPointInFill(middle.matrixTransform(area.getScreenCTM()!.inverse()));
          });
          const halo = Number(node.getAttribute('stroke-width') ?? 0) > 1 ? node.getAttribute('stroke') : null;
          const last = under[under.length - 1]?.getAttribute('fill');
          return [{ text: node.textContent!, ink, ground: halo ?? last ?? own }];
        });
      });
    });
}

/** Lines that begin with what closes the line before: its last words and its first. */
function orphans(page: Page): Promise<string[]> {
  return page
    .locator('.slide')
    .first()
    .evaluate((slide) => {
      const found: string[] = [];
      const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
      let before: DOMRect | undefined;
      let tail = '';
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const { parentElement: parent, textContent } = node;
        if (parent!.closest('svg, .text-hidden')) continue;
        for (const [at, sign] of [...textContent!].entries()) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const box = range.getBoundingClientRect();
          if (
            /[，。；：、）》”]/.test(sign) &&
            before &&
            box.top > before.top + before.height / 2 &&
            box.left < before.left
          )
            found.push(`${tail.slice(-12)}↵${sign}`);
          before = box;
          tail += sign;
        }
      }
      return found;
    });
}

/** Cells that are wider than their column: they run into the next one. */
function wideCells(page: Page): Promise<string[]> {
  return page
    .locator('.slide td')
    .evaluateAll((cells) =>
      cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => `wide: ${cell.textContent!}`)
    );
}

/** Texts that end before they are said, clipped by a box or by an ellipsis. */
function cutTexts(page: Page): Promise<string[]> {
  return page
    .locator('.slide')
    .first()
    .evaluate((slide) =>
      [...slide.querySelectorAll('*')].flatMap((node) => {
        const own = [...node.childNodes]
          .filter((child) => child.nodeType === 3)
          .map((child) => child.textContent!.trim());
        const text = own.join('');
        if (text === '' || node.closest('.text-hidden, .chart-tip, .key-bar')) return [];
        const style = getComputedStyle(node);
        const isClipped =
          (style.overflowX !== 'visible' && node.scrollWidth > node.clientWidth + 1) ||
          (style.overflowY !== 'visible' && node.scrollHeight > node.clientHeight + 1);
        return isClipped || /(?:…|\.{3})(?:〔.*〕)?$/.test(text) ? [`cut: ${text}`] : [];
      })
    );
}

/** What stands beside each other, or above. */
const PAIRS = [
  { address: '/places', beside: '/progress?place=all' },
  { address: '/places?tab=heat', beside: '/' },
  { address: '/profile', beside: '/progress?tab=matrix' },
  { address: '/progress', beside: '/periods' }
] as const;

describe('on every kind of slide', () => {
  it.each([
    ['data', 'dark', '16:9'],
    ['data', 'contrast', '4:3'],
    ['data/demo', 'dark', '4:3'],
    ['data/demo', 'contrast', '16:9']
  ])(
    'of %s words stand out, none is cut or runs into the next, and no line begins with a comma: %s, %s',
    async (folder, ground, ratio) => {
      const { dataset } = await choicesOf(folder);
      const slides = [...sampleAddresses(dataset).map(({ address }) => ({ address })), ...PAIRS];
      const isDemo = folder === 'data/demo';
      const viewport = ratio === '4:3' ? { width: 1024, height: 768 } : { width: 1920, height: 1080 };
      const { page, go } = await openApp({ viewport, route: isDemo ? '#/?dataset=demo' : '#/' });
      await page.locator('.headlines').waitFor();
      const deck = {
        own: [{ id: 'd1', name: '全部', slides }],
        current: 'd1'
      };
      await page.evaluate(
        ([key, text, look]) => {
          localStorage.setItem(key!, text!);
          localStorage.setItem('kanban-wall', look!);
        },
        [`${isDemo ? 'demo@' : ''}kanban-decks`, JSON.stringify(deck), JSON.stringify({ ratio, ground, size: 1 })]
      );
      await page.reload();
      await page.locator('.headlines').waitFor();
      await go(`#/present?${isDemo ? 'dataset=demo&' : ''}deck=d1`);
      await page.locator('.slide-number').waitFor();
      const faults: string[] = [];
      for (const [at, { address, ...more }] of slides.entries()) {
        const name = [address, ...Object.values(more)].join(' + ');
        if (at > 0) await page.keyboard.type(String(at + 1));
        if (at > 0) await page.keyboard.press('Enter');
        await page.locator('.slide-number', { hasText: new RegExp(`\\b${at + 1} / `) }).waitFor();
        await painted(page);
        const faint = (await wordsOn(page)).filter(({ ink, ground: under }) => contrast(ink, under) < LEAST);
        faults.push(...faint.map(({ text, ink, ground: under }) => `${name}: “${text}” ${ink} on ${under}`));
        const lines = [...(await orphans(page)), ...(await wideCells(page)), ...(await cutTexts(page))];
        faults.push(...lines.map((line) => `${name}: ${line}`));
      }
      expect(faults).toEqual([]);
      // A name that is cut would have been seen, in a heading and in a chart; one that is drawn anew loses it.
      const cut = async (): Promise<string[]> => {
        await page.evaluate(() => {
          document.querySelector('.slide h3')!.textContent = '象山县中医…';
          document.querySelector('.slide .chart text')!.textContent = '中方县...';
        });
        return cutTexts(page);
      };
      await expect.poll(cut, PATIENCE).toEqual(['cut: 象山县中医…', 'cut: 中方县...']);
    }
  );
});
