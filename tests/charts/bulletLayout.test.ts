import { describe, expect, it } from 'vitest';
import { layoutOf, leastRow, remarkLines, topOf, usualRow } from '../../src/charts/bulletLayout';

type Rows = Parameters<typeof layoutOf>[1];
const ROWS: Rows = {
  count: 2,
  remarks: [],
  names: 100,
  line: 200,
  low: 200,
  columnSize: () => ({ width: 50, lines: 1 }),
  dueDiffers: false
};
/** `row`: the height of each of the rows where the room is fixed; head and foot are 42 px. */
const layout = (width: number, row?: number, rows: Partial<Rows> = {}, scale = 1) =>
  layoutOf(
    { width, scale, ...(row === undefined ? {} : { height: 34 + 8 + 2 * row }) },
    {
      ...ROWS,
      ...rows
    }
  );
const columns = (...asked: Parameters<typeof layout>) => layout(...asked).columns.map(({ key }) => key);

describe('which layout a drawing of bullet bars has', () => {
  it('goes by its width on a page', () => {
    expect([390, 859, 860, 1099, 1100].map((width) => layout(width).room)).toEqual([
      'phone',
      'phone',
      'desktop',
      'desktop',
      'wide'
    ]);
  });

  it('goes by width and height of a row where the room is fixed', () => {
    expect([559, 560, 859].map((width) => layout(width, 41).room)).toEqual(['desktop', 'large', 'large']);
    expect([40, 41].map((row) => layout(860, row).room)).toEqual(['wall', 'desktop']);
  });

  it('goes by both at scale 1', () => {
    expect(layout(1719, undefined, {}, 2).room).toBe('phone');
    expect(layout(1720, undefined, {}, 2).room).toBe('desktop');
  });

  it('has the columns that there is room for', () => {
    expect(columns(390)).toEqual(['all']);
    expect(columns(559, 41)).toEqual(['rate', 'lead']);
    expect(columns(560, 41)).toEqual(['judged']);
    expect(columns(860)).toEqual(['done', 'rate', 'lead', 'due']);
    expect(columns(1100)).toEqual(['done', 'rate', 'lead', 'needed']);
    expect(columns(1200, 40)).toEqual(['done', 'gap', 'rate', 'lead']);
  });

  it('names due days on a wall where they differ and the names leave the room', () => {
    // 85% of 1200 less the 496 of all columns and the light: 524.
    const due = (line: number, dueDiffers = true) => columns(1200, 40, { line, dueDiffers }).includes('due');
    expect([due(524), due(525), due(524, false)]).toEqual([true, false, false]);
  });

  it('leaves out the gap on a wall before a name is cut', () => {
    // 85% of 1200 less 122 + 68 + 74 + 108 and the light (44): 604; without the gap 672.
    const shown = (line: number) => columns(1200, 36, { line }).join(' ');
    expect(shown(604)).toBe('done gap rate lead');
    expect(shown(605)).toBe('done rate lead');
    expect(shown(673)).toBe('done rate lead');
  });

  it('puts the place below its task where both have no room on a line, in rows that are high enough', () => {
    expect(layout(1200, 37, { line: 672 }).isStacked).toBe(false);
    expect(layout(1200, 36, { line: 673 }).isStacked).toBe(false);
    expect(layout(1200, 37, { line: 673 }).isStacked).toBe(true);
    expect(columns(1200, 37, { line: 673 })).toEqual(['done', 'gap', 'rate', 'lead']);
  });
});

describe('where the words of a row stand', () => {
  it('on a desktop: each column as wide as usual, names on at most 30% of the width', () => {
    const { left, right, row, remarkLines: lines, columns: made } = layout(860);
    expect(made.map(({ width, at }) => [at, width])).toEqual([
      [0, 150],
      [150, 92],
      [242, 116],
      [358, 84]
    ]);
    expect({ left, right, row, lines }).toEqual({ left: 258, right: 450, row: 60, lines: 1 });
  });

  it('on a wide page: names on 330 px, and higher rows where a remark needs two lines', () => {
    // 150 + 92 + 116 + 156 = 514
    expect(layout(1100)).toMatchObject({ left: 330, right: 522, row: 62, remarkLines: 1 });
    // A line there is 330 − 40 = 290 px: 22 characters of 13 px.
    expect(layout(1100, undefined, { remarks: ['字'.repeat(22)] })).toMatchObject({ row: 62, remarkLines: 1 });
    expect(layout(1100, undefined, { remarks: ['字'.repeat(23)] })).toMatchObject({ row: 80, remarkLines: 2 });
  });

  it('on a phone: the bar across its whole width, everything else above and below', () => {
    expect(layout(390)).toMatchObject({ left: 6, right: 6, row: 114, font: 14, small: 12, remarkLines: 2 });
  });

  it('makes a column as wide as its longest text and 12 px, and rows as high as the figures', () => {
    const wide = { columnSize: () => ({ width: 100, lines: 4 }) };
    // 4 × 17.6 + 8 = 78.4
    expect(layout(1100, undefined, wide)).toMatchObject({ row: 78 });
    expect(layout(1100, undefined, wide).columns.map(({ width }) => width)).toEqual([150, 112, 116, 156]);
  });

  it('puts figures one below the other where they would take more than 55% of the width', () => {
    // 150 + (w + 12) + 116 + 84 of 860, which may be 473.
    const sized = (width: number) => ({
      columnSize: (key: string, _room: string, wraps: boolean) => ({
        width: !wraps && key === 'rate' ? width : 40,
        lines: wraps ? 3 : 1
      })
    });
    expect(layout(860, undefined, sized(111)).wraps).toBe(false);
    expect(layout(860, undefined, sized(112)).wraps).toBe(true);
    // Three lines need 57 px.
    expect(layout(860, 57, sized(112)).wraps).toBe(true);
    expect(layout(860, 56, sized(112)).wraps).toBe(false);
  });

  it('on a wall: a line a row, as high as there is room for', () => {
    // Names 200 + 44; 122 + 68 + 74 + 108 = 372 of figures.
    expect(layout(1200, 40)).toMatchObject({ left: 244, right: 380, row: 40, font: 14, mostLines: Infinity });
    // The bar has 15% of the width at least: 1020 − 372.
    expect(layout(1200, 40, { line: 900 }).left).toBe(648);
  });

  it('with large words: half the width for the names where a row is low', () => {
    // (100 + 48) of the names; 57 ÷ 17.6 = 3.2 lines.
    expect(layout(674, 57)).toMatchObject({ left: 148, row: 57, mostLines: 3, remarkLines: 0 });
    expect(layout(674, 56)).toMatchObject({ left: 337, row: 56, mostLines: 3 });
    expect(layout(674, 35)).toMatchObject({ mostLines: 1 });
    // Longer words have more, and the bar 90 px at least: 674 − 176 − 90.
    expect(layout(674, 40, { low: 330 })).toMatchObject({ left: 378 });
    expect(layout(674, 40, { low: 400 })).toMatchObject({ left: 408 });
  });

  it('lets a row that has much room be 1.7 times as high as it needs', () => {
    expect(layout(1000, 101).row).toBe(101);
    expect(layout(1000, 150).row).toBe(102);
  });

  it('shows as many lines of a remark as a row is high enough for', () => {
    expect([57, 58, 78, 79].map((row) => layout(900, row).remarkLines)).toEqual([0, 1, 1, 2]);
  });
});

describe('how high rows should be', () => {
  it('goes by the width of the drawing', () => {
    expect([859, 860].map((width) => leastRow(width, ROWS))).toEqual([37, 21]);
    expect([559, 560, 859, 860].map(usualRow)).toEqual([41, 57, 57, 41]);
    expect(topOf({ width: 900, scale: 1.5 })).toBe(51);
  });
});

describe('how high rows are at least', () => {
  it('two lines where task and place have no room on one', () => {
    // 85% of 900 less 122 + 74 + 108 and the light (44): 417.
    expect(leastRow(900, { ...ROWS, line: 417 })).toBe(21);
    expect(leastRow(900, { ...ROWS, line: 418 })).toBe(37);
  });

  it('three lines where place and figures have no room on one', () => {
    // 674 − 176 − 90 − 48: 360.
    expect(leastRow(674, { ...ROWS, low: 360 })).toBe(37);
    expect(leastRow(674, { ...ROWS, low: 361 })).toBe(57);
    expect(leastRow(559, { ...ROWS, low: 361 })).toBe(37);
  });
});

describe('a remark in two lines', () => {
  it('is one line where it fits, and none where there is nothing to say', () => {
    expect(remarkLines('', 10, 30)).toEqual([]);
    expect(remarkLines('象山县', 10, 30)).toEqual(['象山县']);
  });

  it('keeps figures whole, and begins no line with a stop', () => {
    expect(remarkLines('象山县医院', 10, 30)).toEqual(['象山县', '医院']);
    expect(remarkLines('象山县，医院', 10, 30)).toEqual(['象山县，', '医院']);
    // 完成123 fits into 40; the figure goes to the next line whole.
    expect(remarkLines('完成1234例', 10, 40)).toEqual(['完成', '1234例']);
    // A figure longer than a line is cut after all.
    expect(remarkLines('123456', 10, 20)).toEqual(['123', '456']);
  });

  it('is cut where two lines are too short', () => {
    expect(remarkLines('象山县医院门诊大楼', 10, 30)).toEqual(['象山县', '医院…']);
  });
});
