/**
 * Styles of an .xlsx as the library needs them: it fails on each cell, and takes ten times as long, where a workbook of
 * another program has no styles or no fills.
 */
import { strFromU8, strToU8 } from 'fflate';

/** The formats that Chinese programs number without writing them down (ECMA-376, 18.8.30). */
const CHINESE_DATES: readonly (readonly [readonly number[], string])[] = [
  [[27, 36, 50, 52, 57], 'yyyy"年"m"月"'],
  [[28, 29, 51, 53, 54, 58], 'm"月"d"日"'],
  [[31], 'yyyy"年"m"月"d"日"'],
  [[30], 'm-d-yy']
];

/** Styles with those formats named, and with at least one fill. */
export function completeStyles(text: string): string {
  return withFills(withChineseDates(text));
}

function withChineseDates(text: string): string {
  const added = CHINESE_DATES.flatMap(([ids, format]) => ids.map((id) => [id, format] as const))
    .filter(
      ([id]) =>
        new RegExp(`<xf\\b[^>]*numFmtId="${id}"`).test(text) &&
        !new RegExp(`<numFmt\\b[^>]*numFmtId="${id}"`).test(text)
    )
    .map(([id, format]) => `<numFmt numFmtId="${id}" formatCode="${format.replace(/"/g, '&quot;')}"/>`)
    .join('');
  if (added === '') return text;
  const into = /<numFmts\b[^>]*(?<!\/)>/.exec(text);
  if (into) return text.replace(into[0], into[0] + added);
  return text.replace(/<styleSheet\b[^>]*>/, (head) => `${head}<numFmts count="1">${added}</numFmts>`);
}

const FILLS = '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>';

function withFills(text: string): string {
  if (/<(?:\w+:)?fill[\s>]/.test(text)) return text;
  return text.replace(/<(?:\w+:)?fills\b[^>]*\/>/, '').replace(/<styleSheet\b[^>]*[^/]>/, (head) => head + FILLS);
}

/** Gives a workbook without styles the plainest. */
export function addStyles(parts: Map<string, Uint8Array>): void {
  const types = parts.get('[Content_Types].xml');
  if (!types || [...parts.keys()].some((name) => /styles\.xml$/i.test(name))) return;
  const part =
    '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>';
  parts.set('[Content_Types].xml', strToU8(strFromU8(types).replace(/<\/Types>/, `${part}</Types>`)));
  parts.set(
    'xl/styles.xml',
    strToU8(
      `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${FILLS}<cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>`
    )
  );
}
