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
  /** Key of the address that names it. */
  readonly key: 'period' | 'reported';
}

/**
 * The address with its figure one period on (`by` 1) or back (−1), on an axis that stays; undefined where there is no such
 * period or the figure isn't stepped through. The same periods as under the figure on its screen.
 */
export function steppedAddress(
  address: string,
  by: 1 | -1,
  choices: ViewChoices
): { readonly address: string; readonly period: Period } | undefined {
  const parsed = parseAddress(address);
  const steps = parsed && stepsAt(address, choices);
  if (!parsed || !steps) return undefined;
  const last = steps.periods.length - 1;
  const found = steps.periods.findIndex(({ text }) => text === steps.chosen);
  const period = steps.periods[(found < 0 ? last : found) + by];
  if (!period) return undefined;
  return { address: formatAddress(parsed.screen, { ...parsed.query, [steps.key]: period.text }), period };
}

function stepsAt(address: string, choices: ViewChoices): Steps | undefined {
  const { dataset } = choices;
  const { screen, query } = parseAddress(address)!;
  if (screen === 'overview') {
    const { view } = parseView('overview', query, choices);
    if (view.tab !== 'card') return undefined;
    return { periods: timesOf(dataset), chosen: scorecardFigure(dataset, view).answer.within.text, key: 'period' };
  }
  if (screen === 'progress') {
    const { view } = parseView('progress', query, choices);
    const answer = view.tab === 'months' ? monthsFigure(dataset, view)?.answer : undefined;
    return answer && { periods: answer.steps, chosen: answer.cutoff.slice(0, 7), key: 'reported' };
  }
  if (screen !== 'places') return undefined;
  const { view } = parseView('places', query, choices);
  if (view.tab === 'heat') return { periods: timesOf(dataset), chosen: view.period, key: 'period' };
  if (view.tab === 'improve') {
    const answer = improvementFigure(dataset, view)?.answer;
    if (!answer?.period) return undefined;
    return { periods: stepsOf(answer.periods, answer.period), chosen: answer.period.text, key: 'period' };
  }
  const comparison = view.tab === 'rank' ? placesFigure(dataset, view)?.comparison : undefined;
  if (!comparison) return undefined;
  const shown = parsePeriod(view.period) ?? comparison.rows[0]?.observation.period;
  return { periods: stepsOf(comparison.periods, shown), chosen: shown?.text ?? '', key: 'period' };
}

function timesOf(dataset: Dataset): Period[] {
  return overviewPeriods(dataset)
    .map(({ period }) => period)
    .reverse();
}
