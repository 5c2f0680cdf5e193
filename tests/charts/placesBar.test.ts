import { describe, expect, it } from 'vitest';
import { besideLine, placesBar } from '../../src/charts/placesBar';
import { palette } from '../../src/charts/theme';
import { compare } from '../../src/domain/compare/compare';
import type { CompareQuery, Comparison } from '../../src/domain/compare/comparison';
import { count, dataset, indicator, place, type Small } from '../domain/factory';
import { render } from './render';

const RATES: Small = {
  indicators: [indicator({ id: 'smi', name: '规范管理率' })],
  facts: [
    { at: '宝安区', in: '2020', value: 96.2 },
    { at: '中方县', in: '2020', value: 95.39 },
    { at: '舟山市', in: '2020', value: 90.69 }
  ]
};

function ask(small: Small, query: Partial<CompareQuery> = {}): Comparison {
  const data = dataset(small);
  return compare(data, { indicator: data.indicators[0]!.id, ...query })!;
}

/** The first series of the option, loosely typed for looking into. */
function bars(
  comparison: Comparison
): { value: number; itemStyle: Record<string, unknown>; label: { formatter: string } }[] {
  const series = placesBar(comparison, { width: 900, scale: 1 }).option.series as { data: never[] }[];
  return series[0]!.data;
}

describe('placesBar(comparison, context)', () => {
  it('writes every place and its value at its bar, best first', () => {
    const { texts } = render((context) => placesBar(ask(RATES), context));
    const names = texts.filter((t) => ['宝安区', '中方县', '舟山市'].includes(t));
    expect(names).toEqual(['宝安区', '中方县', '舟山市']);
    expect(texts).toEqual(expect.arrayContaining(['96.2', '95.39', '90.69']));
  });

  it('keeps the focus place in the accent and greys the others', () => {
    const data = bars(ask(RATES, { focus: '中方县' }));
    expect(data.map((d) => d.itemStyle.color)).toEqual([palette.contextSoft, palette.accent, palette.contextSoft]);
  });

  it('draws a bound hollow, with its sign', () => {
    const data = bars(
      ask({ ...RATES, facts: [...RATES.facts!, { at: '永嘉县', in: '2020', value: 95, qualifier: '≥' }] })
    );
    const bound = data.find((d) => d.value === 95)!;
    expect(bound.itemStyle).toMatchObject({ color: palette.ground, borderType: [6, 4] });
    expect(bound.label.formatter).toBe('≥95');
  });

  it('draws the mean as a line with its label', () => {
    const { texts } = render((context) => placesBar(ask(RATES), context));
    // (96.2 + 95.39 + 90.69) ÷ 3 = 94.0933…
    expect(texts.some((t) => t.includes('94.09'))).toBe(true);
  });

  it('hatches what does not fit, when asked to show it', () => {
    const visits: Small = {
      indicators: [count({ id: 'visits' })],
      facts: [
        { at: '甲县', in: '2020', value: 1000 },
        { at: '乙县', in: '2020', value: 900 },
        { at: '丙县', in: '2019-H1', value: 400 }
      ]
    };
    const data = bars(ask(visits, { showUnfit: true }));
    expect(data).toHaveLength(3);
    expect(data[2]!.itemStyle).toHaveProperty('decal');
    expect(data[0]!.itemStyle).not.toHaveProperty('decal');
  });

  it('names the period at each place only where they differ', () => {
    expect(render((context) => placesBar(ask(RATES), context)).texts).not.toContain('2020年');
    const mixed = { ...RATES, facts: [...RATES.facts!, { at: '象山县', in: '2019-H1', value: 88 }] };
    expect(render((context) => placesBar(ask(mixed), context)).texts).toEqual(
      expect.arrayContaining(['2020年', '2019年上半年'])
    );
  });

  it('shows markup in a name as text, in the picture and in the tip', () => {
    const evil = '<img src=x onerror=alert(1)>';
    const comparison = ask({ ...RATES, places: [place(evil)], facts: [{ at: evil, in: '2020', value: 50 }] });
    const { svg, texts } = render((context) => placesBar(comparison, context));
    expect(svg).not.toContain('<img');
    expect(texts.some((t) => t.startsWith('<img'))).toBe(true);
    expect(placesBar(comparison, { width: 900, scale: 1 }).tip!({ seriesId: 'places', dataIndex: 0 })[0]).toBe(
      `${evil}  50%`
    );
  });

  it('grows with the number of places, and is readable at projector scale', () => {
    const small = placesBar(ask(RATES), { width: 900, scale: 1 }).height;
    const large = placesBar(ask(RATES), { width: 1800, scale: 1.6 }).height;
    expect(large).toBeGreaterThan(small * 1.5);
    const sizes = [
      ...render((context) => placesBar(ask(RATES), context), 1800, 1.6).svg.matchAll(/font-size[:="]+(\d+)/g)
    ].map((m) => Number(m[1]));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(20);
  });

  it('shows a dozen bars in the first view of 1366 × 768, few ones tall, very many no lower than 28 px below the row of all', () => {
    const rows = (many: number) => {
      const facts = Array.from({ length: many }, (_, i) => ({ at: `县${i}`, in: '2020', value: 50 + i / 10 }));
      return placesBar(ask({ ...RATES, facts }), { width: 900, scale: 1 }).height - 68;
    };
    expect([3, 8, 12, 40].map(rows)).toEqual([3 * 58, 8 * 42, 12 * 28, 40 * 28 + 47]);
  });

  it('gives two lines of words their height, however many rows there are', () => {
    const facts = Array.from({ length: 30 }, (_, i) => ({ at: `县${i}`, in: i % 2 ? '2020' : '2019', value: 50 + i }));
    const drawing = placesBar(ask({ ...RATES, facts }), { width: 900, scale: 1 });
    // (16 + 13) px of type at 1.4 of line height are 40.6 px
    expect((drawing.height - 68) / 30).toBeGreaterThan(41);
    // On a slide that is too low for two lines the period goes beside the name.
    const { texts } = render((context) => placesBar(ask({ ...RATES, facts }), { ...context, height: 68 + 30 * 26 }));
    expect(texts.some((text) => /2020年 · A级/.test(text))).toBe(true);
  });

  it('writes a negative value at the outer end of its bar, on round ends', () => {
    const small: Small = {
      indicators: [count({ id: 'net' })],
      facts: [
        { at: '甲县', in: '2020', value: 675 },
        { at: '乙县', in: '2020', value: -372 }
      ]
    };
    const { option } = placesBar(ask(small), { width: 900, scale: 1 });
    const [series] = option.series as { data: { label: { position: string } }[] }[];
    expect(series!.data.map((d) => d.label.position)).toEqual(['right', 'left']);
    expect(option.xAxis).toMatchObject({ min: -500, max: 1000, interval: 500 });
  });

  it('breaks the reference line where a number stands on it', () => {
    const { svg } = render((context) => placesBar(ask(RATES), context));
    // The number is drawn after the dashed line, on a ground of its own.
    expect(svg.lastIndexOf('stroke-dasharray')).toBeLessThan(svg.indexOf('>95.39<'));
  });

  it('has the same margins and axis on every page', () => {
    const facts = Array.from({ length: 20 }, (_, i) => ({
      at: `${'很长的'.repeat(i % 5)}县${i}`,
      in: '2020',
      value: i
    }));
    const all = ask({ ...RATES, facts });
    const pages = [
      { from: 0, to: 10 },
      { from: 10, to: 20 }
    ].map((part) => placesBar(all, { width: 900, scale: 1 }, part).option);
    expect(pages[0]!.grid).toEqual(pages[1]!.grid);
    expect(pages[0]!.xAxis).toEqual(pages[1]!.xAxis);
  });
});

describe('the words beside a line', () => {
  it('stand on the side asked for, on the other one where only that has room', () => {
    expect(besideLine(100, 120, 300, true)).toEqual({ align: 'right' });
    expect(besideLine(100, 120, 300, false)).toEqual({ align: 'left' });
    expect(besideLine(100, 80, 300, true)).toEqual({ align: 'left' });
    expect(besideLine(100, 250, 300, false)).toEqual({ align: 'right' });
  });

  it('reach over the line where neither side has room, and stay inside the picture', () => {
    // 290 px: 70 of them right of a line at 220 in a picture of 300.
    expect(besideLine(290, 220, 300, true)).toEqual({ align: 'right', padding: [0, -70, 0, 0] });
    expect(besideLine(290, 60, 300, false)).toEqual({ align: 'left', padding: [0, 0, 0, -50] });
  });
});
