/** A report's file as text: .txt in any encoding, .docx; for the rest a sentence how to get the text. */
import type { BatchFile } from '../../domain/batch/batch';
import { isProse } from '../../domain/confirm/guess';
import { decode } from '../read/decode';
import { docxText } from '../read/docxText';
import { sha256 } from '../read/sha256';
import { Refusal } from '../workbook/refusal';
import { isZip, unzipPart, zipParts } from '../workbook/zipParts';

export interface OpenedReport {
  readonly kind: 'text';
  readonly file: BatchFile;
  readonly text: string;
  /** Chinese sentences about what stands in the file but not in the text. */
  readonly unread: readonly string[];
}

export type ReportOpening = OpenedReport | { readonly kind: 'refused'; readonly why: string };

const PDF = [0x25, 0x50, 0x44, 0x46];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ELSEWISE = '请用 Word 或 WPS 打开它，另存为 .docx；或复制全部文字，粘贴进来再读。';

/** Reads the bytes of a report; every failure is Chinese sentences that name the file and what to do. Never throws. */
export function openReport(bytes: Uint8Array, name: string): ReportOpening {
  const refuse = (why: string): ReportOpening => ({ kind: 'refused', why: `${name}：${why}` });
  const begins = (signature: readonly number[]) => signature.every((byte, i) => bytes[i] === byte);
  if (begins(PDF)) return refuse(`这是 PDF，读不出可靠的文字顺序。${ELSEWISE}`);
  if (begins(OLE)) return refuse(`这是旧版文档（.doc 或 .wps），不能直接读。${ELSEWISE}`);
  const file = { name, bytes: bytes.length, sha256: sha256(bytes) };
  if (isZip(bytes)) {
    try {
      const read = docx(bytes);
      if (!read) return refuse(`这是压缩包或别的办公文档，不是 .docx。${ELSEWISE}`);
      return read.text.trim() === '' ? refuse('里面没有文字。') : { kind: 'text', file, ...read };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return refuse(`${error.why}。${ELSEWISE}`);
    }
  }
  const decoded = decode(bytes, name);
  if (decoded.kind === 'refused') return refuse(`${decoded.issue.why}。${ELSEWISE}`);
  return { kind: 'text', file, text: decoded.text.replace(/^\ufeff/, ''), unread: [] };
}

/** Whether a file is a report to be read, not tables: a text document by its name or content, or a text of sentences. */
export function isReport(bytes: Uint8Array, name: string): boolean {
  if (/\.(?:docx?|wps)$/i.test(name)) return true;
  if (!/\.txt$/i.test(name)) return false;
  const decoded = decode(bytes, name);
  return decoded.kind === 'text' && isProse(decoded.text);
}

/** Undefined where the zip holds no Word document. */
function docx(bytes: Uint8Array): Pick<OpenedReport, 'text' | 'unread'> | undefined {
  const parts = zipParts(bytes);
  const part = (path: string): string | undefined => {
    const found = parts.find(({ name }) => name === path);
    return found && new TextDecoder().decode(unzipPart(bytes, found));
  };
  const document = part('word/document.xml');
  if (document === undefined) return undefined;
  const notes = `${part('word/footnotes.xml') ?? ''}${part('word/endnotes.xml') ?? ''}`;
  return docxText({ document, numbering: part('word/numbering.xml'), notes });
}
