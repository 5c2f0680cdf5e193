/** Facts of a file and the answers to its names, made into rows of the tables. */
import type { BatchFile, Decision, TableRow } from '../batch/batch';
import type { Proposal, ProposedRow, Remark } from '../batch/proposal';
import { finish, type Steps, STEP_ROWS } from '../steps/steps';
import { parsePeriod } from '../time/parsePeriod';
import { byText } from './byText';
import { latestFirst, type Period } from '../time/period';
import type { Known } from './columnRoles';
import {
  answerKey,
  itemKinds,
  itemName,
  plainNames,
  type Answer,
  type Answers,
  type NameKind,
  type NameQuestion
} from './matching';
import { observationRowsOf } from './observationRows';
import { rejection, originOf, type PlacedFact } from './placedFact';
import { totalOf } from './placeText';
import { progressRowsOf } from './progressRows';
import type { SheetFact } from './sheetFact';

export interface SheetsRead {
  readonly file: BatchFile;
  readonly facts: readonly SheetFact[];
  readonly answers: Answers;
  readonly known: Known;
  /** What the person says of the source: its title, publisher, grade; the rest is told from the file. */
  readonly source?: TableRow;
}

type Taken = Exclude<Answer, { skip: true }>;

/** What the facts propose: the source's row, new places, indicators and tasks, observations and progress; all else a remark. */
export function proposalOf(read: SheetsRead): Proposal {
  return finish(proposalSteps(read));
}

/** The same in parts. */
export function* proposalSteps({ file, facts, answers, known, source }: SheetsRead): Steps<Proposal> {
  const remarks: Remark[] = [];
  const decisions = nameDecisions(yield* plainNames(facts, known), answers, known);
  const indicators = new Map(known.indicators.map((indicator) => [indicator.id, indicator]));
  const programmes = new Map(known.programmes.map((programme) => [programme.id, programme]));
  const { placed, created } = yield* placeFacts(facts, {
    ...{ answers, remarks, periodOf: byText(parsePeriod), kindOf: itemKinds(facts, known) },
    units: { 指标: indicators, 任务: programmes }
  });
  const sourceRow = sourceOf(file, facts, source);
  const observed = yield* observationRowsOf(
    placed.指标,
    sourceRow.source!,
    indicators,
    newBases(answers),
    remarks,
    decisions
  );
  const progressed = yield* progressRowsOf(placed.任务, sourceRow.source!, remarks, decisions);
  const figures = [...observed, ...progressed];
  const rows: ProposedRow[] = [...created, ...figures];
  if (figures.length > 0)
    rows.unshift({ table: 'sources', row: sourceRow, origin: { file: file.name, sheet: '', cell: '', shown: '' } });
  return { rows, remarks, decisions };
}

type ItemKind = Exclude<NameKind, '地区'>;

/** What is needed to tell where a fact belongs. */
interface Placing {
  readonly answers: Answers;
  readonly remarks: Remark[];
  readonly periodOf: (text: string) => Period | undefined;
  readonly kindOf: (fact: SheetFact) => ItemKind;
  /** The indicators and tasks that there are, by id. */
  readonly units: Readonly<Record<ItemKind, ReadonlyMap<string, { readonly unit: string }>>>;
}

/** The facts that have a place, an indicator or task, a period and a unit; the others are remarks. */
function* placeFacts(
  facts: readonly SheetFact[],
  placing: Placing
): Steps<{ readonly placed: Record<ItemKind, PlacedFact[]>; readonly created: readonly ProposedRow[] }> {
  const placed: Record<ItemKind, PlacedFact[]> = { 指标: [], 任务: [] };
  const created = new Map<string, ProposedRow>();
  for (const [i, fact] of facts.entries()) {
    if (i % STEP_ROWS === 0) yield i;
    // A sum over months; sums over places and indicators are asked for by their names.
    if (fact.total !== '' && totalOf(fact.place) === '' && totalOf(fact.item) === '') continue;
    const kind = placing.kindOf(fact);
    const names = answersTo(fact, kind, placing);
    const own = names && placedFact(fact, kind, names, placing);
    if (!own) continue;
    for (const [key, row] of createdRows(fact, kind, names)) if (!created.has(key)) created.set(key, row);
    placed[kind].push(own);
  }
  return { placed, created: [...created.values()] };
}

interface TakenNames {
  readonly place: Taken;
  readonly item: Taken;
}

/** What its names were said to be; undefined where one is left out, or not yet said, which is a remark. */
function answersTo(fact: SheetFact, kind: ItemKind, { answers, remarks }: Placing): TakenNames | undefined {
  const names = [
    ['地区', fact.place],
    [kind, itemName(fact, kind)]
  ] as const;
  if (names.some(([of, name]) => isSkipped(answers[answerKey(of, name)]))) return undefined;
  const [place, item] = names.map(([of, name]) => answers[answerKey(of, name)]) as [Taken?, Taken?];
  if (place && item) return { place, item };
  const [of, name] = names[place ? 1 : 0];
  remarks.push(unnamed(fact, of, name));
  return undefined;
}

function placedFact(
  fact: SheetFact,
  kind: ItemKind,
  { place, item }: TakenNames,
  { periodOf, units, remarks }: Placing
): PlacedFact | undefined {
  const period = periodOf(fact.period);
  if (!period) {
    const todo = '请在标题里写明时期，例如“截至2024年10月31日”，或选好时期。';
    remarks.push(rejection(fact, '时期', '不知道是什么时期的数', todo));
    return undefined;
  }
  const id = idIn(item, kind);
  const unit = 'create' in item ? (item.create.unit ?? '') : (units[kind].get(id)?.unit ?? '');
  if (unit === '') {
    remarks.push(rejection(fact, '单位', `“${fact.item}”没有单位`, '请写明它的单位。'));
    return undefined;
  }
  return { fact, place: idIn(place, '地区'), id, unit, period };
}

/** The rows of a place or an item that is new, by what tells them apart. */
function createdRows(fact: SheetFact, kind: ItemKind, { place, item }: TakenNames): [string, ProposedRow][] {
  const tables = [
    ['places', fact.place, place],
    [kind === '任务' ? 'programmes' : 'indicators', fact.item, item]
  ] as const;
  return tables.flatMap(([table, name, answer]) =>
    'create' in answer ? [[`${table} ${name}`, { table, row: answer.create, origin: originOf(fact) }]] : []
  );
}

function idIn(answer: Taken, kind: NameKind): string {
  const column = kind === '地区' ? 'place' : kind === '指标' ? 'indicator' : 'programme';
  return 'use' in answer ? answer.use : (answer.create[column] ?? '');
}

function isSkipped(answer: Answer | undefined): boolean {
  return answer !== undefined && 'skip' in answer;
}

function unnamed(fact: SheetFact, kind: NameKind, name: string): Remark {
  if (name !== '') return rejection(fact, '名称', `“${name}”还没有定是哪个${kind}`, '请选一个已有的，或新建。');
  const what = kind === '地区' ? '哪个地区' : '哪个指标或任务';
  return rejection(fact, '名称', `不知道是${what}的数`, `请指明是${what}，或在表里写明。`);
}

function nameDecisions(
  names: readonly Pick<NameQuestion, 'kind' | 'name' | 'certain' | 'total'>[],
  answers: Answers,
  known: Known
): Decision[] {
  const nameOf = (kind: NameKind, id: string) =>
    (kind === '地区' ? known.places : kind === '指标' ? known.indicators : known.programmes).find(
      (each) => each.id === id
    )?.name ?? id;
  return names.flatMap(({ kind, name, certain, total }): Decision[] => {
    const answer = answers[answerKey(kind, name)];
    if (!answer) return [];
    const decision =
      'use' in answer
        ? nameOf(kind, answer.use)
        : 'create' in answer
          ? `新建“${answer.create.name ?? name}”`
          : '不采用';
    const automatic = 'use' in answer ? answer.use === certain : 'skip' in answer && total;
    return [{ question: `“${name}”是哪个${kind}`, answer: decision, automatic }];
  });
}

function newBases(answers: Answers): Map<string, string> {
  const bases = new Map<string, string>();
  for (const answer of Object.values(answers)) {
    if ('create' in answer && answer.create.indicator) bases.set(answer.create.indicator, answer.create.basis ?? '');
  }
  return bases;
}

function sourceOf(file: BatchFile, facts: readonly SheetFact[], given: TableRow | undefined): TableRow {
  const periodTexts = new Set(facts.map(({ period }) => period));
  const periods = [...periodTexts].flatMap((text) => parsePeriod(text) ?? []).sort(latestFirst);
  return {
    source: `wb-${file.sha256.slice(0, 12)}`,
    title: file.name.replace(/\.[^.]*$/, '') || file.name,
    publisher: '',
    published: '',
    period: periods[0]?.text ?? '',
    grade: 'B',
    file: file.name,
    sha256: file.sha256,
    note: '',
    ...given
  };
}
