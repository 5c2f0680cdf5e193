import { describe, expect, it } from 'vitest';
import { type BoardQuery, progressBoard } from '../../../src/domain/board/board';
import { progressMatrix } from '../../../src/domain/board/matrix';
import { supervisionList } from '../../../src/domain/board/supervision';
import { boardScope } from '../../../src/domain/board/wording';
import { DEFAULT_RULE, ruleText } from '../../../src/domain/lights/rule';
import type { Completion } from '../../../src/domain/progress/completion';
import { dataset, place, programme, source, unit, type Small } from '../factory';

const texts = (c: Completion) => c.notes.map((n) => n.text);

const BOARD: Small = {
  places: [place('象山县'), unit('台胞医院集团', '象山县'), place('中方县')],
  sources: [source('甲'), source('乙')],
  programmes: [
    programme('结肠镜检查'),
    programme('问卷'),
    programme('产前筛查', { theme: '妇幼健康' }),
    programme('讲座')
  ],
  tasks: [
    { of: '问卷', at: '象山县', in: '2020', asOf: '2020-10-26', done: 78429, rate: 97.06 },
    { of: '结肠镜检查', at: '象山县', in: '2020', asOf: '2020-10-26', done: 2707, rate: 67.68 },
    { of: '问卷', at: '台胞医院集团', in: '2020', asOf: '2020-10-31', rate: 80 },
    { of: '产前筛查', at: '中方县', in: '2020', done: 2212, target: 2200, source: '乙' },
    { of: '讲座', at: '中方县', in: '2021', target: 400 },
    { of: '讲座', at: '中方县', in: '2020', done: 300, asOf: '2020-10-31' }
  ]
};
const board = (query: BoardQuery = {}, small: Small = BOARD) => progressBoard(dataset(small), query);
const named = (rows: readonly Completion[]) => rows.map((c) => `${c.place.name}${c.programme.name}`);

describe('progressBoard(dataset, query)', () => {
  it('sorts the slowest first, rows without a lead last, plans apart', () => {
    const b = board();
    // leads: 67.68−81.97 = −14.29; 80 − 305/366×100 (83.33) = −3.33; 97.06−81.97 = 15.09
    expect(b.rows.map((c) => c.lead)).toEqual([-14.29, -3.33, 15.09, null, null]);
    expect(named(b.rows)).toEqual([
      '象山县结肠镜检查',
      '台胞医院集团问卷',
      '象山县问卷',
      '中方县产前筛查',
      '中方县讲座'
    ]);
    expect(named(b.plans)).toEqual(['中方县讲座']);
  });

  it.each([
    ['lead', ['象山县问卷', '台胞医院集团问卷', '象山县结肠镜检查', '中方县产前筛查', '中方县讲座']],
    ['rate', ['中方县产前筛查', '象山县问卷', '台胞医院集团问卷', '象山县结肠镜检查', '中方县讲座']],
    ['official', ['象山县结肠镜检查', '象山县问卷', '台胞医院集团问卷', '中方县产前筛查', '中方县讲座']]
  ] as const)('sorts by %s', (sort, order) => {
    expect(named(board({ sort }).rows)).toEqual(order);
  });

  it('counts lights over all rows before the light filter, plans not counted', () => {
    expect(board().counts).toEqual({ bad: 1, middling: 1, good: 1, none: 2 });
    const red = board({ light: 'bad' });
    expect(red.counts).toEqual({ bad: 1, middling: 1, good: 1, none: 2 });
    expect(named(red.rows)).toEqual(['象山县结肠镜检查']);
  });

  it('filters by county with its organisations, organisation, programme, theme and period', () => {
    expect(named(board({ place: '象山县' }).rows)).toEqual(['象山县结肠镜检查', '台胞医院集团问卷', '象山县问卷']);
    expect(named(board({ organisation: '台胞医院集团' }).rows)).toEqual(['台胞医院集团问卷']);
    expect(named(board({ programme: '问卷' }).rows)).toEqual(['台胞医院集团问卷', '象山县问卷']);
    expect(named(board({ theme: '妇幼健康' }).rows)).toEqual(['中方县产前筛查']);
    expect(named(board({ period: '2021' }).rows)).toEqual([]);
    expect(named(board({ period: '2021' }).plans)).toEqual(['中方县讲座']);
    expect(board({ place: '无此地' }).rows).toEqual([]);
  });

  it('offers what the filters may choose among', () => {
    const b = board({ place: '象山县' });
    expect(b.organisations.map((p) => p.name)).toEqual(['台胞医院集团']);
    expect(b.programmes.map((p) => p.name)).toEqual(['结肠镜检查', '问卷']);
    expect(b.places.map((p) => p.name)).toEqual(['象山县', '中方县']);
    expect(board().periods.map((p) => [p.period.text, p.count])).toEqual([
      ['2021', 1],
      ['2020', 5]
    ]);
  });

  it('counts equal figures of two reports once, with the second as a witness', () => {
    const twice = board({}, { ...BOARD, tasks: [BOARD.tasks![1]!, { ...BOARD.tasks![1]!, source: '乙' }] });
    expect(twice.rows).toHaveLength(1);
    expect(twice.rows[0]!.witnesses.map((w) => w.source.id)).toEqual(['乙']);
    expect(texts(twice.rows[0]!)).toContain('另有《乙报告》写同样的数。');
    expect(twice.notes.map((n) => n.text)).toContain('1项另有《乙报告》写同样的数。');
    expect(twice.sources.map((s) => s.id)).toEqual(['甲', '乙']);
  });

  it('shows the last of several cut-off days of one task, and says how many it left out', () => {
    const [, first] = BOARD.tasks!;
    const b = board(
      {},
      { ...BOARD, tasks: [{ ...first!, asOf: '2020-11-30', rate: 80 }, first!, { ...first!, asOf: '', rate: 55 }] }
    );
    expect(b.rows.map((c) => [c.row.asOf, c.rate])).toEqual([
      ['2020-11-30', 80],
      ['', 55]
    ]);
    expect(b.notes.map((n) => n.text)).toContain('同一任务有几个截止日的只列最近一期，另有1条较早的未列。');
    expect(board().notes.some((n) => n.text.includes('较早的'))).toBe(false);
  });

  it('shows the last of several years of one task, and the one that is asked for', () => {
    const year = (period: string, rate: number) =>
      ({ of: '问卷', at: '象山县', in: period, asOf: `${period}-12-31`, target: 100, done: rate, rate }) as const;
    const small: Small = {
      ...BOARD,
      tasks: [
        year('2023', 70),
        year('2024', 90),
        // Another place has only the year before, and a quarter is another task than a year.
        { ...year('2023', 60), at: '中方县' },
        { of: '问卷', at: '象山县', in: '2023-Q2', asOf: '2023-06-30', target: 100, done: 50 },
        // What became of a plan is told by its result; one without a result still waits.
        { of: '问卷', at: '象山县', in: '2024', target: 120 },
        { of: '问卷', at: '象山县', in: '2025', target: 130 }
      ]
    };
    const shown = (query: BoardQuery) => board(query, small).rows.map((c) => [c.place.name, c.row.period.text, c.rate]);
    const now = board({ sort: 'official' }, small);
    expect(shown({ sort: 'official' })).toEqual([
      ['象山县', '2024', 90],
      ['象山县', '2023-Q2', 50],
      ['中方县', '2023', 60]
    ]);
    expect(now.past).toBe(1);
    expect(now.plans.map((c) => c.row.period.text)).toEqual(['2025']);
    expect(board({ donePlans: true }, small).plans.map((c) => c.row.period.text)).toEqual(['2024', '2025']);
    expect(now.notes.map((n) => n.text)).toContain('每年（季、月）都有的任务只列最近一期，另有1条较早时期的未列。');
    expect(shown({ period: '2023', sort: 'official' })).toEqual([
      ['象山县', '2023', 70],
      ['中方县', '2023', 60]
    ]);
    expect(board({ period: '2023' }, small).past).toBe(0);
  });

  it('says in one sentence whose clock goes by a schedule, but for those that say why', () => {
    const schedule = '06-30:30%;12-31:100%';
    const names = ['甲筛查', '乙筛查', '丙筛查', '丁筛查'];
    const small: Small = {
      ...BOARD,
      programmes: [
        ...names.map((name) => programme(name, { schedule })),
        programme('接种', { schedule, note: '九月开始' })
      ],
      tasks: [...names, '接种'].map((of) => ({ of, at: '象山县', in: '2020', asOf: '2020-10-31', target: 10, done: 8 }))
    };
    expect(board({}, small).notes.map((n) => n.text)).toEqual([
      '接种的序时按进度安排算，不按天数平均：九月开始。',
      '甲筛查、乙筛查、丙筛查等4项任务的序时按进度安排算，不按天数平均。'
    ]);
  });

  it('keeps two figures of one day, which may be parts of the task', () => {
    const [, first] = BOARD.tasks!;
    expect(board({}, { ...BOARD, tasks: [first!, { ...first!, done: 12, rate: null }] }).rows).toHaveLength(2);
  });

  it('gives cut-off, sources, rule and periods of what is shown', () => {
    const b = board({ place: '象山县' });
    expect(b.cutoff).toBe('2020-10-31');
    expect(b.sources.map((s) => s.id)).toEqual(['甲']);
    expect(b.ruleText).toBe(ruleText(DEFAULT_RULE));
    expect(b.subtitle).toBe('任务期2020年 · 截至2020年10月26日至2020年10月31日 · 序时进度82.0%至83.3%');
    expect(board({ place: '中方县' }).subtitle).toBe('任务期2020年 · 截至2020年10月31日 · 序时进度83.3%');
    expect(board({ programme: '产前筛查' }).cutoff).toBe('');
  });

  it('carries the notes of its rows under their names, shared ones once', () => {
    const notes = board().notes.map((n) => n.text);
    expect(notes.filter((t) => t.includes('推算'))).toEqual(['标“推算”的目标是完成数÷完成率，原文没有写。']);
    expect(notes).toContain('1项不亮灯：没有写明数据截止日，算不出序时。');
    expect(notes).toContain('1项不亮灯：没有目标，算不出完成率。');
    const doubtful = board(
      {},
      { ...BOARD, tasks: [{ of: '问卷', at: '象山县', in: '2020', rate: 174, status: '存疑', note: '超额过多' }] }
    );
    expect(doubtful.notes[0]).toEqual({ level: '警示', text: '象山县问卷：原文数字存疑：超额过多。' });
  });

  it('takes another rule', () => {
    expect(board({ rule: { ...DEFAULT_RULE, amberWithin: 20 } }).counts).toEqual({
      bad: 0,
      middling: 2,
      good: 1,
      none: 2
    });
  });
});

describe('progressBoard verdict', () => {
  it('names the slowest and counts the rest', () => {
    expect(board({ place: '象山县' }).verdict).toBe(
      '象山县结肠镜检查完成67.68%，比序时慢14.3个百分点；另有1项慢于序时，其余1项快于序时'
    );
    expect(board({ place: '象山县', programme: '结肠镜检查' }).verdict).toBe(
      '象山县结肠镜检查完成67.68%，比序时慢14.3个百分点'
    );
  });

  const rates = (...list: number[]): Small => ({
    programmes: list.map((_, i) => programme(`任务${i + 1}`)),
    tasks: list.map((rate, i) => ({ of: `任务${i + 1}`, at: '甲县', in: '2020', rate, asOf: '2020-12-31' }))
  });

  it('says how all the others stand', () => {
    expect(board({}, rates(90, 120, 130)).verdict).toBe('甲县任务1完成90%，比序时慢10.0个百分点；其余2项快于序时');
    expect(board({}, rates(90, 100, 130)).verdict).toBe('甲县任务1完成90%，比序时慢10.0个百分点；其余2项不慢于序时');
    expect(board({}, rates(90, 95)).verdict).toBe('甲县任务1完成90%，比序时慢10.0个百分点；其余1项也慢于序时');
    expect(board({}, rates(100, 130)).verdict).toBe('2项任务都不慢于序时；最慢的甲县任务1完成100%，与序时持平');
  });

  it('begins with what the board was asked for, so that titles of one deck differ', () => {
    expect(board({ light: 'middling' }).verdict).toBe('1项亮黄灯：台胞医院集团问卷完成80%，比序时慢3.3个百分点');
    expect(board({ light: 'none' }).verdict).toBe('2项不亮灯：2项任务中1项有完成率，没有序时可比');
    expect(board({ place: '无此地', light: 'bad' }).verdict).toBe('没有符合条件的任务');
    const sums: Small = {
      places: [place('甲县'), unit('一院', '甲县'), unit('二院', '甲县')],
      programmes: [programme('肠镜')],
      tasks: [
        { of: '肠镜', at: '一院', in: '2020', asOf: '2020-12-31', done: 60 },
        { of: '肠镜', at: '二院', in: '2020', asOf: '2020-12-31', done: 50 },
        { of: '肠镜', at: '甲县', in: '2020', asOf: '2020-12-31', done: 100, rate: 80 }
      ]
    };
    // 60 + 50 − 100 = 10
    expect(board({ programme: '肠镜' }, sums).verdict).toBe(
      '2家单位合计比甲县自报多10例；甲县肠镜完成80%，比序时慢20.0个百分点'
    );
  });

  it('doesn’t count a figure in doubt as fast or slow, as its light doesn’t', () => {
    const doubtful: Small = {
      programmes: [programme('任务1'), programme('任务2')],
      tasks: [
        { of: '任务1', at: '甲县', in: '2020', rate: 90, asOf: '2020-12-31' },
        { of: '任务2', at: '甲县', in: '2020', rate: 100.02, asOf: '2020-12-31', status: '存疑' }
      ]
    };
    expect(board({}, doubtful).verdict).toBe('甲县任务1完成90%，比序时慢10.0个百分点');
    expect(board({}, doubtful).counts).toEqual({ bad: 1, middling: 0, good: 0, none: 1 });
    expect(board({}, doubtful).tally).toMatchObject({ timed: 1, over: 0, doubtfulOver: 1 });
  });

  it('doesn’t call nothing what has plans, on whichever part', () => {
    const data = dataset({
      programmes: [programme('讲座')],
      tasks: [{ of: '讲座', at: '甲县', in: '2030', target: 9 }]
    });
    const said = '还没有完成数，有1项计划';
    expect(progressBoard(data).verdict).toBe(said);
    expect(progressMatrix(data).verdict).toBe(said);
    expect(supervisionList(data).verdict).toBe(said);
    expect(progressMatrix(data, { light: 'bad' }).verdict).toBe('没有符合条件的任务');
    expect(progressMatrix(dataset({})).verdict).toBe('没有符合条件的任务');
  });

  it('says of how many of the tasks it speaks', () => {
    const { rows, plans } = board();
    expect(boardScope(rows, plans)).toBe('5项中3项能比，另1项计划');
    expect(boardScope(rows.slice(0, 3), [])).toBe('');
  });

  it('says what there is where nothing has a 序时', () => {
    expect(board({ place: '中方县', programme: '产前筛查' }).verdict).toBe('中方县产前筛查完成100.55%，没有序时可比');
    expect(board({ place: '中方县' }).verdict).toBe('2项任务中1项有完成率，没有序时可比；另有1项计划');
    expect(board({ programme: '讲座', period: '2020' }).verdict).toBe('1项任务有完成数，没有完成率，没有序时可比');
    expect(board({ period: '2021' }).verdict).toBe('还没有完成数，有1项计划');
    expect(board({ place: '无此地' }).verdict).toBe('没有符合条件的任务');
  });
});
