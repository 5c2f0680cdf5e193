import { readClipboard, readFile } from '../../src/datasets/workbook/readFile';
import type { SheetReader } from '../../src/datasets/workbook/sheetReader';

/** Reads at once, as no page does. */
export const plainReader: SheetReader = {
  readFile: async (file, options) => readFile(new Uint8Array(await file.arrayBuffer()), file.name, options),
  readClipboard: (copied) => Promise.resolve(readClipboard(copied))
};
