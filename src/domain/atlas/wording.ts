import type { Ground, PlaceMap } from './answer';
import { fewNames } from '../wording/fewNames';
import { type Note, warningsFirst } from '../wording/note';
import { placeLabel } from '../wording/placeLabel';

const remark = (text: string): Note => ({ level: '说明', text });

/** What the colours mean, what the places are, and who isn't drawn; then what is said of the comparison. */
export function mapNotes({
  ground,
  comparison,
  classes,
  rule,
  unplaced
}: Pick<PlaceMap, 'ground' | 'comparison' | 'classes' | 'rule' | 'unplaced'>): Note[] {
  return warningsFirst([
    ...(rule ? [remark('颜色是以这项指标为结果的任务的灯。')] : classRule(classes.length)),
    ...groundNotes(ground),
    ...(unplaced.length > 0
      ? [
          remark(
            `${fewNames(
              unplaced.map(({ place }) => placeLabel(place)),
              '个地区'
            )}没有${ground.form === 'map' ? '边界' : '写位置'}，没有画，数在数据表里。`
          )
        ]
      : []),
    ...comparison.notes
  ]);
}

function classRule(classes: number): Note[] {
  if (classes === 0) return [];
  const how =
    classes === 1 ? '数都一样，只有一档。' : `按数的大小排序分成${classes}档，每档个数尽量相等，相等的数同档。`;
  return [remark(`颜色由浅到深，数由小到大：${how}每一期各自分档，颜色不跨期比。`)];
}

function groundNotes(ground: Ground): Note[] {
  if (ground.form === 'tiles') return [remark('一格一地，只表示大致方位，不表示面积和边界。')];
  const { boundaries, others } = ground;
  const strange = others.flatMap(({ key }) => (key === '' ? [] : [key]));
  return [
    remark(`审图号：${boundaries.approval}。边界由本单位提供。`),
    ...(strange.length > 0
      ? [remark(`map.json 里的${fewNames(strange, '块边界')}对不上地区的编号或代码，只画边界。`)]
      : [])
  ];
}
