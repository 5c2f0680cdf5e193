/** Which rows of a figure a slide shows: the first or last so many, without some, in an order of its own. */
import { fieldsOf } from '../model/fields';

export interface RowChoice {
  /** Only so many, 1 to 99; absent for all. */
  readonly most?: number;
  /** Every row, also where a slide shows fewer by itself. */
  readonly all?: boolean;
  /** Those at the end instead of those at the beginning. */
  readonly fromEnd?: boolean;
  /** Names of rows that are left out. */
  readonly hidden?: readonly string[];
  /** Names of rows that come first, in this order; the others follow as they were. */
  readonly order?: readonly string[];
}

const MOST_NAMES = 500;
/** More names than a line holds are counted. */
const MOST_SAID = 4;

/** The choice in a value from a file or a storage; undefined where it says nothing or can't be read. */
export function readRowChoice(value: unknown): RowChoice | undefined {
  const { most, fromEnd, all, hidden, order } = fieldsOf(value);
  const hasMost = typeof most === 'number' && Number.isInteger(most) && most >= 1 && most <= 99;
  const choice: RowChoice = {
    ...(hasMost ? { most } : {}),
    ...(hasMost && fromEnd === true ? { fromEnd } : {}),
    ...(!hasMost && all === true ? { all } : {}),
    ...names('hidden', hidden),
    ...names('order', order)
  };
  return Object.keys(choice).length > 0 ? choice : undefined;
}

function names(key: 'hidden' | 'order', value: unknown): RowChoice {
  if (!Array.isArray(value)) return {};
  const texts = [...new Set(value.filter((name): name is string => typeof name === 'string' && name !== ''))];
  return texts.length > 0 ? { [key]: texts.slice(0, MOST_NAMES) } : {};
}

/** The rows that are left, and what is to be said of the others. */
export interface ChosenRows {
  /** Their positions among all, in the order in which they are shown. */
  readonly rows: readonly number[];
  /** `只列前5个，共12个；未列甲县、乙县；次序自定`; empty where all are there as they came. */
  readonly text: string;
}

/**
 * Applies a choice to the rows of a figure.
 * @param names of all rows in their order; names that there aren't any more choose nothing
 * @param noun what a row is called, `个地区`
 */
export function chooseRows(names: readonly string[], choice: RowChoice, noun = '行'): ChosenRows {
  const { most, fromEnd = false, hidden = [], order = [] } = choice;
  const all = names.map((_, at) => at);
  const shown = all.filter((at) => !hidden.includes(names[at]!));
  const place = (at: number) => {
    const wanted = order.indexOf(names[at]!);
    return wanted < 0 ? order.length : wanted;
  };
  const ordered = [...shown].sort((a, b) => place(a) - place(b) || a - b);
  const rows = most === undefined ? ordered : fromEnd ? ordered.slice(-most) : ordered.slice(0, most);
  const left = all.filter((at) => hidden.includes(names[at]!)).map((at) => names[at]!);
  const isCut = rows.length < ordered.length;
  const parts = [
    isCut ? `只列${fromEnd ? '后' : '前'}${rows.length}${noun}，共${names.length}${noun}` : '',
    left.length > 0
      ? `未列${left.length}${noun}：${left.slice(0, MOST_SAID).join('、')}${left.length > MOST_SAID ? '等' : ''}`
      : '',
    ordered.some((at, n) => at !== shown[n]) ? '次序自定' : ''
  ];
  return { rows, text: parts.filter(Boolean).join('；') };
}
