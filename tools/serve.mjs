// A small static server for `npm start`, the browser tests and the benchmark: what Nginx or IIS would do with dist/.
// Own code because sirv, which `vite preview` serves with, packs nothing as it goes (the benchmark counts bytes as a
// server sends them) and knows no prefix with headers of its own, as the tests of the Content-Security-Policy need.
import { createReadStream, existsSync, realpathSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { dirname, extname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.pdf': 'application/pdf',
  '.wasm': 'application/wasm'
};

const COMPRESSIBLE = /^(text\/|application\/(json|xml|wasm)|image\/svg)/;

/** An address that names the version of its build, and what may then be done with its answer. */
const VERSIONED = /\?v=/;
const VERSION_KEPT = 'public, max-age=31536000, immutable';

/** Below this a gzip header costs more than it saves. */
const SMALLEST_COMPRESSED = 512;

/** Ports to try after the wanted one. */
const PORT_TRIES = 50;

/**
 * Serves a folder over http until closed.
 * @param {object} options
 * @param {string} options.root folder to serve
 * @param {number} [options.port] first port to try, then the next free one; 0 (default) = any free port
 * @param {string} [options.prefix] path the folder appears under, e.g. `/卫健 看板/子目录/`; `/` by default
 * @param {string | true} [options.host] address to listen on, `true` = every address; `localhost` by default
 * @param {Record<string, string>} [options.headers] added to every answer, e.g. a Content-Security-Policy
 * @param {boolean} [options.keepVersions] what is asked for by the version of its build (`?v=`) may be kept for a year,
 *   as the settings of `deploy/servers` let it; only for a folder that isn't built anew meanwhile
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>} url ends with the prefix, percent-encoded
 */
export async function startServer({
  root,
  port = 0,
  prefix = '/',
  host = 'localhost',
  headers = {},
  keepVersions = false
}) {
  const realRoot = realpathSync(root);
  const base = `/${prefix.split('/').filter(Boolean).join('/')}/`.replace('//', '/');
  const zipped = new Map();

  const server = createServer((request, response) => {
    answer({ realRoot, base, zipped, headers, keepVersions }, request, response).catch((error) => {
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': TYPES['.txt'] });
      response.end(`服务器出错：${error.message}`);
    });
  });
  const actualPort = await listen(server, port, host === true ? undefined : host);
  const name = host === true ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${actualPort}${encodeURI(base)}`,
    port: actualPort,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // A browser keeps its connections open; waiting for them would hang.
        server.closeAllConnections();
      })
  };
}

/**
 * The file an address stands for.
 * @param {string} realRoot folder served, without symbolic links
 * @param {string} base path prefix with a slash at both ends
 * @param {string} url path and query as they came over the wire
 * @returns {{ file: string } | { redirect: string } | { status: 400 | 404 }} never a file outside realRoot
 */
export function resolveAddress(realRoot, base, url) {
  let path;
  try {
    path = decodeURIComponent(url.split(/[?#]/)[0]);
  } catch {
    return { status: 400 };
  }
  if (path.includes('\0') || path.includes('\\')) return { status: 400 };
  if (`${path}/` === base) return { redirect: encodeURI(base) };
  if (!path.startsWith(base)) return { status: 404 };
  const parts = path
    .slice(base.length)
    .split('/')
    .filter((part) => part !== '');
  // `..` and hidden files; a drive letter or stream name (`C:`) would leave the folder on Windows.
  if (parts.some((part) => part.startsWith('.') || part.includes(':'))) return { status: 404 };
  let file = join(realRoot, ...parts);
  if (!existsSync(file)) return { status: 404 };
  if (statSync(file).isDirectory()) {
    if (!path.endsWith('/')) return { redirect: encodeURI(`${base}${parts.join('/')}/`) };
    file = join(file, 'index.html');
    if (!existsSync(file)) return { status: 404 };
  } else if (path.endsWith('/')) return { status: 404 };
  const real = realpathSync(file);
  return real.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep) ? { file: real } : { status: 404 };
}

async function answer({ realRoot, base, zipped, headers, keepVersions }, request, response) {
  const common = { 'X-Content-Type-Options': 'nosniff', ...headers };
  const plain = (status, text, extra = {}) => {
    response.writeHead(status, { ...common, 'Content-Type': TYPES['.txt'], ...extra });
    response.end(request.method === 'HEAD' ? undefined : text);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, '只能读取。', { Allow: 'GET, HEAD' });
  const found = resolveAddress(realRoot, base, request.url ?? '/');
  if ('redirect' in found) return plain(301, '', { Location: found.redirect });
  if ('status' in found) return plain(found.status, found.status === 400 ? '地址写法有误。' : '没有这个文件。');

  const { file } = found;
  const { size, mtimeMs } = statSync(file);
  const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
  const zip =
    COMPRESSIBLE.test(type) &&
    size >= SMALLEST_COMPRESSED &&
    acceptsGzip(String(request.headers['accept-encoding'] ?? ''));
  const etag = `W/"${size.toString(36)}-${Math.round(mtimeMs * 1000).toString(36)}"`;
  const head = {
    ...common,
    'Content-Type': type,
    // File names of the build are fixed and a table may be replaced at any time: always ask, seldom send.
    'Cache-Control': keepVersions && VERSIONED.test(request.url) ? VERSION_KEPT : 'no-cache',
    ETag: etag,
    'Last-Modified': new Date(mtimeMs).toUTCString(),
    ...(COMPRESSIBLE.test(type) ? { Vary: 'Accept-Encoding' } : {})
  };
  if ((request.headers['if-none-match'] ?? '').split(/,\s*/).includes(etag)) {
    response.writeHead(304, head);
    return response.end();
  }
  if (zip) {
    const cached = zipped.get(file);
    const body = cached?.etag === etag ? cached.body : await compress(await readFile(file));
    zipped.set(file, { etag, body });
    response.writeHead(200, { ...head, 'Content-Encoding': 'gzip', 'Content-Length': body.length });
    return response.end(request.method === 'HEAD' ? undefined : body);
  }
  response.writeHead(200, { ...head, 'Content-Length': size });
  if (request.method === 'HEAD') return response.end();
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

function acceptsGzip(header) {
  return header.split(',').some((part) => {
    const [name, ...parameters] = part.trim().split(/\s*;\s*/);
    return (name === 'gzip' || name === '*') && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}

async function listen(server, port, host) {
  const last = port === 0 ? 0 : port + PORT_TRIES;
  for (let candidate = port; ; candidate += 1) {
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(candidate, host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return server.address().port;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || candidate >= last) throw error;
    }
  }
}

/**
 * Reads the command line.
 * @param {string[]} args e.g. `['--host', '--port', '8080', 'dist']`
 * @returns {{ host: boolean, port: number, root?: string } | { fault: string }} fault: what is wrong, in Chinese
 */
export function readArguments(args) {
  const wanted = { host: false, port: 5173 };
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i];
    if (arg === '--host') wanted.host = true;
    else if (arg === '--port') {
      i += 1;
      if (!/^\d{1,5}$/.test(args[i] ?? '') || Number(args[i]) > 65535)
        return { fault: '--port 后面要写 0 到 65535 的端口号。' };
      wanted.port = Number(args[i]);
    } else if (arg.startsWith('-')) return { fault: `不认识的选项：${arg}。可用：--host、--port 端口号、文件夹。` };
    else wanted.root = arg;
  }
  return wanted;
}

async function main() {
  const wanted = readArguments(process.argv.slice(2));
  const fail = (text) => {
    console.error(text);
    process.exit(1);
  };
  if ('fault' in wanted) return fail(wanted.fault);
  const root = wanted.root ?? join(dirname(fileURLToPath(import.meta.url)), '..', 'dist');
  if (!existsSync(join(root, 'index.html'))) return fail('没有找到构建好的页面，请先运行 npm run build。');
  const server = await startServer({ root, port: wanted.port, host: wanted.host ? true : 'localhost' });
  console.log(`卫健看板：${server.url}`);
  if (wanted.host) {
    const addresses = Object.values(networkInterfaces()).flat();
    for (const { address } of addresses.filter((one) => one.family === 'IPv4' && !one.internal)) {
      console.log(`局域网内：http://${address}:${server.port}/`);
    }
  }
  console.log('按 Ctrl+C 停止。');
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.close().then(() => process.exit(0)));
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) await main();
