/** A theme: twelve colours and the fonts of titles and text. */
import { categorical, palette } from '../../charts/theme';
import { THEME_COLOURS, type OfficeTheme, type SlideTemplate, type ThemeFont } from '../../domain/deck/officeTemplate';
import { xmlText } from './xmlText';

/** A Chinese font that Windows, WPS and Office for Mac all have or replace well. */
const OFFICE_FONT = 'Microsoft YaHei';
const FONT: ThemeFont = { latin: OFFICE_FONT, eastAsian: OFFICE_FONT };

const hex = (colour: string) => colour.slice(1).toUpperCase();

const OWN_THEME: OfficeTheme = {
  name: '卫健看板',
  colours: {
    dk1: hex(palette.ink),
    lt1: hex(palette.ground),
    dk2: hex(palette.inkSoft),
    lt2: hex(palette.surface),
    accent1: hex(categorical[0]),
    accent2: hex(categorical[1]),
    accent3: hex(categorical[2]),
    accent4: hex(categorical[3]),
    accent5: hex(categorical[4]),
    accent6: hex(categorical[5]),
    hlink: hex(palette.accent),
    folHlink: hex(palette.inkSoft)
  },
  titles: FONT,
  text: FONT
};

export const OWN_TEMPLATE: SlideTemplate = { theme: OWN_THEME };

/** `theme1.xml`. */
export function themeXml({ name, colours, titles, text }: OfficeTheme = OWN_THEME): string {
  const called = xmlText(name);
  const scheme = THEME_COLOURS.map((one) => `<a:${one}><a:srgbClr val="${colours[one]}"/></a:${one}>`);
  const font = (tag: string, { latin, eastAsian }: ThemeFont) =>
    `<a:${tag}><a:latin typeface="${xmlText(latin)}"/><a:ea typeface="${xmlText(eastAsian)}"/><a:cs typeface=""/><a:font script="Hans" typeface="${xmlText(eastAsian)}"/></a:${tag}>`;
  const solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = `<a:ln w="9525">${solid}</a:ln>`;
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${called}"><a:themeElements>`,
    `<a:clrScheme name="${called}">${scheme.join('')}</a:clrScheme>`,
    `<a:fontScheme name="${called}">${font('majorFont', titles)}${font('minorFont', text)}</a:fontScheme>`,
    `<a:fmtScheme name="${called}"><a:fillStyleLst>${solid.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${solid.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>`,
    '</a:themeElements></a:theme>'
  ].join('');
}
