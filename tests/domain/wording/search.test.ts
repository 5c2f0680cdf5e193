import { describe, expect, it } from 'vitest';
import { searchIndicators } from '../../../src/domain/wording/search';
import { indicator } from '../factory';

const LIST = [
  indicator({ name: '高血压患者规范管理率', aliases: ['HTN规范管理率'] }),
  indicator({ name: '住院分娩率', theme: '妇幼健康' }),
  indicator({ name: '糖尿病患者管理率' })
];
const names = (text: string, match?: (name: string, query: string) => boolean) =>
  searchIndicators(LIST, text, match).map((i) => i.name);

describe('searchIndicators(list, text, match)', () => {
  it('finds all in order for an empty text', () => {
    expect(names('')).toEqual(LIST.map((i) => i.name));
    expect(names('  ')).toHaveLength(3);
  });

  it('looks at name, aliases and theme, whatever the case', () => {
    expect(names('血压')).toEqual(['高血压患者规范管理率']);
    expect(names('htn')).toEqual(['高血压患者规范管理率']);
    expect(names('妇幼')).toEqual(['住院分娩率']);
    expect(names('管理率')).toEqual(['高血压患者规范管理率', '糖尿病患者管理率']);
    expect(names('没有')).toEqual([]);
  });

  it('asks the outside matcher too, e.g. for pinyin initials', () => {
    const initials = (name: string, query: string) => query === 'gxy' && name.startsWith('高血压');
    expect(names('gxy', initials)).toEqual(['高血压患者规范管理率']);
    expect(names('gxy')).toEqual([]);
  });

  it('takes signs of a regular expression as they are', () => {
    expect(names('.*')).toEqual([]);
    expect(names('(')).toEqual([]);
  });
});
