/** How the words of a slide are laid out: in the largest type at which they stand on one page. */
import { textWidth } from '../charts/drawing';
import { wrappedLineCount } from '../domain/wording/wholeParts';
import type { Figure, WordsBody } from '../figures/figure';
import { evenRuns, type RowRun } from './tableLayout';
import { innerWidth, SLIDE, slideTitle, type SlideFormat, type SlideTitle } from './slideText';

/** Types of the lines, largest first, in units. */
const TYPE = [52, 48, 44, 40, 36, 32] as const;
/** Of title, section and closing slides: they have a heading of their own size. */
const COVER_TYPE = [40, 36, 32] as const;
/** How much larger that heading is than a title. */
const COVER_TITLE = 1.4;
/** A line's height by its type, and the room below a paragraph; as in the stylesheet. */
const WORDS = { leading: 1.45, below: 0.45 } as const;
/** Of a cover: the bar at its side with the room behind it, what is above and below, and below the heading. */
const COVER = { bar: 96, above: 120, mark: 190, below: 40 } as const;

export interface WordsStep extends RowRun {
  /** On the usual type of a slide. */
  readonly scale: number;
}

/** Whether it stands in the middle of the slide, with a large heading. */
export function isCover(figure: Figure | undefined): boolean {
  return figure?.body.kind === 'words' && ['title', 'section', 'closing'].includes(figure.body.form);
}

/** The heading of a cover. */
export function coverTitle(title: string, format: SlideFormat): SlideTitle {
  return slideTitle(title, { ...format, size: format.size * COVER_TITLE, narrower: COVER.bar });
}

/**
 * The lines of each page.
 * @param room height below the title, of a slide that is no cover
 */
export function wordsSteps(
  figure: Figure,
  body: WordsBody,
  title: string,
  room: number,
  format: SlideFormat
): WordsStep[] {
  const isAlone = isCover(figure);
  const width = (innerWidth(format) - (isAlone ? COVER.bar : 0)) / format.size;
  const heading = coverTitle(title, format);
  const height = isAlone
    ? SLIDE.height - COVER.above - COVER.mark - COVER.below - heading.lines.length * heading.size * 1.3
    : room;
  const runsAt = (px: number) =>
    evenRuns(
      body.lines.map(({ text }) => {
        const lines = wrappedLineCount(text, width, (part) => textWidth(part, px) * 1.04);
        return (lines * WORDS.leading + WORDS.below) * px * format.size;
      }),
      height
    );
  const types = isAlone ? COVER_TYPE : TYPE;
  const px = types.find((one) => runsAt(one).length === 1) ?? types[types.length - 1]!;
  return runsAt(px).map((run) => ({ ...run, scale: px / SLIDE.text }));
}
