/** Templates as they were kept in the browser: what isn't of their form is left out, so that it reaches no file. */
import {
  colourOf,
  fontOf,
  namedColour,
  PAPER_STYLES,
  THEME_COLOURS,
  type ThemeColour,
  type OfficeTemplates,
  type PaperPage,
  type PaperStyle,
  type PaperTemplate,
  type SlideTemplate,
  type ThemeFont,
  type TitleLook
} from './officeTemplate';
import { type Fields, fieldsOf, isFields } from '../model/fields';

/** The templates in a value that was parsed from JSON; none for anything else. */
export function checkedTemplates(value: unknown): OfficeTemplates {
  const { pptx, docx } = fieldsOf(value);
  const [slides, paper] = [slideTemplate(fieldsOf(pptx).template), paperTemplate(fieldsOf(docx).template)];
  return {
    ...(slides ? { pptx: { file: fileName(pptx), template: slides } } : {}),
    ...(paper ? { docx: { file: fileName(docx), template: paper } } : {})
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function fileName(value: unknown): string {
  return (text(fieldsOf(value).file) ?? '模板').slice(0, 200);
}

function number(value: unknown, most: number): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= most ? value : undefined;
}

function oneOf<T extends string>(value: unknown, values: readonly T[]): T | undefined {
  return values.find((one) => one === value);
}

function slideTemplate(value: unknown): SlideTemplate | undefined {
  const { theme, title } = fieldsOf(value);
  const { name, colours, titles, text: body } = fieldsOf(theme);
  const found = themeColours(fieldsOf(colours));
  const [head, words] = [themeFont(titles), themeFont(body)];
  if (!head || !words || !found) return undefined;
  const look = titleLook(title);
  return {
    theme: { name: fontOf(text(name)) ?? '模板', colours: found, titles: head, text: words },
    ...(look ? { title: look } : {})
  };
}

/** Undefined where one is missing. */
function themeColours(colours: Fields): SlideTemplate['theme']['colours'] | undefined {
  const found = {} as Record<ThemeColour, string>;
  for (const one of THEME_COLOURS) {
    const colour = colourOf(text(colours[one]));
    if (colour === undefined) return undefined;
    found[one] = colour;
  }
  return found;
}

function themeFont(value: unknown): ThemeFont | undefined {
  const [latin, eastAsian] = [fontOf(text(fieldsOf(value).latin)), fontOf(text(fieldsOf(value).eastAsian))];
  return latin && eastAsian ? { latin, eastAsian } : undefined;
}

function titleLook(value: unknown): TitleLook | undefined {
  const { align, bold, colour, box } = fieldsOf(value);
  const ink = namedColour(text(colour)) ?? colourOf(text(colour));
  const side = oneOf(align, ['l', 'ctr', 'r'] as const);
  if (!ink || !side) return undefined;
  const [left, top, width, height] = ['left', 'top', 'width', 'height'].map((key) => number(fieldsOf(box)[key], 1921));
  const isWhole = left !== undefined && top !== undefined && width !== undefined && height !== undefined;
  return { align: side, bold: bold === true, colour: ink, ...(isWhole ? { box: { left, top, width, height } } : {}) };
}

function paperTemplate(value: unknown): PaperTemplate | undefined {
  const { styles, page } = fieldsOf(value);
  if (!isFields(styles)) return undefined;
  const found = PAPER_STYLES.filter((id) => styles[id]).map((id) => [id, paperStyle(styles[id])] as const);
  const size = paperPage(fieldsOf(page));
  return { styles: Object.fromEntries(found), ...(size ? { page: size } : {}) };
}

/** Undefined where a side is missing. */
function paperPage(page: Fields): PaperPage | undefined {
  const length = (side: keyof PaperPage) => number(page[side], 40_000);
  const [width, height] = [length('width'), length('height')];
  const [top, bottom, left, right] = [length('top'), length('bottom'), length('left'), length('right')];
  if (width === undefined || height === undefined || top === undefined) return undefined;
  if (bottom === undefined || left === undefined || right === undefined) return undefined;
  return { width, height, top, bottom, left, right };
}

function paperStyle(value: unknown): PaperStyle {
  const own = fieldsOf(value);
  const style: Readonly<Record<keyof PaperStyle, unknown>> = {
    latin: fontOf(text(own.latin)),
    eastAsian: fontOf(text(own.eastAsian)),
    size: number(own.size, 200),
    bold: typeof own.bold === 'boolean' ? own.bold : undefined,
    colour: colourOf(text(own.colour)),
    align: oneOf(own.align, ['left', 'center', 'right', 'both'] as const),
    before: number(own.before, 4000),
    after: number(own.after, 4000),
    line: number(own.line, 4000),
    lineRule: oneOf(own.lineRule, ['auto', 'exact', 'atLeast'] as const),
    firstLineChars: number(own.firstLineChars, 1000),
    firstLine: number(own.firstLine, 4000)
  };
  return Object.fromEntries(Object.entries(style).filter(([, one]) => one !== undefined));
}
