import { describe, expect, it } from 'vitest';
import type { Machine } from '../../tools/browser/findBrowser';
import { findBrowser, findTestBrowser, installedCandidates } from '../../tools/browser/findBrowser';

const BUNDLED = { label: 'npm 包自带的 Chromium 143', executable: '/cache/chromium', env: {} };

function machine(programs: string[], over: Partial<Machine> = {}): Machine {
  return {
    platform: 'linux',
    arch: 'x64',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    isProgram: (path) => programs.includes(path),
    bundled: async () => BUNDLED,
    ...over
  };
}

describe('finding a browser as people have it', () => {
  it('takes the one the environment variable names, before an installed one', async () => {
    const found = await findBrowser(
      machine(['/opt/mine/chrome', '/usr/bin/chromium'], { env: { PATH: '/usr/bin', CHROME_PATH: '/opt/mine/chrome' } })
    );
    expect(found.executable).toBe('/opt/mine/chrome');
    expect(found.label).toBe('环境变量 CHROME_PATH：/opt/mine/chrome');
  });

  it('refuses a variable that names no program, instead of quietly taking another', async () => {
    const wrong = machine(['/usr/bin/chromium'], { env: { PATH: '/usr/bin', CHROME_PATH: '/opt/gone' } });
    await expect(findBrowser(wrong)).rejects.toThrow('环境变量 CHROME_PATH 指的不是能运行的程序：/opt/gone');
  });

  it('takes Chrome before Chromium before Edge, wherever each is on the path', async () => {
    const found = await findBrowser(
      machine(['/usr/local/bin/microsoft-edge', '/usr/local/bin/chromium', '/usr/bin/google-chrome'])
    );
    expect(found.executable).toBe('/usr/bin/google-chrome');
    expect(found.label).toBe('本机安装的浏览器：/usr/bin/google-chrome');
    expect((await findBrowser(machine(['/usr/local/bin/microsoft-edge', '/usr/bin/chromium']))).executable).toBe(
      '/usr/bin/chromium'
    );
    expect((await findBrowser(machine(['/usr/local/bin/microsoft-edge']))).executable).toBe(
      '/usr/local/bin/microsoft-edge'
    );
  });

  it('falls back on the one that comes with an npm package', async () => {
    expect(await findBrowser(machine([]))).toEqual(BUNDLED);
  });

  it('leaves the installed ones out when told to', async () => {
    const told = machine(['/usr/bin/chromium'], { env: { PATH: '/usr/bin', BROWSER_SOURCE: 'npm' } });
    expect(await findBrowser(told)).toEqual(BUNDLED);
  });

  it('says what to do where the npm package does not run and nothing is installed', async () => {
    const sentence = '没有找到浏览器：请安装 Chrome、Chromium 或 Edge，或者用环境变量 CHROME_PATH 写明它的位置。';
    await expect(findBrowser(machine([], { platform: 'win32' }))).rejects.toThrow(sentence);
    await expect(findBrowser(machine([], { platform: 'darwin' }))).rejects.toThrow(sentence);
    await expect(findBrowser(machine([], { arch: 'arm64' }))).rejects.toThrow(sentence);
  });

  it('knows the usual places on Windows', () => {
    const places = installedCandidates({
      platform: 'win32',
      env: { ProgramFiles: 'C:\\Program Files', 'ProgramFiles(x86)': 'C:\\Program Files (x86)', Path: 'D:\\bin' }
    });
    expect(places[0]).toBe('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe');
    expect(places).toContain('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe');
    expect(places).toContain('D:\\bin\\msedge.exe');
  });

  it('knows the usual places on macOS', () => {
    const places = installedCandidates({ platform: 'darwin', env: { HOME: '/Users/li' } });
    expect(places[0]).toBe('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect(places).toContain('/Users/li/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge');
  });
});

describe('finding the browser for the tests', () => {
  it('takes the one of the npm package before an installed one', async () => {
    expect(await findTestBrowser(machine(['/usr/bin/chromium']))).toEqual(BUNDLED);
  });

  it('takes the one the environment variable names before that', async () => {
    const env = { PATH: '/usr/bin', CHROME_PATH: '/opt/mine/chrome' };
    expect((await findTestBrowser(machine(['/opt/mine/chrome'], { env }))).executable).toBe('/opt/mine/chrome');
  });

  it('takes an installed one when told to, and where the npm package does not run', async () => {
    const env = { PATH: '/usr/bin', BROWSER_SOURCE: 'installed' };
    expect((await findTestBrowser(machine(['/usr/bin/chromium'], { env }))).executable).toBe('/usr/bin/chromium');
    const mac = machine(['/usr/bin/chromium'], { platform: 'darwin' });
    expect((await findTestBrowser(mac)).executable).toBe('/usr/bin/chromium');
  });
});
