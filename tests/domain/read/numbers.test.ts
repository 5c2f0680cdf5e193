import { describe, expect, it } from 'vitest';
import { short } from './reading';

describe('figures with their unit, scale and bounds', () => {
  const cases: [string, string[]][] = [
    ['门诊人次312.6万人次。', ['312.6万人次=312.6万人次 value']],
    ['发放折页2万余份。', ['2万余份=≈2万份 value']],
    ['受益群众近4000人次。', ['近4000人次=≈4000人次 value']],
    ['接种率保持在95%以上。', ['95%以上=≥95% value']],
    ['超过1000人次参加救护培训。', ['超过1000人次=>1000人次 value']],
    ['卫生材料费用控制在20元以下。', ['20元以下=≤20元 value']],
    ['实有床位3,215张。', ['3,215张=3215张 value']],
    ['实有床位３，２１５张。', ['３，２１５张=3215张 value']],
    ['发病率446.2/10万。', ['446.2/10万=446.21/10万 value']],
    ['婴儿死亡率2.1‰。', ['2.1‰=2.1‰ value']],
    ['肺癌检出 23 例。', ['23 例=23例 value']],
    ['新建2-3个护理站。', ['2-3个=≥2个 value']],
    ['平均积分98.68。', ['98.68=98.68 value']],
    ['孕产妇死亡率为0。', ['0=0 value']],
    ['罚款15.4万元，没收所得600余元。', ['15.4万元=15.4万元 value', '600余元=≈600元 value']],
    ['总收入3.6亿元。', ['3.6亿元=3.6亿元 value']],
    ['接种6千余剂次。', ['6千余剂次=≈6000剂次 value']],
    ['投资3千万元。', ['3千万元=3000万元 value']],
    ['第一组签约160人。', ['160人=160人 value']]
  ];
  it.each(cases)('%s', (text, facts) => expect(short(text)).toEqual(facts));
});

describe('Chinese numerals', () => {
  const cases: [string, string[]][] = [
    ['改造达标四十一家，总投入三百二十万元。', ['四十一家=41家 value', '三百二十万元=320万元 value']],
    ['治愈率百分之九十四。', ['百分之九十四=94% value']],
    ['选派十二名医师进修。', ['十二名=12名 value']],
    ['确诊三例。', ['三例=3例 value']],
    ['处置一起食源性疾病事件。', ['一起=1起 value']],
    ['近两千人参加义诊。', ['近两千人=≈2000人 value']],
    ['百余人参加。', ['百余人=≈100人 value']],
    ['新增五个千县工程重点专科。', ['五个=5个 value']]
  ];
  it.each(cases)('%s', (text, facts) => expect(short(text)).toEqual(facts));

  const words = [
    '二级医院和三甲医院一起努力，统一部署，一批项目开工。',
    '做到四个坚持、三个到位，强化两癌筛查。',
    '一方面抓队伍，另一方面抓作风，进一步提升。',
    '千方百计，万众一心，百姓受益。',
    '第三批专家第二次到县。'
  ];
  it.each(words)('words are no figures: %s', (text) => expect(short(text)).toEqual([]));
});

describe('numbers that name something', () => {
  const names = [
    '2023年11月3日印发云卫发〔2023〕18号文件。',
    '自2023-10-26起，1-10月开展，10月20至30日结束。',
    '65岁及以上老年人、0-6岁儿童、35—64岁妇女、0-36个月儿童。',
    '推进“6+1”平台和1+5+N体系，实行7*24小时值守。',
    '拨打12320热线或120急救电话，电话0573-12345678。',
    '接种13价疫苗，使用64排设备，建设5G诊室，报告H7N9。',
    '系统升级到2.0版，占全市1/4，按1:1配套。',
    '接听xx次，处理**件，共3xx人、20xx年。',
    '一、总体情况\n1.健全机制。\n（2）压实责任。',
    '建设15分钟医疗圈，24小时内上报。',
    '《传染病防治法（2013年修正）》第12条。',
    '前10名单位和百强医院。'
  ];
  it.each(names)('%s', (text) => expect(short(text)).toEqual([]));

  it('an expectation of life is measured in years', () => {
    expect(short('人均期望寿命80.2岁。')).toEqual(['80.2岁=80.2岁 value']);
  });
  it('a count beside a name is kept', () => {
    expect(short('配备AED55台，新增120急救站点2个。')).toEqual(['55台=55台 value', '2个=2个 value']);
  });
  it('a garbled figure is none', () => expect(short('发病率847.34.65/10万。')).toEqual([]));
});
