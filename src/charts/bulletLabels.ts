/**
 * The words left of a bullet bar: light, task, place, what is to be said of them; on a phone above and below it, with
 * the figures (`bulletFigures`) beside.
 */
import type { Completion } from '../domain/progress/completion';
import { paceTexts } from '../domain/progress/paceTexts';
import { completionTexts } from '../domain/progress/texts';
import { gradeText, placeLabel, placeMark } from '../domain/wording/placeLabel';
import { lineOfFigures, rightLabel, styled } from './bulletFigures';
import { type BulletLayout, remarkLines } from './bulletLayout';
import { fitMarked, fitText, escapeLabel, splitText, textWidth } from './drawing';
import type { RenderContext } from './theme';

/**
 * What is to be said of the row itself: why it has no light although it has a rate, then the report's own remark. Why a
 * figure is in doubt stands whole among the warnings under the chart.
 */
export function remarkOf(row: Completion): string {
  if (row.row.status === '存疑') return '原文数字存疑，见图下';
  const reason = row.light.level === 'none' && row.rate !== null ? row.light.reason : '';
  return [reason, paceTexts(row).remark].filter(Boolean).join('；');
}

/** Why there is no bar; empty where there is one. */
export function absenceOf(row: Completion): string {
  return row.rate === null ? row.light.reason : '';
}

/** Light, task, place with the grade of its source, who answers for it and, where a row is high enough, the remark. */
export function leftLabel(row: Completion, layout: BulletLayout, context: RenderContext, forecast: boolean): string {
  switch (layout.room) {
    case 'phone':
      return phoneLeft(row, layout, context, forecast);
    case 'wall':
      return wallLeft(row, layout, context);
    case 'large':
      return largeLeft(row, layout, context);
    default: {
      const room = layout.left - 40 * context.scale;
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

function taskLine(row: Completion, { font }: BulletLayout, room: number): string {
  const name = row.light.level === 'bad' ? 'strong' : 'name';
  return `{${row.light.level}|${row.light.shape}} {${name}|${escapeLabel(fitText(row.programme.name, font, room))}}`;
}

/** `象山县 · B级 · 负责：公共卫生科`: the name gives way first, the office goes where there is no room for it. */
function placeLine(row: Completion, { small }: BulletLayout, room: number): [string, string] {
  const grade = gradeText([row.row, ...row.witnesses].map((r) => r.source));
  const aside = [`${placeMark(row.place)} · ${grade}`];
  const { office } = paceTexts(row);
  const whole = `${row.place.name}${aside[0]} · 负责：${office}`;
  if (office && textWidth(whole, small) <= room) aside.push(` · 负责：${office}`);
  return [fitText(row.place.name, small, room - textWidth(aside.join(''), small)), aside.join('')];
}

function under(text: string, more = ''): string {
  return `{pad|　} {place|${escapeLabel(text)}}${styled('place', more)}`;
}

/** The remark, after the office where the line of the place had no room for it. */
function aboutOf(row: Completion, [, beside]: readonly string[]): string {
  const { office } = paceTexts(row);
  return [office && !beside!.includes(office) ? `负责：${office}` : '', remarkOf(row)].filter(Boolean).join('；');
}

/** Each line has what the figures at its right leave; the gap goes before a figure is cut. */
function phoneLeft(row: Completion, layout: BulletLayout, context: RenderContext, forecast: boolean): string {
  const taken = rightLabel(row, 'all', { room: 'phone', forecast }).split('\n').map(lineOfFigures);
  const room = (at: number) => context.width - (taken[at]! + 24) * context.scale;
  const { small } = layout;
  const { done, target, lastYear } = completionTexts(row);
  const { gap } = paceTexts(row);
  const place = placeLine(row, layout, room(1) - 26 * context.scale);
  const about = [aboutOf(row, place), lastYear].filter(Boolean).join('；');
  const amounts = `${done} / ${target}`;
  const withGap = gap ? `${amounts} ${gap}` : amounts;
  return [
    taskLine(row, layout, room(0) - 26 * context.scale),
    under(...place),
    '{gap| }',
    `{place|${escapeLabel(textWidth(withGap, small) <= room(3) ? withGap : fitText(amounts, small, room(3)))}}`,
    `{place|${about === '' ? ' ' : escapeLabel(fitText(about, small, room(4)))}}`
  ].join('\n');
}

/** The place where it stands beside its task. */
export function placeBeside(row: Completion): string {
  return `${nameBeside(row)}${placeMark(row.place)}`;
}

/**
 * Task and place on one line, or one below the other where the longest pair has no room; an organisation goes without
 * the name of its county, which the others have too, and who answers for it stands where there is room left.
 */
function wallLeft(row: Completion, layout: BulletLayout, context: RenderContext): string {
  const room = layout.left - 40 * context.scale;
  const { small } = layout;
  const task = taskLine(row, layout, room);
  const free = layout.isStacked ? room : room - textWidth(row.programme.name, layout.font) - 1.5 * small;
  const place = placeBeside(row);
  const { office } = paceTexts(row);
  const whole = office ? `${place} · ${office}` : place;
  const text = textWidth(whole, small) <= free ? whole : fitMarked(place, placeMark(row.place), small, free);
  return layout.isStacked ? `${task}\n${under(text)}` : `${task} {place|　${escapeLabel(text)}}`;
}

function nameBeside({ organisation, county, place }: Completion): string {
  return organisation && county && place.name.startsWith(county.name)
    ? place.name.slice(county.name.length)
    : place.name;
}

/** `2,707，推算4,000 · B级`. */
export function largeFigures(row: Completion): string {
  const { done, target } = completionTexts(row);
  return `${done}，${target} · ${gradeText([row.row, ...row.witnesses].map((r) => r.source))}`;
}

/** Task, place, what was done, one below the other; a long name goes on in a second line where the row is high enough. */
function largeLeft(row: Completion, layout: BulletLayout, context: RenderContext): string {
  const { font, small } = layout;
  const room = layout.left - 44 * context.scale;
  if (layout.mostLines < 3) return lowLeft(row, layout, room);
  let spare = layout.row - (font + 2 * small) * 1.35 - 8 * context.scale;
  const twoLines = (text: string, size: number): string[] => {
    if (textWidth(text, size) <= room || spare < size * 1.35) return [fitText(text, size, room)];
    spare -= size * 1.35;
    const [first, second] = splitText(text, size, room);
    return [first, fitText(second, size, room)];
  };
  const name = row.light.level === 'bad' ? 'strong' : 'name';
  const { done, target, targetIsOdd } = completionTexts(row);
  return [
    ...twoLines(row.programme.name, font).map(
      (text, at) =>
        `${at === 0 ? `{${row.light.level}|${row.light.shape}}` : '{pad|　}'} {${name}|${escapeLabel(text)}}`
    ),
    ...twoLines(placeLabel(row.place), small).map((text) => under(text)),
    targetIsOdd ? `{pad|　} {place|${escapeLabel(done)}，}${styled('odd', target)}` : under(largeFigures(row))
  ].join('\n');
}

/** What stands behind the place in a low row: `2,707，推算4,000 · B级`, or what was done and why the target is in doubt. */
export function lowFigures(row: Completion): readonly [figures: string, odd: string] {
  const { done, target, targetIsOdd } = completionTexts(row);
  return targetIsOdd ? [`${done}，`, target] : [largeFigures(row), ''];
}

/** Task, then place and what was done on one line, of which the place is cut where there is no room. */
function lowLeft(row: Completion, layout: BulletLayout, room: number): string {
  const { small } = layout;
  const [figures, odd] = lowFigures(row);
  const taken = textWidth(`　${figures}${odd}`, small);
  const place = fitText(placeBeside(row), small, room - taken);
  return [taskLine(row, layout, room), under(`${place}　${figures}`) + styled('odd', odd)].join('\n');
}
