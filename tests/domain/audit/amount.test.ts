import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountOf, meet, printedStep } from '../../../src/domain/audit/amount';

describe('printedStep(written, value)', () => {
  it.each([
    ['523单位', 523, 0],
    ['270.5单位', 270.5, 0.1],
    ['97.06%', 97.06, 0.01],
    ['93%', 93, 0],
    ['342万', 3_420_000, 10_000],
    ['123.2万人', 1_232_000, 1000],
    ['772万元', 772, 1],
    ['42.9150万元', 42.915, 0.0001],
    ['50400元', 5.04, 0],
    ['48,282元', 4.8282, 0],
    ['7689人,同比增加765人', 765, 0],
    ['2.20', 2.2, 0.01],
    ['三家', 3, 0]
  ])('%s as %d was printed to the nearest %d', (written, value, step) => {
    expect(printedStep(written, value)).toBeCloseTo(step, 10);
  });
});

describe('amountOf', () => {
  const of = (
    value: number,
    written: string,
    more: { qualifier?: '' | '≈' | '≥' | '≤' | '>' | '<'; rate?: boolean } = {}
  ) => amountOf({ value, written, qualifier: more.qualifier ?? '', rate: more.rate ?? false });

  it('takes a whole count for exact', () => {
    expect(of(523, '523单位')).toMatchObject({ low: 523, high: 523, exact: true });
  });

  it('gives a rounded figure half a step either way', () => {
    expect(of(3_420_000, '342万')).toMatchObject({ low: 3_415_000, high: 3_425_000, exact: false });
    expect(of(93, '93%', { rate: true })).toMatchObject({ low: 92.5, high: 93.5 });
  });

  it('reads 余 as more, by less than one unit of the last round digit', () => {
    expect(of(80, '80余家', { qualifier: '≈' })).toMatchObject({ low: 80, high: 90 });
    expect(of(9000, '9000余名', { qualifier: '≈' })).toMatchObject({ low: 9000, high: 10_000 });
    expect(of(1756, '1756余户', { qualifier: '≈' })).toMatchObject({ low: 1756, high: 1757 });
  });

  it('reads 近 as less and 约 as either side', () => {
    expect(of(6000, '近6000人次', { qualifier: '≈' })).toMatchObject({ low: 5000, high: 6000 });
    expect(of(849_000, '约84.9万', { qualifier: '≈' })).toMatchObject({ low: 848_000, high: 850_000 });
  });

  it('leaves a bound open on its other side', () => {
    expect(of(90, '90分以上', { qualifier: '≥' })).toMatchObject({ low: 90, high: Infinity });
    expect(of(5, '5%以内', { qualifier: '≤', rate: true })).toMatchObject({ low: -Infinity, high: 5 });
  });

  it('always holds its own value', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.constantFrom('', '≈', '≥', '≤', '>', '<'),
        (value, qualifier) => {
          const { low, high } = amountOf({ value, written: `${value}人`, qualifier: qualifier as '', rate: false });
          expect(low <= value && value <= high).toBe(true);
        }
      )
    );
  });
});

describe('meet', () => {
  it('says whether two amounts can be the same number', () => {
    const a = amountOf({ value: 80, written: '80余家', qualifier: '≈', rate: false });
    expect(meet(a, amountOf({ value: 81, written: '81家', qualifier: '', rate: false }))).toBe(true);
    expect(meet(a, amountOf({ value: 78, written: '78家', qualifier: '', rate: false }))).toBe(false);
  });
});
