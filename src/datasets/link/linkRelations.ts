/** Rows of relations.csv to relations: members of one id belong together, and stand or fall together. */
import type { Indicator, Place, Programme, Source } from '../../domain/model/records';
import {
  type Confidence,
  type Relation,
  relationFault,
  type RelationKind,
  type RelationMember,
  type RelationRole
} from '../../domain/model/relation';
import type { Period } from '../../domain/time/period';
import type { CheckedRow } from '../check/cell';

export interface RelationLookup {
  readonly indicator: ReadonlyMap<string, Indicator>;
  readonly programme: ReadonlyMap<string, Programme>;
  readonly place: ReadonlyMap<string, Place>;
  readonly source: ReadonlyMap<string, Source>;
}

export interface RelationRows {
  readonly rows: readonly CheckedRow[];
  /** Ids of relations that lost a row, with that row's line: a sum without one of its parts would be a false alarm. */
  readonly rejected: ReadonlyMap<string, number>;
}

export type OnBrokenRelation = (rows: readonly CheckedRow[], why: string) => void;

/** The relations that are whole, in file order; each other one is given to `onBroken` with its rows and a Chinese clause. */
export function linkRelations(
  { rows, rejected: rejectedLines }: RelationRows,
  find: RelationLookup,
  onBroken: OnBrokenRelation
): Relation[] {
  const groups = new Map<string, CheckedRow[]>();
  for (const row of rows) {
    const id = text(row, 'relation');
    const group = groups.get(id);
    if (group) group.push(row);
    else groups.set(id, [row]);
  }
  const relations: Relation[] = [];
  groups.forEach((group, id) => {
    const lost = rejectedLines.get(id);
    const relation = lost === undefined ? relationOf(id, group, find) : `这组关系的第${lost}行没有读入`;
    if (typeof relation === 'string') onBroken(group, relation);
    else relations.push(relation);
  });
  return relations;
}

function relationOf(id: string, rows: readonly CheckedRow[], find: RelationLookup): Relation | string {
  const kind = text(rows[0]!, 'kind') as RelationKind;
  const other = rows.find((row) => text(row, 'kind') !== kind);
  if (other) return `同一组里第${other.line}行的类别是“${text(other, 'kind')}”，前后不一`;
  const members: RelationMember[] = [];
  for (const row of rows) {
    const member = memberOf(row, find);
    if (!member) return `第${row.line}行指向的编号不存在`;
    members.push(member);
  }
  const fault = relationFault(kind, members);
  if (fault) return fault;
  const firstOf = (column: string): string => rows.map((row) => text(row, column)).find((value) => value !== '') ?? '';
  return { id, kind, confidence: (firstOf('confidence') || '很可能') as Confidence, note: firstOf('note'), members };
}

function memberOf(row: CheckedRow, find: RelationLookup): RelationMember | undefined {
  const named = <T>(column: keyof RelationLookup, map: ReadonlyMap<string, T>): T | null | undefined => {
    const value = text(row, column);
    return value === '' ? null : map.get(value);
  };
  const indicator = named('indicator', find.indicator);
  const programme = named('programme', find.programme);
  const place = named('place', find.place);
  const source = named('source', find.source);
  if (indicator === undefined || programme === undefined || place === undefined || source === undefined)
    return undefined;
  const set = row.cells.set;
  return {
    row: row.line,
    role: text(row, 'role') as RelationRole,
    set: typeof set === 'number' ? set : 1,
    indicator,
    programme,
    place,
    period: row.cells.period as Period | null,
    source,
    factor: text(row, 'factor')
  };
}

function text(row: CheckedRow, column: string): string {
  const cell = row.cells[column];
  return typeof cell === 'string' ? cell : '';
}
