import { beforeAll, describe, expect, it } from 'vitest';
import { figurePicture, slidePicture } from '../../../src/export/picture/figurePicture';
import { inkSvg } from '../../../src/export/picture/inkSvg';
import { brokenLines } from '../../../src/export/picture/brokenText';
import { pptxSlides } from '../../../src/export/plan/pptxPlan';
import { textWidth } from '../../../src/charts/drawing';
import { figures, type NamedFigure } from '../figures';
import { wallColumns } from '../../../src/slides/tablePlan';
import type { Figure } from '../../../src/figures/figure';
import { xmlFault } from '../office/xmlFault';

const words = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((m) =>
    m[1]!
      .replace(/&lt;/g, '<')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&')
  );

describe('the picture of a figure', () => {
  let all: NamedFigure[];
  beforeAll(async () => {
    all = await figures();
  });

  it('says title, notes, source and cut-off date, and draws the chart anew', () => {
    const { figure } = all[1]!;
    const { svg, width, height } = figurePicture(figure);
    const said = words(svg).join('');
    expect(said).toContain(figure.verdict);
    for (const note of figure.notes) expect(said).toContain(note.text);
    expect(said).toContain('来源：5份报告（A级1、B级3、C级1） · 数据截止2020-12-31');
    expect(words(svg)).toEqual(expect.arrayContaining(['宝安区', '96.2', '95.39']));
    expect([width > 1000, height > 300]).toEqual([true, true]);
  });

  it('is well-formed for every figure, and says all of a table in the columns of a slide', () => {
    for (const { address, figure } of all) {
      const { svg } = figurePicture(figure);
      expect([address, xmlFault(svg)]).toEqual([address, '']);
      if (figure.body.kind !== 'table') continue;
      const said = words(svg).join('');
      const columns = figure.body.columnPages?.flat() ?? wallColumns(figure.table.rows, figure.body);
      for (const row of figure.table.rows)
        for (const at of columns) expect([address, said]).toEqual([address, expect.stringContaining(row[at]!.text)]);
    }
  });

  it('has every row of a chart, whichever page the screen shows', () => {
    const { figure } = all.find(({ address }) => address === '实 /progress?place=all&page=2')!;
    const whole = all.find(({ address }) => address === '实 /progress?place=all')!.figure;
    expect(figurePicture(whole).part).toBe('');
    expect(figurePicture(figure).height).toBeLessThan(figurePicture(whole).height);
    expect(words(figurePicture(figure).svg).join('')).toContain('第13—24项，共58项');
  });

  it('of a table is never wider than a sheet', () => {
    for (const { address, figure } of all) {
      const { width } = figurePicture(figure);
      expect([address, width <= 1600]).toEqual([address, true]);
    }
  });

  it('of 600 rows has the top, the bottom and the reader’s own, and says so in title and name', () => {
    const { figure } = all.find(({ address }) => address.startsWith('实 /places?i='))!;
    if (figure.body.kind !== 'chart') throw new Error('not a chart');
    const drawn: [number, number][] = [];
    const { body } = figure;
    const long: Figure = {
      ...figure,
      spotlight: 'p300',
      body: {
        ...body,
        rows: 600,
        owners: Array.from({ length: 600 }, (_, i) => `p${i + 1}`),
        part: (from, to) => {
          drawn.push([from, to]);
          return body.part(0, 1);
        }
      }
    };
    const picture = figurePicture(long);
    expect(drawn).toEqual([
      [0, 20],
      [299, 300],
      [580, 600]
    ]);
    expect(picture.part).toBe('前20项、第300项、后20项，共600项');
    expect(words(picture.svg).join('')).toContain('图中是前20项、第300项、后20项，共600项');
  });

  it('of a title of 40,000 characters is there in a moment', () => {
    const { figure } = all[1]!;
    const begun = performance.now();
    const { svg } = figurePicture({ ...figure, verdict: '很长的标题，'.repeat(6700) });
    // 46 seconds when every line broke the rest of the text anew.
    expect(performance.now() - begun).toBeLessThan(4000);
    expect(svg.length).toBeGreaterThan(40_000);
  });

  it('shows lights in their colours in a table, and drops what XML can’t hold', () => {
    const { figure } = all.find(({ address }) => address === '实 /progress?tab=supervise&place=all')!;
    expect(figurePicture(figure).svg).toContain('fill="#b3261e"');
    expect(xmlFault(figurePicture({ ...figure, verdict: '甲\ufffe乙\ud83d丙' }).svg)).toBe('');
  });

  it('as a slide on paper carries its number, and nothing about editing', () => {
    const [slide] = pptxSlides({ title: '自己的标题', notes: '', figure: all[5]!.figure });
    const said = words(slidePicture(slide!, '1 / 9').svg);
    expect(said).toContain('1 / 9');
    expect(said.join('')).toContain('自己的标题');
    expect(said.join('')).not.toContain('改动');
  });
});

describe('brokenLines(text, size, width)', () => {
  it('keeps lines within the width, and loses nothing', () => {
    const text = '各地时期不同（2016年6月30日至2020年12月31日），只宜看水平，不宜比快慢。';
    const lines = brokenLines(text, 14, 200);
    expect(lines.join('')).toBe(text);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines)
      expect(textWidth(line.replace(/[，。；：、）》”！？]+$/, ''), 14)).toBeLessThanOrEqual(200);
    for (const line of lines) expect(line).not.toMatch(/^[，。；：、）]/);
  });

  it('keeps a number whole, and cuts a word that is longer than the line', () => {
    expect(brokenLines('完成12,345.6例', 10, 50).some((line) => line.includes('12,345.6'))).toBe(true);
    expect(brokenLines('a'.repeat(40), 10, 56).every((line) => line.length <= 10)).toBe(true);
    expect(brokenLines('', 10, 50)).toEqual(['']);
  });
});

describe('what was drawn over a slide and kept', () => {
  it('goes to where the body of the slide stands in the picture, and along with what is above and below', () => {
    const body = { top: 200, height: 600 };
    // 864 px for the 1,728 units between the sides: half as large; of a page of 500 px.
    const area = { left: 40, top: 100, width: 864 };
    const svg = inkSvg({ lines: ['96,200 1824,800', '960,100 960,940'], body }, area, 500);
    expect([...svg.matchAll(/points="([^"]*)"/g)].map((match) => match[1])).toEqual([
      '40,100 904,400',
      // Half way down the title; half way between body and foot.
      '472,50 472,450'
    ]);
  });

  it('is on its page of a handout, over a chart that is laid out as on the wall', async () => {
    const { figure } = (await figures()).find((f) => f.address === '实 /progress?place=all')!;
    const ink = [{ step: 1, ratio: '16:9', size: 1, lines: ['100,200 300,250'] }];
    const pages = pptxSlides({ title: '', notes: '', figure, ink }).slice(0, 3);
    const svgs = pages.map((page, at) => slidePicture(page, `${at + 1} / 3`).svg);
    expect(svgs.map((svg) => svg.split('stroke="#d92d20"').length - 1)).toEqual([0, 1, 0]);
    expect(svgs[1]).toContain('<g transform="scale(0.648');
    for (const svg of svgs) expect(xmlFault(svg)).toBe('');
  });
});
