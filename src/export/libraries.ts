/** The big writers, each a classic script of its own beside the page: nobody pays for them before the first export. */
import { loadScript } from '../browser/loadScript';
import { TooLate } from '../browser/within';

type PptxLibrary = typeof import('./office/writePptx');
type XlsxLibrary = typeof import('./office/writeWorkbook');

declare global {
  interface Window {
    kanbanPptx?: PptxLibrary;
    kanbanXlsx?: XlsxLibrary;
  }
}

/** The build puts a hash in the place of `__PPTX_HASH__`, so that an old cached script never meets a new page. */
export async function pptxLibrary(): Promise<PptxLibrary> {
  if (!window.kanbanPptx) await load('assets/pptx.js?v=__PPTX_HASH__');
  if (!window.kanbanPptx) throw new Error('assets/pptx.js 读到了，但不能用');
  return window.kanbanPptx;
}

export async function xlsxLibrary(): Promise<XlsxLibrary> {
  if (!window.kanbanXlsx) await load('assets/xlsx.js?v=__XLSX_HASH__');
  if (!window.kanbanXlsx) throw new Error('assets/xlsx.js 读到了，但不能用');
  return window.kanbanXlsx;
}

async function load(address: string): Promise<void> {
  try {
    await loadScript(address);
  } catch (error) {
    if (error instanceof TooLate) throw error;
    throw new Error(`没有读到 ${address.split('?')[0]}，请检查文件夹是否完整`);
  }
}
