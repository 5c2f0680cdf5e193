import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readArguments, startServer } from '../../tools/serve.mjs';

type Options = Partial<Parameters<typeof startServer>[0]>;
interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

const CSV = `indicator,place,value\n${'孕产妇死亡率,丹江口市,0\n'.repeat(50)}`;

let folder: string;
let root: string;
let open: Awaited<ReturnType<typeof startServer>>[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serve-'));
  root = join(folder, 'dist');
  mkdirSync(join(root, 'data'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>卫健看板</title>');
  writeFileSync(join(root, 'data', 'observations.csv'), CSV);
  writeFileSync(join(root, 'data', '地区.csv'), 'place\n丹江口市\n');
  writeFileSync(join(folder, 'secret.txt'), 'outside');
  open = [];
});

afterEach(async () => {
  await Promise.all(open.map((server) => server.close()));
  rmSync(folder, { recursive: true });
});

async function serve(options: Options = {}) {
  const server = await startServer({ root, ...options });
  open.push(server);
  return server;
}

/** Sends the path as it stands: fetch would tidy `..` away before the server sees it. */
function ask(url: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    get({ hostname, port, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) })
      );
    }).on('error', reject);
  });
}

describe('the static server', () => {
  it('gives index.html at the root of the site', async () => {
    const { url } = await serve();
    const answer = await ask(url, '/');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-cache');
    expect(answer.body.toString()).toContain('卫健看板');
  });

  it('ignores the query that the build adds against stale copies', async () => {
    const { url } = await serve();
    expect((await ask(url, '/index.html?v=1a2b3c4d')).status).toBe(200);
  });

  it('lets what carries the version of its build be kept for a year where it is told so', async () => {
    const { url } = await serve({ keepVersions: true });
    const kept = await ask(url, '/index.html?v=1a2b3c4d');
    expect(kept.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await ask(url, '/index.html')).headers['cache-control']).toBe('no-cache');
    const other = await serve();
    expect((await ask(other.url, '/index.html?v=1a2b3c4d')).headers['cache-control']).toBe('no-cache');
  });

  it('names CSV as UTF-8 text and finds a file with a Chinese name', async () => {
    const { url } = await serve();
    const answer = await ask(url, encodeURI('/data/地区.csv'));
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.body.toString()).toBe('place\n丹江口市\n');
  });

  it('compresses only for a browser that asks', async () => {
    const { url } = await serve();
    const zipped = await ask(url, '/data/observations.csv', { 'accept-encoding': 'gzip, deflate, br' });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(zipped.body.length).toBeLessThan(Buffer.byteLength(CSV) / 5);
    expect(gunzipSync(zipped.body).toString()).toBe(CSV);
    for (const header of ['', 'br', 'gzip;q=0']) {
      const plain = await ask(url, '/data/observations.csv', { 'accept-encoding': header });
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(plain.body.toString()).toBe(CSV);
    }
  });

  it('sends a replaced table at once, and an unchanged one not twice', async () => {
    const { url } = await serve();
    const first = await ask(url, '/data/observations.csv', { 'accept-encoding': 'gzip' });
    const validator = { 'accept-encoding': 'gzip', 'if-none-match': String(first.headers.etag) };
    expect((await ask(url, '/data/observations.csv', validator)).status).toBe(304);
    writeFileSync(join(root, 'data', 'observations.csv'), `${CSV}孕产妇死亡率,房县,12.5\n`);
    const second = await ask(url, '/data/observations.csv', validator);
    expect(second.status).toBe(200);
    expect(gunzipSync(second.body).toString()).toContain('房县,12.5');
  });

  it('serves under a prefix with Chinese and a space, and nothing beside it', async () => {
    const { url } = await serve({ prefix: '/卫健 看板/子目录/' });
    const { pathname } = new URL(url);
    expect(decodeURIComponent(pathname)).toBe('/卫健 看板/子目录/');
    expect((await ask(url, pathname)).status).toBe(200);
    expect((await ask(url, `${pathname}data/observations.csv`)).status).toBe(200);
    expect((await ask(url, '/')).status).toBe(404);
    expect((await ask(url, '/data/observations.csv')).status).toBe(404);
  });

  it('sends a folder without its slash to the folder, so that relative addresses hold', async () => {
    const { url } = await serve({ prefix: '/卫健 看板/' });
    const answer = await ask(url, encodeURI('/卫健 看板'));
    expect(answer.status).toBe(301);
    expect(answer.headers.location).toBe(encodeURI('/卫健 看板/'));
  });

  it.each([
    '/../secret.txt',
    '/data/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/data/..%5c..%5csecret.txt',
    '//etc/passwd'
  ])('gives nothing from outside its folder for %s', async (path) => {
    const { url } = await serve();
    const answer = await ask(url, path);
    expect([400, 404]).toContain(answer.status);
    expect(answer.body.toString()).not.toContain('outside');
  });

  it('does not follow a link out of its folder', async () => {
    symlinkSync(join(folder, 'secret.txt'), join(root, 'link.txt'));
    const { url } = await serve();
    expect((await ask(url, '/link.txt')).status).toBe(404);
  });

  it('refuses a malformed address and lives on', async () => {
    const { url } = await serve();
    expect((await ask(url, '/%E5%8')).status).toBe(400);
    expect((await ask(url, '/')).status).toBe(200);
  });

  it('says 404 for a missing file and for a folder without a page', async () => {
    const { url } = await serve();
    expect((await ask(url, '/data/missing.csv')).status).toBe(404);
    expect((await ask(url, '/data/')).status).toBe(404);
  });

  it('takes the next port when the wanted one is taken', async () => {
    const first = await serve();
    const second = await serve({ port: first.port });
    expect(second.port).toBeGreaterThan(first.port);
    expect((await ask(second.url, '/')).status).toBe(200);
  });

  it('adds the headers it is told to', async () => {
    const { url } = await serve({ headers: { 'Content-Security-Policy': "default-src 'self'" } });
    expect((await ask(url, '/')).headers['content-security-policy']).toBe("default-src 'self'");
  });
});

describe('the command line of npm start', () => {
  it('listens on this machine at 5173 unless told otherwise', () => {
    expect(readArguments([])).toEqual({ host: false, port: 5173 });
    expect(readArguments(['--host', '--port', '8080', 'out'])).toEqual({ host: true, port: 8080, root: 'out' });
  });

  it('names an option it does not know, and a bad port', () => {
    expect(readArguments(['--prot', '1'])).toEqual({
      fault: '不认识的选项：--prot。可用：--host、--port 端口号、文件夹。'
    });
    expect(readArguments(['--port', 'x'])).toEqual({ fault: '--port 后面要写 0 到 65535 的端口号。' });
    expect(readArguments(['--port'])).toEqual({ fault: '--port 后面要写 0 到 65535 的端口号。' });
  });
});
