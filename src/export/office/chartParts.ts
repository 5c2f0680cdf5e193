/** The parts of a native chart in a presentation or a paper. */
import type { NativeChart } from '../../charts/office/nativeChart';
import type { ChartRoom } from './chartGeometry';
import { chartWorkbook } from './chartWorkbook';
import { chartXml } from './chartXml';
import { relationsXml } from './packageXml';
import { ZipWriter } from './zipWriter';

/** The chart and the workbook that `编辑数据` opens, below `folder` of the file. */
export function addChart(
  zip: ZipWriter,
  folder: 'ppt' | 'word',
  number: number,
  chart: NativeChart,
  room: ChartRoom
): void {
  const book = new ZipWriter();
  for (const [path, text] of Object.entries(chartWorkbook(chart))) book.add(path, text);
  zip.add(`${folder}/charts/chart${number}.xml`, chartXml(chart, room));
  zip.add(
    `${folder}/charts/_rels/chart${number}.xml.rels`,
    relationsXml([{ id: 'rId1', type: 'package', target: `../embeddings/chart${number}.xlsx` }])
  );
  zip.add(`${folder}/embeddings/chart${number}.xlsx`, joined(book.end()));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
