import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lexer, type MarkedToken, type Token, type Tokens } from 'marked';
import type { Plugin } from 'vite';
import type { ManualNode } from '../src/views/manual/manualNode';

/** The manual, as the page shows it: read from the Markdown when the page is built. */
const MODULE = 'virtual:manual';
const FILE = 'docs/数据员手册.md';

interface Picture {
  /** In the build, beside the other assets. */
  readonly file: string;
  readonly bytes: Buffer;
}

interface Manual {
  readonly nodes: readonly ManualNode[];
  readonly pictures: readonly Picture[];
}

/** Makes `virtual:manual` of docs/数据员手册.md, and puts its pictures beside the other assets. */
export function manualPlugin(): Plugin {
  let root = '';
  const read = (): Manual =>
    readManual(readFileSync(join(root, FILE), 'utf8'), (path) => readFileSync(join(root, 'docs', path)));
  return {
    name: 'kanban-manual',
    configResolved(config) {
      root = config.root;
    },
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load(id) {
      if (id !== `\0${MODULE}`) return undefined;
      this.addWatchFile(join(root, FILE));
      return `export const manual = ${JSON.stringify(read().nodes)};`;
    },
    generateBundle() {
      for (const { file, bytes } of read().pictures) this.emitFile({ type: 'asset', fileName: file, source: bytes });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '').split('?')[0]!.slice(1);
        const picture = path.startsWith('assets/manual-')
          ? read().pictures.find(({ file }) => file === path)
          : undefined;
        if (!picture) {
          next();
          return;
        }
        response.setHeader('Content-Type', 'image/png');
        response.end(picture.bytes);
      });
    }
  };
}

/**
 * The text as elements, and the pictures that it names.
 * @param readPicture a PNG by its path in the text
 * @throws where the text has something that the page wouldn't show: a link, a table, HTML
 */
export function readManual(text: string, readPicture: (path: string) => Buffer): Manual {
  const pictures: Picture[] = [];
  const pictureNode = ({ href, text: alt }: Tokens.Image): ManualNode => {
    const bytes = readPicture(decodeURIComponent(href));
    const file = `assets/manual-${pictures.push({ file: `assets/manual-${pictures.length + 1}.png`, bytes })}.png`;
    const version = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
    // Width and height stand in the first chunk of a PNG; with them nothing jumps when a picture comes.
    const size = { width: String(bytes.readUInt32BE(16)), height: String(bytes.readUInt32BE(20)) };
    return ['img', { src: `./${file}?v=${version}`, alt, ...size }, []];
  };
  const nodes = (tokens: readonly Token[]): ManualNode[] => tokens.flatMap((token) => nodeOf(token as MarkedToken));
  const nodeOf = (token: MarkedToken): ManualNode[] => {
    switch (token.type) {
      case 'space':
        return [];
      case 'heading':
        return [[`h${token.depth}`, {}, nodes(token.tokens)]];
      case 'paragraph':
        return [['p', {}, nodes(token.tokens)]];
      case 'list':
        return [
          [token.ordered ? 'ol' : 'ul', {}, token.items.map((item): ManualNode => ['li', {}, nodes(item.tokens)])]
        ];
      case 'strong':
        return [['strong', {}, nodes(token.tokens)]];
      case 'codespan':
        return [['code', {}, [token.text]]];
      case 'image':
        return [pictureNode(token)];
      case 'text':
        return 'tokens' in token && token.tokens ? nodes(token.tokens) : [token.text];
      case 'escape':
        return [token.text];
      default:
        throw new Error(`${FILE}: ${token.type} is not shown by the page: ${token.raw}`);
    }
  };
  return { nodes: nodes(lexer(text)), pictures };
}
