import { expect, it } from 'vitest';
import { absentGroups, absentReason, absentText } from '../../../src/domain/missing/absentGroups';
import { place } from '../factory';

const absent = (name: string, reason: string) => ({ place: place(name), reason });

it('absentGroups(items) puts places of one reason together, the commonest last, equal ones as they came', () => {
  const items = [
    absent('甲县', '报告未写'),
    absent('乙县', '原文缺字'),
    absent('丙县', '报告未写'),
    absent('丁县', '口径不同')
  ];
  const groups = absentGroups(items);
  expect(groups.map(({ reason, names }) => [reason, names])).toEqual([
    ['原文缺字', ['乙县']],
    ['口径不同', ['丁县']],
    ['报告未写', ['甲县', '丙县']]
  ]);
  expect(groups[2]!.items).toEqual([items[0], items[2]]);
  expect(absentGroups([])).toEqual([]);
});

it('absentText(group) says 均 of several, and not of one', () => {
  const [one, two] = absentGroups([absent('甲县', '报告未写'), absent('乙县', '原文缺字'), absent('丙县', '报告未写')]);
  expect(absentText(one!)).toBe('乙县（原文缺字）');
  expect(absentText(two!)).toBe('甲县、丙县（均报告未写）');
  expect(absentReason({ ...two!, names: [] })).toBe('（报告未写）');
});
