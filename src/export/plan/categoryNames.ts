/**
 * The names of periods under a line chart. Programs differ in what they do with names that don't fit: some leave names
 * out when told, LibreOffice breaks each into pieces as wide as the room of one period, level or turned. Many months are
 * therefore named by their numbers, and a line below says which months these are.
 */
import { textWidth } from '../../charts/drawing';
import type { NativeChart } from '../../charts/office/nativeChart';

export interface ShownNames {
  /** As they stand under the axis; the sheet behind the chart has them whole. */
  readonly texts: readonly string[];
  /** Below them; empty for nothing. */
  readonly title: string;
  /** Every which name a program is told to show. */
  readonly step: number;
}

/** A month alone; not a sum that runs on to it, and not a day. */
const MONTH = /^\d{4}年(\d{1,2})月$/;

/**
 * @param width of the axis, in pt
 * @param font type size in pt
 */
export function shownNames(
  { kind, categories }: Pick<NativeChart, 'kind' | 'categories'>,
  width: number,
  font: number
): ShownNames {
  const plain = { texts: categories, title: '', step: 1 };
  if (kind !== 'lines') return plain;
  const step = stepOf(categories, width, font);
  if (step === 1) return plain;
  const named = categories.filter((name) => name !== '');
  if (!named.every((name) => MONTH.test(name))) return { ...plain, step };
  const numbers = categories.map((name) => name.replace(MONTH, '$1'));
  const isTight = stepOf(numbers, width, font) > 1;
  // A number of two digits would be broken in two; those of one digit are read as well.
  const texts = isTight ? numbers.map((text) => (isOdd(text) ? text : '')) : numbers;
  const [first, last] = [named[0]!, named[named.length - 1]!];
  return { texts, title: `${first}—${last}，数字是月份`, step: 1 };
}

/** 1, 3, 5, 7 or 9: the months that a crowded axis names. */
function isOdd(month: string): boolean {
  return /^[13579]$/.test(month);
}

/**
 * Those of a chart beside the table of a workbook: programs read names from cells, so that shorter ones need cells of their
 * own. Axis and type of such a chart, in pt.
 */
export function sheetCategories(chart: Pick<NativeChart, 'kind' | 'categories'>): ShownNames {
  return shownNames(chart, 480, 10);
}

function stepOf(names: readonly string[], width: number, font: number): number {
  // Some programs put a space between a number and the sign that follows it.
  const widest = names.reduce((most, name) => Math.max(most, textWidth(name, font)), 0) * 1.15 + 0.2 * font;
  return Math.max(1, Math.ceil((widest * names.length) / width));
}
