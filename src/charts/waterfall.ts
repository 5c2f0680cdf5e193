/** What each unit adds, from the figure before to the figure now: floating bars, one below the other. */
import type { Contribution, Share } from '../domain/contribution/answer';
import { contributionSources } from '../domain/contribution/table';
import type { ValueAxis } from '../domain/number/valueAxis';
import { statedAt } from '../domain/wording/position';
import { baseOption, type Drawing, type Option, escapeLabel, rowHeightFor, textWidth, typeSizes } from './drawing';
import { nameRoom, rowAxis, type RowPart } from './rows';
import { palette, type RenderContext } from './theme';
import { withoutNoise } from '../domain/number/rounding';

/** Room that the chart needs, in px at scale 1. */
export const WATERFALL = { leastRow: 26, frame: 24 } as const;

/** One row: the figure that it begins with, a step, the figure that it ends with. */
export interface WaterfallRow {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** What stands at its bar. */
  readonly text: string;
  /** Null for the two ends. */
  readonly share: Share | null;
}

/** Beginning, steps, end; none where the whole can't be split. The zero of the axis is the figure that it begins with. */
export function waterfallRows({ whole, heads, shares }: Contribution): WaterfallRow[] {
  if (!whole) return [];
  return [
    { name: heads.before, from: 0, to: 0, text: whole.before, share: null },
    ...shares.map((share) => ({ name: share.name, from: share.from, to: share.to, text: share.text, share })),
    { name: heads.now, from: 0, to: whole.value, text: `${whole.now}（${whole.text}）`, share: null }
  ];
}

/** A floating bar as what is stacked: an unseen part up to it, then itself, in two where it crosses zero. */
export function stackedParts({ from, to }: Pick<WaterfallRow, 'from' | 'to'>): {
  base: number;
  bar: number;
  across: number;
} {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const size = withoutNoise(high - low);
  if (low >= 0) return { base: low, bar: size, across: 0 };
  return high <= 0 ? { base: high, bar: -size, across: 0 } : { base: 0, bar: high, across: low };
}

/** A part of the rows is drawn on the axis and with the margins of all. */
export function waterfall(
  answer: Contribution,
  context: RenderContext,
  part: RowPart = { from: 0, to: waterfallRows(answer).length }
): Drawing {
  const all = waterfallRows(answer);
  const rows = all.slice(part.from, part.to);
  const sizes = typeSizes(context);
  const [top, bottom] = [8, 12];
  const labels = all.map(({ name }) => ({ name, aside: '', under: '', underAside: '' }));
  const usual = Math.round((rows.length > 12 ? 28 : 38) * context.scale);
  const rowHeight = rowHeightFor(usual, rows.length, context, top + bottom);
  const room = nameRoom(labels, sizes, context.width * (sizes.narrow ? 0.4 : 0.36));
  const axis = axisOf(all);
  const after = roomAfter(all, axis, context.width - room, sizes.font);
  const emphasis = (at: number) => (rows[at]!.share === null || rows[at]!.share.isFocus ? 'focus' : 'name');
  return {
    option: {
      ...baseOption(context),
      grid: { left: room, right: after, top, bottom },
      xAxis: { type: 'value', min: axis.min, max: axis.max, show: false },
      yAxis: rowAxis(labels.slice(part.from, part.to), emphasis, sizes, { room, height: rowHeight }),
      series: seriesOf(rows, { font: sizes.font, rowHeight })
    } as Option,
    height: top + rows.length * rowHeight + bottom,
    tip: ({ dataIndex }) => (rows[dataIndex] ? tip(answer, rows[dataIndex]) : []),
    sources: ({ dataIndex }) => rows[dataIndex]?.share?.sources ?? answer.whole?.sources ?? contributionSources(answer),
    marks: rows.map(({ to }, index) => ({ seriesId: 'shares', dataIndex: index, at: [to, index] as const }))
  };
}

/** Just as long as the steps: it has no numbers, since every bar has its own. */
function axisOf(rows: readonly WaterfallRow[]): Pick<ValueAxis, 'min' | 'max'> {
  const ends = rows.flatMap(({ from, to }) => [from, to]);
  const [min, max] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  return { min, max: min === max ? 1 : max };
}

/** Room that the words right of the bars need beyond the axis, in px. */
function roomAfter(
  rows: readonly WaterfallRow[],
  { min, max }: Pick<ValueAxis, 'min' | 'max'>,
  breadth: number,
  font: number
): number {
  const words = rows.map(({ from, to, text }) => ({ end: Math.max(from, to), width: textWidth(text, font) + 16 }));
  const widest = Math.max(0, ...words.map((word) => word.width));
  // Of the narrowest axis that there can be: on a wider one bars leave more free.
  const plot = Math.max(0, breadth - widest);
  return Math.max(12, ...words.map(({ end, width }) => width - ((max - end) / (max - min)) * plot));
}

function seriesOf(
  rows: readonly WaterfallRow[],
  { font, rowHeight }: { readonly font: number; readonly rowHeight: number }
): Option[] {
  const cut = rows.map(stackedParts);
  const shared = { type: 'bar', stack: 'steps', barWidth: Math.round(rowHeight * 0.56) };
  return [
    { ...shared, id: 'base', silent: true, itemStyle: { color: 'transparent' }, data: cut.map(({ base }) => base) },
    {
      ...shared,
      id: 'shares',
      data: rows.map((row, at) => ({
        value: cut[at]!.bar,
        itemStyle: styleOf(row),
        label: {
          formatter: escapeLabel(row.text),
          fontWeight: row.share === null || row.share.isFocus ? 'bold' : 'normal'
        }
      })),
      label: { show: true, position: 'right', distance: 8, fontSize: font, color: palette.ink },
      markLine: {
        silent: true,
        symbol: 'none',
        label: { show: false },
        lineStyle: { color: palette.context, width: 1, type: 'solid' },
        // From the end of a step to the beginning of the next one; the last is measured from zero again.
        data: rows.slice(0, -1).map(({ to }, at) => [{ coord: [to, at] }, { coord: [to, at + 1] }])
      }
    },
    ...(cut.some(({ across }) => across !== 0)
      ? [
          {
            ...shared,
            id: 'across',
            data: rows.map((row, at) => ({ value: cut[at]!.across, itemStyle: styleOf(row) }))
          }
        ]
      : [])
  ] as Option[];
}

/** Better in the accent, worse in the colour of warnings, what isn't judged in grey; the ends dark, the rest pale. */
function styleOf({ share }: WaterfallRow): Record<string, unknown> {
  if (!share) return { color: palette.inkSoft };
  const { judgement, uncertain, place } = share;
  if (place === null) return { color: palette.contextSoft };
  const colour = judgement === '好转' ? palette.accent : judgement === '变差' ? palette.clock : palette.context;
  return uncertain
    ? { color: palette.ground, borderColor: colour, borderWidth: 2, borderType: [6, 4] }
    : { color: colour };
}

function tip({ heads, unit, whole }: Contribution, { name, share, text }: WaterfallRow): string[] {
  if (!share) return [`${name}：${text}`, ...(whole?.stated ? [] : ['各单位之和'])];
  return [
    name,
    ...(share.before ? [`${heads.before}：${share.before}`] : []),
    ...(share.now ? [`${heads.now}：${share.now}`] : []),
    `贡献：${share.text}${unit}`,
    ...(share.remark ? [share.remark] : []),
    ...share.sources.map((line) => `来源：${statedAt(line)}`)
  ];
}
