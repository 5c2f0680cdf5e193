/**
 * Reads the facts of a report: its numbers, what kind of fact each is, what it is called and when it holds.
 * Total and deterministic: any text gives a list, and the same text the same list.
 */
import type { Period } from '../time/period';
import { placesOf, type NumberContext } from './clauses';
import { factKind, type FactKind } from './factKind';
import { factName, type Named } from './factName';
import { factSpan } from './factPeriod';
import { factTokens } from './factTokens';
import { reportLines, type ReportLine } from './lines';
import { numbersIn, ranksIn, type NumberToken } from './numbers';
import { leftPhrase } from './phrases';
import { qualifierOf, type ReadFact } from './proposal';
import { sectionsOf, type Section } from './sections';
import { reportTables } from './tableBlocks';
import { tableProposals } from './tableFacts';
import { fullUnit } from './units';
import { zeroFacts, type ZeroFact } from './zeroFacts';

export const REPORT_KINDS = ['总结', '计划', '公报', '进展通报'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** What the clerk says about a report before it is read. */
export interface ReportForm {
  readonly place: string;
  readonly period: Period;
  readonly kind: ReportKind;
}

/** All facts of a report in reading order. */
export function readReport(text: string, form: ReportForm): ReadFact[] {
  const lines = reportLines(text);
  const sections = sectionsOf(lines, form.period, form.kind === '计划');
  const tables = reportTables(lines);
  const inTable = new Set<number>();
  const proposals: ReadFact[] = [];
  for (const table of tables) {
    for (const row of table.rows) inTable.add(row.line);
    proposals.push(...tableProposals(table, sections[table.rows[0]!.line - 1]!, form.period));
  }
  lines.forEach((line, i) => {
    if (!inTable.has(line.line)) proposals.push(...lineProposals(line, sections[i]!, form));
  });
  return proposals.sort((a, b) => a.line - b.line || a.offset - b.offset);
}

/**
 * The fact that the number at `offset` of a line would be, whether it looks like one or not; undefined where none stands
 * there, or where the text doesn't say its value.
 */
export function proposalAt(text: string, form: ReportForm, at: number, offset: number): ReadFact | undefined {
  const lines = reportLines(text);
  const line = lines[at - 1];
  if (!line) return undefined;
  const section = sectionsOf(lines, form.period, form.kind === '计划')[at - 1]!;
  const token = allNumbers(line.plain).find(({ start, end }) => start <= offset && offset < end);
  if (!token) return undefined;
  const others = factTokens(line.plain).filter(({ start, end }) => end <= token.start || start >= token.end);
  const tokens = [...others, token].sort((a, b) => a.start - b.start);
  return lineProposals(line, section, form, tokens).find(
    (fact) => fact.offset < token.end && token.start < fact.offset + fact.written.length && fact.name !== ''
  );
}

/** Every number of a plain line, fact or not, in reading order. */
export function allNumbers(plain: string): NumberToken[] {
  const ranks = ranksIn(plain);
  const others = numbersIn(plain).filter(
    ({ start, end }) => !ranks.some((rank) => start < rank.end && rank.start < end)
  );
  return [...ranks, ...others].sort((a, b) => a.start - b.start);
}

function lineProposals(
  line: ReportLine,
  section: Section,
  { period }: ReportForm,
  tokens: readonly NumberToken[] = factTokens(line.plain)
): ReadFact[] {
  const kinds: FactKind[] = [];
  const named: Named[] = [];
  const found: ReadFact[] = [];
  for (const place of placesOf(line.plain, tokens)) {
    const kind = factKind(place, section, kinds);
    const { phrases, subject } = factName(place, kind, section, named);
    kinds.push(kind);
    named.push({
      name: phrases[0]!,
      kind,
      subject,
      sentence: place.sentence,
      clause: place.clause,
      unit: place.token.unit,
      end: place.token.end
    });
    const figure = writtenFigure(line, place, kind);
    if (!figure) continue;
    found.push({
      line: line.line,
      ...figure,
      unit: fullUnit(place.token.unit, phrases[0]!, false),
      kind,
      name: phrases[0]!,
      alternatives: phrases.slice(1),
      period: spanOf(factSpan(place, kind, period, section))
    });
  }
  const zeros = zeroFacts(line.plain).map((zero) => zeroProposal(zero, line, found, period));
  return found.concat(zeros.filter((zero) => !found.some((fact) => overlaps(fact, zero))));
}

/** A zero told in words; no change is told of the words before it, else of the fact before it. */
function zeroProposal(
  { start, end, name }: ZeroFact,
  { line, text, plain }: ReportLine,
  found: readonly ReadFact[],
  period: Period
): ReadFact {
  const of =
    name ||
    changedName(plain.slice(0, start)) ||
    (found.filter(({ offset }) => offset < start).pop()?.name ?? '未命名');
  return {
    line,
    offset: start,
    written: text.slice(start, end),
    value: 0,
    qualifier: '',
    unit: name === '' ? '%' : '',
    kind: name === '' ? 'yoy' : 'value',
    name: of,
    alternatives: [],
    period: spanOf(period)
  };
}

/** 住院量同比 is about 住院量. */
function changedName(said: string): string {
  const clause = /[^,。;:()]*$/.exec(said)![0];
  return leftPhrase(clause.replace(/(?:[与比较和]?(?:去年|上年|上月)[^,]{0,4}|[与比较和]?同期|同比|环比)$/, ''));
}

function overlaps(a: ReadFact, b: ReadFact): boolean {
  return a.offset < b.offset + b.written.length && b.offset < a.offset + a.written.length;
}

function spanOf({ start, end }: ReadFact['period']): ReadFact['period'] {
  return { start, end };
}

const DIRECTION =
  /(?:[↑▲↓▼]|负增长|增长|增加|上升|提高|提升|上涨|增幅|增速|涨幅|下降|减少|降低|下滑|回落|降幅|减幅|缩短|压缩|压减|增|升|降|减|少|高|低)(?:了|率|幅度?|约|近|超过?|为|达|均|分别|\s|:|,|、|和|[\d.]+(?:%|个百分点))*$|(?<=同比|环比|期|年|月)[多少][^,。;\d]{1,4}$/;
/** Of several changes told at once, 分别下降3.1%、4.2%, only a fall needs its word in every figure. */
const OTHER_FIGURE = /\d/;
const LONGEST = 36;

type Figure = Pick<ReadFact, 'offset' | 'written' | 'value' | 'qualifier'>;

/** The figure with the words that say its direction; undefined where the text doesn't say the value. */
function writtenFigure(line: ReportLine, { token, clauseSaid }: NumberContext, kind: FactKind): Figure | undefined {
  const changes = kind === 'yoy' || kind === 'yoy_pp' || kind === 'yoy_abs';
  const edge = Math.min(token.writtenStart, token.start);
  const direction = changes ? DIRECTION.exec(clauseSaid) : null;
  const listed = direction !== null && OTHER_FIGURE.test(direction[0]);
  const falls = direction !== null && /^(?:[↓▼]|下降|减|降|下滑|回落|缩短|压|少|负增长|低)/.test(direction[0]);
  const isDirectionNear =
    direction !== null && (falls || !listed) && direction[0].length + token.writtenEnd - edge <= LONGEST;
  const from = isDirectionNear ? edge - direction[0].length : edge;
  const value = changes && falls ? -Math.abs(token.value) : token.value;
  for (const [offset, end] of [
    [from, token.writtenEnd],
    [token.start, token.end]
  ] as const) {
    const written = line.text.slice(offset, end);
    const qualifier = qualifierOf(written, value, token.unit, kind);
    if (qualifier !== undefined) return { offset, written, value, qualifier: token.range ? '≥' : qualifier };
  }
  return undefined;
}
