/** Writes a figure in each form of file, without handing it to the reader, and reads it back. */
import { strFromU8, unzipSync } from 'fflate';
import { withTimeout } from '../browser/within';
import type { Figure } from '../figures/figure';
import { deckWorkbook, exportDeck } from './exportDeck';
import { exportPaper } from './exportPaper';
import { figurePicture } from './picture/figurePicture';
import { rasterise } from './picture/rasterise';
import { fileTable } from './plan/fileTable';
import { tableText } from './text/clipboardTable';
import { csvOf } from './text/tableCsv';

export interface FileCheck {
  readonly name: string;
  /** Rejects with a Chinese reason where the file isn't what it should be. @returns how many bytes it had */
  readonly run: (figure: Figure) => Promise<number>;
}

export const FILE_CHECKS: readonly FileCheck[] = [
  {
    name: 'CSV',
    run: async (figure) => {
      const text = csvOf(figure);
      const rows = (text.match(/("(?:[^"]|"")*"|[^"\r\n])*(\r\n|$)/g) ?? []).filter((row) => row.trim() !== '').length;
      if (rows < figure.table.rows.length) throw new Error('行数对不上');
      return text.length;
    }
  },
  {
    name: '表格 XLSX',
    run: async (figure) => {
      const bytes = await bytesOf(await deckWorkbook([{ title: '', notes: '', figure }], {}));
      const sheet = partOf(bytes, 'xl/worksheets/sheet1.xml');
      if ((sheet.match(/<row /g) ?? []).length < figure.table.rows.length) throw new Error('行数对不上');
      return bytes.length;
    }
  },
  {
    name: '幻灯片 PPTX',
    run: async (figure) => {
      const bytes = await bytesOf(await exportDeck([{ title: '', notes: '', figure }], { name: '' }));
      if (!partOf(bytes, 'ppt/slides/slide1.xml').includes('<a:t>')) throw new Error('幻灯片上没有字');
      return bytes.length;
    }
  },
  {
    name: '汇报稿 DOCX',
    run: async (figure) => {
      const section = { title: '', views: [{ title: '', notes: '', figure }] };
      const bytes = await bytesOf(await exportPaper([section], { name: figure.verdict }));
      if (!partOf(bytes, 'word/document.xml').includes('<w:t ')) throw new Error('汇报稿里没有字');
      return bytes.length;
    }
  },
  {
    name: '图片 SVG',
    run: async (figure) => {
      const { svg } = figurePicture(figure);
      // Not by a parser: the policy of the page holds for what that makes, and the fonts stand in style attributes.
      const image = new Image();
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
      await withTimeout(20, '图片没有读成', image.decode());
      if (image.naturalWidth === 0) throw new Error('不是合格的图片');
      return svg.length;
    }
  },
  {
    name: '图片 PNG',
    run: async (figure) => {
      const bytes = await bytesOf((await rasterise(figurePicture(figure), 1)).blob);
      if (bytes[0] !== 0x89 || strFromU8(bytes.subarray(1, 4)) !== 'PNG') throw new Error('不是 PNG');
      return bytes.length;
    }
  },
  {
    name: '复制的表格',
    run: async (figure) => {
      const text = tableText(fileTable(figure));
      if (text.split('\n').length < figure.table.rows.length) throw new Error('行数对不上');
      return text.length;
    }
  }
];

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await new Response(blob).arrayBuffer());
}

function partOf(zip: Uint8Array, name: string): string {
  const part = unzipSync(zip, { filter: (file) => file.name === name })[name];
  if (!part) throw new Error(`文件里没有 ${name}`);
  return strFromU8(part);
}
