import { beforeEach, describe, expect, it } from 'vitest';
import { changeChart } from '../../../src/charts/office/changeChart';
import { changePlaces } from '../../../src/domain/trend/changePlaces';
import { changeBoard } from '../../../src/domain/trend/changes';
import { boardSources, changeTable } from '../../../src/domain/trend/changesTable';
import { choicesOf } from '../../figures/realData';
import { dataset, place } from '../factory';
import { ask, change, figure, VISITS } from './changing';

describe('changeBoard(dataset, placeId, kind)', () => {
  it('lists rises first and falls last, each judged by its own polarity', () => {
    const board = ask([
      change('visits', -18.8),
      change('cases', -30),
      change('managed', 67.5),
      change('cases', 12, { in: '2019' })
    ]);
    expect(board.rows.map((r) => [r.indicator.id, r.text, r.judgement])).toEqual([
      ['managed', '增长67.5%', '好转'],
      ['visits', '下降18.8%', '不评价'],
      ['cases', '下降30%', '好转']
    ]);
    expect(board.verdict).toBe('甲县3项指标同比1项增长、2项下降；糖尿病患者管理人数增长67.5%，变化最大');
    expect(board.notes.map((n) => n.text)).toEqual([
      '按指标是越高越好还是越低越好，2项好转，其余不评价好坏。',
      '变化都是原文写的同比。'
    ]);
  });

  it('calls a rise of what should fall worse', () => {
    const board = ask([change('cases', 12)]);
    expect(board.rows.map((r) => r.judgement)).toEqual(['变差']);
    expect(board.verdict).toBe('甲县法定传染病报告例数同比增长12%');
  });

  it('takes the latest period of each indicator', () => {
    const board = ask([
      change('managed', 5, { in: '2018' }),
      change('managed', -3, { in: '2020' }),
      change('managed', 9, { in: '2019' })
    ]);
    expect(board.rows.map((r) => [r.period.text, r.value])).toEqual([['2020', -3]]);
  });

  it('works out what no report states, and says so', () => {
    // 600 after 500: +20.0%.
    const board = ask([figure('visits', 500, { in: '2019' }), figure('visits', 600), change('managed', 4)]);
    expect(board.rows.map((r) => [r.indicator.id, r.text, r.now, r.stated])).toEqual([
      ['visits', '增长20.0%', '600人次', false],
      ['managed', '增长4%', '', true]
    ]);
    expect(board.notes.map((n) => n.text)).toContain('1项按两期的数计算，其余是原文写的同比。');
  });

  it('takes nothing but the year before for a base', () => {
    expect(ask([figure('visits', 500, { in: '2018' }), figure('visits', 600)]).rows).toEqual([]);
    expect(ask([figure('visits', 500, { in: '2019-H1' }), figure('visits', 600)]).rows).toEqual([]);
    expect(ask([figure('visits', 0, { in: '2019' }), figure('visits', 600)]).rows).toEqual([]);
  });

  it('never puts points beside percent', () => {
    const facts = [
      change('visits', 5),
      change('managed', 4),
      change('rate', 2.5, { measure: '同比(百分点)', written: '2.5个百分点' })
    ];
    const percent = ask(facts);
    expect(percent.kinds).toEqual([
      { kind: '百分比', count: 2 },
      { kind: '百分点', count: 1 }
    ]);
    expect(percent.rows.map((r) => r.indicator.id)).toEqual(['visits', 'managed']);
    expect(percent.notes.map((n) => n.text)).toContain('另有1项的变化以百分点计，不画在同一个轴上。');
    const points = ask(facts, '百分点');
    expect(points.rows.map((r) => r.text)).toEqual(['上升2.5个百分点']);
    expect(points.subtitle).toBe('比上年同期的变化 · 单位：个百分点 · 每项指标取最近一期');
    // None of that kind: the kind with most.
    expect(ask(facts, '千分点').kind).toBe('百分比');
  });

  it('judges a bound only where it leaves no doubt', () => {
    const judged = (value: number, qualifier: '≤' | '≥') => ask([change('cases', value, { qualifier })]).rows[0]!;
    expect(judged(5, '≤')).toMatchObject({ text: '增长≤5%', judgement: '不评价', uncertain: true });
    expect(judged(5, '≥')).toMatchObject({ judgement: '变差' });
    expect(judged(-5, '≤')).toMatchObject({ judgement: '好转' });
    expect(judged(-5, '≥')).toMatchObject({ judgement: '不评价' });
  });

  it('warns where the stated change contradicts the figures, and where it is in doubt', () => {
    // 600 after 500 is +20%, not +50%.
    const board = ask([
      figure('visits', 500, { in: '2019' }),
      figure('visits', 600),
      change('visits', 50),
      change('managed', 3, { status: '存疑', note: '疑为百分点' })
    ]);
    expect(board.notes.filter((n) => n.level === '警示').map((n) => n.text)).toEqual([
      '门诊人次原文同比增长50%，按两期的数算是增长20.0%，两者不一致。',
      '糖尿病患者管理人数增长3%存疑：疑为百分点。'
    ]);
  });

  it('knows the lines of the figure and of its change', () => {
    const board = ask([figure('managed', 9, { line: 3 }), change('managed', 4, { line: 5 })]);
    expect(board.rows).toHaveLength(1);
    expect(boardSources(board).map((s) => s.line)).toEqual([3, 5]);
  });

  it('says so where a place has none, and is undefined for an unknown place', () => {
    const data = dataset({ indicators: [VISITS], places: [place('甲县')], facts: [figure('visits', 1)] });
    expect(changeBoard(data, '甲县')).toMatchObject({ rows: [], kinds: [], verdict: '甲县没有与上年同期比较的数' });
    expect(changeBoard(data, '乙县')).toBeUndefined();
    expect(changePlaces(data)).toEqual([]);
  });
});

describe('its table and its chart for office programs', () => {
  let board: ReturnType<typeof ask>;
  beforeEach(() => {
    board = ask([figure('managed', 48319), change('managed', 67.5), change('cases', -30)]);
  });

  it('have the rows of the bars', () => {
    expect(changeTable(board).rows.map((row) => row.map((cell) => cell.text))).toEqual([
      ['糖尿病患者管理人数', '2020年', '48,319人', '增长67.5%', '好转', '原文同比', '甲报告（A级）', ''],
      ['法定传染病报告例数', '2020年', '未写', '下降30%', '好转', '原文同比', '甲报告（A级）', '']
    ]);
    expect(changeChart(board).series[0]!.points.map((p) => p?.value)).toEqual([67.5, -30]);
    expect(changeChart(board).categories).toEqual([
      '糖尿病患者管理人数（2020年，好转）',
      '法定传染病报告例数（2020年，好转）'
    ]);
  });

  it('keep one axis over parts, with room for words at both ends', () => {
    // −30 to 67.5 is a span of 97.5; 0.26 of it on either side makes −55.35 and 92.85, a quarter of that 37: steps of 50.
    expect(changeChart(board)).toMatchObject({ min: -100, max: 100, step: 50 });
    expect(changeChart(board, 0, 1)).toMatchObject({ min: -100, max: 100, step: 50 });
    // 0 to 5.04, in steps of 2.
    expect(changeChart(ask([change('managed', 4)]))).toMatchObject({ min: 0, max: 6 });
  });

  it('say what the screen says: the change at the bar, the judgement with the name', () => {
    expect(changeChart(board).series[0]!.points.map((p) => p?.text)).toEqual(['增长67.5%', '下降30%']);
    expect(board.rows.map((r) => r.label)).toEqual(['增长67.5%（好转）', '下降30%（好转）']);
  });
});

describe('the changes of the real reports', async () => {
  const { dataset: data } = await choicesOf('data');

  it('宝安区: ten in percent, as the report of 2020 states them', () => {
    const board = changeBoard(data, 'baoan')!;
    expect(board.rows.map((r) => [r.indicator.name, r.value])).toEqual([
      ['糖尿病患者管理人数', 67.5],
      ['高血压患者管理人数', 65.9],
      ['居民健康档案份数', 33],
      ['家庭医生签约人数', 5],
      ['基本公共卫生服务人次', 2],
      ['严重精神障碍患者在册人数', 0.5],
      ['分娩量', -9.7],
      ['社康中心全科服务人次', -17.8],
      ['总诊疗人次', -18.8],
      ['法定传染病报告例数', -30]
    ]);
    expect(board.verdict).toBe('宝安区10项指标同比6项增长、4项下降；糖尿病患者管理人数增长67.5%，变化最大');
  });

  it('most are of 宝安区', () => {
    expect(changePlaces(data)[0]).toMatchObject({ place: { id: 'baoan' }, count: 10 });
  });
});
