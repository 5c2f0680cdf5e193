/**
 * What matters most today, and what the dataset covers.
 */
import { legendOf, lightCounts, progressBoard } from '../board/board';
import type { Headline } from './headline';
import { headlinesOf } from './findings';
import { lightChange, lightChangeText } from './lightChange';
import { type OverviewPeriod, periodBefore } from './overviewPeriod';
import { type OwnSummary, ownSummary } from './own';
import type { LightEntry, LightLevel, LightRule } from '../lights/rule';
import type { Dataset } from '../model/dataset';
import { areasWithoutOwnData } from '../model/facts';
import type { Observation, Place } from '../model/records';
import type { Completion } from '../progress/completion';
import { leadBasis } from '../progress/leadText';
import type { Period } from '../time/period';
import { periodLabel } from '../time/periodLabel';

export interface PlaceSummary {
  readonly place: Place;
  /** Lights of the place and its organisations, and what they are called. */
  readonly counts: Readonly<Record<LightLevel, number>>;
  readonly legend: readonly LightEntry[];
  /** How many indicators have a number here, organisations not counted. */
  readonly indicators: number;
  /** How many observations are its own, changes and ranks included. */
  readonly observations: number;
  /** Latest end day among them and the cut-off days of its tasks, ISO; empty if none. */
  readonly cutoff: string;
}

export interface ThemeSummary {
  readonly theme: string;
  readonly indicators: number;
  readonly observations: number;
}

export interface Overview {
  /** The rule in force, as it is printed. */
  readonly ruleText: string;
  readonly counts: Readonly<Record<LightLevel, number>>;
  /** What the lights are called, one entry a level. */
  readonly legend: readonly LightEntry[];
  /** `比2024年11月 3项变好、5项变差`; empty where that can't be said. */
  readonly lightChange: string;
  /** The time it is about; null for whatever the time. */
  readonly period: Period | null;
  /** The reader's own place in that time; null without a place or a time. */
  readonly own: OwnSummary | null;
  /** Tasks with the bad light, the slowest first, and those furthest ahead of 序时, figures in doubt aside: a few of each. */
  readonly behind: readonly Completion[];
  readonly ahead: readonly Completion[];
  /** Places other than organisations that report something, the reader's own first, then in file order. */
  readonly byPlace: readonly PlaceSummary[];
  /** In order of first appearance in indicators.csv; indicators without an observation not counted. */
  readonly themes: readonly ThemeSummary[];
  readonly totals: {
    readonly observations: number;
    readonly indicators: number;
    readonly places: number;
    readonly sources: number;
    readonly progress: number;
  };
  /** Latest and earliest day that any result covers, ISO; empty if none. Plans and forecasts (预计) don't count. */
  readonly cutoff: string;
  readonly earliest: string;
  /** `数据 2013-01-01 至 2021-12-31`, `数据截至 2021-12-31`; empty where no day is known. */
  readonly span: string;
  /** 今日要点, the most newsworthy first, the focus place's own before the others. */
  readonly headlines: readonly Headline[];
}

const MOST_BEHIND = 5;

const MOST_AHEAD = 3;

/**
 * The opening screen: lights, coverage, and up to eight sentences, each with the address of the chart that proves it.
 * @param rule of the lights; default: the dataset's default
 * @param focus id of the reader's own place
 * @param at the time it is about: its lights, its sentences; what the dataset covers is told of all times. Absent: all
 */
export function overview(
  dataset: Dataset,
  rule: LightRule = dataset.defaultRule,
  focus?: string,
  at?: OverviewPeriod
): Overview {
  const reported = at?.period;
  const board = progressBoard(dataset, { rule, reported });
  const before = reported && periodBefore(dataset, reported);
  const all = dataset.allObservations();
  // A forecast isn't a result: it doesn't say up to when things are known.
  const days = all.filter((o) => o.value !== null && o.status !== '预计').map((o) => o.period);
  const asOf = board.rows.flatMap((c) => c.row.asOf || []);
  const cutoff = extreme([...days.map((p) => p.end), ...asOf], 1);
  const earliest = extreme(
    days.map((p) => p.start),
    -1
  );
  return {
    period: reported ?? null,
    own: (focus && at && ownSummary(dataset, focus, at, rule)) || null,
    lightChange: before
      ? lightChangeText(
          lightChange(board.rows, progressBoard(dataset, { rule, reported: before }).rows),
          periodLabel(before)
        )
      : '',
    counts: board.counts,
    legend: board.legend,
    ruleText: board.ruleText,
    behind: board.rows.filter((c) => c.light.level === 'bad').slice(0, MOST_BEHIND),
    ahead: progressBoard(dataset, { rule, reported, sort: 'lead' })
      .rows.filter((c) => leadBasis(c) === '序时' && c.lead !== null && c.lead > 0 && c.row.status !== '存疑')
      .slice(0, MOST_AHEAD),
    byPlace: placeSummaries(dataset, board.rows, rule).sort(
      (a, b) => Number(b.place.id === focus) - Number(a.place.id === focus)
    ),
    themes: themeSummaries(dataset, all),
    totals: {
      observations: dataset.size,
      indicators: dataset.indicators.length,
      places: dataset.places.length,
      sources: dataset.sources.length,
      progress: dataset.progress.length
    },
    cutoff,
    earliest,
    span: spanText(earliest, cutoff),
    headlines: headlinesOf(dataset, focus, reported)
  };
}

function spanText(earliest: string, cutoff: string): string {
  if (cutoff === '') return '';
  return earliest === '' ? `数据截至 ${cutoff}` : `数据 ${earliest} 至 ${cutoff}`;
}

function extreme(days: readonly string[], sign: 1 | -1): string {
  let best = '';
  for (const day of days) if (best === '' || (sign > 0 ? day > best : day < best)) best = day;
  return best;
}

function placeSummaries(dataset: Dataset, rows: readonly Completion[], rule: LightRule): PlaceSummary[] {
  const silent = areasWithoutOwnData(dataset);
  return dataset.places
    .filter((p) => p.level !== '机构' && !silent.has(p.id))
    .map((place) => {
      const own = dataset.observationsAt(place.id);
      const tasks = rows.filter((c) => c.county?.id === place.id);
      const numbers = own.filter((o) => o.measure === '数值' && o.value !== null);
      const results = numbers.filter((o) => o.status !== '预计');
      return {
        place,
        counts: lightCounts(tasks),
        legend: legendOf(rule, tasks),
        indicators: new Set(numbers.map((o) => o.indicator.id)).size,
        observations: own.length,
        cutoff: extreme([...results.map((o) => o.period.end), ...tasks.flatMap((c) => c.row.asOf || [])], 1)
      };
    });
}

function themeSummaries(dataset: Dataset, all: readonly Observation[]): ThemeSummary[] {
  const counts = new Map<string, { indicators: Set<string>; observations: number }>(
    dataset.indicators.map((i) => [i.theme, { indicators: new Set(), observations: 0 }])
  );
  for (const o of all) {
    const entry = counts.get(o.indicator.theme)!;
    entry.indicators.add(o.indicator.id);
    entry.observations += 1;
  }
  return [...counts]
    .filter(([, c]) => c.observations > 0)
    .map(([theme, c]) => ({ theme, indicators: c.indicators.size, observations: c.observations }));
}
