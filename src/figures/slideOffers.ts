/** Everything of a dataset that can stand on a slide, by the name under which somebody looks for it. */
import { formatAddress, parseAddress, type Query, type Screen } from '../domain/address/address';
import { funnelIndicators } from '../domain/compare/funnel';
import { gapContribution } from '../domain/contribution/gap';
import { splitPlaces } from '../domain/contribution/splitPlaces';
import { comparableIndicators } from '../domain/model/coverage';
import { memoByDataset } from '../domain/model/memo';
import type { Dataset } from '../domain/model/dataset';
import { changePlaces } from '../domain/trend/changePlaces';
import { trendCoverage } from '../domain/trend/coverage';
import { placeLabel } from '../domain/wording/placeLabel';

export interface SlideOffer {
  /** `地区对比：高血压规范管理率`. */
  readonly name: string;
  readonly address: string;
}

const offer = (name: string, screen: Screen, query: Query = {}): SlideOffer => ({
  name,
  address: formatAddress(screen, query)
});

/** All offers, in the order of the screens. */
export const slideOffers = memoByDataset((dataset): readonly SlideOffer[] => {
  const compared = comparableIndicators(dataset);
  const themes = [...new Set(compared.map(({ theme }) => theme))];
  const withTasks = new Set(dataset.progress.map(({ place }) => place.parent || place.id));
  const counties = dataset.places.filter(({ id }) => withTasks.has(id));
  const places = dataset.places.filter(({ id }) => dataset.countAt(id) > 0);
  return [
    offer('总览：今日要点', 'overview'),
    offer('总览：记分表', 'overview', { tab: 'card' }),
    ...compared.map(({ id, name }) => offer(`地区对比：${name}`, 'places', { i: id })),
    offer('进步榜', 'places', { tab: 'improve' }),
    ...funnelIndicators(dataset).map(({ indicator: { id, name } }) =>
      offer(`是不是偶然：${name}`, 'places', { tab: 'funnel', i: id })
    ),
    ...themes.map((theme) => offer(`热力表：${theme}`, 'places', { tab: 'heat', theme })),
    ...trendCoverage(dataset).map(({ indicator }) =>
      offer(`时期对比：${indicator.name}`, 'periods', { i: indicator.id })
    ),
    ...trendCoverage(dataset)
      .filter((entry) => entry.places.length > 1)
      .map(({ indicator }) => offer(`小图：${indicator.name}`, 'periods', { tab: 'facets', i: indicator.id })),
    ...changePlaces(dataset).map(({ place }) =>
      offer(`小图：${placeLabel(place)}`, 'periods', { tab: 'facets', by: 'indicators', place: place.id })
    ),
    ...changePlaces(dataset).map(({ place }) =>
      offer(`同比一览：${placeLabel(place)}`, 'periods', { tab: 'changes', place: place.id })
    ),
    ...dataset.indicators.flatMap(({ id, name }) =>
      splitPlaces(dataset, id).map((place) =>
        offer(`为什么变了：${placeLabel(place)}${name}`, 'periods', { tab: 'why', i: id, place: place.id })
      )
    ),
    ...counties.flatMap((place) => taskOffers(placeLabel(place), { place: place.id })),
    ...dataset.programmes.map(({ id, name }) =>
      offer(`任务完成：${name}`, 'progress', { programme: id, place: 'all' })
    ),
    ...dataset.programmes
      .filter(({ id }) => hasGap(dataset, id))
      .map(({ id, name }) => offer(`为什么慢：${name}`, 'progress', { tab: 'why', programme: id, place: 'all' })),
    ...places.map((place) => offer(`地区画像：${placeLabel(place)}`, 'profile', { place: place.id })),
    offer('缺数一览', 'data', { tab: 'missing' }),
    offer('交了没有', 'data', { tab: 'reported' }),
    offer('自查', 'data', { tab: 'audit' })
  ];
});

function hasGap(dataset: Dataset, programme: string): boolean {
  return Boolean(gapContribution(dataset, { programme, kind: 'clock', rule: dataset.defaultRule })?.whole);
}

function taskOffers(name: string, query: Query): SlideOffer[] {
  return [
    offer(`任务完成：${name}`, 'progress', query),
    offer(`挂图作战：${name}`, 'progress', { ...query, tab: 'matrix' }),
    offer(`计划清单：${name}`, 'progress', { ...query, tab: 'plans' }),
    offer(`督办清单：${name}`, 'progress', { ...query, tab: 'supervise' }),
    offer(`合计核对：${name}`, 'progress', { ...query, tab: 'sums' })
  ];
}

/** Those whose name has all the words, in any order and case. */
export function findOffers(offers: readonly SlideOffer[], text: string): SlideOffer[] {
  const words = text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  return offers.filter(({ name }) => {
    const plain = name.normalize('NFKC').toLowerCase();
    return words.every((word) => plain.includes(word));
  });
}

/** The address in a text that somebody pasted, `http://…/#/places?i=…`; empty where there is none. */
export function pastedAddress(text: string): string {
  const address = text.slice(text.indexOf('#') + 1).trim();
  const parsed = address.startsWith('/') ? parseAddress(address) : undefined;
  return parsed && parsed.screen !== 'present' ? address : '';
}
