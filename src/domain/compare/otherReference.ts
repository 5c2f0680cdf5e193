/**
 * Lines to hold places against that belong to one of them: the area above it, those of its kind, its own year before.
 */
import type { ComparisonRow, ReferenceChoice, ReferenceLine } from './comparison';
import type { Dataset } from '../model/dataset';
import { hasFlag } from '../model/flags';
import { factIndex } from '../model/factIndex';
import type { Fact } from '../model/facts';
import { type Peers, peersOf } from '../model/peers';
import { type Indicator, isBound, type Place } from '../model/records';
import { type Period, yearsBefore } from '../time/period';
import { periodLabel } from '../time/periodLabel';
import { formatDifference, formatInScale, type Scale } from '../wording/format';
import { placeLabel } from '../wording/placeLabel';
import { comparatives } from '../wording/words';

export interface ReferenceQuestion {
  readonly dataset: Dataset;
  readonly indicator: Indicator;
  /** The indicator as shown: unit and decimals per head where asked. */
  readonly shown: Indicator;
  readonly scale: Scale;
  readonly rows: readonly ComparisonRow[];
  /** Areas left out because rows are parts of them. */
  readonly parents: readonly ComparisonRow[];
  readonly choice: ReferenceChoice;
  readonly focus: Place | undefined;
  readonly perHead: boolean;
  readonly persons: ReadonlyMap<string, number>;
}

/** Why there is nothing to hold against: `甲县` `没有上年同期的确数` `不画上年线`; in a table of many places the middle alone. */
export interface NoReference {
  /** Of whom it is said; absent: of all. */
  readonly who?: string;
  readonly why: string;
  /** What follows from it. */
  readonly so: string;
}

/** The id of the one area above; else why there is none. */
export function parentId({ rows, focus, indicator, perHead }: ReferenceQuestion): { id: string } | NoReference {
  if (!perHead && (indicator.kind === '数量' || indicator.kind === '金额'))
    return { why: '总量的上级数包含各地', so: '不作参照' };
  const ids = focus ? [focus.parent] : [...new Set(rows.filter((r) => r.fits).map((r) => r.place.parent))];
  const named = ids.filter((id) => id !== '');
  if (named.length === 0) return { why: '没有写明上级地区', so: '不画上级线' };
  return named.length > 1 ? { why: '各地上级不同', so: '选定关注地区后才画上级线' } : { id: named[0]! };
}

/** The rows of the same kind as the focus place, and by which rule; else why there are none. */
export function peerRows(q: ReferenceQuestion): { rows: ComparisonRow[]; rule: string } | NoReference {
  if (!q.focus) return { why: '选定关注地区后', so: '才有它的同类可比' };
  const fitting = q.rows.filter((r) => r.fits && !isBound(r.observation.qualifier));
  const found: Peers | undefined = peersOf(
    q.dataset,
    q.focus,
    fitting.map((r) => r.place)
  );
  if (!found) return { why: 'places.csv 没有写分组（group），也没有人口数', so: '分不出同类' };
  if (found.places.length < 2)
    return { who: `${placeLabel(q.focus)}的`, why: `同类（${found.rule}）不足2个有数`, so: '不画同类线' };
  const ids = new Set(found.places.map((p) => p.id));
  return { rows: fitting.filter((r) => ids.has(r.place.id)), rule: found.rule };
}

/** What a place had a year before a period; of two such days the one that the file has first. */
function yearBeforeFact({ dataset, indicator }: ReferenceQuestion, place: Place, period: Period): Fact | undefined {
  const index = factIndex(dataset, indicator.id);
  const at = index.positionOf(place);
  const [first] = at === undefined ? [] : index.factsIn(at, yearsBefore(period));
  return first === undefined ? undefined : index.fact(first);
}

/** The focus place's own figure a year before; else why there is none. */
export function yearBeforeLine(q: ReferenceQuestion): { line: ReferenceLine } | NoReference {
  const own = q.focus && q.rows.find((r) => r.place.id === q.focus!.id && r.fits);
  if (!own) return { why: '选定有数的关注地区后', so: '才画它上年同期的线' };
  if (q.perHead) return { why: '按人口折算后没有上年同期的数', so: '不画上年线' };
  const name = placeLabel(own.place);
  if (hasFlag(own.observation, '口径调整')) return { who: name, why: '这一期口径有调整', so: '与上年同期不可比' };
  const fact = yearBeforeFact(q, own.place, own.observation.period);
  if (!fact || isBound(fact.observation.qualifier)) return { who: name, why: '没有上年同期的确数', so: '不画上年线' };
  const { observation, witnesses, conflicts } = fact;
  const label = `${name}${periodLabel(fact.period)}`;
  const text = `${label}${formatInScale(observation.value, q.scale, q.shown, observation.qualifier)}`;
  const row = { place: own.place, observation, witnesses, conflicts, value: observation.value };
  return { line: { label, value: observation.value, text, rows: [row], task: null } };
}

/**
 * `；比同类3地平均低1.2个百分点`, of the focus place; without one how many lie on either side. Empty without a line, and for
 * the mean, which every comparison has.
 */
export function againstSentence(q: ReferenceQuestion, line: ReferenceLine | null): string {
  if (!line || q.choice === 'mean' || q.choice === 'none') return '';
  const words = comparatives(q.indicator, q.perHead);
  const rows = q.rows.filter((r) => r.fits && !isBound(r.observation.qualifier) && !isOnly(line, r));
  const own = q.focus ? rows.find((r) => r.place.id === q.focus!.id) : undefined;
  if (own) {
    const gap = own.printed - line.value;
    if (gap === 0) return `；与${line.label}相同`;
    return `；比${line.text}${gap > 0 ? words.more : words.less}${formatDifference(gap, q.shown, q.scale)}`;
  }
  if (q.focus) return '';
  const above = rows.filter((r) => r.printed > line.value).length;
  const below = rows.filter((r) => r.printed < line.value).length;
  const parts = [above > 0 ? `${above}个${words.more}于` : '', below > 0 ? `${below}个${words.less}于` : ''].filter(
    Boolean
  );
  return parts.length > 0 ? `；${parts.join('、')}${line.text}` : '';
}

/** Whether the line is the row itself. */
function isOnly({ rows }: ReferenceLine, row: ComparisonRow): boolean {
  return rows.length === 1 && rows[0]!.observation === row.observation;
}
