import { sha256 } from '../read/sha256';

/**
 * The version of the data shown: that of the package, and after `+` a mark for the batches on top of it, in their
 * order. A package that holds the same batches, and says so by this version, has the same without them.
 * @param onTop ids of batches
 */
export function dataVersion(packageVersion: string, onTop: readonly string[]): string {
  if (onTop.length === 0) return packageVersion;
  const [plain = '', mark = ''] = packageVersion.split(/\+(.*)/);
  const chained = onTop.reduce((before, id) => sha256(new TextEncoder().encode(`${before} ${id}`)).slice(0, 8), mark);
  return `${plain}+${chained}`;
}
