/** Facts that words state as none: 无孕产妇死亡, 未发生安全生产事故, 零感染; and changes of nothing: 同比持平. */

export interface ZeroFact {
  readonly start: number;
  readonly end: number;
  /** Of what there is none; empty for 持平, which is about the fact before it. */
  readonly name: string;
}

const EVENT =
  '死亡|病例|感染|事故|事件|疫情|案件|投诉|上访|集访|确诊|疑似|反应|违法生育对象|举报|差错|纠纷|传播|流失|漏报|暴发|肇祸|职业病|传染病';
const NONE = new RegExp(
  `(?<=^|[,。;:、()\\s年月均]|全[县市区省院]|辖区|[县市区院局委]|系统|单位|中心|实现|确保|目前|期间|暂|[一二三四五六七八九十])(无(?!害|偿|障|缝|纸|烟|法|论|人|线|接触|证|不|缺|处)|未发生|未出现|未发现|没有(?:发生|出现)|零(?!距离|加成|差率|星|售|库存|跑|容忍|报告|距))([^,。;:()“”\\d]{0,24}?(?:${EVENT})(?:[^,。;:()\\d]{0,8}(?:${EVENT}))*)(?:发生|报告|出现)?(?=[^,。;:、()]{0,8}(?:[,。;:、()]|$))`,
  'g'
);

/** The zeros of a plain line. */
export function zeroFacts(plain: string): ZeroFact[] {
  const found: ZeroFact[] = [];
  const level = /(?<=(?:同比|环比|同期|[上去]年|上月)[^,。;:()\d]{0,4})(?:基本)?持平/g;
  for (let m = level.exec(plain); m; m = level.exec(plain))
    found.push({ start: m.index, end: m.index + m[0].length, name: '' });
  if (!/[无未零]|没有/.test(plain)) return found;
  NONE.lastIndex = 0;
  for (let m = NONE.exec(plain); m; m = NONE.exec(plain)) {
    if (m[1]!.length + m[2]!.length > 36) continue;
    found.push({
      start: m.index,
      end: m.index + m[1]!.length + m[2]!.length,
      name: m[2]!.replace(/^(?:一例|一起|任何|重大)/, '')
    });
  }
  return found;
}
