import { describe, expect, it } from 'vitest';
import { compareWithLast, type LastFact } from '../../../src/domain/read/lastReport';
import { formOf, read } from './reading';

const OLD =
  '1.采集全血486.5单位，血小板32份，比上月增加21.5单位。\n2.宫颈癌检查1203人，检出率0.4%；乳腺癌检查1188人，检出率0.6%。\n3.控烟检查80家。';
const kept = (line: number, written: string, value: number, name: string): LastFact => ({
  line,
  written,
  value,
  name,
  indicator: `${name}-id`
});
const FACTS = [
  kept(1, '486.5单位', 486.5, '全血采集量'),
  kept(1, '32份', 32, '血小板采集量'),
  kept(2, '1203人', 1203, '宫颈癌检查人数'),
  kept(2, '0.4%', 0.4, '宫颈癌检出率'),
  kept(2, '1188人', 1188, '乳腺癌检查人数'),
  kept(2, '0.6%', 0.6, '乳腺癌检出率'),
  kept(3, '80家', 80, '控烟检查单位数')
];
const compare = (text: string) =>
  compareWithLast(text, read(text), { text: OLD, facts: FACTS, form: formOf() }, formOf());
const framed = (text: string) =>
  compare(text)
    .facts.filter(({ frame }) => frame !== 'none')
    .map(({ written, name, frame }) => `${written} ${name} ${frame}`);

describe('the same sentence with new numbers', () => {
  it('takes the names that were kept, a rise become a fall too', () => {
    expect(framed('1.采集全血468单位，血小板29份，比上月减少18.5单位。')).toEqual([
      '468单位 全血采集量 agree',
      '29份 血小板采集量 agree'
    ]);
  });
  it('finds them when sentences have changed their order', () => {
    expect(framed('2.乳腺癌检查1300人，检出率0.5%；宫颈癌检查1250人，检出率0.3%。')).toEqual([
      '1300人 乳腺癌检查人数 agree',
      '0.5% 乳腺癌检出率 agree',
      '1250人 宫颈癌检查人数 agree',
      '0.3% 宫颈癌检出率 agree'
    ]);
  });
  it('says what is missing', () => {
    const { missing } = compare('1.采集全血468单位，血小板29份，比上月减少18.5单位。');
    expect(missing.map(({ name }) => name)).toEqual([
      '宫颈癌检查人数',
      '宫颈癌检出率',
      '乳腺癌检查人数',
      '乳腺癌检出率',
      '控烟检查单位数'
    ]);
  });
  it('what was kept twice is not missing when it is found once', () => {
    const twice = [kept(3, '80家', 80, '控烟检查单位数'), kept(3, '80家', 80, '控烟任务')];
    const text = '3.控烟检查92家。';
    const { missing } = compareWithLast(text, read(text), { text: OLD, facts: twice, form: formOf() }, formOf());
    expect(missing).toEqual([]);
  });
  it('gives new facts no old name', () => {
    expect(framed('4.流感疫苗接种1.1万剂次，完成率73.5%。')).toEqual([]);
  });
  it('keeps values in another scale apart from nothing', () => {
    const last = { text: '诊疗662.16万人次。', facts: [kept(1, '662.16万人次', 6621600, '诊疗人次')], form: formOf() };
    const text = '诊疗701.5万人次。';
    expect(compareWithLast(text, read(text), last, formOf()).facts[0]).toMatchObject({
      name: '诊疗人次',
      frame: 'agree',
      indicator: '诊疗人次-id'
    });
  });
});
