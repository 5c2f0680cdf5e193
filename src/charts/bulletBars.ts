import type { LightPalette } from '../domain/lights/rule';
import { isBound } from '../domain/model/records';
import type { Completion } from '../domain/progress/completion';
import { doneSign } from '../domain/model/goal';
import { neededPace } from '../domain/progress/pace';
import { paceTexts } from '../domain/progress/paceTexts';
import { bulletSources } from '../domain/progress/sources';
import { completionTexts } from '../domain/progress/texts';
import { placeLabel } from '../domain/wording/placeLabel';
import { absenceOf, largeNames, leftLabel, leftRich, lineWidth, remarkOf, rightLabel, rightRich } from './bulletLabels';
import { BULLET, layoutOf, topOf } from './bulletLayout';
import { baseOption, type Drawing } from './drawing';
import { palette, type ChartLook } from './theme';

type Option = Drawing['option'];

export interface BulletChoices {
  /** Colours of the lights; default 红黄绿. */
  readonly lights?: LightPalette;
  /** 年末推算 as a hollow extension; off by default. */
  readonly forecast?: boolean;
}

/**
 * Bullet bars after Few's specification: done as a bar, the target, 序时 and 上年同期 as marks across it, one hue.
 * Light, programme and place stand left; done, target, rate, lead and what is needed right, in the order of the rows.
 */
export function bulletBars(
  rows: readonly Completion[],
  look: ChartLook,
  { lights = '红黄绿', forecast = false }: BulletChoices = {}
): Drawing {
  const layout = layoutOf(look, {
    count: rows.length,
    remarks: rows.map(remarkOf),
    names: largeNames(rows),
    line: lineWidth(rows),
    dueDiffers: new Set(rows.map((row) => row.due)).size > 1
  });
  const { font, small, left, right, columns, row: rowHeight } = layout;
  const top = topOf(look);
  const faint = (row: Completion) =>
    look.spotlight !== undefined && row.place.id !== look.spotlight && row.county?.id !== look.spotlight;
  const projected = rows.map((row) => (forecast ? paceTexts(row).forecast : null));
  const longest = Math.max(100, ...rows.map((row) => row.rate ?? 0), ...projected.map((percent) => percent ?? 0));
  const max = Math.min(BULLET.cap, longest > 104 ? longest + 2 : 104);
  const keys = rows.map((_, index) => String(index));
  // On a wall of many rows the marks shrink with them.
  const mark = (px: number) => Math.round(Math.min(px * look.scale, (px / 46) * rowHeight));
  const barWidth = mark(20);
  const stroke = Math.max(2, Math.round(2.5 * look.scale));

  const option: Option = {
    ...baseOption(look),
    grid: { left, right, top, bottom: 8 },
    xAxis: {
      type: 'value',
      min: 0,
      max,
      interval: 100,
      position: 'top',
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: {
        color: palette.inkFaint,
        fontSize: small,
        margin: 9 * look.scale,
        verticalAlign: 'bottom',
        formatter: (value: number) => (value === 100 ? fullMark(rows) : '')
      }
    },
    yAxis: [
      {
        type: 'category',
        inverse: true,
        triggerEvent: true,
        data: keys,
        axisLine: { show: false },
        axisTick: { show: false },
        splitLine: { show: true, lineStyle: { color: palette.lineSoft } },
        axisLabel: {
          interval: 0,
          margin: left - 4,
          align: 'left',
          formatter: (key: string) => leftLabel(rows[Number(key)]!, layout, look),
          rich: leftRich(layout, look, lights)
        }
      },
      ...columns.map((column) => ({
        type: 'category' as const,
        inverse: true,
        triggerEvent: true,
        position: 'right' as const,
        offset: 0,
        data: keys,
        name: column.name,
        nameLocation: 'start' as const,
        nameGap: 9 * look.scale,
        nameTextStyle: {
          align: 'right' as const,
          verticalAlign: 'bottom' as const,
          color: palette.inkFaint,
          fontSize: small,
          padding: [0, -(column.at + column.width), 0, 0]
        },
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: {
          interval: 0,
          margin: column.at + column.width,
          align: 'right' as const,
          formatter: (key: string) => {
            const row = rows[Number(key)]!;
            return faint(row) ? '' : rightLabel(row, column.key, layout, forecast);
          },
          rich: rightRich(layout, look, lights)
        }
      }))
    ],
    series: [
      {
        id: 'track',
        type: 'bar',
        barWidth,
        barGap: '-100%',
        itemStyle: { color: palette.track },
        data: rows.map((row) => (row.rate === null ? null : 100))
      },
      ...(forecast
        ? [
            forecastSeries(
              projected.map((percent, i) => (faint(rows[i]!) ? null : percent)),
              max,
              barWidth,
              font
            )
          ]
        : []),
      {
        id: 'done',
        type: 'bar',
        barWidth,
        z: 3,
        data: rows.map((row) => ({
          value: row.rate === null ? null : Math.min(row.rate, max),
          itemStyle: faint(row) ? { color: palette.track } : barStyle(row)
        })),
        label: cutMark(palette.ground, font, (index) => (rows[index]!.rate ?? 0) > max)
      },
      tickSeries(
        'target',
        'rect',
        [stroke, mark(30)],
        palette.ink,
        rows.map((row) => (row.rate === null ? null : 100))
      ),
      // Three short strokes instead of one long: the dashed 序时 tick of the legend above.
      ...[-1, 0, 1].map((step) =>
        tickSeries(
          `clock${step}`,
          'rect',
          [stroke, mark(8)],
          palette.clock,
          rows.map((row) => (row.rate === null ? null : row.elapsed)),
          [0, step * mark(12)]
        )
      ),
      // A pointer above the bar, so that it is told from the two lines across it.
      tickSeries(
        'lastYear',
        'path://M0,0L10,0L5,8Z',
        [mark(10), mark(8)],
        palette.context,
        rows.map((row) => (row.lastYear === null ? null : Math.min(row.lastYear.percent, max))),
        [0, -mark(15)]
      ),
      {
        id: 'absent',
        type: 'scatter',
        symbolSize: 1,
        itemStyle: { color: 'transparent', opacity: 1 },
        label: {
          show: true,
          position: 'right',
          distance: 0,
          color: palette.inkFaint,
          fontSize: small,
          formatter: (item: { dataIndex: number }) =>
            faint(rows[item.dataIndex]!) ? '' : absenceOf(rows[item.dataIndex]!)
        },
        data: keys.map((key) => [0, key])
      }
    ]
  } as Option;
  const marks = rows.map((row, index) => ({
    seriesId: 'done',
    dataIndex: index,
    at: [Math.min(row.rate ?? 0, max), index] as const
  }));
  return {
    option,
    height: top + rows.length * rowHeight + 8,
    tip: (item) => tip(rows[item.dataIndex]!),
    sources: (item) => bulletSources(rows[item.dataIndex]!),
    marks
  };
}

/** What the line at 100% stands for. */
function fullMark(rows: readonly Completion[]): string {
  const limits = rows.filter((row) => row.goal.direction === '控制').length;
  if (limits === 0) return '目标100%';
  return limits === rows.length ? '控制数' : '目标或控制数';
}

/** Hollow, since nobody has counted it. */
function forecastSeries(percents: readonly (number | null)[], max: number, barWidth: number, font: number) {
  return {
    id: 'forecast',
    type: 'bar' as const,
    barWidth,
    z: 2,
    itemStyle: { color: 'transparent', borderColor: palette.accent, borderWidth: 1.5, borderType: [5, 4] },
    data: percents.map((percent) => (percent === null ? null : Math.min(percent, max))),
    label: cutMark(palette.accent, font, (index) => (percents[index] ?? 0) > max)
  };
}

function cutMark(color: string, fontSize: number, isCut: (index: number) => boolean) {
  return {
    show: true,
    position: 'insideRight' as const,
    color,
    fontSize: fontSize * 1.2,
    fontWeight: 'bold' as const,
    formatter: (item: { dataIndex: number }) => (isCut(item.dataIndex) ? '╱╱' : '')
  };
}

function tickSeries(
  id: string,
  symbol: string,
  size: number[],
  colour: string,
  values: (number | null)[],
  offset: number[] = [0, 0]
) {
  return {
    id,
    type: 'scatter' as const,
    symbol,
    symbolSize: size,
    symbolOffset: offset,
    z: 6,
    itemStyle: { color: colour, opacity: 1 },
    data: values.map((value, index) => [value, String(index)])
  };
}

function barStyle(row: Completion): object {
  if (isBound(doneSign(row.row))) {
    return { color: palette.ground, borderColor: palette.accentSoft, borderWidth: 2, borderType: [6, 4] };
  }
  return { color: row.light.colour === '红' || row.light.colour === '黄' ? palette.accent : palette.accentSoft };
}

function tip(row: Completion): string[] {
  const figures = completionTexts(row);
  const pace = paceTexts(row);
  const isLimit = row.goal.direction === '控制';
  return [
    `${placeLabel(row.place)}  ${row.programme.name}`,
    [`${isLimit ? '实际' : '完成'} ${figures.done}`, figures.target, pace.gap].filter(Boolean).join('，'),
    `${isLimit ? '占控制数' : '完成率'} ${figures.rate}${row.differs ? `，${figures.computed}` : ''}`,
    figures.lead && figures.elapsed ? `${figures.lead}（序时 ${figures.elapsed}）` : row.leadText || row.light.reason,
    neededPace(row).text || pace.instead,
    pace.forecastText && `到期${pace.forecastText}`,
    row.lastYear?.text ?? '',
    [pace.due, row.responsible && `负责：${row.responsible}`].filter(Boolean).join('，'),
    pace.remark,
    ...row.notes.map((note) => note.text),
    `来源：${row.row.source.title}（${row.row.source.grade}级）第${row.row.line}行`
  ].filter(Boolean);
}
