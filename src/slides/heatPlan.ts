/** How a heat table is parted for a wall. */
import { textWidth } from '../charts/drawing';
import type { HeatCell } from '../domain/compare/heatAnswer';
import { heatKey, PARTED } from '../domain/compare/heatKey';
import { periodLabel } from '../domain/time/periodLabel';
import { placeLabel } from '../domain/wording/placeLabel';
import type { HeatBody } from '../figures/figure';
import { CELL, MOST_ROWS, pages, plainStep, type SlideStep } from './slideStep';
import { innerWidth, lineCount, SLIDE, type SlideFormat } from './slideText';
import { evenRuns } from './tableLayout';

/** Of a heat table: the column with the names, and what is above the sentence below it. */
const HEAT = { names: 330, legend: 14 } as const;

/** All places side by side where they have the room: a row is read across. Parts in which there is no number at all are left out. */
export function heatSteps({ answer }: HeatBody, room: number, { size, ...format }: SlideFormat): SlideStep[] {
  const width = innerWidth({ ...format, size }) / size;
  const wanted = answer.rows.reduce(
    (most, row) =>
      row.cells.reduce(
        (widest, { text, observation: o }) =>
          o
            ? Math.max(
                widest,
                textWidth(answer.onePeriod ? text.replace(/[▲▼＝]/g, '中') : `${text} A级`, SLIDE.text),
                answer.onePeriod ? 0 : Math.min(220, textWidth(periodLabel(o.period), SLIDE.small))
              )
            : widest,
        most
      ),
    120
  );
  const columns = pages(answer.places.length, Math.max(2, Math.floor((width - HEAT.names) / (wanted + CELL.side))));
  const most = columns.reduce((longest, part) => Math.max(longest, part.to - part.from), 1);
  const lines = (text: string, px: number) => Math.ceil(textWidth(text, SLIDE.text) / (px - CELL.side));
  const head = answer.places.reduce(
    (high, place) => Math.max(high, lines(placeLabel(place), (width - HEAT.names) / most)),
    1
  );
  const line = SLIDE.text * CELL.leading;
  const cellWidthIn = (width - HEAT.names) / most;
  // A period such as 2020年1月1日至10月26日 may take two lines below its value.
  const linesOf = ({ text, observation: o }: HeatCell) =>
    o && !answer.onePeriod ? lines(`${text} A级`, cellWidthIn) + lines(periodLabel(o.period), cellWidthIn) : 1;
  const heights = answer.rows.map(
    ({ indicator, cells }) =>
      cells.reduce(
        (high, cell) => Math.max(high, linesOf(cell)),
        Math.max(answer.onePeriod ? 1 : 2, lines(indicator.name, HEAT.names))
      ) *
        line +
      CELL.above
  );
  const key = lineCount(heatKey(answer) + PARTED, SLIDE.small, width) * SLIDE.small * 1.4;
  const rows = evenRuns(heights, room / size - HEAT.legend - key - head * line - CELL.above, MOST_ROWS);
  const steps = columns.flatMap((c) => rows.map((r) => ({ ...plainStep(r), columns: c })));
  const filled = steps.filter((step) =>
    answer.rows
      .slice(step.from, step.to)
      .some((one) => one.cells.slice(step.columns.from, step.columns.to).some((cell) => cell.value !== null))
  );
  return filled.length > 0 ? filled : steps.slice(0, 1);
}
