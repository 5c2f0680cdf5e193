/** The changes of one place as a native chart. */
import { axisEnds } from '../../domain/number/valueAxis';
import { unitOf } from '../../domain/trend/changeKind';
import type { ChangeRows } from '../../domain/trend/changesAnswer';
import { type NativeChart, point } from './nativeChart';

/** Changes of one place as bars either side of zero, rows `from` up to `to`, with room for the words at both ends. */
export function changeChart(board: ChangeRows, from = 0, to = board.rows.length): NativeChart {
  const rows = board.rows.slice(from, to);
  const ends = [...board.rows.map((r) => r.value), ...(board.steady ?? [])];
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const words = 0.26 * (high - low);
  return {
    kind: 'bars',
    // The judgement goes with the name: office programs break long words at a bar, and run them into the names.
    categories: rows.map((r) => {
      const aside = [r.times, r.label === r.text ? '' : r.judgement].filter(Boolean).join('，');
      return aside ? `${r.name}（${aside}）` : r.name;
    }),
    series: [
      {
        name: `${board.subject}（${unitOf(board.kind)}）`,
        role: 'bar',
        labelled: true,
        points: rows.map((r) => ({
          ...point(r.value, r.text, r.judgement === '变差', r.uncertain),
          judgement: r.judgement
        }))
      }
    ],
    ...axisEnds([low === 0 ? 0 : low - words, high === 0 ? 0 : high + words]),
    remarks: [],
    handling: []
  };
}
