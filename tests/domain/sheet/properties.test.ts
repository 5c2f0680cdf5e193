import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/datasets/workbook/readFile';
import { gridOf, cellName } from '../../../src/domain/sheet/grid';
import { workbook, type CellInput, type SheetInput } from '../../fixtures/sheets/workbook';
import { csvSheet, readAll } from './reading';

const PLACES = ['象山县', '宁海县', '慈溪市', '鄞州区', '海曙区'];
const ITEMS = ['门诊人次', '住院人次', '手术台次', '体检人次'];
const MONTHS = ['2024-07', '2024-08', '2024-09', '2024-10'];
const han = (month: string) => `2024年${Number(month.slice(5))}月`;

/** Figures by place, item and month; undefined where none is reported. */
type Cube = readonly (readonly (readonly (number | undefined)[])[])[];

const figure = fc.oneof(
  fc.integer({ min: 0, max: 99_999_999 }),
  fc.integer({ min: 1, max: 9_999_999 }).map((n) => n / 100)
);
/** @param gaps how many of seven cells are empty */
function cube(places: number, items: number, months: number, gaps: number): fc.Arbitrary<Cube> {
  const cell = gaps === 0 ? figure : fc.option(figure, { nil: undefined, freq: 7 - gaps });
  const list = <T>(of: fc.Arbitrary<T>, length: number) => fc.array(of, { minLength: length, maxLength: length });
  return list(list(list(cell, months), items), places);
}

function factsIn(values: Cube): string[] {
  return values
    .flatMap((byItem, p) =>
      byItem.flatMap((byMonth, i) =>
        byMonth.flatMap((value, m) => (value === undefined ? [] : [`${PLACES[p]} ${ITEMS[i]} ${MONTHS[m]} ${value}`]))
      )
    )
    .sort();
}

/** Every way that people lay such figures out; a cell without a figure is empty. */
const SHAPES: Readonly<Record<string, (values: Cube) => SheetInput[]>> = {
  'a number a row': (values) => [
    {
      name: 's',
      rows: [
        ['地区', '指标', '时期', '数值'],
        ...values.flatMap((byItem, p) =>
          byItem.flatMap((byMonth, i) =>
            byMonth.map((value, m): CellInput[] => [PLACES[p]!, ITEMS[i]!, han(MONTHS[m]!), value ?? null])
          )
        )
      ]
    }
  ],
  'months across': (values) => [
    {
      name: 's',
      rows: [
        ['地区', '指标', ...MONTHS.slice(0, values[0]![0]!.length).map(han)],
        ...values.flatMap((byItem, p) =>
          byItem.map((byMonth, i): CellInput[] => [PLACES[p]!, ITEMS[i]!, ...byMonth.map((value) => value ?? null)])
        )
      ]
    }
  ],
  'indicators across': (values) => [
    {
      name: 's',
      rows: [
        ['时期', '地区', ...ITEMS.slice(0, values[0]!.length)],
        ...values[0]![0]!.flatMap((_, m) =>
          values.map((byItem, p): CellInput[] => [
            han(MONTHS[m]!),
            PLACES[p]!,
            ...byItem.map((byMonth) => byMonth[m] ?? null)
          ])
        )
      ]
    }
  ],
  'places across, a sheet a month': (values) =>
    values[0]![0]!.map((_, m) => ({
      name: han(MONTHS[m]!),
      rows: [
        ['指标', ...PLACES.slice(0, values.length)],
        ...values[0]!.map((__, i): CellInput[] => [ITEMS[i]!, ...values.map((byItem) => byItem[i]![m] ?? null)])
      ]
    })),
  'a sheet a place': (values) =>
    values.map((byItem, p) => ({
      name: PLACES[p]!,
      rows: [
        ['2024年'],
        ['指标', ...MONTHS.slice(0, byItem[0]!.length).map((month) => han(month).slice(5))],
        ...byItem.map((byMonth, i): CellInput[] => [ITEMS[i]!, ...byMonth.map((value) => value ?? null)])
      ]
    })),
  'two rows of merged heads': (values) => {
    const items = values[0]!.length;
    const months = values[0]![0]!.length;
    return [
      {
        name: 's',
        rows: [
          ['各县情况'],
          [
            '地区',
            ...ITEMS.slice(0, items).flatMap((item): CellInput[] => [item, ...Array<null>(months - 1).fill(null)])
          ],
          [null, ...ITEMS.slice(0, items).flatMap(() => MONTHS.slice(0, months).map(han))],
          ...values.map((byItem, p): CellInput[] => [
            PLACES[p]!,
            ...byItem.flatMap((byMonth) => byMonth.map((value) => value ?? null))
          ])
        ],
        merges: [
          'A2:A3',
          ...Array.from({ length: items }, (_, i) => `${cellName(1, 1 + i * months)}:${cellName(1, (i + 1) * months)}`)
        ]
      }
    ];
  }
};

async function comesBack(shape: string, values: Cube): Promise<void> {
  const read = await readFile(workbook(SHAPES[shape]!(values)), 'a.xlsx');
  if (read.kind === 'refused') throw new Error(read.remark.why);
  const { facts, remarks } = readAll(read.sheets);
  expect(facts.map(({ place, item, period, value }) => `${place} ${item} ${period} ${value}`).sort()).toEqual(
    factsIn(values)
  );
  expect(remarks).toEqual([]);
}

describe('the same figures in every shape', () => {
  it.each(Object.keys(SHAPES))('%s: every figure comes back once, with its place, item and time', async (shape) => {
    await fc.assert(
      fc.asyncProperty(cube(3, 2, 3, 0), (values) => comesBack(shape, values)),
      { numRuns: 25 }
    );
  });

  it.each(Object.keys(SHAPES))('%s, with gaps: none is made up and none is lost', async (shape) => {
    await fc.assert(
      fc.asyncProperty(cube(3, 2, 3, 1), async (values) => {
        fc.pre(values.every((byItem) => byItem.every((byMonth) => byMonth.some((value) => value !== undefined))));
        await comesBack(shape, values);
      }),
      { numRuns: 40 }
    );
  });
});

describe('any sheet at all', () => {
  const text = fc.oneof(
    fc.constantFrom(
      '单位',
      '地区',
      '指标',
      '2024年',
      '10月',
      '目标',
      '完成率',
      '合计',
      '其中：男',
      '注：',
      '—',
      '3**',
      '12',
      '1,234',
      '80%',
      '截至2024年10月31日',
      '单位：人',
      '象山县',
      ''
    ),
    fc.string({ maxLength: 6 })
  );

  it('is read without a fault; every filled cell of a column of figures is a fact or a remark, none both', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(text, { maxLength: 6 }), { maxLength: 10 }), async (rows) => {
        fc.pre(rows.some((row) => row.some((cell) => cell.trim() !== '')));
        const csv = rows
          .map((row) => row.map((cell) => `"${cell.replace(/"/g, '""').replace(/[\r\n]/g, ' ')}"`).join(','))
          .join('\n');
        const sheet = await csvSheet(csv);
        const { facts, remarks } = readAll([sheet]);
        const cells = facts.map(({ cell }) => cell);
        expect(new Set(cells).size).toBe(cells.length);
        const named = remarks.filter((remark) => /不是数字|占位/.test(remark)).map((remark) => remark.split(' ')[1]!);
        expect(named.filter((cell) => cells.includes(cell))).toEqual([]);
        for (const { row, column, shown } of facts) expect(gridOf(sheet).cell(row, column)!.shown.trim()).toBe(shown);
      }),
      { numRuns: 300 }
    );
  });
});

describe('cellName', () => {
  it('A1 to XFD1048576', () => {
    expect([
      cellName(0, 0),
      cellName(6, 3),
      cellName(9, 25),
      cellName(9, 26),
      cellName(0, 701),
      cellName(0, 702),
      cellName(1_048_575, 16_383)
    ]).toEqual(['A1', 'D7', 'Z10', 'AA10', 'ZZ1', 'AAA1', 'XFD1048576']);
  });
});
