/**
 * The state of every screen as text in the address, and back.
 *
 * Each field of a view has one spec: how it is read, what it falls back to, and what was wrong.
 * `parseView(screen, formatView(screen, view), choices)` gives back `view`; a bad value becomes the
 * nearest sensible one and a `ViewProblem` that says so in Chinese. Defaults are not written, so
 * that links stay short.
 */
import type { Query, Screen } from './address';
import { defaultOf, type Field, readField, type ViewChoices, writeField } from './fields';
import { AUDIT_KINDS } from '../audit/check';
import { PLAN_OUTCOMES } from '../board/plans';
import { MEASURES, STATUSES } from '../model/records';
import { OBSERVATION_SORTS, PROGRESS_SORTS } from '../rows/order';
import { CHANGE_KINDS } from '../trend/changeKind';

export interface ViewProblem {
  /** Key in the address. */
  readonly key: string;
  readonly value: string;
  /** What was wrong and what is shown instead, one Chinese sentence. */
  readonly text: string;
}

export interface Views {
  overview: { focus: string; rule: string };
  places: {
    focus: string;
    tab: string;
    i: string;
    p: string[];
    period: string;
    ref: string;
    sort: string;
    odd: boolean;
    units: boolean;
    head: boolean;
    theme: string;
  };
  periods: {
    focus: string;
    tab: string;
    i: string;
    p: string[];
    span: string;
    /** 多项指标: whose changes, and of which kind; empty for the place and the kind with most. */
    place: string;
    kind: string;
  };
  progress: {
    focus: string;
    place: string;
    unit: string;
    programme: string;
    light: string;
    sort: string;
    page: number;
    tab: string;
    /** Code of a light rule (`ruleCode`); empty for the dataset's default. */
    rule: string;
    /** 年末推算 drawn too. */
    forecast: boolean;
    /** Of the matrix. */
    order: string;
    /** Rows and columns of the matrix exchanged. */
    flip: boolean;
    /** Of the plans: what became of them; empty for all. */
    outcome: string;
  };
  profile: { focus: string; place: string; rule: string };
  /** `auto`: seconds a slide stays up by itself; 0 for never. */
  present: { focus: string; deck: string; slide: number; step: number; role: string; auto: number };
  data: {
    focus: string;
    tab: string;
    q: string;
    theme: string;
    i: string;
    programme: string;
    place: string;
    period: string;
    measure: string;
    status: string;
    source: string;
    /** What single columns must say: words, or numbers as `parseRange` reads them. */
    value: string;
    target: string;
    done: string;
    rate: string;
    asOf: string;
    written: string;
    section: string;
    line: string;
    note: string;
    /** A column of the table; empty = order of the file. */
    sort: string;
    desc: boolean;
    /** 缺: indicators of one place too. */
    all: boolean;
    /** 自查: what it lists, and of which kind; empty = findings, all kinds. */
    show: string;
    kind: string;
  };
}

const focus: Field = { kind: 'place' };

const FIELDS: { readonly [S in Screen]: { readonly [K in keyof Views[S]]: Field } } = {
  overview: { focus, rule: { kind: 'rule' } },
  places: {
    focus,
    tab: { kind: 'option', options: ['rank', 'heat'] },
    i: { kind: 'indicator' },
    p: { kind: 'places' },
    period: { kind: 'period', otherwise: '已改为各地最近一期' },
    ref: { kind: 'reference' },
    sort: { kind: 'option', options: ['value', 'official'] },
    odd: { kind: 'flag' },
    units: { kind: 'flag' },
    head: { kind: 'flag' },
    theme: { kind: 'text' }
  },
  periods: {
    focus,
    tab: { kind: 'option', options: ['one', 'changes'] },
    i: { kind: 'indicator' },
    p: { kind: 'places' },
    span: { kind: 'text' },
    place: { kind: 'place' },
    kind: { kind: 'option', options: ['', ...CHANGE_KINDS] }
  },
  progress: {
    focus,
    place: { kind: 'placeOrAll' },
    unit: { kind: 'place' },
    programme: { kind: 'programme' },
    light: { kind: 'option', options: ['', '红', '黄', '绿', '无'] },
    sort: { kind: 'option', options: ['lag', 'lead', 'rate', 'official'] },
    page: { kind: 'page' },
    tab: { kind: 'option', options: ['bars', 'matrix', 'plans', 'supervise', 'sums'] },
    rule: { kind: 'rule' },
    forecast: { kind: 'flag' },
    order: { kind: 'option', options: ['official', 'red', 'lag'] },
    flip: { kind: 'flag' },
    outcome: { kind: 'option', options: ['', ...PLAN_OUTCOMES] }
  },
  present: {
    focus,
    deck: { kind: 'text' },
    slide: { kind: 'page' },
    step: { kind: 'page' },
    role: { kind: 'option', options: ['', 'edit', 'presenter'] },
    auto: { kind: 'seconds' }
  },
  profile: { focus, place: { kind: 'place' }, rule: { kind: 'rule' } },
  data: {
    focus,
    tab: { kind: 'option', options: ['observations', 'progress', 'sources', 'missing', 'audit', 'issues'] },
    q: { kind: 'text' },
    theme: { kind: 'text' },
    i: { kind: 'indicator' },
    programme: { kind: 'programme' },
    place: { kind: 'place' },
    period: { kind: 'period', otherwise: '已忽略' },
    measure: { kind: 'option', options: ['', ...MEASURES] },
    status: { kind: 'option', options: ['', ...STATUSES] },
    source: { kind: 'source' },
    value: { kind: 'text' },
    target: { kind: 'text' },
    done: { kind: 'text' },
    rate: { kind: 'text' },
    asOf: { kind: 'text' },
    written: { kind: 'text' },
    section: { kind: 'text' },
    line: { kind: 'text' },
    note: { kind: 'text' },
    sort: { kind: 'option', options: ['', ...new Set([...OBSERVATION_SORTS, ...PROGRESS_SORTS])] },
    desc: { kind: 'flag' },
    all: { kind: 'flag' },
    show: { kind: 'option', options: ['', 'right', 'over'] },
    kind: { kind: 'option', options: ['', ...AUDIT_KINDS] }
  }
};

export interface ParsedView<S extends Screen> {
  readonly view: Views[S];
  readonly problems: readonly ViewProblem[];
}

/**
 * Reads the query of an address for a screen.
 * @returns a complete view; unknown keys are ignored, bad values replaced and named in `problems`.
 */
export function parseView<S extends Screen>(screen: S, query: Query, choices: ViewChoices): ParsedView<S> {
  const problems: ViewProblem[] = [];
  const view: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(FIELDS[screen]) as [string, Field][]) {
    const fallback = defaultOf(screen, field, choices);
    const raw = query[key];
    if (raw === undefined || raw === '') {
      view[key] = fallback;
      continue;
    }
    const read = readField(field, raw, fallback, choices);
    view[key] = read.value;
    if (read.problem) problems.push({ key, value: raw, text: read.problem });
  }
  return { view: view as Views[S], problems };
}

/** The query for a view; fields at their default are left out. */
export function formatView<S extends Screen>(
  screen: S,
  view: Partial<Views[S]>,
  choices: ViewChoices
): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [key, field] of Object.entries(FIELDS[screen]) as [string, Field][]) {
    const value = (view as Record<string, unknown>)[key];
    if (value === undefined) continue;
    const text = writeField(value);
    if (text !== writeField(defaultOf(screen, field, choices))) query[key] = text;
  }
  return query;
}
