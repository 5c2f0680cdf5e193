/** Targets of the invented programmes year by year, and how far each place has got by the end of a month. */
import { CITY, COUNTIES, HOSPITALS, type Month, peopleAt } from './city';
import { noise } from './noise';
import type { DemoProgramme } from './programmes';

export interface Reporter {
  readonly id: string;
  readonly strength: number;
  /** What the target is for so many of. */
  readonly size: (year: number) => number;
}

/** Who has a programme, in the order of places.csv. */
export function reportersOf({ at }: DemoProgramme): readonly Reporter[] {
  if (at === 'city') return [{ id: CITY.id, strength: 0.2, size: () => 1 }];
  return at === 'counties'
    ? COUNTIES.map((county) => ({ ...county, size: (year: number) => peopleAt(county, year - 1) / 10_000 }))
    : HOSPITALS.map((hospital) => ({ ...hospital, size: () => hospital.visits / 10_000 }));
}

/** The target as first set for a year. */
export function firstTarget(programme: DemoProgramme, reporter: Reporter, year: number): number {
  const { target, step, limit, id } = programme;
  if (limit) return target - (year - 2023);
  const vary = 1 + 0.1 * noise(id, reporter.id, 'target');
  // Each year asks for a little more.
  const whole = target * reporter.size(year) * vary * 1.04 ** (year - 2023);
  return Math.max(step, Math.round(whole / step) * step);
}

/** The target in force at the end of a month. */
export function targetAt(programme: DemoProgramme, reporter: Reporter, { year, month }: Month): number {
  const first = firstTarget(programme, reporter, year);
  const { revised, step } = programme;
  return revised !== undefined && year === 2024 && month >= 7 ? Math.round((first * revised) / step) * step : first;
}

/** What is done by the end of a month; never falls within a year. For a limit: the rate of the year so far. */
export function doneAt(programme: DemoProgramme, reporter: Reporter, { year, month }: Month): number {
  const { id, limit, due } = programme;
  if (limit) {
    const rate = 27.4 - 2 * reporter.strength - 0.9 * (year - 2023) + 0.5 * noise(id, reporter.id, year, month);
    return Number(rate.toFixed(1));
  }
  let done = 0;
  const first = firstTarget(programme, reporter, year);
  for (let m = 1; m <= month; m++)
    done = Math.max(done, Math.round((first * due[m - 1]! * pace(id, reporter, year, m)) / 100));
  return done;
}

/** Done as a share of what is due. Some begin late and make up for it, some slacken; by December most are there. */
function pace(id: string, { id: place, strength }: Reporter, year: number, month: number): number {
  const level = 0.97 + 0.09 * strength + 0.1 * noise(id, place, year) + 0.02 * (year - 2023);
  const start = 0.16 * noise(id, place, year, 'start') * (1 - month / 12);
  return Math.max(0, level + start + 0.02 * noise(id, place, year, month));
}
