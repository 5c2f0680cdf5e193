import { loadScript } from './loadScript';
import { TooLate } from './within';

declare global {
  interface Window {
    /** The hash of each library read, which its script leaves behind. */
    kanbanLibraries?: Readonly<Record<string, string>>;
  }
}

/**
 * Loads a big script beside the page, of the very build that the page is of: what one build hands to the code of another
 * would break.
 * @param what is to be done again once the page is refreshed: 导出, 读取
 */
export async function loadLibrary(file: string, hash: string, what: string): Promise<void> {
  try {
    await loadScript(`${file}?v=${hash}`);
    if (isOf(file, hash)) return;
    // The folder was updated, or the browser has kept a script under the wrong address: asked for past its memory.
    await loadScript(`${file}?v=${hash}&again=${Date.now()}`);
  } catch (error) {
    if (error instanceof TooLate) throw error;
    throw new Error(`没有读到 ${file}，请检查文件夹是否完整`);
  }
  if (!isOf(file, hash)) throw new Error(`看板有新版本，请刷新页面后再${what}`);
}

function isOf(file: string, hash: string): boolean {
  const found = window.kanbanLibraries?.[file];
  // The dev server writes no hash.
  return found === undefined || found === hash;
}
