import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PATIENCE } from './reading';
import { browser } from './support';
import { programOf, SERVERS, startWebServer, type ServerName, type WebServer } from './webServers';

const running = new Map<string, Promise<WebServer>>();
function serverOf(server: ServerName, extra = ''): Promise<WebServer> {
  const key = server + extra;
  if (!running.has(key)) running.set(key, startWebServer(server, extra));
  return running.get(key)!;
}
afterAll(async () => {
  const started = await Promise.allSettled(running.values());
  await Promise.all(started.map((one) => (one.status === 'fulfilled' ? one.value.stop() : undefined)));
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: number;
}

/** One request as a browser makes it; `fetch` would hide the compression. */
function ask(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'Accept-Encoding': 'gzip', ...headers } }, (response) => {
      let bytes = 0;
      response.on('data', (piece: Buffer) => (bytes += piece.length));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes }));
    }).on('error', reject);
  });
}

describe.each(SERVERS)('%s with the settings of 部署说明.html', (name) => {
  it('compresses, states types and policy, and keeps for a year only what carries its version', async (context) => {
    if (!programOf(name)) context.skip(`没有装 ${name}，这一项没有测`);
    const { url, folder } = await serverOf(name);
    const version = /\?v=(\w+)/.exec(readFileSync(join(folder, 'index.html'), 'utf8'))![1]!;
    const page = await ask(url);
    const script = await ask(`${url}assets/app.js?v=${version}`);
    const table = await ask(`${url}data/observations.csv`);
    const about = await ask(`${url}data/datapackage.json`);
    expect([page.status, script.status, table.status, about.status]).toEqual([200, 200, 200, 200]);
    expect(page.headers['content-type']).toMatch(/^text\/html/);
    expect(script.headers['content-type']).toMatch(/^(application|text)\/javascript/);
    expect(table.headers['content-type']).toMatch(/^text\/csv/);
    expect(about.headers['content-type']).toMatch(/^application\/json/);
    for (const answer of [script, table, about]) expect(answer.headers['content-encoding']).toBe('gzip');
    expect(table.bytes).toBeLessThan(70_000);
    expect(script.headers['cache-control']).toMatch(/max-age=31536000|max-age=31\d{6}/);
    for (const answer of [page, table, about])
      expect(answer.headers['cache-control']).toMatch(/^(no-cache|max-age=0)$/);
    // Tomcat has no filter for it: the page states its policy itself.
    if (name !== 'Tomcat') {
      expect(page.headers['content-security-policy']).toMatch(/^default-src 'self'; style-src 'self' 'sha256-/);
      expect(page.headers['x-content-type-options']).toBe('nosniff');
    }
    expect((await ask(`${url}data/none.csv`)).status).toBe(404);
    expect((await ask(`${url}assets/none.js?v=1`)).headers['cache-control'] ?? '').not.toContain('31536000');
  });

  it('answers that nothing has changed, and gives a replaced table, an older one too', async (context) => {
    if (!programOf(name)) context.skip(`没有装 ${name}，这一项没有测`);
    const { url, folder } = await serverOf(name);
    const table = `${url}data/places.csv`;
    const known = (answer: Answer): Record<string, string> => ({
      'If-None-Match': String(answer.headers.etag),
      'If-Modified-Since': String(answer.headers['last-modified'])
    });
    const first = await ask(table);
    expect((await ask(table, known(first))).status).toBe(304);
    const file = join(folder, 'data/places.csv');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, `${text}\n`);
    // Copied back from a backup: the file is older than the one the browser has.
    utimesSync(file, 1_500_000_000, 1_500_000_000);
    await expect.poll(async () => (await ask(table, known(first))).status, { timeout: 9000, interval: 250 }).toBe(200);
    writeFileSync(file, text);
  });

  it('shows the page under a folder with Chinese, spaces, # and % in its name', async (context) => {
    if (!programOf(name)) context.skip(`没有装 ${name}，这一项没有测`);
    const { url } = await serverOf(name);
    const page = await (await browser()).newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    await page.goto(`${url}#/places?i=smd-standard-rate`);
    await page.locator('.chart svg').first().waitFor();
    expect(await page.locator('.note-problem').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe('a server that fails in parts', () => {
  it('costs what it fails at: 500, a login page, a closed connection, a slow table', async (context) => {
    if (!programOf('nginx')) context.skip('没有装 nginx，这一项没有测');
    const { url } = await serverOf(
      'nginx',
      `location ~ /progress\\.csv$ { return 500; }
       location ~ /relations\\.csv$ { default_type text/html; return 200 "<!DOCTYPE html><html><body>请登录</body></html>"; }
       location ~ /decks\\.json$ { return 444; }
       location ~ /observations\\.csv$ { limit_rate 200k; }`
    );
    const page = await (await browser()).newPage();
    await page.goto(`${url}#/data`);
    await page.locator('main table tbody tr').first().waitFor();
    const banners = page.locator('main > .note-problem[role=status]');
    await expect.poll(() => banners.count(), PATIENCE).toBe(3);
    const text = (await banners.allInnerTexts()).join('\n');
    expect(text).toContain('progress.csv：没有读到这个文件：服务器回答 500');
    expect(text).toContain('relations.csv：读到的是网页，不是表格');
    expect(text).toContain('decks.json：没有读到这个文件');
    await page.close();
  });
});
