/** Which indicators stand in a 记分表: as the dataset states them, as the reader chose them, or worked out by a rule. */
import type { Dataset } from '../model/dataset';
import { valueFacts } from '../model/facts';
import { memoByKey } from '../model/memo';
import { positionsById } from '../model/positionsById';
import type { Indicator, Place } from '../model/records';
import { MOST_INDICATORS, type ScorecardDefinition } from '../model/scorecardDefinition';
import { parsePeriod } from '../time/parsePeriod';
import { contains, type Period } from '../time/period';

const WORKED_OUT = 10;
const MOST_OF_THEME = 2;
/** Fewer places are no table. */
const LEAST_PLACES = 2;

/** The rule of `workedOut` as it is printed under the table. */
const WORKED_OUT_RULE = `自动选的，取分好坏的比率、占比和人均数，这一期${LEAST_PLACES}家以上报的才取，报得多的在前，每个主题至多${MOST_OF_THEME}项，共${WORKED_OUT}项；卫健部门自己的工作（党建、机关）不取。`;

/** Id of the table worked out by the rule. */
const WORKED_OUT_ID = 'auto';

export interface CardScope {
  /** The one time that the table is about. */
  readonly within: Period;
  readonly by: 'places' | 'units';
}

/**
 * The tables to choose among, never empty: those of scorecards.json that name an indicator of the dataset, then the one
 * worked out for the scope, which stands where no other is the default. Indicators that the dataset doesn't have are left out.
 */
export function scorecardsOf(dataset: Dataset, scope: CardScope): readonly ScorecardDefinition[] {
  const stated = dataset.scorecards
    .map((card) => ({ ...card, indicators: card.indicators.filter((id) => dataset.indicator(id)) }))
    .filter((card) => card.indicators.length > 0);
  const auto = workedOut(dataset, `${scope.by} ${scope.within.text}`);
  return [...stated, { ...auto, default: !stated.some((card) => card.default) }];
}

/**
 * The table of an id, the default for none and for an unknown one.
 * @param items ids that the reader chose instead, in order; unknown ones are passed over
 */
export function scorecardOf(
  dataset: Dataset,
  scope: CardScope,
  id: string,
  items: readonly string[] = []
): ScorecardDefinition {
  const all = scorecardsOf(dataset, scope);
  const card = all.find((one) => one.id === id) ?? all.find((one) => one.default) ?? all[0]!;
  const chosen = items.filter((item) => dataset.indicator(item)).slice(0, MOST_INDICATORS);
  return chosen.length > 0 ? { ...card, note: '', indicators: chosen } : card;
}

const workedOut = memoByKey(16, (dataset, key): ScorecardDefinition => {
  const [by, text] = key.split(' ') as [CardScope['by'], string];
  const within = parsePeriod(text);
  const isAsked = (place: Place) => (place.level === '机构') === (by === 'units');
  const reporting = ({ id }: Indicator) =>
    new Set(
      valueFacts(dataset, id).flatMap(({ place, period }) =>
        isAsked(place) && (!within || contains(within, period.end)) ? [place.id] : []
      )
    ).size;
  const chosen: Indicator[] = [];
  const wide = dataset.indicators
    .filter((indicator) => isMerit(indicator) && !dataset.internalThemes.has(indicator.theme))
    .map((indicator) => ({ indicator, places: reporting(indicator) }))
    .filter(({ places }) => places >= LEAST_PLACES)
    .sort((a, b) => b.places - a.places);
  for (const { indicator } of wide) {
    const ofTheme = chosen.filter(({ theme }) => theme === indicator.theme).length;
    if (ofTheme < MOST_OF_THEME && chosen.length < WORKED_OUT) chosen.push(indicator);
  }
  // Side by side by theme, as the tables of the dataset have them.
  const order = positionsById(dataset.indicators);
  chosen.sort((a, b) => order.get(a.id)! - order.get(b.id)!);
  return {
    id: WORKED_OUT_ID,
    name: '自动选的指标',
    indicators: chosen.map(({ id }) => id),
    note: WORKED_OUT_RULE,
    default: true
  };
});

/** Whether more or less of it is better whatever the size of a place: no count, no sum of money. */
export function isMerit(indicator: Indicator): boolean {
  return indicator.better !== '不评价' && indicator.kind !== '数量' && indicator.kind !== '金额';
}
