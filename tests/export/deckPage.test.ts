import { beforeAll, describe, expect, it } from 'vitest';
import { deckPage } from '../../src/export/deckPage';
import type { Figure } from '../../src/figures/figure';
import { figureAt } from '../../src/figures/figureAt';
import { choicesOf } from '../figures/realData';
import { xmlFault } from './office/xmlFault';

describe('a deck as one page', () => {
  let figure: Figure;
  beforeAll(async () => {
    figure = figureAt('/places?i=smd-standard-rate', await choicesOf('data')).figure!;
  });
  const slide = (title: string, of?: Figure) => ({
    title,
    svg: '<svg xmlns="http://www.w3.org/2000/svg"/>',
    figure: of
  });

  it('has a drawing a slide, ways to the next and back, and the numbers of each figure once', () => {
    const html = deckPage('例会', [slide('一', figure), slide('二')], '数据版本 1');
    expect(html.match(/<img /g)).toHaveLength(2);
    expect(html.match(/<table>/g)).toHaveLength(1);
    expect([...html.matchAll(/href="#(p\d)"/g)].map((match) => match[1])).toEqual(['p2', 'p1']);
    for (const row of figure.table.rows) for (const { text } of row) expect(html).toContain(text);
    expect(html).toContain('数据版本 1');
  });

  it('runs nothing and asks for nothing, whatever stands in its texts', () => {
    const bad = '"><script>alert(1)</script><img src=http://x/ onerror=alert(1)>';
    const hostile: Figure = {
      ...figure,
      notes: [{ level: '说明', text: bad }],
      table: { ...figure.table, rows: [figure.table.rows[0]!.map(() => ({ text: bad, value: null }))] }
    };
    const html = deckPage(bad, [{ ...slide(bad, hostile), svg: bad }], bad);
    expect(html).toContain(`content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"`);
    expect(html).not.toMatch(/<script|onerror=alert\(1\)>|src="(?!data:)/);
    expect(html.match(/<img /g)).toHaveLength(1);
    const body = /<main>.*<\/main>/.exec(html)![0].replace(/<img ([^>]*)>/g, '<img $1/>');
    expect(xmlFault(body)).toBe('');
  });
});
