import { describe, expect, it } from 'vitest';
import { inUnits } from '../../src/presentation/inkUnits';

describe('inUnits(lines, slide, unit)', () => {
  it('turns px of the window into whole units of the slide', () => {
    // A slide 540 px high, 100 px from the left and 50 from the top: a unit is half a px.
    expect(inUnits(['100,50 110,60', '371,320'], { left: 100, top: 50 }, 0.5)).toEqual(['0,0 20,20', '542,540']);
  });

  it('keeps what is drawn beside the slide at its edge', () => {
    expect(inUnits(['90,40'], { left: 100, top: 50 }, 0.5)).toEqual(['0,0']);
  });
});
