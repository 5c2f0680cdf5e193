/** The big writers, each a classic script of its own beside the page: nobody pays for them before the first export. */
import { loadLibrary } from '../browser/loadLibrary';

type PptxLibrary = typeof import('./office/writePptx');
type DocxLibrary = typeof import('./office/writeDocx');
type XlsxLibrary = typeof import('./office/writeWorkbook');

declare global {
  interface Window {
    kanbanPptx?: PptxLibrary;
    kanbanDocx?: DocxLibrary;
    kanbanXlsx?: XlsxLibrary;
  }
}

/** The build puts a hash in the place of `__PPTX_HASH__`, so that an old cached script never meets a new page. */
export async function pptxLibrary(): Promise<PptxLibrary> {
  if (!window.kanbanPptx) await loadLibrary('assets/pptx.js', '__PPTX_HASH__', '导出');
  if (!window.kanbanPptx) throw new Error('assets/pptx.js 读到了，但不能用');
  return window.kanbanPptx;
}

/** What writes .docx, read when first asked for. Rejects with a Chinese sentence where its script can't be read. */
export async function docxLibrary(): Promise<DocxLibrary> {
  if (!window.kanbanDocx) await loadLibrary('assets/docx.js', '__DOCX_HASH__', '导出');
  if (!window.kanbanDocx) throw new Error('assets/docx.js 读到了，但不能用');
  return window.kanbanDocx;
}

/** What writes .xlsx, read when first asked for. Rejects with a Chinese sentence where its script can't be read. */
export async function xlsxLibrary(): Promise<XlsxLibrary> {
  if (!window.kanbanXlsx) await loadLibrary('assets/xlsx.js', '__XLSX_HASH__', '导出');
  if (!window.kanbanXlsx) throw new Error('assets/xlsx.js 读到了，但不能用');
  return window.kanbanXlsx;
}
