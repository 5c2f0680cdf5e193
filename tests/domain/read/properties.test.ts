import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWithLast } from '../../../src/domain/read/lastReport';
import { readReport } from '../../../src/domain/read/readReport';
import { plainText } from '../../../src/domain/read/lines';
import { qualifierOf } from '../../../src/domain/read/proposal';
import { formOf, read } from './reading';

const PIECES = [
  ...[
    '一、',
    '（二）',
    '1.',
    '2023年',
    '1-10月，',
    '截至10月底，',
    '20xx年',
    '“6+1”',
    '《办法》',
    '\t',
    '\n',
    '　　',
    '|'
  ],
  ...[
    '门诊',
    '管理率',
    '完成率',
    '任务数',
    '同比',
    '增长',
    '下降',
    '分别为',
    '其中',
    '占全市',
    '位列',
    '第',
    '力争',
    '约',
    '近',
    '达',
    '无',
    '死亡'
  ],
  ...[
    '0',
    '3.6',
    '1,234',
    '８６',
    '95%',
    '2.1‰',
    '三十五',
    '百分之九十',
    '12',
    '-3',
    '+',
    '.',
    '万',
    '亿',
    '余',
    '人',
    '人次',
    '家',
    '个',
    '元',
    '个百分点',
    '/10万',
    '以上',
    '左右',
    '名'
  ],
  ...['，', '。', '；', '、', '（', '）', '：', ' ', '😀', '\r\n', '\u0000', '和', '的']
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.string({ maxLength: 200, unit: 'binary' })
);
const period = fc.constantFrom('2023', '2024-H1', '2023-10', '2020-01/2020-10', '2023-10-26');
const kind = fc.constantFrom('总结', '计划', '公报', '进展通报') as fc.Arbitrary<'总结'>;

describe('reading any text', () => {
  it('every figure stands where it is said to, and says its value', () => {
    fc.assert(
      fc.property(text, period, kind, (report, of, what) => {
        const lines = report.replace(/\r\n?/g, '\n').split('\n');
        for (const p of read(report, of, what)) {
          expect(lines[p.line - 1]!.slice(p.offset, p.offset + p.written.length)).toBe(p.written);
          expect(p.written).not.toBe('');
          expect(Number.isFinite(p.value)).toBe(true);
          const said = qualifierOf(p.written, p.value, p.unit, p.kind);
          if (p.value !== 0 || /\d/.test(plainText(p.written))) expect(said, JSON.stringify(p)).toBeDefined();
          expect(p.period.start <= p.period.end).toBe(true);
          expect(p.name).not.toBe('');
          expect(p.alternatives.length).toBeLessThanOrEqual(4);
        }
      }),
      { numRuns: 600 }
    );
  });

  it('is the same every time, and no report changes another', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const once = readReport(a, formOf());
        readReport(b, formOf('2024-H1'));
        expect(readReport(a, formOf())).toEqual(once);
      }),
      { numRuns: 200 }
    );
  });

  it('a form of equal length for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (line) => plainText(line).length === line.length));
  });

  it('compares any two texts, and gives every kept fact a place or says it is missing', () => {
    fc.assert(
      fc.property(text, text, (old, fresh) => {
        const facts = read(old).map(({ line, written, value, name }) => ({
          line,
          written,
          value,
          name,
          indicator: name
        }));
        const proposals = read(fresh);
        const compared = compareWithLast(fresh, proposals, { text: old, facts, form: formOf() }, formOf());
        expect(compared.facts.map(({ offset, line }) => [line, offset])).toEqual(
          proposals.map(({ offset, line }) => [line, offset])
        );
        const used = compared.facts.flatMap(({ last }) => (last ? [last] : []));
        expect(new Set(used).size).toBe(used.length);
        expect(used.length + compared.missing.length).toBeLessThanOrEqual(facts.length);
        for (const fact of compared.missing) expect(used).not.toContain(fact);
        for (const fact of compared.facts) expect(fact.indicator !== '').toBe(fact.frame === 'agree');
      }),
      { numRuns: 200 }
    );
  });
});
