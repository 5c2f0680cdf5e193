import JSZip from 'jszip';
import readExcelFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { THEME_COLOURS } from '../../../src/domain/deck/officeTemplate';
import { pptxSlides, type DeckSlide, type PptxSlide } from '../../../src/export/plan/pptxPlan';
import { gridRowHeight } from '../../../src/export/plan/gridPlan';
import { slideSteps } from '../../../src/slides/slidePlan';
import { writePptx } from '../../../src/export/office/writePptx';
import type { Figure } from '../../../src/figures/figure';
import { figureMarks, withCallouts } from '../../../src/figures/callouts';
import { pairFigure } from '../../../src/figures/pairFigure';
import { figures, type NamedFigure } from '../figures';
import { xmlFault } from './xmlFault';

const view = (figure: Figure | undefined, more: Partial<DeckSlide> = {}): DeckSlide => ({
  title: '',
  notes: '',
  figure,
  ...more
});
const read = async (zip: JSZip, path: string) => zip.file(path)!.async('text');
const paths = (zip: JSZip, pattern: RegExp) =>
  Object.keys(zip.files)
    .filter((name) => pattern.test(name))
    .sort((a, b) => numberIn(a) - numberIn(b));
const numberIn = (path: string) => Number(/(\d+)\.\w+$/.exec(path)?.[1] ?? 0);
const xmlParts = (zip: JSZip) => Object.keys(zip.files).filter((name) => /\.(xml|rels)$/.test(name));
const fileOf = async (job: Parameters<typeof writePptx>[0]) => JSZip.loadAsync(Buffer.concat(await writePptx(job)));
const written = (slides: readonly PptxSlide[]) => fileOf({ title: '试', slides });

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

describe('short remarks at the cells of a table', () => {
  it('stand on the page that has their sign, and on no other', async () => {
    const all = await figures();
    const { figure } = all.find((f) => f.address === '实 /places?tab=heat')!;
    const marks = figureMarks(figure);
    const own = [marks[0]!, marks[marks.length - 1]!].map(({ at }) => ({ ...at, text: '口径有调整' }));
    const slides = pptxSlides(view(withCallouts(figure, own)));
    const said = (sign: string) =>
      slides.flatMap(({ remarks }, page) => (remarks.some((text) => text.startsWith(sign)) ? [page] : []));
    const shown = (sign: string) =>
      slides.flatMap(({ body }, page) =>
        body.kind === 'table' && body.grid.rows.some((row) => row.some(({ text }) => text.startsWith(sign)))
          ? [page]
          : []
      );
    expect(shown('①')).toHaveLength(1);
    expect(shown('②')).toHaveLength(1);
    expect(shown('①')).not.toEqual(shown('②'));
    expect([said('①'), said('②')]).toEqual([shown('①'), shown('②')]);
    // What a page doesn't say stands in its notes.
    expect(slides[0]!.notes).toContain('②');
  });
});

describe('the slides of a view', () => {
  let all: NamedFigure[];
  const at = (address: string) => all.find((f) => f.address === address)!.figure;
  beforeAll(async () => {
    all = await figures();
  });

  it('are one where it fits, with title, notes, source line and cut-off date', () => {
    const figure = at('实 /places?i=smd-standard-rate&focus=zhongfang');
    const [slide, ...rest] = pptxSlides(view(figure, { notes: '先说中方县' }));
    expect(rest).toEqual([]);
    expect(slide!.title).toBe(figure.verdict);
    expect(slide!.remarks).toContain(figure.notes[0]!.text);
    expect(slide!.source).toContain('数据截止2020-12-31');
    expect(slide!.notes.split('\n')).toEqual(
      expect.arrayContaining([
        '先说中方县',
        ...figure.notes.map((n) => n.text),
        ...figure.sources.map((s) => `${s.title}（${s.grade}级）`)
      ])
    );
  });

  it('lose no row where they continue', () => {
    const figure = at('实 /progress?place=all');
    const slides = pptxSlides(view(figure));
    const names = slides.flatMap((s) => (s.body.kind === 'chart' ? s.body.chart.categories : []));
    expect(names).toHaveLength(figure.body.kind === 'chart' ? figure.body.rows : 0);
    expect(slides.map((s) => s.page)).toEqual(slides.map((_, i) => `（${i + 1}/${slides.length}）`));
  });

  it('repeat the names of a table on each page and lose no number', () => {
    const figure = at('实 /places?tab=heat');
    const grids = pptxSlides(view(figure)).flatMap((s) => (s.body.kind === 'table' ? [s.body.grid] : []));
    const cells = grids.reduce((sum, g) => sum + g.rows.length * (g.head.length - 1), 0);
    expect(cells).toBeLessThan(figure.table.rows.length * (figure.table.columns.length - 1));
    // Only parts without a single number are left out.
    const numbers = figure.table.rows.flatMap((row) => row.filter((cell) => cell.value !== null)).length;
    const shown = grids.flatMap((g) => g.rows.flatMap((row) => row.slice(1).filter((cell) => cell.text !== '无数据')));
    expect(shown).toHaveLength(numbers);
    expect(pptxSlides(view(figure))[0]!.notes).toContain('没有一个数的部分没有列出，全部见导出的XLSX或CSV。');
    expect(new Set(grids.map((g) => g.head[0]!.text))).toEqual(new Set(['指标']));
    for (const grid of grids) expect(grid.widths.reduce((a, b) => a + b, 0)).toBeCloseTo(12, 3);
  });

  it('part a long list evenly, without the columns in which nothing stands', () => {
    const grids = pptxSlides(view(at('实 /progress?tab=plans&place=all'))).flatMap((s) =>
      s.body.kind === 'table' ? [s.body.grid] : []
    );
    const rows = grids.map((g) => g.rows.length);
    expect(Math.max(...rows) - Math.min(...rows)).toBeLessThanOrEqual(3);
    for (const grid of grids)
      grid.head.forEach((_, column) =>
        expect(grids.some((g) => g.rows.some((row) => row[column]!.text !== ''))).toBe(true)
      );
  });

  it('have the key figures of a profile large, and say where the others are', () => {
    const [slide, ...rest] = pptxSlides(view(at('实 /profile?place=zhongfang')));
    expect(rest).toEqual([]);
    expect(slide!.body).toMatchObject({
      kind: 'cards',
      items: expect.arrayContaining([expect.objectContaining({ name: '县域内就诊率', text: '90.2%' })])
    });
    expect(slide!.notes).toMatch(/这里是6个关键数字；全部\d+行见导出的XLSX或CSV。/);
  });

  it('keep what only an editor has to know in the notes', () => {
    const [slide] = pptxSlides(view(at('实 /progress?place=xiangshan')));
    expect(slide!.remarks.join()).not.toContain('竖线');
    expect(slide!.notes).toContain('图中的竖线按表中的目标、序时、上年同期由公式算出');
  });

  it('say which columns of a long list they leave out', () => {
    const [slide] = pptxSlides(view(at('实 /progress?tab=supervise&place=all')));
    expect([...slide!.remarks, slide!.notes].join()).toContain('表中列出8列，全部19列见导出的XLSX或CSV。');
  });

  it('stand one below the other: title, body, remarks, foot', () => {
    for (const { figure } of all)
      for (const { boxes, body } of pptxSlides(view(figure))) {
        expect(boxes.body.top).toBeGreaterThan(boxes.subtitle.top);
        expect(boxes.body.height).toBeGreaterThan(300);
        expect(boxes.remarks.top).toBeCloseTo(boxes.body.top + boxes.body.height, 6);
        expect(boxes.foot.top).toBeCloseTo(boxes.remarks.top + boxes.remarks.height, 6);
        expect(boxes.foot.top + boxes.foot.height).toBeLessThanOrEqual(1080);
        if (body.kind === 'table') {
          const { head, rows } = body.grid;
          const height = [head, ...rows].reduce((sum, row) => sum + gridRowHeight(row, body.grid), 0) * 144;
          // A row alone may be higher than a page.
          if (rows.length > 1) expect(height).toBeLessThan(boxes.body.height * 1.01);
        }
      }
  });

  it('are as many as on the wall, with the same rows', () => {
    for (const { address, figure } of all) {
      const steps = slideSteps(figure, figure.verdict, { ratio: '16:9', size: 1 }).filter((step) => !step.spotlight);
      const slides = pptxSlides(view(figure));
      expect([address, slides.length]).toEqual([address, steps.length]);
      slides.forEach(({ body }, i) => {
        if (body.kind === 'chart') expect([body.from, body.to]).toEqual([steps[i]!.from, steps[i]!.to]);
        if (body.kind === 'table') expect(body.grid.rows).toHaveLength(steps[i]!.to - steps[i]!.from);
      });
    }
  });

  it('say what is wrong where an address leads to nothing', () => {
    const [slide] = pptxSlides(view(undefined, { problems: ['没有这个页面。'] }));
    expect(slide!.body).toEqual({ kind: 'empty', text: '没有这个页面。' });
  });

  it('take a chart without a native form as a picture, and say so', async () => {
    const figure = at('实 /places?i=smd-standard-rate&focus=zhongfang');
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

describe('the .pptx', () => {
  let all: NamedFigure[];
  let zip: JSZip;
  let slides: PptxSlide[];
  beforeAll(async () => {
    all = await figures();
    slides = all
      .filter((_, i) => [1, 3, 5, 9, 11, 13].includes(i))
      .flatMap(({ figure }) => pptxSlides(view(figure, { notes: '要点' })));
    zip = await written(slides);
  });

  it('names in [Content_Types].xml only parts that are there, and every part', async () => {
    const types = await read(zip, '[Content_Types].xml');
    const named = [...types.matchAll(/PartName="\/([^"]+)"/g)].map((m) => m[1]!);
    expect(named.filter((part) => !zip.file(part))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
    for (const path of paths(zip, /^ppt\/(slides|charts|notesSlides)\/[^/]+\.xml$/)) expect(named).toContain(path);
  });

  it('has relations only to parts that are there', async () => {
    for (const path of Object.keys(zip.files).filter((name) => name.endsWith('.rels'))) {
      const folder = path.replace(/_rels\/[^/]+$/, '');
      for (const [, target] of (await read(zip, path)).matchAll(/Target="([^"]+)"(?![^>]*TargetMode="External")/g)) {
        const part = new URL(target!, `file:///${folder}`).pathname.slice(1);
        expect([path, zip.file(decodeURI(part)) !== null]).toEqual([path, true]);
      }
    }
  });

  it('has each chart as a c:chart part whose numbers, and those of its workbook, are the answer’s', async () => {
    const charts = slides.flatMap((s) => (s.body.kind === 'chart' ? [s.body.chart] : []));
    const parts = paths(zip, /^ppt\/charts\/chart\d+\.xml$/);
    expect(parts).toHaveLength(charts.length);
    for (const [i, part] of parts.entries()) {
      const chart = charts[i]!;
      const xml = await read(zip, part);
      expect(xml).toContain(chart.kind === 'lines' ? '<c:lineChart><c:grouping' : '<c:barChart><c:barDir val="bar"/>');
      const caches = [...xml.matchAll(/<c:numCache>.*?<\/c:numCache>/g)].map((m) =>
        [...m[0].matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g)].map(([, at, v]) => [Number(at), Number(v)])
      );
      // Figures that are drawn by strokes alone are in the sheet, not in the chart.
      const drawn = chart.series.filter(({ role }) => role !== 'value');
      expect(caches).toEqual(drawn.map((s) => s.points.flatMap((p, at) => (p ? [[at, p.value]] : []))));
      const rels = await read(zip, part.replace('charts/', 'charts/_rels/').concat('.rels'));
      const book = await zip.file(`ppt/${/Target="\.\.\/([^"]+)"/.exec(rels)![1]}`)!.async('nodebuffer');
      const rows = (await readExcelFile(book))[0]!.data;
      expect(rows[0]!.slice(1)).toEqual(chart.series.map((s) => s.name));
      chart.categories.forEach((name, r) => {
        expect(rows[r + 1]![0] ?? '').toBe(name);
        expect(rows[r + 1]!.slice(1)).toEqual(chart.series.map((s) => s.points[r]?.value ?? null));
      });
    }
  });

  it('prints the numbers of the screen at the marks', async () => {
    const [first] = paths(zip, /^ppt\/charts\/chart\d+\.xml$/);
    const xml = await read(zip, first!);
    expect(xml).toContain('formatCode="#,##0.00" sourceLinked="0"');
    expect(xml).not.toContain('<c:v></c:v>');
  });

  it('takes every font from the theme, whose fonts have Chinese characters', async () => {
    for (const path of paths(zip, /^ppt\/(charts|slides|slideLayouts|slideMasters)\/[^/]+\.xml$/))
      for (const [, font] of (await read(zip, path)).matchAll(/<a:(?:latin|ea|cs) typeface="([^"]*)"/g))
        expect([path, font]).toEqual([path, expect.stringMatching(/^\+m[jn]-(lt|ea|cs)$/)]);
    const theme = await read(zip, 'ppt/theme/theme1.xml');
    expect(theme.match(/<a:ea typeface="Microsoft YaHei"\/>/g)).toHaveLength(2);
  });

  it('takes from the theme every colour but those that mean something by themselves', async () => {
    const meaning = ['B3261E', 'A46300', '14532D', '66708A', 'C2410C'];
    const cells = ['FBE9E2', 'FDF4EA', 'F3F6FA', 'E3ECF7', 'CFDFF1'];
    for (const path of paths(zip, /^ppt\/(charts|slides|slideLayouts|slideMasters)\/[^/]+\.xml$/))
      for (const [, colour] of (await read(zip, path)).matchAll(/<a:srgbClr val="(\w+)"/g))
        expect([...meaning, ...cells]).toContain(colour);
    // #8ea7c9 beside #1d4f91: saturation 0.3533 of 0.6667, and (1 − 0.6725) ÷ (1 − 0.3412) of the way from white.
    const charts = await Promise.all(paths(zip, /^ppt\/charts\/chart\d+\.xml$/).map((path) => read(zip, path)));
    expect(charts.join('')).toContain(
      '<a:schemeClr val="accent1"><a:satMod val="52994"/><a:lumMod val="49702"/><a:lumOff val="50298"/></a:schemeClr>'
    );
  });

  it('fills placeholders that its layout has', async () => {
    const kinds: string[][] = [];
    for (const path of paths(zip, /^ppt\/slides\/slide\d+\.xml$/)) {
      const rels = await read(zip, path.replace('slides/', 'slides/_rels/').concat('.rels'));
      const layout = await read(zip, `ppt/${/Target="\.\.\/(slideLayouts[^"]+)"/.exec(rels)![1]}`);
      const used = [...(await read(zip, path)).matchAll(/<p:ph ([^>]*)\/>/g)].map((m) => m[1]!);
      for (const kind of used) expect(layout).toContain(`<p:ph ${kind}/>`);
      expect(used).toEqual(expect.arrayContaining(['type="title"', 'type="sldNum" sz="quarter" idx="12"']));
      kinds.push(used);
    }
    // Tables and lists stand in the content of the slide.
    expect(kinds.filter((used) => used.includes('idx="1"')).length).toBeGreaterThan(2);
  });

  it('numbers the shapes of a slide once each, those in groups too, and keeps a chart and its strokes together', async () => {
    let groups = 0;
    for (const path of paths(zip, /^ppt\/slides\/slide\d+\.xml$/)) {
      const xml = await read(zip, path);
      const ids = [...xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map((m) => m[1]!);
      expect([path, new Set(ids).size]).toEqual([path, ids.length]);
      // No stroke lies on the slide by itself, away from its chart.
      expect([
        path,
        xml.replace(/<p:grpSp>.*?<\/p:grpSp>/g, '').includes('<p:cxnSp>') && xml.includes('<c:chart ')
      ]).toEqual([path, false]);
      if (xml.includes('<p:grpSp>')) groups += 1;
    }
    expect(groups).toBeGreaterThan(1);
  });

  it('has covers with placeholders of their own, the picture and colour of the template of its deck', async () => {
    const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const look = { organisation: '象山县卫生健康局', colour: 'green' as const, logo: `data:image/png;base64,${PNG}` };
    const words = (form: 'title' | 'section' | 'text'): Figure => ({
      ...all[0]!.figure,
      verdict: '十月例会',
      subtitle: '',
      body: { kind: 'words', form, lines: [{ text: '医政科', parts: [] }] } as unknown as Figure['body']
    });
    const made = (['title', 'section', 'text'] as const).flatMap((form) => pptxSlides(view(words(form), { look })));
    const file = await fileOf({ title: '试', slides: [...made, slides[0]!] });
    const texts = async (n: number) =>
      [...(await read(file, `ppt/slides/slide${n}.xml`)).matchAll(/<a:t>([^<]*)<\/a:t>/g)].map((m) => m[1]);
    expect((await texts(1)).slice(0, 3)).toEqual(['十月例会', '医政科', '象山县卫生健康局']);
    // A section doesn't say whose it is, as on the wall.
    expect(await texts(2)).not.toContain('象山县卫生健康局');
    const cover = await read(file, 'ppt/slides/slide1.xml');
    expect(cover).toContain('<p:ph type="ctrTitle"/>');
    expect(cover).toContain('<p:ph type="subTitle" idx="1"/>');
    expect(cover).toContain('<a:srgbClr val="1B6E3C"/>');
    expect(await read(file, 'ppt/slides/_rels/slide1.xml.rels')).toMatch(
      /slideLayout3\.xml.*rIdLogo.*media\/logo\.png/
    );
    expect(await read(file, 'ppt/slides/slide3.xml')).toContain('r:embed="rIdLogo"');
    expect(await read(file, 'ppt/slides/slide4.xml')).not.toContain('rIdLogo');
    expect(paths(file, /^ppt\/media\/logo\.png$/)).toHaveLength(1);
    for (const path of xmlParts(file)) expect([path, xmlFault(await read(file, path))]).toEqual([path, '']);
  });

  it('goes by a template: its colours, its fonts, and where and how titles stand', async () => {
    const own = await read(zip, 'ppt/theme/theme1.xml');
    const colours = Object.fromEntries(THEME_COLOURS.map((name) => [name, name === 'accent1' ? '9C1F1F' : '445566']));
    const file = await fileOf({
      title: '试',
      slides: slides.slice(0, 1),
      template: {
        theme: {
          name: '某局<红>',
          colours: colours as Record<(typeof THEME_COLOURS)[number], string>,
          titles: { latin: 'Arial', eastAsian: '华文中宋' },
          text: { latin: 'Arial', eastAsian: '等线' }
        },
        title: { box: { left: 192, top: 72, width: 1536, height: 144 }, align: 'ctr', bold: false, colour: 'accent1' }
      }
    });
    const theme = await read(file, 'ppt/theme/theme1.xml');
    expect(own).toContain('<a:accent1><a:srgbClr val="1D4F91"/></a:accent1>');
    expect(theme).toContain('<a:accent1><a:srgbClr val="9C1F1F"/></a:accent1>');
    expect(theme).toContain('name="某局&lt;红&gt;"');
    expect(theme).toMatch(/<a:majorFont>.*?<a:ea typeface="华文中宋"\/>.*?<a:minorFont>.*?<a:ea typeface="等线"\/>/);
    const place = '<a:off x="1219200" y="457200"/><a:ext cx="9753600" cy="914400"/>';
    for (const path of ['slideMasters/slideMaster1', 'slideLayouts/slideLayout1', 'slideLayouts/slideLayout2'])
      expect(await read(file, `ppt/${path}.xml`)).toContain(place);
    expect(await read(file, 'ppt/slideMasters/slideMaster1.xml')).toContain(
      '<p:titleStyle><a:lvl1pPr algn="ctr"><a:buNone/><a:defRPr sz="2800" b="0" kern="1200"><a:solidFill><a:schemeClr val="accent1"/>'
    );
    // The title of a slide says neither its side nor its colour: both are the master's.
    const [title] = /<p:ph type="title"\/>.*?<\/p:sp>/.exec(await read(file, 'ppt/slides/slide1.xml'))!;
    expect(title).toContain('<a:off x="1219200"');
    expect(title).not.toMatch(/algn=|solidFill| b="/);
    for (const path of xmlParts(file)) expect([path, xmlFault(await read(file, path))]).toEqual([path, '']);
  });

  it('says title, source line and number on each slide, and what is to be said in the notes', async () => {
    for (const [i, path] of paths(zip, /^ppt\/slides\/slide\d+\.xml$/).entries()) {
      const text = [...(await read(zip, path)).matchAll(/<a:t>([^<]*)<\/a:t>/g)].map((m) => unescape(m[1]!)).join('|');
      expect(text.replace(/\|/g, '')).toContain(slides[i]!.title);
      expect(text).toContain(slides[i]!.source);
      expect(text).toContain(`${i + 1}| / ${slides.length}`);
      expect(await read(zip, `ppt/notesSlides/notesSlide${i + 1}.xml`)).toContain('要点');
    }
  });

  it('is well-formed in every part', async () => {
    for (const path of xmlParts(zip)) expect([path, xmlFault(await read(zip, path))]).toEqual([path, '']);
  });

  it('is well-formed though names hold marks and control characters', async () => {
    const { figure } = all[5]!;
    const bad = '</c:v>&"<b>\u0001';
    const body = figure.body.kind === 'chart' ? figure.body : undefined;
    const native = { ...body!.native!(0, 1), categories: [bad] };
    const hostile: Figure = {
      ...figure,
      verdict: bad,
      subtitle: bad,
      notes: [{ level: '说明', text: bad }],
      body: { ...body!, rows: 1, native: () => native }
    };
    const table: Figure = {
      ...hostile,
      body: { kind: 'table', columns: [0, 1] },
      table: { ...figure.table, rows: [figure.table.rows[0]!.map(() => ({ text: bad, value: null }))] }
    };
    const list: Figure = { ...hostile, body: { kind: 'list', items: [bad], itemSources: [] } };
    const file = await fileOf({
      title: bad,
      slides: [hostile, table, list].flatMap((f) => pptxSlides(view(f, { notes: bad })))
    });
    for (const path of xmlParts(file)) expect([path, xmlFault(await read(file, path))]).toEqual([path, '']);
    expect(await read(file, 'ppt/slides/slide1.xml')).toContain('&lt;/c:v&gt;&amp;');
  });

  it('states the properties of a paragraph once, before its runs', async () => {
    for (const path of paths(zip, /^ppt\/slides\/slide\d+\.xml$/)) {
      for (const [paragraph] of (await read(zip, path)).matchAll(/<a:p>.*?<\/a:p>/g)) {
        expect(paragraph.match(/<a:pPr\b/g)?.length ?? 0).toBeLessThanOrEqual(1);
        expect(paragraph).not.toMatch(/<\/a:r><a:pPr/);
      }
    }
  });

  it('is written slide by slide, and stops when it is told to', async () => {
    const seen: string[] = [];
    let pauses = 0;
    const job = {
      title: '试',
      slides,
      onProgress: (done: number, total: number) => seen.push(`${done}/${total}`),
      pause: async () => {
        pauses += 1;
        if (pauses === 3) throw new Error('停');
      }
    };
    await expect(writePptx(job)).rejects.toThrow('停');
    expect(seen).toEqual([`0/${slides.length}`, `1/${slides.length}`, `2/${slides.length}`]);
  });
});

function unescape(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}
