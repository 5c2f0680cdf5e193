/** Annotations in words: the line below a chart, on a slide and in a file. */
import { partsOfDay } from '../time/calendar';
import type { Note } from '../wording/note';
import type { ShownAnnotation } from './concerned';

/** ① to ⑳; a further one has its number in brackets. */
export function eventMark(number: number): string {
  return number <= 20 ? String.fromCharCode(0x2460 + number - 1) : `（${number}）`;
}

/** `①事件 2020年3月1日，宁海县：新院区启用。——张三`, without the mark where the chart has none. */
export function annotationNote({ annotation, about }: ShownAnnotation, mark = ''): Note {
  const { kind, date, text, author } = annotation;
  const { year, month, day } = partsOfDay(date);
  const said = text.replace(/\s+/g, ' ').trim();
  const stop = /[。！？…；，、：.!?;,]$/.test(said) ? '' : '。';
  const where = about === '' ? '' : `，${about}`;
  return {
    level: '说明',
    byHand: true,
    text: `${mark}${kind} ${year}年${month}月${day}日${where}：${said}${stop}——${author.replace(/\s+/g, ' ').trim()}`
  };
}

/** Notes with what was written by hand after the warnings, before what explains how the figure was made. */
export function withWritten(notes: readonly Note[], written: readonly Note[]): Note[] {
  const last = notes.reduce((found, { level }, at) => (level === '警示' ? at : found), -1);
  return [...notes.slice(0, last + 1), ...written, ...notes.slice(last + 1)];
}
