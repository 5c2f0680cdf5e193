/** Where bars, strokes and words of a chart stand within its frame, worked out as the office program will draw it. */
import { textWidth } from '../../charts/drawing';
import type { NativeChart } from '../../charts/office/officeChart';
import { palette } from '../../charts/theme';
import { strokeColour } from '../plan/strokeColour';

export interface ChartRoom {
  /** Of the chart's frame, in pt. */
  readonly width: number;
  readonly height: number;
  /** Type size in pt. */
  readonly font: number;
  /** Names of the rows of all pages of the chart: they leave the same room on each. */
  readonly names: readonly string[];
}

/** A line on the slide, from 0 to 1 within the frame of the chart. */
export interface Stroke {
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly colour: string;
  readonly dashed: boolean;
  readonly name: string;
}

/** The strokes of a chart: one a row, or a single one through all rows where all are at the same value. */
export function strokesOf(chart: NativeChart, room: ChartRoom): Stroke[] {
  if (chart.kind === 'lines') return [];
  const box = plotBox(chart, room);
  const { min, max } = axisSpan(chart);
  const row = box.height / Math.max(1, chart.categories.length);
  const at = (value: number) => box.x + ((value - min) / (max - min || 1)) * box.width;
  return chart.series.flatMap((s): Stroke[] => {
    if (s.role !== 'tick' && s.role !== 'track') return [];
    const colour = s.role === 'track' ? palette.ink : strokeColour(chart, s);
    if (chart.kind === 'bars') {
      return s.points[0]
        ? [{ x: at(s.points[0].value), from: box.y, to: box.y + box.height, colour, dashed: true, name: s.name }]
        : [];
    }
    const half = s.role === 'track' ? 0.4 : 0.46;
    return s.points.flatMap((p, i) => {
      const middle = box.y + (i + 0.5) * row;
      return p
        ? [
            {
              x: at(p.value),
              from: middle - half * row,
              to: middle + half * row,
              colour,
              dashed: s.role === 'tick',
              name: `${s.name} ${chart.categories[i]}`
            }
          ]
        : [];
    });
  });
}

/** How far down the middle of each row is and where the bars begin, from 0 to 1 within the frame of the chart. */
export function rowMiddles(chart: NativeChart, room: ChartRoom): { rows: number[]; left: number } {
  const { x, y, height } = plotBox(chart, room);
  return { rows: chart.categories.map((_, i) => y + ((i + 0.5) * height) / chart.categories.length), left: x };
}

/** Where the bars stand in the frame, 0 to 1: names to the left, the axis below, numbers to the right. */
export function plotBox(
  chart: NativeChart,
  { width, height, font, names }: ChartRoom
): { x: number; y: number; width: number; height: number } {
  const longest = Math.max(60, ...names.map((name) => textWidth(name, font))) + 16;
  const x = Math.min(chart.kind === 'bullets' ? 0.5 : 0.4, longest / width);
  return { x, y: 0.02, width: 1 - x - 0.08, height: 1 - 0.02 - Math.min(0.2, (font * 2.2) / height) };
}

/** The axis keeps these ends whatever is typed into the sheet, so that the strokes stay where they belong. */
export function axisSpan(chart: NativeChart): { min: number; max: number } {
  const all = chart.series.flatMap((one) => one.points.flatMap((p) => p?.value ?? []));
  const min = chart.min ?? Math.min(0, ...all);
  return { min, max: chart.max ?? roundUp(Math.max(...all, min)) };
}

/** The next handsome number: 1.05, 120, 45,000. */
function roundUp(value: number): number {
  const step = 10 ** Math.floor(Math.log10(Math.abs(value) || 1)) / 5;
  return Number((Math.ceil((value * 1.02) / step) * step).toPrecision(12));
}
