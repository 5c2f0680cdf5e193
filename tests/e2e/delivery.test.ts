import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openApp } from './support';

const DIST = resolve(process.env.KANBAN_DIST ?? 'dist');
const text = (name: string) => readFileSync(join(DIST, name), 'utf8');

describe('the built folder', () => {
  it('states the licences of exactly what its scripts hold', () => {
    const listed = [...text('许可.txt').matchAll(/^ {2}(\S+) \S+（/gm)].map(([, name]) => name);
    const { dependencies } = JSON.parse(readFileSync(resolve('package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    // vue itself only hands on its parts.
    const wanted = Object.keys(dependencies).filter((name) => name !== 'vue');
    expect(listed).toEqual(expect.arrayContaining([...wanted, '@vue/runtime-dom', '@vue/reactivity']));
    // Nothing that only builds or tests: a text of each would be found in a script by its own words.
    for (const name of ['vite', 'vitest', 'playwright-core', 'jszip', 'happy-dom', '@vue/compiler-sfc'])
      expect(listed, name).not.toContain(name);
    expect(text('许可.txt')).toContain('Apache License');
    expect(text('许可.txt')).toContain('Copyright (c) 2017, Baidu Inc.');
  });

  it('asks for everything in assets by its version, so that it may be kept for a year', async () => {
    const { page } = await openApp({ route: '#/places' });
    await page.locator('.chart svg').first().waitFor();
    const unversioned = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => name.includes('/assets/') && !/\?v=\w{8}/.test(name))
    );
    expect(unversioned).toEqual([]);
    const scripts = readdirSync(join(DIST, 'assets'))
      .filter((name) => name.endsWith('.js'))
      .map((name) => text(`assets/${name}`))
      .join('\n');
    const asked = [...scripts.matchAll(/["'`](assets\/[\w-]+\.js)(\?v=\w{8})?["'`]/g)];
    expect(asked.map(([, file, version]) => `${file}${version ? '?v' : ''}`).sort()).toEqual(
      expect.arrayContaining(['assets/pinyin-match.js?v'])
    );
  });

  it('has a guide that shows and prints under the policy of the servers', async () => {
    const policy = /name="Content-Security-Policy" value="([^"]+)"/.exec(text('web.config'))![1]!;
    const { page, url } = await openApp({
      edit: () => undefined,
      headers: { 'Content-Security-Policy': policy }
    });
    await page.locator('.headlines').waitFor();
    await page.goto(`${url}${encodeURIComponent('部署说明.html')}`);
    const heading = page.getByRole('heading', { level: 2 }).first();
    expect(await heading.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(29, 79, 145)');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length).toBeGreaterThan(3);
  });
});
