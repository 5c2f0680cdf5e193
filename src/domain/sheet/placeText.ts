/** Texts that name a place: known ones by all their names, others by how such names end. */
import type { Dataset } from '../model/dataset';
import type { Place } from '../model/records';
import { memoByObject } from '../model/memo';

const ENDING =
  /(?:省|市|县|区|旗|州|盟|镇|乡|街道|村|社区|医院|卫生院|卫生服务中心|服务中心|保健院|中心|血站|疾控|卫健局|健康局|集团|分院|院区|农场|监督所|急救站|医共体|一院|二院|三院|四院|中医院|妇保院)$/;
/** Words that end like a place and are none. */
const NO_PLACE =
  /(?:覆盖|达标|创建|建成|新建|示范|合格|规范|每|各|个|所)(?:乡镇|镇|村|社区|街道|县|区|医院|卫生院|中心)$|人次|率$|数$|比例$/;
const TOTAL =
  /^(?:(?:全[省市县区州]|全[市县区]域|总|区县)?(?:合计|总计|共计|累计合计|平均|均值)|小计|计|全[省市县区]|本级合计)$/;
/** What a short name leaves out at the end. */
const LEVEL_WORDS =
  /(?:壮族自治区|回族自治区|维吾尔自治区|自治区|自治州|自治县|省|市|县|区|旗|盟|镇|乡|街道|新区|开发区)$/;

/** 合计 and the like among names of places or indicators: 小计 of a group, 合计 of all; empty for any other text. */
export function totalOf(text: string): '' | '合计' | '小计' {
  const bare = text.replace(/[\s:：]/g, '');
  return !TOTAL.test(bare) ? '' : bare === '小计' ? '小计' : '合计';
}

/** Names under which a place may stand in a file: its own, the short one (象山 for 象山县), its code, its id. */
export function namesOfPlace(place: Place): string[] {
  const short = shortName(place.name);
  return [place.name, short, place.code, place.id].filter((name, i, all) => name !== '' && all.indexOf(name) === i);
}

/** 象山县 without its 县; the name itself where a single character would be left. */
export function shortName(name: string): string {
  const short = name.replace(LEVEL_WORDS, '');
  return short.length > 1 ? short : name;
}

const namesAmong = memoByObject(
  (places: readonly Place[]): ReadonlySet<string> => new Set(places.flatMap(namesOfPlace))
);

/** Whether a text names a place: a known one, one that ends like one, or a total of places. */
export function isKnownPlace(text: string, known: Pick<Dataset, 'places'>): boolean {
  const names = namesAmong(known.places);
  const bare = text.replace(/\s/g, '');
  return names.has(bare) || totalOf(bare) !== '' || (ENDING.test(bare) && !NO_PLACE.test(bare) && bare.length <= 24);
}
