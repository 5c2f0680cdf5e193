/** datapackage.json as text: what its files hold, its version and its batches, the layout kept where it can be. */
import { type Fields, isFields, parseJson } from '../../domain/model/fields';
import { packageText } from './packageText';

/** What a file holds, as a resource of the package states it. */
export interface Description {
  readonly rows?: number;
  readonly bytes: number;
  readonly hash: string;
}

/**
 * The text of a package with `rows`, `bytes` and `hash` after the `path` of each file in `found`, and without them
 * for any other; the rest of the text stays as it was laid out, where each key stands on a line of its own.
 */
export function describePackage(text: string, found: ReadonlyMap<string, Description>): string {
  const lines = text.split('\n').filter((line) => !/^\s*"(rows|bytes|hash)": ("[^"]*"|\d+),?$/.test(line));
  const laidOut = lines.map((line) => withDescription(line, found)).join('\n');
  const wanted = JSON.stringify(describedJson(text, found));
  const isSame = parseJson(laidOut) !== undefined && sameJson(parseJson(laidOut), JSON.parse(wanted));
  return isSame ? laidOut : `${JSON.stringify(JSON.parse(wanted), null, 2)}\n`;
}

function withDescription(line: string, found: ReadonlyMap<string, Description>): string {
  const m = /^(\s*)"path": "([^"]*)",$/.exec(line);
  const description = m && found.get(m[2]!);
  if (!description) return line;
  const entries = Object.entries(description).filter(([, value]) => value !== undefined);
  return [line, ...entries.map(([key, value]) => `${m[1]}"${key}": ${JSON.stringify(value)},`)].join('\n');
}

function describedJson(text: string, found: ReadonlyMap<string, Description>): Fields {
  const { root, resources } = packageText(text);
  return {
    ...root,
    resources: resources.map(({ rows: _r, bytes: _b, hash: _h, ...rest }) => ({
      ...rest,
      ...found.get(String(rest.path))
    }))
  };
}

/** Equal whatever the order of keys. */
function sameJson(a: unknown, b: unknown): boolean {
  return sorted(a) === sorted(b);
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isFields(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part
  );
}

/**
 * The text of a package with another version, and the batches that it now holds after it; the rest stays as it was
 * laid out where `version` stands on a line of its own.
 */
export function versionPackage(text: string, version: string, batches: readonly string[]): string {
  const wanted: Record<string, unknown> = { ...packageText(text).root, version };
  if (batches.length > 0) wanted.batches = batches;
  else delete wanted.batches;
  const plain = text.replace(/^ {2}"batches": \[[^\]]*\],\n/m, '');
  const entry = batches.length > 0 ? `\n  "batches": ${JSON.stringify(batches)},` : '';
  const laidOut = plain.replace(/^ {2}"version": "[^"]*",$/m, () => `  "version": ${JSON.stringify(version)},${entry}`);
  return sameJson(parseJson(laidOut), wanted) ? laidOut : `${JSON.stringify(wanted, null, 2)}\n`;
}
