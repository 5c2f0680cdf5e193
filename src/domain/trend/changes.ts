/**
 * How the indicators of one place changed against the year before: 同比 as the reports state it, else as computed.
 */
import { citationOf, type Citation } from '../evidence/citation';
import type { Dataset } from '../model/dataset';
import { isChange, resultCutoff, sourcesOf } from '../model/facts';
import { type Indicator, isBound, type Observation, type Place, type Qualifier, type Source } from '../model/records';
import { comparePeriods, type Period } from '../time/period';
import { CHANGE_KINDS, type ChangeKind, unitOf } from './changeKind';
import { pointsOf } from './points';
import { pointSources } from './sources';
import type { TrendPoint } from './trend';
import { formatNumber } from '../wording/format';
import { type Note, warningsFirst } from '../wording/note';
import { placeLabel } from '../wording/placeLabel';
import { statedChangeText } from '../wording/statedChange';
import { withoutFullStop } from '../wording/withoutFullStop';

export interface IndicatorChange {
  readonly indicator: Indicator;
  readonly period: Period;
  readonly kind: ChangeKind;
  /** Percent, or points; below zero for a fall. */
  readonly value: number;
  readonly qualifier: Qualifier;
  /** `增长67.5%`, `下降2.76个百分点`, `持平`. */
  readonly text: string;
  /** As it stands at the mark: with `（好转）` or `（变差）` where it is either. */
  readonly label: string;
  /** The same in short: `+67.5%`, `−2.76`, `0`. */
  readonly signed: string;
  /** The figure itself with its unit; empty where a report gives the change alone. */
  readonly now: string;
  /** Stated by the report; else worked out from its figures of both years. */
  readonly stated: boolean;
  readonly judgement: '好转' | '变差' | '持平' | '不评价';
  /** A bound or an expected or doubtful figure: drawn hollow. */
  readonly uncertain: boolean;
  readonly notes: readonly Note[];
  readonly observations: readonly Observation[];
  readonly sources: readonly Citation[];
}

export interface ChangeBoard {
  readonly place: Place;
  readonly kind: ChangeKind;
  /** Largest rise first, largest fall last; ties in the order of the indicators. */
  readonly rows: readonly IndicatorChange[];
  /** How many changes the place has of each kind; kinds without any are left out. */
  readonly kinds: readonly { readonly kind: ChangeKind; readonly count: number }[];
  readonly verdict: string;
  readonly subtitle: string;
  readonly notes: readonly Note[];
  readonly sources: readonly Source[];
  readonly cutoff: string;
}

/**
 * The latest change of each indicator of a place.
 * @param kind absent, or one the place has none of: the kind with most
 * @returns undefined for an unknown place; a place without any change gets an answer without rows
 */
export function changeBoard(dataset: Dataset, placeId: string, kind?: ChangeKind): ChangeBoard | undefined {
  const place = dataset.place(placeId);
  if (!place) return undefined;
  const all = changesAt(dataset, place);
  const kinds = CHANGE_KINDS.map((k) => ({ kind: k, count: all.filter((c) => c.kind === k).length })).filter(
    (k) => k.count > 0
  );
  const most = kinds.reduce<ChangeKind>((best, k) => (k.count > countOf(kinds, best) ? k.kind : best), '百分比');
  const shown = kind && countOf(kinds, kind) > 0 ? kind : most;
  const rows = all.filter((c) => c.kind === shown).sort((a, b) => b.value - a.value);
  return {
    place,
    kind: shown,
    rows,
    kinds,
    verdict: verdictOf(place, rows),
    subtitle: `比上年同期的变化 · 单位：${unitOf(shown)} · 每项指标取最近一期`,
    notes: notesOf(
      rows,
      kinds.filter((k) => k.kind !== shown)
    ),
    sources: sourcesOf(
      dataset,
      rows.flatMap((r) => r.observations)
    ),
    cutoff: resultCutoff(rows.flatMap((r) => r.observations))
  };
}

/** Places with at least one change, most first. */
export function changePlaces(dataset: Dataset): { place: Place; count: number }[] {
  return dataset.places
    .map((place) => ({ place, count: changesAt(dataset, place).length }))
    .filter((entry) => entry.count > 0)
    .sort((a, b) => b.count - a.count);
}

function countOf(kinds: ChangeBoard['kinds'], kind: ChangeKind): number {
  return kinds.find((k) => k.kind === kind)?.count ?? 0;
}

function changesAt(dataset: Dataset, place: Place): IndicatorChange[] {
  const byIndicator = new Map<Indicator, Observation[]>();
  for (const o of dataset.observationsAt(place.id))
    byIndicator.set(o.indicator, [...(byIndicator.get(o.indicator) ?? []), o]);
  return dataset.indicators.flatMap((indicator) => {
    const own = byIndicator.get(indicator);
    return own ? (latestChange(indicator, own) ?? []) : [];
  });
}

/** The change of the latest period that has one. */
function latestChange(indicator: Indicator, own: readonly Observation[]): IndicatorChange | undefined {
  const points = pointsOf(indicator, own).filter((p) => !p.derived);
  const known = new Set(points.map((p) => p.period.text));
  const candidates = [
    ...points.flatMap((p) => changeOfPoint(indicator, p) ?? []),
    // A report may give the change alone.
    ...own
      .filter(isChange)
      .filter((o) => !known.has(o.period.text))
      .map((o) => statedChange(indicator, o, null))
  ];
  return candidates.reduce<IndicatorChange | undefined>(
    (latest, c) => (latest && comparePeriods(latest.period, c.period) >= 0 ? latest : c),
    undefined
  );
}

function changeOfPoint(indicator: Indicator, point: TrendPoint): IndicatorChange | undefined {
  const { statedChange: stated, computedChange: computed, observation } = point;
  if (stated && isChange(stated.observation)) return statedChange(indicator, stated.observation, point);
  if (!observation || !computed || computed.value === null) return undefined;
  const kind = indicator.unit === '%' ? '百分点' : indicator.unit === '‰' ? '千分点' : '百分比';
  return {
    indicator,
    period: point.period,
    kind,
    value: computed.value,
    qualifier: '',
    text: computed.text,
    ...wordsOf(computed.text, kind, judged(indicator, computed.value, '')),
    now: point.text,
    stated: false,
    uncertain: observation.status !== '实际',
    notes: [],
    observations: [observation],
    sources: pointSources(point)
  };
}

function statedChange(
  indicator: Indicator,
  change: Observation & { readonly value: number },
  point: TrendPoint | null
): IndicatorChange {
  const { value, qualifier, period, status } = change;
  const kind = change.measure === '同比(%)' ? '百分比' : indicator.unit === '‰' ? '千分点' : '百分点';
  const text = statedChangeText(change);
  const notes: Note[] = [];
  if (point?.differs) {
    notes.push({
      level: '警示',
      text: `${indicator.name}原文同比${text}，按两期的数算是${point.computedChange!.text}，两者不一致。`
    });
  }
  if (status === '存疑') {
    const why = change.note ? `：${withoutFullStop(change.note)}` : '';
    notes.push({ level: '警示', text: `${indicator.name}${text}存疑${why}。` });
  }
  return {
    indicator,
    period,
    kind,
    value,
    qualifier,
    text,
    ...wordsOf(text, kind, judged(indicator, value, qualifier)),
    now: point ? point.text : '',
    stated: true,
    uncertain: isBound(qualifier) || status !== '实际',
    notes,
    observations: [...(point?.observation ? [point.observation] : []), change],
    sources: point ? pointSources(point) : [citationOf(change, '原文同比')]
  };
}

function wordsOf(
  text: string,
  kind: ChangeKind,
  judgement: IndicatorChange['judgement']
): Pick<IndicatorChange, 'label' | 'signed' | 'judgement'> {
  const label = judgement === '好转' || judgement === '变差' ? `${text}（${judgement}）` : text;
  return { label, signed: signedText(text, kind), judgement };
}

/** The words of a change as a sign, the digits as they stand in them. */
function signedText(text: string, kind: ChangeKind): string {
  const figure = /[约≥≤><]?[\d,.]+/.exec(text)?.[0];
  if (!figure) return '0';
  return `${text.startsWith('下降') ? '−' : '+'}${figure}${kind === '百分比' ? '%' : ''}`;
}

/** Better or worse by the indicator's polarity. A bound that reaches over zero (`增长≤5%`) can't be judged. */
function judged(indicator: Indicator, value: number, qualifier: Qualifier): IndicatorChange['judgement'] {
  const opensDown = qualifier === '≤' || qualifier === '<';
  const opensUp = qualifier === '≥' || qualifier === '>';
  if ((value >= 0 && opensDown) || (value <= 0 && opensUp)) return '不评价';
  if (value === 0) return '持平';
  if (indicator.better === '不评价') return '不评价';
  return value > 0 === (indicator.better === '高') ? '好转' : '变差';
}

function verdictOf(place: Place, rows: readonly IndicatorChange[]): string {
  if (rows.length === 0) return `${placeLabel(place)}没有与上年同期比较的数`;
  const plain = rows.filter((r) => !isBound(r.qualifier));
  const largest = (plain.length > 0 ? plain : rows).reduce((best, r) =>
    Math.abs(r.value) > Math.abs(best.value) ? r : best
  );
  if (rows.length === 1) return `${placeLabel(place)}${largest.indicator.name}同比${largest.text}`;
  const [up, down] = rows[0]!.kind === '百分比' ? ['增长', '下降'] : ['上升', '下降'];
  const counts = [
    [rows.filter((r) => r.value > 0).length, up],
    [rows.filter((r) => r.value < 0).length, down],
    [rows.filter((r) => r.value === 0).length, '持平']
  ] as const;
  const only = counts.find(([n]) => n === rows.length);
  const parts = only
    ? `都${only[1]}`
    : counts
        .filter(([n]) => n > 0)
        .map(([n, word]) => `${n}项${word}`)
        .join('、');
  const tail = largest.value === 0 ? '' : `；${largest.indicator.name}${largest.text}，变化最大`;
  return `${placeLabel(place)}${rows.length}项指标同比${parts}${tail}`;
}

function notesOf(rows: readonly IndicatorChange[], others: ChangeBoard['kinds']): Note[] {
  const notes: Note[] = rows.flatMap((r) => r.notes);
  const count = (judgement: IndicatorChange['judgement']) => rows.filter((r) => r.judgement === judgement).length;
  const [better, worse] = [count('好转'), count('变差')];
  if (better + worse > 0) {
    const parts = [better > 0 && `${better}项好转`, worse > 0 && `${worse}项变差`].filter(Boolean).join('、');
    const rest = better + worse < rows.length ? '，其余不评价好坏' : '';
    notes.push({ level: '说明', text: `按指标的高优、低优，${parts}${rest}。` });
  }
  const computed = rows.filter((r) => !r.stated).length;
  if (rows.length > 0) {
    notes.push({
      level: '说明',
      text: computed === 0 ? '变化都是原文写的同比。' : `${computed}项按两期的数计算，其余是原文写的同比。`
    });
  }
  if (rows.some((r) => r.uncertain)) notes.push({ level: '说明', text: '空心条是界限、预计或存疑的数。' });
  for (const { kind, count: n } of others)
    notes.push({
      level: '说明',
      text: `另有${formatNumber(n)}项的变化以${unitOf(kind).replace(/^个/, '')}计，不画在同一个轴上。`
    });
  return warningsFirst(notes);
}
