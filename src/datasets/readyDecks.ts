/**
 * decks.json to the decks that come with the dataset: a list of objects `{id, name, slides: [{address, title, notes,
 * dwell}]}`, with what else a slide or deck may have (`deck/slideParts`, `deck/deckLook`). What is wrong with one slide or one deck is named and costs only that.
 */
import { DECK_LIMITS, isDwell, PART_KEYS, WORD_KINDS } from '../domain/deck/deckLimits';
import type { Issue } from '../domain/model/issue';
import type { ReadyDeck, ReadySlide } from '../domain/model/readyDeck';
import { cutText } from '../domain/wording/cutText';
import type { TextResource } from './check/resource';
import type { FetchBytes } from './loadEffects';
import { IssueList } from './read/issueList';
import { lineWith, loadTextResource, parseJsonList } from './textResource';
import { fieldsOf } from '../domain/model/fields';

export interface ReadyDecksReading {
  readonly decks: readonly ReadyDeck[];
  readonly issues: readonly Issue[];
  /** The text read, for the lines of later issues; empty where there is none. */
  readonly text: string;
}

/** Named as the rule in every issue of the file. */
export const RULE = '自带演示稿';
const INSTEAD = '没有自带的演示稿';
const NONE: ReadyDecksReading = { decks: [], issues: [], text: '' };

/** Reads the file that the package names; nothing is said where the package names none. */
export async function loadReadyDecks(
  fetchBytes: FetchBytes,
  resource: TextResource | null
): Promise<ReadyDecksReading> {
  return loadTextResource(fetchBytes, resource, { instead: INSTEAD, none: NONE, parse: parseReadyDecks });
}

/** The decks of a text of decks.json; never throws. */
export function parseReadyDecks(text: string, file: string): ReadyDecksReading {
  const issues = new IssueList(file);
  const decks: ReadyDeck[] = [];
  parseJsonList(text, issues, RULE, INSTEAD).forEach((entry, at) => {
    const deck = readDeck(entry, at + 1, { text, issues, known: decks });
    if (deck) decks.push(deck);
  });
  return { decks, issues: issues.all(), text };
}

interface Reading {
  readonly text: string;
  readonly issues: IssueList;
  readonly known: readonly ReadyDeck[];
}

function readDeck(entry: unknown, at: number, reading: Reading): ReadyDeck | undefined {
  const { text, issues, known } = reading;
  const fields = fieldsOf(entry);
  const id = typeof fields.id === 'string' ? fields.id : '';
  const refuse = (column: string, why: string, todo: string): undefined => {
    const row = id === '' ? {} : rowOf(text, id);
    issues.add({ level: '错误', ...row, column, rule: RULE, why: `第${at}个演示稿${why}，整个没有采用`, todo });
  };
  if (!/^[A-Za-z][\w-]*$/.test(id) || /^d\d+(-|$)/.test(id))
    return refuse(
      'id',
      '的编号不是字母开头的字母、数字和连字符',
      '请写一个编号，例如 "monthly"；d 加数字的编号留给自建的演示稿。'
    );
  if (known.some((deck) => deck.id === id)) return refuse('id', '的编号与前面的重复', '请换一个编号。');
  if (typeof fields.name !== 'string' || fields.name.trim() === '')
    return refuse('name', '没有名称', '请写一个看得懂的名称。');
  if (!Array.isArray(fields.slides)) return refuse('slides', '的 slides 不是一个列表', '请写成 "slides": [ … ]。');
  const name = cutText(fields.name.trim(), DECK_LIMITS.name);
  const slides = fields.slides.flatMap((slide: unknown, n) => readSlide(slide, `“${name}”第${n + 1}张`, reading));
  if (slides.length > DECK_LIMITS.slides)
    issues.add({
      level: '错误',
      ...rowOf(text, id),
      column: 'slides',
      rule: RULE,
      why: `“${name}”有${slides.length}张，超过${DECK_LIMITS.slides}张的没有采用`,
      todo: '请分成几个演示稿。'
    });
  const { look } = fields;
  return { id, name, slides: slides.slice(0, DECK_LIMITS.slides), ...(look === undefined ? {} : { look }) };
}

function readSlide(entry: unknown, which: string, { text, issues }: Reading): ReadySlide[] {
  const fields = fieldsOf(entry);
  const { title = '', notes = '', dwell = 0 } = fields;
  const address = WORD_KINDS.some((kind) => kind === fields.kind) ? '' : fields.address;
  if (typeof address !== 'string') {
    issues.add({
      level: '错误',
      column: 'address',
      rule: RULE,
      why: `${which}没有地址，这一张没有采用`,
      todo: '请写成 { "address": "/places?i=…", "notes": "…" }。'
    });
    return [];
  }
  const place = address === '' ? {} : rowOf(text, address);
  const remark = (column: string, why: string, todo: string): void =>
    issues.add({ level: '提醒', ...place, column, rule: RULE, why: `${which}的${why}`, todo });
  const textOf = (column: 'title' | 'notes', value: unknown): string => {
    if (typeof value !== 'string') remark(column, ` ${column} 不是文字，当作空的`, '请加上引号。');
    else if (value.length > DECK_LIMITS[column])
      remark(column, ` ${column} 超过${DECK_LIMITS[column]}字，后面的没有采用`, '请写短一些。');
    return typeof value === 'string' ? cutText(value, DECK_LIMITS[column]) : '';
  };
  if (!isDwell(dwell))
    remark('dwell', ` dwell 不是0到${DECK_LIMITS.dwell}的整数，用默认`, '请写停留的秒数，不加引号。');
  const known: readonly string[] = ['address', 'title', 'notes', 'dwell', ...PART_KEYS];
  const strange = Object.keys(fields).filter((key) => !known.includes(key));
  if (strange.length > 0)
    remark(
      strange[0]!,
      `“${strange.join('”“')}”程序不认识，没有用到`,
      `一张可以写 address、title、notes、dwell、${PART_KEYS.join('、')}。`
    );
  const parts = Object.fromEntries(Object.entries(fields).filter(([key]) => PART_KEYS.some((part) => part === key)));
  return [
    {
      address,
      title: textOf('title', title),
      notes: textOf('notes', notes),
      dwell: isDwell(dwell) ? dwell : 0,
      ...(Object.keys(parts).length > 0 ? { parts } : {})
    }
  ];
}

/** The row of an issue about a text that stands in the file. */
export function rowOf(text: string, value: string): { row: number } | Record<never, never> {
  const row = lineWith(text, JSON.stringify(value));
  return row === undefined ? {} : { row };
}
