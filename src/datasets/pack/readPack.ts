/** A pack from its files: the directory, then all its chunks, each held against what the directory says of it. */
import { gunzipSync } from 'fflate';
import type { StatedContent } from '../check/integrity';
import { digest } from '../read/sha256';
import { type Chunk, decodeChunk } from './decodeChunk';
import { PackError, PackFault } from './fault';
import type { ChunkEntry, PackIndex } from './format';
import { parseIndex } from './parseIndex';

export interface Pack {
  readonly index: PackIndex;
  readonly chunks: readonly Chunk[];
}

/** What the pack must be of. */
export interface PackOwner {
  readonly name: string;
  readonly version: string;
  /** The table it stands for, and what the package says of it. */
  readonly file: string;
  readonly stated: StatedContent;
}

type Fetch = (path: string) => Promise<Uint8Array>;

/** Chunks asked for at once: a browser has six connections. */
const AT_ONCE = 6;

/**
 * @param path of the directory, beside datapackage.json
 * @param onShare told which part of the chunks is there, 0 to 1
 * @param pause called after each chunk
 * @throws PackError for a pack of something else, of another version, cut, altered or not there
 */
export async function readPack(
  fetchBytes: Fetch,
  path: string,
  owner: PackOwner,
  onShare: (share: number) => void,
  pause: () => Promise<void>
): Promise<Pack> {
  const index = await at(path, async () => {
    const read = parseIndex(new TextDecoder().decode(await fetchBytes(path)));
    refuseOther(read, owner);
    return read;
  });
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const chunks: Chunk[] = new Array<Chunk>(index.chunks.length);
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    while (next < index.chunks.length) {
      const i = next++;
      const entry = index.chunks[i]!;
      chunks[i] = await at(folder + entry.file, async () => opened(entry, await fetchBytes(folder + entry.file)));
      onShare(++done / index.chunks.length);
      await pause();
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } catch (error) {
    // Those who still ask come to an end too.
    next = index.chunks.length;
    throw error;
  }
  return { index, chunks };
}

async function at<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const why = error instanceof Error && /[\u4e00-\u9fff]/.test(error.message) ? error.message : '没有读到这个文件';
    throw new PackError(file, why);
  }
}

/** A pack of other data would show other numbers under the same names. */
function refuseOther({ dataset, version, source }: PackIndex, owner: PackOwner): void {
  if (dataset !== owner.name) throw new PackFault(`是另一个数据集“${dataset}”的`);
  if (version !== owner.version) throw new PackFault(`是数据第${version}版的，现在是第${owner.version}版`);
  const { bytes, sha256 } = owner.stated;
  if (
    source.file !== owner.file ||
    (sha256 !== null ? sha256 !== source.sha256 : bytes !== null && bytes !== source.bytes)
  )
    throw new PackFault(`不是照现在这份 ${owner.file} 做的`);
}

async function opened({ bytes: size, sha256, rows, indicators }: ChunkEntry, bytes: Uint8Array): Promise<Chunk> {
  if (bytes.length !== size) throw new PackFault(`不完整：应有${size}字节，实有${bytes.length}字节`);
  if ((await digest(bytes)) !== sha256) throw new PackFault('校验值不对，内容改过或者没有传完整');
  const chunk = decodeChunk(unzipped(bytes));
  const { entries } = chunk.coded.indicator;
  if (chunk.rows !== rows || entries.some((id) => !indicators.includes(id))) throw new PackFault('和目录里说的不一样');
  return chunk;
}

function unzipped(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes);
  } catch {
    throw new PackFault('解不开，内容损坏');
  }
}
