import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** One import, re-export or dynamic import of a file in src. */
export interface Import {
  /** The file that imports, relative to src. */
  readonly file: string;
  /** The file imported, relative to src; undefined for a package. */
  readonly target: string | undefined;
  /** The package imported, its scope included; undefined for a file. */
  readonly package: string | undefined;
  /** Only types are taken, so that nothing is left of it when the program runs. */
  readonly typeOnly: boolean;
  readonly reExport: boolean;
  /** By `import()`: read when it is asked for. */
  readonly dynamic: boolean;
}

export const SRC = resolve(__dirname, '../src');

/** All .ts, .mjs and .vue files below a folder, relative to `root`; of src without arguments. */
export function sourceFiles(dir = SRC, root = SRC): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? sourceFiles(join(dir, entry.name), root)
      : /\.(ts|mjs|vue)$/.test(entry.name)
        ? [relative(root, join(dir, entry.name))]
        : []
  );
}

/** The text of a file of src; of a component its scripts alone. */
export function scriptOf(file: string): string {
  const text = readFileSync(join(SRC, file), 'utf8');
  if (!file.endsWith('.vue')) return text;
  return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n');
}

/** The imports of a file, as the compiler reads them; `typeof import()` is a type and costs nothing. */
export function importsOf(file: string): Import[] {
  const found: Import[] = [];
  const add = (name: string, typeOnly: boolean, { reExport = false, dynamic = false } = {}) => {
    const target = name.startsWith('.') ? fileNamed(resolve(SRC, dirname(file), name)) : undefined;
    const scoped = name.split('/').slice(0, name.startsWith('@') ? 2 : 1);
    found.push({
      file,
      target,
      package: target === undefined ? scoped.join('/') : undefined,
      typeOnly,
      reExport,
      dynamic
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(textOf(node.moduleSpecifier), takesTypesOnly(node));
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      add(textOf(node.moduleSpecifier), node.isTypeOnly, { reExport: true });
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(textOf(node.arguments[0]!), false, { dynamic: true });
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(textOf(node.argument.literal), true);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, scriptOf(file), ts.ScriptTarget.Latest, true));
  return found;
}

function textOf(node: ts.Node): string {
  return ts.isStringLiteralLike(node) ? node.text : '';
}

function takesTypesOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  if (importClause.isTypeOnly) return true;
  const named = importClause.namedBindings;
  return (
    importClause.name === undefined && !!named && ts.isNamedImports(named) && named.elements.every((e) => e.isTypeOnly)
  );
}

/** `?inline` behind a name asks for the file's text. */
function fileNamed(asked: string): string {
  const path = asked.replace(/\?inline$/, '');
  const candidates = [path, `${path}.ts`, `${path}.vue`];
  const file = candidates.find((candidate) => statSync(candidate, { throwIfNoEntry: false })?.isFile());
  if (file === undefined) throw new Error(`import of a file that is not there: ${path}`);
  return relative(SRC, file);
}

/** Circles of a graph: its strongly connected components of two and more (Tarjan 1972). */
export function circlesOf(graph: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (node: string): void => {
    order.set(node, order.size);
    low.set(node, order.get(node)!);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node)!, low.get(next)!));
    }
    if (low.get(node) !== order.get(node)) return;
    const circle = stack.splice(stack.indexOf(node));
    if (circle.length > 1) circles.push(circle.sort());
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return circles;
}
