/**
 * What must hold for any dataset: nothing asked for is lost, nothing is counted twice.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { progressBoard } from '../../src/domain/board/board';
import { progressTable } from '../../src/domain/board/boardTable';
import { compare } from '../../src/domain/compare/compare';
import { comparisonTable } from '../../src/domain/compare/comparisonTable';
import { spanLabel } from '../../src/domain/time/periodLabel';
import { trend } from '../../src/domain/trend/computeTrend';
import { trendTable } from '../../src/domain/trend/trendTable';
import { count, dataset, indicator, place, programme, source, type Fact, type Task } from './factory';

const NAMES = ['甲县', '乙县', '丙县', '丁县'];
const PERIODS = [
  '2018',
  '2019',
  '2020',
  '2019-H1',
  '2020-H1',
  '2020-Q3',
  '2020-01/2020-10',
  '2020-12-31',
  '2019-12-31'
];
const number = fc.integer({ min: 0, max: 2000 }).map((n) => n / 10);

const someFact: fc.Arbitrary<Fact> = fc.record({
  at: fc.constantFrom(...NAMES),
  in: fc.constantFrom(...PERIODS),
  value: fc.option(number, { freq: 8 }),
  measure: fc.constantFrom('数值' as const, '数值' as const, '同比(%)' as const, '同比(百分点)' as const),
  qualifier: fc.constantFrom('' as const, '' as const, '≈' as const, '≥' as const),
  source: fc.constantFrom('甲', '乙')
});

const someTask: fc.Arbitrary<Task> = fc.record({
  of: fc.constantFrom('任务1', '任务2'),
  at: fc.constantFrom(...NAMES),
  in: fc.constantFrom('2019', '2020', '2020-H1'),
  asOf: fc.constantFrom('', '2020-03-31', '2020-12-31'),
  target: fc.option(number),
  done: fc.option(number),
  rate: fc.option(number),
  source: fc.constantFrom('甲', '乙')
});

const base = {
  places: NAMES.map((n) => place(n)),
  sources: [source('甲'), source('乙', { grade: 'B' as const })],
  programmes: [programme('任务1'), programme('任务2', { unit: '%' })]
};

const KINDS = [indicator({ id: 'x' }), count({ id: 'x' }), indicator({ id: 'x', unit: '‰', better: '低' })];

describe('any comparison', () => {
  it('places every place asked for exactly once: drawn, left out or missing; its table has them all', () => {
    fc.assert(
      fc.property(
        fc.array(someFact),
        fc.constantFrom(...KINDS),
        fc.boolean(),
        fc.constantFrom(undefined, '2020'),
        (facts, of, showUnfit, period) => {
          const c = compare(dataset({ ...base, indicators: [of], facts }), {
            indicator: 'x',
            showUnfit,
            ...(period ? { period } : {})
          })!;
          const names = [...c.rows, ...c.excluded, ...c.missing].map((r) => r.place.name);
          expect([...names].sort()).toEqual([...NAMES].sort());
          expect(comparisonTable(c).rows).toHaveLength(NAMES.length + (c.reference ? 1 : 0));
          for (const row of c.rows) expect(row.fits).toBe(row.reason === '');
          expect(c.verdict).not.toMatch(/NaN|undefined|null|Infinity/);
        }
      )
    );
  });

  it('ranks by value: a better rank is never a worse value, and equal values share a rank', () => {
    fc.assert(
      fc.property(fc.array(someFact), fc.constantFrom(...KINDS), (facts, of) => {
        const ranked = compare(dataset({ ...base, indicators: [of], facts }), { indicator: 'x' })!.rows.filter(
          (r) => r.rank !== null
        );
        for (const a of ranked) {
          for (const b of ranked) {
            const better = of.better === '低' ? a.value < b.value : a.value > b.value;
            expect(a.rank! < b.rank!).toBe(better);
          }
        }
      })
    );
  });
});

describe('any trend', () => {
  it('keeps each number once, in ascending order, never two spans in one series', () => {
    fc.assert(
      fc.property(fc.array(someFact), fc.constantFrom(...KINDS), (facts, of) => {
        const t = trend(dataset({ ...base, indicators: [of], facts }), { indicator: 'x', places: NAMES })!;
        for (const s of t.series) {
          const points = s.segments.flatMap((segment) => [...segment]);
          expect(new Set(points.map((p) => spanLabel(p.period)))).toEqual(new Set([s.span]));
          const ends = points.map((p) => p.period.end);
          expect(ends).toEqual([...ends].sort());
          expect(new Set(points.map((p) => p.period.text)).size).toBe(points.length);
        }
        const known = new Set(
          facts.filter((f) => f.measure === '数值' && f.value !== null).map((f) => `${f.at} ${f.in}`)
        );
        const drawn = t.series.flatMap((s) =>
          s.segments.flatMap((g) => g.filter((p) => !p.derived).map((p) => `${s.place.name} ${p.period.text}`))
        );
        expect([...drawn].sort()).toEqual([...known].sort());
        const places = new Set([...t.series.map((s) => s.place.name), ...t.missing.map((m) => m.place.name)]);
        expect(places.size).toBe(NAMES.length);
        expect(
          t.verdict +
            trendTable(t)
              .rows.flat()
              .map((c) => c.text)
              .join()
        ).not.toMatch(/NaN|undefined|null|Infinity/);
      })
    );
  });
});

describe('any progress board', () => {
  it('counts every row under one light, sorts by lead, and lights nothing without a lead', () => {
    fc.assert(
      fc.property(fc.array(someTask), (tasks) => {
        const b = progressBoard(dataset({ ...base, tasks }));
        expect(b.counts.bad + b.counts.middling + b.counts.good + b.counts.none).toBe(b.rows.length);
        const leads = b.rows.flatMap((c) => c.lead ?? []);
        expect(leads).toEqual([...leads].sort((x, y) => x - y));
        for (const c of b.rows) expect(c.light.level === 'none').toBe(c.lead === null);
        expect(progressTable(b).rows).toHaveLength(b.rows.length + b.plans.length);
        expect(
          b.verdict +
            progressTable(b)
              .rows.flat()
              .map((c) => c.text)
              .join()
        ).not.toMatch(/NaN|undefined|null|Infinity/);
      })
    );
  });
});
