/** Carries out what the menu of a figure offers. Each answers with one sentence for the reader. */
import { saveBlob, saveText } from '../browser/saveFile';
import { fileName } from '../figures/fileName';
import type { Figure } from '../figures/figure';
import type { PlaceReport } from '../figures/placeReport';
import { deckPictures, deckWorkbook, exportDeck } from './exportDeck';
import { exportPaper, reportSections } from './exportPaper';
import { pauseFor, type ExportJob } from './job';
import { figurePicture } from './picture/figurePicture';
import { rasterise } from './picture/rasterise';
import { cardTexts, markTexts } from './plan/figureTexts';
import { fileTable } from './plan/fileTable';
import type { FileFormat } from './plan/formats';
import { printPictures, type Sheet } from './print';
import { copyTable } from './text/clipboardTable';
import { csvOf } from './text/tableCsv';

/**
 * Makes a file of a figure and hands it to the reader. All its rows go along, whatever part the screen shows.
 * @param report what a 汇报稿 says instead of this figure alone, where the screen is about a place
 * @param job how far it is, and a way to stop
 * @returns what became of it, one sentence; rejects with a Chinese reason
 */
export async function exportFigure(
  format: FileFormat,
  figure: Figure,
  job: ExportJob = {},
  report?: PlaceReport
): Promise<string> {
  const name = fileName(figure.file);
  const view = { title: '', notes: '', figure };
  const pause = pauseFor(job.signal);
  await pause();
  switch (format) {
    case 'png2':
    case 'png3': {
      const wanted = format === 'png2' ? 2 : 3;
      const picture = figurePicture(figure, job.stamp);
      const { blob, factor } = await rasterise(picture, wanted);
      await pause();
      const file = `${partName(figure, picture.part)}.png`;
      saveBlob(file, blob);
      return factor < wanted
        ? `已导出 ${file}；图太大，只能放大到${Math.floor(factor * 10) / 10}倍。`
        : savedMessage(file, picture.part);
    }
    case 'svg': {
      const { svg, part } = figurePicture(figure, job.stamp);
      const file = `${partName(figure, part)}.svg`;
      saveText(file, svg, 'image/svg+xml;charset=utf-8');
      return savedMessage(file, part);
    }
    case 'csv':
      saveText(`${name}.csv`, csvOf(figure, job.stamp), 'text/csv;charset=utf-8');
      return savedMessage(`${name}.csv`);
    case 'xlsx':
      saveBlob(`${name}.xlsx`, await deckWorkbook([view], job));
      return savedMessage(`${name}.xlsx`);
    case 'pptx':
      saveBlob(`${name}.pptx`, await exportDeck([view], { ...job, name }));
      return savedMessage(`${name}.pptx`);
    case 'docx': {
      const file = `${report ? fileName(report.file) : name}.docx`;
      const sections = report ? reportSections(report) : [{ title: '', views: [view] }];
      saveBlob(file, await exportPaper(sections, { ...job, name: report?.title ?? figure.verdict }));
      return savedMessage(file);
    }
    case 'copy':
      return copyTable(fileTable(figure), [
        ...markTexts(figure),
        ...cardTexts(figure),
        ...(job.stamp ? [job.stamp] : [])
      ])
        ? `已复制表格，${figure.table.rows.length}行，可粘贴到 WPS 或 Excel。`
        : '浏览器不让复制，请改用“表格 XLSX”。';
  }
}

/** Prints all pages of a figure, as a deck has them. */
export async function printFigure(figure: Figure, sheet: Sheet, job: ExportJob = {}): Promise<string> {
  const view = { title: '', notes: '', figure };
  const pictures = await deckPictures([view], { ...job, name: fileName(figure.file) });
  await printPictures(pictures, sheet);
  return `已交给打印，${pictures.length}张图；要 PDF，在打印窗口里选“另存为 PDF”。`;
}

/** A file that holds a part says so in its name. */
function partName(figure: Figure, part: string): string {
  return fileName([...figure.file, part.replace(/，.*$/, '')]);
}

function savedMessage(file: string, part = ''): string {
  return part ? `已导出 ${file}：图中是${part}；全部的数请导出 XLSX。` : `已导出 ${file}。`;
}
