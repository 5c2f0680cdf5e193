/**
 * A task month by month: its completion as a strong line that ends in its light, 序时 broken, the year before thin and grey,
 * and from today on the range in which it may end.
 */
import { formatNumber } from '../domain/wording/format';
import type { BeforePoint, TaskMonths } from '../domain/months/answer';
import { beforeSources } from '../domain/months/table';
import type { Completion } from '../domain/progress/completion';
import { bulletSources } from '../domain/progress/sources';
import { amountsText } from '../domain/progress/texts';
import { dayLabel } from '../domain/time/dayLabel';
import { statedAt } from '../domain/wording/position';
import { baseOption, type Drawing, type MarkItem, type Option, escapeLabel } from './drawing';
import { eventSeries } from './eventMarks';
import { nameLeaders, planeGrid } from './linePlane';
import { type MonthsLayout, monthsLayout, type MonthsName, percentText } from './monthsLayout';
import { LIGHT_PALETTES, palette, type RenderContext } from './theme';
import { timeAxis } from './timeAxis';

/** One task month by month in percent of its target: what was done, 序时, the year before, and 推算 as a broken line. */
export function monthsLine(t: TaskMonths, context: RenderContext): Drawing {
  const layout = monthsLayout(t, context);
  const { axis, sizes } = layout;
  return {
    option: {
      ...baseOption(context),
      grid: planeGrid(layout, context),
      xAxis: timeAxis(layout, true),
      yAxis: {
        type: 'value',
        min: axis.min,
        max: axis.max,
        interval: axis.step,
        axisLabel: { color: palette.inkFaint, fontSize: sizes.small, formatter: (value: number) => percentText(value) },
        splitLine: { lineStyle: { color: palette.lineSoft } }
      },
      series: [
        ...rangeSeries(t, context),
        clockSeries(t, layout, context),
        beforeSeries(t, context),
        ownSeries(t, context),
        nameLeaders(layout.names, layout, sizes, 8, context),
        nameSeries(t, layout),
        ...eventSeries(t.events, layout, context)
      ]
    } as Option,
    height: layout.height,
    across: true,
    ...interaction(t)
  };
}

/** Two broken lines from today to the due day, and a wash between them; hollow, since nobody has counted it. */
function rangeSeries({ now, range, period }: TaskMonths, { scale }: RenderContext) {
  if (!now || !range) return [];
  const start = now.row.asOf;
  const line = (id: string, percent: number) => ({
    id,
    type: 'line',
    silent: true,
    symbol: 'none',
    clip: true,
    z: 2,
    lineStyle: { color: palette.accent, width: 1.5 * scale, type: [5, 4] },
    data: [
      [start, now.rate],
      [period.end, percent]
    ]
  });
  const wash = (id: string, values: readonly [number, number], opacity: number) => ({
    id,
    type: 'line',
    silent: true,
    symbol: 'none',
    clip: true,
    z: 1,
    stack: 'range',
    lineStyle: { opacity: 0 },
    areaStyle: { color: palette.accent, opacity },
    data: [
      [start, values[0]],
      [period.end, values[1]]
    ]
  });
  const { low, high } = range;
  return [
    wash('below', [now.rate!, low.percent], 0),
    wash('between', [0, high.percent - low.percent], 0.1),
    line('low', low.percent),
    line('high', high.percent)
  ];
}

function clockSeries({ clock, now }: TaskMonths, { sizes }: MonthsLayout, { scale }: RenderContext) {
  return {
    id: 'clock',
    type: 'line',
    silent: true,
    symbol: 'none',
    z: 3,
    lineStyle: { color: palette.clock, width: 2 * scale, type: [7, 5] },
    data: clock.map(({ day, percent }) => [day, percent]),
    markLine: {
      silent: true,
      symbol: 'none',
      animation: false,
      lineStyle: { color: palette.ink, width: 1.2 * scale, type: 'solid' },
      label: {
        formatter: now?.goal.direction === '控制' ? '控制数100%' : '目标100%',
        position: 'insideStartTop',
        color: palette.inkSoft,
        fontSize: sizes.small
      },
      data: [{ yAxis: 100 }]
    }
  };
}

function beforeSeries({ before }: TaskMonths, { scale }: RenderContext) {
  return {
    id: 'before',
    type: 'line',
    symbol: 'circle',
    symbolSize: Math.round(4 * scale),
    showAllSymbol: true,
    z: 2,
    lineStyle: { color: palette.context, width: 1.2 * scale },
    data: before.map(({ day, percent, derived }) => ({
      value: [day, percent],
      itemStyle: derived
        ? { color: palette.ground, borderColor: palette.context, borderWidth: 1.5 }
        : { color: palette.context }
    }))
  };
}

const LIGHT_SYMBOLS = { bad: 'rect', middling: 'triangle', good: 'circle', none: 'circle' } as const;

/** Its last mark is the light, by shape and colour. */
function ownSeries({ course, now, rule }: TaskMonths, { scale }: RenderContext) {
  return {
    id: 'own',
    type: 'line',
    showAllSymbol: true,
    clip: false,
    z: 5,
    lineStyle: { color: palette.accent, width: 3 * scale },
    data: course.map((c) => {
      const { level } = c.light;
      const colour = LIGHT_PALETTES[rule.palette][level];
      const lit =
        c === now
          ? {
              symbol: LIGHT_SYMBOLS[level],
              symbolSize: Math.round(15 * scale),
              itemStyle:
                level === 'none' ? { color: palette.ground, borderColor: colour, borderWidth: 2 } : { color: colour }
            }
          : { symbol: 'circle', symbolSize: Math.round(7 * scale), itemStyle: { color: palette.accent } };
      return { value: [c.row.asOf, c.rate], ...lit };
    })
  };
}

const COLOURS = {
  own: palette.accent,
  clock: palette.clock,
  before: palette.inkFaint,
  low: palette.accent,
  high: palette.accent
} as const;

function nameSeries({ rule }: TaskMonths, { names, column, timeAt, valueAt, sizes }: MonthsLayout) {
  const { font, small, narrow } = sizes;
  const bold = 'bold' as const;
  return {
    id: 'names',
    type: 'scatter',
    silent: true,
    clip: false,
    symbolSize: 1,
    itemStyle: { color: 'transparent', opacity: 1 },
    z: 6,
    data: names.map((end) => ({
      value: [timeAt(column), valueAt(end.y)],
      label: {
        show: true,
        position: 'right',
        distance: 0,
        formatter: label(end, narrow),
        rich: {
          name: { color: COLOURS[end.line], fontSize: font, ...(end.line === 'own' ? { fontWeight: bold } : {}) },
          value: { color: palette.ink, fontSize: font, ...(end.line === 'own' ? { fontWeight: bold } : {}) },
          light: { color: LIGHT_PALETTES[rule.palette][end.light?.level ?? 'none'], fontSize: small, fontWeight: bold }
        }
      }
    }))
  };
}

function label({ name, value, light }: MonthsName, narrow: boolean): string {
  return `{name|${escapeLabel(name)}}${narrow ? '\n' : ' '}{value|${escapeLabel(value)}}${light ? ` {light|${escapeLabel(light.text)}}` : ''}`;
}

function interaction(t: TaskMonths): Required<Pick<Drawing, 'tip' | 'sources' | 'marks'>> {
  const ownAt = ({ seriesId, dataIndex }: MarkItem) => (seriesId === 'own' ? t.course[dataIndex] : undefined);
  const beforeAt = ({ seriesId, dataIndex }: MarkItem) => (seriesId === 'before' ? t.before[dataIndex] : undefined);
  return {
    tip: (item) => {
      const [own, before] = [ownAt(item), beforeAt(item)];
      return own ? ownTip(own) : before ? beforeTip(before, t) : [];
    },
    sources: (item) => {
      const [own, before] = [ownAt(item), beforeAt(item)];
      return own ? bulletSources(own) : before ? beforeSources(before) : [];
    },
    marks: [
      ...t.course.map((c, dataIndex) => ({ seriesId: 'own', dataIndex, at: [c.row.asOf, c.rate!] as const })),
      ...t.before.map((point, dataIndex) => ({
        seriesId: 'before',
        dataIndex,
        at: [point.day, point.percent] as const
      }))
    ]
  };
}

function ownTip(c: Completion): string[] {
  return [
    `截至${dayLabel(c.row.asOf)}  ${c.rateText}`,
    amountsText(c),
    c.elapsed === null ? '' : `${c.leadText}（序时 ${formatNumber(c.elapsed, { decimals: null, unit: '%' })}）`,
    `${c.light.shape}${c.light.word}`,
    c.lastYear?.text ?? '',
    `来源：${statedAt(c.row)}`
  ].filter(Boolean);
}

function beforeTip({ asOf, percent, done, derived, row, observation }: BeforePoint, { unit }: TaskMonths): string[] {
  const from = row ?? observation;
  return [
    `${asOf ? `截至${dayLabel(asOf)}` : '上年同期'}  ${derived ? '推算' : ''}${percentText(percent)}`,
    done === null ? '' : `完成${formatNumber(done, { unit })}`,
    from ? `来源：${statedAt(from)}` : ''
  ].filter(Boolean);
}
