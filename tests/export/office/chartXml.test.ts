import { describe, expect, it } from 'vitest';
import { bulletStrokes } from '../../../src/charts/office/bulletStrokes';
import {
  type NativeChart,
  type NativePoint,
  type NativeSeries,
  strokeSeries
} from '../../../src/charts/office/nativeChart';
import { plotBox, rowMiddles, type ChartRoom } from '../../../src/export/office/chartGeometry';
import { chartXml } from '../../../src/export/office/chartXml';
import { xmlFault } from './xmlFault';

const point = (value: number, more: Partial<NativePoint> = {}): NativePoint => ({
  value,
  text: String(value),
  format: '#,##0.0',
  strong: false,
  hollow: false,
  ...more
});
const BULLET_BARS: readonly NativeSeries[] = [
  { name: '目标（%）', role: 'track', labelled: false, points: [point(100), point(100)] },
  { name: '完成率（%）', role: 'bar', labelled: true, points: [point(67.68, { strong: true }), point(120)] }
];
const BULLET_MARKS: readonly NativeSeries[] = [
  { name: '序时（%）', role: 'value', labelled: false, points: [point(81.97), point(50)] },
  { name: '上年同期（%）', role: 'value', labelled: false, points: [null, point(60)] }
];

const CHARTS: Readonly<Record<Exclude<NativeChart['kind'], 'scatter' | 'columns'>, NativeChart>> = {
  bars: {
    kind: 'bars',
    categories: ['甲县', '乙县', '丙县'],
    series: [
      {
        name: '规范管理率（%）',
        role: 'bar',
        labelled: true,
        points: [point(96.2, { strong: true }), point(90, { hollow: true }), point(-4, { judgement: '变差' })]
      },
      ...strokeSeries(
        { name: '平均87.9%', role: 'tick', labelled: false, points: [point(87.9), point(87.9), point(87.9)] },
        { min: -20, max: 100 },
        1,
        0.01
      )
    ],
    min: -20,
    max: 100,
    remarks: [],
    handling: []
  },
  lines: {
    kind: 'lines',
    categories: ['2019年', '2020年', '2021年'],
    series: [
      {
        name: '甲县',
        role: 'line',
        labelled: true,
        owner: 'a',
        points: [point(1200, { strong: true }), point(1300), null]
      },
      {
        name: '甲县（第2段）',
        role: 'line',
        labelled: true,
        owner: 'a',
        continued: true,
        points: [null, null, point(900)]
      },
      { name: '乙县', role: 'line', labelled: true, owner: 'b', points: [point(1), null, point(3)] }
    ],
    min: 0,
    max: null,
    remarks: [],
    handling: []
  },
  bullets: {
    kind: 'bullets',
    categories: ['■ 筛查 甲县', '● 签约 乙县'],
    lights: ['bad', 'good'],
    series: [
      ...BULLET_BARS,
      ...BULLET_MARKS,
      ...bulletStrokes([...BULLET_BARS, ...BULLET_MARKS], { target: 0, clock: 2, last: 3, bars: 2 }, 1.2)
    ],
    min: 0,
    max: 120,
    beside: { title: '完成 / 目标', texts: ['2,707 / 4,000', '120 / 100'] },
    remarks: [],
    handling: []
  }
};

const roomOf = (chart: NativeChart): ChartRoom => ({ width: 600, height: 300, font: 12, names: chart.categories });

describe.each(Object.values(CHARTS))('a chart of $kind', (chart) => {
  it('is written as it was looked at in an office program', async () => {
    const xml = chartXml(chart, roomOf(chart));
    expect(xmlFault(xml)).toBe('');
    await expect(xml.replace(/></g, '>\n<')).toMatchFileSnapshot(`golden/${chart.kind}.xml`);
  });
});

describe('strokes across bars', () => {
  const axesOf = (xml: string) =>
    [...xml.matchAll(/<c:valAx>.*?<c:max val="([^"]*)"\/><c:min val="([^"]*)"\/>/g)].map(([, max, min]) => [
      Number(min),
      Number(max)
    ]);
  const groupsOf = (xml: string) =>
    [...xml.matchAll(/<c:barChart>.*?<\/c:barChart>/g)].map(([group]) => ({
      grouping: /<c:grouping val="(\w+)"/.exec(group)![1],
      series: [...group.matchAll(/<c:ser><c:idx val="(\d+)"/g)].map(([, at]) => Number(at))
    }));

  it('are series on axes of their own, half a stroke aside, so that they stand at the value', () => {
    const xml = chartXml(CHARTS.bars, roomOf(CHARTS.bars));
    expect(groupsOf(xml)).toEqual([
      { grouping: 'clustered', series: [0] },
      { grouping: 'stacked', series: [1, 2] }
    ]);
    // 1% of 120 is thick: 87.9 to 89.1 on an axis moved by 0.6 is 87.3 to 88.5.
    expect(axesOf(xml)).toEqual([
      [-20, 100],
      [-19.4, 100.6]
    ]);
  });

  it('below zero stand on the other side', () => {
    const bars = CHARTS.bars.series[0]!;
    const ticks = { ...bars, role: 'tick' as const, points: [point(-5), point(-5), null] };
    const series = [bars, ...strokeSeries(ticks, { min: -20, max: 100 }, 1, 0.01)];
    expect(series[2]!.points.map((p) => p?.value ?? null)).toEqual([-1.2, -1.2, null]);
    const chart = { ...CHARTS.bars, series };
    expect(axesOf(chartXml(chart, roomOf(chart)))[1]).toEqual([-20.6, 99.4]);
  });

  it('of bullets are one stack: what is unseen and a stroke, in turn; the figures themselves are in the sheet alone', () => {
    const xml = chartXml(CHARTS.bullets, roomOf(CHARTS.bullets));
    expect(groupsOf(xml)).toEqual([
      { grouping: 'clustered', series: [0, 1] },
      { grouping: 'stacked', series: [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14] }
    ]);
    // Black for the target, the colour of the clock for 序时, grey for 上年同期.
    const colourOf = (at: number) => new RegExp(`<c:ser><c:idx val="${at}"/>.*?<c:spPr>(.*?)</c:spPr>`).exec(xml)![1]!;
    expect(colourOf(8)).toContain('C2410C');
    expect(new Set([6, 8, 12].map(colourOf)).size).toBe(3);
    expect(colourOf(7)).toContain('noFill');
  });
});

describe('what a chart says by colour', () => {
  it('a change for the worse has the colour of warnings', () => {
    expect(chartXml(CHARTS.bars, roomOf(CHARTS.bars))).toContain('<c:idx val="2"/>');
    expect(chartXml(CHARTS.bars, roomOf(CHARTS.bars))).toContain('C2410C');
  });

  it('all segments of a line have one colour and one entry in the legend, others are grey beside a focus', () => {
    const xml = chartXml(CHARTS.lines, roomOf(CHARTS.lines));
    const colours = [...xml.matchAll(/<c:ser>.*?<a:schemeClr val="(\w+)"/g)].map((match) => match[1]);
    expect(colours).toEqual(['accent1', 'accent1', 'tx2']);
    expect(xml).toContain('<c:legendEntry><c:idx val="1"/><c:delete val="1"/></c:legendEntry>');
    expect(xml).toContain('formatCode="#,##0" sourceLinked="0"');
  });
});

describe('the names of lines', () => {
  const series = (name: string, last: number, length = 2): NativeChart['series'][number] => ({
    name,
    role: 'line',
    labelled: false,
    owner: name,
    points: [point(1), length === 2 ? point(last) : null]
  });
  const lines = (...list: NativeChart['series']): NativeChart => ({
    ...CHARTS.lines,
    categories: ['2019年', '2020年'],
    series: list,
    max: 100
  });
  const named = (chart: NativeChart) => {
    const xml = chartXml(chart, roomOf(chart));
    return [/<c:showSerName val="1"\/>/g, /<c:legend>/g].map((what) => xml.match(what)?.length ?? 0);
  };

  it('stand at their ends, where there is room for them, in the room to the right', () => {
    // 100 on the axis are 225 pt: 40 apart are 90, a line of 12 pt needs 16.8.
    expect(named(lines(series('甲县', 20), series('乙县', 60)))).toEqual([2, 0]);
    const chart = lines(series('甲县', 20), series('名字很长很长的乙县', 60));
    const right = ({ x, width }: { x: number; width: number }) => 600 * (1 - x - width);
    expect(right(plotBox(chart, roomOf(chart)))).toBeGreaterThan(9 * 12);
  });

  it('stand in a legend where they would lie on each other, or a line ends before the others', () => {
    expect(named(lines(series('甲县', 20), series('乙县', 25)))).toEqual([0, 1]);
    expect(named(lines(series('甲县', 20), series('乙县', 60, 1)))).toEqual([0, 1]);
  });

  it('of one line needs no legend', () => {
    expect(named(lines(series('甲县', 20)))).toEqual([1, 0]);
    expect(named(lines(series('甲县', 20, 1)))).toEqual([0, 0]);
  });
});

describe('a change of the 口径', () => {
  it('is an error bar of its own series, from the top of the axis to its foot, its name over it', () => {
    const chart: NativeChart = {
      ...CHARTS.lines,
      categories: ['2019年', '', '2020年'],
      series: [
        ...CHARTS.lines.series.slice(2),
        { name: '口径调整', role: 'mark', labelled: false, points: [null, point(40), null] }
      ],
      min: 10,
      max: 40
    };
    const xml = chartXml(chart, roomOf(chart));
    expect(xmlFault(xml)).toBe('');
    const [mark] = /<c:errBars>.*?<\/c:errBars>/.exec(xml)!;
    expect(mark).toContain('<c:errDir val="y"/><c:errBarType val="minus"/>');
    expect(mark).toContain(
      '<c:minus><c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="3"/><c:pt idx="1"><c:v>30</c:v>'
    );
    expect(xml).toMatch(
      /口径调整.*?<c:marker><c:symbol val="none"\/><\/c:marker><c:dLbls>.*?<c:showSerName val="1"\/>/
    );
    // It is no line that a legend would explain, and the empty category has no name.
    expect(xml).not.toContain('<c:legend>');
    expect(xml).toContain('<c:pt idx="0"><c:v>2019年</c:v></c:pt><c:pt idx="2"><c:v>2020年</c:v></c:pt>');
  });

  it('lets lines go on over an empty category where the chart says so', () => {
    expect(chartXml(CHARTS.lines, roomOf(CHARTS.lines))).toContain('<c:dispBlanksAs val="gap"/>');
    const chart = { ...CHARTS.lines, gaps: 'span' as const };
    expect(chartXml(chart, roomOf(chart))).toContain('<c:dispBlanksAs val="span"/>');
  });
});

describe('confidence intervals', () => {
  it('are error bars of their own lengths, in the order that the schema asks for', () => {
    const interval = { below: 1.5, above: 3 };
    for (const kind of ['bars', 'lines'] as const) {
      const [first, ...others] = CHARTS[kind].series;
      const chart = {
        ...CHARTS[kind],
        series: [{ ...first!, points: [point(96, { interval }), point(90), null] }, ...others]
      };
      const xml = chartXml(chart, roomOf(chart));
      expect(xmlFault(xml)).toBe('');
      const [bars] = /<c:errBars>.*?<\/c:errBars>/.exec(xml)!;
      expect(bars.match(/<c:v>[\d.]+/g)).toEqual(['<c:v>3', '<c:v>1.5']);
      expect(bars.includes('<c:errDir val="y"/>')).toBe(kind === 'lines');
      expect(xml).toMatch(/<\/c:dLbls><c:errBars>.*?<\/c:errBars><c:cat>/);
      expect(xml.match(/<c:errBars>/g)).toHaveLength(1);
      // The figure of a bar stands at its foot: at its end the error bar would strike it through.
      if (kind === 'bars') expect(xml).toContain('<c:dLblPos val="inBase"/>');
    }
  });
});

describe('pages of one chart', () => {
  it('leave their names the same room, so that zero stands at one place', () => {
    const names = ['短', '一个长得多的名字'];
    const page = (name: string): NativeChart => ({ ...CHARTS.bullets, categories: [name, name] });
    const [first, second] = names.map((name) => rowMiddles(page(name), { ...roomOf(CHARTS.bullets), names }).left);
    expect(first).toBe(second);
  });
});

describe('a figure beside a reference line', () => {
  const room: ChartRoom = { width: 600, height: 300, font: 12, names: ['甲县'] };
  // 甲县 is 0 to 100 in 600 pt: 76 pt for names, 48 to the right, so that 1 is 4.76 pt.
  const position = (value: number, reference: number, more: Partial<NativePoint> = {}) => {
    const bars: NativeSeries = { name: '率', role: 'bar', labelled: true, points: [point(value, more)] };
    const ticks: NativeSeries = { name: '平均', role: 'tick', labelled: false, points: [point(reference)] };
    const chart: NativeChart = {
      ...CHARTS.bars,
      categories: ['甲县'],
      series: [bars, ...strokeSeries(ticks, { min: 0, max: 100 }, 1, 0.004)],
      min: 0,
      max: 100
    };
    const xml = chartXml(chart, room);
    const single = /<c:dLbl><c:idx val="0"\/>.*?<\/c:dLbl>/.exec(xml)?.[0] ?? /<c:dLbls>.*?<\/c:dLbls>/.exec(xml)![0];
    return [/<c:dLblPos val="(\w+)"/.exec(single)![1], single.includes('<c:spPr><a:solidFill>')];
  };

  it('stands within its bar where the line would strike it through, on its own ground where the bar is too short', () => {
    expect(position(70, 90)).toEqual(['outEnd', false]);
    expect(position(85, 90)).toEqual(['inEnd', false]);
    expect(position(90, 85)).toEqual(['outEnd', false]);
    expect(position(2, 4)).toEqual(['outEnd', true]);
  });
});
