/** A bureau's own .docx as a template: fonts, sizes and spacing of its named styles, and its page. */
import {
  colourOf,
  fontOf,
  type PaperPage,
  type PaperStyle,
  type PaperStyleId,
  type PaperTemplate
} from '../../domain/deck/officeTemplate';
import { attribute, elements, inside, openPackage, type OfficePackage, type TemplateReading } from './officePackage';

/** Names of Word's own styles, lower case, and what WPS and Chinese templates call them. */
const NAMES: Readonly<Record<PaperStyleId, readonly string[]>> = {
  Normal: ['normal', '正文'],
  Title: ['title', '标题', '公文标题'],
  Subtitle: ['subtitle', '副标题'],
  Heading1: ['heading 1', '标题 1', '标题1', '一级标题'],
  Heading2: ['heading 2', '标题 2', '标题2', '二级标题'],
  Heading3: ['heading 3', '标题 3', '标题3', '三级标题'],
  Caption: ['caption', '题注'],
  FootnoteText: ['footnote text', '脚注文本'],
  Footer: ['footer', '页脚']
};

/** Reads the template in a .docx (or .dotx); every failure is a Chinese sentence that names the file. Never throws. */
export function readPaperTemplate(bytes: Uint8Array, file: string): TemplateReading<PaperTemplate> {
  return openPackage(bytes, file, { main: 'word/document.xml', kind: ' Word 文档（.docx）' }, (parts) => {
    const path = parts.target('word/document.xml', 'styles') ?? 'word/styles.xml';
    const xml = parts.text(path);
    if (!xml) return '里面没有样式表（styles.xml）';
    const sheet = sheetOf(xml, parts);
    const found = Object.entries(NAMES).flatMap(([id, names]) => {
      const element = sheet.styles.find((one) => names.includes(one.name));
      return element ? [[id, resolved(element, sheet)] as const] : [];
    });
    if (!found.some(([id]) => id === 'Normal' || id === 'Title' || id === 'Heading1'))
      return '里面没有名为“正文”“标题”或“标题 1”的样式';
    const page = pageOf(parts.text('word/document.xml') ?? '');
    const missing = (['Title', 'Heading1', 'Heading2'] as const).filter((id) => !found.some(([own]) => own === id));
    const called = { Title: '标题', Heading1: '标题 1', Heading2: '标题 2' };
    return {
      template: { styles: Object.fromEntries(found), ...(page ? { page } : {}) },
      remarks:
        missing.length > 0 ? [`模板里没有样式：${missing.map((id) => called[id]).join('、')}，用看板自己的。`] : []
    };
  });
}

interface StyleElement {
  readonly id: string;
  /** Lower case. */
  readonly name: string;
  readonly basedOn: string;
  readonly xml: string;
}

interface StyleSheet {
  readonly styles: readonly StyleElement[];
  readonly defaults: string;
  /** Fonts of the theme by their reference, `minorEastAsia`. */
  readonly fonts: Readonly<Record<string, string | undefined>>;
}

function sheetOf(xml: string, parts: OfficePackage): StyleSheet {
  const styles = elements(xml, 'w:style')
    .filter((one) => attribute(one, 'w:style', 'w:type') === 'paragraph')
    .map((one) => ({
      id: attribute(one, 'w:style', 'w:styleId') ?? '',
      name: (attribute(one, 'w:name', 'w:val') ?? '').trim().toLowerCase(),
      basedOn: attribute(one, 'w:basedOn', 'w:val') ?? '',
      xml: one
    }));
  const themePath = parts.target('word/document.xml', 'theme');
  const theme = (themePath && parts.text(themePath)) || '';
  const [major, minor] = [inside(theme, 'a:majorFont'), inside(theme, 'a:minorFont')];
  const chinese = (own: string) =>
    fontOf(attribute(own, 'a:ea', 'typeface')) ?? fontOf(/<a:font script="Hans" typeface="([^"]*)"/.exec(own)?.[1]);
  return {
    styles,
    defaults: inside(xml, 'w:docDefaults'),
    fonts: {
      majorEastAsia: chinese(major),
      minorEastAsia: chinese(minor),
      majorHAnsi: fontOf(attribute(major, 'a:latin', 'typeface')),
      minorHAnsi: fontOf(attribute(minor, 'a:latin', 'typeface')),
      majorAscii: fontOf(attribute(major, 'a:latin', 'typeface')),
      minorAscii: fontOf(attribute(minor, 'a:latin', 'typeface'))
    }
  };
}

/** A style with what it has from those that it is based on; a circle of styles ends where it closes. */
function resolved(style: StyleElement, sheet: StyleSheet): PaperStyle {
  const chain: string[] = [];
  const seen = new Set<string>();
  for (let at: StyleElement | undefined = style; at && !seen.has(at.id) && chain.length < 20;) {
    seen.add(at.id);
    chain.unshift(at.xml);
    const next: string = at.basedOn;
    at = next === '' ? undefined : sheet.styles.find(({ id }) => id === next);
  }
  return [sheet.defaults, ...chain].reduce<PaperStyle>((own, xml) => ({ ...own, ...properties(xml, sheet) }), {});
}

function properties(xml: string, { fonts }: StyleSheet): PaperStyle {
  const paragraph = inside(xml, 'w:pPr');
  const run = inside(xml.replace(paragraph, ''), 'w:rPr');
  const font = (side: string) =>
    fonts[attribute(run, 'w:rFonts', `w:${side}Theme`) ?? ''] ?? fontOf(attribute(run, 'w:rFonts', `w:${side}`));
  const bold = /<w:b(?=[\s/>])/.test(run) ? !/^(0|false|off)$/.test(attribute(run, 'w:b', 'w:val') ?? '1') : undefined;
  const align = attribute(paragraph, 'w:jc', 'w:val');
  const rule = attribute(paragraph, 'w:spacing', 'w:lineRule');
  const spacing = (name: string, most: number) => within(attribute(paragraph, 'w:spacing', `w:${name}`), 0, most);
  const style: Readonly<Record<keyof PaperStyle, unknown>> = {
    latin: font('ascii') ?? font('hAnsi'),
    eastAsian: font('eastAsia'),
    size: within(attribute(run, 'w:sz', 'w:val'), 10, 200),
    bold,
    colour: colourOf(attribute(run, 'w:color', 'w:val')),
    align:
      align === 'center' || align === 'right' || align === 'both' || align === 'left'
        ? align
        : align === 'start'
          ? 'left'
          : align === 'end'
            ? 'right'
            : undefined,
    before: spacing('before', 4000),
    after: spacing('after', 4000),
    line: spacing('line', 4000),
    lineRule: rule === 'exact' || rule === 'atLeast' || rule === 'auto' ? rule : undefined,
    firstLineChars: within(attribute(paragraph, 'w:ind', 'w:firstLineChars'), 0, 1000),
    firstLine: within(attribute(paragraph, 'w:ind', 'w:firstLine'), 0, 4000)
  };
  return Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined));
}

/** A whole number within bounds; undefined for anything else. */
function within(text: string | undefined, least: number, most: number): number | undefined {
  const value = text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : NaN;
  return value >= least && value <= most ? value : undefined;
}

/** The page of the last section; undefined where it leaves less than 8 cm for the text, or lies across. */
function pageOf(document: string): PaperPage | undefined {
  const sections = elements(document, 'w:sectPr');
  const section = sections[sections.length - 1] ?? '';
  const number = (element: string, name: string) => within(attribute(section, element, `w:${name}`), 0, 40_000) ?? NaN;
  const page = {
    width: number('w:pgSz', 'w'),
    height: number('w:pgSz', 'h'),
    top: number('w:pgMar', 'top'),
    bottom: number('w:pgMar', 'bottom'),
    left: number('w:pgMar', 'left'),
    right: number('w:pgMar', 'right')
  };
  const text = { width: page.width - page.left - page.right, height: page.height - page.top - page.bottom };
  return text.width >= 4536 && text.height >= 8000 && page.height > page.width ? page : undefined;
}
