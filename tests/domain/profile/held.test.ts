import { describe, expect, it } from 'vitest';
import { profile } from '../../../src/domain/profile/profile';
import { profileTable } from '../../../src/domain/profile/table';
import type { ReferenceChoice } from '../../../src/domain/compare/comparison';
import { BASE, LOW, RATE, VISITS } from './counties';
import { dataset, place } from '../factory';

const data = dataset({
  ...BASE,
  places: [
    place('某市', { level: '地市' }),
    ...BASE.places!.map((p) => (p.level === '县区' ? { ...p, parent: '某市' } : p))
  ],
  facts: [
    ...BASE.facts!,
    { of: RATE.id, at: '某市', in: '2020', value: 86.5 },
    { of: LOW.id, at: '某市', in: '2020', value: 2.8 }
  ]
});
const ask = (reference: ReferenceChoice, id = '甲县') => profile(data, id, undefined, reference)!;
const words = (reference: ReferenceChoice, id?: string) =>
  Object.fromEntries(
    ask(reference, id)
      .groups.flatMap((g) => g.rows)
      .map((row) => [row.indicator.name, row.held?.words ?? row.unheld ?? ''])
  );

describe('a profile held against', () => {
  it('the area above: difference by difference, named in its title, and said where there is none', () => {
    expect(words('parent')).toEqual({
      [RATE.name]: '比上级某市86.5%低6.5个百分点',
      [LOW.name]: '比上级某市2.8‰高0.2个千分点',
      [VISITS.name]: '总量的上级数包含各地'
    });
    const p = ask('parent');
    expect(p.verdict).toMatch(/；与上级比：2项更差$/);
    expect(p.notes.map(({ text }) => text)).toContain('门诊人次没有上级可比：总量的上级数包含各地。');
  });

  it('the mean of all, the year before, a chosen place', () => {
    // (80 + 90 + 85) ÷ 3 = 85; of the others fewer than three report.
    expect(words('mean')).toEqual({
      [RATE.name]: '比各地平均（没有人口数，大小地区同样算）85%低5个百分点',
      [LOW.name]: '能比较的确数不足3个',
      [VISITS.name]: '能比较的确数不足3个'
    });
    expect(words('year')[RATE.name]).toBe('比甲县2019年70%高10个百分点');
    expect(words('place:乙县')[VISITS.name]).toBe('比乙县900人次少200人次');
  });

  it('of a city that contains the others by those of its level', () => {
    expect(words('mean', '某市')[RATE.name]).toBe('能比较的确数不足3个');
    expect(words('place:乙县', '某市')[RATE.name]).toBe('比乙县90%低3.5个百分点');
  });

  it('of an organisation by its county', () => {
    expect(words('place:二院', '一院')[VISITS.name]).toBe('比二院300人次多100人次');
  });

  it('by nothing: as ever', () => {
    const p = ask('none');
    expect(p.against).toBe('');
    expect(profileTable(p).columns).toHaveLength(9);
  });

  it('in two columns of the table', () => {
    const table = profileTable(ask('parent'));
    expect(table.columns.map(({ title }) => title).slice(5, 9)).toEqual(['在各地中', '上级', '与上级相差', '变化']);
    const row = table.rows.find(([, name]) => name!.text === RATE.name)!;
    expect([row[6]!.text, row[7]!.text, row[7]!.value]).toEqual(['上级某市86.5%', '低6.5', -6.5]);
    expect(table.rows.every((r) => r.length === table.columns.length)).toBe(true);
  });
});
