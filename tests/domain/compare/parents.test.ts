import { describe, expect, it } from 'vitest';
import { placesBar } from '../../../src/charts/placesBar';
import { comparisonChart } from '../../../src/charts/office/comparisonChart';
import { comparisonTable } from '../../../src/domain/compare/comparisonTable';
import { ask } from './comparing';
import { render } from '../../charts/render';
import { count, place, type Small } from '../factory';

const PLACES = [
  place('某市', { level: '地市' }),
  place('甲县', { parent: '某市' }),
  place('乙县', { parent: '某市' }),
  place('丙县', { parent: '某市' })
];
const small = (figures: Readonly<Record<string, number>>, of: Partial<Small> = {}): Small => ({
  places: PLACES,
  facts: Object.entries(figures).map(([at, value]) => ({ at, in: '2020', value })),
  ...of
});
const shown = (c: ReturnType<typeof ask>) => c.rows.map((r) => [r.place.name, r.rank, r.fits]);

describe('a county and the city it lies in', () => {
  it('are both drawn where there is nobody else, the city marked and not ranked', () => {
    const c = ask(small({ 某市: 90, 甲县: 88.5 }));
    expect(shown(c)).toEqual([
      ['甲县', 1, true],
      ['某市', null, false]
    ]);
    expect(c.excluded).toEqual([]);
    expect(c.verdict).toBe('规范管理率：甲县88.5%，比上级某市（90%）低1.5个百分点');
    expect(c.notes.map((n) => n.text)).toContain('某市的数包含甲县，不是并列的地区。');
    expect(
      comparisonTable(c)
        .rows.slice(0, 2)
        .map((row) => row.slice(0, 2).map((cell) => cell.text))
    ).toEqual([
      ['1', '甲县'],
      ['上级', '某市']
    ]);
  });

  it('are named so on the chart, on the screen and in office programs', () => {
    const c = ask(small({ 某市: 90, 甲县: 88.5 }));
    const { texts } = render((context) => placesBar(c, context));
    expect(texts.join('|')).toContain('（上级）');
    const native = comparisonChart(c);
    expect(native.categories).toEqual(['甲县', '某市（上级）']);
    expect(native.remarks).toEqual(['空心条是上级，数已含所列的下级地区：某市。']);
  });

  it('are told apart by the focus', () => {
    expect(ask(small({ 某市: 90, 甲县: 88.5 }), { focus: '甲县' }).verdict).toBe(
      '规范管理率：甲县88.5%，比上级某市（90%）低1.5个百分点'
    );
    expect(ask(small({ 某市: 90, 甲县: 88.5 }), { focus: '某市' }).verdict).toBe(
      '某市的数包含所列的下级地区，不与它们并列；甲县88.5%，比上级某市（90%）低1.5个百分点'
    );
    expect(ask(small({ 某市: 90, 甲县: 90 })).verdict).toBe('规范管理率：甲县90%，与上级某市相同');
  });

  it('are not held against each other by their totals', () => {
    const c = ask(
      small({ 某市: 5000, 甲县: 1200 }, { indicators: [count({ id: '建档', name: '建档人数', unit: '人' })] })
    );
    expect(c.verdict).toBe('建档人数：甲县1,200人，上级某市5,000人');
  });

  it('stand apart as soon as two counties compare', () => {
    const c = ask(small({ 某市: 90, 甲县: 88.5, 乙县: 92 }));
    expect(shown(c)).toEqual([
      ['乙县', 1, true],
      ['甲县', 2, true]
    ]);
    expect(c.excluded.map((l) => l.place.name)).toEqual(['某市']);
  });

  it('and the province above are all drawn where each has one part', () => {
    const c = ask({
      places: [
        place('某省', { level: '省' }),
        place('某市', { level: '地市', parent: '某省' }),
        place('甲县', { parent: '某市' })
      ],
      facts: [
        { at: '某省', in: '2020', value: 91 },
        { at: '某市', in: '2020', value: 90 },
        { at: '甲县', in: '2020', value: 88.5 }
      ]
    });
    expect(c.rows.map((r) => [r.place.name, r.rank])).toEqual([
      ['甲县', 1],
      ['某省', null],
      ['某市', null]
    ]);
    expect(c.verdict).toBe('规范管理率：甲县88.5%，上级某省91%、某市90%');
  });
});

describe('the city as the line to hold its counties against', () => {
  const figures = { 某市: 99, 甲县: 88.5, 乙县: 92, 丙县: 90 };

  it('is drawn though it stands aside in the ranking, inside the axis', () => {
    const c = ask(small(figures), { reference: 'place:某市' });
    expect(c.rows.map((r) => r.place.name)).toEqual(['乙县', '丙县', '甲县']);
    expect(c.reference).toMatchObject({ value: 99, text: '某市99%' });
    expect(comparisonChart(c).max).toBeGreaterThanOrEqual(99);
  });

  it('widens the axis of a count that is far below it', () => {
    const c = ask(
      small({ ...figures, 某市: 400 }, { indicators: [count({ id: '建档', name: '建档人数', unit: '人' })] }),
      { reference: 'place:某市' }
    );
    expect(comparisonChart(c).max).toBe(400);
  });
});

describe('areas over several levels', () => {
  const nested = (...asked: string[]) =>
    ask(
      {
        places: [
          place('某省', { level: '省' }),
          place('某市', { level: '地市', parent: '某省' }),
          place('甲县', { parent: '某市' }),
          place('乙县', { parent: '某市' })
        ],
        facts: ['某省', '某市', '甲县', '乙县'].map((at, i) => ({ at, in: '2020', value: 90 - i }))
      },
      { places: asked }
    ).notes.flatMap(({ text }) => (text.includes('不是并列') ? [text] : []));

  it('are told of the nearest that is drawn, the one between left out or not', () => {
    expect(nested('某省', '甲县', '乙县')).toEqual(['某省的数包含甲县、乙县，不是并列的地区。']);
    expect(nested('某省', '某市', '甲县')).toEqual([
      '某省的数包含某市，不是并列的地区。',
      '某市的数包含甲县，不是并列的地区。'
    ]);
    expect(nested('甲县', '乙县')).toEqual([]);
  });
});
