/** What a bureau's own .pptx or .docx decides of the files made here. Never a picture, a field, a macro or a link of it. */

/** The colours of a theme, in the order of its schema. */
export const THEME_COLOURS = [
  'dk1',
  'lt1',
  'dk2',
  'lt2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink'
] as const;

export type ThemeColour = (typeof THEME_COLOURS)[number];

export interface ThemeFont {
  readonly latin: string;
  /** Of Chinese text. */
  readonly eastAsian: string;
}

export interface OfficeTheme {
  readonly name: string;
  /** `RRGGBB` each. */
  readonly colours: Readonly<Record<ThemeColour, string>>;
  readonly titles: ThemeFont;
  readonly text: ThemeFont;
}

export interface TitleLook {
  /** In units of a slide 1,920 wide and 1,080 high; absent: as ours. */
  readonly box?: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  readonly align: 'l' | 'ctr' | 'r';
  readonly bold: boolean;
  /** A colour of the theme (`tx1`, `accent1`), or `RRGGBB`. */
  readonly colour: string;
}

/** Of a .pptx. */
export interface SlideTemplate {
  readonly theme: OfficeTheme;
  /** Absent: titles as ours. */
  readonly title?: TitleLook;
}

/** Our named styles that a template may have too. */
export const PAPER_STYLES = [
  'Normal',
  'Title',
  'Subtitle',
  'Heading1',
  'Heading2',
  'Heading3',
  'Caption',
  'FootnoteText',
  'Footer'
] as const;

export type PaperStyleId = (typeof PAPER_STYLES)[number];

/** How a style of a .docx sets its text; what is absent stays as ours. Lengths in twips, sizes in half points. */
export interface PaperStyle {
  readonly latin?: string;
  readonly eastAsian?: string;
  readonly size?: number;
  readonly bold?: boolean;
  /** `RRGGBB` */
  readonly colour?: string;
  readonly align?: 'left' | 'center' | 'right' | 'both';
  readonly before?: number;
  readonly after?: number;
  readonly line?: number;
  readonly lineRule?: 'auto' | 'exact' | 'atLeast';
  /** Hundredths of a character; 0 for none. */
  readonly firstLineChars?: number;
  readonly firstLine?: number;
}

export interface PaperPage {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Of a .docx. */
export interface PaperTemplate {
  readonly styles: Readonly<Partial<Record<PaperStyleId, PaperStyle>>>;
  /** Absent: A4 as ours. */
  readonly page?: PaperPage;
}

export interface OfficeTemplates {
  /** With the name of the file that each is from. */
  readonly pptx?: { readonly file: string; readonly template: SlideTemplate };
  readonly docx?: { readonly file: string; readonly template: PaperTemplate };
}

const HEX = /^[0-9A-F]{6}$/;
const NAMED = /^(tx1|tx2|bg1|bg2|dk1|dk2|lt1|lt2|accent[1-6]|hlink|folHlink)$/;
/** A name of a font or a file, as a template may have it. */
const LONGEST_NAME = 120;

/** `RRGGBB` in capitals; undefined for anything else. */
export function colourOf(text: string | undefined): string | undefined {
  const upper = (text ?? '').toUpperCase();
  return HEX.test(upper) ? upper : undefined;
}

/** A colour of a theme by its name; undefined for anything else. */
export function namedColour(text: string | undefined): string | undefined {
  return text !== undefined && NAMED.test(text) ? text : undefined;
}

/** A font's name; undefined where it is empty, too long, a reference to a theme or holds what no name has. */
export function fontOf(text: string | undefined): string | undefined {
  const name = (text ?? '').trim();
  return name === '' || name.length > LONGEST_NAME || /[<>"&\u0000-\u001f]|^\+/.test(name) ? undefined : name;
}
