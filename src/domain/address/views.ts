/**
 * The state of every screen as text in the address, and back.
 *
 * The schema says of each field of a view how it is parsed, what it falls back to and under which key it stands;
 * the type of a view follows from it. `parseView(screen, formatView(screen, view), choices)` gives back `view`; a bad
 * value becomes the nearest sensible one and a `ViewProblem` that says so in Chinese. Defaults are not written, so
 * that links stay short.
 */
import type { Query, Screen } from './address';
import * as field from './fields';
import type { ViewField, ViewChoices } from './fields';
import { AUDIT_KINDS } from '../audit/check';
import { PLAN_OUTCOMES } from '../board/planOutcome';
import { MEASURES, STATUSES } from '../model/records';
import { OBSERVATION_SORTS, PROGRESS_SORTS } from '../rows/sorts';
import { CHANGE_KINDS } from '../trend/changeKind';
import { CHANGE_BASES } from '../trend/changeKind';

const focus = field.place();
const baseYear = field.period({ key: 'base', otherwise: '已改为最早的一年' });
/** One choice for all of a screen. */
const reference = field.reference({ key: 'ref' });

/** Keys are read by checks outside the repository and stand in links that people keep: they stay as they are. */
const SCHEMA = {
  overview: {
    focus,
    rule: field.rule(),
    /** The one time that the screen is about; empty for the latest with enough figures. */
    period: field.period({ otherwise: '已改为最近一期' }),
    tab: field.option(['points', 'card']),
    /** 记分表: which one, and the indicators that the reader chose instead of its own. */
    card: field.text(),
    items: field.indicators(),
    /** Its rows. */
    by: field.option(['places', 'units']),
    /** The indicator whose column orders it; empty for the order of the places. */
    sort: field.indicator(),
    /** Worse first. */
    reversed: field.flag({ key: 'worse' }),
    /** 记分表: what its figures are held against, and the year of 比基期. */
    against: field.option(['previous', 'year', 'base', 'yearend'], { key: 'vs' }),
    baseYear,
    reference
  },
  places: {
    focus,
    tab: field.option(['rank', 'table', 'improve', 'heat', 'funnel', 'map']),
    indicator: field.indicator({ key: 'i', screen: 'places' }),
    places: field.places({ key: 'p' }),
    period: field.period({ otherwise: '已改为各地最近一期' }),
    reference,
    sort: field.option(['value', 'official', 'change']),
    /** What doesn't compare is drawn too, hatched. */
    showIncomparable: field.flag({ key: 'odd' }),
    includeOrganisations: field.flag({ key: 'units' }),
    /** An area is ranked beside those that it contains. */
    rankParents: field.flag({ key: 'up' }),
    /** Of very many rows: the first, the last or those around the focus place. */
    part: field.option(['', 'top', 'bottom', 'own']),
    perCapita: field.flag({ key: 'head' }),
    /** Confidence intervals worked out of numerator and denominator. */
    intervals: field.flag({ key: 'ci' }),
    /**
     * Of the heat table: its theme, the place whose column orders its rows, the indicator whose row orders its columns,
     * and of each whether the worse come first.
     */
    theme: field.text(),
    column: field.place({ key: 'col' }),
    /** There and in 名次表: the worse first. */
    reversed: field.flag({ key: 'worse' }),
    row: field.indicator(),
    rowReversed: field.flag({ key: 'last' }),
    /** Of 名次表: which places it shows beside the own one. */
    search: field.text({ key: 'q' }),
    /** Of the map: tiles or outlines; empty for outlines where there are any. */
    form: field.option(['', 'tiles', 'map']),
    /** Of 名次表 and 进步榜: what figures are held against, and the year of 比基期. */
    against: field.option(CHANGE_BASES, { key: 'vs' }),
    baseYear
  },
  periods: {
    focus,
    tab: field.option(['one', 'changes', 'why', 'facets']),
    /** Of 小图: a small chart a place, or an indicator of one place. */
    by: field.option(['places', 'indicators']),
    indicator: field.indicator({ key: 'i', screen: 'periods' }),
    places: field.places({ key: 'p' }),
    span: field.text(),
    /** Mean, limits and signals of one place. */
    process: field.flag({ key: 'xmr' }),
    /** As among places. */
    intervals: field.flag({ key: 'ci' }),
    /** 多项指标, 为什么, 小图 by indicators: whose changes, and of which kind; empty for the place and the kind with most. */
    place: field.place(),
    /** 为什么: which change. */
    period: field.period({ otherwise: '已改为最近一期' }),
    kind: field.option(['', ...CHANGE_KINDS]),
    /** What figures are held against, and the year of 比基期. */
    against: field.option(CHANGE_BASES, { key: 'vs' }),
    baseYear
  },
  progress: {
    focus,
    place: field.place({ all: true }),
    organisation: field.place({ key: 'unit' }),
    programme: field.programme(),
    light: field.lightLevel(),
    sort: field.option(['lag', 'lead', 'rate', 'official']),
    page: field.page(),
    /** `months`: one task month by month, reached from its bar; `why`: its gap by units, from its light. */
    tab: field.option(['bars', 'matrix', 'plans', 'supervise', 'sums', 'months', 'why']),
    /** Of `why`: what is due. */
    gap: field.option(['clock', 'target']),
    /** Of programmes that come again every year: which one; empty for the last of each. */
    period: field.period({ otherwise: '已改为最近一期' }),
    /** When a task was reported last: only what was in that time. */
    reported: field.period({ otherwise: '已忽略' }),
    rule: field.rule(),
    /** Of 督办: only 红且变慢. */
    slower: field.flag({ key: 'slow' }),
    /** 年末推算 drawn too. */
    forecast: field.flag(),
    /** Of the matrix. */
    order: field.option(['official', 'red', 'lag']),
    /** Rows and columns of the matrix exchanged. */
    flip: field.flag(),
    /** Of the plans: what became of them; empty for all. */
    outcome: field.option(['', ...PLAN_OUTCOMES])
  },
  profile: { focus, place: field.place(), rule: field.rule(), reference },
  present: {
    focus,
    deck: field.text(),
    slide: field.page(),
    /** The slide itself, which counts where the deck still has it: `slide` is only its place. */
    slideId: field.text({ key: 'id' }),
    step: field.page(),
    role: field.option(['', 'edit', 'presenter']),
    /** How long a slide stays up by itself; 0 for never. */
    autoSeconds: field.seconds({ key: 'auto' })
  },
  about: { focus },
  data: {
    focus,
    tab: field.option([
      'observations',
      'progress',
      'sources',
      'missing',
      'reported',
      'audit',
      'issues',
      'intake',
      'report',
      'changes'
    ]),
    search: field.text({ key: 'q' }),
    theme: field.text(),
    indicator: field.indicator({ key: 'i' }),
    programme: field.programme(),
    place: field.place(),
    period: field.period({ otherwise: '已忽略' }),
    measure: field.option(['', ...MEASURES]),
    status: field.option(['', ...STATUSES]),
    source: field.source(),
    /** What single columns must say: words, or numbers as `parseRange` reads them. */
    value: field.text(),
    target: field.text(),
    done: field.text(),
    rate: field.text(),
    asOf: field.text(),
    written: field.text(),
    section: field.text(),
    line: field.text(),
    note: field.text(),
    /** A column of the table; empty = order of the file. */
    sort: field.option(['', ...OBSERVATION_SORTS, ...PROGRESS_SORTS]),
    descending: field.flag({ key: 'desc' }),
    /** 缺: indicators of one place too. */
    all: field.flag(),
    /** 交了没有: which month, `2024-10`; empty = the latest. */
    month: field.text(),
    /** 自查: what it lists, and of which kind; empty = findings, all kinds. */
    show: field.option(['', 'right', 'over']),
    kind: field.option(['', ...AUDIT_KINDS])
  }
};

type Schema = typeof SCHEMA;
type ValueOf<F> = F extends ViewField<infer T> ? T : never;

/** The view of each screen, every field there. */
export type Views = { [S in Screen]: { [K in keyof Schema[S]]: ValueOf<Schema[S][K]> } };

export interface ViewProblem {
  /** Key in the address. */
  readonly key: string;
  readonly value: string;
  /** What was wrong and what is shown instead, one Chinese sentence. */
  readonly text: string;
}

export interface ParsedView<S extends Screen> {
  readonly view: Views[S];
  readonly problems: readonly ViewProblem[];
}

/**
 * Parses the query of an address for a screen.
 * @returns a complete view; unknown keys are ignored, bad values replaced and named in `problems`.
 */
export function parseView<S extends Screen>(screen: S, query: Query, choices: ViewChoices): ParsedView<S> {
  const problems: ViewProblem[] = [];
  const entries = fieldsOf(screen).map(([name, spec]) => {
    const key = spec.key ?? name;
    const raw = query[key];
    if (raw === undefined || raw === '') return [name, spec.fallback(choices)];
    const { value, problem } = spec.parse(raw, choices);
    if (problem) problems.push({ key, value: raw, text: problem });
    return [name, value];
  });
  // The entries are the schema's own, name by name.
  return { view: Object.fromEntries(entries) as Views[S], problems };
}

/** The query for a view; fields at their default are left out. */
export function formatView<S extends Screen>(
  screen: S,
  view: Partial<Views[S]>,
  choices: ViewChoices
): Record<string, string> {
  const values: Partial<Record<string, unknown>> = view;
  const query: Record<string, string> = {};
  for (const [name, spec] of fieldsOf(screen)) {
    const value = values[name];
    if (value === undefined) continue;
    const formatted = spec.format(value);
    if (formatted !== spec.format(spec.fallback(choices))) query[spec.key ?? name] = formatted;
  }
  return query;
}

/**
 * The query of a link to a screen: what `query` says of its fields, read as `parseView` reads it, with `patch` over it.
 * A default is worked out only for a field that one of them names: the page's head links to every screen, and what
 * 时期对比 opens with takes a look at every series.
 */
export function linkQuery<S extends Screen>(
  screen: S,
  query: Query,
  patch: Partial<Views[S]>,
  choices: ViewChoices
): Record<string, string> {
  const named = fieldsOf(screen)
    .filter(([name, spec]) => Boolean(query[spec.key ?? name]))
    .map(([name, spec]) => [name, spec.parse(query[spec.key ?? name]!, choices).value]);
  return formatView(screen, { ...(Object.fromEntries(named) as Partial<Views[S]>), ...patch }, choices);
}

/** Whether the address of a screen knows a field. */
export function hasField(screen: Screen, name: string): boolean {
  return fieldsOf(screen).some(([field]) => field === name);
}

function fieldsOf(screen: Screen): [string, ViewField<unknown>][] {
  return Object.entries<ViewField<unknown>>(SCHEMA[screen]);
}
