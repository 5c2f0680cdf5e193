/**
 * The 口径卡: what an indicator means, who reports it, and what else measures its subject.
 */
import type { Dataset } from '../model/dataset';
import { numberRows, periodsOfRun, placeRuns } from '../model/numberRows';
import { type Indicator, isShare, type Place, type Programme } from '../model/records';
import { otherMeasures, sameMeasure, subjectOf } from '../model/relatedIndicators';
import type { Period } from '../time/period';
import { periodLabel } from '../time/periodLabel';

export interface CardReporter {
  readonly place: Place;
  /** Its periods: `2020年`, `3期，2018年至2020年`. */
  readonly text: string;
}

export interface OtherMeasure {
  readonly indicator: Indicator;
  /** The same measure by another 口径, or another indicator of the subject. */
  readonly kind: '口径不同' | '指标不同';
  /** How many areas have a number. */
  readonly places: number;
}

export interface IndicatorCard {
  readonly indicator: Indicator;
  /** Title and text of each line, in the order they are to be read. */
  readonly lines: readonly { readonly title: string; readonly text: string }[];
  /** Areas, then organisations, in the order of places.csv. */
  readonly reporters: readonly CardReporter[];
  readonly others: readonly OtherMeasure[];
  /** Tasks whose result it is. */
  readonly programmes: readonly Programme[];
}

const BETTER = { 高: '越高越好', 低: '越低越好', 不评价: '不评价高低' } as const;

const UNKNOWN = '报告没有写明';

/** The card of an indicator; undefined for an unknown id. */
export function indicatorCard(dataset: Dataset, id: string): IndicatorCard | undefined {
  const indicator = dataset.indicator(id);
  if (!indicator) return undefined;
  // Asked for when the card is opened: its numbers must be put in order, and other indicators be loaded.
  let reporters: CardReporter[] | undefined;
  let others: OtherMeasure[] | undefined;
  return {
    indicator,
    lines: indicatorLines(indicator),
    get reporters() {
      return (reporters ??= reportersOf(dataset, indicator));
    },
    get others() {
      return (others ??= othersOf(dataset, indicator));
    },
    programmes: dataset.programmes.filter((p) => p.indicator === indicator.id)
  };
}

/** What the indicator means, line by line, in the words of the card. */
export function indicatorLines(indicator: Indicator): IndicatorCard['lines'] {
  // A count has no denominator; a rate has one, whether or not the report says which.
  const parted = isShare(indicator);
  const part = (text: string) => text || (parted ? UNKNOWN : '');
  return [
    { title: '定义', text: indicator.definition },
    { title: '分子', text: part(indicator.numerator) },
    { title: '分母', text: part(indicator.denominator) },
    { title: '单位', text: `${indicator.unit}（${indicator.kind}，${indicator.basis}数）` },
    { title: '方向', text: BETTER[indicator.better] },
    { title: '口径组', text: indicator.group || '未分组' },
    { title: '又称', text: indicator.aliases.join('、') },
    { title: '主题', text: indicator.theme }
  ].filter((line) => line.text !== '');
}

function reportersOf(dataset: Dataset, indicator: Indicator): CardReporter[] {
  const numbers = numberRows(dataset, indicator.id);
  if (!numbers) return [];
  return Array.from(placeRuns(numbers), (run) => ({
    place: dataset.places[run.place]!,
    get text() {
      return periodsText(periodsOfRun(numbers, run));
    }
  })).sort((a, b) => Number(a.place.level === '机构') - Number(b.place.level === '机构'));
}

/** @param ordered ascending */
function periodsText(ordered: readonly Period[]): string {
  const first = periodLabel(ordered[0]!);
  return ordered.length === 1 ? first : `${ordered.length}期，${first}至${periodLabel(ordered[ordered.length - 1]!)}`;
}

/** Unlike a missing reason the card also names related of another unit: the count behind the rate. */
function othersOf(dataset: Dataset, indicator: Indicator): OtherMeasure[] {
  const near = otherMeasures(dataset, indicator);
  const subject = subjectOf(indicator.group);
  const related = dataset.indicators.filter(
    (o) => o.id !== indicator.id && subject !== '' && subjectOf(o.group) === subject && !near.includes(o)
  );
  return [...near, ...related].map((other) => ({
    indicator: other,
    kind: sameMeasure(other, indicator) ? '口径不同' : '指标不同',
    places: areasWith(dataset, other)
  }));
}

function areasWith(dataset: Dataset, indicator: Indicator): number {
  const numbers = numberRows(dataset, indicator.id);
  if (!numbers) return 0;
  return Array.from(placeRuns(numbers)).filter(({ place }) => dataset.places[place]!.level !== '机构').length;
}
