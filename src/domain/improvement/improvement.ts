/** 进步榜: which places improved most, against the period chosen, and what became of their ranks. */
import type { Improvement, ImprovementQuery, ImprovementRow } from './answer';
import { type RankChange, rankChanges, rankChangeText } from './rankChange';
import { improvementNotes, improvementSubtitle, improvementVerdict } from './wording';
import { commonPeriod } from '../compare/comparability';
import { compare } from '../compare/compare';
import type { Comparison, ComparisonRow } from '../compare/comparison';
import { competitionRanks } from '../compare/competitionRanks';
import type { Absent } from '../missing/absentGroups';
import type { Dataset } from '../model/dataset';
import { resultCutoff, sourcesOf } from '../model/facts';
import type { Indicator, Place } from '../model/records';
import { parsePeriod } from '../time/parsePeriod';
import type { Period } from '../time/period';
import { baseChange, knownPeriods } from '../trend/baseChange';
import { type BasePeriod, basePeriod, CHANGE_BASE_WORDS } from '../trend/changeBase';
import { changeKindOf, computedRow } from '../trend/changeRow';
import { pointsOf } from '../trend/points';
import { steadyChanges } from './steadyChanges';
import { placeLabel } from '../wording/placeLabel';

/**
 * Places by how much they improved: the largest rise first where more is better, the largest fall where less is. Places
 * without a figure of either time stand apart, with the reason; an indicator that is neither good nor bad has no such order.
 * @returns undefined for an unknown indicator
 */
export function improvement(dataset: Dataset, query: ImprovementQuery): Improvement | undefined {
  const { against, focus = '' } = query;
  const ask = (period?: string) =>
    compare(dataset, {
      indicator: query.indicator,
      reference: 'none',
      showUnfit: true,
      ...(query.places ? { places: query.places } : {}),
      includeOrganisations: query.includeOrganisations ?? false,
      ...(period === undefined ? {} : { period })
    });
  const open = ask();
  if (!open) return undefined;
  const { indicator, periods } = open;
  const period = (query.period ? parsePeriod(query.period) : (commonPeriod(periods) ?? periods[0])?.period) ?? null;
  const now = period && ask(period.text);
  const asked = period ? basePeriod(period, against, knownPeriods(dataset, indicator.id)) : null;
  const then = asked?.period && ask(asked.period.text);
  const printedBefore = new Map((then ? then.rows : []).map((row) => [row.place, row.printed]));
  const { found, without } = period && now && asked ? changesOf(dataset, now, period, asked) : NO_CHANGES;
  const judged = indicator.better === '不评价' ? [] : found;
  const rows = inOrder(judged, printedBefore, { indicator, focus });
  const told = {
    indicator,
    against,
    period,
    before: asked?.period ?? null,
    rows,
    without,
    focus: dataset.place(focus) ?? null
  };
  const observations = rows.flatMap((row) => row.observations);
  return {
    ...told,
    kind: changeKindOf(indicator),
    subject: `${indicator.name}${CHANGE_BASE_WORDS[against.base]}`,
    periods,
    steady:
      query.steady && period
        ? steadyChanges(dataset, indicator, { period, against, places: open.rows.map(({ place }) => place) })
        : [],
    verdict: improvementVerdict(told),
    subtitle: improvementSubtitle(told),
    notes: improvementNotes(told),
    sources: sourcesOf(dataset, observations),
    cutoff: resultCutoff(observations)
  };
}

type Found = { readonly row: ComparisonRow; readonly change: ReturnType<typeof computedRow> };

interface Changes {
  readonly found: readonly Found[];
  readonly without: readonly Absent[];
}

const NO_CHANGES: Changes = { found: [], without: [] };

/** The change of each place that has one from `asked` to `period`; the others with the reason. */
function changesOf(
  dataset: Dataset,
  { indicator, rows, missing }: Comparison,
  period: Period,
  asked: BasePeriod
): Changes {
  const without: Absent[] = missing.map((one) => ({ ...one }));
  const found: Found[] = [];
  for (const row of rows) {
    const { place, observation: evidence } = row;
    if (evidence.period.text !== period.text) {
      without.push({ place, reason: row.reason, evidence });
      continue;
    }
    const points = pointsOf(indicator, dataset.observationsIn(indicator.id, place.id));
    const point = points.find((p) => p.period.text === period.text && !p.derived);
    const change = point && baseChange(indicator, point, points, asked);
    if (!point || !change?.before || change.value === null) {
      without.push({ place, reason: change?.text ?? '没有确数', evidence });
      continue;
    }
    const { value, text, before } = change;
    found.push({ row, change: computedRow(indicator, point, { value, text }, before) });
  }
  return { found, without };
}

function inOrder(
  found: readonly Found[],
  printedBefore: ReadonlyMap<Place, number>,
  { indicator, focus }: { readonly indicator: Indicator; readonly focus: string }
): ImprovementRow[] {
  // An area isn't ranked beside those that it contains.
  const ranked = found.filter(({ row }) => row.fits);
  const old = ranked.map(({ row, change }) => printedBefore.get(row.place) ?? change.before!.value);
  const fresh = ranked.map(({ row }) => row.printed);
  const changes = rankChanges(old, fresh, indicator.better);
  const rankOf = new Map<ComparisonRow, RankChange>(ranked.map(({ row }, at) => [row, changes[at]!]));
  const sorted = [...found].sort((a, b) => (a.change.value - b.change.value) * (indicator.better === '低' ? 1 : -1));
  const orders = competitionRanks(
    sorted.map(({ change }) => change.value),
    indicator.better
  );
  return sorted.map(({ row, change }, at): ImprovementRow => {
    const rank = rankOf.get(row) ?? null;
    return {
      ...change,
      name: placeLabel(row.place),
      title: `${placeLabel(row.place)}${indicator.name}`,
      times: '',
      label: rank ? `${change.text}，${shortRank(rank)}` : change.text,
      remark: rank ? rankChangeText(rank) : row.reason,
      place: row.place,
      isFocus: row.place.id === focus,
      order: orders[at]!.rank,
      rank
    };
  });
}

/** `第5→第3`, `第3不变`. */
function shortRank({ before, now }: RankChange): string {
  return before === now ? `第${now}不变` : `第${before}→第${now}`;
}
