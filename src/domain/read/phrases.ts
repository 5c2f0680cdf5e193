/** Turning the words around a number into a phrase that names what it counts. */

const YEAR_AND_MONTH =
  '(?:(?:截[至止]到?)?(?:\\d{2,4}-?年|[\\dxX*]{2,6}年)?度?(?:\\d{1,2}(?:-\\d{1,2})?月)?份?(?:\\d{1,2}[日号])?[底末初前]?)';
const LEAD = new RegExp(
  `^(?:[,;、。:!?\\s()\\-"”]|${YEAR_AND_MONTH}(?=[^\\d])(?<=[年月日号份底末初前度])|\\(?\\d{1,2}[.、)]|(?:到|至)(?:20\\d{2}年)?(?:\\d{1,2}月|年)?[底末](?!线)|(?:到|至)20\\d{2}年|截[至止]到?(?:目前|年底|当前|现在)?|` +
    '(?:目前|今年以来|今年|本月|本年度?|全年|当年|上半年|下半年|[一二三四]季度|年内|近年来|年初|年末|年底前?|月底前?|期末|期间|到目前)|' +
    '(?:累计|共计|总共|合计|其中|同时|此外|另外|先后|分别|预计|约(?!束|谈|车)|已经?|现已|现有|达(?!标)到?|据(?:初步)?统计|经(?:初步)?(?:统计|测算|核实)|据测算)|[一二三四五六七八九十]是|' +
    '(?:力争|确保|争取(?!资金|上级|中央|到位)|计划(?=于|在|到|新|建|完|投|开|年)|拟|努力|要|积极|认真|切实|按期|如期|进一步|大力|深入|有序|扎实|持续|不断|顺利|圆满|继续|着力)|我[县市区院局委省州镇]|全[县市区省院州](?!域)|[县市区]级?(?=下达)|辖区内?|' +
    '(?:共(?!同|享|青)|现(?!场|代|金|患)|并(?!发)|且|均(?!衡|次)|也|还(?!款)|又|与|和(?!谐)|及(?!时)|以及|对(?!口|象|接|症)|为(?!民)|在(?!册|管|校|职|岗|线|院|建|编)|' +
    '将|由|从(?!业|事)|经(?!费|济|营|过)|使(?!用)|让|把(?!关)|向(?!导)|其(?!他|它|余)|有(?!效|序|偿|关)|了|的|是|等(?!级)|等共|按(?!时|期|病)))'
);
const TAIL =
  /(?:[,;、。:\s("“]|达到?|为|是|有|(?<![节签预契公制条合违相])约|共计|共有|共|了|到|至|的|在|于|(?<![日户人年平])均|各|分别|已|(?<![彩B])超|累计|合计|总计|仅|就|近|等|控制|保持|稳定|占|完成|和|与|及|或|由|从|将|较|(?<![占百对相护别率患床])比|同比|环比|其中|目前|现|并|提[高升]|(?<![新])[降升增]|(?<!新)增[加长]|下降|减少|上升)$/;

/** The words before a number without time, scope, adverbs and the verb "to be"; empty where nothing is left. */
export function leftPhrase(words: string): string {
  return trimTail(trimLead(words));
}

/** Who did it, before what was done: 整治行动共出动执法人员 is about 出动执法人员. */
const ACTOR = /^[^、()]{2,14}(?:已经?|(?<!公)共(?!同|享|青|卫|场)计?|累计|先后)(?=[^、]{3})/;

function trimLead(words: string): string {
  let rest = words;
  for (let i = 0; i < 12; i++) {
    const m = LEAD.exec(rest) ?? ACTOR.exec(rest);
    if (!m || m[0] === '') break;
    rest = rest.slice(m[0].length);
  }
  return rest;
}

const TIME_TAIL =
  /以[^,。、]{1,6}为单位$|(?:由|从|在)?(?:原来|原先|去年同期|上年同期|去年底?|上年末?|(?:19|20)\d{2}年|\d{1,2}月份?底?前?|年底前?|全年|今年|本月|本年度?)的?$/;

function trimTail(words: string): string {
  let rest = words;
  for (let i = 0; i < 12; i++) {
    const m = TAIL.exec(rest) ?? TIME_TAIL.exec(rest);
    if (!m) break;
    rest = rest.slice(0, m.index);
  }
  return rest;
}

const EFFORT =
  /^(?:全面|深入|扎实|积极|大力)?(?:开展|完成|做好|加强|推进|落实|实施|举办|组织|强化|加快|加大|健全|完善|推动|提升|深化|聚焦|抓好|规范|巩固|优化|严格执行|坚持|建立)(?:了|好)?(?=.{3})/;
const OUTCOME =
  /(?:工作|建设|力度|情况|成效|水平|能力|服务)?(?:(?:稳步|有序|扎实|深入|持续|不断|进一步|更加|全面|明显)?(?:推进|提升|加强|提高|夯实|增强|完善|筑牢|落实|改善|强化|深入|发展|推动))$|工作$/;

const GENERIC =
  /(?:完成情况|工作总结|基本情况|工作计划|工作安排|主要做法|存在(?:的)?问题|进展情况|主要工作|工作汇报|工作报告|工作思路|工作打算|下一步)$/;

/** What a clause or a heading is about: 深入开展青春健康教育工作 is about 青春健康教育. */
export function subjectPhrase(words: string): string {
  const phrase = leftPhrase(words).replace(EFFORT, '').replace(OUTCOME, '');
  return phrase.length < 2 || GENERIC.test(words.trim()) ? '' : phrase.slice(-16);
}

const RIGHT_LEAD = /^(?:[\s"”)]|的|以上的?|及以上|左右|多|余)+/;
const NO_NOUN =
  /^(?:缩短|压缩|升|降|至|并|且|而|使|已|均|为|是|向|进入|达|占|比|较|同比|环比|增|减|提|下降|上升|完成|通过|以来|以[上下内]|纳入|参加|参与|受(?!益)|被|到(?!位)|在(?!园|校|册|岗|职|管|编|院|建|读)|于|与去|和去|用于|投入|覆盖|实现|获|得到|列|高于|低于|作为|办结|不等|计(?!划|生|算)|次$)/;
const RIGHT_TAIL =
  /(?:进行|工作|任务|等|的|了|和|与|及|以及|、|并|且|分别|开展|累计|共|提供|\s|"|“|,|已|均|由|对|在|为|其中)$/;

/** The noun after a number and its unit; empty where a verb follows. At most 18 characters. */
export function rightPhrase(words: string): string {
  let rest = words.replace(RIGHT_LEAD, '').slice(0, 18);
  if (NO_NOUN.test(rest)) return '';
  for (let i = 0; i < 6; i++) {
    const m = RIGHT_TAIL.exec(rest);
    if (!m) break;
    rest = rest.slice(0, m.index);
  }
  return rest.length < 2 ? '' : rest;
}

/** `a` followed by `b`, where the end of `a` repeats the beginning of `b` only once: 健康管理 + 管理率. */
export function joined(a: string, b: string): string {
  for (let k = Math.min(a.length, b.length, 6); k > 1; k--) if (a.endsWith(b.slice(0, k))) return a + b.slice(k);
  return a + b;
}

/** The names of a list that share a head: 高血压、糖尿病患者管理率 gives 高血压患者管理率 and 糖尿病患者管理率. */
export function namesOfList(words: string, count: number): string[] | undefined {
  const items = words.split(/[、]|以及|和(?!谐)|与|及(?!时|以)/).map((item) => item.trim());
  if (items.length !== count || items.some((item) => item === '')) return undefined;
  const last = items[items.length - 1]!;
  const head =
    /(?:患者|病人|人群|对象|儿童|孕产妇|机构|医院|人员|死亡|服务|疫苗)[^、]*$/.exec(last)?.[0] ?? last.slice(-4);
  const kind = last.slice(-1);
  return items.map((item) => (item.endsWith(kind) || item === last ? item : item + head));
}

const BARE_RATE =
  /^(?:规范|规律|健康|系统|动态|电子|任务|平均|总|全程|首针|按时|及时|定期|创建|资金|培训)?(?:管理|服药|使用|建档|签约|完成|完结|覆盖|检出|合格|达标|治愈|治疗|随访|面访|体检|接种|报告|检测|及时|准确|知晓|参与|满意|回复|办结|结案|培训|筛查|发现|查验|反馈|接收|有效|应用|普查|优秀|录取|参保|报销|减免|到位|执行|落实|查处|抽检|监测|处置|通过|整改|注册|配置|规范|阳性|阳性检出|患病|发病|死亡|出生|规则服药|补种|完好|近视|误差|建证|建卡|标化|打卡|推荐|增长|占用|周转|申报)?(?:率|比例|占比|满意度)$/;
const BARE_NOUN =
  /^(?:项目|岗位|社区|学校|企业|单位|场所|乡镇|广场|商店|事项|病种|专业|试点|学科|奖项|服务|学员|人员|专家|对象|案件|患者|机构|应用|课题|活动|培训|讲座|群众|病例|中心|任务|工作任务|居民|床位|代表|名额|课程|岗亭|居民户)$/;
const BARE_AMOUNT =
  /^(?:总|计划|累计|完成|已|实际|其中|平均|新增|设置|到位|发放|投入|救助|补助|奖励|减免|报销|惠及|受益|覆盖|参训|参加|培训|检查|筛查|提供)*(?:投资|投入|建筑面积|占地面积|面积|床位|收入|支出|金额|资金|经费|补助|阅读量|人次|人数|群众|户数|费用|价值|人员|居民)?$/;

const RATE_END = new RegExp(BARE_RATE.source.slice(1));

/** The name of a rate without the rate: 高血压患者规范管理率 is of 高血压患者. */
export function ofRate(name: string): string {
  return name.replace(RATE_END, '');
}

/** A short name that says nothing without what it is of: 管理率, 覆盖率, 新增, 结案, 项目, 总投资. */
export function needsSubject(name: string): boolean {
  if (BARE_RATE.test(name) || BARE_NOUN.test(name) || BARE_AMOUNT.test(name)) return true;
  return (
    name.length <= 3 &&
    !/率$|[药耗材]占比$|(?:[院站所馆室店园校车机仪]|医师|护士|药师|医生|药品|职工|门诊|出院|入院|手术|急诊|癌|..数)$/.test(
      name
    )
  );
}
