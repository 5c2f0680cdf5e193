/** What was learned of the reports of one series (one unit, one kind of report): a small file the clerk can open. */
import type { CardKind, ItemTable } from './kinds';
import { fieldsOf, parseJson } from '../model/fields';

/** A phrase that was confirmed: what it is called in this series. */
export interface AcceptedPhrase {
  /** As the reader reads it. */
  readonly phrase: string;
  readonly kind: CardKind;
  readonly unit: string;
  readonly name: string;
  readonly table: ItemTable;
  /** Id of the indicator or task. */
  readonly item: string;
}

export interface RejectedPhrase {
  readonly phrase: string;
  readonly unit: string;
}

export interface SeriesRules {
  readonly form: 1;
  readonly series: string;
  readonly accepted: readonly AcceptedPhrase[];
  readonly rejected: readonly RejectedPhrase[];
}

/** Names the series: never another unit's, never another kind of report. */
export function seriesName(place: string, kind: string): string {
  return `${place} ${kind}`;
}

/** The rules of a series of which nothing is settled yet. */
export function noRules(series: string): SeriesRules {
  return { form: 1, series, accepted: [], rejected: [] };
}

const acceptedKey = ({ phrase, kind, unit }: Pick<AcceptedPhrase, 'phrase' | 'kind' | 'unit'>) =>
  [phrase, kind, unit].join('\n');
const rejectedKey = ({ phrase, unit }: RejectedPhrase) => [phrase, unit].join('\n');

/** The newest word on a phrase counts; what was confirmed once is not rejected any more. */
export function learned(
  rules: SeriesRules,
  accepted: readonly AcceptedPhrase[],
  rejected: readonly RejectedPhrase[]
): SeriesRules {
  const yes = new Map([...rules.accepted, ...accepted].map((each) => [acceptedKey(each), each]));
  const now = new Set(accepted.map(rejectedKey));
  const no = new Map(
    [...rules.rejected, ...rejected].map(({ phrase, unit }) => [`${phrase}\n${unit}`, { phrase, unit }])
  );
  return {
    ...rules,
    accepted: [...yes.values()],
    rejected: [...no.values()].filter((each) => !now.has(rejectedKey(each)))
  };
}

/** Rules as a file, which `parseRules` reads. */
export function printRules(rules: SeriesRules): string {
  return `${JSON.stringify(rules, null, 2)}\n`;
}

/** Rules from a file; undefined where it isn't one. */
export function parseRules(text: string): SeriesRules | undefined {
  const { form, series, accepted, rejected } = fieldsOf(parseJson(text));
  if (form !== 1 || typeof series !== 'string' || !Array.isArray(accepted) || !Array.isArray(rejected))
    return undefined;
  const texts = (each: unknown, keys: readonly string[]) =>
    typeof each === 'object' &&
    each !== null &&
    keys.every((key) => typeof (each as Record<string, unknown>)[key] === 'string');
  if (!accepted.every((each) => texts(each, ['phrase', 'kind', 'unit', 'name', 'table', 'item']))) return undefined;
  if (!rejected.every((each) => texts(each, ['phrase', 'unit']))) return undefined;
  return { form, series, accepted: accepted as AcceptedPhrase[], rejected: rejected as RejectedPhrase[] };
}
