import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { palette } from '../../src/charts/theme';
import { chartWords, marks, PATIENCE, stillChart } from './reading';
import { putSmallData } from './smallData';
import { openApp } from './support';

const EVIL = '<img src=x onerror=alert(1)>';

/** The small dataset with HTML in every kind of text that people write. */
function poison(folder: string): void {
  const data = join(folder, 'data');
  putSmallData(data);
  const change = (file: string, ...pairs: [string, string][]) => {
    let text = readFileSync(join(data, file), 'utf8');
    for (const [from, to] of pairs) {
      if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
      text = text.replace(from, to);
    }
    writeFileSync(join(data, file), text);
  };
  change('places.csv', ['jia,甲县,县区,shi,900101,原文,', `jia,${EVIL}甲,县区,shi,900101,推断,${EVIL}地名`]);
  change(
    'indicators.csv',
    ['高血压患者规范管理率,慢病', `${EVIL}率,慢病`],
    ['规范管理的患者占在管患者的比例', `${EVIL}定义`],
    ['慢病与精神卫生', `${EVIL}主题`]
  );
  change('sources.csv', ['虚构数据：甲县2020年工作报告', `${EVIL}报告`], ['甲县卫生健康局', `${EVIL}局`]);
  change('observations.csv', ['95.39%,一、慢病,', `95.39%,${EVIL}节,${EVIL}说明`]);
  change('programmes.csv', ['结直肠癌筛查,', `${EVIL}任务,`]);
  change('progress.csv', ['三、任务,', `${EVIL}节,${EVIL}说明`]);
}

describe('HTML in the data', () => {
  it('is text on every screen, in titles, bars, tips, tables and lists, and never runs', async () => {
    const dialogs: string[] = [];
    const { page, go, problems } = await openApp({ dataset: 'tests/fixtures/small', edit: poison });
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const seen: Record<string, string> = {};
    const look = async (name: string) => {
      await page.locator('h1').first().waitFor({ state: 'attached' });
      expect(await page.locator('img, [onerror]').count(), name).toBe(0);
      seen[name] = (await page.locator('body').textContent())!;
    };

    await go('#/?focus=jia');
    await look('总览');
    await go('#/places?i=htn&focus=jia');
    await expect
      .poll(async () => (await chartWords(page)).some((word) => word.startsWith('<img')), PATIENCE)
      .toBe(true);
    await (await marks(page, palette.accent)).first().hover();
    await expect
      .poll(() => page.locator('.chart-tip p').allTextContents(), PATIENCE)
      .toContainEqual(expect.stringContaining(`${EVIL}甲`));
    expect((await page.locator('.chart-tip').textContent())!).toContain(`${EVIL}报告`);
    for (const button of ['数据表', '出处', '口径']) {
      await page.getByRole('button', { name: button, exact: true }).click();
      await look(`地区对比·${button}`);
    }
    await go('#/places?tab=heat');
    await look('多项指标');
    await go('#/periods?i=visits&focus=jia');
    await stillChart(page);
    await look('时期对比');
    await go('#/progress?place=jia');
    await expect
      .poll(async () => (await chartWords(page)).some((word) => word.startsWith('<img')), PATIENCE)
      .toBe(true);
    await (await marks(page, palette.accent)).first().hover();
    await expect.poll(() => page.locator('.chart-tip p').first().textContent(), PATIENCE).toContain(`${EVIL}任务`);
    await page.getByRole('button', { name: '出处' }).click();
    await look('任务完成');
    await go('#/profile?place=jia');
    await look('地区画像');
    for (const tab of ['observations', 'progress', 'sources']) {
      await go(`#/data?tab=${tab}`);
      await page.locator('main table').first().waitFor();
      await look(`数据·${tab}`);
    }

    for (const [name, text] of Object.entries(seen)) expect(text, name).toContain(EVIL);
    expect(await page.locator('.figure-verdict, h1').count()).toBeGreaterThan(0);
    expect(dialogs).toEqual([]);
    expect(problems.unexpected()).toEqual([]);
  });

  it('is text in the list of what could not be read', async () => {
    const { page } = await openApp({
      dataset: 'tests/fixtures/small',
      route: '#/data?tab=issues',
      edit: (folder) => {
        putSmallData(join(folder, 'data'));
        const file = join(folder, 'data/observations.csv');
        writeFileSync(file, readFileSync(file, 'utf8').replace(',12345,', `,${EVIL},`));
      }
    });
    await page.locator('.data-issues td', { hasText: EVIL }).first().waitFor();
    expect(await page.locator('img').count()).toBe(0);
  });

  it('is text where braces and bars would mean something to the chart', async () => {
    const { page } = await openApp({
      dataset: 'tests/fixtures/small',
      route: '#/places?i=htn',
      edit: (folder) => {
        putSmallData(join(folder, 'data'));
        const file = join(folder, 'data/places.csv');
        writeFileSync(file, readFileSync(file, 'utf8').replace('甲县,', '{focus|甲县},'));
      }
    });
    await expect.poll(() => chartWords(page), PATIENCE).toContain('｛focus｜甲县｝');
  });
});
