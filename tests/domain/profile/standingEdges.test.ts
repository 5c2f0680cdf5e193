import { describe, expect, it } from 'vitest';
import { profile } from '../../../src/domain/profile/profile';
import { count, dataset, type Fact, indicator, place, programme, type Small, type Task } from '../factory';

const RATE = indicator({ id: 'rate', name: '建档率', theme: '基层' });
const LOW = indicator({ id: 'low', name: '平均住院日', unit: '天', kind: '人均', better: '低', theme: '医疗' });
const VISITS = count({ id: 'visits', theme: '医疗' });
const NEUTRAL = indicator({ id: 'ratio', name: '人口密度', unit: '分', kind: '人均', better: '不评价', theme: '人口' });
/** Of one indicator the figures of 甲县, 乙县 … in 2020. */
const row = (of: string, ...values: readonly number[]): Fact[] =>
  values.map((value, i) => ({ of, at: `${'甲乙丙丁戊己庚'[i]!}县`, in: '2020', value }));
const ask = (facts: readonly Fact[], id = '甲县', more: Small = {}) =>
  profile(dataset({ indicators: [RATE, LOW, VISITS, NEUTRAL], facts: [...facts], ...more }), id)!;
const rowOf = (facts: readonly Fact[], id = '甲县', more: Small = {}) => ask(facts, id, more).groups[0]!.rows[0]!;
const comparisons = (facts: readonly Fact[], ids: readonly string[]) => ids.map((id) => rowOf(facts, id).comparison);

describe('where a figure stands, with ties', () => {
  it('shares a place from either end, and all alike are first', () => {
    // 90, 80, 80, 70: first, two second, fourth.
    expect(comparisons(row('rate', 90, 80, 80, 70), ['甲县', '乙县', '丙县', '丁县'])).toEqual([
      ...['4个地区中第1', '4个地区中并列第2', '4个地区中并列第2', '4个地区中第4']
    ]);
    expect(comparisons(row('rate', 80, 80), ['甲县', '乙县'])).toEqual(['2个地区中并列第1', '2个地区中并列第1']);
  });

  it('of totals says how many, from the most or, where few are better, from the fewest', () => {
    expect(comparisons(row('visits', 9, 7, 7, 5), ['甲县', '乙县', '丁县'])).toEqual([
      ...['4个地区中最多', '4个地区中并列第2多', '4个地区中最少']
    ]);
    // Two share the last place: neither is the fewest alone.
    expect(comparisons(row('visits', 9, 5, 5), ['乙县'])).toEqual(['3个地区中并列第2多']);
  });

  it('of what is neither good nor bad says how high', () => {
    expect(comparisons(row('ratio', 9, 7, 5), ['甲县', '乙县', '丙县'])).toEqual([
      ...['3个地区中最高', '3个地区中第2高', '3个地区中最低']
    ]);
  });

  it('counts figures, not bounds; those are shown in the field', () => {
    const facts = [...row('rate', 90, 80), { of: 'rate', at: '丙县', in: '2020', value: 85, qualifier: '≥' as const }];
    const own = rowOf(facts);
    expect([own.comparison, own.standing!.of, own.elsewhere]).toEqual(['2个地区中第1', 2, 2]);
    // Worst first, a bound where its number stands.
    expect(own.peers.map((p) => [p.place.name, p.text, p.ranked, p.isOwn])).toEqual([
      ['乙县', '80%', true, false],
      ['丙县', '≥85%', false, false],
      ['甲县', '90%', true, true]
    ]);
    const bounds = [...row('rate', 90), { of: 'rate', at: '丙县', in: '2020', value: 85, qualifier: '≥' as const }];
    expect(rowOf(bounds).apart).toBe('别处只有界限，没有确数');
  });

  it('names at most five that it can’t be compared with', () => {
    const towns = Array.from({ length: 6 }, (_, i) =>
      place(`${'子丑寅卯辰巳'[i]!}镇`, { level: '乡镇', parent: '甲县' })
    );
    const facts = (n: number): Fact[] => [
      ...row('rate', 90),
      ...towns.slice(0, n).map(({ id }) => ({ of: 'rate', at: id, in: '2020', value: 80 }))
    ];
    const apart = (n: number) => rowOf(facts(n), '甲县', { places: [place('甲县'), ...towns] }).apart;
    expect(apart(5)).toBe('另有子镇、丑镇、寅镇、卯镇、辰镇，是上级或下属地区，不比');
    expect(apart(6)).toMatch(/^另有.*等6地，是上级或下属地区，不比$/);
  });
});

describe('the sentence of a profile', () => {
  const verdict = (facts: readonly Fact[], id = '甲县', more: Small = {}) => ask(facts, id, more).verdict;

  it('names first and last from three places on, of ties none', () => {
    expect(verdict(row('rate', 90, 80, 70))).toBe('甲县有1项指标；建档率在3个地区中列第1');
    expect(verdict(row('rate', 90, 80, 70), '丙县')).toBe('丙县有1项指标；建档率在3个地区中列末位');
    expect(verdict(row('rate', 90, 80, 70), '乙县')).toBe('乙县有1项指标；可比好坏的1项中0项列第1');
    expect(verdict(row('rate', 90, 90, 70))).toBe('甲县有1项指标；可比好坏的1项中1项列第1');
    expect(verdict(row('rate', 90, 70, 70), '丙县')).toBe('丙县有1项指标；可比好坏的1项中0项列第1');
    expect(verdict(row('rate', 90, 70), '乙县')).toBe('乙县有1项指标；可比好坏的1项中0项列第1');
  });

  it('takes the widest field at each end', () => {
    // 甲: rate first of 3, days (fewer is better) first of 4.
    const both = [...row('rate', 90, 80, 70), ...row('low', 7, 8, 9, 10)];
    expect(verdict(both)).toBe('甲县有2项指标；平均住院日在4个地区中列第1');
    expect(verdict(both, '丙县')).toBe('丙县有2项指标；建档率在3个地区中列末位');
    expect(verdict([...row('rate', 90, 80, 70), ...row('low', 9, 8, 7, 6)])).toBe(
      '甲县有2项指标；建档率在3个地区中列第1，平均住院日在4个地区中列末位'
    );
  });

  it('counts lagging tasks and passed limits apart, and says where neither is', () => {
    const small = (...tasks: Partial<Task>[]): Small => ({
      programmes: [programme('筛查'), programme('接种'), programme('病例控制', { indicator: 'cases' })],
      indicators: [RATE, count({ id: 'cases', name: '病例', unit: '例', better: '低' })],
      tasks: tasks.map((task) => ({ of: '筛查', at: '甲县', in: '2020', asOf: '2020-12-31', ...task }))
    });
    const facts = row('rate', 90);
    const limit = (done: number): Partial<Task> => ({ of: '病例控制', target: 10, done });
    expect(verdict(facts, '甲县', small({ rate: 50 }, { of: '接种', rate: 50 }, limit(12)))).toBe(
      '甲县有1项指标、3项任务，2项滞后、1项超出'
    );
    expect(verdict(facts, '甲县', small({ rate: 100 }, limit(10)))).toBe(
      '甲县有1项指标、2项任务，亮灯的2项没有滞后、超出'
    );
    expect(verdict(facts, '甲县', small({ rate: 100 }))).toBe('甲县有1项指标、1项任务，亮灯的1项没有滞后');
    // Without a light nothing is said of lights; a plan is no task under way.
    expect(verdict(facts, '甲县', small({ done: 7 }))).toBe('甲县有1项指标、1项任务');
    expect(verdict(facts, '甲县', small({ in: '2021', asOf: '', target: 9 }))).toBe('甲县有1项指标、1项计划');
  });
});

describe('the large figures of a profile', () => {
  const many = (n: number, fields: (i: number) => Partial<Parameters<typeof indicator>[0]> = () => ({})) =>
    Array.from({ length: n }, (_, i) => indicator({ id: `i${i}`, name: `率${i}`, theme: `主题${i}`, ...fields(i) }));
  const keys = (indicators: Small['indicators'], facts: readonly Fact[]) =>
    profile(dataset({ indicators: indicators!, facts: [...facts] }), '甲县')!.keys.map(({ indicator: { id } }) => id);

  it('are six, two of a theme, those with the widest field first', () => {
    const eight = many(8);
    const facts = eight.flatMap(({ id }, i) => row(id, ...[50, 60, 70, 80].slice(0, i < 4 ? 3 : 4).reverse()));
    // i4 to i7 stand among four, i0 to i3 among three: all first, so that their order decides.
    expect(keys(eight, facts)).toEqual(['i4', 'i5', 'i6', 'i7', 'i0', 'i1']);
    expect(
      keys(
        many(8, () => ({ theme: '一' })),
        facts
      )
    ).toEqual(['i4', 'i5']);
  });

  it('of equal fields are first what has a better, then the ends before the middle, then what has a stated rank', () => {
    const four = many(4, (i) => (i === 0 ? { better: '不评价' } : {}));
    const facts = [
      ...row('i0', 90, 80, 70),
      ...row('i1', 80, 90, 70),
      ...row('i2', 70, 80, 90),
      ...row('i3', 80, 90, 70),
      { of: 'i3', at: '甲县', in: '2020', value: 9, measure: '位次' as const }
    ];
    expect(keys(four, facts)).toEqual(['i2', 'i3', 'i1', 'i0']);
  });

  it('without a field are four, or as many as have a stated rank or change; doubtful ones and bounds never', () => {
    const six = many(6);
    const alone = six.flatMap(({ id }) => row(id, 50));
    expect(keys(six, alone)).toEqual(['i0', 'i1', 'i2', 'i3']);
    const changes = six.map(({ id }): Fact => ({ of: id, at: '甲县', in: '2020', value: 1, measure: '同比(百分点)' }));
    expect(keys(six, [...alone, ...changes])).toEqual(['i0', 'i1', 'i2', 'i3', 'i4', 'i5']);
    const unsound = alone.map((one, i) => ({
      ...one,
      ...(i === 0
        ? { status: '存疑' as const }
        : i === 1
          ? { qualifier: '≥' as const }
          : i === 2
            ? { status: '预计' as const }
            : {})
    }));
    expect(keys(six, unsound)).toEqual(['i3', 'i4', 'i5']);
    const twice = [...alone, { of: 'i5', at: '甲县', in: '2020', value: 51 }];
    expect(keys(six, twice)).toEqual(['i0', 'i1', 'i2', 'i3']);
    expect(
      keys(
        six.slice(4),
        twice.filter(({ of }) => of === 'i4' || of === 'i5')
      )
    ).toEqual(['i4']);
  });
});
