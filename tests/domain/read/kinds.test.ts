import { describe, expect, it } from 'vitest';
import { read, short } from './reading';

const kinds = (text: string, period?: string) => read(text, period).map(({ kind, value }) => `${kind} ${value}`);

describe('changes', () => {
  it('in percent, in points and in numbers, falls below zero', () => {
    expect(kinds('出院人数4.8万人，比上年下降1.3%。')).toEqual(['value 4.8', 'yoy -1.3']);
    expect(kinds('就诊率91.7%，较上年提高2.1个百分点。')).toEqual(['value 91.7', 'yoy_pp 2.1']);
    expect(kinds('报告312例，同比减少58例。')).toEqual(['value 312', 'yoy_abs -58']);
    expect(kinds('门急诊86.4万人次（同比+6.2%）。')).toEqual(['value 86.4', 'yoy 6.2']);
  });
  it('told for several at once, each with its sign', () => {
    const facts = read('门诊、住院费用同比分别下降3.1%、4.2%。');
    expect(facts.map(({ value, kind }) => [value, kind])).toEqual([
      [-3.1, 'yoy'],
      [-4.2, 'yoy']
    ]);
  });
  it('of a share, of the fact before it', () => {
    const facts = read('远程会诊4567例；基层诊疗量占比65.3%，较去年同期增长3.2个百分点。');
    expect(facts.map(({ name, kind }) => [name, kind])).toEqual([
      ['远程会诊', 'value'],
      ['基层诊疗量占比', 'share'],
      ['基层诊疗量占比', 'yoy_pp']
    ]);
  });
  it('the last of a list has the unit of all', () => {
    expect(kinds('服用率、筛查率分别达97.1%、93.8%，较上年分别提升0.6、1.2个百分点。')).toEqual([
      'value 97.1',
      'value 93.8',
      'yoy_pp 0.6',
      'yoy_pp 1.2'
    ]);
  });
  it('told by arrows', () => {
    expect(kinds('门诊量3万人次，同比↓3.2%。')).toEqual(['value 3', 'yoy -3.2']);
    expect(read('指标\t本期\t同比\n门诊量\t30\t↓3.2%').map(({ written, value }) => [written, value])).toEqual([
      ['30', 30],
      ['↓3.2%', -3.2]
    ]);
  });
  it('none', () => {
    expect(kinds('门诊量同比增长8%，住院量同比持平。')).toEqual(['yoy 8', 'yoy 0']);
    expect(kinds('支出5.23亿元，同比少支出0.31亿元。')).toEqual(['value 5.23', 'yoy_abs -0.31']);
  });
  it('a level that was reached is no change', () => {
    expect(kinds('药占比由28.6%降至26.1%。')).toEqual(['value 28.6', 'value 26.1']);
    expect(kinds('人口自然增长率1.52‰。')).toEqual(['value 1.52']);
    expect(kinds('新增床位300张。')).toEqual(['value 300']);
  });
});

describe('targets, what was done of them, and plans', () => {
  it('a task, its doing and its rate', () => {
    expect(kinds('筛查任务数8000人，实际完成8216人，完成率102.7%。')).toEqual([
      'target 8000',
      'value 8216',
      'completion_rate 102.7'
    ]);
    expect(kinds('已检查866人（88.5%）。')).toEqual(['value 866', 'completion_rate 88.5']);
    expect(kinds('完成投资3900万元，占目标任务的65%。')).toEqual(['value 3900', 'completion_rate 65']);
    expect(kinds('主体工程完成60%。')).toEqual(['completion_rate 60']);
  });
  it('tasks that were counted are no target', () => {
    expect(kinds('发起双随机抽查任务6个，下达监督意见书160份。')).toEqual(['value 6', 'value 160']);
  });
  it('a plan for the year told of is its target', () => {
    expect(kinds('2023年计划完成投资6000万元，实际完成6600万元，占年度计划的110%。')).toEqual([
      'target 6000',
      'value 6600',
      'completion_rate 110'
    ]);
    expect(kinds('建档率92.4%（目标90%），超额完成省定80%的目标。')).toEqual(['value 92.4', 'target 90', 'target 80']);
  });
  it('words of intention make a plan', () => {
    expect(kinds('力争签约率达到48%。')).toEqual(['plan 48']);
    expect(kinds('年底前完成188例监测，新增床位20张。')).toEqual(['plan 188', 'plan 20']);
    expect(kinds('计划生育家庭435户参保，积极争取上级资金1520万元。')).toEqual(['value 435', 'value 1520']);
  });
  it('a task in brackets, and the rate of it', () => {
    expect(kinds('到位资金0.8亿元，完成年度任务（1亿元）的80%。')).toEqual([
      'value 0.8',
      'target 1',
      'completion_rate 80'
    ]);
  });
  it('a sentence about a later year is a plan', () => {
    expect(kinds('（一）2024年，实施重点项目8个，总投资5.6亿元。签约21万人。')).toEqual([
      'plan 8',
      'plan 5.6',
      'value 21'
    ]);
  });
  it('a section of plans is one until the next section', () => {
    const text =
      '一、2023年工作完成情况\n签约21万人。\n二、2024年工作计划\n（一）签约\n签约25万人。\n三、存在问题\n空编132个。';
    expect(kinds(text)).toEqual(['value 21', 'plan 25', 'value 132']);
  });
  it('a short sentence of figures is no heading', () => {
    expect(kinds('开头。\n全年计划招聘80人，已招聘62人。\n签约21万人。')).toEqual([
      'target 80',
      'value 62',
      'value 21'
    ]);
    expect(kinds('开头。\n（一）2024年，计划实施项目8个。\n签约21万人。')).toEqual(['plan 8', 'value 21']);
  });
  it('what is demanded is a target', () => {
    expect(kinds('省里要求签约率不低于42%，实际46.8%。')).toEqual(['target 42', 'value 46.8']);
    expect(kinds('省下达指标任务为：筛查率≥85%，我县完成88.6%。')).toEqual(['target 85', 'value 88.6']);
    expect(kinds('签约15.6万人，占年度任务18万人的86.7%。')).toEqual([
      'value 15.6',
      'target 18',
      'completion_rate 86.7'
    ]);
  });
  it('what there is now is no plan', () => {
    expect(kinds('到2025年每千人口医师数达到3.4人，目前为3.12人。')).toEqual(['plan 3.4', 'value 3.12']);
  });
  it('the title of another report changes nothing', () => {
    expect(kinds('卫生健康局2024年工作计划\n签约21万人。')).toEqual(['value 21']);
  });
  it('what is kept of a plan report are plans', () => {
    expect(short('签约25万人。', '2023', '计划')).toEqual(['25万人=25万人 plan']);
  });
});

describe('shares and places', () => {
  it('a part of a whole', () => {
    expect(kinds('诊疗1836万人次，占全市18.5%。')).toEqual(['value 1836', 'share 18.5']);
    expect(kinds('药占比26.1%。')).toEqual(['value 26.1']);
  });
  it('a place in an order, however it is written', () => {
    expect(kinds('居全市第3位。')).toEqual(['rank 3']);
    expect(kinds('在全省排名第十二。')).toEqual(['rank 12']);
    expect(kinds('位列全市第二。')).toEqual(['rank 2']);
    expect(kinds('三家医院分别获团体第3、5、6名。').filter((k) => k.startsWith('rank'))).toEqual([
      'rank 3',
      'rank 5',
      'rank 6'
    ]);
    expect(kinds('第一，抓落实；第二，强队伍。')).toEqual([]);
  });
});

describe('what words state as none', () => {
  it('is a zero', () => {
    expect(short('全年无孕产妇死亡，未发生安全生产事故。')).toEqual([
      '无孕产妇死亡=0 value',
      '未发生安全生产事故=0 value'
    ]);
  });
  it('other words with 无 are not', () => expect(short('推进无偿献血，创建无烟单位，无法统计。')).toEqual([]));
});
