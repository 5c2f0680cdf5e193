import { describe, expect, it } from 'vitest';
import type { HeatQuery } from '../../../src/domain/compare/heatAnswer';
import { heatTable } from '../../../src/domain/compare/heatTable';
import { count, dataset, indicator, place, type Fact } from '../factory';

const RATE = indicator({ name: '建档率', group: '健康档案·建档率' });
const LOW = indicator({ name: '婴儿死亡率', unit: '‰', better: '低' });
const VISITS = count();

function ask(facts: readonly Fact[], query: Partial<HeatQuery> = {}) {
  const data = dataset({
    indicators: [RATE, LOW, VISITS],
    places: ['甲县', '乙县', '丙县', '丁县'].map((n) => place(n)),
    facts
  });
  return heatTable(data, { indicators: [RATE.id], places: ['甲县', '乙县', '丙县', '丁县'], ...query });
}
const rates = (...values: number[]) =>
  values.map((value, i): Fact => ({ of: RATE.id, at: `${'甲乙丙丁'[i]}县`, in: '2020', value }));
const standings = (facts: readonly Fact[], of = RATE.id) =>
  ask(facts, { indicators: [of] }).rows[0]!.cells.map((c) => c.standing);

describe('heatTable(dataset, query)', () => {
  it('has a row an indicator and a cell a place, in the order asked, unknown ids passed over', () => {
    const h = ask(rates(90, 80), { indicators: [LOW.id, '无此指标', RATE.id], places: ['丁县', '无此地', '甲县'] });
    expect(h.rows.map((r) => [r.indicator.name, r.cells.map((c) => c.text)])).toEqual([
      ['婴儿死亡率', ['无数据', '无数据']],
      ['建档率', ['无数据', '90%']]
    ]);
    expect(h.places.map((p) => p.name)).toEqual(['丁县', '甲县']);
  });

  it('without an indicator says so, and counts no cells', () => {
    expect(heatTable(dataset({ indicators: [RATE] }), { indicators: [], places: [] }).verdict).toBe(
      '没有可以对比的指标'
    );
  });

  it('says why a cell is empty', () => {
    const [cell] = ask([{ of: RATE.id, at: '甲县', in: '2020', value: null, status: '缺字' }]).rows[0]!.cells;
    expect(cell).toMatchObject({
      text: '无数据',
      reason: '原文缺字',
      value: null,
      standing: null,
      observation: { status: '缺字' }
    });
  });

  it('takes equal steps from worst 0 to best 1, ties equal', () => {
    expect(standings(rates(90, 80, 70))).toEqual([1, 0.5, 0, null]);
    expect(standings(rates(90, 90, 70, 10))).toEqual([1, 1, 0.5, 0]);
    expect(standings(rates(90, 90, 90))).toEqual([0.5, 0.5, 0.5, null]);
  });

  it('counts the lower value better where lower is better', () => {
    const facts = [3, 5, 4].map((value, i): Fact => ({ of: LOW.id, at: `${'甲乙丙'[i]}县`, in: '2020', value }));
    expect(standings(facts, LOW.id)).toEqual([1, 0, 0.5, null]);
  });

  it('has no standing with fewer than three values, for bounds, and where more is neither good nor bad', () => {
    expect(standings(rates(90, 80))).toEqual([null, null, null, null]);
    expect(
      standings([...rates(90, 80, 70), { of: RATE.id, at: '丁县', in: '2020', value: 60, qualifier: '≥' }])
    ).toEqual([1, 0.5, 0, null]);
    const visits = rates(1, 2, 3).map((f) => ({ ...f, of: VISITS.id }));
    expect(standings(visits, VISITS.id)).toEqual([null, null, null, null]);
  });

  it('shows what doesn’t fit with its reason and without standing', () => {
    const facts = [1, 2, 3].map((value, i): Fact => ({ of: LOW.id, at: `${'甲乙丙'[i]}县`, in: '2020', value }));
    const h = ask([...facts, { of: LOW.id, at: '丁县', in: '2020-H1', value: 1 }], { indicators: [LOW.id] });
    expect(h.rows[0]!.cells[3]).toMatchObject({
      fits: false,
      text: '1‰',
      reason: '时期为2020年上半年（半年），与全年不可比',
      standing: null
    });
  });

  it('names the rows of mixed periods in one warning, and says what the shades mean', () => {
    const h = ask([...rates(90), { of: RATE.id, at: '乙县', in: '2019', value: 80 }]);
    expect(h.notes).toEqual([
      { level: '警示', text: '建档率各地时期不同，只宜看水平，不宜比快慢。' },
      { level: '说明', text: '深浅只表示在本行中的位次，行与行之间不能互比；少于3个可比的数不着色。' }
    ]);
  });

  it('says how often the focus place is best and worst, else how much is filled', () => {
    expect(ask(rates(90, 80, 70), { focus: '甲县' }).verdict).toBe('甲县1项可比指标中1项最好、0项最差');
    expect(ask(rates(90, 80, 70)).verdict).toBe('1项指标、4个地区，有数据3格，无数据1格');
    expect(ask(rates(90, 80, 70), { focus: '丁县' }).verdict).toBe('1项指标、4个地区，有数据3格，无数据1格');
    expect(ask(rates(90)).cutoff).toBe('2020-12-31');
  });
});
