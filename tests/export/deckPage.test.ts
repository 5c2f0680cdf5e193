import { beforeAll, describe, expect, it } from 'vitest';
import { LIGHT_PALETTES } from '../../src/charts/theme';
import { defaultIndicators } from '../../src/domain/address/defaultIndicator';
import { deckPage } from '../../src/export/deckPage';
import { slidePicture } from '../../src/export/picture/figurePicture';
import { pptxSlides } from '../../src/export/plan/pptxPlan';
import type { Figure } from '../../src/figures/figure';
import { figureAt } from '../../src/figures/figureAt';
import { pairFigure } from '../../src/figures/pairFigure';
import { dataset, indicator } from '../domain/factory';
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

  it('marks a rate of few people as the other files do: at the bar, in the table and in the notes', () => {
    const rate = indicator({ name: '合格率', kind: '比率', unit: '%', better: '高' });
    const data = dataset({
      indicators: [rate],
      facts: [
        { at: '甲县', in: '2024', value: 90, numerator: 45, denominator: 50 },
        { at: '乙县', in: '2024', value: 75.5, numerator: 37, denominator: 49 }
      ]
    });
    const choices = { dataset: data, defaultIndicator: defaultIndicators(data) };
    const small = figureAt(`/places?i=${data.indicators[0]!.id}`, choices).figure!;
    const [page] = pptxSlides({ title: '', notes: '', figure: small });
    expect(slidePicture(page!, '1 / 1').svg).toContain('75.5（基数小）');
    const html = deckPage('例会', [slide('一', small)], '');
    expect(html).toContain('基数小（分母不足50）');
    expect(html).toContain('乙县的75.5%（基数小）：分母不足50，差一两个人就变很多，高低和升降只作参考。');
  });

  it('has the numbers of both figures of a slide, the periods of a heat table, and the colours of lights', async () => {
    const choices = await choicesOf('data');
    const heat = figureAt('/places?tab=heat', choices).figure!;
    const tasks = figureAt('/progress?tab=matrix', choices).figure!;
    const html = deckPage('例会', [slide('一', pairFigure(heat, tasks))], '');
    expect(html.match(/<table>/g)).toHaveLength(2);
    expect(html).toContain('·时期</th>');
    const bad = LIGHT_PALETTES.红黄绿.bad;
    expect(html).toContain(`class="c${bad.slice(1)}"`);
    expect(html).toContain(`.c${bad.slice(1)}{color:${bad}}`);
    expect(html).toContain(`亮灯规则：${tasks.rule}`);
  });
});
