/**
 * The texts of the reports, where an admin has put them beside the page in `data/sources/`. They are no part of
 * the product: most pages have none, so a text is asked for only when a reader wants to see a line of it. By double
 * click the browser refuses to read a file: there the twin is read that a build with the texts writes, and
 * everywhere the reader may pick the file.
 */
import { decode } from '../datasets/read/decode';
import { isPlaceholderText, textLines, type SourceText } from '../domain/evidence/excerpt';
import { loadScript, type Twin } from './loadScript';
import { dataAddress, twinBytes } from './transport';
import { withTimeout } from './within';

declare global {
  interface Window {
    /** Names of the texts that have a twin; comes with the twins of the tables. */
    __KANBAN_TEXT_NAMES__?: readonly string[];
    __KANBAN_TEXTS__?: Readonly<Record<string, Twin>>;
  }
}

/** Address of a text relative to the page. A name that tries to leave the folder stays in it. @param folder below `data/` */
export function sourceAddress(file: string, folder = ''): string {
  return `${dataAddress(folder)}sources/${encodeURIComponent(file)}`;
}

/** Seconds to wait for a text. */
const PATIENCE = 20;

const asked = new Map<string, Promise<SourceText>>();

/** The lines of a text, or why there are none; asked once for each file. Never rejects. */
export function readSourceText(
  file: string,
  folder = '',
  location: Pick<Location, 'protocol'> = window.location
): Promise<SourceText> {
  let answer = asked.get(file);
  if (!answer) asked.set(file, (answer = read(file, folder, location)));
  return answer;
}

/**
 * Takes texts that the reader picked, each under its name; a single one stands for the text wanted, whatever its name.
 * They are kept until the page is left.
 */
export async function takeSourceTexts(wanted: string, picked: readonly File[], folder = ''): Promise<void> {
  for (const file of picked) {
    const name = picked.length === 1 ? wanted : file.name;
    asked.set(name, Promise.resolve(textOf(new Uint8Array(await new Response(file).arrayBuffer()), name, folder)));
  }
}

/** Names of the texts that have a twin beside the page, for the twins of a new package; none where that can't be known. */
export async function sourceTextNames(
  folder = '',
  location: Pick<Location, 'protocol'> = window.location
): Promise<string[]> {
  if (location.protocol === 'file:') return [...(window.__KANBAN_TEXT_NAMES__ ?? [])];
  try {
    const script = await (await fetch(`${dataAddress(folder)}twins.js`, { cache: 'no-cache' })).text();
    const list: unknown = JSON.parse(/__KANBAN_TEXT_NAMES__=(\[.*\]);\s*$/.exec(script)?.[1] ?? '[]');
    return Array.isArray(list) ? list.filter((name): name is string => typeof name === 'string') : [];
  } catch {
    return [];
  }
}

async function read(file: string, folder: string, { protocol }: Pick<Location, 'protocol'>): Promise<SourceText> {
  if (file === '') return { kind: 'none', why: '数据里没有写明原文文件。', pick: false };
  try {
    return await (protocol === 'file:' ? readTwin(file, folder) : readHttp(file, folder));
  } catch {
    asked.delete(file);
    return none('这次没有读到原文，可能是网络断了。请关闭后再点一次。');
  }
}

async function readHttp(file: string, folder: string): Promise<SourceText> {
  const answers = <T>(promise: Promise<T>) => withTimeout(PATIENCE, '服务器没有回答', promise);
  const response = await answers(fetch(sourceAddress(file, folder), { cache: 'no-cache' }));
  if (!response.ok) return none(absent(file, folder));
  return textOf(new Uint8Array(await answers(response.arrayBuffer())), file, folder);
}

async function readTwin(file: string, folder: string): Promise<SourceText> {
  if (!window.__KANBAN_TEXT_NAMES__?.includes(file)) {
    return none(
      `双击打开的网页，浏览器不许它自己读旁边的文件。请点“选取原文”，选中 ${place(file, folder)}（可一次选多份），就能看到这一行；用网页地址打开则不用选。`
    );
  }
  await loadScript(`${sourceAddress(file, folder)}.js`);
  const twins = window.__KANBAN_TEXTS__ ?? {};
  const twin = Object.prototype.hasOwnProperty.call(twins, file) ? twins[file] : undefined;
  return twin ? textOf(twinBytes(twin), file, folder) : none(absent(file, folder));
}

function textOf(bytes: Uint8Array, file: string, folder: string): SourceText {
  const decoded = decode(bytes, file);
  if (decoded.kind !== 'text') return none(`${file} 不是能读的文本。请换成原文的文本文件。`);
  return isPlaceholderText(decoded.text)
    ? none(absent(file, folder))
    : { kind: 'text', lines: textLines(decoded.text) };
}

/** Where a text belongs, for people. */
function place(file: string, folder: string): string {
  return `${folder === '' ? 'data' : `data/${folder}`}/sources/${file}`;
}

function absent(file: string, folder: string): string {
  return `网页旁边没有这份原文。请网管把它放到 ${place(file, folder)}，这里就能看到这一行；手上有这份文件的，也可以点“选取原文”。`;
}

function none(why: string): SourceText {
  return { kind: 'none', why, pick: true };
}
