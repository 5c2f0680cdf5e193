/** What the slides of a view show, page by page. */
import type { AreaShapes } from '../../charts/office/areaShapes';
import type { SmallChartsForm } from '../../charts/office/facetCharts';
import type { NativeChart } from '../../charts/office/nativeChart';
import type { RenderContext } from '../../charts/theme';
import type { Figure, KeyFigure } from '../../figures/figure';
import { slideSteps } from '../../slides/slidePlan';
import type { SlideStep } from '../../slides/slideStep';
import { slideBoxes } from '../../slides/slideBoxes';
import { innerWidth, SLIDE, type SlideFormat, type SlideTitle } from '../../slides/slideText';
import { coverTitle, isCover } from '../../slides/wordsPlan';
import { keyOf, type KeyEntry } from './chartKey';
import { stepGrid, type TableGrid } from './gridPlan';
import { rowParts, type RowRange } from './rowParts';

/** What stands alone on a slide, or as one of two. */
export type SingleBody =
  | (RowRange & {
      readonly kind: 'chart';
      readonly chart: NativeChart;
      readonly key: readonly KeyEntry[];
      /** Names of all rows of the figure: pages of one chart leave them the same room. */
      readonly names: readonly string[];
      /** The figures beside the rows of all pages. */
      readonly besides: readonly string[];
    })
  /** Several small charts; `scale` is that of their type. */
  | (RowRange & { readonly kind: 'charts'; readonly form: SmallChartsForm; readonly scale: number })
  /** Areas of a map; the same. */
  | (RowRange & {
      readonly kind: 'areas';
      readonly shapes: (context: RenderContext) => AreaShapes;
      readonly scale: number;
    })
  | { readonly kind: 'table'; readonly grid: TableGrid }
  /** Sentences; with a size (in pt) plain lines of it. */
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly size?: number }
  /** A title, section or closing slide: its heading stands large in the middle. */
  | { readonly kind: 'cover'; readonly heading: SlideTitle; readonly lines: readonly string[] }
  | { readonly kind: 'cards'; readonly items: readonly KeyFigure[] }
  /** A chart without a native form goes in as a picture of these rows. */
  | (RowRange & { readonly kind: 'picture' })
  | { readonly kind: 'empty'; readonly text: string };

export type SlideBody =
  | SingleBody
  /** Two figures, each with its finding above it. */
  | { readonly kind: 'pair'; readonly panes: readonly SlidePane[] };

/** One of two figures on a slide, in units of a wall 1,080 high. */
export interface SlidePane {
  readonly figure: Figure;
  readonly heading: SlideTitle;
  readonly left: number;
  readonly width: number;
  readonly headingTop: number;
  /** Of the small line below the heading; without a height where there is none. */
  readonly subtitle: { readonly top: number; readonly height: number };
  readonly box: { readonly top: number; readonly height: number };
  readonly body: SingleBody;
}

/** A .pptx is 16:9. */
export const PPTX_FORMAT: SlideFormat = { ratio: '16:9', size: 1 };
export const UNITS_PER_INCH = 144;
/** A deck of forty slides of one chart is read by nobody. */
const MOST_ROWS = 480;
const END_ROWS = 24;

/** The bodies of a view that isn't a pair, and the part of its rows that they show; empty for all. */
export function bodiesOf(
  figure: Figure,
  title: string,
  problems: readonly string[]
): { bodies: SingleBody[]; part: string } {
  const { body } = figure;
  const steps = slideSteps(figure, title, PPTX_FORMAT, problems).filter((step) => !step.spotlight);
  const width = innerWidth(PPTX_FORMAT) / UNITS_PER_INCH;
  const height = slideBoxes(figure, title, PPTX_FORMAT, problems).body.height / UNITS_PER_INCH;
  switch (body.kind) {
    case 'chart': {
      const { parts, text } = rowParts(figure, body, MOST_ROWS, END_ROWS);
      const scale = steps[0]?.scale ?? 1;
      const ranges = text ? parts.flatMap((part) => pagesWithin(part, steps, scale)) : steps;
      return { bodies: chartBodies(figure, ranges), part: text };
    }
    case 'list':
    case 'cards': {
      const { kind, items } = body;
      if (items.length === 0) return { bodies: [empty()], part: '' };
      const bodies = steps.map(({ from, to }) => ({ kind, items: items.slice(from, to) }) as SingleBody);
      return { bodies, part: '' };
    }
    case 'words': {
      const texts = body.lines.map(({ text }) => text);
      if (isCover(figure)) {
        const heading = coverTitle(title, PPTX_FORMAT);
        return { bodies: [{ kind: 'cover', heading, lines: texts }], part: '' };
      }
      const bodies = steps.map(({ from, to, scale }): SingleBody =>
        from === to
          ? { kind: 'empty', text: '' }
          : { kind: 'list', items: texts.slice(from, to), size: (scale * SLIDE.text) / 2 }
      );
      return { bodies, part: '' };
    }
    default:
      if (figure.table.rows.length === 0) return { bodies: [empty()], part: '' };
      return {
        bodies: steps.map((step) => ({ kind: 'table', grid: stepGrid(figure, step, { width, height }) })),
        part: ''
      };
  }
}

/** The rows of a part on pages as high as the others. */
function pagesWithin({ from, to }: RowRange, steps: readonly SlideStep[], scale: number): ScaledRange[] {
  const most = steps.reduce((longest, step) => Math.max(longest, step.to - step.from), 1);
  const count = Math.ceil((to - from) / most);
  return Array.from({ length: count }, (_, i) => ({
    from: from + Math.round((i * (to - from)) / count),
    to: from + Math.round(((i + 1) * (to - from)) / count),
    scale
  }));
}

/** Some rows, and the scale of their type on the wall. */
type ScaledRange = RowRange & Pick<SlideStep, 'scale'>;

function chartBodies(figure: Figure, ranges: readonly ScaledRange[]): SingleBody[] {
  const { body } = figure;
  if (body.kind !== 'chart' || (body.owners !== null && body.rows === 0)) return [empty()];
  const { nativeParts, nativeAreas, callouts = [] } = body;
  // Short remarks are drawn over the chart of the wall.
  if (nativeParts && callouts.length === 0)
    return ranges.map(({ from, to, scale }) => ({ kind: 'charts', form: nativeParts(from, to), from, to, scale }));
  if (nativeAreas && callouts.length === 0)
    return ranges.map(({ from, to, scale }) => ({ kind: 'areas', shapes: nativeAreas, from, to, scale }));
  const charts = ranges.map(({ from, to }) => ({ from, to, chart: body.native?.(from, to) }));
  const names = charts.flatMap(({ chart }) => chart?.categories ?? []);
  const besides = charts.flatMap(({ chart }) => (chart?.beside ? [chart.beside.title, ...chart.beside.texts] : []));
  return charts.map(({ from, to, chart }): SingleBody => {
    if (!chart) return { kind: 'picture', from, to };
    return chart.series.length > 0 ? { kind: 'chart', chart, key: keyOf(chart), from, to, names, besides } : empty();
  });
}

function empty(): SingleBody {
  return { kind: 'empty', text: '这里没有可画的数。' };
}

/**
 * One page of a figure that is one of two.
 * @param room in units
 */
export function paneBody(figure: Figure, step: SlideStep, room: { width: number; height: number }): SingleBody {
  const { body } = figure;
  if (body.kind === 'chart') return chartBodies(figure, [step])[0] ?? empty();
  if (body.kind === 'list' || body.kind === 'cards') {
    const { kind, items } = body;
    return items.length === 0 ? empty() : ({ kind, items: items.slice(step.from, step.to) } as SingleBody);
  }
  if (figure.table.rows.length === 0) return empty();
  const inches = { width: room.width / UNITS_PER_INCH, height: room.height / UNITS_PER_INCH };
  return { kind: 'table', grid: stepGrid(figure, step, inches) };
}
