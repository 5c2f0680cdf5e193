import { describe, expect, it } from 'vitest';
import { intakeFile, proposalsOfFiles } from '../../src/datasets/intake/intakeFile';
import { ownColumns } from '../../src/datasets/workbook/ownColumns';
import { readFile } from '../../src/datasets/workbook/readFile';
import { type Form, formOf } from '../../src/domain/sheet/form';
import { readTable } from '../../src/domain/sheet/readTable';
import { formSheets } from '../../src/export/plan/formSheets';
import { writeWorkbook } from '../../src/export/office/writeWorkbook';
import { count, dataset, place, programme } from '../domain/factory';

const data = dataset({
  indicators: [count()],
  programmes: [programme('结肠镜检查')],
  // Two places of one name: only the form knows which is which.
  places: [
    place('east', { name: '鼓楼区', parent: 'a' }),
    place('west', { name: '鼓楼区', parent: 'b' }),
    place('a', { name: '南京市' }),
    place('b', { name: '徐州市' })
  ],
  facts: [{ of: '门诊人次', at: 'west', in: '2024-10', value: 900 }],
  tasks: [{ of: '结肠镜检查', at: 'east', in: '2024', asOf: '2024-10-31', target: 4000, done: 2707 }]
});

/** The form with figures typed into its first row. */
function filled(form: Form, cells: readonly (readonly [sheet: number, column: number, value: number])[]): Form {
  const sheets = form.sheets.map(({ sheet, body, columns }, at) => {
    const rows = sheet.rows.map((row) => [...row]);
    for (const [on, column, value] of cells)
      if (on === at) rows[body]![column] = { kind: 'number', shown: String(value), value, date: '', formula: false };
    return { sheet: { ...sheet, rows }, body, columns };
  });
  return { ...form, sheets };
}

async function written(form: Form): Promise<Uint8Array> {
  const book = await writeWorkbook(formSheets(form));
  return new Uint8Array(await book.arrayBuffer());
}

describe('填报表', () => {
  it('comes back filled in and needs no mapping', async () => {
    const form = formOf(data, { month: '2024-11', place: '' })!;
    const bytes = await written(
      filled(form, [
        [0, 5, 3012],
        [0, 6, 75.3],
        [1, 5, 95]
      ])
    );
    const file = intakeFile(1, await readFile(bytes, '填报表.xlsx'), data, ownColumns([]), []);
    expect(file.tables.map(({ remembered, taken }) => [remembered, taken])).toEqual([
      [true, true],
      [true, true]
    ]);
    const readings = file.tables.map(({ key, sheet, layout }) => ({ key, ...readTable(sheet, layout) }));
    const { proposal } = proposalsOfFiles([file], readings, file.answers, data, ownColumns([]))[0]!;
    const { rows, remarks } = proposal;
    expect(remarks.filter(({ level }) => level === '未采用')).toEqual([]);
    // The title of the table names the source, not the file.
    expect(rows.find(({ table }) => table === 'sources')!.row.title).toContain('任务完成填报表');
    expect(rows.filter(({ table }) => table === 'progress').map(({ row }) => row)).toMatchObject([
      {
        programme: '结肠镜检查',
        place: 'east',
        period: '2024',
        as_of: '2024-11-30',
        target: '4000',
        done: '3012',
        rate: '75.3'
      }
    ]);
    expect(rows.filter(({ table }) => table === 'observations').map(({ row }) => row)).toMatchObject([
      { indicator: '门诊人次', place: 'west', period: '2024-11', value: '95' }
    ]);
  });

  it('is locked but for the cells that are asked for, which take numbers alone', async () => {
    const [tasks, figures, hidden] = formSheets(formOf(data, { month: '2024-11', place: '' })!);
    expect(tasks).toMatchObject({ locked: true, frozen: 3 });
    expect(tasks!.rows[3]!.map((cell) => cell?.open === true)).toEqual([
      ...[false, false, false],
      ...[true, false, true, true, true]
    ]);
    expect(tasks!.checks!.map(({ range, least, most }) => [range, least, most])).toEqual([
      ['D4:D4', undefined, undefined],
      ['F4:F4', undefined, undefined],
      ['G4:G4', 0, 1000]
    ]);
    expect(figures!.checks!.map(({ range }) => range)).toEqual(['F4:F4']);
    expect(hidden).toMatchObject({ name: '看板填报表', hidden: true });
  });
});
