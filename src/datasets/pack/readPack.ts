/** The files of a pack, each held against what is said of it: the directory, and chunks when they are asked for. */
import { gunzipSync } from 'fflate';
import type { StatedContent } from '../check/integrity';
import { digest } from '../read/sha256';
import { type Chunk, decodeChunk } from './decodeChunk';
import { PackError, PackFault } from './fault';
import type { AnswerEntry, ChunkEntry, FileEntry, PackIndex, PlaceChunkEntry } from './format';
import { parseIndex } from './parseIndex';

type Fetch = (path: string) => Promise<Uint8Array>;

/** What the pack must be of. */
export interface PackOwner {
  readonly name: string;
  readonly version: string;
  /** The table it stands for, and what the package says of it. */
  readonly file: string;
  readonly stated: StatedContent;
}

/**
 * @param path of the directory, beside datapackage.json
 * @throws PackError for a pack of something else, of another version, cut, altered or not there; as `readChunk`
 */
export function readIndex(fetchBytes: Fetch, path: string, owner: PackOwner): Promise<PackIndex> {
  return inFile(path, async () => {
    const read = parseIndex(new TextDecoder().decode(await fetchBytes(path)));
    refuseOther(read, owner);
    return read;
  });
}

/** @param folder of the pack, with a slash at its end */
export function readChunk(fetchBytes: Fetch, folder: string, entry: ChunkEntry | PlaceChunkEntry): Promise<Chunk> {
  const path = folder + entry.file;
  return inFile(path, async () => opened(entry, await fetchBytes(path)));
}

/** The bytes of an answer after gzip. @param folder of the pack, with a slash at its end */
export function readAnswer(fetchBytes: Fetch, folder: string, entry: AnswerEntry): Promise<Uint8Array> {
  const path = folder + entry.file;
  return inFile(path, async () => content(entry, await fetchBytes(path)));
}

/** What `work` throws as a fault of a file. */
export async function inFile<T>(file: string, work: () => Promise<T>): Promise<T> {
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

async function opened(entry: ChunkEntry | PlaceChunkEntry, bytes: Uint8Array): Promise<Chunk> {
  const chunk = decodeChunk(await content(entry, bytes));
  const [{ entries }, stated] =
    'places' in entry ? [chunk.coded.place, entry.places] : [chunk.coded.indicator, entry.indicators];
  if (chunk.rows !== entry.rows || entries.some((id) => !stated.includes(id)))
    throw new PackFault('和目录里说的不一样');
  return chunk;
}

/** What is packed in a file that is as the directory says. */
async function content({ bytes: size, sha256 }: FileEntry, bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes.length !== size) throw new PackFault(`不完整：应有${size}字节，实有${bytes.length}字节`);
  if ((await digest(bytes)) !== sha256) throw new PackFault('校验值不对，内容改过或者没有传完整');
  return unzipped(bytes);
}

/** By the engine where it can: Chromium since 80. */
async function unzipped(bytes: Uint8Array): Promise<Uint8Array> {
  try {
    const Unzip = globalThis.DecompressionStream as typeof DecompressionStream | undefined;
    if (!Unzip) return gunzipSync(bytes);
    const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(new Unzip('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    throw new PackFault('解不开，内容损坏');
  }
}
