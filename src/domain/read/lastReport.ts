/**
 * Same sentence, new numbers: facts that stood in the last report of a series lend their names to the facts
 * that stand in the same words of the new one.
 */
import { reportLines, type ReportLine } from './lines';
import { nameLikeness } from './likeness';
import type { ReadFact } from './proposal';
import { readReport, type ReportForm } from './readReport';
import { sectionsOf } from './sections';

/** A fact as it was kept from the last report. */
export interface LastFact {
  readonly line: number;
  readonly written: string;
  readonly value: number;
  readonly name: string;
  /** Its id where there is one, else its name. */
  readonly indicator: string;
}

/** `agree`: the old words and the fresh reading say the same; `differ`: they don't, both names are offered. */
export type Frame = 'agree' | 'differ' | 'none';

export interface FramedProposal extends ReadFact {
  readonly frame: Frame;
  /** Of the last report's fact, where the two agree; empty otherwise. */
  readonly indicator: string;
  readonly last: LastFact | undefined;
}

export interface LastComparison {
  readonly facts: readonly FramedProposal[];
  /** Facts of the last report that the new one has no place for. */
  readonly missing: readonly LastFact[];
}

export interface LastReport {
  readonly text: string;
  readonly facts: readonly LastFact[];
  readonly form: ReportForm;
}

/** Proposals without a last report to hold them against. */
export function unframed(proposals: readonly ReadFact[]): FramedProposal[] {
  return proposals.map((proposal) => ({ ...proposal, frame: 'none', indicator: '', last: undefined }));
}

/** The proposals of `text` with what the last report knows of them. */
export function compareWithLast(
  text: string,
  proposals: readonly ReadFact[],
  last: LastReport,
  form: ReportForm
): LastComparison {
  const old = readReport(last.text, last.form);
  const known = keptFacts(reportLines(last.text), old, last.facts);
  const pairs = pairsOf(slotsOf(last.text, old, last.form), slotsOf(text, proposals, form));
  const used = new Set<LastFact>();
  const facts = proposals.map((proposal, i): FramedProposal => {
    const at = pairs.get(i);
    const fact = at === undefined ? undefined : known[at];
    if (at === undefined || !fact) return { ...proposal, frame: 'none', indicator: '', last: undefined };
    used.add(fact);
    const offered = [proposal.name, ...proposal.alternatives];
    if (agrees(proposal, old[at]!, fact)) {
      const alternatives = offered.filter((name) => name !== fact.name).slice(0, 4);
      return { ...proposal, name: fact.name, alternatives, frame: 'agree', indicator: fact.indicator, last: fact };
    }
    const alternatives = [fact.name, ...offered.slice(1).filter((name) => name !== fact.name)].slice(0, 4);
    return { ...proposal, alternatives, frame: 'differ', indicator: '', last: fact };
  });
  return { facts, missing: last.facts.filter((fact) => !found(fact, used)) };
}

/** A figure that was kept twice, as an observation and in a task's progress, is found with either. */
function found(fact: LastFact, used: ReadonlySet<LastFact>): boolean {
  if (used.has(fact)) return true;
  for (const { line, written, value } of used) {
    if (
      line === fact.line &&
      value === fact.value &&
      (written.includes(fact.written) || fact.written.includes(written))
    )
      return true;
  }
  return false;
}

/**
 * The kept fact that each old proposal is: its words stand on the line and cover the figure. Where the same words
 * stand there more often than facts were kept of them (100%), names decide.
 */
function keptFacts(
  lines: readonly ReportLine[],
  old: readonly ReadFact[],
  facts: readonly LastFact[]
): (LastFact | undefined)[] {
  const byLine = new Map<number, LastFact[]>();
  for (const fact of facts) byLine.set(fact.line, [...(byLine.get(fact.line) ?? []), fact]);
  const spent = new Set<LastFact>();
  return old.map((proposal) => {
    const text = lines[proposal.line - 1]?.text ?? '';
    const there = (byLine.get(proposal.line) ?? []).filter(
      (fact) => sameAmount(fact, proposal) && covers(text, fact.written, proposal)
    );
    const free = there.filter((fact) => !spent.has(fact));
    const alike = (fact: LastFact) => nameLikeness(fact.name, proposal.name);
    const same = free.filter(({ written }) => text.split(written).length > 2);
    const best = free.reduce<LastFact | undefined>(
      (a, fact) => (a === undefined || alike(fact) > alike(a) ? fact : a),
      undefined
    );
    if (best === undefined || (same.includes(best) && alike(best) < 0.3)) return undefined;
    spent.add(best);
    return best;
  });
}

function covers(text: string, written: string, proposal: ReadFact): boolean {
  for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + 1)) {
    if (at < proposal.offset + proposal.written.length && proposal.offset < at + written.length) return true;
  }
  return false;
}

const SCALES: Readonly<Record<string, number>> = { 亿: 1e8, 万: 1e4, 千: 1e3 };

/** Kept values may be in another scale: 662.16万人次 is kept as 6621600. */
function sameAmount({ value }: LastFact, proposal: ReadFact): boolean {
  const own = Math.abs(proposal.value);
  const scale = SCALES[proposal.unit[0] ?? ''] ?? 1;
  const near = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, b);
  const kept = Math.abs(value);
  return near(own, kept) || near(own * scale, kept) || near((own * scale) / 1e4, kept);
}

function agrees(fresh: ReadFact, old: ReadFact, fact: LastFact): boolean {
  if (fresh.kind !== old.kind) return false;
  const read = nameLikeness(fresh.name, old.name);
  return read >= 0.95 || (read >= 0.7 && nameLikeness(fresh.name, fact.name) >= 0.5);
}

interface Slot {
  readonly left: string;
  readonly right: string;
  readonly unit: string;
  readonly section: string;
  readonly name: string;
}

const MOVED = /(?:增长|增加|上升|提高|提升|上涨|下降|减少|降低|下滑|回落)/g;

/** A line with its numbers, dates and directions taken out: what a template keeps from one period to the next. */
function masked(words: string): string {
  return words
    .replace(MOVED, '~')
    .replace(/[\d.,]*\d/g, '#')
    .replace(/[一二三四五六七八九十]+(?=[是、)])/g, '#')
    .replace(/\s/g, '');
}

function slotsOf(text: string, proposals: readonly ReadFact[], form: ReportForm): Slot[] {
  const lines = reportLines(text);
  const sections = sectionsOf(lines, form.period, form.kind === '计划');
  return proposals.map((proposal) => {
    const { plain } = lines[proposal.line - 1] as ReportLine;
    const end = proposal.offset + proposal.written.length;
    return {
      left: `^${masked(plain.slice(0, proposal.offset))}`.slice(-18),
      right: `${masked(plain.slice(end, end + 24))}$`.slice(0, 10),
      unit: proposal.unit.replace(/^[万亿千]+(?=.)/, ''),
      section: masked(`${sections[proposal.line - 1]!.heading}${sections[proposal.line - 1]!.topic}`),
      name: `${proposal.name} ${proposal.kind}`
    };
  });
}

/** From the closest words to the loosest that still tell two facts apart. */
const KEYS: readonly ((slot: Slot) => string)[] = [
  ({ section, left, unit, right }) => [section, left, unit, right].join('\n'),
  ({ left, unit, right }) => [left, unit, right].join('\n'),
  ({ section, left, unit }) => [section, left, unit].join('\n'),
  ({ left, unit, right }) => [left.slice(-12), unit, right.slice(0, 4)].join('\n'),
  ({ section, name, unit }) => [section, name, unit].join('\n'),
  ({ left, unit, name }) => [left.slice(-8), unit, name].join('\n'),
  ({ name, unit }) => [name, unit].join('\n')
];

/** Old slot of each new slot that stands in the same words; equal words are paired in the order they stand. */
function pairsOf(old: readonly Slot[], fresh: readonly Slot[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const key of KEYS) {
    const groups = new Map<string, number[]>();
    old.forEach((slot, i) => {
      if (!taken.has(i)) groups.set(key(slot), [...(groups.get(key(slot)) ?? []), i]);
    });
    const wanted = new Map<string, number[]>();
    fresh.forEach((slot, i) => {
      if (!pairs.has(i) && groups.has(key(slot))) wanted.set(key(slot), [...(wanted.get(key(slot)) ?? []), i]);
    });
    for (const [words, places] of wanted) {
      const sources = groups.get(words)!;
      // One more or one fewer than last time: which one it is, only their neighbours can tell.
      const chosen =
        sources.length === places.length
          ? places.map((at, k) => [at, sources[k]!] as const)
          : byNeighbour(places, sources, pairs);
      for (const [at, from] of chosen) {
        pairs.set(at, from);
        taken.add(from);
      }
    }
  }
  return pairs;
}

function byNeighbour(
  places: readonly number[],
  sources: readonly number[],
  pairs: ReadonlyMap<number, number>
): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (const at of places) {
    const from = sources.find((source) => pairs.get(at - 1) === source - 1 || pairs.get(at + 1) === source + 1);
    if (from !== undefined && !found.some(([, used]) => used === from)) found.push([at, from]);
  }
  return found;
}
