/** A bureau's own .pptx as a template: colours and fonts of its theme, and how its master sets titles. */
import {
  colourOf,
  fontOf,
  namedColour,
  THEME_COLOURS,
  type OfficeTheme,
  type SlideTemplate,
  type ThemeColour,
  type ThemeFont,
  type TitleLook
} from '../../domain/deck/officeTemplate';
import { contrast, luminance } from '../../domain/number/contrast';
import { attribute, elements, inside, openPackage, type OfficePackage, type TemplateReading } from './officePackage';

const OWN_FONT = 'Microsoft YaHei';

/** Reads the template in a .pptx (or .potx); every failure is a Chinese sentence that names the file. Never throws. */
export function readSlideTemplate(bytes: Uint8Array, file: string): TemplateReading<SlideTemplate> {
  return openPackage(bytes, file, { main: 'ppt/presentation.xml', kind: '演示文稿（.pptx）' }, (parts) => {
    const master = parts.target('ppt/presentation.xml', 'slideMaster');
    const xml = master && parts.text(master);
    if (!master || !xml) return '里面没有母版';
    const themePath = parts.target(master, 'theme');
    const themeText = themePath && parts.text(themePath);
    if (!themeText) return '母版没有主题';
    const theme = themeOf(themeText);
    if (typeof theme === 'string') return theme;
    const { kept, remarks } = readable(theme);
    const title = titleOf(xml, parts);
    return { template: { theme: kept, ...(title ? { title } : {}) }, remarks };
  });
}

function themeOf(xml: string): OfficeTheme | string {
  const colours: Partial<Record<ThemeColour, string>> = {};
  for (const name of THEME_COLOURS) {
    const own = inside(xml, `a:${name}`);
    const value = colourOf(attribute(own, 'a:srgbClr', 'val') ?? attribute(own, 'a:sysClr', 'lastClr'));
    if (!value) return `主题里缺颜色 ${name}`;
    colours[name] = value;
  }
  const titles = themeFont(xml, 'majorFont');
  const text = themeFont(xml, 'minorFont');
  const name = fontOf(attribute(xml, 'a:theme', 'name')) ?? '模板';
  return { name, colours: colours as Record<ThemeColour, string>, titles, text };
}

/** Where no Chinese font is named, ours: a program would take any. */
function themeFont(xml: string, tag: 'majorFont' | 'minorFont'): ThemeFont {
  const own = inside(xml, `a:${tag}`);
  const chinese = /<a:font script="Hans" typeface="([^"]*)"/.exec(own)?.[1];
  const eastAsian = fontOf(attribute(own, 'a:ea', 'typeface')) ?? fontOf(chinese) ?? OWN_FONT;
  return { latin: fontOf(attribute(own, 'a:latin', 'typeface')) ?? eastAsian, eastAsian };
}

/** Text holds 4.5:1 and marks 3:1 on the ground, or the colours stay ours; what is dark in the theme is the ink. */
function readable(theme: OfficeTheme): { kept: OfficeTheme; remarks: string[] } {
  const { colours } = theme;
  const [ink, ground] = [colours.dk1, colours.lt1].sort((a, b) => luminance(a) - luminance(b)) as [string, string];
  const soft = [colours.dk2, colours.lt2].sort((a, b) => luminance(a) - luminance(b)) as [string, string];
  const remarks: string[] = [];
  const white = luminance(ground) < 0.7;
  if (white) remarks.push('主题没有浅色的底，底色用白色，字用深色。');
  const kept = {
    ...colours,
    dk1: contrast(ink, white ? 'FFFFFF' : ground) >= 4.5 ? ink : '151B28',
    lt1: white ? 'FFFFFF' : ground,
    dk2: contrast(soft[0], white ? 'FFFFFF' : ground) >= 4.5 ? soft[0] : '4A5568',
    lt2: luminance(soft[1]) > 0.7 ? soft[1] : 'F6F8FA'
  };
  if (contrast(kept.accent1, kept.lt1) < 3)
    remarks.push(`主题的着色1（#${kept.accent1}）和底色太近，图上的条会看不清，请在模板里换深一些。`);
  return { kept: { ...theme, colours: kept }, remarks };
}

function titleOf(master: string, parts: OfficePackage): TitleLook | undefined {
  const style = inside(master, 'p:titleStyle');
  const shape = elements(master, 'p:sp').find((one) => attribute(one, 'p:ph', 'type') === 'title');
  if (!shape && style === '') return undefined;
  const align = attribute(style, 'a:lvl1pPr', 'algn');
  const level = inside(style, 'a:lvl1pPr');
  const fill = inside(inside(level, 'a:defRPr'), 'a:solidFill');
  const colour =
    namedColour(attribute(fill, 'a:schemeClr', 'val')) ?? colourOf(attribute(fill, 'a:srgbClr', 'val')) ?? 'tx1';
  const weight = attribute(level, 'a:defRPr', 'b');
  const box = shape && boxOf(shape, parts.text('ppt/presentation.xml') ?? '');
  return {
    ...(box ? { box } : {}),
    align: align === 'ctr' || align === 'r' ? align : 'l',
    bold: weight === '1' || weight === 'true',
    // A title in the colour of the ground would be white on white here: the picture it stood on isn't taken over.
    colour: /^(bg|lt)/.test(colour) ? 'tx1' : colour
  };
}

/** Where the title stands on a slide of ours; undefined where it would leave it or be too narrow. */
function boxOf(shape: string, presentation: string): TitleLook['box'] {
  const number = (text: string, tag: string, name: string) => Number(attribute(text, tag, name) ?? NaN);
  const [wide, high] = [number(presentation, 'p:sldSz', 'cx'), number(presentation, 'p:sldSz', 'cy')];
  const box = {
    left: Math.round((number(shape, 'a:off', 'x') / wide) * 1920),
    top: Math.round((number(shape, 'a:off', 'y') / high) * 1080),
    width: Math.round((number(shape, 'a:ext', 'cx') / wide) * 1920),
    height: Math.round((number(shape, 'a:ext', 'cy') / high) * 1080)
  };
  const isInside = box.left >= 0 && box.top >= 0 && box.left + box.width <= 1921 && box.top + box.height <= 1081;
  return isInside && box.width >= 960 && box.height >= 40 ? box : undefined;
}
