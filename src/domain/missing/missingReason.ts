/**
 * Why a place has no number: what the report says about it, or what it gives instead.
 */
import type { Dataset } from '../model/dataset';
import { factIndex } from '../model/factIndex';
import { type Fact, hasNumber } from '../model/facts';
import { hasFlag } from '../model/flags';
import { type InsteadOfNumbers, insteadOfNumbers } from '../model/insteadOfNumbers';
import { memoByKey } from '../model/memo';
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
export function missingGaps(dataset: Dataset, indicator: Indicator): (place: Place) => Gap {
  let own: OwnGaps | undefined;
  let parts: ReadonlyMap<string, Gap> | undefined;
  let instead: ((place: Place) => Gap | undefined) | undefined;
  return (place) => {
    own ??= ownGaps(dataset, indicator);
    const gap = own.hole(place);
    if (gap) return { kind: '缺', word: gap.status, text: gapReason(gap), evidence: gap };
    const change = own.change(place);
    if (change)
      return {
        kind: '只有变化',
        word: '只有同比',
        text: `只有同比（${statedChangeText(change)}），没有数值`,
        evidence: change
      };
    parts ??= partFigures(dataset, indicator);
    instead ??= otherFigures(dataset, indicator);
    return parts.get(place.id) ?? instead(place) ?? (own.parentsWithData.has(place.id) ? UNITS_ONLY : SILENT);
  };
}

/** What the indicator's own rows say: holes, changes, and the ids of areas whose organisations have numbers. */
interface OwnGaps extends InsteadOfNumbers {
  readonly parentsWithData: ReadonlySet<string>;
}

function ownGaps(dataset: Dataset, indicator: Indicator): OwnGaps {
  const units = factIndex(dataset, indicator.id).places.filter(({ level }) => level === '机构');
  return {
    ...insteadOfNumbers(dataset, indicator.id),
    parentsWithData: new Set(units.map(({ parent }) => parent))
  };
}

/** What a row without a number says: `原文缺字`, `原文错误（“847.34.65/10万”）`, `未报`. */
export function gapReason(o: Observation): string {
  if (hasFlag(o, '小数隐藏')) return '人数太少，为不让人认出是谁，没有公布（小数隐藏）';
  const status = o.status === '缺字' ? '原文缺字' : o.status;
  return o.written === '' ? status : `${status}（“${o.written}”）`;
}

/** By place id, where only sub-groups have a figure: `只有分组的数（男、女），没有合计`. */
function partFigures(dataset: Dataset, indicator: Indicator): Map<string, Gap> {
  const byPlace = new Map<string, Observation[]>();
  for (const o of dataset.partsOf(indicator.id)) {
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
function otherFigures(dataset: Dataset, indicator: Indicator): (place: Place) => Gap | undefined {
  const { same, kin } = relatedMeasures(dataset, indicator);
  const isSame = new Set(same);
  const others = [...same, ...kin].map((other) => ({
    other,
    kind: isSame.has(other) ? ('口径不同' as const) : ('指标不同' as const),
    latest: latestByPlace(dataset, other.id)
  }));
  return (place) => {
    for (const { other, kind, latest } of others) {
      const observation = latest.get(place.id)?.observation;
      if (!observation) continue;
      return {
        kind,
        word: kind,
        // Read only where the cell is shown.
        get text() {
          return `只有${other.name}${formatRounded(observation.value, other, observation.qualifier)}，${kind}`;
        },
        evidence: observation
      };
    }
    return undefined;
  };
}

/** By place id the latest fact of an indicator (measure 数值). */
export const latestByPlace = memoByKey(2048, (dataset, indicatorId): ReadonlyMap<string, Fact> => {
  const index = factIndex(dataset, indicatorId);
  return new Map(index.places.map(({ id }, at) => [id, index.fact(index.latestOf(at))]));
});
