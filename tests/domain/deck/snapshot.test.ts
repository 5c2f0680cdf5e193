import { describe, expect, it } from 'vitest';
import { readSnapshot, takeSnapshot } from '../../../src/domain/deck/snapshot';
import { annotation, count, dataset, indicator, place, programme, source } from '../factory';

const data = dataset({
  title: '例',
  version: '3',
  indicators: [indicator({ id: 'rate' }), count({ id: 'visits' }), count({ id: 'linked', name: '例数' })],
  places: [place('甲县'), place('乙县')],
  programmes: [programme('筛查', { indicator: 'linked' }), programme('讲座')],
  sources: [source('甲'), source('乙'), source('丙')],
  annotations: [annotation({ indicator: 'rate' })],
  facts: [
    { of: 'visits', at: '甲县', in: '2020', value: 9, source: '丙' },
    {
      of: 'rate',
      at: '甲县',
      in: '2020',
      value: 80,
      qualifier: '≥',
      lower: 79,
      upper: 81,
      numerator: 4,
      denominator: 5
    },
    { of: 'rate', at: '乙县', in: '2020-10-31', value: null, status: '缺字', written: '达%' },
    { of: 'rate', at: '甲县', in: '2020', value: 70, part: '男' }
  ],
  tasks: [
    { of: '筛查', at: '甲县', in: '2020', asOf: '2020-12-31', target: 10, done: 0, source: '乙' },
    { of: '讲座', at: '乙县', in: '2021', target: 5 }
  ]
});
const scope = (indicators: readonly string[], programmes: readonly string[]) => ({
  indicators: new Set(indicators),
  programmes: new Set(programmes)
});

/** As a browser keeps it. */
interface Stored {
  title?: unknown;
  annotations?: Record<string, unknown>[];
  readonly observations: unknown[][];
  readonly places: Record<string, unknown>[];
  readonly progress: Record<string, unknown>[];
}

describe('the rows that are kept of a slide', () => {
  it('come back as they were, 0 and what is missing among them', () => {
    const back = readSnapshot(takeSnapshot(data))!;
    expect([back.title, back.version, back.size, back.progress.length]).toEqual(['例', '3', 4, 2]);
    expect(back.observationsOf('rate').map((o) => [o.place.id, o.period.text, o.value, o.qualifier, o.status])).toEqual(
      [
        ['甲县', '2020', 80, '≥', '实际'],
        ['乙县', '2020-10-31', null, '', '缺字']
      ]
    );
    const [own] = back.observationsOf('rate');
    expect([own!.lower, own!.upper, own!.numerator, own!.denominator]).toEqual([79, 81, 4, 5]);
    expect(back.partsOf('rate').map(({ part, value }) => [part, value])).toEqual([['男', 70]]);
    expect(back.progress.map(({ target, done, asOf, status }) => [target, done, asOf, status])).toEqual([
      [10, 0, '2020-12-31', '实际'],
      [5, null, '', '计划']
    ]);
    expect(back.annotations).toHaveLength(1);
    // Taken again they say the same.
    expect(JSON.parse(takeSnapshot(back))).toEqual(JSON.parse(takeSnapshot(data)));
  });

  it('are those of the indicators and tasks asked for, with all places, and the reports that they stand in', () => {
    const few = readSnapshot(takeSnapshot(data, scope(['rate'], ['筛查'])))!;
    expect(few.indicators.map(({ id }) => id)).toEqual(['rate', 'linked']);
    expect(few.programmes.map(({ id }) => id)).toEqual(['筛查']);
    expect(few.places.map(({ id }) => id)).toEqual(['甲县', '乙县']);
    expect(few.sources.map(({ id }) => id)).toEqual(['甲', '乙']);
    expect([few.size, few.progress.length]).toEqual([3, 1]);
    const none = readSnapshot(takeSnapshot(data, scope([], [])))!;
    expect([none.size, none.progress.length, none.sources.length, none.indicators.length]).toEqual([0, 0, 0, 0]);
  });

  const broken = (change: (stored: Stored) => void) => {
    const stored = JSON.parse(takeSnapshot(data)) as Stored;
    change(stored);
    return readSnapshot(JSON.stringify(stored));
  };

  it.each<[string, (stored: Stored) => void]>([
    ['a place that isn’t there', (s) => (s.observations[0]![1] = 2)],
    ['a negative position', (s) => (s.observations[0]![0] = -1)],
    ['no period', (s) => (s.observations[0]![3] = '昨天')],
    ['a measure of its own', (s) => (s.observations[0]![4] = '数')],
    ['a text for a number', (s) => (s.observations[0]![5] = '9')],
    ['a sign of its own', (s) => (s.observations[0]![6] = '~')],
    ['a status of its own', (s) => (s.observations[0]![7] = '好')],
    ['a number for a text', (s) => (s.observations[0]![9] = 9)],
    ['no name of a place', (s) => delete s.places[0]!.name],
    ['no title', (s) => delete s.title],
    ['a task of nobody', (s) => (s.progress[0]!.place = 7)],
    ['a day that is no text', (s) => (s.progress[0]!.asOf = 20201231)],
    ['a kind of remark that there isn’t', (s) => (s.annotations![0]!.kind = '话')]
  ])('are none with %s', (_, change) => {
    expect(broken(() => undefined)).toBeDefined();
    expect(broken(change)).toBeUndefined();
  });

  it('are none of no text, and of another one', () => {
    expect(['', 'null', '7', '[]', '{}', '{'].map(readSnapshot)).toEqual(Array.from({ length: 6 }, () => undefined));
  });

  it('of an earlier version have no remarks', () => {
    expect(broken((s) => delete s.annotations)!.annotations).toEqual([]);
  });
});
