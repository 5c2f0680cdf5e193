/**
 * Why a place has no number: what the report says about it, or what it gives instead.
 */
import type { Dataset } from '../model/dataset';
import type { FactIndex } from '../model/factIndex';
import { hasNumber, type NumericObservation } from '../model/facts';
import { hasFlag } from '../model/flags';
import { type InsteadOfNumbers, insteadOfNumbers } from '../model/insteadOfNumbers';
import { ALL_ROWS, type IndicatorRows } from '../model/indicatorRows';
import { observationAt } from '../model/observationColumns';
import { positionsById } from '../model/positionsById';
import type { Indicator, Observation, Place } from '../model/records';
import { relatedMeasures } from '../model/relatedIndicators';
import { fewNames } from '../wording/fewNames';
import { formatRounded } from '../wording/format';
import { statedChangeText } from '../wording/statedChange';

/** 缺: the report itself has a hole; 口径不同 and 指标不同: it gives something near instead. */
export type MissingKind = '缺' | '口径不同' | '指标不同' | '只有变化' | '下属单位' | '未写';

export interface Gap {
  readonly kind: MissingKind;
  /** Two to four characters, for a cell: `缺字`, `口径不同`, `未写`. */
  readonly word: string;
  /** The reason in full: `只有高血压患者管理率94.7%，口径不同`. */
  readonly text: string;
  /** The observation that says so: the hole itself, the change given instead, or the figure of something near. */
  readonly evidence: Observation | null;
}

const SILENT: Gap = { kind: '未写', word: '未写', text: '报告未写', evidence: null };

const UNITS_ONLY: Gap = { kind: '下属单位', word: '下属单位', text: '只有下属单位数据', evidence: null };

/** Says for any place why the indicator has no number there. Reads the dataset once, and only where a place is silent. */
export function missingGaps(
  dataset: Dataset,
  indicator: Indicator,
  from: IndicatorRows = ALL_ROWS
): (place: Place) => Gap {
  let own: OwnGaps | undefined;
  let parts: ReadonlyMap<string, Gap> | undefined;
  let instead: ((place: Place) => Gap | undefined) | undefined;
  return (place) => {
    own ??= ownGaps(dataset, indicator, from);
    const gap = own.hole(place);
    if (gap) return { kind: '缺', word: gap.status, text: gapReason(gap), evidence: gap };
    const change = own.change(place);
    if (change) {
      const text = `只有同比（${statedChangeText(change)}），没有数值`;
      return { kind: '只有变化', word: '只有同比', text, evidence: change };
    }
    parts ??= partFigures(dataset, indicator, from);
    instead ??= otherFigures(dataset, indicator, from);
    return parts.get(place.id) ?? instead(place) ?? (own.parentsWithData.has(place.id) ? UNITS_ONLY : SILENT);
  };
}

/** What the indicator's own rows say: holes, changes, and the ids of areas whose organisations have numbers. */
interface OwnGaps extends InsteadOfNumbers {
  readonly parentsWithData: ReadonlySet<string>;
}

function ownGaps(dataset: Dataset, indicator: Indicator, from: IndicatorRows): OwnGaps {
  const parents = dataset.places.flatMap(({ level, parent }, at) =>
    level === '机构' && reportsOf(dataset, indicator)[at] === 1 ? [parent] : []
  );
  return { ...insteadOfNumbers(dataset, indicator.id, from), parentsWithData: new Set(parents) };
}

/** By place, 1 where it has a number: known without meeting one. */
function reportsOf({ indicators, summary }: Dataset, { id }: Indicator): Uint8Array {
  return summary.reports[indicators.findIndex((one) => one.id === id)] ?? new Uint8Array(0);
}

/** What a row without a number says: `原文缺字`, `原文错误（“847.34.65/10万”）`, `未报`. */
export function gapReason(o: Observation): string {
  if (hasFlag(o, '小数隐藏')) return '人数太少，为不让人认出是谁，没有公布（小数隐藏）';
  const status = o.status === '缺字' ? '原文缺字' : o.status;
  return o.written === '' ? status : `${status}（“${o.written}”）`;
}

/** By place id, where only sub-groups have a figure: `只有分组的数（男、女），没有合计`. */
function partFigures(dataset: Dataset, indicator: Indicator, from: IndicatorRows): Map<string, Gap> {
  const byPlace = new Map<string, Observation[]>();
  const block = from.block(dataset, indicator.id);
  for (const row of block?.partsOf(indicator.id) ?? []) {
    const o = observationAt(block!, row, dataset.smallBase);
    if (hasNumber(o)) byPlace.set(o.place.id, [...(byPlace.get(o.place.id) ?? []), o]);
  }
  return new Map(
    [...byPlace].map(([place, list]): [string, Gap] => {
      const names = fewNames([...new Set(list.map((o) => o.part))], '组');
      const text = `只有分组的数（${names}），没有合计`;
      return [place, { kind: '未写', word: '只有分组', text, evidence: null }];
    })
  );
}

/** The latest figure of another indicator of the same subject; undefined where the place has none. */
function otherFigures(dataset: Dataset, indicator: Indicator, from: IndicatorRows): (place: Place) => Gap | undefined {
  const { same, kin } = relatedMeasures(dataset, indicator);
  const related = [...same, ...kin];
  const isSame = new Set(same);
  from.need(
    dataset,
    related.map(({ id }) => id)
  );
  const placeAt = positionsById(dataset.places);
  const others = related.map((other) => ({
    ...{ other, reports: reportsOf(dataset, other) },
    kind: isSame.has(other) ? ('口径不同' as const) : ('指标不同' as const)
  }));
  return (place) => {
    const at = placeAt.get(place.id)!;
    const found = others.find(({ reports }) => reports[at] === 1);
    return found && otherFigure(from.index(dataset, found.other.id), found.other, found.kind, place);
  };
}

/** The figure is looked up where the cell is shown. */
function otherFigure(
  index: FactIndex,
  other: Indicator,
  kind: '口径不同' | '指标不同',
  place: Place
): Gap & { readonly evidence: NumericObservation } {
  return {
    ...{ kind, word: kind },
    get text() {
      const { value, qualifier } = this.evidence;
      return `只有${other.name}${formatRounded(value, other, qualifier)}，${kind}`;
    },
    get evidence() {
      return index.fact(index.latestOf(index.positionOf(place)!)).observation;
    }
  };
}
