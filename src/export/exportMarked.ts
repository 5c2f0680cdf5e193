/** Makes a workbook of a clerk's own sheets with the cells marked that need mending. */
import { saveBlob } from '../browser/saveFile';
import type { Remark } from '../domain/batch/proposal';
import type { Worksheet } from '../domain/sheet/worksheet';
import { xlsxLibrary } from './libraries';
import { markedSheets } from './plan/markedSheets';

/** @param title of the file, without an ending */
export async function exportMarked(
  title: string,
  sheets: readonly Worksheet[],
  remarks: readonly Remark[]
): Promise<void> {
  const { writeWorkbook } = await xlsxLibrary();
  saveBlob(`${title}（标出要改的）.xlsx`, await writeWorkbook(markedSheets(sheets, remarks)));
}
