import { expect, it } from 'vitest';
import { auditOf } from '../../../src/domain/audit/audit';
import { newFindings } from '../../../src/domain/batch/newFindings';
import { count, dataset } from '../factory';

it('tells only what the audit finds now and didn’t find before', () => {
  const fallen = { of: '门诊人次', at: '东湖县' };
  const before = [
    { ...fallen, in: '2023-01/2023-03', value: 50 },
    { ...fallen, in: '2023-01/2023-04', value: 40 }
  ];
  const after = [
    ...before,
    { ...fallen, in: '2024-01/2024-03', value: 60 },
    { ...fallen, in: '2024-01/2024-04', value: 59 }
  ];
  const audit = (facts: typeof before) => auditOf(dataset({ indicators: [count()], facts }));
  expect(newFindings(audit(before), audit(after)).map(({ kind, arithmetic }) => [kind, arithmetic])).toEqual([
    ['累计', '60人次（到2024-03-31）＞59人次（到2024-04-30）']
  ]);
  expect(newFindings(audit(after), audit(after))).toEqual([]);
});
