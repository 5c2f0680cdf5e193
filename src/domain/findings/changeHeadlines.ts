/** Findings about changes: the largest against the year before, and those that contradict themselves. */
import { formatAddress } from '../address/address';
import { changesAt, type PointAt } from './changesAt';
import type { Finding } from './headline';
import { reportableChange } from './reportableChange';
import type { Dataset } from '../model/dataset';
import type { Indicator, Observation, Place } from '../model/records';
import { smallBaseMark } from '../model/smallBase';
import type { Steps } from '../steps/steps';
import type { Period } from '../time/period';
import { periodLabel } from '../time/periodLabel';
import type { TrendPoint } from '../trend/trend';
import { formatRounded } from '../wording/format';
import { placeLabel } from '../wording/placeLabel';

/** 变化, and 数不符 between a change as stated and as computed. */
export function* changeHeadlines(dataset: Dataset, focus?: string, within?: Period): Steps<Finding[]> {
  const all = (yield* changesAt(dataset, focus, within)).map((at) => ({ at, met: metOf(dataset, at) }));
  const contradictions = all.filter(({ at }) => at.differs).sort((a, b) => latestFirst(a.met, b.met));
  const changes = all
    .filter(({ at, met }, i) => isLatest(at, all[i + 1]?.at) && met.size > 0)
    .sort((a, b) => largestFirst(a.met, b.met));
  return [
    ...contradictions.map(({ at }) => new ContradictionFinding(at)),
    ...changes.map(({ at }) => new ChangeFinding(at))
  ];
}

/** Of an indicator and place the latest is told: those of one come one after the other. */
export function isLatest(at: PointAt, next: PointAt | undefined): boolean {
  return next?.place !== at.place || next.indicator !== at.indicator;
}

/** What decides the order in which changes are told. */
export interface Met {
  /** 1 for what a bureau does for itself. */
  readonly internal: number;
  readonly size: number;
  /** ISO */
  readonly date: string;
}

export function metOf({ internalThemes }: Dataset, { indicator, size, period }: PointAt): Met {
  return { internal: Number(internalThemes.has(indicator.theme)), size, date: period.end };
}

/** As with tasks: figures about people before what a bureau does for itself. */
export function largestFirst(a: Met, b: Met): number {
  return a.internal - b.internal || b.size - a.size;
}

export function latestFirst(a: Met, b: Met): number {
  return a.date < b.date ? 1 : a.date > b.date ? -1 : 0;
}

/** There are thousands to choose three from: what one says is worked out when it is asked for. */
abstract class PointFinding implements Finding {
  abstract readonly kind: '变化' | '数不符';
  abstract readonly text: string;
  abstract readonly numbers: readonly number[];
  abstract readonly from: readonly Observation[];
  protected readonly indicator: Indicator;
  readonly place: Place;
  readonly date: string;
  private readonly at: PointAt;
  private known: TrendPoint | undefined;

  constructor(at: PointAt) {
    this.at = at;
    this.indicator = at.indicator;
    this.place = at.place;
    this.date = at.period.end;
  }

  protected get point(): TrendPoint {
    this.known ??= this.at.point;
    return this.known;
  }
  /** `甲县门诊人次2020年` */
  protected get subject(): string {
    return `${placeLabel(this.place)}${this.indicator.name}${periodLabel(this.at.period)}`;
  }
  get address(): string {
    return formatAddress('periods', { i: this.indicator.id, p: this.place.id });
  }
}

export class ChangeFinding extends PointFinding {
  readonly kind = '变化';

  get text(): string {
    const { point, change } = this;
    const since = point.period.kind === '年' ? '' : '同期';
    return `${this.subject}为${largeText(this.indicator, point)}，比上年${since}${change.text}${change.stated ? '（原文同比）' : ''}`;
  }
  get numbers(): readonly number[] {
    return [this.point.value, Math.abs(this.change.value)];
  }
  get from(): readonly Observation[] {
    const { witnesses, statedChange, before } = this.point;
    return [...witnesses, ...(this.change.stated ? [statedChange!.observation] : before)];
  }
  private get change() {
    return reportableChange(this.indicator, this.point)!;
  }
}

/** A change as stated that isn't the one between the two figures. */
export class ContradictionFinding extends PointFinding {
  readonly kind = '数不符';

  get text(): string {
    const { statedChange, computedChange } = this.point;
    return `${this.subject}原文写${statedChange!.text}，按两期的数算是${computedChange!.text}`;
  }
  get numbers(): readonly number[] {
    const { statedChange, computedChange } = this.point;
    return [statedChange!.observation.value!, computedChange!.value!].map(Math.abs).filter((n) => n !== 0);
  }
  get from(): readonly Observation[] {
    const { witnesses, statedChange, before } = this.point;
    return [...witnesses, statedChange!.observation, ...before];
  }
}

/** The figure as a sentence says it: a large one in 万 or 亿. */
function largeText(indicator: Indicator, { value, qualifier, observation }: TrendPoint): string {
  return `${formatRounded(value, indicator, qualifier)}${observation ? smallBaseMark(observation) : ''}`;
}
