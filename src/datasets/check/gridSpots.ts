/** Spots of places.csv that a grid of tiles can't use: each is named, and the place stays. A script of its own. */
import { MOST_SPOTS, readSpots, type SpotFault } from '../../domain/model/gridSpots';
import type { CheckedRow } from './cell';
import type { KeyedTable } from './keys';

/** Adds a 提醒 for every spot that isn't used. */
export function reportSpots({ rows, issues }: Pick<KeyedTable, 'rows' | 'issues'>): void {
  const { faults } = readSpots(rows, ({ cells }) => ({ column: numberOf(cells.column), row: numberOf(cells.row) }));
  for (const { item, fault, by } of faults) {
    const column = fault === 'half' && numberOf(item.cells.column) === null ? 'column' : 'row';
    issues.add({
      level: '提醒',
      row: item.line,
      column,
      rule: '格子图',
      why: `“${nameOf(item)}”${WHY[fault](by ? `${issues.lineText(by.line)}的“${nameOf(by)}”` : '')}，没有画进格子图`,
      todo: TODO[fault]
    });
  }
}

const WHY: Readonly<Record<SpotFault, (other: string) => string>> = {
  half: () => '的 column 和 row 只有一个可用',
  range: () => `的 column 或 row 不是1到${MOST_SPOTS}的整数`,
  taken: (other) => `和${other}在同一格`
};

const TODO: Readonly<Record<SpotFault, string>> = {
  half: '请两个都填，或都留空。',
  range: '请写从左数第几列、从上数第几行，从1起。',
  taken: '请给其中一个换一格。'
};

function nameOf({ cells }: CheckedRow): string {
  return typeof cells.name === 'string' ? cells.name : '';
}

function numberOf(cell: CheckedRow['cells'][string] | undefined): number | null {
  return typeof cell === 'number' ? cell : null;
}
