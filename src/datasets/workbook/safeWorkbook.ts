/**
 * A workbook in a zip (.xlsx, .xlsm, .xlsb, .ods) with nothing in it but what its cells need: macros, pictures and
 * embedded files are left out, formulas are cut down to a mark. The library that reads it meets no more than this.
 */
import { strFromU8, strToU8, zipSync, type Zippable } from 'fflate';
import { cleanContent, cleanStyles, type Hidden } from './openDocument';
import { unzipPart, type ZipPart } from './zipParts';

export interface SafeWorkbook {
  readonly bytes: Uint8Array;
  readonly macros: boolean;
  /** Formulas take figures from other files. */
  readonly external: boolean;
  /** What is hidden in an .ods, by sheet: the library doesn't tell. Undefined for any other workbook. */
  readonly hidden: ReadonlyMap<string, Hidden> | undefined;
}

/** Parts that hold no cell. */
const NEEDLESS =
  /(?:^|\/)(?:media|embeddings|drawings|charts|chartsheets|dialogsheets|macrosheets|activeX|ctrlProps|printerSettings|diagrams|customXml|model|pivotCache|pivotTables|slicers|slicerCaches|timelines|timelineCaches|queries|queryTables|webextensions|threadedComments|persons|Pictures|Object \d+|ObjectReplacements|Thumbnails|Configurations2|Basic|Scripts)\//;
const MACROS = /vbaProject|(?:^|\/)(?:Basic|Scripts|macrosheets)\//;
/**
 * The workbook cut down; `parts` are those of `bytes`.
 * @throws Refusal where it is damaged, or a few bytes of it stand for millions of cells
 */
export function safeWorkbook(bytes: Uint8Array, parts: readonly ZipPart[]): SafeWorkbook {
  const kept: Zippable = {};
  let external = false;
  let hidden: ReadonlyMap<string, Hidden> | undefined;
  for (const part of parts) {
    if (NEEDLESS.test(part.name) || /vbaProject|\/$/.test(part.name) || part.name in kept) continue;
    let content = unzipPart(bytes, part);
    if (/externalLinks?\//.test(part.name)) external = true;
    if (/worksheets\/[^/]+\.xml$/i.test(part.name)) content = withoutFormulas(content);
    if (/^xl\/styles\.xml$/i.test(part.name)) content = withChineseDates(content);
    if (part.name === 'styles.xml') content = strToU8(cleanStyles(textIn(content)));
    if (part.name === 'content.xml') {
      const clean = cleanContent(textIn(content));
      content = strToU8(clean.text);
      hidden = clean.hidden;
    }
    kept[part.name] = [content, { level: 0 }];
  }
  return { bytes: zipSync(kept), macros: parts.some(({ name }) => MACROS.test(name)), external, hidden };
}

const FORMULA = /<((?:\w+:)?f)(?:\s[^>]*)?(?:\/>|>[^<]*<\/\1>)/g;

/** What a formula says isn't read; that there is one is. */
function withoutFormulas(content: Uint8Array): Uint8Array {
  const text = textIn(content);
  return /<(?:\w+:)?f[\s>/]/.test(text) ? strToU8(text.replace(FORMULA, '<$1>0</$1>')) : content;
}

/** The formats that Chinese programs number without writing them down (ECMA-376, 18.8.30). */
const CHINESE_DATES: readonly (readonly [readonly number[], string])[] = [
  [[27, 36, 50, 52, 57], 'yyyy"年"m"月"'],
  [[28, 29, 51, 53, 54, 58], 'm"月"d"日"'],
  [[31], 'yyyy"年"m"月"d"日"'],
  [[30], 'm-d-yy']
];

function withChineseDates(content: Uint8Array): Uint8Array {
  const text = textIn(content);
  const added = CHINESE_DATES.flatMap(([ids, format]) => ids.map((id) => [id, format] as const))
    .filter(
      ([id]) =>
        new RegExp(`<xf\\b[^>]*numFmtId="${id}"`).test(text) &&
        !new RegExp(`<numFmt\\b[^>]*numFmtId="${id}"`).test(text)
    )
    .map(([id, format]) => `<numFmt numFmtId="${id}" formatCode="${format.replace(/"/g, '&quot;')}"/>`)
    .join('');
  if (added === '') return content;
  const into = /<numFmts\b[^>]*(?<!\/)>/.exec(text);
  if (into) return strToU8(text.replace(into[0], into[0] + added));
  return strToU8(text.replace(/<styleSheet\b[^>]*>/, (head) => `${head}<numFmts count="1">${added}</numFmts>`));
}

/** UTF-8, or UTF-16 where the part says so by its mark. */
function textIn(content: Uint8Array): string {
  const wide =
    content[0] === 0xff && content[1] === 0xfe
      ? 'utf-16le'
      : content[0] === 0xfe && content[1] === 0xff
        ? 'utf-16be'
        : '';
  return wide === '' ? strFromU8(content) : new TextDecoder(wide).decode(content);
}
