/** Facts that are known to stand in a text: rows of the dataset, or marks in an invented report. */
import { parsePeriod } from '../../src/domain/time/parsePeriod';
import type { Period } from '../../src/domain/time/period';
import type { Dataset } from '../../src/domain/model/dataset';
import type { Observation, Source } from '../../src/domain/model/records';
import type { FactKind } from '../../src/domain/read/factKind';
import type { ReportForm, ReportKind } from '../../src/domain/read/readReport';

export interface KnownFact {
  readonly line: number;
  /** Where the figure may stand in the line: each occurrence of `written`. */
  readonly offsets: readonly number[];
  readonly written: string;
  readonly value: number;
  readonly unit: string;
  /** Any of these will do: one figure may be in two tables. */
  readonly kinds: readonly FactKind[];
  readonly names: readonly string[];
  readonly ends: readonly string[];
  /** The row's date was inferred by its reader; then the report's own end is as good. */
  readonly inferred: boolean;
}

export interface KnownReport {
  readonly name: string;
  readonly text: string;
  readonly form: ReportForm;
  readonly facts: readonly KnownFact[];
  /** First and last line the facts are known for. */
  readonly from: number;
  readonly to: number;
  /** The unit has to be the very word, not one the indicator is kept in. */
  readonly exact: boolean;
  /** Name of the report before it in its series; empty where there is none. */
  readonly last: string;
}

type Draft = { -readonly [K in keyof KnownFact]: KnownFact[K] } & {
  kinds: FactKind[];
  names: string[];
  ends: string[];
};

/** One report for each source that has a text, with the rows of the dataset as its facts. */
export function knownFromDataset(dataset: Dataset, texts: ReadonlyMap<string, string>): KnownReport[] {
  const reports: KnownReport[] = [];
  for (const source of dataset.sources) {
    const text = texts.get(source.file);
    const period = source.period;
    if (text === undefined || period === null) continue;
    const lines = text.split(/\r?\n/);
    const facts = new Map<string, Draft>();
    for (const o of dataset.allObservations()) if (o.source === source) addObservation(facts, lines, o);
    addProgress(facts, lines, dataset, source);
    if (facts.size === 0) continue;
    const known = [...facts.values()].filter((fact) => fact.offsets.length > 0);
    const asked = clerksPeriod(period, known);
    for (const fact of known) if (fact.inferred) fact.ends.push(asked.end);
    const [from, to] = stretchOf(source, known);
    reports.push({
      name: source.id,
      text: lines
        .slice(0, to)
        .map((line, i) => (i < from - 1 ? '' : line))
        .join('\n'),
      form: { place: source.publisher, period: asked, kind: '总结' },
      facts: known,
      from,
      to,
      exact: false,
      last: ''
    });
  }
  return reports;
}

/** The lines of a report in a file that holds several: as its note says, else from its first fact to its last. */
function stretchOf({ note }: Source, facts: readonly KnownFact[]): [number, number] {
  const at = facts.map(({ line }) => line);
  const said = /第(\d+)—\d+行/.exec(note);
  return [Math.min(said ? Number(said[1]) : 1, ...at), Math.max(...at)];
}

/** The report's period as a clerk would fill it in: up to the day that most of its figures hold for. */
function clerksPeriod(period: Period, facts: readonly KnownFact[]): Period {
  const counts = new Map<string, number>();
  for (const { kinds, ends } of facts)
    if (!kinds.includes('plan')) counts.set(ends[0]!, (counts.get(ends[0]!) ?? 0) + 1);
  const [end] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [period.end];
  if (end === period.end || end < period.start || end > period.end) return period;
  return parsePeriod(`${period.start}/${end}`) ?? period;
}

function add(facts: Map<string, Draft>, lines: readonly string[], fact: Omit<KnownFact, 'offsets'>): void {
  const key = `${fact.line} ${fact.written} ${Math.abs(fact.value)}`;
  const old = facts.get(key);
  if (old) {
    old.kinds.push(...fact.kinds);
    old.names.push(...fact.names);
    old.ends.push(...fact.ends);
    old.inferred ||= fact.inferred;
  } else {
    const offsets = occurrences(lines[fact.line - 1] ?? '', fact.written);
    facts.set(key, { ...fact, offsets, kinds: [...fact.kinds], names: [...fact.names], ends: [...fact.ends] });
  }
}

function addObservation(facts: Map<string, Draft>, lines: readonly string[], o: Observation): void {
  // A figure of a table stands in no line.
  if (o.value === null || o.line === null) return;
  const names = [o.indicator.name, ...o.indicator.aliases];
  const unit =
    o.measure === '数值'
      ? o.indicator.unit
      : o.measure === '位次'
        ? ''
        : o.measure === '同比(百分点)'
          ? /%/.test(o.written)
            ? '%'
            : '个百分点'
          : '%';
  add(facts, lines, {
    line: o.line,
    written: o.written,
    value: o.value,
    unit,
    kinds: kindsOf(o),
    names,
    ends: [o.period.end],
    inferred: o.note.includes('推断')
  });
}

function kindsOf(o: Observation): FactKind[] {
  if (o.measure === '同比(%)') return ['yoy'];
  if (o.measure === '同比(百分点)') return /%/.test(o.written) ? ['yoy_pp', 'yoy'] : ['yoy_pp'];
  if (o.measure === '位次') return ['rank'];
  if (o.measure === '占比') return ['share'];
  const kinds: FactKind[] = ['value'];
  if (o.indicator.kind === '占比' || /占比$/.test(o.indicator.name)) kinds.push('share');
  if (/完成率|完结率/.test(o.indicator.name)) kinds.push('completion_rate');
  if (/(?:增加|减少)数$/.test(o.indicator.name)) kinds.push('yoy_abs');
  return kinds;
}

function addProgress(facts: Map<string, Draft>, lines: readonly string[], dataset: Dataset, source: Source): void {
  for (const row of dataset.progress) {
    if (row.source !== source || row.line === null) continue;
    const ends = [row.period.end, ...(row.asOf === '' ? [] : [row.asOf])];
    const names = [row.programme.name.replace(/·/g, ''), row.programme.name.split('·')[0]!];
    const pieces = row.written.split(' / ');
    for (const [column, kind] of [
      ['target', row.status === '计划' || row.status === '预计' ? 'plan' : 'target'],
      ['done', 'value'],
      ['rate', 'completion_rate']
    ] as const) {
      const value = row[column];
      if (value === null) continue;
      const unit = column === 'rate' ? '%' : row.unit;
      const piece =
        pieces.find((text) => text.replace(/,/g, '').includes(String(value))) ??
        (pieces.length === 1 ? pieces[0]! : undefined);
      if (piece !== undefined)
        add(facts, lines, {
          line: row.line,
          written: piece,
          value,
          unit,
          kinds: [kind],
          names,
          ends,
          inferred: row.note.includes('推断')
        });
    }
  }
}

function occurrences(line: string, written: string): number[] {
  const found: number[] = [];
  for (let at = line.indexOf(written); at >= 0; at = line.indexOf(written, at + 1)) found.push(at);
  return found;
}

/** An invented report: `#! place=… period=… kind=…`, then text with facts as {{written|value|unit|kind|name|end}}. */
export function knownFromMarks(name: string, marked: string): KnownReport {
  const [head, ...rest] = marked.replace(/\n$/, '').split('\n');
  const given = (key: string) => new RegExp(`${key}=(\\S+)`).exec(head!)![1]!;
  const period = parsePeriod(given('period'))!;
  const facts: KnownFact[] = [];
  const lines = rest.map((line, i) => {
    let plain = '';
    let from = 0;
    for (const m of line.matchAll(/\{\{([^}]*)\}\}/g)) {
      plain += line.slice(from, m.index);
      const [written, value, unit, kind, fact, end] = m[1]!.split('|');
      facts.push({
        line: i + 1,
        offsets: [plain.length],
        written: written!,
        value: Number(value),
        unit: unit!,
        kinds: [kind as FactKind],
        names: [fact!],
        ends: [end || period.end],
        inferred: false
      });
      plain += written;
      from = m.index + m[0].length;
    }
    return plain + line.slice(from);
  });
  const form: ReportForm = { place: given('place'), period, kind: given('kind') as ReportKind };
  return {
    name,
    text: lines.join('\n'),
    form,
    facts,
    from: 1,
    to: lines.length,
    exact: true,
    last: /last=(\S+)/.exec(head!)?.[1] ?? ''
  };
}
