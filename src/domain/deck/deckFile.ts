/**
 * A deck as a .json file, and back. Reading accepts malformed input: what is wrong with one
 * slide is said with its number and costs that slide only.
 */
import { type Address, parseAddress } from '../address/address';
import type { ViewChoices } from '../address/fields';
import { wellFormed } from '../wording/cutText';
import { heatThemeProblems } from '../address/problems';
import { parseView, type ViewProblem } from '../address/views';
import { comparableIndicators } from '../model/coverage';
import { calloutFault } from './callout';
import { addSlide, completeSlide, type Deck, emptyDeck, type NewSlide } from './deck';
import { PART_KEYS, DECK_LIMITS, isDwell } from './deckLimits';
import { hasDataFigure } from './dataFigure';
import { readLook } from './deckLook';
import { rowsName } from './frozen';
import { readParts } from './slideParts';
import { readSnapshot } from './snapshot';
import { fieldsOf, isFields } from '../model/fields';

const FORMAT = 'weijian-kanban-deck';

/** 2 came with slides of words, templates and other parts; a deck without any is written as it ever was. */
const VERSION = 2;

export type DeckRead =
  | {
      readonly kind: 'ok';
      readonly deck: Deck;
      readonly problems: readonly string[];
      /** The rows of its frozen slides, by their name. */
      readonly frozen: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * The file's text: indented, so that a person can read and mend it.
 * @param rowsOf the rows of a frozen slide by their name, empty where they aren't there
 */
export function formatDeck(deck: Deck, rowsOf: (name: string) => string = () => ''): string {
  const slides = deck.slides.map(completeSlide);
  const isPlain = !deck.look && slides.every((slide) => PART_KEYS.every((key) => slide[key] === undefined));
  const { name, look } = deck;
  const names = [...new Set(slides.flatMap(({ frozen }) => (frozen ? [frozen.rows] : [])))];
  const kept = names.map((one) => [one, rowsOf(one)] as const).filter(([, text]) => text !== '');
  const frozen = kept.length > 0 ? Object.fromEntries(kept) : undefined;
  return `${JSON.stringify({ format: FORMAT, version: isPlain ? 1 : VERSION, name, look, slides, frozen }, null, 2)}\n`;
}

/**
 * Reads the text of a deck file. Slides are checked against the dataset at hand: an address that asks for something it
 * doesn't have would show another thing than the one meant, so that slide is left out and named.
 * @param id the id the deck gets here
 */
export function parseDeck(text: string, id: string, choices?: ViewChoices): DeckRead {
  let value: unknown;
  try {
    value = fromJson(text);
  } catch {
    return { kind: 'refused', why: '这个文件不是完整的 JSON，读不出演示稿。' };
  }
  if (!isFields(value) || !Array.isArray(value.slides))
    return { kind: 'refused', why: '文件里没有幻灯片（slides），不是演示稿。' };
  if (value.format !== FORMAT)
    return { kind: 'refused', why: `文件没有标明是卫健看板的演示稿（format 应为 ${FORMAT}）。` };
  if (typeof value.version !== 'number' || value.version > VERSION) {
    return { kind: 'refused', why: '这个演示稿由更新的版本导出，请先更新看板。' };
  }
  const problems: string[] = [];
  const name = typeof value.name === 'string' && value.name.trim() ? value.name.trim() : '导入的演示稿';
  if (name.length > DECK_LIMITS.name) problems.push(`名称超过${DECK_LIMITS.name}字，后面的没有导入。`);
  const look = readLook(value.look);
  let deck: Deck = { ...emptyDeck(id, name), ...(look ? { look } : {}) };
  if (isFields(value.look) && value.look.logo !== undefined && !look?.logo)
    problems.push('徽标不是 PNG 或 JPEG 图片，或者太大，没有导入。');
  value.slides.forEach((entry: unknown, index) => {
    const read = readSlide(entry, choices);
    if (deck.slides.length >= DECK_LIMITS.slides)
      problems.push(`第${index + 1}张：超过${DECK_LIMITS.slides}张，没有导入。`);
    else if (typeof read === 'string') problems.push(`第${index + 1}张：${read}`);
    else {
      deck = addSlide(deck, read.slide);
      problems.push(...read.remarks.map((remark) => `第${index + 1}张：${remark}`));
    }
  });
  const frozen = frozenOf(value.frozen);
  deck.slides.forEach(({ frozen: own }, at) => {
    if (own && !frozen.has(own.rows)) problems.push(`第${at + 1}张：文件里没有它冻结的数，显示的是现在的数。`);
  });
  return { kind: 'ok', deck, problems, frozen };
}

/** What is wrong with the address of a slide for this dataset; empty where nothing is. */
export function slideFaults(address: string, choices: ViewChoices): string[] {
  const parsed = parseAddress(address);
  if (!parsed || parsed.screen === 'present') return [`地址“${address}”不是看板的页面。`];
  if (parsed.screen === 'data' && !hasDataFigure(parseView('data', parsed.query, choices).view.tab))
    return ['“数据”里只有“缺”“交了没有”和“自查”能放进演示。'];
  const problems = parseView(parsed.screen, parsed.query, choices).problems;
  return [...problems, ...themeProblems(parsed, choices)].map((problem) => problem.text);
}

/** A theme is free text in an address: whether there is something of it to compare shows only with the dataset. */
function themeProblems({ screen, query }: Address, choices: ViewChoices): ViewProblem[] {
  if (screen !== 'places') return [];
  const { tab, theme } = parseView('places', query, choices).view;
  if (tab !== 'heat' || theme === '') return [];
  const themes = comparableIndicators(choices.dataset).map((indicator) => indicator.theme);
  return heatThemeProblems(theme, themes);
}

/** Rows that are what their name says and can be read; others are as if they weren't there. */
function frozenOf(value: unknown): ReadonlyMap<string, string> {
  const entries = Object.entries(fieldsOf(value));
  return new Map(
    entries.filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && rowsName(entry[1]) === entry[0] && readSnapshot(entry[1]) !== undefined
    )
  );
}

/** The slide with what was made good in it, or why there is none. */
function readSlide(entry: unknown, choices: ViewChoices | undefined): { slide: NewSlide; remarks: string[] } | string {
  if (!isFields(entry)) return '不是一张幻灯片，没有导入。';
  const { title, notes, dwell } = entry;
  const remarks: string[] = [];
  const parts = readParts(entry, (remark) => remarks.push(remark));
  const address = parts.kind ? '' : entry.address;
  if (typeof address !== 'string') return '没有地址（address），没有导入。';
  const refusal = parts.kind ? '' : addressRefusal(address, choices);
  if (refusal) return refusal;
  const lost = parts.beside ? addressRefusal(parts.beside, choices) : '';
  if (lost) remarks.push(`第二张图${lost}`);
  for (const callout of parts.callouts ?? []) {
    const fault = choices && calloutFault(callout, choices.dataset);
    if (fault) remarks.push(fault);
  }
  if (title !== undefined && typeof title !== 'string') remarks.push('标题不是文字，已改用图的结论。');
  if (notes !== undefined && typeof notes !== 'string') remarks.push('讲稿不是文字，已留空。');
  if (dwell !== undefined && !isDwell(dwell)) remarks.push('停留秒数不是0到3600的整数，已改用默认。');
  const texts = [
    ['标题', title, DECK_LIMITS.title],
    ['讲稿', notes, DECK_LIMITS.notes]
  ] as const;
  for (const [what, text, most] of texts)
    if (typeof text === 'string' && text.length > most) remarks.push(`${what}超过${most}字，后面的没有导入。`);
  return {
    slide: {
      address,
      title: typeof title === 'string' ? title : '',
      notes: typeof notes === 'string' ? notes : '',
      dwell: isDwell(dwell) ? dwell : 0,
      ...parts,
      ...(lost ? { beside: undefined } : {})
    },
    remarks
  };
}

/** Why a slide of this address is not taken; empty where it is. */
function addressRefusal(address: string, choices: ViewChoices | undefined): string {
  const parsed = parseAddress(address);
  if (!parsed || parsed.screen === 'present') return `地址“${address}”不是看板的页面，没有导入。`;
  const faults = choices ? slideFaults(address, choices) : [];
  return faults.length > 0 ? `没有导入，因为${faults[0]!.replace(/，(已改|已忽略).*$/, '。')}` : '';
}

/** Half a surrogate pair could stand in no address and no file. */
function fromJson(text: string): unknown {
  return JSON.parse(text.replace(/^\uFEFF/, ''), (_key, value: unknown) =>
    typeof value === 'string' ? wellFormed(value) : value
  );
}
