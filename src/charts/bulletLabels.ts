/**
 * The words beside a bullet bar: light, task and place on the left, figures on the right. How many of them there
 * are depends on the room: a phone shows the rate and the lead, a desk all that a meeting asks for.
 */
import type { Completion } from '../domain/completion';
import { completionFigures } from '../domain/completionFigures';
import type { LightPalette } from '../domain/lights';
import { paceFigures } from '../domain/paceFigures';
import { gradeText, placeMark } from '../domain/placeLabel';
import { fitText, plain, splitText, textWidth } from './drawing';
import { LIGHT_PALETTES, palette, type ChartLook } from './theme';

/** ECharts' rich text knows styles by ASCII names only. */
const LIGHT_STYLES = { 红: 'red', 黄: 'amber', 绿: 'green', 无: 'none' } as const;

export type Room = 'phone' | 'desk' | 'wide';

/** How much stands beside the bars at a width, and how large. */
export interface Layout {
  readonly room: Room;
  readonly font: number;
  readonly small: number;
  /** Usual height of a row, in px. */
  readonly row: number;
  readonly left: number;
  readonly columns: readonly { readonly name: string; readonly width: number; readonly at: number }[];
  readonly right: number;
}

const COLUMNS: Readonly<Record<Room, readonly (readonly [string, number])[]>> = {
  phone: [['完成率', 92]],
  desk: [['完成 / 目标', 150], ['完成率', 92], ['快慢（个百分点）', 128]],
  wide: [['完成 / 目标', 150], ['完成率', 96], ['快慢（个百分点）', 128], ['还需 / 到期', 156]]
};

export function layoutOf(look: ChartLook): Layout {
  const units = look.width / look.scale;
  const room: Room = units < 640 ? 'phone' : units < 1100 ? 'desk' : 'wide';
  let at = 0;
  const columns = COLUMNS[room].map(([name, width]) => {
    const column = { name, width: width * look.scale, at };
    at += column.width;
    return column;
  });
  const left = room === 'phone' ? Math.min(150 * look.scale, look.width * 0.42) : Math.min(330 * look.scale, look.width * 0.3);
  return {
    room,
    font: Math.round((room === 'phone' ? 14 : 15) * look.scale),
    small: Math.round((room === 'phone' ? 12 : 13) * look.scale),
    row: Math.round((room === 'phone' ? 80 : room === 'desk' ? 50 : 62) * look.scale),
    left: Math.round(left),
    columns,
    right: at + 8
  };
}

/** Light, task, place with the grade of its source; where a row is high enough, who answers for it and the remark. */
export function leftLabel(row: Completion, layout: Layout, look: ChartLook, rowHeight: number): string {
  const { font, small } = layout;
  const room = layout.left - 40 * look.scale;
  const strong = row.light.colour === '红' ? 'strong' : 'name';
  const mark = placeMark(row.place);
  const grade = gradeText([row.row, ...row.witnesses].map((r) => r.source));
  // On a phone a mark would leave the name no room: it takes a line of its own.
  const below = layout.room === 'phone' && mark !== '';
  const aside = below ? '' : `${mark} · ${grade}`;
  const [first = '', second = ''] = layout.room === 'phone' ? splitText(row.programme.name, font, room) : [fitText(row.programme.name, font, room)];
  const lines = [
    `{${LIGHT_STYLES[row.light.colour]}|${row.light.shape}} {${strong}|${plain(first)}}`,
    second ? `{pad|　} {${strong}|${plain(fitText(second, font, room))}}` : '',
    `{pad|　} {place|${plain(fitText(row.place.name, small, room - textWidth(aside, small)))}}{place|${aside}}`,
    below ? `{pad|　} {place|${mark} · ${grade}}` : ''
  ];
  const { office, remark } = paceFigures(row);
  const third = [office && `负责：${office}`, remark].filter(Boolean).join('；');
  if (third && layout.room === 'wide' && rowHeight >= 58 * look.scale) lines.push(`{pad|　} {place|${plain(fitText(third, small, room))}}`);
  return lines.filter(Boolean).join('\n');
}

/**
 * The figures of one column, one below the other.
 * @param forecast whether 年末推算 is asked for
 */
export function rightLabel(row: Completion, column: number, layout: Layout, forecast: boolean): string {
  const figures = completionFigures(row);
  const light = LIGHT_STYLES[row.light.colour];
  const pace = paceFigures(row);
  const projected = forecast && pace.forecastText ? `{under|${plain(pace.forecastText)}}` : '';
  const rate = [`{rate|${plain(figures.rate)}}`, row.differs ? `{odd|${plain(figures.computed)}}` : '', projected];
  const lead = [figures.lead ? `{${light}|${plain(figures.lead)}}` : '', `{${light}Word|${row.light.word}}`];
  if (layout.room === 'phone') return lined([rate[0]!, ...lead, projected]);
  if (column === 0) {
    const target = figures.targetIsOdd ? `{odd|${plain(figures.target)}}` : `{under|${plain(figures.target)}}`;
    const gap = layout.room === 'wide' && pace.gap ? `{under| ${plain(pace.gap)}}` : '';
    return lined([`{figure|${plain(figures.done)}}`, target + gap]);
  }
  if (column === 1) return lined(rate);
  if (column === 2) return lined(lead);
  const needed = pace.perDay ? `{figure|${plain(pace.perDay)}}` : pace.instead ? `{under|${plain(pace.instead)}}` : '';
  return lined([needed, pace.perMonth ? `{under|${plain(pace.perMonth)}}` : '', `{under|${plain(pace.due)}}`]);
}

function lined(lines: readonly string[]): string {
  return lines.filter(Boolean).join('\n');
}

export function leftRich({ font, small }: Layout, colours: LightPalette) {
  const lights = Object.fromEntries(
    lightStyles(colours).map(([name, colour]) => [name, { color: colour, fontSize: font, width: font * 1.2, lineHeight: font * 1.35 }])
  );
  return {
    ...lights,
    name: { fontSize: font, color: palette.ink, lineHeight: font * 1.35 },
    strong: { fontSize: font, color: palette.ink, fontWeight: 'bold' as const, lineHeight: font * 1.35 },
    pad: { fontSize: small, width: font * 1.2 },
    place: { fontSize: small, color: palette.inkFaint, lineHeight: small * 1.35 }
  };
}

export function rightRich({ font, small }: Layout, colours: LightPalette) {
  const right = { align: 'right' as const };
  const leads = Object.fromEntries(
    lightStyles(colours).flatMap(([name, colour]) => [
      [name, { ...right, color: colour, fontSize: font, lineHeight: font * 1.35 }],
      [`${name}Word`, { ...right, color: colour, fontSize: small, lineHeight: small * 1.35 }]
    ])
  );
  return {
    ...leads,
    figure: { ...right, fontSize: font, color: palette.ink, lineHeight: font * 1.35 },
    under: { ...right, fontSize: small, color: palette.inkFaint, lineHeight: small * 1.35 },
    odd: { ...right, fontSize: small, color: palette.red, lineHeight: small * 1.35 },
    rate: { ...right, fontSize: font + 1, color: palette.ink, fontWeight: 'bold' as const, lineHeight: font * 1.4 }
  };
}

function lightStyles(colours: LightPalette): [string, string][] {
  return (Object.keys(LIGHT_STYLES) as (keyof typeof LIGHT_STYLES)[]).map((level) => [LIGHT_STYLES[level], LIGHT_PALETTES[colours][level]]);
}
