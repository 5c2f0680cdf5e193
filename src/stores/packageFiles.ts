/** The files of the package that is open, with the batches that are on: read, shown as they would be, handed on. */
import type { PackageFiles } from '../datasets/batch/packageFiles';
import type { ReadBytes, TextTables } from '../datasets/batch/textTables';
import { AbsentFileError } from '../datasets/fileError';
import { loadDataset } from '../datasets/loadDataset';
import type { FetchBytes } from '../datasets/loadEffects';
import { PACKAGE_FILE } from '../datasets/read/packageFile';
import type { Batch } from '../domain/batch/batch';
import type { Dataset } from '../domain/model/dataset';
import { withoutFullStop } from '../domain/wording/withoutFullStop';
import { NOT_READ } from './keptBatches';
import { pauses } from './pauses';

/**
 * @param newFetch undefined until the package is open
 * @param on the batches that are laid over it
 */
export function packageFiles(newFetch: () => (() => FetchBytes) | undefined, on: () => readonly Batch[]) {
  /** Reads files of the package; rejects with a Chinese reason where one can't be read that may be there. */
  function reader(): ReadBytes {
    const fetchBytes = newFetch()?.();
    if (!fetchBytes) throw new Error(withoutFullStop(NOT_READ));
    return (path) =>
      fetchBytes(path).catch((error: unknown) => {
        if (error instanceof AbsentFileError) return undefined;
        throw error;
      });
  }

  /** Text rows as the package has them and as they are shown now; rejects with a Chinese reason. */
  async function tables(readBytes: ReadBytes = reader()): Promise<TextTables> {
    const { readTextTables } = await import('../datasets/batch/textTables');
    return readTextTables(new TextDecoder().decode(await readBytes(PACKAGE_FILE)), readBytes, on(), pauses());
  }

  /**
   * What is shown, as a data package; rejects with a Chinese reason.
   * @param isPublic with small counts of people withheld
   */
  async function exportPackage(textNames: readonly string[], isPublic: boolean): Promise<PackageFiles> {
    const readBytes = reader();
    const day = new Date().toISOString().slice(0, 10);
    const { packageFiles: pack } = await import('../datasets/batch/packageFiles');
    const packed = await pack(await tables(readBytes), readBytes, { batches: on(), day, textNames });
    if (!isPublic) return packed;
    const { publicPackage } = await import('../datasets/publicPackage');
    return publicPackage(packed, day, textNames);
  }

  /** The dataset as it would be with batches that aren't kept; rejects with a Chinese reason. */
  async function preview(more: readonly Batch[]): Promise<Dataset> {
    const fetchBytes = newFetch()?.();
    if (!fetchBytes) throw new Error(NOT_READ);
    const batches = async () => [...on(), ...more];
    const result = await loadDataset({ fetchBytes, yieldToPaint: pauses(), batches });
    if (result.kind === 'ok') return result.dataset;
    throw new Error(`${result.issues[0]?.why ?? '读不到数据'}。`);
  }

  return { tables, exportPackage, preview };
}
