import type JSZip from 'jszip';
import readExcelFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { THEME_COLOURS } from '../../../src/domain/deck/officeTemplate';
import { writePptx } from '../../../src/export/office/writePptx';
import { pptxSlides, type PptxSlide } from '../../../src/export/plan/pptxPlan';
import type { Figure } from '../../../src/figures/figure';
import { figures, type NamedFigure } from '../figures';
import { fileOf, paths, read, view, written, xmlParts } from '../pptxFile';
import { xmlFault } from './xmlFault';

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
