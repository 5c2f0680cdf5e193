/** Holds what the reader proposes against the facts that are known to stand in a text. */
import type { FactKind } from '../../src/domain/read/factKind';
import type { ReadFact } from '../../src/domain/read/proposal';
import type { KnownFact, KnownReport } from './readGold';

export interface Judged {
  readonly report: string;
  readonly fact: KnownFact;
  readonly found: ReadFact | undefined;
  readonly value: boolean;
  readonly unit: boolean;
  readonly kind: boolean;
  readonly nameFirst: boolean;
  readonly nameOffered: boolean;
  readonly end: boolean;
}

/** Each known fact with the proposal that covers its figure, and what of it is right. */
export function judge(report: KnownReport, proposals: readonly ReadFact[]): Judged[] {
  const byLine = new Map<number, ReadFact[]>();
  for (const proposal of proposals) byLine.set(proposal.line, [...(byLine.get(proposal.line) ?? []), proposal]);
  return report.facts.map((fact) => {
    const covering = (byLine.get(fact.line) ?? []).filter((p) =>
      fact.offsets.some((at) => overlap(p, at, fact.written.length))
    );
    const found = covering.find((p) => sameValue(p, fact)) ?? covering[0];
    const first = found !== undefined && fact.names.some((name) => similarity(name, found.name) >= 0.6);
    return {
      report: report.name,
      fact,
      found,
      value: found !== undefined && sameValue(found, fact),
      unit: found !== undefined && (report.exact ? found.unit === fact.unit : sameValue(found, fact)),
      kind: found !== undefined && fact.kinds.includes(found.kind),
      nameFirst: first,
      nameOffered:
        first ||
        (found?.alternatives.some((other) => fact.names.some((name) => similarity(name, other) >= 0.6)) ?? false),
      end: found !== undefined && fact.ends.includes(found.period.end)
    };
  });
}

function overlap({ offset, written }: ReadFact, at: number, length: number): boolean {
  return offset < at + length && at < offset + written.length;
}

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^亿/, 1e8],
  [/^千万/, 1e7],
  [/^百万/, 1e6],
  [/^十万/, 1e5],
  [/^万/, 1e4],
  [/^千(?!克|米)/, 1e3],
  [/^百/, 1e2]
];

function scaled(value: number, unit: string): number {
  const scale = SCALES.find(([pattern]) => pattern.test(unit));
  return value * (scale ? scale[1] : 1);
}

function sameValue(p: ReadFact, fact: KnownFact): boolean {
  const a = Math.abs(scaled(p.value, p.unit));
  const b = Math.abs(scaled(fact.value, fact.unit));
  if (/^[%‰]$/.test(fact.unit) !== /^[%‰]$/.test(p.unit) && p.unit !== '' && fact.unit !== '') return false;
  return Math.abs(a - b) <= 1e-6 * Math.max(1, b);
}

/** F1 over the characters of two names that carry meaning. */
function similarity(a: string, b: string): number {
  const left = content(a);
  const right = content(b);
  if (left.length === 0 || right.length === 0) return 0;
  const rest = [...right];
  let shared = 0;
  for (const char of left) {
    const at = rest.indexOf(char);
    if (at < 0) continue;
    rest.splice(at, 1);
    shared++;
  }
  return (2 * shared) / (left.length + right.length);
}

function content(name: string): string[] {
  return Array.from(name.toLowerCase().replace(/人数|例数|[的了和与及数、，,()（）“”"·—\s-]/g, ''));
}

export interface Score {
  readonly facts: number;
  readonly recall: number;
  readonly value: number;
  readonly unit: number;
  readonly kind: number;
  readonly nameFirst: number;
  readonly nameOffered: number;
  readonly end: number;
}

/** Shares over the facts found, in percent; recall over all. */
export function scoreOf(judged: readonly Judged[]): Score {
  const found = judged.filter((j) => j.found !== undefined);
  const share = (key: 'value' | 'unit' | 'kind' | 'nameFirst' | 'nameOffered' | 'end') =>
    percent(found.filter((j) => j[key]).length, found.length);
  return {
    facts: judged.length,
    recall: percent(found.length, judged.length),
    value: share('value'),
    unit: share('unit'),
    kind: share('kind'),
    nameFirst: share('nameFirst'),
    nameOffered: share('nameOffered'),
    end: share('end')
  };
}

/** Kind right of the known facts of each kind, missed ones counted as wrong. */
export function kindScores(judged: readonly Judged[]): Map<FactKind, { right: number; all: number }> {
  const scores = new Map<FactKind, { right: number; all: number }>();
  for (const { fact, kind } of judged) {
    const of = fact.kinds[0]!;
    const score = scores.get(of) ?? { right: 0, all: 0 };
    scores.set(of, { right: score.right + (kind ? 1 : 0), all: score.all + 1 });
  }
  return scores;
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10;
}
