import { describe, expect, it } from 'vitest';
import { otherMeasures, relatedMeasures } from '../../../src/domain/model/relatedIndicators';
import { dataset, indicator } from '../factory';

const MANAGED = indicator({ name: '高血压患者管理率', group: '高血压·管理率' });
const STANDARD = indicator({ name: '高血压患者规范管理率', group: '高血压·规范管理率' });
const CONTROLLED = indicator({ name: '血压控制率', group: '高血压·控制率' });
const NEW = indicator({ name: '血压控制率（新口径）', group: '' });
const COUNT = indicator({ name: '高血压患者数', group: '高血压·人数', unit: '人' });
const OTHER = indicator({ name: '建档率', group: '档案·建档率' });
const DATA = dataset({ indicators: [CONTROLLED, COUNT, STANDARD, OTHER, NEW, MANAGED], facts: [] });
const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);

describe('relatedMeasures(dataset, indicator)', () => {
  it('finds the same measure by its stem, then those of one subject and unit, in the order of the table', () => {
    const { same, kin } = relatedMeasures(DATA, MANAGED);
    expect([names(same), names(kin)]).toEqual([['高血压患者规范管理率'], ['血压控制率']]);
    expect(names(otherMeasures(DATA, MANAGED))).toEqual(['高血压患者规范管理率', '血压控制率']);
  });

  it('finds the same measure by a name equal but for what stands in brackets', () => {
    const { same, kin } = relatedMeasures(DATA, CONTROLLED);
    expect([names(same), names(kin)]).toEqual([['血压控制率（新口径）'], ['高血压患者规范管理率', '高血压患者管理率']]);
  });

  it('finds nothing of another unit or subject', () => {
    expect(names(otherMeasures(DATA, OTHER))).toEqual([]);
    expect(names(otherMeasures(DATA, COUNT))).toEqual([]);
  });
});
