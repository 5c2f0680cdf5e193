/**
 * The texts of the reports, where an admin has put them beside the page in `data/sources/`. They are no part of
 * the product: most pages have none, so a text is asked for only when a reader wants to see a line of it.
 */
import { decode } from '../datasets/decode';
import { linesOf, type SourceText } from '../domain/sourceExcerpt';

/** Address of a text relative to the page. A name that tries to leave the folder stays in it. */
export function sourceAddress(file: string): string {
  return `data/sources/${encodeURIComponent(file)}`;
}

const asked = new Map<string, Promise<SourceText>>();

/** The lines of a text, or why there are none; asked once for each file. Never rejects. */
export function readSourceText(file: string, location: Pick<Location, 'protocol'> = window.location): Promise<SourceText> {
  let answer = asked.get(file);
  if (!answer) asked.set(file, (answer = read(file, location)));
  return answer;
}

async function read(file: string, { protocol }: Pick<Location, 'protocol'>): Promise<SourceText> {
  if (file === '') return none('数据里没有写明原文文件。');
  if (protocol === 'file:') return none('双击打开时不能读原文，请用网页地址打开。');
  try {
    const response = await fetch(sourceAddress(file), { cache: 'no-cache' });
    if (!response.ok) return none(`网页旁边没有这份原文。请网管把它放到 data/sources/${file}，这里就能看到这一行。`);
    const decoded = decode(new Uint8Array(await response.arrayBuffer()), file);
    if (decoded.kind === 'text') return { kind: 'text', lines: linesOf(decoded.text) };
    return none(`data/sources/${file} 不是能读的文本。请网管换成原文的文本文件。`);
  } catch {
    asked.delete(file);
    return none('这次没有读到原文，可能是网络断了。请关闭后再点一次。');
  }
}

function none(why: string): SourceText {
  return { kind: 'none', why };
}
