/**
 * Where one figure of a place stands among the places that compare with it.
 */
import { comparedRows } from '../compare/comparedRows';
import type { ComparedColumns } from '../compare/comparedColumns';
import type { DrawnRows, RankAmong } from '../compare/drawnRows';
import { rowAtPlace } from '../compare/rowColumns';
import type { Dataset } from '../model/dataset';
import { memoByKey } from '../model/memo';
import { LATEST_ROWS } from '../model/latestRows';
import type { Fact } from '../model/facts';
import { type Indicator, isBound, type Observation, type Place } from '../model/records';
import { fewNames } from '../wording/fewNames';
import { placeLabel } from '../wording/placeLabel';
import { comparatives, placeNoun } from '../wording/words';

/** One dot of the strip. */
export interface ProfilePeer {
  readonly place: Place;
  readonly observation: Observation;
  /** All who say this number, and all who say another. */
  readonly witnesses: readonly Observation[];
  readonly conflicts: readonly Observation[];
  readonly value: number;
  /** Value with qualifier and unit. */
  readonly text: string;
  readonly isOwn: boolean;
  /** Bounds (≥95%) are shown but not ranked. */
  readonly ranked: boolean;
}

export interface ProfileStanding {
  readonly standing: RankAmong | null;
  /** `4个地区中第2`, `3个地区中最多`; empty where it can't be said. */
  readonly comparison: string;
  /** Worst (or, where nothing is better, smallest) first; empty where fewer than two compare. */
  readonly peers: readonly ProfilePeer[];
  /** Why there is no standing; empty where there is one. */
  readonly apart: string;
  /** How many other places of its kind have a number, comparable or not. */
  readonly elsewhere: number;
}

/**
 * The standing of a place's latest figure. Organisations compare with organisations, areas with areas, and
 * nobody with an area that it contains or lies in. Totals of places of different size are called more or
 * less, never better.
 */
export function standingOf(dataset: Dataset, indicator: Indicator, { place, observation }: Fact): ProfileStanding {
  const kin = relatedIds(dataset, place.id);
  const others = rivals(dataset, indicator, place);
  const apart = (reason: string): ProfileStanding => ({
    standing: null,
    comparison: '',
    peers: [],
    apart: reason,
    elsewhere: others.length
  });
  if (isBound(observation.qualifier)) return apart('是界限而非确数，不排名');
  const unfair = others.filter((p) => kin.has(p.id));
  if (unfair.length === others.length) {
    return apart(
      others.length === 0
        ? '别处没有这项数'
        : `另有${fewNames(others.map(placeLabel), '地', 5)}，是上级或下属地区，不比`
    );
  }
  const answer = peerComparison(dataset, indicator, place, unfair);
  const at = answer ? rowAtPlace(answer.columns, place) : -1;
  const standing = at < 0 ? undefined : answer?.columns.rankOf(at);
  // A comparison over another span than the latest figure's would rank a figure that isn't shown here.
  if (!answer || !standing || answer.columns.periodOf(at) !== observation.period.text) {
    return apart('与别处的时期长短不同，不可比');
  }
  if (standing.of < 2)
    return apart(answer.excluded.length > 0 ? '与别处的时期长短不同，不可比' : '别处只有界限，没有确数');
  let peers: readonly ProfilePeer[] | undefined;
  return {
    standing,
    comparison: standingText(indicator, standing, place),
    // Of most rows they are folded away.
    get peers() {
      return (peers ??= peersOf(answer, place));
    },
    apart: '',
    elsewhere: others.length
  };
}

/** The other places of its kind with a number. */
function rivals(dataset: Dataset, indicator: Indicator, place: Place): Place[] {
  const { places } = LATEST_ROWS.index(dataset, indicator.id);
  return places.filter((p) => p.id !== place.id && isUnit(p) === isUnit(place));
}

function isUnit({ level }: Place): boolean {
  return level === '机构';
}

/** Ids of the places that lie in a place, or in which it lies. */
const relatedIds = memoByKey(4, (dataset, id): ReadonlySet<string> => {
  const place = dataset.place(id);
  const related = new Set(place && ancestors(dataset, place));
  for (const other of dataset.places) if (ancestors(dataset, other).has(id)) related.add(other.id);
  return related;
});

function ancestors(dataset: Dataset, place: Place): Set<string> {
  const above = new Set<string>();
  for (let p = dataset.place(place.parent); p && !above.has(p.id); p = dataset.place(p.parent)) above.add(p.id);
  return above;
}

/**
 * Its field, which answers for each of its places: switching the place asks nothing again.
 * @param unfair those of its kind that are left out
 */
function peerComparison(
  dataset: Dataset,
  indicator: Indicator,
  place: Place,
  unfair: readonly Place[]
): ComparedColumns | undefined {
  const field = JSON.stringify([isUnit(place), ...unfair.map(({ id }) => id).sort()]);
  return peerComparisons(dataset, JSON.stringify([indicator.id, field]));
}

const peerComparisons = memoByKey(2048, (dataset, key) => {
  const [indicator, field] = JSON.parse(key) as [string, string];
  return comparedRows(dataset, { indicator, places: fieldPlaces(dataset, field) });
});

/** Ids of the places of one kind without those that are left out: one list for the indicators that leave out the same. */
const fieldPlaces = memoByKey(64, (dataset, field): readonly string[] => {
  const [units, ...unfair] = JSON.parse(field) as [boolean, ...string[]];
  const out = new Set(unfair);
  return dataset.places.filter((p) => isUnit(p) === units && !out.has(p.id)).map(({ id }) => id);
});

function peersOf({ columns }: ComparedColumns, place: Place): ProfilePeer[] {
  const fitting = columns.order.filter((row) => columns.figures.reasons[row] === '');
  return Array.from(fitting.reverse(), (row) => new Peer(columns, row, place));
}

/** A strip of thousands reads of each its value: the row is made of those that are named. */
class Peer implements ProfilePeer {
  constructor(
    private readonly columns: DrawnRows,
    private readonly row: number,
    private readonly own: Place
  ) {}

  get place(): Place {
    return this.columns.placeOf(this.row);
  }
  get observation(): Observation {
    return this.columns.at(this.row).observation;
  }
  get witnesses(): readonly Observation[] {
    return this.columns.at(this.row).witnesses;
  }
  get conflicts(): readonly Observation[] {
    return this.columns.at(this.row).conflicts;
  }
  get value(): number {
    return this.columns.figures.values[this.row]!;
  }
  get text(): string {
    return this.columns.at(this.row).text;
  }
  get isOwn(): boolean {
    return this.place.id === this.own.id;
  }
  get ranked(): boolean {
    return this.columns.isRanked(this.row);
  }
}

/** Whether first and last mean best and worst: a rate or level with a direction, not a total. */
export function isJudged(indicator: Indicator): boolean {
  return indicator.better !== '不评价' && indicator.kind !== '数量' && indicator.kind !== '金额';
}

function standingText(indicator: Indicator, { rank, of, tied }: RankAmong, place: Place): string {
  const field = `${of}个${placeNoun([place])}中${tied ? '并列' : ''}`;
  if (isJudged(indicator)) return `${field}第${rank}`;
  const words = comparatives(indicator);
  const [most, more, least] =
    indicator.better === '低' ? [words.least, words.less, words.most] : [words.most, words.more, words.least];
  if (rank === 1) return `${field}${most}`;
  return `${field}${rank === of ? least : `第${rank}${more}`}`;
}
