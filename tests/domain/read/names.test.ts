import { describe, expect, it } from 'vitest';
import { read } from './reading';

const names = (text: string) => read(text).map(({ name }) => name);

describe('what a fact is called', () => {
  it('by the words before it', () => {
    expect(names('截至10月底，全县网约护士注册160人。')).toEqual(['网约护士注册']);
  });
  it('by the noun after it', () => {
    expect(names('已组织56个基层老年协会，培训乡村医生500人次。')).toEqual(['基层老年协会', '培训乡村医生']);
  });
  it('a change, a rank, a share are of the fact before', () => {
    expect(names('总诊疗人次312万人次，同比增长8.4%，占全市18.5%，居全市第3位。')).toEqual([
      '总诊疗人次',
      '总诊疗人次',
      '总诊疗人次',
      '总诊疗人次'
    ]);
  });
  it('a bare rate is of what was counted before', () => {
    expect(names('肺结核患者管理155人，管理率98.7%。')).toEqual(['肺结核患者管理', '肺结核患者管理率']);
  });
  it('several numbers, each by its own item', () => {
    expect(names('高血压、糖尿病患者规范管理率分别为78.3%、76.9%。')).toEqual([
      '高血压患者规范管理率',
      '糖尿病患者规范管理率'
    ]);
    expect(names('孕产妇死亡率、婴儿死亡率分别为8.1/10万和2.1‰。')).toEqual(['孕产妇死亡率', '婴儿死亡率']);
  });
  it('offers at most four others, none twice, none empty', () => {
    for (const { name, alternatives } of read(
      '（一）民生实事。开展筛查工作，其中城关镇检查1203人（101.3%），发现病例9例。'
    )) {
      const offered = [name, ...alternatives];
      expect(alternatives.length).toBeLessThanOrEqual(4);
      expect(new Set(offered).size).toBe(offered.length);
      expect(offered).not.toContain('');
    }
  });
});
