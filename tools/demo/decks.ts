/** The two decks that come with the invented data. */
import type { ReadyDeck } from '../../src/domain/model/readyDeck';

type DemoDeck = Pick<ReadyDeck, 'id' | 'name'> & {
  readonly slides: readonly { readonly address: string; readonly notes: string }[];
};

export const DEMO_DECKS: readonly DemoDeck[] = [
  {
    id: 'dispatch',
    name: '月度调度会（示例）',
    slides: [
      {
        address: '/progress?place=all&light=红',
        notes: '先看亮红灯的任务：差多少，差在哪一家。\n请责任单位说明原因和补进度的办法。'
      },
      {
        address: '/progress?place=all&programme=cervical',
        notes: '年度目标7月上调，完成率按新目标算。\n注意：例川县9月报的完成率与它自己的数对不上。'
      },
      {
        address: '/progress?place=all&programme=flu-shot&sort=rate',
        notes: '接种季从9月开始，只看完成率，1—8月不比快慢。'
      },
      { address: '/progress?tab=supervise&place=all', notes: '督办清单：每月缺口和需要的进度，会后发给责任单位。' },
      {
        address: '/periods?i=outpatient&p=nidong,lian,lichuan',
        notes: '春节所在的月份门急诊少，2023年在1月，2024年在2月：环比要看春节，最好看同比。'
      },
      { address: '/places?i=flu&period=2024-12', notes: '流感是冬季病，12月与上年12月比。' },
      { address: '/data?tab=missing', notes: '谁没有报：未报的月份不等于没有。' }
    ]
  },
  {
    id: 'year',
    name: '年度总结（示例）',
    slides: [
      { address: '/', notes: '今日要点，一句一张图。' },
      { address: '/progress?place=all&tab=matrix', notes: '任务与县区一张表，先看红的一行、红的一列。' },
      {
        address: '/progress?tab=plans&place=lichuan',
        notes: '年初计划与年末结果逐项对账；目标调整过的按年初的目标判。'
      },
      { address: '/places?i=htn-standard-new&period=2024-12-31', notes: '2024年7月起用新口径，与上半年不可比。' },
      { address: '/periods?i=htn-standard&p=nidong,nibei,lian,lichuan', notes: '旧口径到2024年6月为止。' },
      { address: '/places?tab=heat&theme=妇幼健康', notes: '每一行自己比，行与行之间不比。' },
      { address: '/places?i=literacy&period=2024', notes: '抽样调查有误差：区间重叠的两地不能说谁高谁低。' },
      { address: '/profile?place=lichuan', notes: '以一个县为例，看它在全市的位置。' },
      { address: '/data?tab=audit', notes: '数据里特意放了矛盾，自查都能指出来。' }
    ]
  }
];
