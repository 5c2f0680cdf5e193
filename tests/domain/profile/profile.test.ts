import { describe, expect, it } from 'vitest';
import { profile } from '../../../src/domain/profile/profile';
import { count, dataset, place, unit, type Small } from '../factory';
import { BASE, LOW, RATE, VISITS } from './counties';

const ask = (id: string, small = BASE) => profile(dataset(small), id)!;
const rowOf = (id: string, name: string, small = BASE) =>
  ask(id, small)
    .groups.flatMap((g) => g.rows)
    .find((r) => r.indicator.name === name)!;

describe('profile(dataset, placeId)', () => {
  it('is undefined for an unknown place', () => {
    expect(profile(dataset(BASE), '无此地')).toBeUndefined();
  });

  it('counts the tasks of a place and its organisations, not those of the counties in it', () => {
    const city: Small = {
      ...BASE,
      places: [
        place('某市', { level: '地市' }),
        place('甲县', { parent: '某市' }),
        unit('一院', '甲县'),
        unit('市疾控', '某市'),
        place('乙县')
      ],
      tasks: [...BASE.tasks!, { of: '问卷', at: '市疾控', in: '2020', rate: 50, asOf: '2020-12-31' }]
    };
    expect(ask('某市', city).tasks.map((t) => t.place.name)).toEqual(['市疾控']);
    expect(ask('某市', city).areas.map((p) => p.name)).toEqual(['甲县']);
    expect(ask('甲县', city).areas).toEqual([]);
    expect(ask('某市', { ...city, tasks: BASE.tasks })).toMatchObject({ tasks: [], verdict: '某市没有数据' });
  });

  it('groups the latest figure of every indicator by theme, those with a standing first', () => {
    expect(ask('甲县').groups.map((g) => [g.theme, g.compared, g.rows.map((r) => [r.indicator.name, r.text])])).toEqual(
      [
        ['基层与签约', 1, [['建档率', '80%']]],
        ['医疗服务', 1, [['门诊人次', '700人次']]],
        ['妇幼健康', 0, [['婴儿死亡率', '3‰']]]
      ]
    );
  });

  it('says where the figure stands among comparable places, and nothing where there is no other', () => {
    expect(rowOf('甲县', '建档率')).toMatchObject({
      standing: { rank: 3, of: 3, tied: false },
      comparison: '3个地区中第3'
    });
    expect(rowOf('甲县', '婴儿死亡率')).toMatchObject({
      standing: null,
      comparison: '',
      peers: [],
      apart: '别处没有这项数'
    });
  });

  it('speaks of more and less where the size of a place decides, or where more is neither good nor bad', () => {
    expect(rowOf('甲县', '门诊人次').comparison).toBe('2个地区中最少');
    expect(rowOf('乙县', '门诊人次').comparison).toBe('2个地区中最多');
    const cases = count({ name: '病例', better: '低', theme: '医疗服务' });
    const facts = [5, 7, 9].map((value, i) => ({ of: cases.id, at: ['甲县', '乙县', '丙县'][i]!, in: '2020', value }));
    const words = ['甲县', '乙县', '丙县'].map(
      (id) => rowOf(id, '病例', { ...BASE, indicators: [cases], facts }).comparison
    );
    expect(words).toEqual(['3个地区中最少', '3个地区中第2少', '3个地区中最多']);
  });

  it('gives the field from worst to best, the own place among it', () => {
    expect(rowOf('甲县', '建档率').peers.map((p) => [p.place.name, p.text, p.isOwn, p.ranked])).toEqual([
      ['甲县', '80%', true, true],
      ['丙县', '85%', false, true],
      ['乙县', '90%', false, true]
    ]);
    const mortality = [
      { of: LOW.id, at: '甲县', in: '2020', value: 3 },
      { of: LOW.id, at: '乙县', in: '2020', value: 5 }
    ];
    expect(rowOf('甲县', '婴儿死亡率', { ...BASE, facts: mortality }).peers.map((p) => p.place.name)).toEqual([
      '乙县',
      '甲县'
    ]);
  });

  it('doesn’t compare an area with the one it lies in', () => {
    const small: Small = {
      indicators: [RATE],
      places: [place('某市', { level: '地市' }), place('甲县', { parent: '某市' }), place('乙县')],
      facts: [
        { at: '某市', in: '2020', value: 50 },
        { at: '甲县', in: '2020', value: 60 }
      ]
    };
    expect(rowOf('甲县', '建档率', small)).toMatchObject({ standing: null, apart: '另有某市，是上级或下属地区，不比' });
    const three = { ...small, facts: [...small.facts!, { at: '乙县', in: '2020', value: 70 }] };
    expect(rowOf('甲县', '建档率', three).comparison).toBe('2个地区中第2');
    expect(rowOf('乙县', '建档率', three).comparison).toBe('3个地区中第1');
  });

  it('compares organisations with organisations', () => {
    expect(rowOf('一院', '门诊人次').comparison).toBe('2个单位中最多');
  });

  it('says 并列 for ties and nothing for bounds', () => {
    const tied = { ...BASE, facts: [...BASE.facts!.slice(0, 2), { of: RATE.id, at: '乙县', in: '2020', value: 80 }] };
    expect(rowOf('甲县', '建档率', tied).comparison).toBe('2个地区中并列第1');
    const bound = {
      ...BASE,
      facts: [...BASE.facts!.slice(2, 4), { of: RATE.id, at: '甲县', in: '2020', value: 80, qualifier: '≥' as const }]
    };
    expect(rowOf('甲县', '建档率', bound)).toMatchObject({
      text: '≥80%',
      standing: null,
      comparison: '',
      apart: '是界限而非确数，不排名'
    });
  });

  it('doesn’t rank a figure of a span that nobody shares', () => {
    const facts = [
      { of: LOW.id, at: '甲县', in: '2020-H1', value: 3 },
      { of: LOW.id, at: '乙县', in: '2020', value: 4 },
      { of: LOW.id, at: '丙县', in: '2020', value: 5 }
    ];
    expect(rowOf('甲县', '婴儿死亡率', { ...BASE, facts })).toMatchObject({
      standing: null,
      apart: '与别处的时期长短不同，不可比'
    });
  });

  it('gives the stated change', () => {
    expect(rowOf('甲县', '门诊人次').change).toBe('下降30.0%（原文同比）');
    expect(rowOf('甲县', '建档率').change).toBe('');
  });

  it('gives rank and share as the report states them, each once, and among whom', () => {
    const facts = [
      { of: RATE.id, at: '甲县', in: '2020', value: 80 },
      { of: RATE.id, at: '甲县', in: '2020', value: 9, measure: '位次' as const, note: '全市各区中；两次判读不一' },
      { of: RATE.id, at: '甲县', in: '2020', value: 9, measure: '位次' as const, note: '全市各区中', source: '乙' },
      {
        of: RATE.id,
        at: '甲县',
        in: '2020',
        value: 26,
        measure: '占比' as const,
        qualifier: '≈' as const,
        note: '占全市'
      }
    ];
    expect(rowOf('甲县', '建档率', { ...BASE, facts }).stated).toEqual([
      '原文排第9（全市各区中）',
      '占约26%（占全市）'
    ]);
  });

  it('draws the run of figures of one span, and points worked back from a stated change', () => {
    const points = (name: string) =>
      rowOf('甲县', name).segments.map((s) => s.map((p) => [p.period.text, p.value, p.derived]));
    expect(points('建档率')).toEqual([
      [
        ['2019', 70, false],
        ['2020', 80, false]
      ]
    ]);
    // 700 ÷ 0.7 = 1000
    expect(points('门诊人次')).toEqual([
      [
        ['2019', 1000, true],
        ['2020', 700, false]
      ]
    ]);
    expect(points('婴儿死亡率')).toEqual([]);
  });

  it('keeps indicators of which the report gives only a rank, a change or a hole', () => {
    const facts = [
      { of: RATE.id, at: '甲县', in: '2020', value: 77, measure: '位次' as const, note: '全国100强内；年份推断' },
      { of: LOW.id, at: '甲县', in: '2020', value: -10, measure: '同比(百分点)' as const, written: '下降10个百分点' },
      { of: VISITS.id, at: '甲县', in: '2020', value: null, status: '原文错误' as const, written: '847.34.65' }
    ];
    const rows = ask('甲县', { ...BASE, facts }).groups.flatMap((g) => g.rows);
    expect(rows.map((r) => [r.text, r.hasValue, r.apart, r.stated])).toEqual([
      ['第77位', false, '报告只有位次，没有数值', ['全国100强内']],
      ['下降10个百分点', false, '报告只有同比，没有数值', []],
      ['原文错误（“847.34.65”）', false, '没有数值', []]
    ]);
  });

  it('flags what to beware of', () => {
    const facts = [
      { of: RATE.id, at: '甲县', in: '2020', value: 80, status: '存疑' as const },
      { of: RATE.id, at: '甲县', in: '2020', value: 81, source: '乙' }
    ];
    expect(rowOf('甲县', '建档率', { ...BASE, facts }).flags).toEqual(['存疑', '另有不同的数']);
  });

  it('lists its tasks and those of its organisations, slowest first, plans last', () => {
    expect(ask('甲县').tasks.map((c) => [c.place.name, c.programme.name, c.plan])).toEqual([
      ['一院', '问卷', false],
      ['甲县', '问卷', false],
      ['甲县', '讲座', true]
    ]);
    expect(ask('一院').tasks.map((c) => c.place.name)).toEqual(['一院']);
  });

  it('names its organisations, sources and the latest day', () => {
    const p = ask('甲县');
    expect(p.units.map((u) => u.name)).toEqual(['一院', '二院']);
    expect(p.sources.map((s) => s.id)).toEqual(['甲']);
    expect(p.cutoff).toBe('2021-01-31');
    expect(ask('乙县').sources.map((s) => s.id)).toEqual(['甲', '乙']);
    // 乙县: 门诊人次 and one task from 甲, 建档率 from 乙.
    expect(ask('乙县').sourceCounts.map((c) => [c.source.id, c.figures])).toEqual([
      ['甲', 2],
      ['乙', 1]
    ]);
    expect(ask('一院').county?.name).toBe('甲县');
    expect(p.county).toBeNull();
  });

  it('keeps witnesses and warns of rival values', () => {
    const facts = [
      { of: RATE.id, at: '甲县', in: '2020', value: 80 },
      { of: RATE.id, at: '甲县', in: '2020', value: 80, source: '乙' },
      { of: RATE.id, at: '甲县', in: '2020', value: 81, source: '乙' }
    ];
    expect(rowOf('甲县', '建档率', { ...BASE, facts }).witnesses).toHaveLength(2);
    expect(ask('甲县', { ...BASE, facts }).notes[0]).toEqual({
      level: '警示',
      text: '建档率（2020年）采用80%，另有81%（《乙报告》）。'
    });
  });

  it('says that its name was inferred', () => {
    expect(ask('丙县').notes[0]).toEqual({ level: '说明', text: '地名是推断的，原文没有写明。' });
    const places = [
      place('丙县', { naming: '推断', note: '文中有丙河。' }),
      place('丁县', { naming: '未具名', note: '只知在四川' }),
      place('戊县')
    ];
    const naming = (id: string) => ask(id, { ...BASE, places, facts: [], tasks: [] }).naming.map((n) => n.text);
    expect(naming('丙县')).toEqual(['地名是推断的：文中有丙河。']);
    expect(naming('丁县')).toEqual(['原文没有写地名：只知在四川。']);
    expect(naming('戊县')).toEqual([]);
  });

  it('sums up in one sentence: how much, how many lag, the best and the worst standing', () => {
    expect(ask('甲县').verdict).toBe('甲县有3项指标、2项任务、1项计划，2项滞后；建档率在3个地区中列末位');
    expect(ask('乙县').verdict).toBe('乙县有2项指标、1项任务，亮灯的1项没有滞后；建档率在3个地区中列第1');
    expect(ask('一院', { ...BASE, facts: [] }).verdict).toBe('一院问卷完成70%，比序时慢30.0个百分点');
    expect(ask('丙县', { ...BASE, facts: [] }).verdict).toBe('丙县〔推断〕没有数据');
  });

  it('claims no best or worst for totals, ties, or a field of two', () => {
    const facts = [
      { of: RATE.id, at: '甲县', in: '2020', value: 80 },
      { of: RATE.id, at: '乙县', in: '2020', value: 90 }
    ];
    expect(ask('乙县', { ...BASE, facts, tasks: [] }).verdict).toBe('乙县有1项指标；可比好坏的1项中1项列第1');
    const totals = ['甲县', '乙县', '丙县'].map((at, i) => ({ of: VISITS.id, at, in: '2020', value: i + 1 }));
    expect(ask('丙县', { ...BASE, facts: totals, tasks: [] }).verdict).toBe('丙县〔推断〕有1项指标');
  });
});
