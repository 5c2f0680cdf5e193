/** What was drawn over a slide on the wall, brought to where the same things stand in a picture of it. */
import { SLIDE, slideWidth } from '../../slides/slideText';

export interface PictureInk {
  /** `x,y x,y …` in units of a slide 1,080 high. */
  readonly lines: readonly string[];
  /** Where the body of the slide stands, in the same units. */
  readonly body: { readonly top: number; readonly height: number };
}

/** As the pen of the wall draws. */
const PEN = { colour: '#d92d20', width: 5 } as const;

/**
 * The lines as SVG. Within the body they keep their form; above and below it they go along with title and remarks.
 * @param area of the body in the picture, in px
 * @param height of the picture
 */
export function inkSvg(
  { lines, body }: PictureInk,
  area: { readonly left: number; readonly top: number; readonly width: number },
  height: number
): string {
  const factor = area.width / (slideWidth('16:9') - 2 * SLIDE.side);
  const foot = { slide: body.top + body.height, picture: Math.min(area.top + body.height * factor, height - 1) };
  const down = (y: number) => {
    if (y < body.top) return (y * area.top) / body.top;
    if (y <= foot.slide) return area.top + (y - body.top) * factor;
    return height - ((SLIDE.height - y) * (height - foot.picture)) / (SLIDE.height - foot.slide);
  };
  const points = (line: string) =>
    line
      .split(' ')
      .map((point) => {
        const [x = 0, y = 0] = point.split(',').map(Number);
        return `${round(area.left + (x - SLIDE.side) * factor)},${round(down(y))}`;
      })
      .join(' ');
  const drawn = lines.map((line) => `<polyline points="${points(line)}"/>`);
  return `<g fill="none" stroke="${PEN.colour}" stroke-width="${round(PEN.width * factor)}" stroke-linecap="round" stroke-linejoin="round">${drawn.join('')}</g>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
