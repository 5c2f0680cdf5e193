/**
 * The words beside a bullet bar: light, task and place on the left, figures on the right; on a phone above and below it.
 */
import type { LightPalette } from '../domain/lights/rule';
import type { Completion } from '../domain/progress/completion';
import { paceTexts } from '../domain/progress/paceTexts';
import { completionTexts } from '../domain/progress/texts';
import { gradeText, placeLabel, placeMark } from '../domain/wording/placeLabel';
import { remarkLines, type ColumnKey, type Layout } from './bulletLayout';
import { fitText, plain, splitText, textWidth } from './drawing';
import { LIGHT_PALETTES, palette, type ChartLook } from './theme';

/** ECharts' rich text knows styles by ASCII names only. */
const LIGHT_STYLES = { 红: 'red', 黄: 'amber', 绿: 'green', 无: 'none' } as const;

/**
 * What is to be said of the row itself: why it has no light although it has a rate, then the report's own remark. Why a
 * figure is in doubt stands whole among the warnings under the chart.
 */
export function remarkOf(row: Completion): string {
  if (row.row.status === '存疑') return '原文数字存疑，见图下';
  const reason = row.light.colour === '无' && row.rate !== null ? row.light.reason : '';
  return [reason, paceTexts(row).remark].filter(Boolean).join('；');
}

/** Why there is no bar; empty where there is one. */
export function absenceOf(row: Completion): string {
  return row.rate === null ? row.light.reason : '';
}

/** Light, task, place with the grade of its source, who answers for it and, where a row is high enough, the remark. */
export function leftLabel(row: Completion, layout: Layout, look: ChartLook): string {
  switch (layout.room) {
    case 'phone':
      return phoneLeft(row, layout, look);
    case 'wall':
      return wallLeft(row, layout, look);
    case 'large':
      return largeLeft(row, layout, look);
    default: {
      const room = layout.left - 40 * look.scale;
      const place = placeLine(row, layout, room);
      const about = aboutOf(row, place);
      const remarks =
        layout.remarkLines > 1
          ? remarkLines(about, layout.small, room)
          : [layout.remarkLines === 1 ? fitText(about, layout.small, room) : ''];
      return [taskLine(row, layout, room), under(...place), ...remarks.filter(Boolean).map((text) => under(text))].join(
        '\n'
      );
    }
  }
}

function taskLine(row: Completion, { font }: Layout, room: number): string {
  const name = row.light.colour === '红' ? 'strong' : 'name';
  return `{${LIGHT_STYLES[row.light.colour]}|${row.light.shape}} {${name}|${plain(fitText(row.programme.name, font, room))}}`;
}

/** `象山县 · B级 · 负责：公共卫生科`: the name gives way first, the office goes where there is no room for it. */
function placeLine(row: Completion, { small }: Layout, room: number): [string, string] {
  const grade = gradeText([row.row, ...row.witnesses].map((r) => r.source));
  const aside = [`${placeMark(row.place)} · ${grade}`];
  const { office } = paceTexts(row);
  const whole = `${row.place.name}${aside[0]} · 负责：${office}`;
  if (office && textWidth(whole, small) <= room) aside.push(` · 负责：${office}`);
  return [fitText(row.place.name, small, room - textWidth(aside.join(''), small)), aside.join('')];
}

function under(text: string, more = ''): string {
  return `{pad|　} {place|${plain(text)}}${styled('place', more)}`;
}

/** The remark, after the office where the line of the place had no room for it. */
function aboutOf(row: Completion, [, beside]: readonly string[]): string {
  const { office } = paceTexts(row);
  return [office && !beside!.includes(office) ? `负责：${office}` : '', remarkOf(row)].filter(Boolean).join('；');
}

function phoneLeft(row: Completion, layout: Layout, look: ChartLook): string {
  const room = look.width - 110 * look.scale;
  const { done, target, lastYear } = completionTexts(row);
  const { gap } = paceTexts(row);
  const place = placeLine(row, layout, room);
  const about = [aboutOf(row, place), lastYear].filter(Boolean).join('；');
  return [
    taskLine(row, layout, room),
    under(...place),
    '{gap| }',
    `{place|${plain(fitText([`${done} / ${target}`, gap].filter(Boolean).join(' '), layout.small, room))}}`,
    `{place|${about === '' ? ' ' : plain(fitText(about, layout.small, look.width - 150 * look.scale))}}`
  ].join('\n');
}

/** Width at scale 1 of the longest line that `wallLeft` writes. */
export function lineWidth(rows: readonly Completion[]): number {
  return rows.reduce(
    (most, row) => Math.max(most, textWidth(row.programme.name, 14.5) + textWidth(placeBeside(row), 13) + 20),
    0
  );
}

function placeBeside(row: Completion): string {
  const { office } = paceTexts(row);
  return `${nameBeside(row)}${placeMark(row.place)}${office && ` · ${office}`}`;
}

/** Task and place on one line; an organisation goes without the name of its county, which the others have too. */
function wallLeft(row: Completion, layout: Layout, look: ChartLook): string {
  const room = layout.left - 40 * look.scale;
  const name = fitText(row.programme.name, layout.font, room);
  return `${taskLine(row, layout, room)} {place|　${plain(fitText(placeBeside(row), layout.small, room - textWidth(name, layout.font) - 1.5 * layout.small))}}`;
}

function nameBeside({ organisation, county, place }: Completion): string {
  return organisation && county && place.name.startsWith(county.name)
    ? place.name.slice(county.name.length)
    : place.name;
}

/** Width at scale 1 of the longest line that `largeLeft` writes. */
export function largeNames(rows: readonly Completion[]): number {
  return rows.reduce(
    (most, row) =>
      Math.max(
        most,
        textWidth(row.programme.name, 15.5),
        textWidth(placeLabel(row.place), 13),
        textWidth(largeFigures(row), 13)
      ),
    0
  );
}

/** `2,707，推算4,000 · B级`. */
function largeFigures(row: Completion): string {
  const { done, target } = completionTexts(row);
  return `${done}，${target} · ${gradeText([row.row, ...row.witnesses].map((r) => r.source))}`;
}

/** Task, place, what was done, one below the other; a long name goes on in a second line where the row is high enough. */
function largeLeft(row: Completion, layout: Layout, look: ChartLook): string {
  const { font, small } = layout;
  const room = layout.left - 44 * look.scale;
  let spare = layout.row - (font + 2 * small) * 1.35 - 8 * look.scale;
  const twoLines = (text: string, size: number): string[] => {
    if (textWidth(text, size) <= room || spare < size * 1.35) return [fitText(text, size, room)];
    spare -= size * 1.35;
    const [first, second] = splitText(text, size, room);
    return [first, fitText(second, size, room)];
  };
  const name = row.light.colour === '红' ? 'strong' : 'name';
  const { done, target, targetIsOdd } = completionTexts(row);
  return [
    ...twoLines(row.programme.name, font).map(
      (text, at) =>
        `${at === 0 ? `{${LIGHT_STYLES[row.light.colour]}|${row.light.shape}}` : '{pad|　}'} {${name}|${plain(text)}}`
    ),
    ...twoLines(placeLabel(row.place), small).map((text) => under(text)),
    targetIsOdd ? `{pad|　} {place|${plain(done)}，}${styled('odd', target)}` : under(largeFigures(row))
  ].join('\n');
}

/**
 * The figures of one column, one below the other.
 * @param forecast whether 年末推算 is asked for
 */
export function rightLabel(row: Completion, column: ColumnKey, layout: Layout, forecast: boolean): string {
  const figures = completionTexts(row);
  const pace = paceTexts(row);
  const light = LIGHT_STYLES[row.light.colour];
  const oneLine = layout.room === 'wall';
  const projected = forecast && pace.forecastText ? styled('under', pace.forecastText) : '';
  const word = styled(`${light}Word`, row.light.word);
  const target = styled(
    figures.targetIsOdd ? 'odd' : 'under',
    oneLine ? (figures.targetIsOdd ? '存疑' : figures.target.replace(/^目标|^控制在/, '')) : figures.target
  );
  switch (column) {
    case 'done':
      return oneLine
        ? `${styled('figure', figures.done)}{under| / }${target}`
        : lined([styled('figure', figures.done), target + styled('under', pace.gap && ` ${pace.gap}`)]);
    case 'gap':
      return styled('under', pace.gap);
    case 'rate':
      if (oneLine) return styled('rate', figures.rate);
      return lined([
        styled('rate', figures.rate),
        styled('under', rateMark(row, figures.elapsed)),
        row.differs ? styled('odd', figures.computed) : '',
        projected || styled('under', figures.lastYear)
      ]);
    case 'lead':
      return oneLine ? `${styled(light, figures.lead)}{under| }${word}` : lined([styled(light, figures.lead), word]);
    case 'judged': {
      const points = figures.leadWithUnit;
      return lined([
        styled('large', figures.rate),
        row.differs ? styled('odd', figures.computed) : '',
        points ? `${styled(light, `${points} `)}${word}` : word,
        projected || styled('under', figures.lastYear)
      ]);
    }
    case 'due':
      return styled('under', row.due);
    case 'needed':
      return lined([
        pace.perDay ? styled('figure', pace.perDay) : styled('under', pace.instead),
        styled('under', pace.perMonth),
        styled('under', pace.due)
      ]);
    case 'all': {
      const rate = row.differs
        ? `${styled('odd', figures.computed)} ${styled('rate', figures.rate)}`
        : styled('rate', figures.rate);
      const lead = figures.lead ? `${styled(light, figures.lead)}{under| }${word}` : word;
      return [
        rate,
        lead,
        '{gap| }',
        styled('under', pace.perDay || pace.instead || ' '),
        projected || styled('under', pace.due)
      ].join('\n');
    }
  }
}

/** What a rate stands beside: the clock, or the limit that it is a share of. */
function rateMark(row: Completion, elapsed: string): string {
  if (row.rate === null) return '';
  if (elapsed) return `序时${elapsed}`;
  return row.goal.direction === '控制' ? '占控制数' : '';
}

function styled(style: string, text: string): string {
  return text === '' ? '' : `{${style}|${plain(text)}}`;
}

function lined(lines: readonly string[]): string {
  return lines.filter(Boolean).join('\n');
}

export function leftRich({ font, small, room }: Layout, look: ChartLook, colours: LightPalette) {
  const lights = Object.fromEntries(
    lightStyles(colours).map(([name, colour]) => [
      name,
      { color: colour, fontSize: font, width: font * 1.2, lineHeight: font * 1.35 }
    ])
  );
  return {
    ...lights,
    name: { fontSize: font, color: palette.ink, lineHeight: font * 1.35 },
    strong: { fontSize: font, color: palette.ink, fontWeight: 'bold' as const, lineHeight: font * 1.35 },
    pad: { fontSize: small, width: font * 1.2 },
    gap: gapStyle(look),
    odd: { fontSize: small, color: palette.red, lineHeight: small * 1.35 },
    place: { fontSize: small, color: palette.inkFaint, lineHeight: room === 'wall' ? font * 1.35 : small * 1.35 }
  };
}

export function rightRich({ font, small, room }: Layout, look: ChartLook, colours: LightPalette) {
  const right = { align: 'right' as const };
  // On a phone the lines above and below the bar are as high as those on the left, or the gap would miss it.
  const line = room === 'phone' ? small * 1.35 : font * 1.35;
  const leads = Object.fromEntries(
    lightStyles(colours).flatMap(([name, colour]) => [
      [name, { ...right, color: colour, fontSize: font, lineHeight: line }],
      [`${name}Word`, { ...right, color: colour, fontSize: small, lineHeight: small * 1.35 }]
    ])
  );
  return {
    ...leads,
    figure: { ...right, fontSize: font, color: palette.ink, lineHeight: font * 1.35 },
    under: { ...right, fontSize: small, color: palette.inkFaint, lineHeight: small * 1.35 },
    odd: { ...right, fontSize: small, color: palette.red, lineHeight: small * 1.35 },
    gap: gapStyle(look),
    large: {
      ...right,
      fontSize: Math.round(font * 1.4),
      color: palette.ink,
      fontWeight: 'bold' as const,
      lineHeight: font * 1.75
    },
    rate: { ...right, fontSize: font + 1, color: palette.ink, fontWeight: 'bold' as const, lineHeight: font * 1.35 }
  };
}

/** The bar's own line between the words above and below it. */
function gapStyle(look: ChartLook) {
  return { fontSize: 4, lineHeight: 38 * look.scale };
}

function lightStyles(colours: LightPalette): [string, string][] {
  return (Object.keys(LIGHT_STYLES) as (keyof typeof LIGHT_STYLES)[]).map((level) => [
    LIGHT_STYLES[level],
    LIGHT_PALETTES[colours][level]
  ]);
}
