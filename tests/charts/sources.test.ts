import { describe, expect, it } from 'vitest';
import { bulletBars } from '../../src/charts/bulletBars';
import { fitMarked } from '../../src/charts/drawing';
import { placesBar } from '../../src/charts/placesBar';
import { trendDumbbell } from '../../src/charts/trendDumbbell';
import { trendLine } from '../../src/charts/trendLine';
import { trendSlope } from '../../src/charts/trendSlope';
import { progressBoard } from '../../src/domain/board/board';
import { compare } from '../../src/domain/compare/compare';
import { trend } from '../../src/domain/trend/computeTrend';
import { count, dataset, place, programme, source, type Small } from '../domain/factory';
import { render } from './render';

const LOOK = { width: 900, scale: 1 };
const SMALL: Small = {
  sources: [source('甲'), source('乙', { grade: 'C' })],
  indicators: [count()],
  places: [place('象山县'), place('舞钢市', { naming: '推断' })],
  programmes: [programme('结肠镜检查')],
  facts: [
    { at: '象山县', in: '2019', value: 500, line: 11 },
    { at: '象山县', in: '2020', value: 800, line: 12 },
    { at: '象山县', in: '2020', value: 800, line: 13, source: '乙' },
    { at: '舞钢市', in: '2020', value: 700, line: 21, source: '乙' },
    { at: '舞钢市', in: '2019', value: 600, line: 22, source: '乙' }
  ],
  tasks: [{ of: '结肠镜检查', at: '舞钢市', in: '2020', asOf: '2020-10-26', done: 2707, rate: 67.68, source: '乙' }]
};
const data = dataset(SMALL);
const comparison = compare(data, { indicator: '门诊人次' })!;
const changes = trend(data, { indicator: '门诊人次', places: ['象山县', '舞钢市'] })!;
const board = progressBoard(data);
const lines = (list: readonly { line: number | null }[] | undefined) => list?.map((s) => s.line);

describe('each mark knows where its figures stand', () => {
  it('a bar: every report that says its number', () => {
    const { sources } = placesBar(comparison, LOOK);
    expect(lines(sources!({ seriesId: 'places', dataIndex: 0 }))).toEqual([12, 13]);
    expect(lines(sources!({ seriesId: '', dataIndex: 1 }))).toEqual([21]);
  });

  it('a bar of a part of the rows', () => {
    expect(
      lines(placesBar(comparison, LOOK, { from: 1, to: 2 }).sources!({ seriesId: 'places', dataIndex: 0 }))
    ).toEqual([21]);
  });

  it('a point of a line', () => {
    const id = changes.series.find((s) => s.place.id === '舞钢市')!.id;
    expect(lines(trendLine(changes, LOOK).sources!({ seriesId: `${id}#0`, dataIndex: 0 }))).toEqual([22]);
    expect(lines(trendLine(changes, LOOK).sources!({ seriesId: 'breaks', dataIndex: 0 }))).toEqual([]);
  });

  it('an end of a slope', () => {
    const { sources } = trendSlope(trend(data, { indicator: '门诊人次', places: ['舞钢市'] })!, LOOK);
    expect(lines(sources!({ seriesId: 'slope', dataIndex: 0 }))).toEqual([22]);
    expect(lines(sources!({ seriesId: 'slope', dataIndex: 1 }))).toEqual([21]);
    // The line and the change over it rest on both.
    expect(lines(sources!({ seriesId: 'change', dataIndex: 0 }))).toEqual([22, 21]);
    expect(lines(sources!({ seriesId: 'slope', dataIndex: -1 }))).toEqual([22, 21]);
  });

  it('every mark of a bullet bar, and the figure of the year before for its tick', () => {
    const before = progressBoard(
      dataset({
        ...SMALL,
        tasks: [
          { of: '结肠镜检查', at: '象山县', in: '2020', asOf: '2020-10-31', done: 900, target: 1000 },
          { of: '结肠镜检查', at: '象山县', in: '2019', asOf: '2019-10-31', done: 700, target: 1000 }
        ]
      })
    );
    const { sources } = bulletBars(
      before.rows.filter((row) => row.lastYear),
      LOOK
    );
    for (const seriesId of ['track', 'done', 'target', 'clock0', 'lastYear', ''])
      expect(lines(sources!({ seriesId, dataIndex: 0 }))).toEqual([1, 2]);
  });

  it('the reference line: all that it is the mean of', () => {
    const three = compare(
      dataset({ ...SMALL, facts: [...SMALL.facts!, { at: '中方县', in: '2020', value: 900, line: 31 }] }),
      { indicator: '门诊人次' }
    )!;
    expect(lines(placesBar(three, LOOK).sources!({ seriesId: 'reference', dataIndex: -1 }))).toEqual([31, 12, 13, 21]);
  });

  it('is listed for the keyboard in reading order', () => {
    const order = ({ marks }: { marks?: readonly { seriesId: string; dataIndex: number; at: readonly unknown[] }[] }) =>
      marks!.map((m) => [m.seriesId, m.dataIndex, ...m.at]);
    expect(order(placesBar(comparison, LOOK))).toEqual([
      ['places', 0, 800, 0],
      ['places', 1, 700, 1]
    ]);
    expect(order(bulletBars(board.rows, LOOK))).toEqual([['done', 0, 67.68, 0]]);
    expect(order(trendDumbbell(changes, LOOK)).map((m) => m[1])).toEqual([0, 1, 2, 3]);
    expect(trendLine(changes, LOOK).across).toBe(true);
  });

  it('a dot of two periods, and its row as a whole', () => {
    const { sources } = trendDumbbell(changes, LOOK);
    expect(lines(sources!({ seriesId: 'points', dataIndex: 0 }))).toEqual([11]);
    expect(lines(sources!({ seriesId: '', dataIndex: 1 }))).toEqual([22, 21]);
  });

  it('a bullet bar', () => {
    expect(lines(bulletBars(board.rows, LOOK).sources!({ seriesId: 'done', dataIndex: 0 }))).toEqual([1]);
  });
});

describe('fitMarked(text, mark, fontSize, width)', () => {
  it('cuts the name and never the mark', () => {
    // Ten wide characters of 10 px do not fit into 80 px; the mark takes 40 of them, three characters and an ellipsis the rest.
    expect(fitMarked('舞钢市中医院〔推断〕', '〔推断〕', 10, 80)).toBe('舞钢市…〔推断〕');
    expect(fitMarked('舞钢市〔推断〕', '〔推断〕', 10, 80)).toBe('舞钢市〔推断〕');
    expect(fitMarked('象山县第一人民医院', '', 10, 50)).toBe('象山县第…');
  });
});

describe('grade and an inferred name stand beside the name', () => {
  it.each([
    ['bars', () => render((context) => placesBar(comparison, context))],
    ['bars on a phone', () => render((context) => placesBar(comparison, context), 340)],
    ['lines', () => render((context) => trendLine(changes, context))],
    ['dots', () => render((context) => trendDumbbell(changes, context))],
    ['tasks', () => render((context) => bulletBars(board.rows, context))],
    ['tasks on a phone', () => render((context) => bulletBars(board.rows, context), 358)]
  ])('of %s', (_, draw) => {
    const all = draw().texts.join(' ');
    expect(all).toContain('舞钢市');
    expect(all).toContain('〔推断〕');
    expect(all).toContain('C级');
  });
});
