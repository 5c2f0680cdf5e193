/** One regular file of a tar archive. */
export interface TarFile {
  path: string;
  executable: boolean;
  content: Buffer;
}

const BLOCK = 512;

/**
 * Reads the regular files of an uncompressed tar archive. Folders are implied by the paths; links and
 * devices are left out (no archive we read needs them). Own reader, because `tar` is not on every system.
 * Understands ustar prefixes and the long names of GNU and pax.
 * @throws when the archive is cut short or a path would leave the folder it is unpacked into
 */
export function* readTar(archive: Buffer): Generator<TarFile> {
  let longName: string | undefined;
  for (let offset = 0; offset + BLOCK <= archive.length;) {
    const header = archive.subarray(offset, offset + BLOCK);
    if (header.every((byte) => byte === 0)) return;
    const size = parseInt(text(header, 124, 12).trim() || '0', 8);
    const kind = String.fromCharCode(header[156]!);
    const start = offset + BLOCK;
    if (!(start + size <= archive.length)) throw new Error(`tar archive ends inside ${text(header, 0, 100)}`);
    const content = archive.subarray(start, start + size);
    offset = start + Math.ceil(size / BLOCK) * BLOCK;
    if (kind === 'L') longName = text(content, 0, size);
    else if (kind === 'x') longName = /\d+ path=([^\n]*)\n/.exec(content.toString('utf8'))?.[1] ?? longName;
    else {
      if (kind === '0' || kind === '\0') yield regularFile(header, content, longName);
      longName = undefined;
    }
  }
}

function regularFile(header: Buffer, content: Buffer, longName: string | undefined): TarFile {
  const prefix = text(header, 257, 5) === 'ustar' && header[262] === 0 ? text(header, 345, 155) : '';
  const path = longName ?? (prefix === '' ? '' : `${prefix}/`) + text(header, 0, 100);
  if (path.startsWith('/') || path.split(/[/\\]/).includes('..'))
    throw new Error(`tar path leaves the folder: ${path}`);
  return { path, executable: (parseInt(text(header, 100, 8).trim() || '0', 8) & 0o111) !== 0, content };
}

function text(bytes: Buffer, start: number, length: number): string {
  const field = bytes.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end === -1 ? length : end);
}
