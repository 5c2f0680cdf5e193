/** What kind of fact a number is, told from the words of its sentence. */
import type { NumberContext } from './clauses';

/** `yoy` in %, `yoy_pp` in points, `yoy_abs` in the fact's own unit; all against the year or period before. */
export type FactKind =
  | 'value'
  | 'yoy'
  | 'yoy_pp'
  | 'yoy_abs'
  | 'share'
  | 'rank'
  | 'target'
  | 'completion_rate'
  | 'plan';

/** What is known of the section a line stands in. */
export interface Setting {
  /** The section tells what is to be done. */
  readonly planned: boolean;
  /** The year of the report. */
  readonly year: number;
}

const RISE = '[↑▲]|增长|增加|上升|提高|提升|上涨|增幅|增速|涨幅|增|升|涨|多';
const FALL = '[↓▼]|下降|减少|降低|下滑|回落|降幅|减幅|负增长|缩短|压缩|压减|减|降|少';
const CHANGE = new RegExp(`(${RISE}|(${FALL}))(?:了|率|幅度?|约|近|超过?|为|达|均|分别|\\s|:)*$`);
const AGAINST =
  /同比|环比|同期|比(?:上|去|前|年初|\d{2,4}年|\d{1,2}月)|较(?:上|去|前|年初|之前|\d{2,4}年|\d{1,2}月|同期)|与[^,。;]{1,10}相比|(?:上|去)年(?:底|末)?(?:增|减)/;
const GROWTH_NAME = /(?:增幅|增速|降幅|涨幅|增长率|增长幅度)(?:平均数|均)?(?:达到?|为|控制在|保持在|在|约|超过?|:)*$/;
const COMPLETED =
  /(?:占|完成)[^,。;]{0,8}(?:任务|目标|计划)[^,。;%]{1,12}的$|(?:(?:完成|完结|任务完成|计划完成|目标完成)率|完成比例?|完成度|(?:完成|执行|工程|形象|建设|总|时序)?进度)(?:分别|均|已|为|达到?|约|是|:|全部|的)*$|(?:完成|占|达到?|实现)(?:[^,。;%]{0,10})(?:目标|任务|计划|指标|序时进度|工程量|总?投资)(?:任务)?(?:总?[数量值]|总数)?的?(?:完成)?\s*$|(?:主体|土建|总体|装修|基础)?工程(?:量|进度|建设)?(?:已|约)?(?:完成|过)(?:了|率?达?|约)*$/;
const DONE = /(?:完成|已|实际)[^,。;]*$/;
const SHARE = /占[^,。;:%\d]{0,24}$|(?:占比|比重|构成比)(?:分别|均|为|达到?|是|约|:)*$/;
const NAMED_SHARE = /[药材耗]占比[^,。;]*$/;
const TARGET_LEFT =
  /(?:全年|年度)(?:目标|任务|计划)[^,。;:\d完]{0,8}$|(?:目标|任务)(?:任务|完成)?(?:总?数|总?量|值|人数|例数|数量|为|是|:|共|合计|分别|约|达|下达|各)*$|(?:指标|计划)(?:任务|完成)?(?:总?数|总?量|值|人数|例数|为|是)(?:为|是|:|共|约)*$|下达[^,。;:]{0,8}(?:任务|指标|计划|目标)[^,。;:]{0,6}$|(?:应|需|须)(?:完成|筛查|检查|接种|新建|建成|培训|签约)[^,。;]{0,8}$|(?:目标|任务|指标|标准)(?:要求)?(?:是|为)[^,。;:\d]{0,16}$|要求(?:达到?|为|不低于|低于|超过|完成|在|是|:)+$/;
const TARGET_RIGHT = /^[^,。;:]{0,20}(?:的?(?:任务|目标|指标)(?:任务|数|书|要求)?)(?:$|[,。;、)])/;
const ASSIGN = /(?:下达|领取|承担|承接|分解|分配|明确|确定|安排|认领|列入|纳入)[^,。;]{0,12}$/;
const INTENT =
  /(?<![度动作务标占按照])计划(?=于|在|到|对|为|新|建|完|投(?!资)|开|引|招|用|再|实|年|下|今|明|培|举|组|改|购|创|争|[一二三\d]|$)|(?<![虚模])拟(?=[^,。;])|力争|争取(?=达|在|完|实|建|创|年|通过|新增|将|全|让|使|到)|(?:确保|努力)(?=[^,。;]*(?:达到?|完成|建成|建设|新增|不低于|不少于|控制在|提升到|提高到|稳定在)[^,。;]{0,6}$)|(?<![即必])将(?=于|在|新|建|完|达|投|实|开|继|进|组|举|再|全)|下一?步|下一?阶段|明年|来年|下个?月|有望|要(?=完成|达到|新增|建成|实现|开展)|(?:年|月)底前/;
/** Intentions that hold for the rest of their sentence. */
const LASTING =
  /力争|拟(?=[^,。;])|下一?步|下一?阶段|明年|来年|下个?月|(?:年|月)底前|计划(?=于|在|到|新|建|完|投(?!资)|开|年|下|今|明|培|举)/;
const FULFILLED = /已|实际|目前|现有|现为|完成了|累计|实现了|达到了|共(?:计)?(?:完成|开展)|上年|去年/;

/** The kind of the fact at `place`; `kinds` are those of the facts before it on the line. */
export function factKind(place: NumberContext, setting: Setting, kinds: readonly FactKind[]): FactKind {
  const { token, left, right, said, at } = place;
  const clauseSaid = place.clauseSaid.replace(/\([^()]*\)/g, '');
  if (token.rank) return 'rank';
  // 完成年度任务(1亿元)的80%
  if (/(?:任务|目标)[数量]?\($/.test(place.plain.slice(Math.max(0, place.clause - 5), place.clause))) return 'target';
  const before = kinds[kinds.length - 1];
  if (at > 0 && before !== undefined) return before;
  const relative = token.unit === '%' || token.unit === '‰';
  // 2023年计划完成6000万元, told of its own year, is that year's target; 占年度计划的110% is what became of it.
  const ofThisPeriod =
    !isLater(said, setting.year) &&
    new RegExp(`(?:今年|本年|全年|年内|年度|${setting.year}年)[^,。;]{0,4}计划(?!外|生育|免疫)`).test(clauseSaid);
  const measured = relative && !setting.planned && COMPLETED.test(clauseSaid);
  const intended = !measured && !ofThisPeriod && isIntended(place, setting);
  const change = changeKind(place);
  if (change !== undefined) return intended && !AGAINST.test(clauseSaid) ? 'plan' : change;
  if (intended || (ofThisPeriod && setting.planned)) return 'plan';
  if (ofThisPeriod && !measured && !FULFILLED.test(clauseSaid)) return 'target';
  if (relative && COMPLETED.test(clauseSaid)) return 'completion_rate';
  if (relative && place.aside && !TARGET_LEFT.test(left)) return asideKind(place, said, before);
  if (relative && /^(?:已|累计|实际|共)?完成(?:了|约|近|达)*$/.test(left.trim())) return 'completion_rate';
  if (relative && NAMED_SHARE.test(clauseSaid.slice(-24))) return 'value';
  if (relative && SHARE.test(clauseSaid.slice(-30))) return 'share';
  if (/任务$/.test(left) && /^[个项类条]$/.test(token.unit) && !ASSIGN.test(clauseSaid)) return 'value';
  if (
    token.unit !== '个百分点' &&
    TARGET_LEFT.test(clauseSaid) &&
    !/完成[^,。;]{0,12}(?:目标|任务|指标)[^,。;]{0,3}$/.test(clauseSaid)
  )
    return 'target';
  // 要求签约率不低于42%; 省下达任务为:筛查率≥85%
  const bounded = token.writtenStart < token.start;
  if (bounded && /要求[^,。;:]{0,18}$|(?:任务|目标|指标)(?:要求)?(?:为|是)?:[^,。;]{0,20}$/.test(said)) return 'target';
  if (!relative && TARGET_RIGHT.test(right) && ASSIGN.test(clauseSaid)) return 'target';
  if (relative && /[国省市县]定(?:的)?$/.test(clauseSaid)) return 'target';
  if (relative && /^(?:以上)?的(?:年度|省定|国家)?(?:目标|任务|要求|标准)/.test(right)) return 'target';
  return 'value';
}

function isIntended({ said, clauseSaid, sentence, clause }: NumberContext, { planned, year }: Setting): boolean {
  // What has been done is no plan, in a section of plans neither: 在2023年完成50例的基础上.
  if (planned) return !/(?:已完成|已建成|累计完成|现有|去年|上年)[^,。;]{0,12}$|基础上/.test(clauseSaid);
  if (FULFILLED.test(clauseSaid)) return false;
  if (INTENT.test(clauseSaid) || isLater(said, year)) return true;
  // The intention of a clause runs on through the sentence until something done is told.
  const since = lastIntent(said);
  return clause > sentence && since >= 0 && !FULFILLED.test(said.slice(since));
}

/** 到2025年 in a report of an earlier year. */
function isLater(said: string, year: number): boolean {
  const due = /(?:到|至|^\s*(?:\(?[一二三四五六七八九十\d]+[)、.])?\s*)(20\d{2})年(?:[底末前])?[^。;]*$/.exec(said);
  return due !== null && Number(due[1]) > year;
}

function lastIntent(said: string): number {
  const pattern = new RegExp(LASTING.source, 'g');
  let at = -1;
  for (let m = pattern.exec(said); m; m = pattern.exec(said)) at = m.index;
  return at;
}

function changeKind({ token, said, clauseSaid, left, right, plain }: NumberContext): FactKind | undefined {
  const { unit } = token;
  const direction = CHANGE.exec(clauseSaid);
  const moved =
    direction !== null && !/(?:新|拟)增$/.test(clauseSaid.slice(0, direction.index) + direction[1]!.slice(0, 1));
  const compared =
    AGAINST.test(said.slice(-40)) ||
    (moved && /(?<![占对相])[比较][^,。;:\d]{2,12}$/.test(clauseSaid.slice(0, direction.index)));
  if (unit === '个百分点') {
    if (!moved && /(?:高|低)[于出]?[^,。;]{0,12}$/.test(clauseSaid)) return undefined;
    return moved || compared || /[升降增减高低]/.test(left) ? 'yoy_pp' : undefined;
  }
  if (unit === '%') {
    if (GROWTH_NAME.test(clauseSaid)) return /年均/.test(clauseSaid) ? undefined : 'yoy';
    if (moved)
      return compared || /[↑▲↓▼]|增长|下降|上升|减少|降低|上涨|提高|提升|下滑/.test(direction[0]) ? 'yoy' : undefined;
    if (/(?:同比|环比)(?:为|变化|变动)?\s*[(:]?\s*$/.test(clauseSaid)) return 'yoy';
    return token.value < 0 || plain[token.start] === '+' ? (compared ? 'yoy' : undefined) : undefined;
  }
  if (unit === '倍' && moved) return compared ? 'yoy' : undefined;
  if (/(?:同比|环比|同期|[上去]年|上月)(?:多|少)[^,。;\d]{1,4}$/.test(clauseSaid)) return 'yoy_abs';
  if (moved && compared && !/(?:新增|增设|增配|多家|减免)/.test(direction[0]))
    return rightNames(right) ? undefined : 'yoy_abs';
  return undefined;
}

/** 比去年增加3个试点 counts what is new; 同比增加765人 is a change of what was counted before. */
function rightNames(right: string): boolean {
  return right.length > 12;
}

/** A percentage in brackets after a count: of the task where something is being carried out, else of the whole. */
function asideKind({ left }: NumberContext, said: string, before: FactKind | undefined): FactKind {
  if (SHARE.test(left)) return 'share';
  if (/率/.test(left)) return COMPLETED.test(left) ? 'completion_rate' : 'value';
  return before === 'value' && (DONE.test(said) || /筛查|检查|任务|目标|接种|检测|签约/.test(said))
    ? 'completion_rate'
    : 'share';
}
