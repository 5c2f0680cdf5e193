/** A waterfall as a native chart: stacked bars on an unseen part. */
import type { Contribution } from '../../domain/contribution/answer';
import { axisEnds } from '../../domain/number/valueAxis';
import { stackedParts, type WaterfallRow, waterfallRows } from '../waterfall';
import { type NativeChart, type NativePoint, point } from './nativeChart';

/** Rows `from` up to `to`; the figures stand with the names, since office programs put no words beyond a stacked bar. */
export function waterfallChart(answer: Contribution, from = 0, to = waterfallRows(answer).length): NativeChart {
  const all = waterfallRows(answer);
  const rows = all.slice(from, to);
  const cut = rows.map(stackedParts);
  const bar = (row: WaterfallRow, value: number): NativePoint => ({
    ...point(value, row.text, row.share === null, row.share?.uncertain ?? false),
    ...(row.share && row.share.judgement !== '持平' ? { judgement: row.share.judgement } : {})
  });
  const series = (name: string, role: 'base' | 'bar', key: 'base' | 'bar' | 'across') => ({
    name,
    role,
    labelled: false,
    points: rows.map((row, at) => bar(row, cut[at]![key]))
  });
  return {
    kind: 'bars',
    categories: rows.map(({ name, text }) => `${name}　${text}`),
    series: [
      series('垫底（不显示）', 'base', 'base'),
      series(`贡献（${answer.unit}）`, 'bar', 'bar'),
      ...(cut.some(({ across }) => across !== 0) ? [series('贡献（零线另一侧）', 'bar', 'across')] : [])
    ],
    ...axisEnds([0, ...all.flatMap((row) => [row.from, row.to])]),
    remarks: [],
    handling: ['“垫底”一列是看不见的，把每条垫到上一条结束的地方；改了贡献，垫底要照着改。']
  };
}
