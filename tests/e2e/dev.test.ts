import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer, type ViteDevServer } from 'vite';
import { PATIENCE, ranking } from './reading';
import { browser, REPORT_CSP } from './support';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

// What `npm run dev` shows: the only page that isn't built first.
describe('npm run dev', () => {
  let server: ViteDevServer;

  beforeAll(async () => {
    server = await createServer({
      root: ROOT,
      configFile: join(ROOT, 'vite.config.ts'),
      // Its own cache: a dev server that runs meanwhile keeps its own.
      cacheDir: join(ROOT, 'node_modules', '.cache', 'vite-dev-test'),
      logLevel: 'silent',
      // No watching: somebody may save a file meanwhile, and the page would be read anew.
      server: { port: 0, host: 'localhost', hmr: { port: 0 }, watch: null }
    });
    await server.listen();
  });
  afterAll(() => server.close());

  it('shows a styled page with its chart, and nothing is refused', async () => {
    const context = await (await browser()).newContext({ viewport: { width: 1280, height: 720 }, locale: 'zh-CN' });
    try {
      await context.addInitScript({ content: REPORT_CSP });
      const complaints: string[] = [];
      context.on('console', (message) => {
        if (/^(error|warning)$/.test(message.type())) complaints.push(message.text());
      });
      context.on('weberror', (error) => complaints.push(error.error().message));
      const page = await context.newPage();
      await page.goto(`${server.resolvedUrls!.local[0]!}#/places?i=smd-standard-rate`);
      await expect.poll(() => ranking(page), { timeout: 60_000, interval: PATIENCE.interval }).toHaveLength(4);
      const styles = await page.evaluate(() => ({
        margin: getComputedStyle(document.body).marginTop,
        topbar: getComputedStyle(document.querySelector('.topbar')!).display
      }));
      expect(styles).toEqual({ margin: '0px', topbar: 'grid' });
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  });

  it('refuses a style attribute, as the built page does', async () => {
    const context = await (await browser()).newContext();
    try {
      const page = await context.newPage();
      await page.goto(server.resolvedUrls!.local[0]!);
      const color = await page.evaluate(() => {
        const element = document.createElement('p');
        element.setAttribute('style', 'color: rgb(1, 2, 3)');
        document.body.append(element);
        return getComputedStyle(element).color;
      });
      expect(color).not.toBe('rgb(1, 2, 3)');
    } finally {
      await context.close();
    }
  });
});
