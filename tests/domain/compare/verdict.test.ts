import { describe, expect, it } from 'vitest';
import { FOUR, ask } from './comparing';
import { count, indicator, place, unit } from '../factory';

describe('compare verdict', () => {
  const at = (values: readonly number[]) =>
    values.map((value, i) => ({ at: `${'甲乙丙丁戊'[i]}县`, in: '2020', value }));

  it('puts the focus place against the best', () => {
    expect(ask(FOUR, { focus: '中方县' }).verdict).toBe(
      '中方县严重精神障碍患者规范管理率95.39%，4个有数据的地区中列第2，比最高的宝安区低0.81个百分点'
    );
  });

  it('puts a focus place that is first against the second', () => {
    expect(ask(FOUR, { focus: '宝安区' }).verdict).toBe(
      '宝安区严重精神障碍患者规范管理率96.2%，4个有数据的地区中列第1，比第2的中方县高0.81个百分点'
    );
  });

  it('says 并列 for ties', () => {
    expect(ask({ facts: at([95, 95, 80]) }, { focus: '乙县' }).verdict).toBe(
      '乙县规范管理率95%，3个有数据的地区中并列第1'
    );
    expect(ask({ facts: at([95, 80, 80]) }, { focus: '乙县' }).verdict).toBe(
      '乙县规范管理率80%，3个有数据的地区中并列第2，比最高的甲县低15个百分点'
    );
    expect(ask({ facts: at([95, 95, 80]) }, { focus: '丙县' }).verdict).toBe(
      '丙县规范管理率80%，3个有数据的地区中列第3，比最高的甲县等2地低15个百分点'
    );
  });

  it('says 最低 for the best where lower is better', () => {
    const small = {
      indicators: [indicator({ name: '婴儿死亡率', unit: '‰', better: '低' })],
      facts: at([3.3, 2.8, 5.1])
    };
    expect(ask(small, { focus: '甲县' }).verdict).toBe(
      '甲县婴儿死亡率3.3‰，3个有数据的地区中列第2，比最低的乙县高0.5个千分点'
    );
    expect(ask(small).verdict).toBe('婴儿死亡率：3个地区中乙县最低（2.8‰），丙县最高（5.1‰）');
  });

  it('says 最多 and 最少, never 第一, where more is neither good nor bad', () => {
    const small = { indicators: [count()], facts: at([10, 30, 20]) };
    expect(ask(small, { focus: '乙县' }).verdict).toBe(
      '乙县门诊人次30人次，3个有数据的地区中最多，比第2的丙县多10人次'
    );
    expect(ask(small, { focus: '丙县' }).verdict).toBe(
      '丙县门诊人次20人次，3个有数据的地区中第2多，比最多的乙县少10人次'
    );
    expect(ask(small, { focus: '甲县' }).verdict).toBe(
      '甲县门诊人次10人次，3个有数据的地区中最少，比最多的乙县少20人次'
    );
    expect(ask(small).verdict).toBe('门诊人次：3个地区中乙县最多（30人次），甲县最少（10人次）');
  });

  it('says that the focus place has nothing', () => {
    expect(ask(FOUR, { focus: '象山县' }).verdict).toBe(
      '象山县没有严重精神障碍患者规范管理率的数据；4个地区中宝安区最高，96.2%'
    );
  });

  it('says that the focus place has another period, or a bound', () => {
    const flows = [...at([10, 20]), { at: '丙县', in: '2019-H1', value: 5 }];
    expect(ask({ indicators: [count()], facts: flows }, { focus: '丙县' }).verdict).toBe(
      '丙县门诊人次的时期不同，不列入比较；2个地区中乙县最多，20人次'
    );
    expect(ask({ indicators: [count()], facts: flows }, { focus: '丙县', showUnfit: true }).verdict).toBe(
      '丙县门诊人次的时期不同，不列入比较；2个地区中乙县最多，20人次'
    );
    const bound = [...at([95, 80]), { at: '丙县', in: '2020', value: 90, qualifier: '≥' as const }];
    expect(ask({ facts: bound }, { focus: '丙县' }).verdict).toBe(
      '丙县规范管理率≥90%，是界限而非确数，不排名；2个地区中甲县最高，95%'
    );
    expect(ask({ facts: bound }, { focus: '乙县' }).verdict).toBe(
      '乙县规范管理率80%，2个可排名的地区中列第2，比最高的甲县低15个百分点'
    );
  });

  it('names first and last without a focus place', () => {
    expect(ask(FOUR).verdict).toBe(
      '严重精神障碍患者规范管理率：4个地区中宝安区最高（96.2%），未具名县（四川）最低（69.4%）'
    );
    expect(ask({ facts: at([95, 95, 80, 80]) }).verdict).toBe(
      '规范管理率：4个地区中甲县等2地最高（95%），丙县等2地最低（80%）'
    );
    expect(ask({ facts: at([100, 100]) }).verdict).toBe('规范管理率：2个地区都是100%');
  });

  it('says so where one place or none has it', () => {
    expect(ask({ places: [place('甲县')], facts: [{ at: '宝安区', in: '2020', value: 96.2 }] }).verdict).toBe(
      '规范管理率：只有宝安区有这项数据：96.2%'
    );
    expect(ask({ facts: [{ at: '宝安区', in: '2020', value: 96.2 }] }, { focus: '宝安区' }).verdict).toBe(
      '规范管理率：只有宝安区有这项数据：96.2%'
    );
    expect(ask({ places: [place('甲县')], facts: [] }).verdict).toBe('规范管理率：这些地区都没有这项数据');
    expect(ask({ places: [place('甲县')], facts: [] }, { focus: '甲县' }).verdict).toBe(
      '甲县没有规范管理率的数据；这些地区都没有这项数据'
    );
    expect(ask(FOUR, { period: '2001' }).verdict).toBe('严重精神障碍患者规范管理率：没有时期合适的数据可比');
  });

  it('speaks of 单位 where all are organisations', () => {
    const c = ask(
      {
        places: [place('甲县'), unit('一院', '甲县'), unit('二院', '甲县')],
        facts: [
          { at: '一院', in: '2020', value: 90 },
          { at: '二院', in: '2020', value: 80 }
        ]
      },
      { places: ['一院', '二院'] }
    );
    expect(c.verdict).toBe('规范管理率：2个单位中一院最高（90%），二院最低（80%）');
  });

  it('ignores a focus place that wasn’t asked for', () => {
    expect(ask(FOUR, { focus: '象山县', places: ['宝安区', '中方县'] }).verdict).toBe(
      '严重精神障碍患者规范管理率：2个地区中宝安区最高（96.2%），中方县最低（95.39%）'
    );
  });
});
