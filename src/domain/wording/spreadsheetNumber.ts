/**
 * A printed number as a spreadsheet keeps it: the number itself, and a number format under which it reads
 * exactly as it is printed on the screen. So it can be summed and still says `≥95%` or `慢14.3个百分点`.
 */
import { formatNumber } from './format';

export interface ExcelNumber {
  /** Not rounded; a percentage as its fraction, as spreadsheets do. */
  readonly value: number;
  /** Excel number format: `0.00%`, `#,##0"例"`, `"≥"0`. */
  readonly format: string;
}

/** Longest format that Excel takes is 255 characters. */
const LONGEST_FORMAT = 250;

/**
 * The number and its format; null where no format can print it so (a text too long, or with a quotation mark).
 * @param value the number behind the text, not rounded
 * @param text as printed
 * @param percentage whether 67.68% is kept as 0.6768 (a sheet) or as 67.68 with a sign behind it (the axis of a chart)
 */
export function excelNumber(
  value: number,
  text: string,
  percentage: 'fraction' | 'number' = 'fraction'
): ExcelNumber | null {
  if (!Number.isFinite(value) || text === '' || text.includes('"')) return null;
  const found = shownNumber(value, text);
  // Words alone (`与序时持平`): a format without digits prints just them.
  if (!found) return kept(value, [literal(text), literal(text), literal(text)].join(';'));
  const shown = percentage === 'number' ? { ...found, percent: false } : found;
  return kept(shown.percent ? fraction(value) : value, formatOf(value, shown));
}

function kept(value: number, format: string): ExcelNumber | null {
  return format.length > LONGEST_FORMAT ? null : { value, format };
}

/** `约12,345.6例` → what stands before and after the number, and how it is printed. */
export interface FormattedNumber {
  readonly before: string;
  /** As printed, with its sign: `−12,345.6`. */
  readonly digits: string;
  readonly after: string;
  /** The sign of a percentage follows at once. */
  readonly percent: boolean;
}

/** Where in a text its own number stands: other numbers (a year, a remark) are passed over. Undefined where it doesn't. */
export function shownNumber(value: number, text: string): FormattedNumber | undefined {
  const pattern = /[-−]?\d[\d,]*(?:\.\d+)?/g;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [digits] = match;
    const decimals = digits.split('.')[1]?.length ?? 0;
    const plain = (s: string) => s.replace(/[-−,]/g, '');
    if (plain(formatNumber(value, { decimals })) !== plain(digits)) continue;
    // A minus before a positive number is a dash of the text.
    const sign = hasMinus(digits) && value >= 0 ? 1 : 0;
    const after = text.slice(match.index + digits.length);
    return {
      before: text.slice(0, match.index + sign),
      digits: digits.slice(sign),
      after,
      percent: after.startsWith('%')
    };
  }
  return undefined;
}

function formatOf(value: number, { before, digits, after, percent }: FormattedNumber): string {
  const decimals = digits.split('.')[1]?.length ?? 0;
  const bare = digits.replace(/^[-−]/, '').split('.')[0]!;
  // Without a comma in a number of four digits the screen does not group: a rank, a year.
  const grouped = bare.includes(',') || (!percent && bare.length < 4);
  const core = `${grouped ? '#,##0' : '0'}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}${percent ? '%' : ''}`;
  const tail = literal(percent ? after.slice(1) : after);
  const positive = `${literal(before)}${core}${tail}`;
  if (value >= 0) return positive;
  // The second section prints without a sign of its own: a minus only where the screen has one.
  return `${positive};${literal(before)}${hasMinus(digits) ? literal('−') : ''}${core}${tail}`;
}

function hasMinus(digits: string): boolean {
  return /^[-−]/.test(digits);
}

function literal(text: string): string {
  return text === '' ? '' : `"${text}"`;
}

/** By moving the decimal point: dividing by 100 would add a rounding error. */
function fraction(value: number): number {
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) - 2}`);
}
