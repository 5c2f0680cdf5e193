/**
 * A workbook in a zip (.xlsx, .xlsm, .xlsb, .ods) with nothing in it but what its cells need: macros, pictures and
 * embedded files are left out, formulas are cut down to a mark. The library that reads it meets no more than this.
 */
import { strFromU8, strToU8 } from 'fflate';
import type { Steps } from '../../domain/steps/steps';
import { cleanContent, cleanStyles, type Hidden } from './openDocument';
import { addStyles, completeStyles } from './styles';
import { MAX_WHOLE, splitSheet, type SplitSheet } from './splitSheet';
import { unzipSteps, type ZipPart } from './zipParts';

export interface SafeWorkbook {
  /** By their paths; of a large worksheet its frame. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Large worksheets by their paths. */
  readonly large: ReadonlyMap<string, SplitSheet>;
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
export function* safeWorkbook(bytes: Uint8Array, parts: readonly ZipPart[]): Steps<SafeWorkbook> {
  const kept = new Map<string, Uint8Array>();
  const large = new Map<string, SplitSheet>();
  let external = false;
  let hidden: ReadonlyMap<string, Hidden> | undefined;
  for (const part of parts) {
    if (NEEDLESS.test(part.name) || /vbaProject|\/$/.test(part.name) || kept.has(part.name)) continue;
    yield 0;
    let content = yield* unzipSteps(bytes, part);
    if (/externalLinks?\//.test(part.name)) external = true;
    if (/worksheets\/[^/]+\.xml$/i.test(part.name)) {
      const split = content.length > MAX_WHOLE ? splitSheet(content) : undefined;
      if (split) large.set(part.name, split);
      content = split?.frame ?? withoutFormulas(content);
    }
    if (/^xl\/styles\.xml$/i.test(part.name)) content = strToU8(completeStyles(textIn(content)));
    if (part.name === 'styles.xml') content = strToU8(cleanStyles(textIn(content)));
    if (part.name === 'content.xml') {
      const clean = cleanContent(textIn(content));
      content = strToU8(clean.text);
      hidden = clean.hidden;
    }
    kept.set(part.name, content);
  }
  if (kept.has('xl/workbook.xml')) addStyles(kept);
  return { parts: kept, large, macros: parts.some(({ name }) => MACROS.test(name)), external, hidden };
}

const FORMULA = /<((?:\w+:)?f)(?:\s[^>]*)?(?:\/>|>[^<]*<\/\1>)/g;

/** What a formula says isn't read; that there is one is. */
export function markFormulas(text: string): string {
  return text.replace(FORMULA, '<$1>0</$1>');
}

function withoutFormulas(content: Uint8Array): Uint8Array {
  const text = textIn(content);
  return /<(?:\w+:)?f[\s>/]/.test(text) ? strToU8(markFormulas(text)) : content;
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
