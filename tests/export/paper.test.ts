import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { openReport } from '../../src/datasets/intake/openReport';
import type { ViewChoices } from '../../src/domain/address/fields';
import { readReport } from '../../src/domain/read/readReport';
import { parsePeriod } from '../../src/domain/time/parsePeriod';
import { reportSections } from '../../src/export/exportPaper';
import { writeDocx } from '../../src/export/office/writeDocx';
import { paperPlan, type Paper, type PaperSection } from '../../src/export/plan/paperPlan';
import { figureAt } from '../../src/figures/figureAt';
import { overviewFigure } from '../../src/figures/overviewFigure';
import { placeReport } from '../../src/figures/placeReport';
import { parseView } from '../../src/domain/address/views';
import { choicesOf } from '../figures/realData';
import { xmlFault } from './office/xmlFault';

const PICTURE = { bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), width: 640, height: 300 };
const bytesOf = async (paper: Paper) =>
  Buffer.concat(await writeDocx(paper, { picture: () => Promise.resolve(PICTURE) }));
const zipOf = async (paper: Paper) => JSZip.loadAsync(await bytesOf(paper));
const part = (zip: JSZip, path: string) => zip.file(path)!.async('text');
const texts = (paper: Paper, kind: string) =>
  paper.blocks.flatMap((block) => (block.kind === kind && 'text' in block ? [block.text] : []));

describe('a 汇报稿', () => {
  let real: ViewChoices;
  let demo: ViewChoices;
  const about = (choices: ViewChoices, place: string, period = '') => {
    const report = placeReport({ place, period, rule: '' }, choices);
    return paperPlan(report.title, reportSections(report), '数据版本 1');
  };
  const slide = (address: string, title = '', notes = ''): PaperSection => ({
    title: '',
    views: [{ title, notes, figure: figureAt(address, real).figure }]
  });
  beforeAll(async () => {
    [real, demo] = await Promise.all([choicesOf('data'), choicesOf('data/demo')]);
  });

  it('of a place has 总体情况, 主要指标, 任务进展, 督办事项, numbered as in a 公文', () => {
    const paper = about(real, 'xiangshan');
    expect(paper.title).toBe('象山县工作情况');
    expect(texts(paper, 'heading')).toEqual(['一、总体情况', '二、主要指标', '三、任务进展', '四、督办事项']);
    expect(texts(paper, 'closing')).toEqual(['数据版本 1']);
    expect(texts(paper, 'annexTitle')).toEqual(['口径说明', '资料来源']);
    // Reports that it doesn't cite aren't among its sources.
    expect(texts(paper, 'source').some((text) => text.includes('卫生健康局个人工作总结字模板'))).toBe(false);
    expect(texts(paper, 'source').some((text) => text.includes('2020年象山县卫生健康系统10月份主要工作完成情况'))).toBe(
      true
    );
  });

  it('of a deck has a heading a slide, its finding and notes as sentences, and its table and chart', () => {
    const paper = paperPlan('月度例会', [
      slide('/places?i=smd-standard-rate', '规范管理率各地差得多', '先说中方县\n再说下一步'),
      slide('/progress?tab=supervise&place=all')
    ]);
    expect(texts(paper, 'heading')).toEqual(['一、规范管理率各地差得多', '二、58项任务中4项亮红灯']);
    const said = texts(paper, 'text');
    expect(said[0]).toBe(`${figureAt('/places?i=smd-standard-rate', real).figure!.verdict}。`);
    expect(said.slice(1, 3)).toEqual(['先说中方县', '再说下一步']);
    expect(paper.blocks.filter(({ kind }) => kind === 'chart')).toHaveLength(1);
    expect(paper.blocks.filter(({ kind }) => kind === 'table')).toHaveLength(2);
    expect(texts(paper, 'caption').map((text) => text.slice(0, 2))).toEqual(['表1', '表2']);
  });

  it('has a chart that can be edited where every program draws it alike, else a sharp picture', async () => {
    const monthly = await choicesOf('monthly');
    const kinds = (address: string, choices: ViewChoices) =>
      paperPlan('图', [{ title: '', views: [{ title: '', notes: '', figure: figureAt(address, choices).figure }] }])
        .blocks.map(({ kind }) => kind)
        .filter((kind) => kind === 'chart' || kind === 'picture');
    expect(kinds('/periods', real)).toEqual(['chart']);
    expect(kinds('/periods?tab=changes', real)).toEqual(['chart']);
    expect(kinds('/places?i=smd-standard-rate', real)).toEqual(['chart']);
    expect(kinds('/progress?place=all', monthly)).toEqual(['chart']);
    expect(kinds('/progress?place=xiangshan', real)).toEqual(['chart']);
    // More periods than stand below a line on paper.
    expect(kinds('/periods', monthly)).toEqual(['picture']);
    const reference = paperPlan('图', [slide('/places?i=smd-standard-rate')]);
    expect(texts(reference, 'remark')[0]).toBe('注：图中竖线：各地平均（没有人口数，大小地区同样算）87.92%。');
    // Beside a reference figures stand at the foot of their bars: Writer sets others amid them.
    expect(await part(await zipOf(reference), 'word/charts/chart1.xml')).toContain('<c:dLblPos val="inBase"/>');
    const zip = await zipOf(paperPlan('图', [slide('/periods'), slide('/periods?tab=changes')]));
    const types = await part(zip, '[Content_Types].xml');
    const relations = await part(zip, 'word/_rels/document.xml.rels');
    const document = await part(zip, 'word/document.xml');
    for (const n of [1, 2]) {
      expect(types).toContain(`PartName="/word/charts/chart${n}.xml"`);
      expect(relations).toContain(
        `Id="rIdChart${n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart" Target="charts/chart${n}.xml"`
      );
      expect(document).toContain(`r:id="rIdChart${n}"`);
      expect(xmlFault(await part(zip, `word/charts/chart${n}.xml`))).toBe('');
      expect(await part(zip, `word/charts/_rels/chart${n}.xml.rels`)).toContain(
        `Target="../embeddings/chart${n}.xlsx"`
      );
      expect(zip.file(`word/embeddings/chart${n}.xlsx`)).not.toBeNull();
    }
    const named = [...types.matchAll(/PartName="\/([^"]+)"/g)].map((match) => match[1]!);
    expect(named.filter((path) => !zip.file(path))).toEqual([]);
  });

  it('is set as a template sets it: faces, sizes, distances, page; what it lacks stays, in its faces', async () => {
    const template = {
      styles: {
        Title: { eastAsian: '华文中宋', size: 52, colour: 'C00000', align: 'left' as const, after: 400 },
        Normal: { latin: 'Arial', eastAsian: '楷体_GB2312', size: 28, line: 480, lineRule: 'exact' as const }
      },
      page: { width: 11906, height: 16838, top: 1440, bottom: 1440, left: 1800, right: 1800 }
    };
    const paper = paperPlan('图', [slide('/periods')]);
    const bytes = Buffer.concat(await writeDocx(paper, { template, picture: () => Promise.resolve(PICTURE) }));
    const zip = await JSZip.loadAsync(bytes);
    const styles = await part(zip, 'word/styles.xml');
    const style = (id: string) => new RegExp(`w:styleId="${id}">.*?</w:style>`).exec(styles)![0];
    expect(style('Title')).toContain(
      '<w:pPr><w:keepNext/><w:spacing w:before="0" w:after="400"/><w:jc w:val="left"/></w:pPr>'
    );
    expect(style('Title')).toContain(
      'w:eastAsia="华文中宋" w:cs="Times New Roman"/><w:color w:val="C00000"/><w:sz w:val="52"/>'
    );
    // The template says nothing of its indent and sides: ours stay.
    expect(style('Normal')).toContain(
      '<w:spacing w:before="0" w:after="0" w:line="480" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/>'
    );
    expect(style('Normal')).toContain('w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="楷体_GB2312"');
    // Not a style of the template, but in the face of its text; a heading keeps ours.
    expect(style('AnnexText')).toContain('w:eastAsia="楷体_GB2312"');
    expect(style('Heading1')).toContain('w:eastAsia="黑体"');
    expect(await part(zip, 'word/document.xml')).toContain('w:right="1800" w:bottom="1440" w:left="1800"');
    for (const path of Object.keys(zip.files).filter((name) => /\.(xml|rels)$/.test(name)))
      expect(xmlFault(await part(zip, path)), path).toBe('');
  });

  it('says of a slide that leads nowhere why it is empty', () => {
    const paper = paperPlan('空', [
      { title: '', views: [{ title: '旧的一张', notes: '', figure: undefined, problems: ['没有这项指标。'] }] }
    ]);
    expect(paper.blocks).toEqual([
      { kind: 'heading', level: 1, text: '一、旧的一张' },
      { kind: 'remark', text: '注：没有这项指标。' }
    ]);
  });

  it('says how many rows a long table leaves out', () => {
    const paper = paperPlan('全部', [slide('/progress?place=all')]);
    const rows = figureAt('/progress?place=all', real).figure!.table.rows.length;
    expect(texts(paper, 'remark').some((text) => text.startsWith(`注：表中是前12行，共${rows}行`))).toBe(true);
  });

  it('of invented data says so in its first lines, of real data never', async () => {
    const place = demo.dataset.places.find(({ id }) => demo.dataset.countAt(id) > 0)!;
    expect(about(demo, place.id).lines.slice(0, 2)).toEqual([
      '示例（虚构）',
      '示例数据，地名、机构和数字全部虚构，不能引用。'
    ]);
    const zip = await zipOf(about(real, 'xiangshan'));
    expect(await part(zip, 'word/document.xml')).not.toContain('虚构');
  });

  it('is well-formed in every part, in named styles, its footnotes numbered and each referred to once', async () => {
    const zip = await zipOf(about(real, 'xiangshan'));
    const paths = Object.keys(zip.files).filter((path) => /\.(xml|rels)$/.test(path));
    for (const path of paths) expect(xmlFault(await part(zip, path)), path).toBe('');
    const styles = await part(zip, 'word/styles.xml');
    const known = [...styles.matchAll(/w:styleId="(\w+)"/g)].map((match) => match[1]!);
    const document = await part(zip, 'word/document.xml');
    const used = new Set([...document.matchAll(/<w:pStyle w:val="(\w+)"/g)].map((match) => match[1]!));
    for (const style of used) expect(known).toContain(style);
    expect(styles).toMatch(/w:styleId="Heading1".*?<w:name w:val="heading 1"\/>.*?w:eastAsia="黑体"/);
    expect(styles).toMatch(/w:styleId="Heading2".*?w:eastAsia="楷体"/);
    expect(styles).toMatch(/w:default="1" w:styleId="Normal".*?w:eastAsia="仿宋".*?<w:sz w:val="32"\/>/);
    const references = [...document.matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map((match) => Number(match[1]));
    const notes = [...(await part(zip, 'word/footnotes.xml')).matchAll(/<w:footnote w:id="(\d+)"/g)];
    expect(references.length).toBeGreaterThan(5);
    expect(references).toEqual(references.map((_, at) => at + 1));
    expect(notes.map((match) => Number(match[1]))).toEqual(references);
    const relations = await part(zip, 'word/_rels/document.xml.rels');
    for (const [, target] of relations.matchAll(/Target="([^"]+)"/g)) expect(zip.file(`word/${target}`)).not.toBeNull();
    for (const [, id] of document.matchAll(/r:(?:embed|id)="([^"]+)"/g)) expect(relations).toContain(`Id="${id}"`);
  });

  it('cites a report with its lines in a footnote', async () => {
    const zip = await zipOf(about(real, 'xiangshan'));
    expect(await part(zip, 'word/footnotes.xml')).toMatch(/> 《[^《》]+》（[ABC]级）第\d+(、\d+)*行/);
  });

  it('carries text of the data as text: no mark, no field, no control character of it works', async () => {
    const bad = '<w:fldSimple w:instr="INCLUDETEXT"/>{ HYPERLINK }&=1+1\u0001]]>';
    const zip = await zipOf({
      title: bad,
      lines: [bad],
      blocks: [
        { kind: 'text', text: bad, footnote: bad },
        { kind: 'table', head: [bad], rows: [[bad]], right: [false], widths: [1], remark: '' },
        { kind: 'picture', figure: figureAt('/places', real).figure!, text: `"${bad}` }
      ]
    });
    for (const path of ['word/document.xml', 'word/footnotes.xml', 'docProps/core.xml']) {
      const xml = await part(zip, path);
      expect(xmlFault(xml), path).toBe('');
      expect(xml).not.toMatch(/<w:(fldSimple|instrText|hyperlink)/);
      expect(xml).toContain('&lt;w:fldSimple w:instr=&quot;INCLUDETEXT&quot;/&gt;{ HYPERLINK }&amp;=1+1]]&gt;');
    }
  });

  it('read back gives its own figures again: every number of its findings', async () => {
    const opened = openReport(new Uint8Array(await bytesOf(about(real, 'xiangshan'))), '汇报稿.docx');
    if (opened.kind !== 'text') throw new Error('refused');
    const form = { place: '象山县', period: parsePeriod('2020')!, kind: '总结' as const };
    const facts = readReport(opened.text, form);
    const lines = opened.text.split('\n');
    const { view } = parseView('overview', { focus: 'xiangshan' }, real);
    const { headlines } = overviewFigure(real.dataset, view).answer;
    expect(headlines.length).toBeGreaterThan(5);
    const lost = headlines.flatMap(({ text, numbers }) => {
      const at = lines.findIndex((line) => line.includes(text)) + 1;
      expect(at, text).toBeGreaterThan(0);
      const read = facts.filter(({ line }) => line === at).map(({ value }) => Math.abs(value));
      return numbers.filter((n) => !read.some((value) => Math.abs(value - n) < 0.06)).map((n) => `${n} · ${text}`);
    });
    expect(lost).toEqual([]);
  });
});
