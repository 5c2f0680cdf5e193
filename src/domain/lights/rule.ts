/**
 * Lights: which rule is in force is data (`data/lights.json`), and the rule is printed under whatever uses it.
 * A light is a level; the words and colours that a reader sees come from the rule's family and palette. The shape
 * stays with the level in every palette.
 */
export type LightFamily = '序时' | '阈值' | '位次' | '逾期' | '预测';

export type LightPalette = '红黄绿' | '蓝黄红' | '色盲安全';

/** How well a task goes; `none` is no light. */
export type LightLevel = 'bad' | 'middling' | 'good' | 'none';

/** What every rule has beside its family and its numbers. */
export interface RuleHead {
  readonly id: string;
  /** As it stands in the list of rules, plain Chinese. */
  readonly name: string;
  readonly palette: LightPalette;
  /** Whether it is the one in force until the reader chooses. */
  readonly default: boolean;
  /** Where the rule comes from; may be empty. */
  readonly note: string;
}

/** By lag behind 序时: behind by up to `amberWithin` 个百分点 is amber. */
export interface PaceRule extends RuleHead {
  readonly family: '序时';
  readonly amberWithin: number;
}

/** By completion alone, in percent: from `greenFrom` up green, from `amberFrom` up amber. */
export interface ThresholdRule extends RuleHead {
  readonly family: '阈值';
  readonly greenFrom: number;
  readonly amberFrom: number;
}

/** By rank: behind 序时 and among the last `last` of one task red; nobody is last among fewer than `fewest`. */
export interface RankRule extends RuleHead {
  readonly family: '位次';
  readonly last: number;
  readonly fewest: number;
}

/** By lateness: not done on the due day red, not done with at most `amberDays` days left amber. */
export interface DueRule extends RuleHead {
  readonly family: '逾期';
  readonly amberDays: number;
}

/** By straight-line forecast for the due day, in percent of the target. */
export interface ForecastRule extends RuleHead {
  readonly family: '预测';
  readonly greenFrom: number;
  readonly amberFrom: number;
}

export type LightRule = PaceRule | ThresholdRule | RankRule | DueRule | ForecastRule;

/** A rule of its numbers, in the order of its family; they are taken as they come. */
export function ruleOf(family: LightFamily, head: RuleHead, [first = NaN, second = NaN]: readonly number[]): LightRule {
  switch (family) {
    case '序时':
      return { ...head, family, amberWithin: first };
    case '位次':
      return { ...head, family, last: first, fewest: second };
    case '逾期':
      return { ...head, family, amberDays: first };
    default:
      return { ...head, family, greenFrom: first, amberFrom: second };
  }
}

export const LIGHT_FAMILIES: readonly LightFamily[] = ['序时', '阈值', '位次', '逾期', '预测'];

export const PALETTE_NAMES: readonly LightPalette[] = ['红黄绿', '蓝黄红', '色盲安全'];

export const LIGHT_LEVELS: readonly LightLevel[] = ['bad', 'middling', 'good', 'none'];

export type LightShape = '■' | '▲' | '●' | '○';

/** Colour, shape and word together, since colour alone doesn't reach everyone. */
export interface Light {
  readonly level: LightLevel;
  /** The colour's name in the palette, as in `蓝灯`; empty for no light. */
  readonly name: string;
  readonly word: string;
  readonly shape: LightShape;
  /** Why it shows this colour, or why none. */
  readonly reason: string;
}

/** The built-in rule, in force where the dataset brings none. */
export const DEFAULT_RULE: PaceRule = {
  id: 'pace-5',
  name: '按序时，慢5个百分点以内为黄',
  family: '序时',
  palette: '红黄绿',
  amberWithin: 5,
  default: true,
  note: ''
};

const SHAPES: Readonly<Record<LightLevel, LightShape>> = { bad: '■', middling: '▲', good: '●', none: '○' };

/** What each palette calls the three levels; the hex values are in `charts/theme`. */
export const LIGHT_NAMES: Readonly<Record<LightPalette, Readonly<Record<LightLevel, string>>>> = {
  红黄绿: { bad: '红', middling: '黄', good: '绿', none: '' },
  蓝黄红: { bad: '红', middling: '黄', good: '蓝', none: '' },
  色盲安全: { bad: '紫', middling: '橙', good: '蓝', none: '' }
};

const WORDS: Readonly<Record<LightFamily, Readonly<Record<LightLevel, string>>>> = {
  序时: { bad: '滞后', middling: '略慢', good: '达序时', none: '不亮灯' },
  阈值: { bad: '偏低', middling: '接近', good: '达标', none: '不亮灯' },
  位次: { bad: '靠后', middling: '未达序时', good: '达序时', none: '不亮灯' },
  逾期: { bad: '逾期', middling: '临期', good: '正常', none: '不亮灯' },
  预测: { bad: '难完成', middling: '有缺口', good: '可完成', none: '不亮灯' }
};

/** The same for limits to stay within, which are exceeded and never late; `limitLight` says a single one more closely. */
const LIMIT_WORDS: Readonly<Record<LightFamily, Readonly<Record<LightLevel, string>>>> = {
  序时: { bad: '超出', middling: '略超', good: '未超', none: '不亮灯' },
  阈值: { bad: '超出', middling: '略超', good: '未超', none: '不亮灯' },
  位次: { bad: '靠后', middling: '超出', good: '未超', none: '不亮灯' },
  逾期: { bad: '超出', middling: '待降', good: '未超', none: '不亮灯' },
  预测: { bad: '超出', middling: '略超', good: '未超', none: '不亮灯' }
};

/** A light as a legend, a filter or a count names it. */
export type LightEntry = Omit<Light, 'reason'>;

/** Which kinds of targets a legend stands for: targets to reach, limits to stay within, or both. */
export interface Lit {
  readonly targets: boolean;
  readonly limits: boolean;
}

/**
 * One entry a level, bad first, no light last: for the legend, the filters and the counts.
 * @param lit the targets it is to name: of both kinds `滞后、超出`; of none those of targets to reach
 */
export function lightLegend(rule: LightRule, lit: Lit = { targets: true, limits: false }): readonly LightEntry[] {
  return LIGHT_LEVELS.map((level) => {
    const entry = lightAt(level, rule);
    const limit = LIMIT_WORDS[rule.family][level];
    if (!lit.limits || limit === entry.word) return entry;
    return { ...entry, word: lit.targets ? `${entry.word}、${limit}` : limit };
  });
}

/**
 * The rule as it is printed under a chart, on a slide and in an export: one sentence without a full stop.
 * @param withLimits whether some of what it lights are limits to stay within, which it has to explain too
 */
export function ruleText(rule: LightRule, withLimits = false): string {
  return withLimits ? `${targetText(rule)}。${limitText(rule)}` : targetText(rule);
}

/** How the rule goes for limits; the colours are those of the palette. */
function limitText(rule: LightRule): string {
  const { bad: red, middling: amber, good: green } = LIGHT_NAMES[rule.palette];
  switch (rule.family) {
    case '序时':
      return (
        `控制类任务不超过控制数为${green}，超出控制数的${rule.amberWithin}%以内为${amber}，其余为${red}；` +
        `按量累计的看用去的比例，不超过序时为${green}，多${rule.amberWithin}个百分点以内为${amber}，其余为${red}`
      );
    case '阈值':
      return `控制类任务不超过控制数为${green}，超出为${red}`;
    case '位次':
      return (
        `控制类任务不超过控制数（按量累计的不超过序时）为${green}，超出为${amber}，` +
        `超出且在同一任务中列末${rule.last}位为${red}`
      );
    case '逾期':
      return `控制类任务没有超出为${green}，到期前超出而还能降回的为${amber}，其余超出的为${red}`;
    case '预测':
      return (
        `控制类任务推算到期不超过控制数为${green}，超出${Math.max(0, 100 - rule.amberFrom)}%以内为${amber}，` +
        `更多的和已经超出的为${red}；不随时间累计的到期才判`
      );
  }
}

function targetText(rule: LightRule): string {
  const { bad: red, middling: amber, good: green } = LIGHT_NAMES[rule.palette];
  switch (rule.family) {
    case '序时':
      return `不慢于序时为${green}，慢${rule.amberWithin}个百分点以内为${amber}，其余为${red}；没有完成率或序时不亮灯`;
    case '阈值':
      return `完成率${rule.greenFrom}%及以上为${green}，${rule.amberFrom}%及以上为${amber}，其余为${red}；没有完成率不亮灯`;
    case '位次':
      return (
        `不慢于序时为${green}，慢于序时为${amber}，慢于序时且在同一任务中列末${rule.last}位为${red}；` +
        `有缺数的按其余重排并注明，有数的不足${rule.fewest}家不排末位；没有完成率或序时不亮灯`
      );
    case '逾期':
      return `已完成或离到期超过${rule.amberDays}天为${green}，未完成且离到期${rule.amberDays}天以内为${amber}，到期未完成为${red}；没有完成率或截止日不亮灯`;
    case '预测':
      return `已完成或按现有快慢推算到期完成${rule.greenFrom}%及以上为${green}，${rule.amberFrom}%及以上为${amber}，其余为${red}；推算不出不亮灯`;
  }
}

/** A level as the rule calls it: shape, word, and the name of its colour in the rule's palette. */
export function lightAt(level: LightLevel, rule: LightRule): LightEntry {
  return { level, name: LIGHT_NAMES[rule.palette][level], word: WORDS[rule.family][level], shape: SHAPES[level] };
}
