/** Thrown by a `FetchBytes` for a file that isn't there, as opposed to one that couldn't be fetched. Its message is Chinese. */
export class AbsentFileError extends Error {}

/** The Chinese reason of a failed fetch, without its full stop; empty where there is none (browsers say "Failed to fetch"). */
function chineseReason(error: unknown): string {
  return error instanceof Error && /[\u4e00-\u9fff]/.test(error.message) ? error.message.replace(/[。！]+$/, '') : '';
}

/** What is said of a file that gave no bytes: the sentence and the remedy. */
export function fetchFault(file: string, error: unknown): { readonly why: string; readonly todo: string } {
  const reason = chineseReason(error);
  return {
    why: `没有读到这个文件${reason && `：${reason}`}`,
    todo:
      reason === '' || error instanceof AbsentFileError
        ? `请检查数据文件夹里有没有 ${file}，文件名和大小写是否一致，补好后再试一次。`
        : `请刷新再试一次；仍不行，请管理员检查服务器上的 ${file} 能不能打开。`
  };
}
