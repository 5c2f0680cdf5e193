/** The audit in words, the same for the command and for the page. */
import type { Audit, AuditCount } from './audit';
import type { Check } from './check';
import { type AuditRow, type AuditWitness, witnessOf } from '../evidence/row';
import type { Grade } from '../model/records';
import { CONFIDENCES, type Relation } from '../model/relation';
import { formatNumber } from '../wording/format';
import { positionKey, positionText } from '../wording/position';

/** `查出32处：确定9处，很可能7处，可疑16处；其中6处是摘录时人工标的存疑，不是算出来的。` */
export function findingsSummary({ findings }: Pick<Audit, 'findings'>): string {
  if (findings.length === 0) return '没有查出问题。';
  const counted = CONFIDENCES.map((c) => ({ c, n: findings.filter((f) => f.confidence === c).length })).filter(
    ({ n }) => n > 0
  );
  const byHand = findings.filter((f) => f.kind === '判读存疑').length;
  const aside = byHand === 0 ? '' : `；其中${byHand}处是摘录时人工标的存疑，不是算出来的`;
  return `查出${findings.length}处：${counted.map(({ c, n }) => `${c}${n}处`).join('，')}${aside}。`;
}

/** `率与数50处`, `数值范围1,277行`. */
export function rightCount({ kind, right, byRow }: AuditCount): string {
  return `${kind}${formatNumber(right)}${byRow ? '行' : '处'}`;
}

export const NO_RELATIONS = '没有数字关系表（relations.csv），合计、部分与总数、率与数、分母没有核对。';

/** What the readers of the audit must know before they use it. */
export const AUDIT_CAUTION = '自查只指出原文里的矛盾和可疑之处，不改任何数；是不是原文有误，要向填报单位核实。';

/** Every line of the printed report. */
export function auditLines(audit: Audit): string[] {
  return [
    findingsSummary(audit),
    AUDIT_CAUTION,
    ...(audit.hasRelations ? [] : [NO_RELATIONS]),
    ...audit.findings.flatMap(findingLines),
    '',
    `完成率超过100%的${audit.over.length}处（不算问题）：`,
    ...audit.over.map((o) => `　${o.title}：${o.text}（${places(o.rows)}）`),
    '',
    `核对过没有问题的：${
      audit.counts
        .filter((c) => c.right > 0)
        .map(rightCount)
        .join('，') || '无'
    }。`,
    ...audit.right.filter((c) => c.kind !== '一事多处' || c.outcome !== '相符').map(rightLine),
    ...agreementLines(audit),
    ...unusedLines(audit.unused)
  ];
}

function findingLines(finding: Check, at: number): string[] {
  return [
    '',
    `${at + 1}.［${finding.confidence}］${finding.kind}：${finding.title}`,
    `　　${finding.what}`,
    `　　算式：${finding.arithmetic}`,
    ...(finding.note === '' ? [] : [`　　说明：${finding.note}`]),
    `　　出处：${places(finding.rows)}`
  ];
}

function rightLine(check: Check): string {
  return `　${check.outcome}　${check.kind}　${check.title}：${check.arithmetic}（${places(check.rows)}）`;
}

/** Figures that stand in several places and agree are many and alike: counted. */
function agreementLines({ right }: Audit): string[] {
  const agreeing = right.filter((c) => c.kind === '一事多处' && c.outcome === '相符').length;
  return agreeing === 0 ? [] : [`　另有${agreeing}个数在几处写得一样，不逐条列出。`];
}

function unusedLines(unused: readonly Relation[]): string[] {
  return unused.length === 0
    ? []
    : ['', `有${unused.length}组关系没有一份报告给全了数，没有核对：${unused.map(relationName).join('；')}。`];
}

function relationName({ note, members, id }: Relation): string {
  return note || (members[0]?.indicator?.name ?? members[0]?.programme?.name ?? id);
}

/** Lines of reports that a check rests on, those of one line of one report together. */
export interface AuditPlace {
  /** `2020年象山县…重点工作安排` */
  readonly report: string;
  readonly grade: Grade;
  /** `第357行` */
  readonly position: string;
  /** The figures as written there, each once and in quotation marks. */
  readonly written: string;
  readonly lines: readonly AuditWitness[];
}

/** Rows put together by where they stand in the reports: those of one line or cell are one place. */
export function auditPlaces(rows: readonly AuditRow[]): AuditPlace[] {
  const groups = new Map<string, AuditWitness[]>();
  for (const witness of rows.map(witnessOf)) {
    const key = positionKey(witness);
    groups.set(key, [...(groups.get(key) ?? []), witness]);
  }
  return [...groups.values()].map((lines) => ({
    report: lines[0]!.source.title,
    grade: lines[0]!.source.grade,
    position: positionText(lines[0]!),
    written: [...new Set(lines.map((l) => l.written))].map((w) => (w === '' ? '' : `“${w}”`)).join(''),
    lines
  }));
}

/** `《标题》第357行（observations.csv第82、88行）；…`: each line of each report once. */
function places(rows: readonly AuditRow[]): string {
  return auditPlaces(rows)
    .map(({ report, position, lines }) => `《${report}》${position}（${fileRows(lines)}）`)
    .join('；');
}

function fileRows(lines: readonly AuditWitness[]): string {
  return (['observations.csv', 'progress.csv'] as const)
    .map((file) => ({ file, rows: lines.filter((l) => l.file === file).map((l) => l.fileRow) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ file, rows }) => `${file}第${rows.join('、')}行`)
    .join('，');
}
