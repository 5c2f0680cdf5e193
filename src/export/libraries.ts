/** The big writers, each a classic script of its own beside the page: nobody pays for them before the first export. */
import { loadScript } from '../browser/loadScript';
import { TooLate } from '../browser/within';

type PptxLibrary = typeof import('./office/writePptx');
type XlsxLibrary = typeof import('./office/writeWorkbook');

declare global {
  interface Window {
    kanbanPptx?: PptxLibrary;
    kanbanXlsx?: XlsxLibrary;
    /** The hash of each library read, which its script leaves behind. */
    kanbanLibraries?: Readonly<Record<string, string>>;
  }
}

/** The build puts a hash in the place of `__PPTX_HASH__`, so that an old cached script never meets a new page. */
export async function pptxLibrary(): Promise<PptxLibrary> {
  if (!window.kanbanPptx) await load('assets/pptx.js', '__PPTX_HASH__');
  if (!window.kanbanPptx) throw new Error('assets/pptx.js 读到了，但不能用');
  return window.kanbanPptx;
}

export async function xlsxLibrary(): Promise<XlsxLibrary> {
  if (!window.kanbanXlsx) await load('assets/xlsx.js', '__XLSX_HASH__');
  if (!window.kanbanXlsx) throw new Error('assets/xlsx.js 读到了，但不能用');
  return window.kanbanXlsx;
}

/** A plan of this page handed to the writer of another build would make a broken file. */
async function load(file: string, hash: string): Promise<void> {
  try {
    await loadScript(`${file}?v=${hash}`);
    if (isOf(file, hash)) return;
    // The folder was updated, or the browser has kept a script under the wrong address: asked for past its memory.
    await loadScript(`${file}?v=${hash}&again=${Date.now()}`);
  } catch (error) {
    if (error instanceof TooLate) throw error;
    throw new Error(`没有读到 ${file}，请检查文件夹是否完整`);
  }
  if (!isOf(file, hash)) throw new Error('看板有新版本，请刷新页面后再导出');
}

function isOf(file: string, hash: string): boolean {
  const found = window.kanbanLibraries?.[file];
  // The dev server writes no hash.
  return found === undefined || found === hash;
}
