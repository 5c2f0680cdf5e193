import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { SRC, sourceFiles } from './importGraph';

/**
 * Every class belongs to a block, and a block is a stylesheet: `.wall-bar` is an element of `wall.css`, `.wall--idle` a
 * state of it. `base.css` is for elements without a class, `all.css` puts the sheets in order.
 */
const STYLES = join(SRC, 'styles');
const LISTS = ['all.css', 'present.css', 'places.css'];
const sheets = readdirSync(STYLES).filter((name) => !LISTS.includes(name));
const blocks = sheets.map((name) => name.replace('.css', '')).filter((name) => name !== 'base');

const NAME = '[A-Za-z_\\u4e00-\\u9fff][\\w\\u4e00-\\u9fff-]*';
/** Words of a block and element in lower case, then at most one state, which may be a word of the data. */
const FORM = /^[a-z][a-z0-9]*(-[a-z0-9]+)*(--[a-z0-9\u4e00-\u9fff]+(-[a-z0-9]+)*)?$/;

/** The longest block that a class begins with; undefined where it has none. */
function blockOf(name: string): string | undefined {
  return blocks
    .filter((block) => name === block || name.startsWith(`${block}-`))
    .sort((a, b) => b.length - a.length)[0];
}

/** Selectors of a stylesheet, one by one. */
function selectorsOf(sheet: string): string[] {
  const text = readFileSync(join(STYLES, sheet), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  return [...text.matchAll(/([^{};]+)\{/g)]
    .map((match) => match[1]!.trim())
    .filter((prelude) => !prelude.startsWith('@'))
    .flatMap((prelude) => prelude.split(','))
    .map((selector) => selector.trim());
}

function classesOf(selector: string): string[] {
  const bare = selector.replace(/\[[^\]]*\]/g, '');
  return [...bare.matchAll(new RegExp(`\\.(${NAME})`, 'g'))].map((match) => match[1]!);
}

/** Classes of a template; of `light--${level}` the part that is written there. */
function templateClasses(file: string): string[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  const plain = [...text.matchAll(/(?<![:\w-])class="([^"]*)"/g)].map((match) => match[1]!);
  const bound = [...text.matchAll(/:class="([^"]*)"/g)].flatMap((match) => boundClasses(match[1]!));
  return [...plain, ...bound].flatMap((names) => names.split(/\s+/)).filter(Boolean);
}

/** Texts and keys of a `:class` that become classes; not what values are compared with. */
function boundClasses(expression: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const compared = ts.isBinaryExpression(node.parent) && /^[!=]==$/.test(node.parent.operatorToken.getText());
    if (ts.isTemplateHead(node) || (ts.isStringLiteralLike(node) && !compared)) found.push(node.text);
    else if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) found.push(node.name.text);
    else if (ts.isShorthandPropertyAssignment(node)) found.push(node.name.text);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(ts.createSourceFile('class.ts', `(${expression})`, ts.ScriptTarget.Latest, true), visit);
  return found;
}

const files = sourceFiles();
const used = files
  .filter((file) => file.endsWith('.vue'))
  .flatMap((file) => templateClasses(file).map((name) => ({ file, name })));
const styled = sheets.flatMap((sheet) =>
  selectorsOf(sheet)
    .flatMap(classesOf)
    .map((name) => ({ file: sheet, name }))
);

describe('the stylesheets', () => {
  it('are all put in order, base first', () => {
    const order = LISTS.flatMap((list) =>
      [...readFileSync(join(STYLES, list), 'utf8').matchAll(/'\.\/(.+)'/g)].map((match) => match[1])
    );
    expect(order[0]).toBe('base.css');
    expect([...order].sort()).toEqual([...sheets].sort());
  });

  it('have no more than 300 lines', () => {
    const long = sheets.filter((sheet) => readFileSync(join(STYLES, sheet), 'utf8').split('\n').length > 301);
    expect(long).toEqual([]);
  });

  it.each(sheets)('%s has rules of its own block only', (sheet) => {
    const block = sheet.replace('.css', '');
    const wrong = selectorsOf(sheet).filter((selector) => {
      const [first] = classesOf(selector);
      return block === 'base' ? first !== undefined : first === undefined || blockOf(first) !== block;
    });
    expect(wrong).toEqual([]);
  });

  it('stand in src/styles, not in a component', () => {
    expect(
      files.filter((file) => file.endsWith('.vue') && /<style/.test(readFileSync(join(SRC, file), 'utf8')))
    ).toEqual([]);
  });
});

describe('a class', () => {
  it('has a block, and a state behind two hyphens', () => {
    expect(styled.length).toBeGreaterThan(500);
    expect(used.length).toBeGreaterThan(500);
    const wrong = [...styled, ...used].filter(({ name }) => !blockOf(name) || !FORM.test(name.replace(/-+$/, '')));
    expect(wrong.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });

  it('that is styled is used', () => {
    // The skeleton stands in the page itself, and the script of the start may hide it.
    const sources = [...files, '../index.html', '../public/start.js'];
    const code = sources.map((file) => readFileSync(join(SRC, file), 'utf8')).join('\n');
    const isUsed = (name: string) =>
      new RegExp(`(?<![\\w-])${name}(?![\\w\\u4e00-\\u9fff-])`).test(code) ||
      code.includes(`${name.replace(/(?<=-)[^-]+$/, '')}\${`);
    expect([...new Set(styled.map(({ name }) => name))].filter((name) => !isUsed(name))).toEqual([]);
  });

  it('without a block is refused', () => {
    expect([blockOf('has'), blockOf('walls'), blockOf('is-over')]).toEqual([undefined, undefined, undefined]);
    expect([blockOf('wall-bar'), blockOf('slide-heat-period'), blockOf('slide-title')]).toEqual([
      'wall',
      'slide-heat',
      'slide'
    ]);
    expect([
      FORM.test('wall--idle'),
      FORM.test('task-list-outcome--未达成'),
      FORM.test('wall--idle--late'),
      FORM.test('wallBar')
    ]).toEqual([true, true, false, false]);
    expect(boundClasses("[`light--${c.level}`, { focus: a === '右', 'table-number': b }, c ? 'x-y' : '']")).toEqual([
      'light--',
      'focus',
      'table-number',
      'x-y',
      ''
    ]);
  });
});
