import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseAddress } from '../../../src/domain/address/address';
import { defaultIndicators } from '../../../src/domain/address/defaultIndicator';
import { parseView } from '../../../src/domain/address/views';
import { type BoardQuery, progressBoard } from '../../../src/domain/board/board';
import { compare } from '../../../src/domain/compare/compare';
import { type Headline, HEADLINE_KINDS } from '../../../src/domain/findings/headline';
import { headlinesOf } from '../../../src/domain/findings/findings';
import type { Dataset } from '../../../src/domain/model/dataset';
import { overviewPeriods } from '../../../src/domain/findings/overviewPeriod';
import { parsePeriod } from '../../../src/domain/time/parsePeriod';
import { contains } from '../../../src/domain/time/period';
import { roundTo } from '../../../src/domain/number/rounding';
import { neededPace } from '../../../src/domain/progress/pace';
import { trend } from '../../../src/domain/trend/computeTrend';
import { loaded } from '../../fixtures/loaded';
import { dataset, type Fact, type Task } from '../factory';
import { SMALL } from './counties';

/** Every number of the answer that an address leads to, without its sign. */
function numbersAt(data: Dataset, address: string): number[] {
  const at = parseAddress(address);
  if (!at) throw new Error(`not an address: ${address}`);
  const { view, problems } = parseView(at.screen, at.query, {
    dataset: data,
    defaultIndicator: defaultIndicators(data)
  });
  expect(problems).toEqual([]);
  const shown = view as unknown as Record<string, string>;
  const numbers =
    at.screen === 'progress'
      ? boardNumbers(data, shown)
      : at.screen === 'periods'
        ? trendNumbers(data, view as never)
        : placesNumbers(data, shown);
  return numbers.flatMap((n) => (n === null ? [] : [Math.abs(n)]));
}

function boardNumbers(data: Dataset, view: Record<string, string>): (number | null)[] {
  const board = progressBoard(data, {
    place: view.place === 'all' ? undefined : view.place || undefined,
    organisation: view.organisation || undefined,
    programme: view.programme || undefined,
    light: (view.light || undefined) as BoardQuery['light'],
    sort: view.sort as BoardQuery['sort'],
    reported: parsePeriod(view.reported ?? '')
  });
  return [
    board.rows.length,
    ...Object.values(board.tally),
    ...board.rows.flatMap((c) => [
      c.reported,
      c.target,
      c.computed,
      c.rate,
      c.done,
      c.lead,
      neededPace(c).perDay,
      neededPace(c).remaining
    ]),
    ...board.rollUps.flatMap((r) => [r.parts.length, r.done, r.rate, r.own?.done ?? null, r.difference])
  ];
}

function trendNumbers(data: Dataset, view: { indicator: string; places: string[]; span: string }): (number | null)[] {
  const answer = trend(data, { indicator: view.indicator, places: view.places, span: view.span || undefined })!;
  return answer.series.flatMap((s) =>
    s.segments.flatMap((g) =>
      g.flatMap((p) => [p.value, p.statedChange?.observation.value ?? null, p.computedChange?.value ?? null])
    )
  );
}

function placesNumbers(data: Dataset, view: Record<string, string>): (number | null)[] {
  const answer = compare(data, { indicator: view.indicator!, period: view.period || undefined })!;
  return [
    answer.rows.length,
    answer.missing.length,
    answer.rows.filter((r) => r.rank !== null).length,
    ...answer.rows.flatMap((r) => [r.value, r.rank])
  ];
}

/** Numbers as they are printed, names, dates and units with digits taken out. */
function printed(data: Dataset, text: string): string[] {
  const names = [...data.places, ...data.indicators, ...data.programmes]
    .map((x) => x.name)
    .sort((a, b) => b.length - a.length);
  const bare = names
    .reduce((rest, name) => rest.split(name).join('＊'), text)
    .replace(/\d{4}年(\d{1,2}—\d{1,2}月|\d{1,2}月(\d{1,2}日)?)?(—(\d{4}年)?\d{1,2}月(\d{1,2}日)?)?/g, '＊')
    .replace(/\/10万/g, '');
  return (bare.match(/\d[\d,]*(\.\d+)?/g) ?? []).map((n) => n.replace(/,/g, ''));
}

/** A superlative about tasks names the first of the list that its address opens, figures in doubt aside. */
function leads(data: Dataset, f: Headline): void {
  if (f.kind !== '超额' || !f.text.includes('最高')) return;
  const view = new URLSearchParams(f.address.split('?')[1]);
  const place = view.get('place');
  const board = progressBoard(data, {
    place: place === 'all' ? undefined : place!,
    sort: view.get('sort') as BoardQuery['sort'],
    reported: parsePeriod(view.get('reported') ?? '')
  });
  const first = board.rows.find((c) => c.row.status !== '存疑')!;
  expect(f.text).toContain(`${first.programme.name}最高，完成${first.rateText}`);
}

function proves(data: Dataset, f: Headline): void {
  leads(data, f);
  const answer = numbersAt(data, f.address);
  for (const n of f.numbers) expect(answer, f.text).toContain(n);
  const shown = printed(data, f.text);
  expect(shown.length, f.text).toBe(f.numbers.length);
  shown.forEach((token) => {
    const decimals = token.split('.')[1]?.length ?? 0;
    // A large figure is told in 万 or 亿.
    const scales = f.text.includes(`${token}万`) ? [1, 1e4] : f.text.includes(`${token}亿`) ? [1, 1e8] : [1];
    expect(
      f.numbers.flatMap((n) => scales.map((scale) => roundTo(n / scale, decimals))),
      f.text
    ).toContain(Number(token));
  });
}

describe('every number in a sentence is a number of the answer at its address', () => {
  const datasets = new Map<string, Dataset>();
  beforeAll(async () => {
    for (const folder of ['data', 'monthly']) {
      datasets.set(folder, await loaded(folder));
    }
  });

  it.each(['data', 'monthly'])('on the dataset %s, without a focus place and with each', (folder) => {
    const data = datasets.get(folder)!;
    for (const focus of [undefined, ...data.places.map((p) => p.id)]) {
      const list = headlinesOf(data, focus);
      expect(list.length).toBeGreaterThanOrEqual(5);
      expect(list.length).toBeLessThanOrEqual(8);
      for (const f of list) proves(data, f);
    }
  });

  it.each(['data', 'monthly'])('of each time alone, on the dataset %s', (folder) => {
    const data = datasets.get(folder)!;
    for (const { period } of overviewPeriods(data))
      for (const focus of [undefined, data.places[1]!.id]) {
        const list = headlinesOf(data, focus, period);
        for (const f of list) {
          proves(data, f);
          expect(contains(period, f.date), `${period.text} ${f.text}`).toBe(true);
        }
      }
  });

  const names = ['甲县', '乙县', '丙县', '一院'];
  const someTask = fc.record({
    of: fc.constantFrom('筛查', '接种'),
    at: fc.constantFrom(...names),
    in: fc.constantFrom('2020', '2020-H2', '2019'),
    asOf: fc.constantFrom('', '2019-12-31', '2020-10-26', '2020-10-31', '2020-12-31'),
    done: fc.option(fc.nat(5000)),
    target: fc.option(fc.nat(5000)),
    rate: fc.option(fc.integer({ min: 0, max: 20000 }).map((n) => n / 100)),
    status: fc.constantFrom('实际', '存疑', '预计' as const),
    qualifier: fc.constantFrom('', '', '≈', '≥' as const)
  }) as fc.Arbitrary<Task>;
  const someFact = fc.record({
    of: fc.constantFrom('htn', 'visits'),
    at: fc.constantFrom(...names),
    in: fc.constantFrom('2020', '2019', '2020-10'),
    value: fc.integer({ min: -9000, max: 90000 }).map((n) => n / 100),
    measure: fc.constantFrom('数值', '数值', '同比(%)', '同比(百分点)' as const),
    status: fc.constantFrom('实际', '存疑' as const),
    qualifier: fc.constantFrom('', '≥' as const)
  }) as fc.Arbitrary<Fact>;

  it('on any dataset', () => {
    fc.assert(
      fc.property(
        fc.array(someTask, { maxLength: 25 }),
        fc.array(someFact, { maxLength: 25 }),
        fc.constantFrom(undefined, ...names),
        (tasks, facts, focus) => {
          const data = dataset({ ...SMALL, tasks, facts });
          const list = headlinesOf(data, focus);
          for (const f of list) {
            proves(data, f);
            expect(f.text).not.toMatch(/NaN|undefined|null|Infinity|。/);
            expect(HEADLINE_KINDS).toContain(f.kind);
          }
          expect(new Set(list.map((f) => f.text)).size).toBe(list.length);
        }
      ),
      { numRuns: 300 }
    );
  });
});
