/**
 * Bullet bars: what stands where is `bulletLayout`'s, the words beside a bar `bulletLabels`', the marks `bulletSeries`'.
 */
import type { LightPalette } from '../domain/lights/rule';
import type { Completion } from '../domain/progress/completion';
import { neededPace } from '../domain/progress/pace';
import { paceTexts } from '../domain/progress/paceTexts';
import { bulletSources } from '../domain/progress/sources';
import { completionTexts } from '../domain/progress/texts';
import { placeLabel } from '../domain/wording/placeLabel';
import { rightLabel } from './bulletFigures';
import { leftLabel } from './bulletLabels';
import { BULLET, type BulletLayout, layoutOf, topOf } from './bulletLayout';
import { laidOut } from './bulletSizes';
import { type BulletGeometry, bulletSeries, isRowDimmed } from './bulletSeries';
import { leftRich, rightRich } from './bulletStyles';
import { baseOption, type Drawing, type Option } from './drawing';
import { palette, type RenderContext } from './theme';
import { statedAt } from '../domain/wording/position';

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
  context: RenderContext,
  { lights = '红黄绿', forecast = false }: BulletChoices = {}
): Drawing {
  const layout = layoutOf(context, { ...laidOut(rows, forecast), count: rows.length });
  const geometry = geometryOf(rows, context, layout, forecast);
  const top = topOf(context);
  return {
    option: {
      ...baseOption(context),
      grid: { left: layout.left, right: layout.right, top, bottom: 8 },
      xAxis: percentAxis(rows, context, layout, geometry.max),
      yAxis: [
        namesAxis(rows, context, layout, { lights, forecast }),
        ...figureAxes(rows, context, layout, { lights, forecast })
      ],
      series: bulletSeries(rows, context, geometry)
    } as Option,
    height: top + rows.length * layout.row + 8,
    ...interaction(rows, geometry.max)
  };
}

/** The scale of the bars and the sizes of their marks, in px. */
function geometryOf(
  rows: readonly Completion[],
  context: RenderContext,
  { font, small, row, left, right }: BulletLayout,
  forecast: boolean
): BulletGeometry {
  const projected = forecast ? rows.map((r) => paceTexts(r).forecast) : null;
  const longest = Math.max(100, ...rows.map((r) => r.rate ?? 0), ...(projected ?? []).map((percent) => percent ?? 0));
  return {
    max: Math.min(BULLET.cap, longest > 104 ? longest + 2 : 104),
    // On a wall of many rows the marks shrink with them.
    mark: (px) => Math.round(Math.min(px * context.scale, (px / 46) * row)),
    stroke: Math.max(2, Math.round(2.5 * context.scale)),
    room: context.width - left - right - 8 * context.scale,
    projected,
    font,
    small
  };
}

/** Only the line at 100% is named; the numbers stand beside the bars. */
function percentAxis(rows: readonly Completion[], context: RenderContext, { small }: BulletLayout, max: number) {
  return {
    type: 'value' as const,
    min: 0,
    max,
    interval: 100,
    position: 'top' as const,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: false },
    axisLabel: {
      color: palette.inkFaint,
      fontSize: small,
      margin: 9 * context.scale,
      verticalAlign: 'bottom' as const,
      formatter: (value: number) => (value === 100 ? fullMark(rows) : '')
    }
  };
}

/** What the line at 100% stands for. */
function fullMark(rows: readonly Completion[]): string {
  const limits = rows.filter((row) => row.goal.direction === '控制').length;
  if (limits === 0) return '目标100%';
  return limits === rows.length ? '控制数' : '目标或控制数';
}

function keysOf(rows: readonly Completion[]): string[] {
  return rows.map((_, index) => String(index));
}

/** Light, task and place, left of the bars. */
function namesAxis(
  rows: readonly Completion[],
  context: RenderContext,
  layout: BulletLayout,
  { lights, forecast }: Required<BulletChoices>
) {
  return {
    type: 'category' as const,
    inverse: true,
    triggerEvent: true,
    data: keysOf(rows),
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: true, lineStyle: { color: palette.lineSoft } },
    axisLabel: {
      interval: 0,
      margin: layout.left - 4,
      align: 'left' as const,
      formatter: (key: string) => leftLabel(rows[Number(key)]!, layout, context, forecast),
      rich: leftRich(layout, context, lights)
    }
  };
}

/** The columns of figures right of the bars, each an axis of its own. */
function figureAxes(
  rows: readonly Completion[],
  context: RenderContext,
  layout: BulletLayout,
  { lights, forecast }: Required<BulletChoices>
) {
  return layout.columns.map((column) => ({
    type: 'category' as const,
    inverse: true,
    triggerEvent: true,
    position: 'right' as const,
    offset: 0,
    data: keysOf(rows),
    name: column.name,
    nameLocation: 'start' as const,
    nameGap: 9 * context.scale,
    nameTextStyle: {
      align: 'right' as const,
      verticalAlign: 'bottom' as const,
      color: palette.inkFaint,
      fontSize: layout.small,
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
        return isRowDimmed(row, context)
          ? ''
          : rightLabel(row, column.key, { ...layout, forecast, most: layout.mostLines });
      },
      rich: rightRich(layout, context, lights)
    }
  }));
}

/** What a pointer and the keyboard reach: the words of a bar, where its figures stand, and where it is. */
function interaction(rows: readonly Completion[], max: number): Pick<Drawing, 'tip' | 'sources' | 'marks'> {
  return {
    tip: (item) => tip(rows[item.dataIndex]!),
    sources: (item) => bulletSources(rows[item.dataIndex]!),
    marks: rows.map((row, index) => ({
      seriesId: 'done',
      dataIndex: index,
      at: [Math.min(row.rate ?? 0, max), index] as const
    }))
  };
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
    `来源：${statedAt(row.row)}`
  ].filter(Boolean);
}
