/** A report's file on disk as text, as the page reads it. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { openReport, type ReportOpening } from '../src/datasets/intake/openReport';

/** Reads the file; every failure is Chinese sentences that name the file and what to do. */
export async function reportFile(path: string): Promise<ReportOpening> {
  const name = basename(path);
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await readFile(path));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const why = missing ? '找不到这个文件。请检查路径和文件名。' : '文件打不开。请检查是不是文件夹、有没有权限。';
    return { kind: 'refused', why: `${name}：${why}` };
  }
  return openReport(bytes, name);
}
