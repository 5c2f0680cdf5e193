import { describe, expect, it } from 'vitest';
import { STILL, turnWheel } from '../../src/presentation/wheel';

/** The steps that events come to: way in px (or lines) and time in ms. */
function steps(events: readonly (readonly [deltaY: number, timeStamp: number, deltaMode?: number])[]): number[] {
  let state = STILL;
  return events.map(([deltaY, timeStamp, deltaMode = 0]) => {
    const turned = turnWheel(state, { deltaY, deltaMode, timeStamp });
    state = turned.state;
    return turned.step;
  });
}

describe('turnWheel(state, event)', () => {
  it('goes one step a notch of a mouse', () => {
    expect(steps([[100, 0]])).toEqual([1]);
    expect(
      steps([
        [100, 0],
        [-120, 500],
        [100, 1000]
      ])
    ).toEqual([1, -1, 1]);
  });

  it('goes one step a stroke of a touch pad, however long it glides on', () => {
    const stroke = Array.from({ length: 40 }, (_, i) => [12, i * 16] as const);
    expect(steps(stroke).filter((step) => step !== 0)).toEqual([1]);
    // A second stroke after a rest of more than 150 ms.
    expect(steps([...stroke, [45, 40 * 16 + 200]]).filter((step) => step !== 0)).toEqual([1, 1]);
  });

  it('goes back at once when the wheel is turned back', () => {
    expect(
      steps([
        [100, 0],
        [20, 16],
        [-100, 32]
      ])
    ).toEqual([1, 0, -1]);
  });

  it('does nothing for a touch that is no stroke', () => {
    expect(
      steps([
        [10, 0],
        [10, 20],
        [10, 400]
      ])
    ).toEqual([0, 0, 0]);
  });

  it('counts lines as Firefox sends them', () => {
    expect(steps([[3, 0, 1]])).toEqual([1]);
  });
});
