/** What is to be said of sheets that were read: what is hidden, what is a formula, what was left aside. */
import type { Remark } from '../../domain/batch/proposal';
import type { Worksheet } from '../../domain/sheet/worksheet';
import type { WorkbookReading } from './readWorkbook';
import { remarkOn } from './refusal';

export interface Sheets {
  readonly sheets: readonly Worksheet[];
  readonly remarks: readonly Remark[];
  /** What the description of a package says; absent for any other file. */
  readonly fictional?: boolean | null;
}

/** Remarks on a workbook with macros, or with figures from other files. */
export function warnings(name: string, macros: boolean, external: boolean): Remark[] {
  const remarks: Remark[] = [];
  if (macros) remarks.push(remarkOn(name, '', '宏', '文件里有宏，没有运行', '只取了单元格里的值，不用处理。'));
  if (external)
    remarks.push(
      remarkOn(
        name,
        '',
        '外部链接',
        '有公式引用别的文件，没有去读那些文件，只取上次保存时的结果',
        '请确认保存前数字已经更新。'
      )
    );
  return remarks;
}

/** The sheets with their file's name, and what is to be said of each. */
export function placed({ sheets, cut, unsaved, unread }: WorkbookReading, file: string): Sheets {
  const remarks: Remark[] = [];
  for (const { name, hidden, rows, hiddenRows, hiddenColumns } of sheets) {
    const say = (rule: string, why: string, todo: string, level: Remark['level'] = '提醒') =>
      remarks.push(remarkOn(file, name, rule, why, todo, level));
    if (rows.length === 0) continue;
    if (hidden) say('隐藏', '这张工作表是隐藏的', '里面的数也读了；不要的，请不选这张表。');
    const rowsHidden = [...hiddenRows].filter((row) => row < rows.length).length;
    if (rowsHidden > 0)
      say('隐藏', `有${rowsHidden}行是隐藏的（或被筛选掉的）`, '隐藏的行也读了；不要的，请删去后再放进来。');
    if (hiddenColumns.size > 0)
      say('隐藏', `有${hiddenColumns.size}列是隐藏的`, '隐藏的列也读了；不要的，请把那一列选成“不读”。');
    const formulas = rows.reduce((sum, row) => sum + row.filter((cell) => cell?.formula).length, 0);
    if (formulas > 0) say('公式', `有${formulas}个单元格是公式，取的是上次保存时的结果`, '请确认保存前已经重新计算。');
    const empty = unsaved.get(name) ?? 0;
    if (empty > 0) say('公式', `有${empty}个公式没有存下结果`, '请用 Excel 或 WPS 打开，保存一次再放进来。', '未采用');
    if (cut.includes(name)) say('过宽', '第1000列以后的单元格没有读', '请把要上新的列移到前面。', '未采用');
  }
  for (const name of unread)
    remarks.push(
      remarkOn(
        file,
        name,
        '没有读',
        '不是普通工作表（图表、宏表），或者已经损坏，没有读',
        '里面有要上新的数的，请另存成普通工作表。'
      )
    );
  return { sheets: sheets.map((sheet) => ({ ...sheet, file })), remarks };
}
