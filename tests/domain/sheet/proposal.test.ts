import { describe, expect, it } from 'vitest';
import type { Proposal } from '../../../src/domain/batch/proposal';
import { certainAnswers, questionsOf, type Answers } from '../../../src/domain/sheet/matching';
import { proposalOf } from '../../../src/domain/sheet/sheetProposal';
import { count, indicator, place } from '../factory';
import { csvSheet, readAll } from './reading';

const KNOWN = {
  places: [place('象山县', { id: 'xs' }), place('宁海县', { id: 'nh' })],
  indicators: [
    count({ id: 'visits', name: '门诊人次' }),
    count({ id: 'beds', name: '床位数', unit: '张', basis: '时点' }),
    indicator({ id: 'rate', name: '规范管理率' })
  ],
  programmes: [
    { id: 'sign', name: '家医签约', theme: '基层', unit: '人', schedule: '均衡', indicator: '', note: '' },
    { id: 'screen', name: '肺癌筛查', theme: '慢病', unit: '例', schedule: '均衡', indicator: '', note: '' }
  ]
};
const FILE = { name: '十月.csv', bytes: 9, sha256: 'ab'.repeat(32) };

async function propose(text: string, answers: Answers = {}): Promise<Proposal> {
  const { facts } = readAll([await csvSheet(text, '十月.csv')], KNOWN);
  return proposalOf({
    file: FILE,
    facts,
    answers: { ...certainAnswers(questionsOf(facts, KNOWN)), ...answers },
    known: KNOWN
  });
}

const rowsOf = ({ rows }: Proposal, table: string) => rows.filter((row) => row.table === table).map(({ row }) => row);
const leftOut = ({ remarks }: Proposal) => remarks.map(({ level, origin, rule }) => `${level} ${origin.cell} ${rule}`);
const decided = ({ decisions }: Proposal) =>
  decisions.map(({ question, answer, automatic }) => `${automatic ? '' : '人：'}${question}：${answer}`);

describe('observations', () => {
  it('a row a figure, in the indicator’s unit, with cell and shown text; its source with the file’s hash', async () => {
    const proposal = await propose('2024年1-10月\n地区,门诊人次（万人次）,规范管理率\n象山,约3.2,≥95%\n');
    expect(proposal.rows.map(({ table, origin }) => [table, origin.cell])).toEqual([
      ['sources', ''],
      ['observations', 'B3'],
      ['observations', 'C3']
    ]);
    expect(rowsOf(proposal, 'sources')).toEqual([
      {
        source: 'wb-abababababab',
        title: '十月',
        publisher: '',
        published: '',
        period: '2024-01/2024-10',
        grade: 'B',
        file: '十月.csv',
        sha256: 'ab'.repeat(32),
        note: ''
      }
    ]);
    expect(rowsOf(proposal, 'observations')).toEqual([
      {
        indicator: 'visits',
        place: 'xs',
        period: '2024-01/2024-10',
        part: '',
        measure: '数值',
        source: 'wb-abababababab',
        value: '32000',
        qualifier: '≈',
        status: '实际',
        cell: '十月!B3',
        written: '约3.2',
        note: ''
      },
      {
        indicator: 'rate',
        place: 'xs',
        period: '2024-01/2024-10',
        part: '',
        measure: '数值',
        source: 'wb-abababababab',
        value: '95',
        qualifier: '≥',
        status: '实际',
        cell: '十月!C3',
        written: '≥95%',
        note: ''
      }
    ]);
    expect(decided(proposal)).toEqual([
      '“象山”是哪个地区：象山县',
      '“门诊人次”是哪个指标：门诊人次',
      '“规范管理率”是哪个指标：规范管理率',
      '“门诊人次”的单位是万人次，指标的单位是人次：换算成人次'
    ]);
  });

  it('a stock is of the last day, a flow on a day of the time since New Year; both are said', async () => {
    const proposal = await propose('2024年10月31日\n地区,门诊人次,床位数\n象山县,5,6\n');
    expect(rowsOf(proposal, 'observations').map(({ indicator: of, period }) => [of, period])).toEqual([
      ['visits', '2024-01/2024-10'],
      ['beds', '2024-10-31']
    ]);
    const monthly = await propose('2024年10月\n地区,床位数\n象山县,6\n');
    expect(rowsOf(monthly, 'observations')[0]).toMatchObject({ period: '2024-10-31' });
    expect(decided(monthly)).toContain('“床位数”是时点数，表里写的是2024年10月：2024年10月31日');
  });

  it('changes, ranks and shares are measures of the indicator; a rise in its own unit has no place', async () => {
    const proposal = await propose('2024年\n地区,指标,数值,同比（%）,全市排名,增减数\n象山县,门诊人次,5,-3.2,2,7\n');
    expect(rowsOf(proposal, 'observations').map(({ measure, value }) => [measure, value])).toEqual([
      ['数值', '5'],
      ['同比(%)', '-3.2'],
      ['位次', '2']
    ]);
    expect(leftOut(proposal)).toEqual(['未采用 F3 度量']);
  });

  it('what has no answer, no time or no fitting unit is left out and named; the rest is taken', async () => {
    const proposal = await propose(
      '地区,指标,时期,数值,单位\n象山县,门诊人次,2024年10月,5,\n鄞州区,门诊人次,2024年10月,6,\n象山县,透析人次,2024年10月,7,人次\n象山县,门诊人次,,8,\n',
      {}
    );
    expect(rowsOf(proposal, 'observations')).toHaveLength(1);
    expect(leftOut(proposal)).toEqual(['未采用 D3 名称', '未采用 D4 名称', '未采用 D5 时期']);
    const forced = await propose('2024年\n地区,门诊量（元）\n象山县,5\n', { '指标:门诊量': { use: 'visits' } });
    expect(leftOut(forced)).toEqual(['未采用 B3 单位']);
    expect(forced.rows).toEqual([]);
  });

  it('新建 makes one row for the record; 不采用 leaves out without a word more', async () => {
    const text = '2024年\n地区,透析人次（人次）\n鄞州区,5\n江北区,6\n象山县,7\n';
    const create = { place: 'yz', name: '鄞州区', level: '县区', naming: '原文' };
    const made = { indicator: 'dialysis', name: '透析人次', unit: '人次', basis: '期间' };
    const proposal = await propose(text, {
      '地区:鄞州区': { create },
      '地区:江北区': { skip: true },
      '指标:透析人次': { create: made }
    });
    expect(rowsOf(proposal, 'places')).toEqual([create]);
    expect(rowsOf(proposal, 'indicators')).toEqual([made]);
    expect(rowsOf(proposal, 'observations').map(({ place: of, value }) => [of, value])).toEqual([
      ['yz', '5'],
      ['xs', '7']
    ]);
    expect(proposal.remarks).toEqual([]);
    expect(decided(proposal).slice(0, 4)).toEqual([
      '人：“鄞州区”是哪个地区：新建“鄞州区”',
      '人：“江北区”是哪个地区：不采用',
      '“象山县”是哪个地区：象山县',
      '人：“透析人次”是哪个指标：新建“透析人次”'
    ]);
  });
});

describe('progress', () => {
  const table =
    '截至2024年10月31日,,,,单位：人\n单位,家医签约,,,肺癌筛查,,\n,目标,完成,完成率,目标,完成,完成率\n象山县,"1,000",800,80%,近50,,\n宁海县,500,600,120%,,20,\n合计,1500,1400,93.3%,50,20,\n';

  it('target, done and rate of a task, place and day are one row; only a target is a plan; 合计 is left out', async () => {
    const proposal = await propose(table);
    expect(rowsOf(proposal, 'progress')).toEqual([
      {
        programme: 'sign',
        place: 'xs',
        period: '2024',
        as_of: '2024-10-31',
        source: 'wb-abababababab',
        target: '1000',
        done: '800',
        rate: '80',
        unit: '人',
        qualifier: '',
        status: '实际',
        cell: '十月!C4',
        written: '1,000 / 800 / 80%',
        note: ''
      },
      {
        programme: 'screen',
        place: 'xs',
        period: '2024',
        as_of: '',
        source: 'wb-abababababab',
        target: '50',
        done: '',
        rate: '',
        unit: '例',
        qualifier: '≈',
        status: '计划',
        cell: '十月!E4',
        written: '近50',
        note: ''
      },
      {
        programme: 'sign',
        place: 'nh',
        period: '2024',
        as_of: '2024-10-31',
        source: 'wb-abababababab',
        target: '500',
        done: '600',
        rate: '120',
        unit: '人',
        qualifier: '',
        status: '实际',
        cell: '十月!C5',
        written: '500 / 600 / 120%',
        note: ''
      },
      {
        programme: 'screen',
        place: 'nh',
        period: '2024',
        as_of: '2024-10-31',
        source: 'wb-abababababab',
        target: '',
        done: '20',
        rate: '',
        unit: '例',
        qualifier: '',
        status: '实际',
        cell: '十月!F5',
        written: '20',
        note: ''
      }
    ]);
    expect(proposal.remarks).toEqual([]);
    expect(decided(proposal).slice(-3)).toEqual([
      '任务表的时期是2024年1—10月：任务按2024年，完成数统计到2024-10-31',
      '任务“肺癌筛查”的单位是人，已有的是例：按例',
      '只有目标的任务，表的时期是2024年1—10月：按2024年的计划'
    ]);
  });

  it('a sum can be taken for a place when a person says so', async () => {
    const proposal = await propose(table, { '地区:合计': { use: 'xs' } });
    expect(rowsOf(proposal, 'progress').filter(({ place: of }) => of === 'xs')).toHaveLength(4);
  });

  it('what was done in the month alone is no progress where the sum since New Year stands beside it', async () => {
    const proposal = await propose('2024年10月\n单位,家医签约,,\n,年度目标,本月完成,累计完成\n象山县,100,10,80\n');
    expect(rowsOf(proposal, 'progress').map(({ target, done, as_of }) => [target, done, as_of])).toEqual([
      ['100', '80', '2024-10-31']
    ]);
    expect(leftOut(proposal)).toEqual(['未采用 C4 时期']);
  });

  const monthly = (proposal: Proposal) =>
    rowsOf(proposal, 'progress').map(({ programme, period, as_of, target, done, status }) =>
      [programme, period, as_of, target, done, status].join(' ')
    );

  it('本月目标 and 本月完成 without a sum are a task of that month; 下月计划 is a plan of the next', async () => {
    const proposal = await propose('2024年10月\n单位,家医签约,,\n,本月目标,本月完成,下月计划\n象山县,100,80,120\n');
    expect(monthly(proposal)).toEqual(['sign 2024-10 2024-10-31 100 80 实际', 'sign 2024-11  120  计划']);
    expect(decided(proposal)).toContain('写明只算2024年10月的目标、完成数：按2024年10月一个月的任务');
  });

  it('December’s next month is January of another year; a month’s plan stands beside the year’s', async () => {
    const next = await propose('截至2024年12月31日\n单位,家医签约,,\n,年度目标,累计完成,下月计划\n象山县,100,98,9\n');
    expect(monthly(next)).toEqual(['sign 2024  100 98 实际', 'sign 2025-01  9  计划']);
  });

  it('a title that says 12月份工作计划 speaks of that month; 12月目标完成情况 does not', async () => {
    const heads = '单位,家医签约目标\n象山县,100\n';
    expect(monthly(await propose(`2024年12月份工作计划\n${heads}`))).toEqual(['sign 2024-12  100  计划']);
    expect(monthly(await propose(`2024年12月目标完成情况\n${heads}`))).toEqual(['sign 2024  100  计划']);
    expect(monthly(await propose(`2024年1—12月目标\n${heads}`))).toEqual(['sign 2024  100  计划']);
  });

  it('the same turned round: a row each for 本月目标 and 本月完成', async () => {
    const proposal = await propose('2024年10月\n任务,类别,象山县\n家医签约,本月目标,100\n,本月完成,80\n');
    expect(monthly(proposal)).toEqual(['sign 2024-10 2024-10-31 100 80 实际']);
  });

  it('a negative amount is left out', async () => {
    const proposal = await propose('2024年\n单位,家医签约完成数\n象山县,-5\n');
    expect(leftOut(proposal)).toEqual(['未采用 B3 数值']);
    expect(rowsOf(proposal, 'progress')).toEqual([]);
  });
});
