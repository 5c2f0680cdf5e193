/** The twin of a data folder: one classic script that registers every file, for file://, where fetch is refused. */

/** Files of a data folder that have a twin: the package, its tables and the list of changes. */
export const TWIN_FILE = /\.(csv|json)$|^CHANGES\.md$/;

/**
 * The script. Bytes travel as base64 only where they aren't UTF-8.
 * @param files by name
 * @param textNames names of the texts in `sources` that have a twin of their own
 * @param alone paths of the other files that have one (`fileTwin`)
 */
export function twinsScript(
  files: ReadonlyMap<string, Uint8Array>,
  textNames: readonly string[],
  alone: readonly string[] = []
): string {
  const twins: Record<string, { text?: string; base64?: string }> = {};
  files.forEach((bytes, name) => (twins[name] = twinOf(bytes)));
  const lines = [`TWINS__=${scriptJson(twins)}`, `TEXT_NAMES__=${scriptJson(textNames)}`];
  if (alone.length > 0) lines.push(`FILE_NAMES__=${scriptJson(alone)}`);
  return lines.map((line) => `window.__KANBAN_${line};\n`).join('');
}

/** The script of one file: of a large table, which isn't read with the others, and of the parts of its pack. */
export function fileTwin(path: string, bytes: Uint8Array): string {
  return `(window.__KANBAN_FILES__=window.__KANBAN_FILES__||{})[${scriptJson(path)}]=${scriptJson(twinOf(bytes))};\n`;
}

/** A file as its script carries it: its text where it is UTF-8, else base64. */
export function twinOf(bytes: Uint8Array): { text?: string; base64?: string } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    let binary = '';
    bytes.forEach((byte) => (binary += String.fromCharCode(byte)));
    return { base64: btoa(binary) };
  }
}

/** U+2028 and U+2029 end a line in the script source of older engines. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}
