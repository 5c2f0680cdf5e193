import { describe, expect, it } from 'vitest';
import { pptxSlides } from '../../../src/export/plan/pptxPlan';
import { withCallouts } from '../../../src/figures/callouts';
import { pairFigure } from '../../../src/figures/pairFigure';
import { figures } from '../figures';
import { fileOf, paths, read, view, written, xmlParts } from '../pptxFile';
import { xmlFault } from './xmlFault';

describe('two figures on a slide', () => {
  it('are two charts in the file, each with its relation, and no placeholder of the body', async () => {
    const all = await figures();
    const at = (address: string) => all.find((f) => f.address === address)!.figure;
    const both = pairFigure(at('实 /places?i=smd-standard-rate&focus=zhongfang'), at('实 /progress?place=all'));
    const slides = pptxSlides(view(both, { title: '两张' })).slice(0, 2);
    const file = await written(slides);
    expect(paths(file, /charts\/chart\d+\.xml$/)).toEqual([1, 2, 3, 4].map((n) => `ppt/charts/chart${n}.xml`));
    const relations = await read(file, 'ppt/slides/_rels/slide2.xml.rels');
    expect(relations).toMatch(/Id="rId3"[^>]*chart3\.xml/);
    expect(relations).toMatch(/Id="rId4"[^>]*chart4\.xml/);
    const xml = await read(file, 'ppt/slides/slide1.xml');
    expect(xml.match(/r:id="rId[34]"/g)).toHaveLength(2);
    expect(xml).not.toContain('idx="1"');
    for (const part of xmlParts(file)) expect(xmlFault(await read(file, part))).toBe('');
  });
});

describe('what was drawn over a slide and kept', () => {
  it('is a line of its page that can be moved, above all else, and on no other page', async () => {
    const all = await figures();
    const { figure } = all.find((f) => f.address === '实 /progress?place=all')!;
    const ink = [{ step: 1, ratio: '16:9', size: 1, lines: ['100,200 300,250 320,400'] }];
    const file = await written(pptxSlides({ ...view(figure), ink }));
    const pages = await Promise.all(
      paths(file, /slides\/slide\d+\.xml$/).map(
        async (path) => (await read(file, path)).split('name="笔迹"').length - 1
      )
    );
    expect(pages.slice(0, 3)).toEqual([0, 1, 0]);
    const xml = await read(file, 'ppt/slides/slide2.xml');
    // 6,350 EMU a unit: 100 from the left, 200 from the top, 220 wide, 200 high.
    expect(xml).toContain('<a:off x="635000" y="1270000"/><a:ext cx="1397000" cy="1270000"/>');
    expect(xml).toContain('<a:lnTo><a:pt x="1270000" y="317500"/></a:lnTo>');
    expect(xmlFault(xml)).toBe('');
  });
});

describe('short remarks at marks', () => {
  it('are boxes of text with a line that ends at the mark, in one group with the chart', async () => {
    const all = await figures();
    const { figure } = all.find((f) => f.address === '实 /places?i=smd-standard-rate&focus=zhongfang')!;
    const baoan = { place: 'baoan', period: '2020-10-31', indicator: 'smd-standard-rate', text: '口径有调整' };
    const file = await written(pptxSlides(view(withCallouts(figure!, [baoan]))));
    const xml = await read(file, 'ppt/slides/slide1.xml');
    expect(xmlFault(xml)).toBe('');
    expect(xml).toMatch(/<p:grpSp>.*name="引线".*name="短说明 口径有调整".*<\/p:grpSp>/);
    expect(xml).toContain('<a:t>口径有调整</a:t>');
    // The chart leaves 22% of the 1,728 units of the slide's width to its right, of 6,350 EMU each.
    expect(xml).toContain(`cx="${Math.round(1728 * 0.78 * 6350)}"`);
  });
});

describe('a chart without a native form', () => {
  it('is a picture, and the slide says so', async () => {
    const all = await figures();
    const { figure } = all.find((f) => f.address === '实 /places?i=smd-standard-rate&focus=zhongfang')!;
    const body = figure.body.kind === 'chart' ? { ...figure.body, native: undefined } : figure.body;
    const slides = pptxSlides(view({ ...figure, body }));
    expect(slides[0]!.remarks.join() + slides[0]!.notes).toContain('以图片放入');
    const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const file = await fileOf({
      title: '试',
      slides,
      picture: async () => ({ bytes: Buffer.from(dot, 'base64'), width: 1120, height: 300 })
    });
    expect(paths(file, /^ppt\/media\/.*\.png$/)).toHaveLength(1);
  });
});
