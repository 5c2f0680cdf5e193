/**
 * Attacks, and what becomes of each: names, notes, file contents, addresses, decks, packages, rules, clipboard, file
 * names. Never HTML, never a formula, never a request outside the folder, never a changed prototype, never a hang.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chartPicture } from '../src/charts/wholeEngine';
import { placesBar } from '../src/charts/placesBar';
import { parsePackage } from '../src/datasets/check/schema';
import { loadDataset } from '../src/datasets/loadDataset';
import { parseAddress, parseQuery } from '../src/domain/address/address';
import { compare } from '../src/domain/compare/compare';
import { comparisonTable } from '../src/domain/compare/comparisonTable';
import { parseDeck } from '../src/domain/deck/deckFile';
import { parseRule } from '../src/domain/lights/ruleCode';
import { tableHtml, tableText } from '../src/export/text/clipboardTable';
import { csvLine, csvRows } from '../src/export/text/tableCsv';
import { fileName } from '../src/figures/fileName';
import { prototypeState } from '../tools/fuzz/inspect';
import { resolveAddress } from '../tools/serve.mjs';
import { dataset, indicator } from './domain/factory';
import { sourceFiles, SRC } from './importGraph';
import { fetchFrom, fixtureFolder } from './fixtures/readFolder';

const SCRIPT = '<img src=x onerror=alert(1)><script>alert(1)</script>';
const FORMULAS = ["=cmd|'/c calc'!A1", '+1+1', '-2+3', '@SUM(A1)', '＝HYPERLINK("http://x")', '\t=1', '\r=1'];
const packageText = readFileSync(resolve('data/datapackage.json'), 'utf8');

let before: string;
beforeEach(() => (before = prototypeState()));
afterEach(() => expect(prototypeState()).toBe(before));

/** Everything in a dataset that a clerk can write, hostile. */
function hostile(text: string) {
  const rate = indicator({ id: 'rate', name: text, definition: text, theme: text, group: text });
  return dataset({
    title: text,
    indicators: [rate],
    facts: [
      { at: `${text}甲`, in: '2020', value: 3, note: text, written: text, status: '存疑' },
      { at: `${text}乙`, in: '2020', value: 5 }
    ]
  });
}

describe('HTML in names, notes and definitions', () => {
  const answer = compare(hostile(SCRIPT), { indicator: 'rate' })!;

  it('is text in a chart and in the picture made of it', () => {
    const { svg } = chartPicture((context) => placesBar(answer, context), { width: 900, scale: 1 });
    expect(svg).toContain('&lt;img');
    expect(svg).not.toMatch(/<img|<script|onerror=[^&]*\(1\)>/);
  });

  it('is text in a table on the clipboard', () => {
    const html = tableHtml(comparisonTable(answer), [SCRIPT]);
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toMatch(/<img|<script/);
  });

  it('reaches no template: none of them writes HTML', () => {
    // The linter refuses v-html; here the other ways.
    const files = sourceFiles();
    const found = files.filter((file) =>
      /\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval)\b|v-html|new Function\(/.test(
        readFileSync(join(SRC, file), 'utf8')
      )
    );
    expect(files.length).toBeGreaterThan(300);
    expect(found).toEqual([]);
  });
});

describe('formulas in names and notes', () => {
  it.each(FORMULAS)('%j is a text in CSV and on the clipboard', (formula) => {
    const table = comparisonTable(compare(hostile(formula), { indicator: 'rate' })!);
    const cells = [...csvRows(table).flat(), ...tableText(table).split(/[\t\r\n]+/)];
    expect(cells.filter((cell) => /^[=+@＝＋＠]|^-(?![\d.])/.test(cell))).toEqual([]);
  });

  it('a cell that ends its quotation stays one cell', () => expect(csvLine(['a","=1+1', 'b'])).toBe('"a"",""=1+1",b'));
});

describe('a package that points outside its folder', () => {
  it.each([
    '../secret.csv',
    'http://evil.example/x.csv',
    '//evil.example/x.csv',
    '/etc/passwd',
    'C:/x.csv',
    'a\\..\\b.csv',
    'x.csv?a=1',
    'data:text/csv,a'
  ])('%s is refused, and nothing but the package is asked for', async (path) => {
    const root = JSON.parse(packageText) as { resources: { name: string; path: string }[] };
    for (const resource of root.resources)
      if (resource.name === 'places' || resource.name === 'decks') resource.path = path;
    const asked: string[] = [];
    const result = await loadDataset({
      fetchBytes: (file) => {
        asked.push(file);
        return Promise.resolve(new TextEncoder().encode(JSON.stringify(root)));
      }
    });
    expect(result.kind).toBe('failed');
    expect(asked).toEqual(['datapackage.json']);
  });

  it('a pattern that runs without end is refused', () => {
    const text = packageText.replace('"^[0-9a-f]{64}$"', '"(a+)+$"');
    expect(text).not.toBe(packageText);
    const reading = parsePackage(text, 'datapackage.json');
    expect(reading.kind).toBe('refused');
    expect(reading.issues.map(({ why }) => why).join()).toContain('可能没完没了地匹配');
  });

  it('names that every object has pollute nothing', () => {
    const text = packageText.replace(
      '"resources": [',
      '"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "resources": ['
    );
    parsePackage(text, 'datapackage.json');
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('a table that is made to hang or to fill the memory', () => {
  const read = (observations: string) =>
    loadDataset({
      fetchBytes: (path, onBytes) =>
        path === 'observations.csv'
          ? Promise.resolve(new TextEncoder().encode(observations))
          : fetchFrom([fixtureFolder('small'), fixtureFolder('data')])(path, onBytes)
    });
  const HEADER = 'indicator,place,period,measure,source,value,qualifier,status,line,written,section,note\n';

  it.each([
    ['one quote that is never closed', `${HEADER}"${'a,'.repeat(100_000)}`],
    ['a cell of a million letters', `${HEADER}htn,jia,2020,数值,a,${'9'.repeat(1_000_000)},,实际,1,9,,\n`],
    ['a row of a hundred thousand columns', `${HEADER}${','.repeat(100_000)}\n`],
    ['a hundred thousand quotes', `${HEADER}${'""'.repeat(50_000)}\n`],
    ['digits that no number ends', `${HEADER}htn,jia,2020,数值,a,${'1,'.repeat(50_000)}\n`]
  ])('%s', async (_name, text) => {
    const started = performance.now();
    const result = await read(text);
    expect(result.issues.length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe('addresses', () => {
  it.each([
    'javascript:alert(1)',
    'https://evil.example/',
    '//evil.example',
    'data:text/html,x',
    'file:///etc/passwd',
    '/places/../../x',
    '\\\\evil\\x'
  ])('%s is no screen', (address) => expect(parseAddress(address)).toBeUndefined());

  it('names that every object has are no keys', () =>
    expect(parseQuery('__proto__=1&constructor=2&toString=3&i=4')).toEqual({ i: '4' }));

  it('a deck or a rule of hostile text shows nothing but what it is', () => {
    for (const text of [SCRIPT, '{"__proto__":{"x":1}}', '[[[[', '{"slides":[{"address":"javascript:alert(1)"}]}'])
      expect(() => [parseDeck(text, 'd'), parseRule(text, [])]).not.toThrow();
    expect(parseRule('__proto__', [])).toBeUndefined();
  });
});

describe('file names', () => {
  it.each(['../../etc/passwd', 'a/b\\c', 'CON:x', '.htaccess', 'a\u0000b', 'x'.repeat(500), '\u202egpj.exe'])(
    '%j is one plain name',
    (part) => {
      const name = fileName([part]);
      expect(name).not.toMatch(/[\\/:*?"<>|\u0000-\u001f\u202a-\u202e]|^\./);
      expect(name.length).toBeLessThanOrEqual(80);
    }
  );
});

describe('the server that comes along', () => {
  it.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/a/..\\..\\x',
    '/C:/x',
    '/.git/config',
    '/%00'
  ])('%s is not served', (path) => expect(resolveAddress(resolve('public'), '/', path)).toHaveProperty('status'));
});
