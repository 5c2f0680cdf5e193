import { beforeAll, describe, expect, it } from 'vitest';
import { figurePicture, slidePicture } from '../../../src/export/picture/figurePicture';
import { wrapped } from '../../../src/export/picture/picture';
import { pptxSlides } from '../../../src/export/plan/pptxPlan';
import { textWidth } from '../../../src/charts/drawing';
import { figures, type NamedFigure } from '../figures';
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

  it('is well-formed for every figure, and says all of a table', () => {
    for (const { address, figure } of all) {
      const { svg } = figurePicture(figure);
      expect([address, xmlFault(svg)]).toEqual([address, '']);
      if (figure.body.kind !== 'table') continue;
      const said = words(svg).join('');
      for (const row of figure.table.rows) for (const cell of row) expect(said).toContain(cell.text.replace(/\n/g, ''));
    }
  });

  it('has only the rows that the screen shows', () => {
    const { figure } = all[4]!;
    const some = figurePicture(figure, { from: 0, to: 2 });
    expect(some.height).toBeLessThan(figurePicture(figure, { from: 0, to: 12 }).height);
  });

  it('as a slide on paper carries its number, and nothing about editing', () => {
    const [slide] = pptxSlides({ title: '自己的标题', notes: '', figure: all[5]!.figure });
    const said = words(slidePicture(slide!, '1 / 9').svg);
    expect(said).toContain('1 / 9');
    expect(said.join('')).toContain('自己的标题');
    expect(said.join('')).not.toContain('改动');
  });
});

describe('wrapped(text, size, width)', () => {
  it('keeps lines within the width, and loses nothing', () => {
    const text = '各地时期不同（2016年6月30日至2020年12月31日），只宜看水平，不宜比快慢。';
    const lines = wrapped(text, 14, 200);
    expect(lines.join('')).toBe(text);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines)
      expect(textWidth(line.replace(/[，。；：、）》”！？]+$/, ''), 14)).toBeLessThanOrEqual(200);
    for (const line of lines) expect(line).not.toMatch(/^[，。；：、）]/);
  });

  it('keeps a number whole, and cuts a word that is longer than the line', () => {
    expect(wrapped('完成12,345.6例', 10, 50).some((line) => line.includes('12,345.6'))).toBe(true);
    expect(wrapped('a'.repeat(40), 10, 56).every((line) => line.length <= 10)).toBe(true);
    expect(wrapped('', 10, 50)).toEqual(['']);
  });
});
