/**
 * How the indicators of one place changed: against the year before, 同比 as the reports state it, else as computed; or
 * against another period that was chosen, as computed.
 */
import { citationOf } from '../evidence/citation';
import type { Dataset } from '../model/dataset';
import { isChange, resultCutoff, sourcesOf } from '../model/facts';
import { memoInSteps } from '../model/memo';
import { type Indicator, isBound, type Observation } from '../model/records';
import type { Steps } from '../steps/steps';
import { comparePeriods } from '../time/period';
import { periodLabel } from '../time/periodLabel';
import { baseChange, knownPeriods } from './baseChange';
import { basePeriod, CHANGE_BASE_WORDS } from './changeBase';
import type { ChangeAgainst } from './changeKind';
import { CHANGE_KINDS, type ChangeKind, unitOf } from './changeKind';
import type { ChangeBoard, IndicatorChange, Unchanged } from './changesAnswer';
import { computedRow } from './changeRow';
import { judged, notesOf, verdictOf, withoutNotes, wordsOf } from './changesWording';
import { pointsOf } from './points';
import { pointSources } from './sources';
import type { TrendPoint } from './trend';
import { placeLabel } from '../wording/placeLabel';
import { type Note, warningsFirst } from '../wording/note';
import { statedChangeText } from '../wording/statedChange';
import { withoutFullStop } from '../wording/withoutFullStop';

/**
 * The latest change of each indicator of a place.
 * @param kind absent, or one the place has none of: the kind with most
 * @returns undefined for an unknown place; a place without any change gets an answer without rows
 */
export function changeBoard(
  dataset: Dataset,
  placeId: string,
  kind?: ChangeKind,
  against: ChangeAgainst = { base: 'year' }
): ChangeBoard | undefined {
  const place = dataset.place(placeId);
  if (!place) return undefined;
  const { changes: all, without } = found.now(dataset, keyOf(placeId, against));
  const word = CHANGE_BASE_WORDS[against.base];
  const kinds = CHANGE_KINDS.map((k) => ({ kind: k, count: all.filter((c) => c.kind === k).length })).filter(
    (k) => k.count > 0
  );
  const most = kinds.reduce<ChangeKind>((best, k) => (k.count > countOf(kinds, best) ? k.kind : best), '百分比');
  const shown = kind && countOf(kinds, kind) > 0 ? kind : most;
  const rows = all.filter((c) => c.kind === shown).sort((a, b) => b.value - a.value);
  return {
    place,
    subject: `${placeLabel(place)}${against.base === 'year' ? '同比' : word}`,
    against,
    kind: shown,
    rows,
    kinds,
    verdict: verdictOf(place, rows, against.base === 'year' ? '同比' : word),
    subtitle: `${word}的变化 · 单位：${unitOf(shown)} · 每项指标取最近一期`,
    notes: warningsFirst([
      ...notesOf(
        rows,
        kinds.filter((k) => k.kind !== shown),
        against
      ),
      ...withoutNotes(without, word)
    ]),
    sources: sourcesOf(
      dataset,
      rows.flatMap((r) => r.observations)
    ),
    cutoff: resultCutoff(rows.flatMap((r) => r.observations))
  };
}

function countOf(kinds: ChangeBoard['kinds'], kind: ChangeKind): number {
  return kinds.find((k) => k.kind === kind)?.count ?? 0;
}

/** What takes long of `changeBoard`, in parts. */
export function changeBoardSteps(
  dataset: Dataset,
  placeId: string,
  against: ChangeAgainst = { base: 'year' }
): Steps<unknown> {
  return found.steps(dataset, keyOf(placeId, against));
}

interface Found {
  readonly changes: readonly IndicatorChange[];
  readonly without: readonly Unchanged[];
}

/** Kept for another kind of change, and for the way back. */
const MOST_BOARDS = 4;

function keyOf(placeId: string, against: ChangeAgainst): string {
  return JSON.stringify([placeId, against]);
}

const found = memoInSteps(MOST_BOARDS, function* (dataset, key): Steps<Found> {
  const [placeId, against] = JSON.parse(key) as [string, ChangeAgainst];
  const byIndicator = new Map<Indicator, Observation[]>();
  for (const o of dataset.observationsAt(placeId)) {
    const known = byIndicator.get(o.indicator);
    if (known) known.push(o);
    else byIndicator.set(o.indicator, [o]);
  }
  const changes: IndicatorChange[] = [];
  const without: Unchanged[] = [];
  for (const indicator of dataset.indicators) {
    const own = byIndicator.get(indicator);
    if (!own) continue;
    yield changes.length;
    const change =
      against.base === 'year' ? latestChange(indicator, own) : chosenChange(dataset, indicator, own, against);
    if (change && 'reason' in change) without.push(change);
    else if (change) changes.push(change);
  }
  return { changes, without };
});

/** The change of the latest figure against the period chosen, or why it has none; undefined without a figure. */
function chosenChange(
  dataset: Dataset,
  indicator: Indicator,
  own: readonly Observation[],
  against: ChangeAgainst
): IndicatorChange | Unchanged | undefined {
  const points = pointsOf(indicator, own).filter((p) => !p.derived);
  const point = points[points.length - 1];
  if (!point?.observation) return undefined;
  const asked = basePeriod(point.period, against, knownPeriods(dataset, indicator.id));
  const { before, value, text } = baseChange(indicator, point, points, asked);
  if (!before || value === null) return { indicator, reason: text };
  return computedRow(indicator, point, { value, text }, before);
}

/** The change against the year before of the latest period that has one. */
export function latestChange(indicator: Indicator, own: readonly Observation[]): IndicatorChange | undefined {
  const points = pointsOf(indicator, own).filter((p) => !p.derived);
  const known = new Set(points.map((p) => p.period.text));
  // A report may give the change alone.
  const alone = own
    .filter(isChange)
    .filter((o) => !known.has(o.period.text))
    .reduce<(Observation & { readonly value: number }) | undefined>(
      (latest, o) => (latest && comparePeriods(latest.period, o.period) >= 0 ? latest : o),
      undefined
    );
  // From the latest backwards: nobody asks by how much the earlier ones changed. Of equal periods the first counts.
  let latest: IndicatorChange | undefined;
  for (let i = points.length - 1; i >= 0; i--) {
    if (latest && comparePeriods(points[i]!.period, latest.period) < 0) break;
    latest = changeOfPoint(indicator, points[i]!) ?? latest;
  }
  if (!alone || (latest && comparePeriods(latest.period, alone.period) >= 0)) return latest;
  return statedChange(indicator, alone, null);
}

function changeOfPoint(indicator: Indicator, point: TrendPoint): IndicatorChange | undefined {
  const { statedChange: stated, computedChange: computed, observation } = point;
  if (stated && isChange(stated.observation)) return statedChange(indicator, stated.observation, point);
  if (!observation || !computed || computed.value === null) return undefined;
  return computedRow(indicator, point, { value: computed.value, text: computed.text });
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
    name: indicator.name,
    title: `${placeLabel(change.place)}${indicator.name}`,
    period,
    before: null,
    times: periodLabel(period),
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
