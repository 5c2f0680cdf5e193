import { accessSync, constants, statSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import type { Engine } from './engine';
import { fontEnvironment } from './engine';
import { bundledBrowser, packedBrowsersRun } from './unpack';

/** What the search looks at, so that a test can describe any machine. */
export interface Machine {
  platform: string;
  arch: string;
  env: Record<string, string | undefined>;
  /** Whether the path is a program that can be started. */
  isProgram: (path: string) => boolean;
  bundled: () => Promise<Engine>;
}

const LINUX_NAMES = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable'
];
const LINUX_PATHS = [
  '/opt/google/chrome/chrome',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/microsoft/msedge/msedge'
];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_PATHS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe'
];
const WINDOWS_FOLDERS = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'];

/**
 * The browser for the tests, in this order: CHROME_PATH; the one that comes with an npm package (Linux on x64): the
 * same pictures on every machine, and without windows it takes a third less of the processor than an installed one
 * of the same day; an installed one. BROWSER_SOURCE=installed leaves the npm package out.
 * @throws as `findBrowser`
 */
export function findTestBrowser(machine: Machine = thisMachine()): Promise<Engine> {
  const named = machine.env.CHROME_PATH !== undefined && machine.env.CHROME_PATH !== '';
  const packed = packedBrowsersRun(machine.platform, machine.arch) && machine.env.BROWSER_SOURCE !== 'installed';
  return !named && packed ? machine.bundled() : findBrowser(machine);
}

/**
 * A browser as people have it, in this order: CHROME_PATH; an installed Chrome, Chromium or Edge; the one
 * that comes with an npm package (Linux on x64). BROWSER_SOURCE=npm leaves the installed ones out.
 * @throws with a sentence in Chinese when CHROME_PATH names no program or nothing is found
 */
export async function findBrowser(machine: Machine = thisMachine()): Promise<Engine> {
  const wanted = machine.env.CHROME_PATH;
  if (wanted !== undefined && wanted !== '') {
    if (!machine.isProgram(wanted)) throw new Error(`环境变量 CHROME_PATH 指的不是能运行的程序：${wanted}`);
    return { label: `环境变量 CHROME_PATH：${wanted}`, executable: wanted, env: installedEnvironment(machine) };
  }
  if (machine.env.BROWSER_SOURCE !== 'npm') {
    const installed = installedCandidates(machine).find((path) => machine.isProgram(path));
    if (installed !== undefined) {
      return { label: `本机安装的浏览器：${installed}`, executable: installed, env: installedEnvironment(machine) };
    }
  }
  if (packedBrowsersRun(machine.platform, machine.arch)) return machine.bundled();
  throw new Error('没有找到浏览器：请安装 Chrome、Chromium 或 Edge，或者用环境变量 CHROME_PATH 写明它的位置。');
}

/** Every place an installed browser may be, most likely first. */
export function installedCandidates({ platform, env }: Pick<Machine, 'platform' | 'env'>): string[] {
  if (platform === 'win32') {
    return WINDOWS_PATHS.flatMap((path) =>
      WINDOWS_FOLDERS.flatMap((name) => (env[name] ? [win32.join(env[name], path)] : []))
    ).concat(onPath(env, ['chrome.exe', 'msedge.exe'], win32.delimiter, win32.join));
  }
  if (platform === 'darwin') {
    return MAC_APPS.flatMap((app) =>
      ['/Applications', ...(env.HOME ? [posix.join(env.HOME, 'Applications')] : [])].map((folder) =>
        posix.join(folder, `${app}.app`, 'Contents', 'MacOS', app)
      )
    ).concat(onPath(env, LINUX_NAMES, posix.delimiter, posix.join));
  }
  return [...onPath(env, LINUX_NAMES, posix.delimiter, posix.join), ...LINUX_PATHS];
}

function onPath(
  env: Machine['env'],
  names: string[],
  delimiter: string,
  join: (...parts: string[]) => string
): string[] {
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function installedEnvironment(machine: Machine): Record<string, string> {
  return machine.platform === 'linux' ? fontEnvironment('installed') : {};
}

function thisMachine(): Machine {
  return {
    platform: process.platform,
    arch: process.arch,
    env: process.env,
    isProgram: (path) => {
      try {
        accessSync(path, constants.X_OK);
        return statSync(path).isFile();
      } catch {
        return false;
      }
    },
    bundled: bundledBrowser
  };
}
