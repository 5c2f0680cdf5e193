import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filedAt, filingSums, subjectFilings } from '../../../src/domain/missing/filings';
import { reportBoard } from '../../../src/domain/missing/reporting';
import { dataset, indicator, programme } from '../factory';
import { inBlocks } from '../../fixtures/inBlocks';

const whole = dataset({
  indicators: ['床位', '门诊'].map((name) => indicator({ name, unit: '人', kind: '数量' })),
  facts: [
    { of: '门诊', at: '甲县', in: '2021-01', value: 1 },
    { of: '门诊', at: '甲县', in: '2024-05', value: 2 },
    { of: '床位', at: '乙县', in: '2024-Q1', value: 3 },
    { of: '床位', at: '乙县', in: '2024-01/2024-05', value: 4 },
    // A forecast and a hole are no figures.
    { of: '床位', at: '甲县', in: '2025-01', value: 5, status: '预计' },
    { of: '床位', at: '甲县', in: '2024-06', value: null, status: '未报' }
  ]
});

const row = fc.record({
  of: fc.constantFrom('床位', '门诊'),
  at: fc.constantFrom('甲县', '乙县', '丙县'),
  in: fc.constantFrom('2021-01', '2024-04', '2024-05', '2024-Q1', '2024-01/2024-05'),
  value: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 4 }),
  status: fc.constantFrom('实际' as const, '实际' as const, '预计' as const)
});
const task = fc.record({
  of: fc.constantFrom('筛查', '签约'),
  at: fc.constantFrom('甲县', '丁县'),
  in: fc.constant('2024'),
  asOf: fc.constantFrom('2024-05-31', '2024-06-30', ''),
  done: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 4 })
});

describe('what all places reported of a subject', () => {
  it('is counted without looking at them one by one', () => {
    expect(subjectFilings(whole)).toEqual(
      new Map([
        ['床位', { places: 1, months: new Set(['2024-03', '2024-05']) }],
        ['门诊', { places: 1, months: new Set(['2021-01', '2024-05']) }]
      ])
    );
  });

  it('is what they reported together, tasks too', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), fc.array(task, { maxLength: 6 }), (facts, tasks) => {
        const data = dataset({
          indicators: ['床位', '门诊'].map((name) => indicator({ name, unit: '人', kind: '数量' })),
          programmes: [programme('筛查'), programme('签约')],
          facts,
          tasks
        });
        const together = new Map<string, { places: number; months: Set<string> }>();
        for (const place of data.places) {
          for (const [subject, { months }] of filedAt(data)(place)?.subjects ?? []) {
            const all = together.get(subject) ?? { places: 0, months: new Set<string>() };
            together.set(subject, { places: all.places + 1, months: new Set([...all.months, ...months]) });
          }
        }
        expect(subjectFilings(data)).toEqual(together);
      })
    );
  });
});

describe('what each place ever reported', () => {
  it('is known by month, with the months of the first period between two', () => {
    const { months, filed } = filingSums(whole);
    expect(months).toEqual(['2021-01', '2024-03', '2024-05', '2024-06', '2025-01']);
    expect(filed.map((one) => [Array.from(one!.bits), Array.from(one!.spans)])).toEqual([
      [
        [0, 0b110],
        [0, 3]
      ],
      [
        [0b101, 0],
        [1, 0]
      ]
    ]);
  });

  it('is told by place and subject', () => {
    const filed = filedAt(whole);
    expect(whole.places.filter((place) => filed(place)).map(({ id }) => id)).toEqual(['甲县', '乙县']);
    expect(filed(whole.place('甲县')!)!.subjects).toEqual(
      new Map([['门诊', { months: new Set(['2021-01', '2024-05']), span: 1 }]])
    );
  });

  it('of a pack is read from its file, and no block is asked for', () => {
    const { answer } = inBlocks(whole, 1, true);
    const { value, loaded } = answer(reportBoard);
    expect(loaded).toEqual(['filings']);
    expect(value.rows).toEqual(reportBoard(whole).rows);
  });

  it('reaches over more months than a word has bits', () => {
    const month = (n: number) => `${2020 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
    const facts = Array.from({ length: 40 }, (_, n) => ({ of: '床位', at: '甲县', in: month(n), value: n }));
    const long = dataset({ indicators: [indicator({ name: '床位', unit: '人', kind: '数量' })], facts });
    const { value } = inBlocks(long, 1, true).answer((data) => filedAt(data)(data.place('甲县')!)!);
    expect([...value.subjects.get('床位')!.months]).toEqual(facts.map((fact) => fact.in));
  });
});
