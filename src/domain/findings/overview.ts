/**
 * What matters most today, and what the dataset covers.
 */
import { legendOf, lightCounts, progressBoard } from '../board/board';
import { coveredOf, type ThemeCover } from './covered';
import type { Headline } from './headline';
import { headlinesOf, headlineSteps } from './findings';
import { lightChange, lightChangeText } from './lightChange';
import { type OverviewPeriod, periodBefore } from './overviewPeriod';
import { ownSteps, type OwnSummary, ownSummary } from './own';
import type { LightEntry, LightLevel, LightRule } from '../lights/rule';
import { askTogether } from '../model/askTogether';
import type { Dataset } from '../model/dataset';
import { areasWithoutOwnData } from '../model/facts';
import type { Place } from '../model/records';
import type { AnswerName } from '../model/storedAnswers';
import type { Completion } from '../progress/completion';
import { leadBasis } from '../progress/leadText';
import type { Steps } from '../steps/steps';
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
  readonly themes: readonly ThemeCover[];
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
  askTogether(storedFor(dataset, focus, reported));
  const board = progressBoard(dataset, { rule, reported });
  const before = reported && periodBefore(dataset, reported);
  const covered = coveredOf(dataset);
  const { earliest } = covered;
  const cutoff = latestDay([covered.cutoff, ...board.rows.flatMap((c) => c.row.asOf || [])]);
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
    themes: covered.themes,
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

/** What takes long of it, in parts. */
export function* overviewSteps(dataset: Dataset, focus?: string, at?: OverviewPeriod): Steps<void> {
  askTogether(storedFor(dataset, focus, at?.period));
  coveredOf(dataset);
  yield 0;
  if (focus && at && dataset.place(focus)) yield* ownSteps(dataset, focus, at);
  yield* headlineSteps(dataset, focus, at?.period);
}

/** What of a pack it will ask for. */
function storedFor(dataset: Dataset, focus: string | undefined, period: Period | undefined): (() => unknown)[] {
  const names: AnswerName[] = ['cover'];
  if (period) names.push('headlines');
  const asks: (() => unknown)[] = [];
  if (focus && dataset.place(focus)) {
    names.push('latestRows');
    if (period?.months === 1) names.push('filings');
    asks.push(() => dataset.blocksAt(focus));
  }
  return [...names.map((name) => () => dataset.answer(name)), ...asks];
}

function spanText(earliest: string, cutoff: string): string {
  if (cutoff === '') return '';
  return earliest === '' ? `数据截至 ${cutoff}` : `数据 ${earliest} 至 ${cutoff}`;
}

function latestDay(days: readonly string[]): string {
  return days.reduce((latest, day) => (day > latest ? day : latest), '');
}

function placeSummaries(dataset: Dataset, rows: readonly Completion[], rule: LightRule): PlaceSummary[] {
  const silent = areasWithoutOwnData(dataset);
  const { places } = coveredOf(dataset);
  return dataset.places
    .filter((p) => p.level !== '机构' && !silent.has(p.id))
    .map((place) => {
      const own = places.get(place.id)!;
      const tasks = rows.filter((c) => c.county?.id === place.id);
      return {
        place,
        counts: lightCounts(tasks),
        legend: legendOf(rule, tasks),
        indicators: own.indicators,
        observations: own.observations,
        cutoff: latestDay([own.cutoff, ...tasks.flatMap((c) => c.row.asOf || [])])
      };
    });
}
