import { describe, expect, it } from 'vitest';
import { placesFigure } from '../../src/figures/placesFigure';
import { periodsFigure } from '../../src/figures/periodsFigure';
import { parseView } from '../../src/domain/address/views';
import { dataset, indicator, place } from '../domain/factory';

const RATE = indicator({ id: 'r' });
const choices = (data: ReturnType<typeof dataset>) => ({
  dataset: data,
  defaultIndicator: { places: 'r', periods: 'r' }
});

describe('a comparison of very many places', () => {
  const facts = Array.from({ length: 3144 }, (_, i) => ({ at: `县${i}`, in: '2020', value: 100 - i / 100 }));
  const data = dataset({ indicators: [RATE], facts });
  const figure = (query: Record<string, string>) => placesFigure(data, parseView('places', query, choices(data)).view)!;

  const places = (query: Record<string, string>) => figure(query).shown.at.map((at) => at + 1);

  it('draws both ends and the own place with its neighbours, or one end, and says so', () => {
    expect(figure({}).shown).toMatchObject({ part: 'own', text: '图中是第1—15、3,130—3,144个，共3,144个地区' });
    expect(figure({ part: 'top' }).shown).toMatchObject({ part: 'top', text: '图中是第1—30个，共3,144个地区' });
    expect(figure({ part: 'bottom' }).shown.text).toBe('图中是第3,115—3,144个，共3,144个地区');
    const own = figure({ focus: '县1000' });
    expect(own.shown.text).toBe('图中是第1—5、991—1,010、3,140—3,144个，共3,144个地区');
    expect(places({ focus: '县1000' })).toHaveLength(30);
    expect(own.subtitle).toContain('图中是第1—5、991—1,010、3,140—3,144个，共3,144个地区');
    // The table keeps all of them, and the mean.
    expect(own.table.rows).toHaveLength(3145);
    expect(own.body).toMatchObject({ kind: 'chart', rows: 30 });
    if (own.body.kind !== 'chart') throw new Error('no chart');
    expect(own.body.owners![5]).toBe('县990');
    expect(own.body.part(0, 30)({ width: 900, scale: 1 }).height).toBeLessThan(1200);
  });

  it('shows each place once where the own one stands near an end', () => {
    expect(figure({ focus: '县2' }).shown.text).toBe('图中是第1—25、3,140—3,144个，共3,144个地区');
    expect(figure({ focus: '县3143' }).shown.text).toBe('图中是第1—5、3,120—3,144个，共3,144个地区');
    expect(new Set(places({ focus: '县3140' })).size).toBe(30);
  });

  it('draws all of a hundred', () => {
    const few = dataset({ indicators: [RATE], facts: facts.slice(0, 100) });
    expect(placesFigure(few, parseView('places', {}, choices(few)).view)!.shown.text).toBe('');
  });
});

describe('an area and those that it contains', () => {
  const data = dataset({
    indicators: [RATE],
    places: [
      place('舟山市', { level: '地市' }),
      place('定海区', { parent: '舟山市' }),
      place('普陀区', { parent: '舟山市' })
    ],
    facts: [
      { at: '舟山市', in: '2020', value: 90 },
      { at: '定海区', in: '2020', value: 95 },
      { at: '普陀区', in: '2020', value: 85 }
    ]
  });
  const ask = (query: Record<string, string>) =>
    placesFigure(data, parseView('places', query, choices(data)).view)!.comparison;

  it('are not ranked together by default, and it is said', () => {
    const c = ask({});
    expect(c.rows.map((r) => [r.place.name, r.rank])).toEqual([
      ['定海区', 1],
      ['普陀区', 2]
    ]);
    expect(c.excluded.map((l) => [l.place.name, l.reason])).toEqual([
      ['舟山市', '数已包含所列的下级地区，不与它们并列']
    ]);
    expect(ask({ focus: '舟山市' }).verdict).toContain('舟山市的数包含所列的下级地区，不与它们并列；');
  });

  it('are shown apart, or ranked, as the reader asks', () => {
    expect(ask({ odd: '1' }).rows.map((r) => [r.place.name, r.rank])).toEqual([
      ['定海区', 1],
      ['普陀区', 2],
      ['舟山市', null]
    ]);
    expect(ask({ up: '1' }).rows.map((r) => [r.place.name, r.rank])).toEqual([
      ['定海区', 1],
      ['舟山市', 2],
      ['普陀区', 3]
    ]);
    expect(ask({ p: '舟山市,定海区' }).rows.map((r) => r.rank)).toEqual([1, 2]);
  });
});

describe('an indicator with one period', () => {
  it('shows its figures on 时期对比 and does not deny them', () => {
    const data = dataset({ indicators: [RATE], facts: [{ at: '甲县', in: '2020', value: 90 }] });
    const figure = periodsFigure(data, parseView('periods', {}, choices(data)).view)!;
    expect(figure.verdict).toBe('甲县规范管理率只有2020年一期：90%');
    expect(figure.answer.form).toBe('单期');
  });
});

describe('the lines of an area and of its parts', () => {
  const [city, ...parts] = ['某市', '一县', '二县', '三县', '四县', '五县', '六县'];
  const lines = (kind: '数量' | '比率', focus = '') => {
    const data = dataset({
      indicators: [indicator({ id: 'r', kind, unit: kind === '比率' ? '%' : '人' })],
      places: [place(city!, { level: '地市' }), ...parts.map((name) => place(name, { parent: city! }))],
      facts: [city!, ...parts].flatMap((at) => ['2019', '2020'].map((year) => ({ at, in: year, value: 50 })))
    });
    const { view } = parseView('periods', focus ? { focus } : {}, choices(data));
    return [...new Set(periodsFigure(data, view)!.answer.series.map((s) => s.place.name))];
  };

  it('has the area after its parts where they add up, unless it is the own place', () => {
    expect(lines('数量')).toEqual(parts);
    expect(lines('数量', city)).toEqual([city, ...parts.slice(0, 5)]);
    expect(lines('比率')).toEqual([city, ...parts.slice(0, 5)]);
  });
});
