import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import type { PageComplaint } from '../../tools/browser/cdpPage';
import { CdpBrowser } from '../../tools/browser/cdp';
import {
  checkIntegrity,
  OLD_BROWSER_SOURCES,
  oldBrowser,
  oldMajorsToTry,
  packageContents
} from '../../tools/browser/oldBrowsers';
import { readTar } from '../../tools/browser/tar';

/** One ustar member: header block, content, padding. */
function member(path: string, content: string, kind = '0', mode = '644'): Buffer {
  const bytes = Buffer.from(content);
  const header = Buffer.alloc(512);
  header.write(path, 0);
  header.write(`0000${mode}\0`, 100);
  header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write(kind, 156);
  header.write('ustar\0', 257);
  return Buffer.concat([header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

const END = Buffer.alloc(1024);

describe('the tar reader', () => {
  it('gives the files with their content, and says which may be run', () => {
    const archive = Buffer.concat([
      member('lib/', '', '5', '755'),
      member('lib/a.so', '甲'),
      member('chromium', 'x', '0', '755'),
      END
    ]);
    expect(
      [...readTar(archive)].map(({ path, executable, content }) => [path, executable, content.toString()])
    ).toEqual([
      ['lib/a.so', false, '甲'],
      ['chromium', true, 'x']
    ]);
  });

  it('understands the long names of GNU and of pax', () => {
    const long = `${'长'.repeat(50)}.txt`;
    const record = (text: string) => `${Buffer.byteLength(text) + 4} ${text}`;
    const archive = Buffer.concat([
      member('././@LongLink', `${long}\0`, 'L'),
      member('short', '1'),
      member('pax', record(`path=${long}\n`), 'x'),
      member('short', '2'),
      member('plain', '3'),
      END
    ]);
    expect([...readTar(archive)].map(({ path }) => path)).toEqual([long, long, 'plain']);
  });

  it('refuses a path that leaves the folder, and an archive cut short', () => {
    expect(() => [...readTar(Buffer.concat([member('../evil', 'x'), END]))]).toThrow(
      'tar path leaves the folder: ../evil'
    );
    expect(() => [...readTar(member('a', 'x'.repeat(600)).subarray(0, 1024))]).toThrow('tar archive ends inside a');
  });
});

describe('the old browsers', () => {
  it('are pinned to exact versions and to the digest of the package', () => {
    for (const { version, integrity } of Object.values(OLD_BROWSER_SOURCES)) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
      expect(integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
    }
  });

  it('refuse bytes that are not the pinned ones', () => {
    // sha512 of the three bytes "abc", from FIPS 180-4.
    const abc = 'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==';
    expect(() => checkIntegrity(Buffer.from('abc'), abc, 'some@1.0.0')).not.toThrow();
    expect(() => checkIntegrity(Buffer.from('abd'), abc, 'some@1.0.0')).toThrow('some@1.0.0 的内容与登记的不符');
  });

  it('are read from bin/ of the package file', () => {
    const tgz = gzipSync(
      Buffer.concat([member('package/package.json', '{}'), member('package/bin/chromium.br', 'x'), END])
    );
    expect([...packageContents(tgz).keys()]).toEqual(['package/bin/chromium.br']);
  });

  it('are 83 and 109 in every run, all four when asked for, none where they cannot run', () => {
    expect(oldMajorsToTry({}, true)).toEqual([83, 109]);
    expect(oldMajorsToTry({ OLD_BROWSERS: 'all' }, true)).toEqual([79, 83, 92, 109]);
    expect(oldMajorsToTry({ OLD_BROWSERS: 'all' }, false)).toEqual([]);
  });
});

const PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><body style="margin:0;font:40px sans-serif">
<p>丹江口市、房县</p><button onclick="this.textContent='已点'">点</button><script>console.error('坏了')</script>`;

describe.each(oldMajorsToTry())('Chromium %i', (major) => {
  it('starts, writes Chinese, is clicked and tells what the page complained of', { timeout: 300_000 }, async () => {
    // The log line of a first download is not what is tested.
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const folder = mkdtempSync(join(tmpdir(), 'old-browser-'));
    const engine = await oldBrowser(major);
    log.mockRestore();
    const browser = await CdpBrowser.launch(engine);
    try {
      expect(await browser.version()).toContain(`Chrome/${major}.`);
      writeFileSync(join(folder, 'index.html'), PAGE);
      const complaints: PageComplaint[] = [];
      const page = await browser.newPage({
        onComplaint: (complaint) => complaints.push(complaint),
        allowRequest: (url) => url.startsWith(pathToFileURL(folder).href)
      });
      await page.goto(pathToFileURL(join(folder, 'index.html')).href);
      await page.click('button');
      await page.waitFor(`document.querySelector('button').textContent === '已点'`);
      await page.evaluate(`fetch('http://127.0.0.1:1/').catch(function () {})`);
      expect(complaints).toContainEqual({ kind: 'console', text: 'error: 坏了' });
      expect(complaints).toContainEqual({ kind: 'request', text: 'http://127.0.0.1:1/' });
      expect(await page.evaluate(DISTINCT_GLYPHS)).toBe(true);
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Without a Chinese font two characters are the same empty box, as a private-use one is. */
const DISTINCT_GLYPHS = `(function () {
  function pixels(character) {
    var canvas = document.createElement('canvas');
    canvas.width = canvas.height = 48;
    var context = canvas.getContext('2d');
    context.font = '40px sans-serif';
    context.fillText(character, 2, 40);
    return canvas.toDataURL();
  }
  var box = pixels('\\uE123');
  return pixels('丹') !== pixels('县') && pixels('丹') !== box && pixels('县') !== box;
})()`;
