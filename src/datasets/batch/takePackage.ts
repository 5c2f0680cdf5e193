/** A package that comes from elsewhere, taken in as one batch: all that differs from what is shown. */
import type { Batch } from '../../domain/batch/batch';
import { changesBetween } from '../../domain/batch/between';
import { mixFault } from '../../domain/model/fictional';
import { PACKAGE_FILE } from '../read/packageFile';
import { decode } from '../read/decode';
import { sha256 } from '../read/sha256';
import { newBatch } from './newBatch';
import { readTextTables, type TextTables } from './textTables';
import { withoutFullStop } from '../../domain/wording/withoutFullStop';

export type PackageTaking =
  | { readonly kind: 'batch'; readonly batch: Batch }
  /** All of it is there already. */
  | { readonly kind: 'same' }
  /** `why` is a Chinese clause without a full stop. */
  | { readonly kind: 'refused'; readonly why: string };

/**
 * What a package brings. Its batches are known by what they did: what is there already is no change.
 * @param files of the package, by name
 * @param archive the file they came in
 * @param shown the tables as they are shown now
 */
export async function takePackage(
  files: ReadonlyMap<string, Uint8Array>,
  archive: { readonly name: string; readonly bytes: Uint8Array },
  shown: TextTables,
  { made, base }: Pick<Batch, 'made' | 'base'>
): Promise<PackageTaking> {
  const described = files.get(PACKAGE_FILE);
  const decoded = described && decode(described, PACKAGE_FILE);
  if (decoded?.kind !== 'text') return { kind: 'refused', why: `“${archive.name}”里没有 ${PACKAGE_FILE}，不是数据包` };
  let theirs: TextTables;
  try {
    theirs = await readTextTables(decoded.text, (path) => Promise.resolve(files.get(path)), []);
  } catch (error) {
    return { kind: 'refused', why: `“${archive.name}”的 ${PACKAGE_FILE} 读不成：${(error as Error).message}` };
  }
  if (theirs.about.name !== shown.about.name)
    return { kind: 'refused', why: `“${archive.name}”是另一套数据（${theirs.about.name || '没有写名称'}）的数据包` };
  const mixing = mixFault(shown.about, theirs.about);
  if (mixing) return { kind: 'refused', why: withoutFullStop(mixing) };
  const unread = theirs.schemas.find(({ file, name }) => files.has(file) && !theirs.files.has(name));
  if (unread) return { kind: 'refused', why: `“${archive.name}”里的 ${unread.file} 读不成` };
  const changes = changesBetween(shown.applied.tables, theirs.base, shown.schema);
  if (changes.length === 0) return { kind: 'same' };
  const { name, bytes } = archive;
  const file = { name, bytes: bytes.length, sha256: sha256(bytes) };
  const title = `数据包 ${theirs.about.version}`;
  return {
    kind: 'batch',
    batch: newBatch({ made, kind: '数据包', title, files: [file], base, decisions: [], changes })
  };
}
