/** What the audit says of one thing it looked at. */
import type { AuditRow } from '../evidence/row';
import type { Dataset } from '../model/dataset';
import type { Confidence } from '../model/relation';

/** What was compared with what; the names fit what is right as well as what isn't. */
export const AUDIT_KINDS = [
  '合计',
  '部分与总数',
  '率与数',
  '分母',
  '一事多处',
  '同比',
  '数值范围',
  '累计',
  '写法',
  '雷同增量',
  '判读存疑'
] as const;

export type AuditKind = (typeof AUDIT_KINDS)[number];

/** 不符 is a finding; 末位截取 fits when the last digit was cut off instead of rounded; 相容 fits within 约, 余 or a bound. */
export type Outcome = '不符' | '相符' | '末位截取' | '相容';

export interface Check {
  readonly kind: AuditKind;
  readonly outcome: Outcome;
  /** What was looked at: place, period, indicator. */
  readonly title: string;
  /** What came of it, one Chinese sentence. */
  readonly what: string;
  /** The arithmetic, e.g. `270.5＋216.5＋19＋19＝525，原文523单位`. */
  readonly arithmetic: string;
  readonly confidence: Confidence;
  /** The rows it rests on; those of a report that appears twice stand together. */
  readonly rows: readonly AuditRow[];
  /** What may explain it; empty mostly. */
  readonly note: string;
}

/** The surest first. */
export const CONFIDENCE_ORDER: Readonly<Record<Confidence, number>> = { 确定: 0, 很可能: 1, 可疑: 2 };

/** 约 and bounds never make a certainty. */
export function weaker(confidence: Confidence, exact: boolean): Confidence {
  return exact ? confidence : '可疑';
}

/** There are more checks than may be stored with a pack. */
export class TooManyChecks extends Error {}

/** @throws TooManyChecks of a dataset that is only looked through to store what comes of it */
export function keep(checks: Check[], check: Check, { mostChecks }: Dataset): void {
  if (checks.length >= mostChecks) throw new TooManyChecks();
  checks.push(check);
}
