import type { IssueList } from '../read/issueList';
import type { OpenTable } from '../read/rowTaker';
import type { Field, TableSchema } from './schema';

/** For each field of the schema the position of its column, -1 where an optional column is missing. */
export type ColumnPositions = readonly number[];

/**
 * Finds each field in the header, by its name or by its Chinese title, whichever way the case.
 * Undefined, with the reason in `issues`, where a required column is missing: then no row can be read.
 * An unknown column, a missing optional one, a column given twice, another delimiter: each a 提醒.
 */
export function matchHeader(table: OpenTable, schema: TableSchema, issues: IssueList): ColumnPositions | undefined {
  const names = table.header.map((cell) => cell.toLowerCase());
  const found = schema.fields.map((field) => positionsOf(field, names));
  const positions = found.map((list) => list[0] ?? -1);
  const missing = schema.fields.filter((_, i) => positions[i]! < 0);
  const lost = missing.filter((field) => field.needsColumn);
  const row = table.headerLine;
  if (lost.length > 0) {
    const none = lost.length === schema.fields.filter((field) => field.needsColumn).length;
    issues.add({ level: '错误', row, rule: '缺列', ...lostColumns(table, lost, none), wholeFile: true });
    return undefined;
  }
  const remind = (rule: string, why: string, todo: string, column?: string): void =>
    issues.add({ level: '提醒', row, rule, why, todo, ...(column === undefined ? {} : { column }) });
  if (table.delimiter !== ',') {
    const mark = table.delimiter === '\t' ? '制表符' : '分号';
    remind('分隔符', `这个文件用${mark}分隔，已按${mark}读入`, '请另存为逗号分隔的 CSV。');
  }
  for (const field of missing.filter(({ optional }) => !optional)) {
    remind('缺列', `表头里没有“${field.name}”（${field.title}），按空值读入`, '请在表头补上这一列。', field.name);
  }
  schema.fields.forEach((field, i) => {
    const count = found[i]!.length;
    if (count > 1) {
      remind(
        '表头',
        `“${field.name}”（${field.title}）在表头里出现了${count}次，只读最左边的一列`,
        '请删掉多余的一列。',
        field.name
      );
    }
  });
  const used = new Set(found.reduce<number[]>((all, list) => all.concat(list), []));
  table.header.forEach((cell, i) => {
    if (!used.has(i) && cell !== '')
      remind('表头', `数据说明里没有“${cell}”这一列，没有读入`, '请改成说明里的列名，或删掉这一列。', cell);
  });
  return positions;
}

function positionsOf(field: Field, names: readonly string[]): number[] {
  const accepted = [field.name.toLowerCase(), field.title.toLowerCase()];
  return names.reduce<number[]>((all, name, i) => (accepted.includes(name) ? all.concat(i) : all), []);
}

function lostColumns(
  table: OpenTable,
  lost: readonly Field[],
  none: boolean
): { why: string; todo: string; value: string } {
  const list = lost.map((field) => `${field.name}（${field.title}）`).join('、');
  const value = table.header.join(table.delimiter).slice(0, 80);
  if (none && /[，；]/.test(value))
    return { why: '表头用了全角逗号或分号，分不出列', todo: '请把分隔各列的逗号改成半角“,”。', value };
  if (none)
    return {
      why: `第${table.headerLine}行不是这张表的表头，需要的列一个也没有`,
      todo: `请检查是否放错了文件；第一行应是列名：${list}等。`,
      value
    };
  return { why: `表头里缺少必需的列：${list}`, todo: '请补上缺少的列，列名用英文名或中文名都可以。', value };
}
