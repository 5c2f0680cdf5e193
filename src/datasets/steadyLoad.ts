/**
 * Loading while somebody copies new files over the old: some tables are of one version and some of the other, and
 * hundreds of good rows would be reported as pointing at nothing. What looks like that is checked by asking for the
 * files once more; where one has changed meanwhile, all are loaded again.
 */
import { AbsentFileError } from './fileError';
import { loadDataset, type LoadResult } from './loadDataset';
import type { FetchBytes, LoadEffects } from './loadEffects';
import { PACKAGE_FILE } from './read/packageFile';

export interface SteadyEffects extends LoadEffects {
  /** Resolves after so many ms. */
  readonly wait: (ms: number) => Promise<void>;
}

/** Loadings at most; before each further one the copying is given time, in ms. */
const PAUSES = [0, 500, 2000] as const;

/** Rules that two versions side by side break, besides those of whole files. */
const SIGNS: readonly string[] = ['行数', '校验值', '大小', '外键', '关系', '数据包'];

/**
 * `loadDataset`, and again while files are being replaced. A package whose checksums hold is taken at once; without
 * any, rows that point at nothing are the sign. Progress starts anew with each loading.
 * @returns the last loading; with a 提醒 where the files were still changing
 */
export async function loadSteadily(effects: SteadyEffects): Promise<LoadResult> {
  let result: LoadResult | undefined;
  for (const pause of PAUSES) {
    if (pause > 0) await effects.wait(pause);
    const seen: Seen = new Map();
    result = await loadDataset({ ...effects, fetchBytes: noting(effects.fetchBytes, seen) });
    if (!looksMixed(result) || !(await hasChanged(effects.fetchBytes, seen))) return result;
  }
  const issue = {
    file: PACKAGE_FILE,
    level: '提醒',
    rule: '更新中',
    why: '读取的这段时间里数据文件一直在变，现在看到的可能是新旧混在一起的',
    todo: '请等复制完后刷新。',
    wholeFile: true
  } as const;
  return { ...result!, issues: [issue, ...result!.issues] };
}

function looksMixed({ issues }: LoadResult): boolean {
  return issues.some(({ rule, wholeFile }) => wholeFile === true || SIGNS.includes(rule));
}

/** What each file was; null for one that wasn't there. The loading holds the bytes as long. */
type Seen = Map<string, Uint8Array | null>;

/** Notes what each file was. One that failed in another way than by not being there isn't asked for again: it may never come. */
function noting(fetchBytes: FetchBytes, seen: Seen): FetchBytes {
  return async (path, onBytes) => {
    try {
      const bytes = await fetchBytes(path, onBytes);
      seen.set(path, bytes);
      return bytes;
    } catch (error) {
      if (error instanceof AbsentFileError) seen.set(path, null);
      throw error;
    }
  };
}

async function hasChanged(fetchBytes: FetchBytes, seen: Seen): Promise<boolean> {
  const marks = [...seen].map(([path, before]) => [path, before && mark(before)] as const);
  // The bytes of a large dataset aren't kept twice.
  seen.clear();
  const changed = await Promise.all(
    marks.map(async ([path, before]) => {
      try {
        return mark(await fetchBytes(path)) !== before;
      } catch (error) {
        return error instanceof AbsentFileError ? before !== null : false;
      }
    })
  );
  return changed.includes(true);
}

/** Length and a quick hash (FNV-1a). */
function mark(bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return `${bytes.length}-${hash >>> 0}`;
}
