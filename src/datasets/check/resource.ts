/** A file that the package names, as a resource of datapackage.json states it. */
import type { Fields } from '../../domain/model/fields';
import type { IssueList } from '../read/issueList';
import { NOTHING_STATED, type StatedContent } from './integrity';
import { asText } from './json';

/** The rule that issues of datapackage.json name. */
export const PACKAGE_RULE = '数据说明';

/** A file of the package that is no table. */
export interface TextResource {
  /** Path of the file beside datapackage.json. */
  readonly file: string;
  readonly stated: StatedContent;
}

/** A path of this folder or one below: no way up, no other host or drive. */
export function isInFolder(path: string): boolean {
  return /^[^/\\:?#]+(\/[^/\\:?#]+)*$/.test(path) && !path.split('/').includes('..');
}

/** `rows`, `bytes` and `hash` of a resource; `hash` is checked where it is `sha256:…`. */
export function statedOf(name: string, resource: Fields, issues: IssueList): StatedContent {
  const count = (key: 'rows' | 'bytes'): number | null => {
    const value = resource[key];
    if (value === undefined || value === null) return null;
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
    remind(issues, `“${name}”的 ${key} 不是不小于0的整数，没有核对`);
    return null;
  };
  const hash = /^sha-?256:([0-9a-f]{64})$/i.exec(asText(resource.hash));
  return {
    ...NOTHING_STATED,
    rows: count('rows'),
    bytes: count('bytes'),
    sha256: hash ? hash[1]!.toLowerCase() : null
  };
}

/** `lights`, `decks`, `scorecards` and `map` have no schema: each is JSON, checked by its own reader. */
export function textResource(
  name: string,
  what: string,
  resources: readonly Fields[],
  issues: IssueList
): TextResource | null {
  const resource = resources.find((r) => r.name === name);
  if (!resource) return null;
  const path = asText(resource.path);
  if (isInFolder(path)) return { file: path, stated: statedOf(name, resource, issues) };
  remind(issues, `“${name}”的 path“${path}”不是同一文件夹里的文件名，没有读${what}`);
  return null;
}

export function remind(issues: IssueList, why: string): void {
  issues.add({ level: '提醒', rule: PACKAGE_RULE, why, todo: '请改回程序认识的写法。' });
}
