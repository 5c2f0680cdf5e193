import { waterfallChart } from '../charts/office/waterfallChart';
import { WATERFALL, waterfall, waterfallRows } from '../charts/waterfall';
import type { Contribution } from '../domain/contribution/answer';
import type { ChartBody } from './figure';

/** The chart of a contribution, whole or in parts. */
export function waterfallBody(answer: Contribution): ChartBody {
  return {
    kind: 'chart',
    rows: waterfallRows(answer).length,
    leastRow: WATERFALL.leastRow,
    frame: WATERFALL.frame,
    part: (from, to) => (context) => waterfall(answer, context, { from, to }),
    native: (from, to) => waterfallChart(answer, from, to),
    // Without a whole there is nothing to draw, and that is said.
    owners: answer.whole ? null : []
  };
}
