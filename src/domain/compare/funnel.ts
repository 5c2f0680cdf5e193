/**
 * Places by a rate and by how many it rests on: which of them differ from all together by more than chance.
 */
import { compare } from './compare';
import type { Comparison, ComparisonRow, Excluded } from './comparison';
import { rowSources, type Citation } from '../evidence/citation';
import { partsOfRate } from '../model/computedInterval';
import type { Dataset } from '../model/dataset';
import { resultCutoff, sourcesOf } from '../model/facts';
import { memoByDataset } from '../model/memo';
import type { Indicator, Source } from '../model/records';
import { roundTo } from '../number/rounding';
import { periodLabel } from '../time/periodLabel';
import { numberColumn, sourceTitles, type Table, textCell, textColumn, valueCell, withSources } from '../table/table';
import { type ProportionInterval, funnelLimits } from '../variation/proportion';
import { fewNames } from '../wording/fewNames';
import { formatNumber } from '../wording/format';
import { type Note, warningsFirst } from '../wording/note';
import { placeLabel } from '../wording/placeLabel';
import { firstSentence, placeNoun } from '../wording/words';

/** Fewer places say nothing about each other. */
const LEAST_PLACES = 3;

export type FunnelZone = '高于99.8%限' | '高于95%限' | '限内' | '低于95%限' | '低于99.8%限';

export interface FunnelRow {
  readonly row: ComparisonRow;
  readonly count: number;
  readonly base: number;
  /** In percent, two decimals: within them the average of all may well stand behind its rate. */
  readonly warning: ProportionInterval;
  readonly control: ProportionInterval;
  readonly zone: FunnelZone;
  /** Outside the outer limits, for the better or the worse; undefined inside, and where neither can be said. */
  readonly judgement?: '好' | '差';
}

export interface Funnel {
  readonly indicator: Indicator;
  /** Largest base first. */
  readonly rows: readonly FunnelRow[];
  /** Sum over sum, in percent. */
  readonly average: number;
  /** The limits at bases in between, ascending, for the curves. */
  readonly curve: readonly {
    readonly base: number;
    readonly warning: ProportionInterval;
    readonly control: ProportionInterval;
  }[];
  readonly excluded: readonly Excluded[];
  readonly comparison: Comparison;
  readonly verdict: string;
  readonly subtitle: string;
  readonly notes: readonly Note[];
  readonly cutoff: string;
  readonly sources: readonly Source[];
}

export interface FunnelQuery {
  readonly indicator: string;
  readonly places: readonly string[];
  readonly includeOrganisations: boolean;
  readonly period?: string;
  readonly focus?: string;
}

/**
 * The funnel of an indicator: rates of one period whose numerator and denominator are known and give them.
 * @returns undefined for an unknown indicator; without rows where fewer than three places can stand in it
 */
export function funnel(dataset: Dataset, query: FunnelQuery): Funnel | undefined {
  const open = compare(dataset, { ...query, reference: 'none' });
  // Rates of different dates have no average in common.
  const period = query.period ?? open?.periods.find(({ count }) => count >= LEAST_PLACES)?.period.text;
  const comparison = period ? compare(dataset, { ...query, period, reference: 'none' }) : open;
  if (!comparison) return undefined;
  const { indicator } = comparison;
  const known = comparison.rows.flatMap((row) => {
    const parts = row.fits ? partsOfRate(row.observation) : undefined;
    return parts ? [{ row, ...parts }] : [];
  });
  const enough = known.length >= LEAST_PLACES;
  const share = sum(known.map((k) => k.count)) / sum(known.map((k) => k.base));
  const rows = enough
    ? known
        .map((k) => toRow(k, share, indicator))
        .sort((a, b) => b.base - a.base || (a.row.place.id < b.row.place.id ? -1 : 1))
    : [];
  const average = enough ? roundTo(share * 100, 2) : 0;
  const without = comparison.rows.filter((r) => r.fits && !known.some((k) => k.row === r));
  const left = without.map((r) => ({
    place: r.place,
    observation: r.observation,
    reason: '没有分子、分母，或分子除以分母不是这个率'
  }));
  const observations = rows.flatMap(({ row }) => [...row.witnesses, ...row.conflicts]);
  return {
    indicator,
    rows,
    average,
    curve: curveOf(rows, share),
    excluded: [...left, ...comparison.excluded],
    comparison,
    verdict: verdictOf(indicator, rows, query.focus),
    subtitle: [
      firstSentence(indicator.definition),
      '单位：%',
      '横轴是分母，越靠右人越多',
      period && rows[0] ? periodLabel(rows[0].row.observation.period) : ''
    ]
      .filter(Boolean)
      .join(' · '),
    notes: notesOf(rows, average, comparison.notes),
    cutoff: resultCutoff(rows.map(({ row }) => row.observation)),
    sources: sourcesOf(dataset, observations)
  };
}

/** Indicators of which three places or more state numerator and denominator in one period, with how many in the latest such. */
export const funnelIndicators = memoByDataset(
  (dataset): readonly { readonly indicator: Indicator; readonly count: number }[] =>
    dataset.summary.hasFractions
      ? dataset.indicators.flatMap((indicator) => {
          const counts = new Map<string, { end: string; places: Set<string> }>();
          for (const o of dataset.observationsOf(indicator.id, '数值')) {
            if (o.place.level === '机构' || !partsOfRate(o)) continue;
            const known = counts.get(o.period.text) ?? { end: o.period.end, places: new Set<string>() };
            counts.set(o.period.text, known);
            known.places.add(o.place.id);
          }
          const [latest] = [...counts.values()]
            .filter(({ places }) => places.size >= LEAST_PLACES)
            .sort((a, b) => (a.end < b.end ? 1 : -1));
          return latest ? [{ indicator, count: latest.places.size }] : [];
        })
      : []
);

interface Known {
  readonly row: ComparisonRow;
  readonly count: number;
  readonly base: number;
}

function toRow({ row, count, base }: Known, share: number, { better }: Indicator): FunnelRow {
  const { warning, control } = percentLimits(share, base);
  const value = row.value;
  const zone: FunnelZone =
    value > control.upper
      ? '高于99.8%限'
      : value < control.lower
        ? '低于99.8%限'
        : value > warning.upper
          ? '高于95%限'
          : value < warning.lower
            ? '低于95%限'
            : '限内';
  const isOut = value > control.upper || value < control.lower;
  if (!isOut || better === '不评价') return { row, count, base, warning, control, zone };
  return {
    row,
    count,
    base,
    warning,
    control,
    zone,
    judgement: value > control.upper === (better === '高') ? '好' : '差'
  };
}

function percentLimits(
  share: number,
  base: number
): { readonly warning: ProportionInterval; readonly control: ProportionInterval } {
  const limits = funnelLimits(share, base)!;
  const percent = ({ lower, upper }: ProportionInterval): ProportionInterval => ({
    lower: roundTo(lower * 100, 2),
    upper: roundTo(upper * 100, 2)
  });
  return { warning: percent(limits.warning), control: percent(limits.control) };
}

/** So many points make a curve that looks smooth. */
const STEPS = 40;

/** Evenly in the logarithm: the limits change fastest where the base is small. */
function curveOf(rows: readonly FunnelRow[], share: number): Funnel['curve'] {
  if (rows.length === 0) return [];
  const least = Math.max(1, Math.min(...rows.map((r) => r.base)) * 0.8);
  const most = Math.max(...rows.map((r) => r.base)) * 1.05;
  return Array.from({ length: STEPS + 1 }, (_, i) => {
    const base = least * (most / least) ** (i / STEPS);
    return { base, ...percentLimits(share, base) };
  });
}

function verdictOf(indicator: Indicator, rows: readonly FunnelRow[], focus: string | undefined): string {
  if (rows.length === 0) return `${indicator.name}：有分子、分母的地区不足${LEAST_PLACES}个，看不出是不是偶然`;
  const noun = placeNoun(rows.map(({ row }) => row.place));
  const own = rows.find(({ row }) => row.place.id === focus);
  const outside = rows.filter(({ zone }) => zone.includes('99.8'));
  const names = (list: readonly FunnelRow[]) =>
    fewNames(
      list.map(({ row }) => placeLabel(row.place)),
      `个${noun}`
    );
  if (own) {
    const { zone, row } = own;
    const head = `${placeLabel(row.place)}${indicator.name}${row.text}`;
    if (zone === '限内') return `${head}，与${rows.length}个${noun}合计的差别可能只是偶然`;
    const side = zone.startsWith('高') ? '高' : '低';
    const how = zone.includes('99.8') ? '不像是偶然' : '可能不是偶然';
    return `${head}，${side}于${rows.length}个${noun}的合计，${how}`;
  }
  if (outside.length === 0) return `${indicator.name}：${rows.length}个${noun}的差别都可能只是偶然`;
  const high = outside.filter(({ zone }) => zone.startsWith('高'));
  const low = outside.filter(({ zone }) => zone.startsWith('低'));
  const parts = [high.length > 0 ? `${names(high)}偏高` : '', low.length > 0 ? `${names(low)}偏低` : ''].filter(
    Boolean
  );
  return `${indicator.name}：${rows.length}个${noun}中${parts.join('，')}，不像是偶然`;
}

function notesOf(rows: readonly FunnelRow[], average: number, notes: readonly Note[]): Note[] {
  if (rows.length === 0) return [...notes];
  const near = rows.filter(({ zone }) => zone.includes('95')).length;
  const remark = (text: string): Note => ({ level: '说明', text });
  return warningsFirst([
    ...notes,
    remark(`横线是这些地区的合计：分子之和÷分母之和，${formatNumber(average, { decimals: 2, unit: '%' })}。`),
    remark(
      '里外两条线是95%和99.8%的限（Wilson 法，Spiegelhalter 2005，英国公共卫生 Fingertips 同）：各地若都与合计一样，20个里约1个偶然落在里线外，500个里约1个落在外线外。'
    ),
    ...(near > 0 ? [remark(`${near}个在两条线之间，可能不是偶然，先不下结论。`)] : [])
  ]);
}

/** One row a place, largest base first, then those left out. */
export function funnelTable(f: Funnel): Table {
  const limit = ({ lower, upper }: ProportionInterval) =>
    `${formatNumber(lower, { decimals: 2, unit: '%' })}—${formatNumber(upper, { decimals: 2, unit: '%' })}`;
  return {
    caption: f.verdict,
    columns: [
      textColumn('place', '地区'),
      numberColumn('value', '数值（%）'),
      numberColumn('count', '分子'),
      numberColumn('base', '分母'),
      textColumn('warning', '95%限'),
      textColumn('control', '99.8%限'),
      textColumn('zone', '位置'),
      textColumn('period', '时期'),
      textColumn('sources', '来源')
    ],
    rows: [
      ...f.rows.map(({ row, count, base, warning, control, zone }) => {
        const at = rowSources(row);
        return [
          textCell(placeLabel(row.place)),
          withSources(valueCell(row.text, row.value), at),
          withSources(valueCell(formatNumber(count), count), at),
          withSources(valueCell(formatNumber(base), base), at),
          textCell(limit(warning)),
          textCell(limit(control)),
          textCell(zone),
          textCell(periodLabel(row.observation.period)),
          textCell(sourceTitles(row.witnesses))
        ];
      }),
      ...f.excluded.map(({ place, observation, reason }) => [
        textCell(placeLabel(place)),
        textCell('未列入'),
        textCell(''),
        textCell(''),
        textCell(''),
        textCell(''),
        textCell(reason),
        textCell(periodLabel(observation.period)),
        textCell(sourceTitles([observation]))
      ])
    ],
    notes: f.notes
  };
}

/** Row by row: who says the rate and its parts. */
export function funnelSources(f: Funnel): Citation[] {
  return f.rows.flatMap(({ row }) => rowSources(row));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, v) => total + v, 0);
}
