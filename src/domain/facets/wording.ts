/** The words of small charts: who got better and who goes against the rest, what the lines are. */
import type { Facet, Facets, ToldChange } from './answer';
import { periodLabel } from '../time/periodLabel';
import { CHANGE_BASE_WORDS } from '../trend/changeBase';
import { againstYearBefore } from '../trend/wording';
import type { TrendPoint } from '../trend/trend';
import { fewNames } from '../wording/fewNames';
import type { Note } from '../wording/note';
import { placeLabel } from '../wording/placeLabel';
import { comparatives, firstOf, placeNoun } from '../wording/words';

/** What is said of a small chart without its points. */
export interface ToldFacet extends Pick<Facet, 'title' | 'place' | 'isOwn' | 'breaks'> {
  readonly last: Pick<TrendPoint, 'period' | 'value' | 'text'>;
  readonly change: ToldChange | null;
}

type Told = Pick<Facets, 'by' | 'against' | 'indicator' | 'place' | 'referenceName'> & {
  readonly facets: readonly ToldFacet[];
  /** The change of the own place where it has no small chart, but is the grey line of all. */
  readonly beside?: ToldChange | null;
};

/** One that changed. */
interface Changed {
  readonly title: string;
  readonly change: ToldChange;
  readonly facet: ToldFacet;
}

type Direction = '好转' | '变差' | '上升' | '下降' | '持平';

/** Where so large a part goes one way, those that don't are named. */
const MOST_PART = 2 / 3;
const MOST_NAMED = 3;

/** One sentence without a full stop; with an own place it comes first, also where it is only the grey line. */
export function facetsVerdict(told: Told): string {
  const { by, facets, indicator, place } = told;
  const subject = by === 'places' ? indicator!.name : placeLabel(place!);
  if (facets.length === 0)
    return by === 'places' ? `${subject}没有可以并排画的数` : `${subject}没有一项指标有两期以上的数`;
  const changed = facets.flatMap((facet): Changed[] =>
    facet.change ? [{ title: facet.title, change: facet.change, facet }] : []
  );
  if (changed.length === 0) return by === 'places' ? levelsSentence(told) : `${subject}的指标没有可比的两期`;
  if (by === 'indicators') return `${subject}${indicatorsSentence(changed, told)}`;
  const beside = told.beside && { title: told.referenceName, change: told.beside };
  const own = changed.find(({ facet }) => facet.isOwn) ?? beside;
  const field = changed.length > 1 ? fieldSentence(changed, told, Boolean(own)) : '';
  const broken = facets.some(({ breaks }) => breaks.length > 0) ? '（口径有变，分段看）' : '';
  if (!own) return `${subject}，${field || changeWords(changed[0]!, told)}${broken}`;
  return `${[changeWords(own, told, subject), field].filter(Boolean).join('；')}${broken}`;
}

/** No two periods anywhere: who is highest and who lowest, where all have the same period. */
function levelsSentence({ facets, indicator }: Told): string {
  const words = comparatives(indicator!);
  const ordered = [...facets].sort((a, b) => b.last.value - a.last.value);
  const [first, last] = [ordered[0]!, ordered[ordered.length - 1]!];
  const alike = (one: ToldFacet) =>
    firstOf(facets.filter((f) => f.last.text === one.last.text).map(({ place }) => place));
  const what = `${periodLabel(first.last.period)}${indicator!.name}`;
  if (facets.length === 1) return `${first.title}${what}为${first.last.text}，只有这一期`;
  if (facets.some(({ last: { period } }) => period.text !== first.last.period.text))
    return `${indicator!.name}各地都只有一期，时期不同，不比高低`;
  if (first.last.text === last.last.text) return `${what}各地都是${first.last.text}；没有可比的两期`;
  return `${what}${alike(first)}${words.most}（${first.last.text}），${alike(last)}${words.least}（${last.last.text}）；没有可比的两期`;
}

/**
 * `11个地区中9个好转，只有乙县变差；丙县比上年同期上升3个百分点，好转最多`; beside the own place in fewer words. Of equal ones
 * `丙县等2地`; where all are equal nobody is most.
 */
function fieldSentence(changed: readonly Changed[], told: Told, hasOwn: boolean): string {
  const noun = placeNoun(changed.map(({ facet }) => facet.place));
  const largest = changed
    .filter(({ change }) => change.value !== 0)
    .reduce<Changed | undefined>(
      (best, one) =>
        !best || rank(one) > rank(best) || (rank(one) === rank(best) && size(one) > size(best)) ? one : best,
      undefined
    );
  const counts = `${changed.length}个${noun}${directionsText(changed, '个')}`;
  if (!largest) return counts;
  const way = directionOf(largest.change);
  const words = changeWords({ ...largest, title: '' }, told);
  const alike = changed.filter((one) => changeWords({ ...one, title: '' }, told) === words);
  if (alike.length === changed.length) return hasOwn ? counts : `${counts}，都${words}`;
  const who = firstOf(alike.map(({ facet }) => facet.place));
  const most = way === '好转' ? '好转最多' : way === '变差' ? '变差最多' : '变化最大';
  return hasOwn ? `${counts}，${who}${most}` : `${counts}；${who}${words}，${most}`;
}

/** Those that got better are told before those that got worse. */
function rank({ change }: Changed): number {
  return change.judgement === '好转' ? 1 : 0;
}

function size({ change }: Changed): number {
  return Math.abs(change.value);
}

/** Sizes of unlike units aren't compared: what got worse is named. */
function indicatorsSentence(changed: readonly Changed[], { against }: Told): string {
  const judged = changed.filter(({ change }) => change.judgement !== '不评价');
  const word = against.base === 'year' ? '' : CHANGE_BASE_WORDS[against.base];
  if (judged.length === 0) return `${changed.length}项指标${word}都不评价好坏`;
  const rest = judged.length < changed.length ? `，另${changed.length - judged.length}项不评价好坏` : '';
  return `${judged.length}项分好坏的指标${word}${directionsText(judged, '项')}${rest}`;
}

/** `都好转`, `中9个好转、2个变差、1个持平`, `中9个好转，只有乙县、丁县变差`. */
function directionsText(changed: readonly Changed[], counter: string): string {
  const groups = new Map<Direction, Changed[]>();
  for (const way of ['好转', '上升', '变差', '下降', '持平'] as const) {
    const alike = changed.filter(({ change }) => directionOf(change) === way);
    if (alike.length > 0) groups.set(way, alike);
  }
  const [only] = groups;
  if (groups.size === 1) return `都${only![0]}`;
  const text = (list: readonly [Direction, readonly Changed[]][]) =>
    list.map(([way, all]) => `${all.length}${counter}${way}`).join('、');
  const main = [...groups].reduce((best, one) => (one[1].length > best[1].length ? one : best));
  const others = [...groups].filter(([way]) => way !== main[0]);
  const few = others.reduce((sum, [, all]) => sum + all.length, 0);
  if (main[1].length < changed.length * MOST_PART || few > MOST_NAMED || main[0] === '持平')
    return `中${text([...groups])}`;
  const named = others.map(([way, all]) => `${all.map(({ title }) => title).join('、')}${way}`);
  return `中${text([main])}，只有${named.join('、')}`;
}

function directionOf({ judgement, value }: ToldChange): Direction {
  if (judgement === '好转' || judgement === '变差' || judgement === '持平') return judgement;
  return value === 0 ? '持平' : value > 0 ? '上升' : '下降';
}

/** `甲县比上年同期上升3个百分点`. */
function changeWords({ title, change }: Pick<Changed, 'title' | 'change'>, { against }: Told, what = ''): string {
  const { first, text } = change;
  const than = against.base === 'year' && againstYearBefore(change) ? '比上年同期' : `比${periodLabel(first.period)}`;
  return `${title}${what}${than}${text}`;
}

/** The subtitle of the trend, and how the charts are to be read. */
export function placesSubtitle(ofTrend: string): string {
  return `${ofTrend} · 每图一个地区，纵轴相同`;
}

/** How the charts are ordered, whose last period is another, and what the grey line is. */
export function placesNotes({ indicator, facets, referenceName }: Told): Note[] {
  const notes: Note[] = [];
  const order = indicator!.better === '不评价' ? '从高到低' : '从好到差';
  if (facets.length > 1) notes.push(remark(`按最近一期的数${order}排。`));
  const common = facets[0]?.last.period.text;
  const late = facets.filter(({ last }) => last.period.text !== common).map(({ title }) => title);
  if (late.length > 0) notes.push(remark(`${fewNames(late, '个')}的最近一期与前面的不同，排在后面。`));
  if (referenceName) notes.push(remark(`灰线是${referenceName}${medianRule(referenceName)}。`));
  return notes;
}

/** How the charts are ordered, and what the grey line is. */
export function indicatorsNotes({ facets, referenceName }: Pick<Facets, 'facets' | 'referenceName'>): Note[] {
  const notes = [remark('变差的在前，好转的在后，其余按指标原来的次序。')];
  if (referenceName && facets.some(({ reference }) => reference !== null))
    notes.push(remark(`灰线是${referenceName}${medianRule(referenceName)}。`));
  return notes;
}

/** How a median is taken, where the line is one. */
function medianRule(name: string): string {
  return name.endsWith('中位数') ? '：每期的确数从小到大排，取正中的；少于3个确数的时期没有' : '';
}

function remark(text: string): Note {
  return { level: '说明', text };
}
