/** What is drawn on a slide beyond one chart: small charts and maps. */
import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { writePptx } from '../../../src/export/office/writePptx';
import { pptxSlides } from '../../../src/export/plan/pptxPlan';
import { figureAt } from '../../../src/figures/figureAt';
import { pairFigure } from '../../../src/figures/pairFigure';
import type { Figure } from '../../../src/figures/figure';
import { choicesOf } from '../../figures/realData';
import { xmlFault } from './xmlFault';

let facets: Figure;
let tiles: Figure;
beforeAll(async () => {
  const choices = await choicesOf('data/demo');
  facets = figureAt('/periods?i=htn-standard&tab=facets', choices).figure!;
  tiles = figureAt('/places?tab=map&form=tiles', choices).figure!;
});

const fileOf = async (figure: Figure) => {
  const slides = pptxSlides({ title: '', notes: '', figure });
  const zip = await JSZip.loadAsync(Buffer.concat(await writePptx({ title: '试', slides })));
  const read = (path: string) => zip.file(path)!.async('text');
  const faults = await Promise.all(
    Object.keys(zip.files)
      .filter((name) => /\.(xml|rels)$/.test(name))
      .map(async (path) => xmlFault(await read(path)))
  );
  expect(faults.join('')).toBe('');
  const charts = Object.keys(zip.files).filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name));
  return { slides, read, charts, pictures: Object.keys(zip.files).filter((name) => name.endsWith('.png')) };
};

describe('小图 on a slide', () => {
  it('are a native chart each, in one group, with numbers at the axis of the first of a line alone', async () => {
    const { slides, read, charts, pictures } = await fileOf(facets);
    expect(slides).toHaveLength(1);
    expect(charts).toHaveLength(12);
    expect(pictures).toEqual([]);
    const slide = await read('ppt/slides/slide1.xml');
    expect(slide.match(/<p:grpSp>/g)).toHaveLength(1);
    expect([...slide.matchAll(/r:id="(rId3n\d+)"/g)].map(([, id]) => id)).toEqual(
      Array.from({ length: 12 }, (_, i) => `rId3n${i + 1}`)
    );
    expect(await read('ppt/slides/_rels/slide1.xml.rels')).toMatch(/Id="rId3n12"[^>]*charts\/chart12\.xml/);
    expect(slide).not.toContain('以图片放入');
    const [first, second] = [await read('ppt/charts/chart1.xml'), await read('ppt/charts/chart2.xml')];
    const ticks = (xml: string) => [...xml.matchAll(/<c:tickLblPos val="(\w+)"/g)].map(([, position]) => position);
    expect([ticks(first), ticks(second)]).toEqual([
      ['none', 'low'],
      ['none', 'none']
    ]);
    // No legend, no name at a line's end, and only the last of 24 points has a mark.
    expect(first).not.toContain('<c:legend>');
    expect(first.match(/<c:symbol val="circle"\/><c:size val="7"\/>/g)).toHaveLength(1);
    // The stroke of a new 口径 has no words of its own: they stand beside it.
    expect(first).toContain('<c:errBars>');
    expect(first).not.toContain('<c:showSerName val="1"/>');
  });

  it('beside another figure are as many as its half holds, all of them over its pages', async () => {
    const { slides, charts, pictures } = await fileOf(pairFigure(facets, tiles));
    const counts = slides.map(({ body }) =>
      body.kind === 'pair' && body.panes[0]!.body.kind === 'charts' ? body.panes[0]!.body.form.count : 0
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(12);
    expect(charts).toHaveLength(12);
    expect(pictures).toEqual([]);
  });

  it('that were remarked on are a picture, which has the remarks', () => {
    if (facets.body.kind !== 'chart') throw new Error('no chart');
    const body = { ...facets.body, callouts: ['换了系统'] };
    expect(pptxSlides({ title: '', notes: '', figure: { ...facets, body } })[0]!.body.kind).toBe('picture');
  });
});

describe('a 格子图 on a slide', () => {
  it('is tiles with name and number, and a key, in one group', async () => {
    const { read, charts, pictures } = await fileOf(tiles);
    expect([charts, pictures]).toEqual([[], []]);
    const slide = await read('ppt/slides/slide1.xml');
    const texts = [...slide.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text);
    expect(texts).toEqual(expect.arrayContaining(['例安县', '84.1', '例泽县', '76.4', '76.4—77.1（3个）']));
    expect(slide.match(/<p:grpSp>/g)).toHaveLength(1);
    // Four swatches and twelve tiles.
    expect(slide.match(/<p:cNvSpPr\/>/g)).toHaveLength(16);
  });
});
