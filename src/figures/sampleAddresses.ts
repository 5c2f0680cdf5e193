import { formatAddress, type Query, type Screen } from '../domain/address/address';
import { mapForms } from '../domain/atlas/ground';
import { funnelIndicators } from '../domain/compare/funnel';
import { explainedPlaces } from '../domain/contribution/explained';
import { splitPlaces } from '../domain/contribution/splitPlaces';
import type { Dataset } from '../domain/model/dataset';
import { trendCoverage } from '../domain/trend/coverage';
import { LEAST_VALUES } from '../domain/variation/processLimits';

const MAP_NAMES = { tiles: '格子图', map: '地图' } as const;

export interface SampleAddress {
  /** What is drawn there, in Chinese. */
  readonly name: string;
  readonly address: string;
}

/**
 * An address of every kind of figure, so that all can be tried on a dataset. A kind the dataset has nothing for is
 * left out (two periods of several places, three periods).
 */
export function sampleAddresses(dataset: Dataset): SampleAddress[] {
  const sample = (name: string, screen: Screen, query: Query = {}): SampleAddress => ({
    name,
    address: formatAddress(screen, query)
  });
  return [
    sample('总览', 'overview'),
    sample('记分表', 'overview', { tab: 'card' }),
    sample('地区对比', 'places'),
    sample('名次表', 'places', { tab: 'table' }),
    sample('进步榜', 'places', { tab: 'improve' }),
    sample('热力表', 'places', { tab: 'heat' }),
    ...(funnelIndicators(dataset).length > 0 ? [sample('漏斗图', 'places', { tab: 'funnel' })] : []),
    ...mapForms(dataset).map((form) => sample(MAP_NAMES[form], 'places', { tab: 'map', form })),
    ...trendSamples(dataset).map(({ name, query }) => sample(name, 'periods', query)),
    ...processSample(dataset).map((query) => sample('过程图', 'periods', query)),
    sample('同比一览', 'periods', { tab: 'changes' }),
    sample('逐地小图', 'periods', { tab: 'facets' }),
    sample('逐项小图', 'periods', { tab: 'facets', by: 'indicators' }),
    ...changeWhySample(dataset).map((query) => sample('为什么变了', 'periods', query)),
    sample('任务完成', 'progress'),
    sample('挂图作战', 'progress', { tab: 'matrix' }),
    sample('计划清单', 'progress', { tab: 'plans' }),
    sample('督办清单', 'progress', { tab: 'supervise' }),
    sample('合计核对', 'progress', { tab: 'sums' }),
    sample('任务逐月', 'progress', { tab: 'months' }),
    ...(dataset.progress.length > 0 ? [sample('差在哪里', 'progress', { tab: 'why', place: 'all' })] : []),
    sample('地区画像', 'profile'),
    sample('缺数一览', 'data', { tab: 'missing' }),
    sample('自查', 'data', { tab: 'audit' })
  ];
}

/** The three forms that one indicator over time takes: by how many periods and places there are. */
function trendSamples(dataset: Dataset): { name: string; query: Query }[] {
  const coverage = trendCoverage(dataset);
  const found = (name: string, wanted: (periods: readonly number[]) => boolean): { name: string; query: Query }[] => {
    const fits = coverage.find(({ places }) => wanted(places.map(({ periods }) => periods)));
    return fits ? [{ name, query: { i: fits.indicator.id } }] : [];
  };
  return [
    ...found('折线', (periods) => periods.some((count) => count > 2)),
    ...found('斜线', (periods) => periods.length === 1 && periods[0] === 2),
    ...found('哑铃', (periods) => periods.length > 1 && periods.every((count) => count === 2))
  ];
}

/** A place with enough figures in a row for limits. */
function processSample(dataset: Dataset): Query[] {
  for (const { indicator, places } of trendCoverage(dataset)) {
    const long = places.find(({ periods }) => periods >= LEAST_VALUES);
    if (long) return [{ i: indicator.id, p: long.place.id, xmr: '1' }];
  }
  return [];
}

/** A change that its units explain; where there is none, one that says why they don't. */
function changeWhySample(dataset: Dataset): Query[] {
  for (const placesOf of [splitPlaces, explainedPlaces]) {
    for (const { id } of dataset.indicators) {
      const [place] = placesOf(dataset, id);
      if (place) return [{ tab: 'why', i: id, place: place.id }];
    }
  }
  return [];
}
