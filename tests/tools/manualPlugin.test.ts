import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readManual } from '../../tools/manualPlugin';

/** The head of a PNG of 640 by 480. */
const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000280000001e0', 'hex');

describe('readManual(text, readPicture)', () => {
  it('makes elements of headings, paragraphs, lists, marks and pictures, and text of the rest', () => {
    const asked: string[] = [];
    const { nodes, pictures } = readManual(
      '# 手册\n\n点**保留**，放进 `data`。\n\n![认表](数据员手册/认表.png)\n\n- 一\n- **二**：三\n',
      (path) => {
        asked.push(path);
        return PNG;
      }
    );
    expect(nodes).toEqual([
      ['h1', {}, ['手册']],
      ['p', {}, ['点', ['strong', {}, ['保留']], '，放进 ', ['code', {}, ['data']], '。']],
      ['p', {}, [['img', { src: './assets/manual-1.png?v=e506e2cf', alt: '认表', width: '640', height: '480' }, []]]],
      [
        'ul',
        {},
        [
          ['li', {}, ['一']],
          ['li', {}, [['strong', {}, ['二']], '：三']]
        ]
      ]
    ]);
    expect(asked).toEqual(['数据员手册/认表.png']);
    expect(pictures).toEqual([{ file: 'assets/manual-1.png', bytes: PNG }]);
  });

  it('refuses what the page would not show: HTML, a link, a table', () => {
    const read = (text: string) => () => readManual(text, () => PNG);
    expect(read('<b>粗</b>\n')).toThrow(/html is not shown/);
    expect(read('见[别处](http://192.0.2.1/)\n')).toThrow(/link is not shown/);
    expect(read('|a|\n|-|\n|1|\n')).toThrow(/table is not shown/);
  });

  it('reads the manual that ships, with every picture it names', () => {
    const { nodes, pictures } = readManual(readFileSync('docs/数据员手册.md', 'utf8'), (path) =>
      readFileSync(`docs/${path}`)
    );
    expect(nodes.filter((node) => node[0] === 'h2')).toHaveLength(8);
    expect(pictures).toHaveLength(7);
  });
});
