import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browser, openApp } from './support';
import { field, PATIENCE, path, placeBars, problems, query, ranking, verdict } from './reading';

const SCREENS = ['总览', '地区对比', '时期对比', '任务完成', '地区画像', '数据'];

/** What a reader sees of a screen, for comparing two of them. */
async function screen(page: Page): Promise<string> {
  await page.locator('h1').first().waitFor({ state: 'attached' });
  return page.evaluate(() => {
    const chosen = [...document.querySelectorAll('select')].map((select) => select.value);
    return [(document.querySelector('main') as HTMLElement).innerText, ...chosen].join('\n');
  });
}

describe('the own place', () => {
  it('is chosen once and carried through every screen, in the address', async () => {
    const { page } = await openApp();
    await page.getByRole('combobox', { name: '关注地区' }).selectOption('zhongfang');
    await expect.poll(() => query(page).focus, PATIENCE).toBe('zhongfang');
    const links = page.getByRole('navigation', { name: '主导航' });
    for (const name of SCREENS) {
      await links.getByRole('link', { name, exact: true }).click();
      await expect.poll(() => links.locator('[aria-current=page]').textContent(), PATIENCE).toBe(name);
      expect(query(page).focus).toBe('zhongfang');
      expect(await page.getByRole('combobox', { name: '关注地区' }).inputValue()).toBe('zhongfang');
    }
  });

  it('is remembered by the browser, and forgotten when taken back', async () => {
    const { page, url } = await openApp();
    await page.getByRole('combobox', { name: '关注地区' }).selectOption('zhongfang');
    await expect.poll(() => query(page).focus, PATIENCE).toBe('zhongfang');
    await page.goto('about:blank');
    await page.goto(`${url}#/places?i=smd-standard-rate`);
    await expect
      .poll(async () => (await placeBars(page)).map((bar) => bar.look), PATIENCE)
      .toEqual(['grey', 'focus', 'grey', 'grey']);
    expect(query(page).focus).toBe('zhongfang');
    await page.getByRole('combobox', { name: '关注地区' }).selectOption('');
    await expect.poll(() => query(page).focus, PATIENCE).toBeUndefined();
    await page.goto('about:blank');
    await page.goto(`${url}#/places?i=smd-standard-rate`);
    await expect.poll(() => verdict(page), PATIENCE).toContain('4个地区中宝安区最高');
    expect(query(page).focus).toBeUndefined();
  });

  it('of a link counts before the remembered one', async () => {
    const { page, go } = await openApp();
    await page.getByRole('combobox', { name: '关注地区' }).selectOption('zhongfang');
    await go('#/places?i=smd-standard-rate&focus=baoan');
    await expect.poll(() => verdict(page), PATIENCE).toContain('宝安区严重精神障碍患者规范管理率96.2%');
    expect(await page.getByRole('combobox', { name: '关注地区' }).inputValue()).toBe('baoan');
  });
});

describe('the address', () => {
  const ROUTES = [
    '#/?focus=baoan',
    '#/places?focus=zhongfang&i=smd-standard-rate&p=zhoushan,zhongfang&ref=none&sort=official',
    '#/places?i=notifiable-cases&odd=1',
    '#/places?tab=table&i=smd-standard-rate&sort=change&worse=1&q=中',
    '#/places?tab=heat&theme=妇幼健康',
    '#/periods?i=deliveries&focus=baoan',
    '#/progress?place=xiangshan&light=绿&sort=lead',
    '#/progress?place=all&page=2',
    '#/profile?place=zhoushan',
    '#/data?tab=progress&q=结肠镜&place=xiangshan'
  ];

  it('brings back the whole screen in another browser', async () => {
    const one = await openApp();
    const other = await openApp();
    for (const route of ROUTES) {
      await one.go(route);
      await one.page.locator('h1').first().waitFor({ state: 'attached' });
      const copied = one.page.url().slice(one.url.length);
      await other.page.goto('about:blank');
      await other.go(copied);
      await expect.poll(() => screen(other.page), PATIENCE).toBe(await screen(one.page));
      expect(await problems(other.page)).toEqual([]);
      expect(decodeURIComponent(other.page.url().slice(other.url.length))).toBe(route);
    }
  });

  it('goes back and forward through what was chosen', async () => {
    const { page } = await openApp({ route: '#/places?i=smd-standard-rate' });
    await expect.poll(() => ranking(page), PATIENCE).toHaveLength(4);
    await page.locator('[data-indicator="smd-managed-rate"]').click();
    await expect.poll(() => ranking(page), PATIENCE).toHaveLength(3);
    await page.getByText(/^更多/).click();
    await field(page, '排序').selectOption('official');
    await expect.poll(async () => (await ranking(page))[0], PATIENCE).toBe('未具名县（四川） 81.6');
    await page.goBack();
    await expect.poll(async () => (await ranking(page))[0], PATIENCE).toBe('宜兴市 94.7');
    await page.goBack();
    await expect.poll(() => ranking(page), PATIENCE).toHaveLength(4);
    await page.goForward();
    await expect.poll(async () => (await ranking(page))[0], PATIENCE).toBe('宜兴市 94.7');
    expect(query(page)).toEqual({ i: 'smd-managed-rate' });
  });

  const WRONG: readonly (readonly [string, string])[] = [
    ['#/places?i=smd-standard', '地址里的指标“smd-standard”不在数据中，已改为“严重精神障碍患者规范管理率”。'],
    ['#/places?i=zzz', '地址里的指标“zzz”不在数据中'],
    ['#/places?p=zhoushan,nowhere', '地址里的地区“nowhere”不在数据中，已忽略。'],
    ['#/places?focus=atlantis', '地址里的地区“atlantis”不在数据中，已忽略。'],
    ['#/places?period=2020-13', '地址里的时期“2020-13”读不懂，已改为各地最近一期。'],
    ['#/places?ref=place:nowhere', '地址里的参照“place:nowhere”读不懂，已改用平均值。'],
    ['#/places?tab=pie', '地址里的选项“pie”读不懂，已改用默认。'],
    ['#/places?sort=up', '地址里的选项“up”读不懂，已改用默认。'],
    ['#/periods?i=zzz', '地址里的指标“zzz”不在数据中'],
    ['#/periods?span=无此长短', '这项指标没有地址里的时期长短“无此长短”，已改用默认。'],
    ['#/progress?light=紫', '地址里的选项“紫”读不懂，已改用默认。'],
    ['#/progress?programme=zzz', '地址里的任务“zzz”不在数据中，已忽略。'],
    ['#/progress?page=-1', '地址里的页码“-1”读不懂，已改为第1页。'],
    ['#/progress?unit=zzz', '地址里的地区“zzz”不在数据中，已忽略。'],
    ['#/profile?place=宝安区', '地址里的地区“宝安区”不在数据中，已改为“宝安区”。'],
    ['#/data?source=zzz', '地址里的来源“zzz”不在数据中，已忽略。'],
    ['#/data?tab=zzz', '地址里的选项“zzz”读不懂，已改用默认。'],
    ['#/places?tab=heat&theme=无此主题', '主题“无此主题”没有两地以上都有数据的指标，已改为全部主题。'],
    ['#/data?period=zzz', '地址里的时期“zzz”读不懂，已忽略。'],
    ['#/data?sort=zzz', '地址里的选项“zzz”读不懂，已改用默认。'],
    ['#/data?theme=zzz', '这张表没有主题“zzz”'],
    ['#/progress?page=9999', '地址里的页码“9999”超过了总页数，已改为第'],
    ['#/?focus=atlantis', '地址里的地区“atlantis”不在数据中，已忽略。'],
    ['#/nowhere', '没有“/nowhere”这个页面，已回到总览。']
  ];

  it('says of each bad value what was wrong, and shows a screen all the same', async () => {
    const { page, go } = await openApp();
    const silent: string[] = [];
    const opened = new Set<string>();
    for (const [route, text] of WRONG) {
      // The first of each screen as a link opens it, the others in the page that is open.
      const path = route.split('?')[0]!;
      if (!opened.has(path)) await page.goto('about:blank');
      opened.add(path);
      await go(route);
      await page.locator('h1').first().waitFor({ state: 'attached' });
      await expect.poll(async () => (await page.locator('main').innerText()).length, PATIENCE).toBeGreaterThan(100);
      const said = (await problems(page)).join('');
      if (!said.includes(text)) silent.push(`${route}: ${said || 'nothing said'}`);
    }
    expect(silent).toEqual([]);
  });

  it('shows the nearest sensible thing for a bad value', async () => {
    const { page } = await openApp({ route: '#/places?i=smd-standard&sort=up&p=nowhere' });
    await expect
      .poll(() => ranking(page), PATIENCE)
      .toEqual(['宝安区 96.2', '中方县 95.39', '舟山市 90.69', '未具名县（四川） 69.4']);
    expect(await problems(page)).toHaveLength(3);
    // The words go once the reader chooses something else.
    await page.locator('[data-indicator="smd-managed-rate"]').click();
    await expect.poll(() => problems(page), PATIENCE).toEqual([]);
  });

  it('takes HTML in a bad value for text', async () => {
    const { page, go } = await openApp();
    for (const route of [
      '#/places?i=<img src=x onerror=alert(1)>',
      '#/<img src=x onerror=alert(1)>',
      '#/data?q=<img src=x onerror=alert(1)>'
    ]) {
      await go(route);
      await page.locator('h1').first().waitFor({ state: 'attached' });
      expect(await page.locator('main img').count()).toBe(0);
    }
    expect(path(page)).toBe('/data');
    expect(await page.getByLabel('搜索').inputValue()).toBe('<img src=x onerror=alert(1)>');
  });

  it('works where the browser refuses to remember anything', async () => {
    const context = await (await browser()).newContext();
    const { url } = await openApp();
    await context.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new Error('refused');
        }
      })
    );
    const page = await context.newPage();
    await page.goto(url);
    await page.getByRole('combobox', { name: '关注地区' }).selectOption('zhongfang');
    await page.getByRole('link', { name: '地区对比', exact: true }).click();
    await expect.poll(() => query(page).focus, PATIENCE).toBe('zhongfang');
    await context.close();
  });
});

describe('a link that a chat program changed', () => {
  it.each(['#/places&i=smd-standard-rate', '#!/places?i=smd-standard-rate', '#/places%3Fi=smd-standard-rate'])(
    'opens the screen that %s means',
    async (route) => {
      const { page, url } = await openApp();
      await page.goto('about:blank');
      await page.goto(url + route);
      await expect.poll(() => path(page), PATIENCE).toBe('/places');
      expect(query(page).i).toBe('smd-standard-rate');
    }
  );

  it('opens it with a percent-coded # too', async () => {
    const { page, url } = await openApp();
    await page.goto(`${url}?from=chat%23/places?i=smd-standard-rate`);
    await expect.poll(() => path(page), PATIENCE).toBe('/places');
    expect(query(page).i).toBe('smd-standard-rate');
  });
});
