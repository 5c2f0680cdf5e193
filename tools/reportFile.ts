/** A report's file on disk as text: .txt in any encoding, .docx; for the rest a sentence how to get the text. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import JSZip from 'jszip';
import { decode } from '../src/datasets/read/decode';
import { docxText } from '../src/datasets/read/docxText';

export type ReportFile =
  | { readonly kind: 'text'; readonly text: string; readonly unread: readonly string[] }
  | { readonly kind: 'refused'; readonly why: string };

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const PDF = [0x25, 0x50, 0x44, 0x46];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ELSEWISE = '请用 Word 或 WPS 打开它，另存为 .docx；或复制全部文字，粘贴到 .txt 里再读。';

/** Reads the file; every failure is a Chinese sentence that names the file and what to do. */
export async function reportFile(path: string): Promise<ReportFile> {
  const name = basename(path);
  const refuse = (why: string): ReportFile => ({ kind: 'refused', why: `${name}：${why}` });
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await readFile(path));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return refuse(missing ? '找不到这个文件。请检查路径和文件名。' : '文件打不开。请检查是不是文件夹、有没有权限。');
  }
  const begins = (signature: readonly number[]) => signature.every((byte, i) => bytes[i] === byte);
  if (begins(PDF)) return refuse(`这是 PDF，读不出可靠的文字顺序。${ELSEWISE}`);
  if (begins(OLE)) return refuse(`这是旧版文档（.doc 或 .wps），不能直接读。${ELSEWISE}`);
  if (begins(ZIP)) return docx(bytes, refuse);
  const decoded = decode(bytes, name);
  if (decoded.kind === 'refused') return refuse(`${decoded.issue.why}。${ELSEWISE}`);
  return { kind: 'text', text: decoded.text.replace(/^\ufeff/, ''), unread: [] };
}

async function docx(bytes: Uint8Array, refuse: (why: string) => ReportFile): Promise<ReportFile> {
  try {
    const zip = await JSZip.loadAsync(bytes);
    const part = async (path: string) => zip.file(path)?.async('string');
    const document = await part('word/document.xml');
    if (document === undefined) return refuse(`这是压缩包或别的办公文档，不是 .docx。${ELSEWISE}`);
    const notes = `${(await part('word/footnotes.xml')) ?? ''}${(await part('word/endnotes.xml')) ?? ''}`;
    const { text, unread } = docxText({ document, numbering: await part('word/numbering.xml'), notes });
    return { kind: 'text', text, unread };
  } catch {
    return refuse(`文件已经损坏，解不开。${ELSEWISE}`);
  }
}
