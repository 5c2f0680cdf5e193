/** Addresses of figures, of ids that the dataset has and of things that nobody has. */
import { formatAddress, SCREENS, type Screen } from '../../src/domain/address/address';
import type { Dataset } from '../../src/domain/model/dataset';
import type { Chance } from './chance';
import { TEXTS } from './hostile';

const TABS: Readonly<Partial<Record<Screen, readonly string[]>>> = {
  places: ['rank', 'heat'],
  periods: ['one', 'changes'],
  progress: ['bars', 'matrix', 'plans', 'supervise', 'sums'],
  data: ['missing', 'observations', 'progress', 'sources', 'audit', 'issues']
};

/** One address of each screen and tab, with some of its fields filled. */
export function addressesFor(dataset: Dataset, chance: Chance): string[] {
  return SCREENS.flatMap((screen) =>
    (TABS[screen] ?? ['']).map((tab) =>
      formatAddress(screen, { ...(tab === '' ? {} : { tab }), ...query(dataset, chance) })
    )
  );
}

/** A hash as someone may type or paste it. */
export function brokenAddress(address: string, chance: Chance): string {
  const at = chance.below(address.length);
  return chance.pick([
    address.slice(0, at),
    address.slice(0, at) + chance.pick(TEXTS) + address.slice(at),
    address.replace('?', '&'),
    `#!${address}`,
    encodeURIComponent(address),
    `${address}&__proto__=1&constructor=x`,
    chance.pick(TEXTS)
  ]);
}

function query(dataset: Dataset, chance: Chance): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [key, values] of Object.entries(fields(dataset))) {
    if (!chance.happens(key === 'i' || key === 'place' ? 0.5 : 0.15)) continue;
    const list = values.filter((value) => value !== '');
    out[key] = list.length === 0 || chance.happens(0.05) ? chance.pick(TEXTS) : chance.pick(list);
  }
  if (chance.happens(0.2))
    out.p = dataset.places
      .slice(0, 1 + chance.below(8))
      .map(({ id }) => id)
      .join(',');
  return out;
}

function fields(dataset: Dataset): Readonly<Record<string, readonly string[]>> {
  const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
  const places = ids(dataset.places);
  const flag = ['1'];
  return {
    i: ids(dataset.indicators),
    place: [...places, 'all'],
    focus: places,
    unit: places,
    programme: ids(dataset.programmes),
    source: ids(dataset.sources),
    theme: dataset.indicators.map(({ theme }) => theme),
    period: ['2020', '2019', '2020-10', '2020-10-31', '1990'],
    ref: ['mean', 'median', 'none', 'target', 'weighted', ...places],
    sort: ['value', 'official', 'lag', 'lead', 'rate'],
    light: ['红', '黄', '绿', '无'],
    rule: [...dataset.lightRules.map(({ id }) => id), '位次,1,2,红黄绿', '预测,100,90,蓝黄红', '逾期,30,色盲安全'],
    span: ['年', '月', '2020'],
    kind: ['差距扩大', '合计', '率'],
    order: ['official', 'red', 'lag'],
    outcome: ['已完成', '未报'],
    page: ['2', '99', '0', '-1'],
    odd: flag,
    units: flag,
    head: flag,
    flip: flag,
    forecast: flag,
    q: TEXTS,
    value: ['>5', '1-2', '≥0', 'x']
  };
}
