import { describe, expect, it } from 'vitest';
import { lineFoot, linePlane, nameLeaders, planeGrid } from '../../src/charts/linePlane';
import { axisDay } from '../../src/charts/timeAxis';

const AXIS = { min: 0, max: 100, step: 20 };
const SPAN = [axisDay('2025-01-01'), axisDay('2025-01-11')] as const;
const ROOM = { height: 300, top: 40, foot: 30, figures: 32, names: 94, gap: 20 };

describe('the plane of a line chart', () => {
  it('lies between the figures of the axis and the names', () => {
    const { plot, column } = linePlane(ROOM, SPAN, AXIS, { width: 600, scale: 1 });
    // 32 + 18; names begin at 600 − 94 − 6, and 20 are left free before them.
    expect(plot).toEqual({ left: 50, top: 40, width: 430, height: 230 });
    expect(column).toBe(500);
    expect(planeGrid({ plot }, { width: 600 })).toMatchObject({ left: 50, right: 120, top: 40, height: 230 });
  });

  it('goes from days and values to px and back', () => {
    const { x, y, timeAt, valueAt } = linePlane(ROOM, SPAN, AXIS, { width: 600, scale: 1 });
    expect([x('2025-01-01'), x('2025-01-06'), x('2025-01-11')]).toEqual([50, 265, 480]);
    expect([y(100), y(50), y(0)]).toEqual([40, 155, 270]);
    expect(timeAt(265)).toBe(axisDay('2025-01-06'));
    expect([valueAt(40), valueAt(155), valueAt(270)]).toEqual([100, 50, 0]);
  });

  it('keeps forty px each way in a picture that is too small', () => {
    const { plot, column } = linePlane({ ...ROOM, height: 90 }, SPAN, AXIS, { width: 120, scale: 1 });
    // The names would begin at 20: they stand 60 beside the axis.
    expect(column).toBe(110);
    expect(plot).toEqual({ left: 50, top: 40, width: 40, height: 40 });
  });

  it('leaves room for the ticks of time', () => {
    expect(lineFoot({ small: 13 }, { scale: 1 })).toBe(32);
    expect(lineFoot({ small: 26 }, { scale: 2 })).toBe(64);
  });
});

describe('leaders from lines to their names', () => {
  const plane = { column: 500, timeAt: (px: number) => px, valueAt: (px: number) => px };
  const leaders = (from: readonly [number, number], y: number) =>
    nameLeaders([{ from, y }], plane, { font: 16 }, 6, { scale: 1 }).data;

  it('are drawn where a name had to move away by more than half its size', () => {
    expect(leaders([470, 100], 108)).toEqual([]);
    expect(leaders([470, 100], 109)).toEqual([
      [476, 100],
      [496, 109],
      ['-', '-']
    ]);
  });

  it('are drawn where a line ends more than forty px before the names', () => {
    expect(leaders([460, 100], 100)).toEqual([]);
    expect(leaders([459, 100], 100)).toEqual([
      [465, 100],
      [496, 100],
      ['-', '-']
    ]);
  });
});
