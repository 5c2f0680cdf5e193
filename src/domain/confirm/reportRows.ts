/** Confirmed cards made into rows of the tables: the same door as for every file. */
import type { BatchFile, Decision, TableRow } from '../batch/batch';
import type { Proposal, ProposedRow, Remark } from '../batch/proposal';
import type { Indicator, Place } from '../model/records';
import { reportLines } from '../read/lines';
import type { ReportForm } from '../read/readReport';
import { sectionsOf } from '../read/sections';
import { finish } from '../steps/steps';
import type { Known } from '../sheet/columnRoles';
import { newIndicator, newPlace, newProgramme } from '../sheet/newRecords';
import { observationRowsOf } from '../sheet/observationRows';
import { rejection, originOf, type PlacedFact } from '../sheet/placedFact';
import { progressRowsOf } from '../sheet/progressRows';
import type { SheetFact } from '../sheet/sheetFact';
import { type ItemTable, KIND_NAMES, MEASURE_OF } from './kinds';
import type { Settled } from './settled';
import { textFile } from './textFile';

/** A report as its source row has it. */
export interface ReportSource {
  /** Id of the source. */
  readonly id: string;
  readonly title: string;
  readonly file: BatchFile;
  /** The text, and the sum of its UTF-8 bytes. */
  readonly text: string;
  readonly textSha256: string;
  readonly form: ReportForm;
}

const THEME = '其他';

/** The place of a report: a known one by its name, else the row of a new one. */
export function placeOfReport(name: string, places: readonly Place[]): { id: string; created: TableRow | undefined } {
  const known = places.find((place) => place.name === name);
  if (known) return { id: known.id, created: undefined };
  const created = newPlace(name, places);
  return { id: created.place!, created };
}

/** What the confirmed cards propose: the source, what is new, observations and progress, each by line and section. */
export function reportProposal(source: ReportSource, confirmed: readonly Settled[], known: Known): Proposal {
  const remarks: Remark[] = [];
  const decisions: Decision[] = [];
  const facts = sheetFacts(source, confirmed);
  const newItems = newRecords(confirmed, facts, known);
  const indicators = new Map(known.indicators.map((indicator) => [indicator.id, indicator]));
  const units = new Map<string, string>([
    ...known.indicators.map(({ id, unit }) => [`indicators ${id}`, unit] as const),
    ...known.programmes.map(({ id, unit }) => [`programmes ${id}`, unit] as const)
  ]);
  const placed: Record<ItemTable, PlacedFact[]> = { indicators: [], programmes: [] };
  const created = new Map<string, ProposedRow>();
  confirmed.forEach((settled, i) => {
    const fact = facts[i]!;
    const { table, item, name, place, period } = settled;
    const fresh = item === '' ? newItems.get(`${table} ${name}`)! : undefined;
    const id = fresh ? fresh[table === 'indicators' ? 'indicator' : 'programme']! : item;
    const unit = fresh ? fresh.unit! : (units.get(`${table} ${item}`) ?? '');
    if (unit === '') {
      remarks.push(rejection(fact, '单位', `“${name}”没有单位`, '请回到这个数，填上指标的单位。'));
      return;
    }
    if (fresh) created.set(id, { table, row: fresh, origin: originOf(fact) });
    placed[table].push({ fact, place, id, unit, period });
    decisions.push({ question: `第${fact.line}行“${fact.shown}”是什么`, answer: answerOf(settled), automatic: false });
  });
  const bases = new Map([...newItems.values()].map((row) => [row.indicator ?? '', row.basis ?? '']));
  const figures = [
    ...finish(
      observationRowsOf(
        placed.indicators,
        source.id,
        indicators as ReadonlyMap<string, Indicator>,
        bases,
        remarks,
        decisions
      )
    ),
    ...finish(progressRowsOf(placed.programmes, source.id, remarks, decisions))
  ];
  if (figures.length === 0) return { rows: [], remarks, decisions };
  const origin = { file: source.file.name, sheet: '', cell: '', shown: '' };
  const { created: newReportPlace } = placeOfReport(source.form.place, known.places);
  return {
    rows: [
      { table: 'sources', row: sourceRow(source), origin },
      ...(newReportPlace ? [{ table: 'places' as const, row: newReportPlace, origin }] : []),
      ...created.values(),
      ...figures
    ],
    remarks,
    decisions
  };
}

function answerOf({ name, kind, item }: Settled): string {
  return `${name}，${KIND_NAMES[kind]}${item === '' ? '（新建）' : ''}`;
}

function sheetFacts({ file, text, form }: ReportSource, confirmed: readonly Settled[]): SheetFact[] {
  const sections = sectionsOf(reportLines(text), form.period, form.kind === '计划');
  return confirmed.map(({ card: { fact }, name, kind, period }) => ({
    file: file.name,
    sheet: '',
    cell: '',
    row: 0,
    column: 0,
    place: '',
    item: name,
    part: '',
    measure: MEASURE_OF[kind],
    period: period.text,
    unit: fact.unit,
    value: fact.value,
    qualifier: fact.qualifier,
    shown: fact.written,
    note: '',
    total: '' as const,
    hidden: false,
    line: fact.line,
    section: sections[fact.line - 1]?.heading ?? ''
  }));
}

/** A record for each name that is new, in the unit of its figures; `table name` to its row. */
function newRecords(confirmed: readonly Settled[], facts: readonly SheetFact[], known: Known): Map<string, TableRow> {
  const groups = new Map<string, { settled: Settled; facts: SheetFact[]; unit: string }>();
  confirmed.forEach((settled, i) => {
    if (settled.item !== '') return;
    const key = `${settled.table} ${settled.name}`;
    const group = groups.get(key) ?? { settled, facts: [], unit: '' };
    group.facts.push(facts[i]!);
    groups.set(key, { ...group, unit: group.unit || settled.unit });
  });
  const rows = new Map<string, TableRow>();
  for (const [key, { settled, facts: own, unit }] of groups) {
    const row =
      settled.table === 'indicators'
        ? newIndicator(settled.name, own, themeLike(settled.name, known))
        : newProgramme(settled.name, own, themeLike(settled.name, known));
    rows.set(key, unit === '' ? row : { ...row, unit });
  }
  return rows;
}

/** The theme of the record whose name begins alike. */
function themeLike(name: string, { indicators, programmes }: Known): string {
  const start = name.slice(0, 3);
  return [...indicators, ...programmes].find((record) => record.name.startsWith(start))?.theme ?? THEME;
}

function sourceRow({ id, title, file, textSha256, form }: ReportSource): TableRow {
  return {
    source: id,
    title,
    publisher: form.place,
    published: '',
    period: form.period.text,
    grade: 'B',
    file: textFile(id),
    sha256: textSha256,
    note: `${form.kind}；读自“${file.name}”`
  };
}

/** The id that a record of this name is made with. */
export function newItemId(table: ItemTable, name: string): string {
  return table === 'indicators' ? newIndicator(name, [], THEME).indicator! : newProgramme(name, [], THEME).programme!;
}
