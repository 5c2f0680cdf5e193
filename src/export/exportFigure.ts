/** Carries out what the menu of a figure offers. Each answers with one sentence for the reader. */
import { saveBlob, saveText } from '../browser/saveFile';
import { fileName } from '../figures/fileName';
import type { Figure } from '../figures/figure';
import { copyTable } from './text/clipboardTable';
import { cardTexts } from './plan/figureTexts';
import { exportDeck } from './exportDeck';
import { figurePicture } from './picture/figurePicture';
import type { FileFormat } from './plan/formats';
import { xlsxLibrary } from './libraries';
import type { RowRange } from './plan/pptxPlan';
import { rasterise } from './picture/rasterise';
import { csvOf } from './text/tableCsv';
import { workbookPlan } from './plan/workbookPlan';

/**
 * Makes a file of a figure and hands it to the reader.
 * @param part rows of the chart that the screen shows, where it shows a part; tables are always whole
 * @returns what became of it, one sentence; rejects with a Chinese reason
 */
export async function exportFigure(format: FileFormat, figure: Figure, part?: RowRange): Promise<string> {
  const name = fileName(figure.file);
  switch (format) {
    case 'png2':
    case 'png3': {
      const wanted = format === 'png2' ? 2 : 3;
      const { blob, factor } = await rasterise(figurePicture(figure, part), wanted);
      saveBlob(`${name}.png`, blob);
      return factor < wanted
        ? `已导出 ${name}.png；图太大，只能放大到${Math.floor(factor * 10) / 10}倍。`
        : said(`${name}.png`);
    }
    case 'svg':
      saveText(`${name}.svg`, figurePicture(figure, part).svg, 'image/svg+xml;charset=utf-8');
      return said(`${name}.svg`);
    case 'csv':
      saveText(`${name}.csv`, csvOf(figure), 'text/csv;charset=utf-8');
      return said(`${name}.csv`);
    case 'xlsx':
      return saveWorkbook(name, [figure]);
    case 'pptx':
      saveBlob(`${name}.pptx`, await exportDeck([{ title: '', notes: '', figure, part }], { name }));
      return said(`${name}.pptx`);
    case 'copy':
      return copyTable(figure.table, cardTexts(figure))
        ? `已复制表格，${figure.table.rows.length}行，可粘贴到 WPS 或 Excel。`
        : '浏览器不让复制，请改用“表格 XLSX”。';
  }
}

/** One workbook for some figures, a sheet each. */
export async function saveWorkbook(name: string, figures: readonly Figure[]): Promise<string> {
  const { writeWorkbook } = await xlsxLibrary();
  saveBlob(`${name}.xlsx`, await writeWorkbook(workbookPlan(figures)));
  return said(`${name}.xlsx`);
}

function said(file: string): string {
  return `已导出 ${file}。`;
}
