import { isReport } from '../datasets/intake/openReport';
import type { SheetReader } from '../datasets/workbook/sheetReader';
import { useIntakeStore } from './intake';
import { usePackageDecksStore } from './packageDecks';
import { useReportStore } from './report';

/** No report is longer; what is may be a table, which is read in parts. */
const LONGEST = 20 * 1024 * 1024;
const isText = ({ name, size }: File): boolean => /\.(?:docx?|wps|txt)$/i.test(name) && size <= LONGEST;

/**
 * Takes files in where they belong: a report to 读报告, tables to 上新. One report is read at a time.
 * @returns the tab that shows what became of them
 */
export async function takeDropped(
  files: readonly File[],
  reader: SheetReader,
  big5 = false
): Promise<'intake' | 'report'> {
  const tables: File[] = [];
  const reports: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  for (const file of files) {
    const bytes = isText(file) ? new Uint8Array(await file.arrayBuffer()) : undefined;
    if (bytes && isReport(bytes, file.name)) reports.push({ name: file.name, bytes });
    else tables.push(file);
  }
  const [first, ...others] = reports;
  await usePackageDecksStore().look(tables);
  if (tables.length > 0) await useIntakeStore().addFiles(tables, reader, big5 ? { encoding: 'Big5' } : {});
  if (!first) return 'intake';
  const report = useReportStore();
  await report.take(first.name, first.bytes);
  if (others.length > 0) report.problem = `一次读一份报告，先读${first.name}；其余的请读完以后再放。`;
  return 'report';
}

/** Takes copied cells or copied sentences in. @returns as `takeDropped` */
export async function takePasted(
  copied: { readonly html: string; readonly text: string },
  reader: SheetReader
): Promise<'intake' | 'report'> {
  if (/<table[\s>]/i.test(copied.html) || !isReport(new TextEncoder().encode(copied.text), '.txt')) {
    await useIntakeStore().paste(copied, reader);
    return 'intake';
  }
  await useReportStore().paste(copied.text);
  return 'report';
}
