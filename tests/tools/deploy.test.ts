import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GUIDE_STYLE, guideHtml } from '../../tools/deploy/guide';
import { licenceOf, licencesOf, packageFolder } from '../../tools/deploy/licences';
import { headerPolicy, policyOf } from '../../tools/deploy/policy';
import { apacheConfig, nginxConfig, tomcatWebXml, webConfig } from '../../tools/deploy/servers';
import { packFolder } from '../../tools/pack';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kanban-deploy-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const PAGE = `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; object-src 'none'" />`;

describe('the policy as a header', () => {
  it('is the one of the page, with what only a header can say and the style of the guide', () => {
    const policy = headerPolicy(policyOf(PAGE), 'p{}');
    const hash = createHash('sha256').update('p{}').digest('base64');
    expect(policy).toBe(
      `default-src 'self'; style-src 'self' 'sha256-${hash}'; object-src 'none'; frame-ancestors 'self'`
    );
  });

  it('is refused where the page states none', () => expect(() => policyOf('<p>')).toThrow('no Content-Security'));

  it('of index.html allows no inline code and no other host', () => {
    const policy = headerPolicy(policyOf(readFileSync(resolve('index.html'), 'utf8')), GUIDE_STYLE);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });
});

describe('部署说明.html', () => {
  const html = guideHtml({ version: '1.2.3', policy: "default-src 'self'", bytes: 2_345_678 });

  it('holds everything itself: no script, no picture, no link out of it', () => {
    expect(html).not.toMatch(/<script|<img|<link|@import|url\(|\son\w+=|\sstyle=/i);
    expect([...html.matchAll(/href="([^"]+)"/g)].every(([, href]) => href!.startsWith('#'))).toBe(true);
  });

  it('allows its own style by its hash, and nothing else', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)![1]!;
    const hash = createHash('sha256').update(style).digest('base64');
    expect(html).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`
    );
    expect(style).toContain('@media print');
  });

  it('speaks of every place and server, of updating, going back and browsers', () => {
    for (const word of [
      'IIS',
      'Nginx',
      'Apache',
      'Tomcat',
      '共享盘',
      'WPS',
      'U 盘',
      'MIME',
      'gzip',
      '更新数据',
      '退回上一版',
      '360',
      '奇安信',
      'UOS',
      '1.2.3版',
      '约2.3 MB'
    ])
      expect(html, word).toContain(word);
  });
});

/** Names of elements that are opened and not closed, or the other way round. */
function unbalanced(xml: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, close, name, attributes] of xml
    .replace(/<!--[\s\S]*?-->|<\?[^>]*\?>/g, '')
    .matchAll(/<(\/?)([\w-]+)([^>]*)>/g)) {
    if (close) {
      if (open.pop() !== name) wrong.push(name!);
    } else if (!attributes!.endsWith('/')) open.push(name!);
  }
  return [...wrong, ...open];
}

describe('the settings of the servers', () => {
  const policy = `default-src 'self'; style-src 'self' "x"`;

  it('are well-formed XML for IIS and Tomcat', () => {
    expect(unbalanced(webConfig(policy))).toEqual([]);
    expect(webConfig(policy)).toContain("style-src 'self' &quot;x&quot;\"");
    expect(unbalanced(tomcatWebXml())).toEqual([]);
  });

  it('keep what carries its version for a year and ask for everything else, each in its own words', () => {
    const nginx = nginxConfig({ name: '看板', root: '/srv', policy: 'p' });
    expect(nginx.http).toMatch(/""\s+"no-cache";\s+default "public, max-age=31536000, immutable"/);
    expect(apacheConfig({ name: '看板', folder: '/srv/看板', policy: 'p' })).toMatch(
      /Header set Cache-Control "no-cache"[\s\S]*v=[\s\S]*max-age=31536000/
    );
    expect(webConfig('p')).toMatch(/DisableCache[\s\S]*<location path="assets">[\s\S]*365\.00:00:00/);
    expect(tomcatWebXml()).toMatch(/keepVersioned<\/filter-name><url-pattern>\/assets\/\*/);
  });
});

describe('the licences of what ships', () => {
  const put = (about: object, files: Record<string, string> = {}): string => {
    const at = join(folder, 'node_modules/one');
    mkdirSync(at, { recursive: true });
    writeFileSync(join(at, 'package.json'), JSON.stringify({ name: 'one', version: '1.0.0', ...about }));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(at, name), text);
    return at;
  };

  it('are of the innermost package a module lies in', () => {
    expect(packageFolder('/r/node_modules/a/node_modules/@s/b/lib/x.js?v=1')).toBe(
      '/r/node_modules/a/node_modules/@s/b'
    );
    expect(packageFolder('C:\\r\\node_modules\\a\\x.js')).toBe('C:/r/node_modules/a');
    expect(packageFolder('\0/r/node_modules/a/x.js')).toBe('/r/node_modules/a');
    expect(packageFolder('/r/src/main.ts')).toBeUndefined();
  });

  it('are listed once, with every text the package has', () => {
    const at = put({ license: 'Apache-2.0' }, { LICENSE: 'terms', NOTICE: 'names', 'index.js': '' });
    expect(licencesOf([`${at}/a.js`, `${at}/b.js`, '/elsewhere/src/a.ts'])).toEqual([
      { name: 'one', version: '1.0.0', licence: 'Apache-2.0', text: 'terms\n\nnames' }
    ]);
  });

  it('stop the build where one is unknown or has no text', () => {
    expect(() => licenceOf(put({ license: 'GPL-3.0' }, { LICENSE: 'x' }))).toThrow('GPL-3.0');
    expect(() => licenceOf(put({}, { LICENSE: 'x' }))).toThrow("isn't known");
    rmSync(join(folder, 'node_modules'), { recursive: true });
    expect(() => licenceOf(put({ license: 'MIT' }))).toThrow('no text');
  });
});

describe('npm run pack', () => {
  /** A folder as the build leaves one, with the small dataset; written in the order given. */
  function built(name: string, order: readonly string[]): string {
    const at = join(folder, name);
    const texts: Record<string, string> = {
      'index.html': '<p>', 'assets/app.js': '1', '许可.txt': 'MIT', '部署说明.html': '<p>', 'data/twins.js': '2', '.hidden': 'x'
    }; // prettier-ignore
    mkdirSync(join(at, 'assets'), { recursive: true });
    cpSync(resolve('data'), join(at, 'data'), { recursive: true, filter: (from) => !from.includes('sources/') });
    for (const file of order) {
      writeFileSync(join(at, file), texts[file]!);
      utimesSync(join(at, file), order.indexOf(file), order.indexOf(file));
    }
    return at;
  }
  const ORDER = ['index.html', 'assets/app.js', '许可.txt', '部署说明.html', 'data/twins.js', '.hidden'];

  it('gives the same bytes for the same files, whenever and in whatever order they were written', async () => {
    const [a, b] = [built('a', ORDER), built('b', [...ORDER].reverse())];
    const [first, second] = [await packFolder(a, '1.0.0'), await packFolder(b, '1.0.0')];
    expect(first.sha256).toBe(second.sha256);
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
    writeFileSync(join(b, 'index.html'), '<q>');
    expect((await packFolder(b, '1.0.0')).sha256).not.toBe(first.sha256);
  });

  it('names the version and the day the data goes up to, and holds the checksum of each file', async () => {
    const { name, bytes } = await packFolder(built('a', ORDER), '1.0.0');
    expect(name).toBe('卫健看板_1.0.0_数据截至2021-12-31.zip');
    const files = unzipSync(bytes);
    const sums = Buffer.from(files['weijian-kanban/校验.txt']!).toString('utf8');
    const one = createHash('sha256').update('1').digest('hex');
    expect(sums).toContain(`${one}  assets/app.js\n`);
    expect(sums.trim().split('\n')).toHaveLength(Object.keys(files).length - 1);
    expect(Object.keys(files).some((file) => file.includes('.hidden'))).toBe(false);
  });

  it('refuses a folder that is not whole, and says what to do', async () => {
    const at = built('a', ORDER);
    rmSync(join(at, 'assets/app.js'));
    await expect(packFolder(at, '1.0.0')).rejects.toThrow(/缺少assets\/app\.js，请先运行 npm run build/);
  });
});
