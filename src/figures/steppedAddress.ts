import { formatAddress, parseAddress } from '../domain/address/address';
import type { ViewChoices } from '../domain/address/fields';
import { parseView } from '../domain/address/views';
import { overviewPeriods } from '../domain/findings/overviewPeriod';
import type { Dataset } from '../domain/model/dataset';
import { parsePeriod } from '../domain/time/parsePeriod';
import type { Period } from '../domain/time/period';
import { improvementFigure } from './improvementFigure';
import { monthsFigure } from './monthsFigure';
import { stepsOf } from './periodSteps';
import { placesFigure } from './placesFigure';
import { scorecardFigure } from './scorecardFigure';

interface Steps {
  /** Ascending. */
  readonly periods: readonly Period[];
  /** Canonical text of the one shown; empty for the last. */
  readonly chosen: string;
}

/** The period of a figure that is stepped through, and its neighbours; at an end there is none. */
export interface PeriodsAround {
  readonly shown: Period;
  readonly earlier: Period | undefined;
  readonly later: Period | undefined;
}

/**
 * Where a figure stands among the periods it is stepped through, the same as under it on its screen; undefined where it
 * isn't stepped through, or has one period.
 */
export function periodsAround(address: string, choices: ViewChoices): PeriodsAround | undefined {
  const { periods, chosen } = stepsAt(address, choices) ?? { periods: [], chosen: '' };
  if (periods.length < 2) return undefined;
  const found = periods.findIndex(({ text }) => text === chosen);
  const at = found < 0 ? periods.length - 1 : found;
  return { shown: periods[at]!, earlier: periods[at - 1], later: periods[at + 1] };
}

/** The address with its figure at another of its periods, by canonical text, on an axis that stays. */
export function addressAtPeriod(address: string, period: string): string {
  const parsed = parseAddress(address);
  if (!parsed) return address;
  return formatAddress(parsed.screen, {
    ...parsed.query,
    [parsed.screen === 'progress' ? 'reported' : 'period']: period
  });
}

function stepsAt(address: string, choices: ViewChoices): Steps | undefined {
  const { dataset } = choices;
  const parsed = parseAddress(address);
  if (!parsed) return undefined;
  const { screen, query } = parsed;
  if (screen === 'overview') {
    const { view } = parseView('overview', query, choices);
    if (view.tab !== 'card') return undefined;
    return { periods: timesOf(dataset), chosen: scorecardFigure(dataset, view).answer.within.text };
  }
  if (screen === 'progress') {
    const { view } = parseView('progress', query, choices);
    const answer = view.tab === 'months' ? monthsFigure(dataset, view)?.answer : undefined;
    return answer && { periods: answer.steps, chosen: answer.cutoff.slice(0, 7) };
  }
  if (screen !== 'places') return undefined;
  const { view } = parseView('places', query, choices);
  if (view.tab === 'heat') return { periods: timesOf(dataset), chosen: view.period };
  if (view.tab === 'improve') {
    const answer = improvementFigure(dataset, view)?.answer;
    if (!answer?.period) return undefined;
    return { periods: stepsOf(answer.periods, answer.period), chosen: answer.period.text };
  }
  const comparison = view.tab === 'rank' || view.tab === 'table' ? placesFigure(dataset, view)?.comparison : undefined;
  if (!comparison) return undefined;
  const shown = parsePeriod(view.period) ?? comparison.rows[0]?.observation.period;
  return { periods: stepsOf(comparison.periods, shown), chosen: shown?.text ?? '' };
}

function timesOf(dataset: Dataset): Period[] {
  return overviewPeriods(dataset)
    .map(({ period }) => period)
    .reverse();
}
