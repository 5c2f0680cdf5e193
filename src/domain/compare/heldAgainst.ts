/**
 * Many places at once, each held against its own reference: the area above it, its own target, those of its kind, its
 * own year before, or one line for all. The lines are those of `referenceLine`.
 */
import type { ComparedRows, ComparisonRow, ReferenceChoice, ReferenceLine } from './comparison';
import { comparedRows } from './comparedRows';
import { needsEqualSpans, NESTED } from './comparability';
import type { ReferenceQuestion } from './otherReference';
import { referenceLine, targetLine, targetsOf } from './referenceLine';
import { citationOf, rowSources, type Citation, taskCitation } from '../evidence/citation';
import type { Dataset } from '../model/dataset';
import { populations } from '../model/population';
import type { Indicator, Source } from '../model/records';
import { roundTo } from '../number/rounding';
import { contains, latestFirst, sameSpan } from '../time/period';
import { decimalsFor, formatDifference, formatInScale, formatNumber, type Scale } from '../wording/format';
import type { Note } from '../wording/note';
import { placeLabel } from '../wording/placeLabel';
import { comparatives } from '../wording/words';

export interface Held {
  readonly line: ReferenceLine;
  /** Own figure less the reference, both as they are printed, in the unit of the indicator. */
  readonly difference: number;
  /** `低0.35`, `多1.2万人次`, `相同`: beside the figure. */
  readonly short: string;
  /** `比上级某市75%高5个百分点` */
  readonly words: string;
  readonly judgement: '更好' | '更差' | '相同' | '不评价';
}

/** Holds rows of one comparison; where there is nothing to hold one against, why, without its name. */
export interface Holder {
  readonly hold: (row: ComparisonRow) => Held | string;
  /** How the lines asked for so far were made. */
  readonly notes: () => readonly Note[];
}

const WORDS: Readonly<Record<string, string>> = {
  mean: '全部平均',
  parent: '上级',
  target: '目标',
  peers: '同类',
  year: '上年同期'
};

/** What a choice is called in a title: `上级`, `宝安区`. */
export function referenceName(dataset: Dataset, choice: ReferenceChoice): string {
  const place = choice.startsWith('place:') ? dataset.place(choice.slice('place:'.length)) : undefined;
  return place ? placeLabel(place) : (WORDS[choice] ?? '');
}

/** What better and worse mean, as it is printed. */
export const HELD_RULE =
  '率和人均数按越高越好、越低越好判；总量只与自己的目标、上年比好坏，与别处只说多少；不评价高低的不判。';

/**
 * @param c a comparison without a reference of its own; rows that don't fit aren't held
 * @param period canonical text of the one period it is about, if it is
 */
export function holderOf(dataset: Dataset, c: ComparedRows, choice: ReferenceChoice, period?: string): Holder {
  const notes = new Map<string, Note>();
  const asking: ReferenceQuestion = {
    dataset,
    indicator: c.indicator,
    shown: c.indicator,
    scale: c.scale,
    rows: c.rows,
    parents: outside(dataset, c, choice, period),
    choice,
    focus: undefined,
    perHead: false,
    persons: populations(dataset)
  };
  const lineOf = (row: ComparisonRow | undefined, chosen: ReferenceChoice): ReferenceLine | string => {
    if (chosen === 'target') return row ? ownTarget(asking, row) : '';
    const { line, notes: made, why } = referenceLine({ ...asking, choice: chosen, focus: row?.place });
    // Who is of a kind differs from place to place; the rule is said once.
    if (line) for (const note of made) if (!/^同类：/.test(note.text)) notes.set(note.text, note);
    return line ?? why;
  };
  const isShared = choice === 'mean' || choice.startsWith('place:');
  const shared = isShared ? lineOf(undefined, choice) : '';
  const hold = (row: ComparisonRow): Held | string => {
    if (!row.fits) return row.reason;
    const line = isShared ? shared : lineOf(row, choice);
    if (typeof line === 'string') return line;
    if (line.rows.length === 1 && line.rows[0]!.observation === row.observation) return '就是参照的地区';
    return heldTo(c, row, line, choice === 'target' || choice === 'year');
  };
  return { hold, notes: () => [...notes.values()] };
}

/** Figures of the places that rows are to be held against and that stand in no row: the county of an organisation. */
function outside(dataset: Dataset, c: ComparedRows, choice: ReferenceChoice, period?: string): ComparisonRow[] {
  const named = choice.startsWith('place:') ? [choice.slice('place:'.length)] : [];
  const wanted = choice === 'parent' ? c.rows.map(({ place }) => place.parent) : named;
  const here = new Set(c.rows.map(({ place }) => place.id));
  const places = [...new Set(wanted)].filter((id) => id !== '' && !here.has(id));
  if (places.length === 0) return [];
  const fitting = c.rows.find(({ fits }) => fits);
  const other = comparedRows(dataset, {
    indicator: c.indicator.id,
    places,
    showUnfit: true,
    reference: 'none',
    ...(period === undefined ? {} : { period })
  });
  const isAsLong = ({ observation }: ComparisonRow) =>
    !fitting || !needsEqualSpans(c.indicator) || sameSpan(observation.period, fitting.observation.period);
  return (other?.rows ?? []).filter((row) => (row.fits || row.reason === NESTED) && isAsLong(row));
}

/** The target of the time that the figure is of: its own, else the one that all have; else why there is none. */
function ownTarget(q: ReferenceQuestion, { place, observation }: ComparisonRow): ReferenceLine | string {
  const all = targetsOf(q.dataset, q.indicator);
  if (all.length === 0) return '没有这项指标的目标';
  const [own] = all
    .filter((row) => row.place.id === place.id && contains(row.period, observation.period.end))
    .sort((a, b) => latestFirst(a.period, b.period));
  return own ? targetLine(q, own, false) : '没有这一期的目标';
}

function heldTo(
  { indicator, scale }: Pick<ComparedRows, 'indicator' | 'scale'>,
  row: ComparisonRow,
  line: ReferenceLine,
  isOwn: boolean
): Held {
  const difference = roundTo(row.printed - line.value, 6);
  return new Difference(indicator, scale, line, difference, judged(indicator, difference, isOwn));
}

/** Its words are made where they are read, as the texts of the rows are. */
class Difference implements Held {
  constructor(
    private readonly indicator: Indicator,
    private readonly scale: Scale,
    readonly line: ReferenceLine,
    readonly difference: number,
    readonly judgement: Held['judgement']
  ) {}

  private get way(): string {
    const words = comparatives(this.indicator);
    return this.difference > 0 ? words.more : words.less;
  }

  get short(): string {
    const { difference, indicator, scale } = this;
    return difference === 0 ? '相同' : `${this.way}${sizeText(difference, indicator, scale)}`;
  }

  get words(): string {
    const { difference, indicator, scale, line } = this;
    return difference === 0
      ? `与${line.text}相同`
      : `比${line.text}${this.way}${formatDifference(difference, indicator, scale)}`;
  }
}

function judged(indicator: Indicator, difference: number, isOwn: boolean): Held['judgement'] {
  if (difference === 0) return '相同';
  const isTotal = indicator.kind === '数量' || indicator.kind === '金额';
  if (indicator.better === '不评价' || (isTotal && !isOwn)) return '不评价';
  return difference > 0 === (indicator.better === '高') ? '更好' : '更差';
}

/** As `formatDifference`, without the unit where the figure beside it has it. */
function sizeText(difference: number, indicator: Indicator, scale: Scale): string {
  const size = Math.abs(difference);
  if (scale.factor !== 1 && size >= scale.factor / 100) return formatInScale(size, scale, indicator);
  return formatNumber(size, { decimals: decimalsFor(size, indicator) });
}

/** What a reference of one place or a task was read from; none of a mean, which rests on what is shown. */
export function referenceRows({ rows, task }: ReferenceLine): readonly { readonly source: Source }[] {
  if (task) return [task];
  return rows.length === 1 ? rows[0]!.witnesses : [];
}

/** Where the reference stands, those of a mean row by row. */
export function heldSources({ line: { rows, task } }: Held): Citation[] {
  if (task) return [taskCitation(task)];
  return rows.length === 1 ? rows[0]!.witnesses.map((o) => citationOf(o, '参照')) : rows.flatMap(rowSources);
}
