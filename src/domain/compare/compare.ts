/**
 * One indicator over places.
 */
import { comparedPlaces } from './comparedPlaces';
import { NESTED } from './comparability';
import { excludedOf } from './drawnRows';
import type { CompareQuery, Comparison } from './comparison';
import { fieldNotes, fieldOf } from './field';
import { compareNotes } from './notes';
import { againstSentence } from './otherReference';
import { referenceLine } from './referenceLine';
import { compareSubtitle, compareVerdict, gapTexts } from './verdict';
import { WILSON_NOTE } from '../model/computedInterval';
import type { Dataset } from '../model/dataset';
import { ALL_ROWS } from '../model/indicatorRows';
import { resultCutoff, sourcesOf } from '../model/facts';
import { populationFigures } from '../model/population';
import { comparatives } from '../wording/words';

/**
 * Compares places by one indicator. Stocks and rates in percent may be of different dates, with a
 * warning; whatever accumulates over time needs equal spans, the rest is left out with its reason.
 * Missing is never zero: places without a number are named with the reason. Ranks are competition
 * ranks over exact and approximate values; bounds (≥95%) are drawn but not ranked. An area stands aside for those that it
 * contains; where that leaves a single one, both are drawn and nobody is ranked against its own part.
 * @returns undefined for an unknown indicator; unknown place ids are passed over.
 */
export function compare(dataset: Dataset, query: CompareQuery): Comparison | undefined {
  const compared = comparedPlaces(dataset, query, ALL_ROWS);
  if (!compared) return undefined;
  const { indicator, shown, scale, columns, focus, head, persons } = compared;
  const missing = compared.missing();
  const rows = columns.inOrder();
  const excluded = excludedOf(compared.excluded);
  const gaps = gapTexts(rows, shown, scale, comparatives(shown, Boolean(head)));
  rows.forEach((row, i) => (row.gapToNext = gaps[i]!));
  const asking = {
    dataset,
    indicator,
    shown,
    scale,
    rows,
    parents: compared.excluded.inFileOrder().filter(({ reason }) => reason === NESTED),
    choice: query.reference ?? ('mean' as const),
    focus,
    perHead: Boolean(head),
    persons
  };
  const reference = referenceLine(asking);
  const field = fieldOf(rows, shown);
  const counted = head || reference.weighted ? populationFigures(dataset) : undefined;
  const population = counted ? rows.flatMap((r) => counted.get(r.place.id) ?? []) : [];
  const question = { indicator, shown, scale, perHead: Boolean(head), rows, excluded, missing, focus };
  return {
    indicator,
    rows,
    excluded,
    missing,
    reference: reference.line,
    field,
    periods: compared.periods(),
    samePeriod: columns.samePeriod,
    unit: shown.unit,
    scale,
    steady: query.steady ?? [],
    notes: [
      ...compareNotes({ dataset, indicator, rows, perHead: Boolean(head), persons, missing, population }),
      ...fieldNotes(field, comparatives(shown, Boolean(head))),
      ...reference.notes,
      ...(query.intervals ? [{ level: '说明', text: WILSON_NOTE } as const] : [])
    ],
    verdict: `${compareVerdict(question)}${againstSentence(asking, reference.line)}`,
    subtitle: compareSubtitle(question, columns.samePeriod),
    cutoff: resultCutoff(rows.map((r) => r.observation)),
    sources: sourcesOf(dataset, [...rows.flatMap((r) => [...r.witnesses, ...r.conflicts]), ...population]),
    population,
    perHead: Boolean(head)
  };
}
