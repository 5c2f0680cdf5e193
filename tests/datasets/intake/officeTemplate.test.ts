import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { readPaperTemplate } from '../../../src/datasets/intake/paperTemplate';
import { readSlideTemplate } from '../../../src/datasets/intake/slideTemplate';
import { checkedTemplates } from '../../../src/domain/deck/officeTemplateCheck';

const A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (...list: [type: string, target: string, more?: string][]) =>
  `<Relationships>${list.map(([type, target, more = ''], i) => `<Relationship Id="rId${i}" Type="${RELATION}/${type}" Target="${target}"${more}/>`).join('')}</Relationships>`;
const zipOf = async (parts: Readonly<Record<string, string>>) => {
  const zip = new JSZip();
  for (const [path, text] of Object.entries(parts)) zip.file(path, text);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
};

const COLOURS: Readonly<Record<string, string>> = {
  dk1: '<a:sysClr val="windowText" lastClr="000000"/>',
  lt1: '<a:sysClr val="window" lastClr="ffffff"/>',
  dk2: '<a:srgbClr val="44546A"/>',
  lt2: '<a:srgbClr val="E7E6E6"/>',
  accent1: '<a:srgbClr val="9C1F1F"/>',
  accent2: '<a:srgbClr val="C9A227"/>',
  accent3: '<a:srgbClr val="4E7A51"/>',
  accent4: '<a:srgbClr val="2F6F8F"/>',
  accent5: '<a:srgbClr val="6B4C8A"/>',
  accent6: '<a:srgbClr val="8A5A2B"/>',
  hlink: '<a:srgbClr val="0563C1"/>',
  folHlink: '<a:srgbClr val="954F72"/>'
};
const theme = (colours = COLOURS, fonts = '') =>
  `<a:theme ${A} name="某局红"><a:themeElements><a:clrScheme name="x">${Object.entries(colours)
    .map(([name, colour]) => `<a:${name}>${colour}</a:${name}>`)
    .join(
      ''
    )}</a:clrScheme><a:fontScheme name="x"><a:majorFont><a:latin typeface="Arial"/><a:ea typeface="华文中宋"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/>${fonts}</a:minorFont></a:fontScheme></a:themeElements></a:theme>`;
const MASTER = `<p:sldMaster><p:cSld><p:spTree><p:sp><p:nvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="1" y="1"/><a:ext cx="2" cy="2"/></a:xfrm></p:spPr></p:sp><p:sp><p:nvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="914400" y="457200"/><a:ext cx="7315200" cy="914400"/></a:xfrm></p:spPr></p:sp></p:spTree></p:cSld><p:txStyles><p:titleStyle><a:lvl1pPr algn="ctr"><a:defRPr sz="4400" b="0"><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></a:defRPr></a:lvl1pPr></p:titleStyle></p:txStyles></p:sldMaster>`;
const PPTX: Readonly<Record<string, string>> = {
  // 4:3, 10 by 7.5 inches.
  'ppt/presentation.xml': '<p:presentation><p:sldSz cx="9144000" cy="6858000"/></p:presentation>',
  'ppt/_rels/presentation.xml.rels': relations(
    ['theme', 'theme/theme9.xml'],
    ['slideMaster', 'slideMasters/slideMaster2.xml']
  ),
  'ppt/slideMasters/slideMaster2.xml': MASTER,
  'ppt/slideMasters/_rels/slideMaster2.xml.rels': relations(['theme', '../theme/theme1.xml']),
  'ppt/theme/theme1.xml': theme()
};
const slideOf = async (parts: Readonly<Record<string, string>>) => readSlideTemplate(await zipOf(parts), '母版.pptx');

describe('a .pptx as a template', () => {
  it('gives the colours and fonts of its theme, and how its master sets titles', async () => {
    const read = await slideOf(PPTX);
    if (read.kind !== 'template') throw new Error(read.why);
    expect(read.remarks).toEqual([]);
    expect(read.template.theme).toMatchObject({
      name: '某局红',
      colours: { dk1: '000000', lt1: 'FFFFFF', accent1: '9C1F1F', folHlink: '954F72' },
      titles: { latin: 'Arial', eastAsian: '华文中宋' },
      // No Chinese font is named: ours.
      text: { latin: 'Calibri', eastAsian: 'Microsoft YaHei' }
    });
    // 1 inch of 10 is a tenth of 1,920; half an inch of 7.5 is 72 of 1,080.
    expect(read.template.title).toEqual({
      box: { left: 192, top: 72, width: 1536, height: 144 },
      align: 'ctr',
      bold: false,
      colour: 'accent1'
    });
  });

  it('takes the Chinese font from the list of scripts where none is named', async () => {
    const read = await slideOf({
      ...PPTX,
      'ppt/theme/theme1.xml': theme(COLOURS, '<a:font script="Hans" typeface="等线"/>')
    });
    expect(read).toMatchObject({ template: { theme: { text: { eastAsian: '等线' } } } });
  });

  it('keeps a light ground and dark ink, and says where marks would not be seen', async () => {
    const dark = {
      ...COLOURS,
      dk1: COLOURS.lt1!,
      lt1: '<a:srgbClr val="101820"/>',
      accent1: '<a:srgbClr val="FFF2CC"/>'
    };
    const read = await slideOf({ ...PPTX, 'ppt/theme/theme1.xml': theme(dark) });
    if (read.kind !== 'template') throw new Error(read.why);
    expect(read.template.theme.colours).toMatchObject({ dk1: '101820', lt1: 'FFFFFF' });
    expect(read.remarks).toEqual(['主题的着色1（#FFF2CC）和底色太近，图上的条会看不清，请在模板里换深一些。']);
  });

  it('takes over no macro and no link, and says so', async () => {
    const read = await slideOf({
      ...PPTX,
      'ppt/vbaProject.bin': 'x',
      'ppt/slides/_rels/slide1.xml.rels': relations(['hyperlink', 'http://example.invalid/', ' TargetMode="External"'])
    });
    if (read.kind !== 'template') throw new Error(read.why);
    expect(read.remarks).toEqual(['模板里有宏，没有带入。', '模板里有指向外部的链接，没有带入。']);
    expect(JSON.stringify(read.template)).not.toContain('example.invalid');
  });

  it.each([
    ['没有母版', { 'ppt/_rels/presentation.xml.rels': relations() }, '里面没有母版'],
    [
      '母版在外面',
      { 'ppt/_rels/presentation.xml.rels': relations(['slideMaster', 'http://x/', ' TargetMode="External"']) },
      '里面没有母版'
    ],
    ['没有主题', { 'ppt/slideMasters/_rels/slideMaster2.xml.rels': relations() }, '母版没有主题'],
    ['颜色不全', { 'ppt/theme/theme1.xml': theme(COLOURS).replace('9C1F1F', 'red') }, '主题里缺颜色 accent1'],
    [
      '实体',
      { 'ppt/theme/theme1.xml': `<!DOCTYPE x [<!ENTITY a "b">]>${theme()}` },
      '里面的 ppt/theme/theme1.xml 有文档类型声明'
    ]
  ])('is refused where it is broken: %s', async (_, parts, why) => {
    expect(await slideOf({ ...PPTX, ...parts })).toEqual({
      kind: 'refused',
      why: `“母版.pptx”不能当模板：${why}。请用 Office 或 WPS 打开它，另存为演示文稿（.pptx），再选。`
    });
  });

  it('is refused where it is something else', async () => {
    const why = (bytes: Uint8Array) => readSlideTemplate(bytes, 'a').kind;
    expect(why(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toBe('refused');
    expect(why(new TextEncoder().encode('<html>'))).toBe('refused');
    expect(why(await zipOf({ 'word/document.xml': '<w/>' }))).toBe('refused');
    expect(why((await zipOf(PPTX)).slice(0, 700))).toBe('refused');
    expect(why(new Uint8Array())).toBe('refused');
  });

  it('is read at once though its marks never close', async () => {
    const open = `<p:sldMaster>${'<p:sp><a:off '.repeat(200_000)}<p:titleStyle><a:lvl1pPr `;
    const read = await slideOf({ ...PPTX, 'ppt/slideMasters/slideMaster2.xml': open });
    expect(read.kind).toBe('template');
  }, 4000);
});

const STYLES = `<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="21"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:spacing w:line="578" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/></w:pPr><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:jc w:val="start"/></w:pPr><w:rPr><w:rFonts w:eastAsia="黑体"/><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/><w:basedOn w:val="1"/><w:rPr><w:b w:val="0"/><w:color w:val="C00000"/><w:sz w:val="9999"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="x"><w:name w:val="Title"/></w:style></w:styles>`;
const DOCX: Readonly<Record<string, string>> = {
  'word/document.xml':
    '<w:document><w:body><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2154" w:right="1531" w:bottom="1814" w:left="1531"/></w:sectPr></w:body></w:document>',
  'word/_rels/document.xml.rels': relations(['styles', 'styles.xml'], ['theme', 'theme/theme1.xml']),
  'word/styles.xml': STYLES,
  'word/theme/theme1.xml': theme(COLOURS, '<a:font script="Hans" typeface="等线"/>')
};
const paperOf = async (parts: Readonly<Record<string, string>>) => readPaperTemplate(await zipOf(parts), '公文.docx');

describe('a .docx as a template', () => {
  it('gives its named styles with what they have from others, and its page', async () => {
    const read = await paperOf(DOCX);
    if (read.kind !== 'template') throw new Error(read.why);
    const body = {
      latin: 'Times New Roman',
      size: 32,
      align: 'both',
      line: 578,
      lineRule: 'exact',
      firstLineChars: 200,
      firstLine: 640
    };
    expect(read.template.styles).toEqual({
      Normal: { ...body, eastAsian: '仿宋_GB2312' },
      Heading1: { ...body, eastAsian: '黑体', bold: true, align: 'left' },
      // A size that no text has is left out: that of the style it is based on stays.
      Heading2: { ...body, eastAsian: '黑体', bold: false, align: 'left', colour: 'C00000' }
    });
    expect(read.template.page).toEqual({
      width: 11906,
      height: 16838,
      top: 2154,
      right: 1531,
      bottom: 1814,
      left: 1531
    });
    expect(read.remarks).toEqual(['模板里没有样式：标题，用看板自己的。']);
  });

  it('takes fonts of the theme where a style names none', async () => {
    const bare = STYLES.replace('<w:rFonts w:ascii="Times New Roman" w:eastAsia="仿宋_GB2312"/>', '');
    expect(await paperOf({ ...DOCX, 'word/styles.xml': bare })).toMatchObject({
      template: { styles: { Normal: { latin: 'Calibri', eastAsian: '等线' } } }
    });
  });

  it('is not caught in a circle of styles', async () => {
    const circle = STYLES.replace('<w:name w:val="Normal"/>', '<w:name w:val="Normal"/><w:basedOn w:val="1"/>');
    expect((await paperOf({ ...DOCX, 'word/styles.xml': circle })).kind).toBe('template');
  });

  it('keeps our page where its own lies across or leaves no room', async () => {
    const across = DOCX['word/document.xml']!.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906"');
    const read = await paperOf({ ...DOCX, 'word/document.xml': across });
    expect(read.kind === 'template' && read.template.page).toBeUndefined();
  });

  it.each([
    ['没有样式表', { 'word/styles.xml': '', 'word/_rels/document.xml.rels': '' }, '里面没有样式表（styles.xml）'],
    ['没有要用的样式', { 'word/styles.xml': '<w:styles></w:styles>' }, '里面没有名为“正文”“标题”或“标题 1”的样式']
  ])('is refused where it is broken: %s', async (_, parts, why) => {
    expect(await paperOf({ ...DOCX, ...parts })).toEqual({
      kind: 'refused',
      why: `“公文.docx”不能当模板：${why}。请用 Office 或 WPS 打开它，另存为 Word 文档（.docx），再选。`
    });
  });
});

describe('templates kept in the browser', () => {
  it('come back as they were', async () => {
    const [slides, paper] = [await slideOf(PPTX), await paperOf(DOCX)];
    if (slides.kind !== 'template' || paper.kind !== 'template') throw new Error('refused');
    const kept = {
      pptx: { file: '母版.pptx', template: slides.template },
      docx: { file: '公文.docx', template: paper.template }
    };
    expect(checkedTemplates(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it('bring nothing that is not of their form', async () => {
    expect([null, 1, '', [], { pptx: 1, docx: { template: 2 } }].map(checkedTemplates)).toEqual([{}, {}, {}, {}, {}]);
    const read = await slideOf(PPTX);
    if (read.kind !== 'template') throw new Error(read.why);
    const { theme: own } = read.template;
    const bad = (more: object) => ({ pptx: { file: 'x', template: { ...read.template, ...more } } });
    expect(checkedTemplates(bad({ theme: { ...own, colours: { ...own.colours, accent1: '"/><x' } } }))).toEqual({});
    expect(
      checkedTemplates(bad({ title: { align: 'l', bold: true, colour: '"/>' } })).pptx?.template.title
    ).toBeUndefined();
    const styles = { Normal: { size: '32', latin: '<a>', line: 1e9, colour: 'red', align: 'both' }, Evil: { size: 3 } };
    expect(checkedTemplates({ docx: { file: 'x', template: { styles } } }).docx?.template.styles).toEqual({
      Normal: { align: 'both' }
    });
  });
});
