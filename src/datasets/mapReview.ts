/** What the review says of a map: nothing of it is lost to the page, and only whoever publishes it can tell whether it is right. */
import { mapGaps } from '../domain/atlas/mapGaps';
import type { Dataset } from '../domain/model/dataset';
import type { Issue } from '../domain/model/issue';

const MOST_NAMED = 10;

/** Outlines of no place, and places with numbers that have none. @param file name of map.json */
export function mapIssues(dataset: Dataset, file: string): readonly Issue[] {
  const gaps = mapGaps(dataset);
  if (!gaps) return [];
  const remark = (why: string, todo: string): Issue => ({ file, level: '提醒', rule: '地图边界', why, todo });
  const { unknown, without } = gaps;
  return [
    ...(unknown.length > 0
      ? [
          remark(
            `有${unknown.length}块边界不是数据里的地区，画成空白：${named(unknown.map((key) => key || '没有写编号'))}`,
            '请核对 properties.place 或 properties.code 与 places.csv 的编号、代码是否一致；本来就不归这里的不用管。'
          )
        ]
      : []),
    ...(without.length > 0
      ? [
          remark(
            `有${without.length}个有数据的地区在地图上没有边界，数只在表里：${named(without.map(({ name }) => name))}`,
            '请补上这些地区的边界，或核对它们的编号、代码。'
          )
        ]
      : [])
  ];
}

function named(names: readonly string[]): string {
  return names.slice(0, MOST_NAMED).join('、') + (names.length > MOST_NAMED ? `等${names.length}个` : '');
}
