/**
 * A clerk's whole way in one page, in today's engine and in old ones, over http and by double click: a workbook in, its
 * mapping mended, a conflict decided, kept, reloaded, charts and plans changed, the history of a number, undone, the
 * package out, and in again.
 */
import { expect, it } from 'vitest';
import JSZip from 'jszip';
import { oldMajorsToTry } from '../../tools/browser/oldBrowsers';
import { workbook } from '../fixtures/sheets/workbook';
import { PATIENCE } from './reading';
import { openApp, openOldApp } from './support';

/** What both drivers can: expressions are ES2019 text, so that each engine runs the same. */
interface Hands {
  evaluate: <T>(expression: string) => Promise<T>;
  waitFor: (expression: string) => Promise<void>;
  reload: () => Promise<unknown>;
  go: (route: string) => Promise<void>;
}

const ENGINES = ['today', ...oldMajorsToTry()] as const;
const WAYS = ENGINES.flatMap((engine) => (['http', 'file'] as const).map((via) => ({ engine, via })));

async function hands(engine: (typeof ENGINES)[number], via: 'http' | 'file'): Promise<Hands> {
  if (engine !== 'today') {
    const { page, go } = await openOldApp(engine, { via, route: '#/data?tab=intake' });
    return {
      evaluate: (text) => page.evaluate(text),
      waitFor: (text) => page.waitFor(text, 30_000),
      reload: () => page.reload(),
      go
    };
  }
  const { page, go } = await openApp({ via, route: '#/data?tab=intake' });
  return {
    evaluate: <T>(text: string) => page.evaluate<T>(text),
    waitFor: async (text) => {
      // The document may be replaced during the call: that is not the end of waiting.
      const isSo = () => page.evaluate<boolean>(`!!(${text})`).catch(() => false);
      await expect.poll(isSo, { ...PATIENCE, message: text }).toBe(true);
    },
    reload: () => page.reload(),
    go
  };
}

/** In the page: what a person sees and does, by the words that stand there. */
const TOOLS = `window.clerk = {
  all: function (selector) { return [].slice.call(document.querySelectorAll(selector)); },
  text: function (node) { return (node.textContent || '').replace(/\\s+/g, ' ').trim(); },
  named: function (selector, name) {
    return clerk.all(selector).filter(function (node) {
      return (node.getAttribute('aria-label') || clerk.text(node)) === name;
    })[0];
  },
  set: function (node, value) {
    node.value = value;
    node.dispatchEvent(new Event('change', { bubbles: true }));
  },
  give: function (selector, name, base64) {
    var bytes = Uint8Array.from(atob(base64), function (c) { return c.charCodeAt(0); });
    var carried = new DataTransfer();
    carried.items.add(new File([bytes], name));
    var input = document.querySelector(selector);
    input.files = carried.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  },
  rows: function (selector) {
    return clerk.all(selector + ' tbody tr').map(function (row) {
      return [].map.call(row.children, clerk.text);
    });
  },
  shows: function (text) { return document.body.textContent.indexOf(text) >= 0; }
};
window.saved = undefined;
URL.createObjectURL = function (blob) { window.blob = blob; return 'blob:none'; };
HTMLAnchorElement.prototype.click = function () { window.saved = this.download; };
true`;

const quoted = (value: string) => JSON.stringify(value);

class Clerk {
  constructor(private readonly page: Hands) {}

  run<T>(expression: string): Promise<T> {
    return this.page.evaluate<T>(expression);
  }
  sees(text: string): Promise<void> {
    return this.page.waitFor(`clerk.shows(${quoted(text)})`);
  }
  async press(name: string, selector = 'button'): Promise<void> {
    const found = `clerk.named(${quoted(selector)}, ${quoted(name)})`;
    await this.page.waitFor(`${found} && !${found}.disabled`);
    await this.run(`${found}.click()`);
  }
  async choose(label: string, value: string): Promise<void> {
    const found = `clerk.named('select, input', ${quoted(label)})`;
    await this.page.waitFor(found);
    await this.run(`clerk.set(${found}, ${quoted(value)})`);
  }
  async give(selector: string, name: string, bytes: Uint8Array): Promise<void> {
    await this.page.waitFor(`document.querySelector(${quoted(selector)})`);
    await this.run(
      `clerk.give(${quoted(selector)}, ${quoted(name)}, ${quoted(Buffer.from(bytes).toString('base64'))})`
    );
  }
  /** What stands in a table once it says so. */
  async table(selector: string, until: string): Promise<string[][]> {
    await this.page.waitFor(
      `clerk.all(${quoted(selector)}).some(function (t) { return clerk.text(t).indexOf(${quoted(until)}) >= 0; })`
    );
    return this.run<string[][]>(`clerk.rows(${quoted(selector)})`);
  }
  async go(route: string): Promise<void> {
    await this.page.go(route);
    await this.page.waitFor(`location.hash.indexOf(${quoted(route)}) === 0 && document.querySelector('main h1')`);
    await this.run(TOOLS);
  }
  async reload(): Promise<void> {
    await this.page.reload();
    await this.page.waitFor(`document.querySelector('main h1')`);
    await this.run(TOOLS);
  }
  /** The words of the chart that is on the screen, once one of them is there. */
  async chartSays(word: string, isThere = true): Promise<void> {
    const words = `clerk.all('.chart[aria-busy="false"] svg text').map(clerk.text)`;
    await this.page.waitFor(
      `${words}.length > 3 && ${isThere ? '' : '!'}${words}.some(function (t) { return t.indexOf(${quoted(word)}) >= 0; })`
    );
  }
  /** The file that was handed over. */
  async saved(): Promise<{ name: string; bytes: Buffer }> {
    await this.page.waitFor('window.saved');
    const { name, address } = await this.run<{ name: string; address: string }>(`new Promise(function (resolve) {
      var reader = new FileReader();
      reader.onload = function () { resolve({ name: window.saved, address: reader.result }); };
      reader.readAsDataURL(window.blob);
    })`);
    const base64 = address.slice(address.indexOf(',') + 1);
    return { name, bytes: Buffer.from(base64, 'base64') };
  }
}

const percent = (v: number) => ({ v, z: '0.00%' });
/** 2,707 is there already for the same day; the plan of the year is 50, and it waits. */
const BOOK = workbook([
  {
    name: '进度',
    rows: [
      ['象山县重点工作进度表'],
      ['截至2020年10月26日　单位：例'],
      ['单位', '结直肠癌筛查·结肠镜检查', '', ''],
      ['', '目标', '完成', '完成率'],
      ['象山县', 4000, 2710, percent(0.6775)],
      ['一院集团', '', 1300, '']
    ],
    merges: ['B3:D3', 'A3:A4']
  },
  {
    name: '党员',
    rows: [
      ['单位', '预备党员发展'],
      ['', '完成'],
      ['象山县', 52]
    ],
    merges: ['A1:A2']
  }
]);

const PLANS = '#/progress?tab=plans&place=xiangshan';
const CHANGES = '#/data?tab=changes';
const BOARD = '#/progress?place=xiangshan';
const plan = async (clerk: Clerk, until: string) => {
  const rows = await clerk.table('.task-list--plans', until);
  const row = rows.find((cells) => cells[2] === '预备党员发展')!;
  return [row[3], row[4], row[5]];
};
const switches = (clerk: Clerk) =>
  clerk.run<string[]>(
    `clerk.all('.batches-table [role=switch]').map(function (s) { return s.getAttribute('aria-label') + ' ' + s.getAttribute('aria-checked'); })`
  );

it.each(WAYS)('in $engine over $via', async ({ engine, via }) => {
  const page = await hands(engine, via);
  const clerk = new Clerk(page);

  // As the package has it.
  await clerk.go(BOARD);
  await clerk.chartSays('2,707');
  await clerk.go(PLANS);
  expect(await plan(clerk, '预备党员发展')).toEqual(['50人', '○ 待报', '']);

  // In, and mended: a name, and the period that the second sheet doesn't state.
  await clerk.go('#/data?tab=intake');
  await clerk.give('.intake input[type=file]', '十一月.xlsx', BOOK);
  await clerk.choose('“一院集团”是哪个地区', 'skip');
  const period = `clerk.named('.intake-table', '党员的表').querySelector('.intake-fixed input')`;
  await page.waitFor(period);
  await clerk.run(`clerk.set(${period}, '2020年11月')`);
  await clerk.press('核对');

  // The conflict, decided; then what it comes to.
  const [conflict] = await clerk.table('.intake-conflicts table', '象山县');
  expect(conflict!.slice(0, 4)).toEqual([
    '象山县 · 结直肠癌筛查·结肠镜检查',
    '2020年，到2020-10-26',
    '完成 2707，完成率 67.68 2020年象山县卫生健康系统10月份主要工作完成情况及11月份重点工作安排',
    '完成 2710，完成率 67.75 进度 C5'
  ]);
  await clerk.choose('象山县 · 结直肠癌筛查·结肠镜检查怎么办', '采用新数');
  const changes = await clerk.table('[aria-label="本次变动"] table', '替换');
  expect(changes.map((row) => [row[0], row[2], row[3], row[4]])).toEqual([
    ['象山县 · 结直肠癌筛查·结肠镜检查 · 完成', '替换', '2,707例', '2,710例'],
    ['象山县 · 结直肠癌筛查·结肠镜检查 · 完成率', '替换', '67.68%', '67.75%'],
    ['象山县 · 结直肠癌筛查·结肠镜检查 · 目标', '新增', '', '4,000例'],
    ['象山县 · 预备党员发展 · 完成', '新增', '', '52人']
  ]);
  await clerk.press('保留');
  await clerk.sees('已保留，4个数有变动。');

  // Kept through a reload: the chart, and what became of the plan.
  await clerk.reload();
  await clerk.go(BOARD);
  await clerk.chartSays('2,710');
  await clerk.go(PLANS);
  expect(await plan(clerk, '达成')).toEqual(['50人', '● 达成', '52人']);

  // What a number was before stands with the number, and with the batch.
  await clerk.go('#/data?tab=progress&programme=crc-colonoscopy&place=xiangshan');
  await page.waitFor(`document.querySelector('.row-table tbody tr')`);
  await clerk.run(
    `clerk.all('.row-table tbody tr').filter(function (row) { return clerk.shows('2,710') && clerk.text(row).indexOf('2,710') >= 0; })[0].click()`
  );
  await page.waitFor(`document.querySelector('.source-history')`);
  expect(await clerk.run<string>(`clerk.text(document.querySelector('.source-history'))`)).toMatch(
    /^\d{4}-\d\d-\d\d 上新“十一月\.xlsx”：目标 空 → 4000，完成 2707 → 2710，完成率 67\.68 → 67\.75$/
  );
  await clerk.go(CHANGES);
  await clerk.press('明细');
  await clerk.sees('任务记录 象山县 结直肠癌筛查·结肠镜检查');

  // The package out, the batch undone, the package in again.
  await clerk.press('导出数据包');
  const { name, bytes } = await clerk.saved();
  expect(name).toMatch(/^卫健看板数据包_0\.1\.0\+[0-9a-f]{8}\.zip$/);
  const zip = await JSZip.loadAsync(bytes);
  expect(await zip.file('CHANGES.md')!.async('text')).toContain('上新 十一月.xlsx');
  expect(await zip.file('progress.csv')!.async('text')).toContain(',2710,');
  await clerk.press('使用“十一月.xlsx”', '[role=switch]');
  await clerk.sees('已关掉“十一月.xlsx”，数还在，可以再打开。');
  await clerk.go(BOARD);
  await clerk.chartSays('2,707');
  await clerk.go(PLANS);
  expect(await plan(clerk, '预备党员发展')).toEqual(['50人', '○ 待报', '']);
  await clerk.go(CHANGES);
  await clerk.give('.batches input[type=file]', '数据包.zip', bytes);
  await clerk.sees('已放入“数据包.zip”。');
  expect(await switches(clerk)).toEqual([
    expect.stringMatching(/^使用“数据包 0\.1\.0\+[0-9a-f]{8}” true$/),
    '使用“十一月.xlsx” false'
  ]);
  await clerk.go(BOARD);
  await clerk.chartSays('2,710');
  await clerk.go(PLANS);
  expect(await plan(clerk, '达成')).toEqual(['50人', '● 达成', '52人']);
});
