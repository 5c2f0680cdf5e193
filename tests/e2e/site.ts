/** Where a test's page comes from: dist/ itself, or a copy of it with other data, over http or by double click. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { writeTwins } from '../../tools/dataTwins';
import { startServer } from '../../tools/serve.mjs';
import { ProblemLog } from './problemLog';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What is opened, and how it is reached. */
export interface SiteOptions {
  /** `real`: as built (default); `monthly`: the made-up dataset; else a data folder, relative to the repository. */
  dataset?: 'real' | 'monthly' | string;
  /** Over http from a server of its own (default), or by double click. */
  via?: 'http' | 'file';
  /** Folder the page appears in, e.g. `/卫健 看板/子目录/`: in the address over http, on the disk over file. */
  prefix?: string;
  /** Changes the copy of dist/ before it is opened; the twins script is rebuilt afterwards. */
  edit?: (folder: string) => void | Promise<void>;
  /** Sent with every file over http, e.g. a Content-Security-Policy. */
  headers?: Record<string, string>;
}

/** The folder of a page, as it is reached. */
export interface Site {
  /** Address of the folder, ending with a slash. */
  url: string;
  /** Address of the page itself, without `#`. */
  page: string;
  folder: string;
  /** Whether the folder is a copy that a test may write into. */
  own: boolean;
  problems: ProblemLog;
  isInside: (url: string) => boolean;
  close: () => Promise<void>;
}

type Server = Awaited<ReturnType<typeof startServer>>;

/** A place on the disk for a copy of dist/, and the server that shows it once it was wanted over http. */
interface Lodging {
  readonly temporary: string;
  server?: Server;
}

let distServer: Promise<Server> | undefined;
/** Taken again by the next copy: at the same address the browser has the scripts compiled already. */
const empty: Lodging[] = [];

/** Makes the folder wanted and says how it is reached; `close` takes back what was made. */
export async function openSite(options: SiteOptions): Promise<Site> {
  const { folder, lodging } = await prepareFolder(options);
  const remove = () => {
    if (!lodging) return;
    rmSync(lodging.temporary, { recursive: true, force: true });
    empty.push(lodging);
  };
  const server = options.via === 'file' ? undefined : await serverOf(folder, lodging, options);
  const url = server?.url ?? `${pathToFileURL(folder).href}/`;
  const own = server && (options.prefix !== undefined || options.headers !== undefined);
  return {
    url,
    page: server ? url : `${url}index.html`,
    folder,
    own: lodging !== undefined,
    problems: new ProblemLog(),
    isInside: insideOf(url),
    close: async () => {
      if (own) await server.close();
      remove();
    }
  };
}

/** One that lasts as long as the worker, unless it is to be unlike the others. */
async function serverOf(folder: string, lodging: Lodging | undefined, options: SiteOptions): Promise<Server> {
  const { prefix = '/', headers = {} } = options;
  if (options.prefix !== undefined || options.headers !== undefined) {
    return startServer({ root: folder, prefix, headers });
  }
  if (lodging) return (lodging.server ??= await startServer({ root: folder }));
  // dist/ itself never changes: its files are packed once, and what carries a version is kept by the browser.
  return (distServer ??= startServer({ root: folder, keepVersions: true }));
}

/** Data and blob addresses never leave the page. */
function insideOf(folderUrl: string): (url: string) => boolean {
  return (url) => url.startsWith(folderUrl) || /^(about|data|blob):/.test(url);
}

async function prepareFolder(options: SiteOptions): Promise<{ folder: string; lodging?: Lodging }> {
  // A build elsewhere can be tested while dist/ is in use.
  const dist = resolve(ROOT, process.env.KANBAN_DIST ?? 'dist');
  if (!existsSync(join(dist, 'index.html'))) throw new Error('dist/ is missing: run npm run build first');
  const dataset = options.dataset ?? 'real';
  const elsewhere = options.via === 'file' && options.prefix !== undefined;
  if (dataset === 'real' && !options.edit && !elsewhere) return { folder: dist };

  const lodging = empty.pop() ?? {
    // The real path: on macOS the temporary folder is a link, and addresses are compared as text.
    temporary: mkdtempSync(join(realpathSync(tmpdir()), 'kanban-'))
  };
  const folder = join(lodging.temporary, ...(elsewhere ? options.prefix!.split('/').filter(Boolean) : ['dist']));
  mkdirSync(folder, { recursive: true });
  // With the times of the files: by them the browser is told that it has a script already.
  cpSync(dist, folder, { recursive: true, preserveTimestamps: true });
  if (dataset !== 'real') {
    const from = resolve(ROOT, dataset === 'monthly' ? 'tests/fixtures/monthly' : dataset);
    rmSync(join(folder, 'data'), { recursive: true, force: true });
    cpSync(from, join(folder, 'data'), { recursive: true });
    // Without the list the page asks for it in vain, which is no fault but stands in the console.
    if (!existsSync(join(folder, 'data/datasets.json'))) writeFileSync(join(folder, 'data/datasets.json'), '[]\n');
  }
  await options.edit?.(folder);
  if (existsSync(join(folder, 'data'))) writeTwins(join(folder, 'data'));
  return { folder, lodging };
}
