/**
 * Stretches of a line whose numbers name something instead of counting it: dates, ages, documents, projects,
 * telephones, versions, ratios, ordinals, masked figures.
 */

/** One class of such stretches each, with an example. A match covers the whole stretch. */
const NAMED: readonly RegExp[] = [
  /《[^》]*》/g, // 《…条例(2019)》
  /[“‘"][^“”‘’"]{0,16}[”’"]/g, // “6+1”
  /\[\d{4}\]\s*\d*号?|\((?:19|20)\d{2}\)\s*\d+号|第?\d+(?:-\d+)?号/g, // 〔2023〕18号
  /(?:19|20)\d{2}[-/.]\d{1,2}(?:[-/.]\d{1,2})?(?![\d.%])/g, // 2020-10-26
  /(?:19|20)\d{2}\s*(?:-|至|到|、)\s*(?:19|20)?\d{2}\s*(?:年|学年)/g, // 2018-2020年
  /(?:\d{2,4}|\d{1,2}-+)\s*年(?:代|度|级)?|(?<![\d.])\d{1,2}年(?!均)/g, // 2020年, 20-年, 5年
  /(?:[二一〇零九八七六五四三]{4})年|[一二三四五六七八九十两]+年/g, // 二〇二〇年, 三年
  /\d{1,2}\s*(?:-|至|到|、)\s*\d{1,2}\s*月(?!龄)|\d{1,2}\s*月份?/g, // 1-10月
  /(?<=月)\s*\d{1,2}\s*(?:[日号]?\s*(?:-|至|到|、)\s*\d{1,2}\s*)?[日号]/g, // 10月20至30日
  /\d{1,2}\s*[日号](?:前|起|止|至|到|-|,)|\d{1,2}\s*(?:-|至|到)\s*\d{1,2}\s*[日号]/g, // 5日前
  /\d+分\d+秒|\d{1,2}:\d{2}|\d{1,2}[时点](?:\d{1,2}分|半|至|到|-|前|后|整)/g, // 8:30
  /\d+(?:\.\d+)?\s*(?:-|至|到)\s*\d+(?:\.\d+)?\s*(?:周岁|岁|月龄|个月|年级|孕周|周)/g, // 0-36个月
  /(?<!(?:寿命|年龄)[^。;]{0,30})\d+(?:\.\d+)?\s*岁|\d+\s*(?:周岁|月龄|孕周|年级|周(?!期))/g, // 65岁
  /(?:近|前|后|满|每|为期)\s*\d+\s*(?:个月|天|小时|周)|24\s*小时|7\s*[*×xX]\s*24/g, // 每3个月
  /每\s*\d*(?:\.\d+)?\s*[十百千万]*(?=[人名个户张周月季年天日元])/g, // 每10万人
  /(?<!\d)(?:1[12][029]|12\d{3}|123\d\d|119|110|96\d{3,4})(?=\s*(?:急救|热线|指挥|平台|电话|阳光|救护|网络|调度|卫生|健康|心理|站点|服务|中心|出警|院前))/g, // 12320热线
  /(?<!\d)(?:0\d{2,3}-?)?\d{7,8}(?!\s*[\d.,万人元户份例件支条张个家次剂]|\d)|(?<!\d)1\d{10}(?!\d)/g, // telephone
  /[A-Za-z]+[-.]?\d[\w.]*(?![\w.])(?!\s*(?:台|例|人|家|个|万|%|次|份|张|支|,\d{3}))|\d+(?:\.\d+)?(?!(?:ml|mL|ML|kg|KG|km|mg)(?![A-Za-z]))[A-Za-z]+\d*/g, // H7N9, 5G
  /\d+(?:\.\d+){2,}(?:\/10万)?/g, // 847.34.65
  /v?\d+(?:\.\d+)?版/g, // 2.0版
  /[\dN]+(?:\+[\dNnXx]+)+/g, // 1+5+N
  /\d+\s*[*×:]\s*\d+/g, // 1:1
  /\d+\s*\/\s*\d+(?!\d*万)(?!\d)/g, // 1/4
  /第\s*(?:\d+|[一二三四五六七八九十百]+)(?:-\d+)?/g, // 第31个
  /(?<![目之此以年月日提])前\s*(?:\d+|[一二三四五六七八九十]+)\s*(?:名|位|强|列)?|\d+强/g, // 前8名
  /\d+(?=\s*(?:排|价|管|星|孔|寸|型|路|代|频道|国道|室|床旁|道))/g, // 13价
  /\d+\s*级/g, // 5级
  /(?<![A-Za-z])[xX×*_□〇○]{2,}[\d.]*[xX×*_]*|\d+[xX×*_□○]+\d*|(?<![A-Za-z])[xX×][\dxX]*(?=[人例家个名万年月%次所份])/g // xx人
];
/** The classes that stand without a digit too. */
const NUMERALS_ONLY = NAMED.filter(({ source }) => /一|十|《|“|x/.test(source));
/** A number that opens a line, a sentence or a clause and is followed by a list sign is that list's. */
const LIST_MARK = /(?:^|[。;:,!?\s])\s*(?:\(\d{1,2}\)|\d{1,2}\s*(?:[、)]|[.](?!\d)|[.](?=(?:19|20)\d{2}年)))/g;

/** Whether each position of a plain line lies in such a stretch. */
export function namedStretches(plain: string): Uint8Array {
  const covered = new Uint8Array(plain.length + 1);
  if (!/[\d一二两三四五六七八九十百千万xX×*]/.test(plain)) return covered;
  const digits = /\d/.test(plain);
  for (const pattern of digits ? NAMED : NUMERALS_ONLY) cover(covered, plain, pattern);
  if (!digits) return covered;
  cover(covered, plain, LIST_MARK);
  return covered;
}

function cover(covered: Uint8Array, plain: string, pattern: RegExp): void {
  pattern.lastIndex = 0;
  for (let m = pattern.exec(plain); m; m = pattern.exec(plain)) {
    covered.fill(1, m.index, m.index + m[0].length);
    if (m[0] === '') pattern.lastIndex++;
  }
}
