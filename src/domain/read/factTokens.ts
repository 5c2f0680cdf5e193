/** Which of the numbers of a line state a fact. */
import { namedStretches } from './namedNumbers';
import { numbersIn, ranksIn, type NumberToken } from './numbers';

/** The numbers of a plain line that count or measure something, in reading order. */
export function factTokens(plain: string): NumberToken[] {
  if (!/[\d一二两三四五六七八九十百千万首]/.test(plain)) return [];
  const named = namedStretches(plain);
  const ranks = ranksIn(plain).filter(
    (rank) => rank.start === 0 || named[rank.start - 1] === 0 || /[第、,和]/.test(plain[rank.start - 1]!)
  );
  const counts = numbersIn(plain).filter(
    (token) =>
      named[token.start] === 0 &&
      !ranks.some((rank) => token.start < rank.end && token.end > rank.start) &&
      (token.style === 'digits' ? digitsCount(plain, token) : numeralCounts(plain, token))
  );
  return ranks.concat(counts).sort((a, b) => a.start - b.start);
}

const LIMIT_OF_TIME = /^(?:内|后|前|以内|之内|倒计时)|^[^,。;]{0,8}圈/;

function digitsCount(plain: string, token: NumberToken): boolean {
  const after = plain.slice(token.end, token.end + 10);
  const before = plain.slice(Math.max(0, token.start - 12), token.start);
  if ((token.unit === '' && /^\d/.test(after)) || /^号/.test(after)) return false;
  // 1 234人: whether one number or two, the text doesn't say.
  if (/\d $/.test(before) && /^\d{3}(?!\d)/.test(plain.slice(token.start))) return false;
  if (token.unit === '') return bareCounts(before, after, token);
  if (/^(?:个月|天|小时|分钟|秒)$/.test(token.unit))
    return !LIMIT_OF_TIME.test(after) || /(?:至|到|在|为)$/.test(before);
  if (token.unit === '个月' && /^(?:龄|儿|婴)/.test(after)) return false;
  // 26日 is a date, 平均住院日8.2日 and 6891床日 are days.
  if (token.unit === '日') {
    return !Number.isInteger(token.value) || token.value > 31 || /(?:[床院]日|平均|缩短|减少|增加|提高)$/.test(before);
  }
  // 2020个 is a count, 2020人 too; but 2020 alone was a year.
  return true;
}

/** Without a unit only what is said to be a value: 性别比为108, 平均积分98.68, 控制在0. */
function bareCounts(before: string, after: string, { value, start, end }: NumberToken): boolean {
  if (Number.isInteger(value) && value >= 1949 && value <= 2100 && end - start === 4) return false;
  if (/^\s*[年月日时]/.test(after)) return false;
  const closed = /^\s*(?:$|[,。;:、)!(]|和|及|左右|以[上下内])/.test(after);
  if (!closed) return false;
  if (
    /(?:为|是|达到?|至|到|控制在|保持在|稳定在|比|率|积分|评分|得分|指数|水平|医师|护士|床位|总数|数量|系数|均值|[人员床]数)[约均]?\s*$/.test(
      before
    )
  )
    return true;
  return !Number.isInteger(value) && /[一-龥]\s*$/.test(before) && !/[表图节章版第]\s*$/.test(before);
}

/** Counters of people, places, cases and things that are counted one by one. */
const STRONG =
  /^(?:[万亿千百]*)(?:家|名|所|例|起|人|人次|台|辆|张|支|场|户|件|份|篇|座|间|处|元|床|剂次|批次|场次|对|只|套|栋|位)$/;
const SOFT_NOUN =
  /^(?:[^,。;:、]{0,8}?)(?:县|区|乡|镇|街道|社区|村|试点|中心|团队|专?科室|专科|病[种区房]|项目|医院|卫生院|机构|单位|基地|实验室|平台|小组|集团|学科|课题|品种|岗位|站|点|示范)/;
const DOING =
  /(?:新增|新建|建成|建立|建设|创建|创成|打造|设立|成立|开展|召开|举办|组织|完成|获评?|荣获|引进|招聘|选派|派驻|投放|配备|购置|处置|查处|通过|确诊|报告|发生|检出|培养|培训|实施|增设|改造|共|了|有|各|达|等|级)\s*$/;
/** Other things were counted before in the sentence: 健康步道3条、健康小屋两个. */
const COUNTED_BEFORE =
  /\d[^。;]{0,16}[、,][^。;、,\d]{2,12}$|(?:新增|新建|建成|建立|创建|创成|打造|设立|成立|配备|增设|获批|获评)[^,。;、]{2,14}$/;
const SLOGAN =
  /^(?:个|项|条|大|类|种|级)?(?:坚持|方面|统一|结合|加强|必须|自信|意识|维护|确保|到位|环节|阶段|层面|维度|关口|体系|机制|制度|原则|清单|不|没有|文件|以上)/;

/** Numerals count where a counter of things follows; 三级, 两癌, 一批, 四个意识 don't. */
function numeralCounts(plain: string, token: NumberToken): boolean {
  const { start, end, unit } = token;
  const before = plain.slice(Math.max(0, start - 6), start);
  if (unit === '‰' || /[百千]分之/.test(plain.slice(start, end))) return true;
  if (unit === '%') return /[占超近达约过比降增为到]$/.test(before);
  const written = plain.slice(start, end);
  const numeral = /^[零〇一二两三四五六七八九十百千万亿点]+/.exec(written)![0];
  const after = plain.slice(end, end + 14);
  if (unit === '' || /[第十统唯逐每某另同任另各进专单]$/.test(before.replace(/各$/, ''))) return false;
  if (/^(?:年|月|日|岁|级|号)/.test(after) || /[零〇一二两三四五六七八九十]$/.test(before)) return false;
  if (/^[零〇]/.test(numeral)) return false;
  if (numeral === '一') return oneCounts(before, after, unit);
  if (SLOGAN.test(after)) return false;
  if (STRONG.test(unit)) return true;
  if (numeral.length > 1 && /[万亿千百十]/.test(numeral)) return !/^(?:日|天|年|方面)/.test(after);
  if (!/^(?:个|项|次|条|种|类|批|轮|期|组|村|天|个月)$/.test(unit)) return false;
  return SOFT_NOUN.test(after)
    ? unit === '个' || DOING.test(before)
    : /^[,。;、)]|^$/.test(after) &&
        (DOING.test(before) || (unit === '个' && COUNTED_BEFORE.test(plain.slice(0, start))));
}

/** 一名研究生, 处置一起…事件 count; 一家人, 一次性, 一起做, 一个 of a description don't. */
function oneCounts(before: string, after: string, unit: string): boolean {
  if (/[无未]$/.test(before)) return false;
  if (/^(?:名|例|所|辆|座)$/.test(unit)) return !/[每任]$/.test(before);
  if (/^[台套艘]$/.test(unit) && /^(?:[,。;、)]|$)/.test(after)) return true;
  if (unit === '起') return /(?:事件|案件|疫情|病例|事故|投诉)/.test(after);
  return /^(?:家|支|场|次|轮|台|份|件)$/.test(unit) && DOING.test(before) && !/^(?:性|揽子|批|道)/.test(after);
}
