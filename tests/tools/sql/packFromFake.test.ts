/** What a server may do wrong, by one that isn't ClickHouse. */
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadDataset } from '../../../src/datasets/loadDataset';
import { fetchFromFolder } from '../../../tools/dataFolder';
import { dataPack } from '../../../tools/dataPack';
import { demoRows, FIELDS, packFiles, tabSeparated, writeFolder } from './rowsOfDemo';

const ROWS = demoRows(false);
const PASSWORD = 'a-secret-word';

let dir = '';
let server: Server;
/** What becomes of a question for rows; the others are answered as they should be. */
let answerRows: (response: ServerResponse, right: string, asked: number) => void;
let asked = 0;
let headers: string[] = [];
const at = (...parts: readonly string[]) => join(dir, ...parts);
const where = () => `127.0.0.1:${(server.address() as AddressInfo).port}`;
const pack = (out = 'out') =>
  dataPack(['--from', at('demo'), '--source', `clickhouse://${where()}/health`, '--out', at(out), '--force']);

/** The words of each answer are checked against the real server in packFromClickHouse.test.ts. */
function rightAnswer(sql: string): string {
  const types = FIELDS.map((name) =>
    /^(value|lower|upper|numerator|denominator)$/.test(name)
      ? 'Nullable(Float64)'
      : name === 'line'
        ? 'Nullable(UInt32)'
        : 'String'
  );
  if (sql.includes('LIMIT 0')) return `${FIELDS.join('\t')}\n${types.join('\t')}\n`;
  if (sql.includes('GROUP BY')) {
    const counts = new Map<string, number>();
    for (const { indicator = '' } of ROWS) counts.set(indicator, (counts.get(indicator) ?? 0) + 1);
    return `k0\tk1\nString\tUInt64\n${[...counts].map(([id, count]) => `${id}\t${count}\n`).join('')}`;
  }
  const id = /WHERE "indicator" = '([^']*)'/.exec(sql)![1];
  return `${FIELDS.map((_, i) => `k${i}`).join('\t')}\n${types.join('\t')}\n${tabSeparated(ROWS.filter(({ indicator }) => indicator === id))}`;
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kanban-fake-'));
  writeFolder(at('demo'), ROWS);
  server = createServer((request, response) => {
    headers.push(JSON.stringify([request.url, request.headers]));
    let sql = '';
    request.on('data', (piece: Buffer) => (sql += piece.toString()));
    request.on('end', () => {
      const right = rightAnswer(sql);
      if (sql.includes('WHERE')) answerRows(response, right, ++asked);
      else response.end(right);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await rm(dir, { recursive: true });
});

beforeEach(() => {
  vi.stubEnv('CLICKHOUSE_USER', 'reader');
  vi.stubEnv('CLICKHOUSE_PASSWORD', PASSWORD);
  asked = 0;
  headers = [];
  answerRows = (response, right) => response.end(right);
});

afterEach(() => server.closeAllConnections());

describe('npm run data:pack --source clickhouse://… of a server that answers well', () => {
  it('gives the chunks of the table; the login goes into a header alone', async () => {
    expect((await dataPack(['--from', at('demo'), '--out', at('plain'), '--force'])).exitCode).toBe(0);
    expect((await pack()).exitCode).toBe(0);
    expect(packFiles(at('out')).chunks).toEqual(packFiles(at('plain')).chunks);
    const basic = `Basic ${Buffer.from(`reader:${PASSWORD}`).toString('base64')}`;
    expect(headers.every((one) => one.includes(basic) && !one.includes(PASSWORD))).toBe(true);
    expect(JSON.parse(headers[0]!)[0]).toBe('/?database=health');
    // One that is kept is hung up on while a chunk is made.
    expect(headers.every((one) => one.includes('"connection":"close"'))).toBe(true);
  });
});

describe('a server that fails in the middle', () => {
  // The pack that each of them finds: none changes it, or its test fails.
  beforeAll(async () => {
    answerRows = (response, right) => response.end(right);
    expect((await pack('whole')).exitCode).toBe(0);
  });

  /** Answers the third question for rows in another way. */
  const atThird = (other: (response: ServerResponse, right: string) => void) => {
    answerRows = (response, right, count) => (count < 3 ? response.end(right) : other(response, right));
  };
  const half = (right: string) => right.slice(0, right.length / 2);

  it.each<[string, (response: ServerResponse, right: string) => void, RegExp]>([
    [
      'goes away',
      (response, right) => void response.write(half(right), () => response.destroy()),
      /^ClickHouse（127\.0\.0\.1:\d+）：数据传到一半断了，请稍后再做一次。$/
    ],
    [
      'says to be at the end in the middle of a row',
      (response, right) => response.end(right.slice(0, -20)),
      /^ClickHouse（127\.0\.0\.1:\d+）：数据传到一半断了，请稍后再做一次。$/
    ],
    [
      'says to be at the end after some rows',
      (response, right) => response.end(right.slice(0, right.lastIndexOf('\n', right.length - 2) + 1)),
      /^读的时候表里的行数变了，请等入库完了再做。$/
    ],
    [
      'writes its error after the rows, as ClickHouse does',
      (response, right) => response.end(`${right}Code: 241, e.displayText() = DB::Exception: Memory limit exceeded`),
      /^ClickHouse（127\.0\.0\.1:\d+）：服务器内存不够，请管理员放宽 max_memory_usage。$/
    ],
    [
      'answers 500 with an error that has no words here',
      (response) => void response.writeHead(500).end(`Code: 999, e.displayText() = DB::Exception: Odd ${PASSWORD}\n`),
      /^ClickHouse（127\.0\.0\.1:\d+）：查询没有成功（Code: 999, e\.displayText\(\) = DB::Exception: Odd …）。$/
    ],
    [
      'answers 502 with a page',
      (response) => void response.writeHead(502).end('<html>Bad Gateway</html>'),
      /^127\.0\.0\.1:\d+ 的应答不是 ClickHouse 的，状态502（<html>Bad Gateway<\/html>），请核对地址和端口。$/
    ],
    [
      'answers with a page',
      (response) => response.end('<!doctype html>\n<title>登录</title>\n'),
      /^127\.0\.0\.1:\d+ 的应答不是 ClickHouse 的（<!doctype html> <title>登录<\/title>），请核对地址和端口。$/
    ],
    [
      'answers with nothing',
      (response) => response.end(),
      /^127\.0\.0\.1:\d+ 的应答不是 ClickHouse 的（空的），请核对地址和端口。$/
    ],
    [
      'leads elsewhere',
      (response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      /^连不上 ClickHouse（127\.0\.0\.1:\d+）：没有应答，或应答的不是 ClickHouse。$/
    ],
    [
      'refuses the login',
      (response) => void response.writeHead(401).end('Code: 193, e.displayText() = DB::Exception: Wrong password'),
      /^ClickHouse（127\.0\.0\.1:\d+）：用户名或密码不对，请核对环境变量 CLICKHOUSE_USER、CLICKHOUSE_PASSWORD。$/
    ]
  ])('%s: it is said, and the pack stays whole', async (_, other, why) => {
    const before = { names: await readdir(at('whole')), ...packFiles(at('whole')) };
    atThird(other);
    const { lines, exitCode } = await pack('whole');
    expect(lines[0]).toMatch(why);
    expect([lines.at(-1), exitCode]).toEqual(['没有做数据包，原来的没有动。', 1]);
    expect(lines.join('\n')).not.toContain(PASSWORD);
    expect({ names: await readdir(at('whole')), ...packFiles(at('whole')) }).toEqual(before);
  });

  it('a port without a server is named', async () => {
    const closed = createServer();
    await new Promise<void>((done) => closed.listen(0, '127.0.0.1', done));
    const { port } = closed.address() as AddressInfo;
    await new Promise((done) => closed.close(done));
    const source = `clickhouse://127.0.0.1:${port}/health`;
    const { lines, exitCode } = await dataPack([
      '--from',
      at('demo'),
      '--source',
      source,
      '--out',
      at('none'),
      '--force'
    ]);
    expect(lines[0]).toBe(
      `连不上 ClickHouse（127.0.0.1:${port}）：没有服务在应答，请核对地址和端口，或服务是不是开着。`
    );
    expect(exitCode).toBe(1);
  });
});

describe('killed half-way', () => {
  it('leaves the pack before, which opens as it did; the next run takes away what was begun', async () => {
    await pack('killed');
    const before = packFiles(at('killed'));
    const waiting = new Promise<void>((done) => {
      answerRows = (response, right, count) => {
        if (count - packed < 20) return response.end(right);
        response.write(right.slice(0, right.length / 2));
        done();
      };
    });
    const packed = asked;
    const child = spawn(
      process.execPath,
      [
        ...['--import', 'tsx', 'tools/dataPack.ts', '--from', at('demo'), '--out', at('killed'), '--force'],
        ...['--source', `clickhouse://${where()}/health`]
      ],
      { stdio: 'ignore' }
    );
    const ended = new Promise((done) => child.once('exit', (_, signal) => done(signal)));
    await waiting;
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    expect((await readdir(at('killed'))).filter((name) => name.includes('.making-'))).toHaveLength(1);
    expect(packFiles(at('killed'))).toEqual(before);
    const opened = await loadDataset({ fetchBytes: fetchFromFolder(at('killed')), packs: true });
    expect(opened.kind === 'ok' && [opened.dataset.size, opened.issues]).toEqual([1403, []]);
    answerRows = (response, right) => response.end(right);
    expect((await pack('killed')).exitCode).toBe(0);
    expect((await readdir(at('killed'))).filter((name) => name.includes('.making-'))).toEqual([]);
  });
});
