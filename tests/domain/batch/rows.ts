import type { TableName } from '../../../src/domain/model/tableName';
import type { TableRow } from '../../../src/domain/batch/batch';
import type { ProposedRow } from '../../../src/domain/batch/proposal';

/** Short rows of the figure tables, as a package has them. */
export function observation(period: string, value: string, more: TableRow = {}): TableRow {
  return {
    indicator: 'visits',
    place: 'a',
    period,
    measure: '数值',
    source: 's1',
    value,
    qualifier: '',
    status: '实际',
    ...more
  };
}

export function task(asOf: string, figures: TableRow, more: TableRow = {}): TableRow {
  return {
    programme: 'scan',
    place: 'a',
    period: '2024',
    as_of: asOf,
    source: 's1',
    status: '实际',
    ...figures,
    ...more
  };
}

const indicators: readonly TableRow[] = [
  { indicator: 'visits', name: '门诊人次', unit: '人次', kind: '数量', basis: '期间' },
  { indicator: 'rate', name: '规范管理率', unit: '%', kind: '比率', basis: '时点' }
];
const programmes: readonly TableRow[] = [{ programme: 'scan', name: '结直肠癌筛查', unit: '例' }];
const places: readonly TableRow[] = [
  { place: 'a', name: '东湖县' },
  { place: 'b', name: '西山县' }
];

export function base(observations: readonly TableRow[], progress: readonly TableRow[] = []) {
  return new Map<TableName, readonly TableRow[]>([
    ['indicators', indicators],
    ['programmes', programmes],
    ['places', places],
    ['observations', observations],
    ['progress', progress]
  ]);
}

let cell = 0;
export function proposed(table: TableName, row: TableRow): ProposedRow {
  cell += 1;
  return { table, row, origin: { file: '十月.xlsx', sheet: '进度', cell: `D${cell}`, shown: row.value ?? '' } };
}
