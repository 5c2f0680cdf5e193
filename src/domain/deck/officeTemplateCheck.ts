/** Templates as they were kept in the browser: what isn't of their form is left out, so that it reaches no file. */
import {
  colourOf,
  fontOf,
  namedColour,
  PAPER_STYLES,
  THEME_COLOURS,
  type OfficeTemplates,
  type PaperPage,
  type PaperStyle,
  type PaperTemplate,
  type SlideTemplate,
  type ThemeFont,
  type TitleLook
} from './officeTemplate';

type Fields = Readonly<Record<string, unknown>>;

/** The templates in a value that was parsed from JSON; none for anything else. */
export function checkedTemplates(value: unknown): OfficeTemplates {
  const { pptx, docx } = fields(value);
  const [slides, paper] = [slideTemplate(fields(pptx).template), paperTemplate(fields(docx).template)];
  return {
    ...(slides ? { pptx: { file: fileName(pptx), template: slides } } : {}),
    ...(paper ? { docx: { file: fileName(docx), template: paper } } : {})
  };
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function fileName(value: unknown): string {
  return (text(fields(value).file) ?? '模板').slice(0, 200);
}

function number(value: unknown, most: number): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= most ? value : undefined;
}

function oneOf<T extends string>(value: unknown, values: readonly T[]): T | undefined {
  return values.find((one) => one === value);
}

function slideTemplate(value: unknown): SlideTemplate | undefined {
  const { theme, title } = fields(value);
  const { name, colours, titles, text: body } = fields(theme);
  const found = THEME_COLOURS.map((one) => [one, colourOf(text(fields(colours)[one]))] as const);
  const [head, words] = [themeFont(titles), themeFont(body)];
  if (!head || !words || found.some(([, colour]) => colour === undefined)) return undefined;
  const look = titleLook(title);
  return {
    theme: {
      name: fontOf(text(name)) ?? '模板',
      colours: Object.fromEntries(found) as SlideTemplate['theme']['colours'],
      titles: head,
      text: words
    },
    ...(look ? { title: look } : {})
  };
}

function themeFont(value: unknown): ThemeFont | undefined {
  const [latin, eastAsian] = [fontOf(text(fields(value).latin)), fontOf(text(fields(value).eastAsian))];
  return latin && eastAsian ? { latin, eastAsian } : undefined;
}

function titleLook(value: unknown): TitleLook | undefined {
  const { align, bold, colour, box } = fields(value);
  const ink = namedColour(text(colour)) ?? colourOf(text(colour));
  const side = oneOf(align, ['l', 'ctr', 'r'] as const);
  if (!ink || !side) return undefined;
  const [left, top, width, height] = ['left', 'top', 'width', 'height'].map((key) => number(fields(box)[key], 1921));
  const isWhole = left !== undefined && top !== undefined && width !== undefined && height !== undefined;
  return { align: side, bold: bold === true, colour: ink, ...(isWhole ? { box: { left, top, width, height } } : {}) };
}

function paperTemplate(value: unknown): PaperTemplate | undefined {
  const { styles, page } = fields(value);
  if (typeof styles !== 'object' || styles === null) return undefined;
  const found = PAPER_STYLES.filter((id) => fields(styles)[id]).map(
    (id) => [id, paperStyle(fields(styles)[id])] as const
  );
  const sides = (['width', 'height', 'top', 'bottom', 'left', 'right'] as const).map(
    (side) => [side, number(fields(page)[side], 40_000)] as const
  );
  const isWhole = sides.every(([, length]) => length !== undefined);
  return {
    styles: Object.fromEntries(found),
    ...(isWhole ? { page: Object.fromEntries(sides) as unknown as PaperPage } : {})
  };
}

function paperStyle(value: unknown): PaperStyle {
  const own = fields(value);
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
