/** Words that numbers of reports are counted and measured in. */

/** Longer words stand before the shorter ones they begin with. */
const MEASURE_WORDS = [
  ...['平方公里', '平方千米', '平方米', '立方米', '平米', '㎡', '公里', '千米', '厘米', '公顷', '亩', '米(?!饭)'],
  ...[
    '人次',
    '人份',
    '人年',
    '人日',
    '例次',
    '台次',
    '台套',
    '台件',
    '辆次',
    '批次',
    '车次',
    '剂次',
    '场次',
    '班次',
    '户次',
    '家次'
  ],
  ...['间次', '件次', '项次', '架次', '份次', '机次', '艘次', '频次', '针次', '家·次', '诊次', '课次', '期次', '所次'],
  ...[
    '个?治疗量',
    '单采',
    '治疗单位',
    '单位',
    '单管',
    '床日',
    '千克',
    '公斤',
    '毫升',
    '[mM][lL](?![A-Za-z])',
    '[kK][gG](?![A-Za-z])',
    'km(?![A-Za-z])',
    'mg(?![A-Za-z])',
    '毫克',
    '克',
    '吨',
    '升(?![至到级])'
  ],
  ...[
    '美元',
    '欧元',
    '港元',
    '元',
    '学时',
    '课时',
    '学分',
    '小时',
    '分钟',
    '秒',
    '个月',
    '工作日',
    '日(?![期常均前益间])',
    '天'
  ],
  ...['人(?![均民才体类])', '例(?!外|行|如|会)', '家(?![庭长属委])', '个(?!百分点|性|体)', '所(?![有在需以])'],
  ...['名(?![单称牌录])', '位(?![于置居次列])', '起(?![来到草步点])', '件', '次(?![性密])', '项', '条(?!件|例)', '份'],
  ...['张', '台(?!阶|账)', '辆', '支(?![持付撑出])', '只', '套', '户(?!籍|外)', '对(?![口接])', '场(?!所|地|景)'],
  ...[
    '期(?![间待末])',
    '篇',
    '种(?!植|类)',
    '类',
    '批(?![准评复发])',
    '间',
    '处(?![理置于方罚])',
    '座',
    '栋',
    '幢',
    '块',
    '本(?![地级着次])',
    '册'
  ],
  ...[
    '盒',
    '箱',
    '瓶',
    '粒',
    '片(?!区)',
    '枚',
    '剂',
    '针(?![灸对])',
    '袋',
    '管(?![理控道制])',
    '桶',
    '部(?![分门位署])',
    '款',
    '门(?![诊急])',
    '轮'
  ],
  ...[
    '组(?![织建成])',
    '班(?!子)',
    '床(?!位|边)',
    '颗',
    '眼',
    '口(?!腔|岸|径|号)',
    '棵',
    '株',
    '头',
    '艘',
    '幅',
    '首(?![次先位])',
    '集(?![中体团采])',
    '字'
  ],
  ...[
    '宗',
    '笔',
    '课',
    '节(?!约|点)',
    '讲',
    '面(?![向对积])',
    '分(?![别级院中为析之类布])',
    '单(?!项|独)',
    '队(?!伍)',
    '村(?!级|卫)',
    '份额',
    '倍',
    '成(?![立功为员效果])'
  ],
  ...['本', '顶', '把(?!关)', '架', '杯', '尊', '通', '趟', '餐', '步', '卷', '则', '股', '岁', '度(?!假)']
];
const MEASURE = new RegExp(`(?:${MEASURE_WORDS.join('|')})`, 'y');
const RATIO = /%|‰|个?百分点|\s*\/\s*(?:10万|十万|100000|万|千)/y;
const PER = /\/(?:千人|万人|10万人|人次|人|床|天|日|次|月|年|例|户|周)/y;

/** The unit that stands at `at` of a plain line, without blanks before it; empty where there is none. */
export function unitAt(plain: string, at: number): string {
  const ratio = matchAt(RATIO, plain, at);
  if (ratio !== '') return ratio;
  const measure = matchAt(MEASURE, plain, at);
  return measure === '' ? '' : measure + matchAt(PER, plain, at + measure.length);
}

/** The unit as it is shown and compared: rates per 100,000 are `1/10万`, points `个百分点`. */
export function unitName(unit: string): string {
  const bare = unit.replace(/\s/g, '');
  if (/^\/(10万|十万|100000)$/.test(bare)) return '1/10万';
  if (/^\/[万千]$/.test(bare)) return `1${bare}`;
  if (bare === '百分点') return '个百分点';
  if (bare === '个治疗量') return '治疗量';
  return bare;
}

const NAMED_UNIT: readonly (readonly [RegExp, string])[] = [
  [/人次$|诊疗量$|门诊量$/, '人次'],
  [/(?:人数|人口|用户|粉丝|群众|对象|人群|职工|患者|居民|老年人|儿童|妇女|孕产妇)$/, '人'],
  [/(?:罚款|罚没款|罚金|资金|经费|投资|投入|金额|收入|支出|费用?|补助|补贴|奖金|产值|价值|工程款)$/, '元']
];
const COUNTED = /(例|户|份|家|个|件|张|台|辆|所|起|支|对|间|名|条|项|次|期|篇|单位)数$/;

/**
 * A bare 万 or 亿 with what the fact's name says is counted: 罚款15.4万 is in 万元, 门诊人次3.2万 in 万人次. With `table`
 * a figure without any unit too; there the head often is all that says it.
 */
export function fullUnit(unit: string, name: string, table: boolean): string {
  if (!(/^[万亿]$/.test(unit) || (table && unit === ''))) return unit;
  const named = NAMED_UNIT.find(([pattern]) => pattern.test(name));
  if (named && (unit !== '' || named[1] !== '元')) return unit + named[1];
  if (unit === '' && /率$/.test(name) && !/(?:死亡|出生|发病|增长|患病)率$/.test(name)) return '%';
  return unit + (COUNTED.exec(name)?.[1] ?? '');
}

/** A figure's own scale with the unit its table gives: 万 under 人 is 万人; without either what its name says it counts. */
export function scaledUnit(scale: string, outer: string, name: string): string {
  if (outer === '') return fullUnit(scale, name, true);
  return scale !== '' && !outer.startsWith(scale) ? scale + outer : outer;
}

const NAME_OF_UNIT: readonly (readonly [RegExp, RegExp])[] = [
  [/人次|诊疗量|门诊量|服务量/, /人次$/],
  [/床位/, /张$/],
  [/费用|收入|支出|金额|资金|经费|投资/, /元$/],
  [/人数|人口|医师|护士|人员/, /人$/]
];

/** Of several units that a table names, 单位:人、%, the one that fits a name; of one that one. Empty where none fits. */
export function fittingUnit(units: readonly string[], name: string): string {
  if (units.length === 1) return units[0]!;
  if (/率$|比例$|占比$|比重$/.test(name)) return units.find((unit) => unit === '%') ?? '';
  const counts = units.filter((unit) => unit !== '%' && unit !== '‰');
  const fitting = NAME_OF_UNIT.find(([pattern]) => pattern.test(name));
  return counts.length === 1 ? counts[0]! : (counts.find((unit) => fitting?.[1].test(unit)) ?? '');
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
