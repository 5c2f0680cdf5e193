/** How well facts of a last report lend their names to the next: on marked pairs, and on a text whose numbers are changed. */
import { compareWithLast, type LastFact } from '../../src/domain/read/lastReport';
import { readReport } from '../../src/domain/read/readReport';
import type { KnownFact, KnownReport } from './readGold';

export interface FrameScore {
  /** Facts of the new report that the last one had too, by name and kind. */
  readonly shared: number;
  /** Those that were given a name of the last report. */
  readonly carried: number;
  readonly right: number;
  /** Facts given a name that isn't theirs. */
  readonly wrong: number;
}

function lastFacts({ facts }: KnownReport): LastFact[] {
  return facts.map((fact) => ({
    line: fact.line,
    written: fact.written,
    value: fact.value,
    name: fact.names[0]!,
    indicator: idOf(fact)
  }));
}

function idOf({ names, kinds }: KnownFact): string {
  return `${names[0]} ${kinds[0]}`;
}

/** `next` read with `last` at hand. */
export function frameScore(last: KnownReport, next: KnownReport): FrameScore {
  const { facts } = compareWithLast(
    next.text,
    readReport(next.text, next.form),
    { text: last.text, facts: lastFacts(last), form: last.form },
    next.form
  );
  const before = new Set(last.facts.map(idOf));
  let shared = 0;
  let carried = 0;
  let right = 0;
  let wrong = 0;
  for (const fact of next.facts) {
    if (before.has(idOf(fact))) shared++;
    const found = facts.find(
      (p) =>
        p.line === fact.line &&
        fact.offsets.some((at) => at < p.offset + p.written.length && p.offset < at + fact.written.length)
    );
    if (found?.frame !== 'agree') continue;
    carried++;
    if (fact.names.some((_, i) => found.indicator === `${fact.names[i]} ${fact.kinds[i] ?? fact.kinds[0]}`)) right++;
    else wrong++;
  }
  return { shared, carried, right, wrong };
}

/** The next month of a report, made up: every figure another one, every seventh line left out. */
export function madeUpNext(report: KnownReport): KnownReport {
  const lines = report.text.split('\n');
  const kept: string[] = [];
  const facts: KnownFact[] = [];
  lines.forEach((line, i) => {
    if (i > 0 && i % 7 === 6) return;
    const own = report.facts.filter((fact) => fact.line === i + 1);
    const changed = changedLine(line, own);
    kept.push(changed.line);
    facts.push(...changed.facts.map((fact) => ({ ...fact, line: kept.length })));
  });
  return { ...report, name: `${report.name}-next`, text: kept.join('\n'), facts };
}

function changedLine(line: string, facts: readonly KnownFact[]): { line: string; facts: KnownFact[] } {
  const places = facts
    .flatMap((fact) => fact.offsets.slice(0, 1).map((at) => ({ fact, at })))
    .sort((a, b) => a.at - b.at);
  let out = '';
  let from = 0;
  const made: KnownFact[] = [];
  for (const { fact, at } of places) {
    if (at < from || !/\d/.test(fact.written)) continue;
    out += line.slice(from, at);
    const written = fact.written.replace(/\d/g, (digit, i: number, all: string) =>
      i === 0 || !/\d/.test(all[i - 1]!)
        ? digit === '0'
          ? '0'
          : String((Number(digit) % 9) + 1)
        : String((Number(digit) + 3) % 10)
    );
    made.push({ ...fact, written, offsets: [out.length] });
    out += written;
    from = at + fact.written.length;
  }
  return { line: out + line.slice(from), facts: made };
}
