/** The styles of a workbook: each combination of font, ground, border and number format once. */
import { palette } from '../../charts/theme';
import type { WorkbookCell } from '../plan/sheetPlan';
import { xmlText } from './xmlText';

/** A Chinese font that Windows, WPS and Office for Mac all have or replace well. */
const FONT = 'Microsoft YaHei';

/** Ids below this belong to the formats that Excel brings along. */
const FIRST_FORMAT = 164;

/** Hands out the number of a cell's style; writes `xl/styles.xml` once all cells have asked. */
export class StyleTable {
  private readonly fonts = new Register();
  private readonly fills = new Register();
  private readonly formats = new Register();
  private readonly styles = new Register();

  constructor() {
    this.fonts.id(font({ size: 11, colour: palette.ink, bold: false }));
    // Excel expects these two first, whatever they are.
    this.fills.id('<fill><patternFill patternType="none"/></fill>');
    this.fills.id('<fill><patternFill patternType="gray125"/></fill>');
    this.styles.id('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');
  }

  /** 0-based number of the style of a cell. */
  of({ style, align, format, colour, fill, open }: WorkbookCell): number {
    const size = style === 'title' ? 14 : 11;
    const ink = colour ?? (style === 'soft' ? palette.inkSoft : palette.ink);
    const fontId = this.fonts.id(font({ size, colour: ink, bold: style === 'title' || style === 'head' }));
    const ground = fill ?? (style === 'head' ? palette.accentWash : undefined);
    const fillId = ground
      ? this.fills.id(
          `<fill><patternFill patternType="solid"><fgColor rgb="${argb(ground)}"/><bgColor indexed="64"/></patternFill></fill>`
        )
      : 0;
    const formatId = format ? FIRST_FORMAT + this.formats.id(format) : 0;
    const borderId = style === 'head' || style === 'plain' ? 1 : 0;
    const vertical = style === 'head' ? 'center' : 'top';
    const horizontal = align === '右' ? ' horizontal="right"' : ' horizontal="left"';
    return this.styles.id(
      `<xf numFmtId="${formatId}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${open ? ' applyProtection="1"' : ''}><alignment vertical="${vertical}"${horizontal} wrapText="1"/>${open ? '<protection locked="0"/>' : ''}</xf>`
    );
  }

  xml(): string {
    const line = (side: string) => `<${side} style='thin'><color rgb="${argb(palette.line)}"/></${side}>`;
    const borders = [
      '<border><left/><right/><top/><bottom/><diagonal/></border>',
      `<border>${['left', 'right', 'top', 'bottom'].map(line).join('')}<diagonal/></border>`
    ];
    const formats = this.formats
      .all()
      .map((code, i) => `<numFmt numFmtId="${FIRST_FORMAT + i}" formatCode="${xmlText(code)}"/>`);
    return [
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      formats.length > 0 ? `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` : '',
      list('fonts', this.fonts.all()),
      list('fills', this.fills.all()),
      list('borders', borders),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      list('cellXfs', this.styles.all()),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      '</styleSheet>'
    ].join('');
  }
}

/** Texts numbered in the order in which they come, each once. */
export class Register {
  private readonly ids = new Map<string, number>();

  id(text: string): number {
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    this.ids.set(text, this.ids.size);
    return this.ids.size - 1;
  }

  all(): string[] {
    return [...this.ids.keys()];
  }
}

function font({ size, colour, bold }: { size: number; colour: string; bold: boolean }): string {
  return `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><color rgb="${argb(colour)}"/><name val="${FONT}"/><charset val="134"/></font>`;
}

function list(name: string, entries: readonly string[]): string {
  return `<${name} count="${entries.length}">${entries.join('')}</${name}>`;
}

function argb(colour: string): string {
  return `FF${colour.replace('#', '').toUpperCase()}`;
}
