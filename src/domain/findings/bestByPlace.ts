import type { Dataset } from '../model/dataset';
import type { Indicator, Place } from '../model/records';
import type { Period } from '../time/period';
import type { TrendPoint } from '../trend/trend';
import { type Met, metOf } from './changeHeadlines';
import { pointIn, type PointAt } from './changesAt';
import { firstSound, MOST_OF_KIND, placesInTurn } from './choose';
import type { Finding } from './headline';

/**
 * Changes as they are met, of which those that may be told are kept: of each place as many as are ever told of a kind, so
 * that a nation's are few.
 */
export class BestByPlace {
  private readonly byPlace = new Map<Place, Entry[]>();
  private met = 0;
  private hasLost = false;

  /**
   * @param compare which is told first; of equal ones the one met first
   * @param make the finding of a point
   */
  constructor(
    private readonly dataset: Dataset,
    private readonly compare: (a: Met, b: Met) => number,
    private readonly make: (at: PointAt) => Finding
  ) {}

  add(at: PointAt): void {
    const entry = { met: metOf(this.dataset, at), order: this.met++ };
    let own = this.byPlace.get(at.place);
    if (!own) this.byPlace.set(at.place, (own = []));
    const spot = own.findIndex((one) => this.inOrder(entry, one) < 0);
    if (own.length === MOST_OF_KIND) {
      this.hasLost = true;
      if (spot < 0) return;
      own.pop();
    }
    own.splice(spot < 0 ? own.length : spot, 0, { ...entry, at: new KeptPoint(this.dataset, at) });
  }

  /** Those told, in the order of `compare`; undefined where one that wasn't kept may be among them. */
  told(isSound: (finding: Finding) => boolean): Finding[] | undefined {
    const all = [...this.byPlace.values()].flat().sort((a, b) => this.inOrder(a, b));
    const findings = all.map(({ at }) => this.make(at));
    const { first, again } = placesInTurn(findings);
    let chosen = firstSound(first, isSound);
    if (chosen.length < MOST_OF_KIND && again.length > 0) {
      if (this.hasLost) return undefined;
      chosen = firstSound([...first, ...again], isSound);
    }
    return findings.filter((one) => chosen.includes(one));
  }

  private inOrder(a: Ordered, b: Ordered): number {
    return this.compare(a.met, b.met) || a.order - b.order;
  }
}

interface Ordered {
  readonly met: Met;
  readonly order: number;
}

interface Entry extends Ordered {
  readonly at: PointAt;
}

/** A point without its figures, which are looked up again where they are told: who keeps it keeps no block. */
class KeptPoint implements PointAt {
  readonly indicator: Indicator;
  readonly place: Place;
  readonly period: Period;
  readonly size: number;
  readonly differs: boolean;

  constructor(
    private readonly dataset: Dataset,
    at: PointAt
  ) {
    this.indicator = at.indicator;
    this.place = at.place;
    this.period = at.period;
    this.size = at.size;
    this.differs = at.differs;
  }

  get point(): TrendPoint {
    return pointIn(this.dataset, this.indicator, this.place, this.period);
  }
}
