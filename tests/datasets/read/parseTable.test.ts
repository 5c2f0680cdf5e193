import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { IssueList } from '../../../src/datasets/read/issueList';
import { openTable, readRows } from '../../../src/datasets/read/parseTable';

function parse(text: string) {
  const opened = openTable(text, 'x.csv');
  if (opened.kind === 'refused') return { refused: opened.issue.rule };
  const issues = new IssueList('x.csv');
  const { rows, rejected } = readRows(opened.table, issues) ?? { rows: [], rejected: -1 };
  return {
    header: opened.table.header,
    rows: rows.map((row) => [row.line, ...row.cells]),
    issues: issues.all().map((issue) => [issue.row, issue.rule]),
    rejected
  };
}

describe('openTable', () => {
  it('refuses a text without content and a first line without end', () => {
    expect(parse('\n\n')).toEqual({ refused: '空文件' });
    expect(parse('字'.repeat(200_000))).toEqual({ refused: '表头' });
  });

  it('splits by comma, by semicolon or tab only where there is no comma', () => {
    const delimiter = (head: string): string => {
      const opened = openTable(head, 'x.csv');
      return opened.kind === 'open' ? opened.table.delimiter : '';
    };
    expect(delimiter('a,b;c')).toBe(',');
    expect(delimiter('a;b;c')).toBe(';');
    expect(delimiter('a\tb\tc;')).toBe('\t');
    expect(delimiter('a')).toBe(',');
    expect(delimiter('"a,b";c')).toBe(';');
  });

  it('finds the header below blank lines, without the mark and blanks around names', () => {
    expect(parse('\uFEFF\n\n a , b ,,\n1,2\n')).toEqual({
      header: ['a', 'b'],
      rows: [[4, '1', '2']],
      issues: [],
      rejected: 0
    });
  });
});

describe('readRows', () => {
  it('reads a long text with quotes in parts as one: a cell of two lines, and a lone quote within a cell, cut nothing', () => {
    const rows = Array.from({ length: 60_000 }, (_, i) =>
      i % 3000 === 7 ? `${i},"甲\n,""${i}"` : i === 9_000 ? `${i},5" 管` : `${i},甲${i}`
    );
    for (const text of [rows, rows.slice(0, 9_000)].map((list) => list.join('\n'))) {
      const read = parse(`id,name\n${text}`);
      expect(read.issues).toEqual([]);
      expect(read.rows!.slice(6, 9)).toEqual([
        [8, '6', '甲6'],
        [9, '7', '甲\n,"7'],
        [11, '8', '甲8']
      ]);
    }
    const whole = parse(`id,name\n${rows.join('\n')}`).rows!;
    expect(whole).toHaveLength(60_000);
    expect(whole[59_999]).toEqual([60_021, '59999', '甲59999']);
    expect(whole[9_000]).toEqual([9_005, '9000', '5" 管']);
  });

  it('reads a long text in parts as one: each row once, with its line, the last line ended or not', () => {
    const rows = Array.from({ length: 60_000 }, (_, i) =>
      i === 50_000 ? '一,二,三' : i === 40_000 ? '' : `${i},甲${i}`
    );
    for (const end of ['', '\n']) {
      const read = parse(`id,name\n${rows.join('\n')}${end}`);
      expect(read.rows).toHaveLength(59_998);
      expect(read.rows![39_999]).toEqual([40_001, '39999', '甲39999']);
      expect(read.rows![40_000]).toEqual([40_003, '40001', '甲40001']);
      expect(read.rows![59_997]).toEqual([60_001, '59999', '甲59999']);
      expect(read.issues).toEqual([[50_002, '列数']]);
    }
  });

  it('gives each record the line an editor shows, over blank lines and quoted line ends', () => {
    expect(parse('a,b\n\n1,"x\ny"\n\n2,z\r\n3,w')).toMatchObject({
      rows: [
        [3, '1', 'x\ny'],
        [6, '2', 'z'],
        [7, '3', 'w']
      ],
      issues: []
    });
  });

  it('counts a header over two lines', () => {
    expect(parse('"a\n1",b\n1,2\n')).toMatchObject({ header: ['a\n1', 'b'], rows: [[3, '1', '2']] });
  });

  it('leaves out a row too short or too long, and forgives empty cells to the right', () => {
    expect(parse('a,b\n1\n1,2,3\n1,2,,\n')).toMatchObject({
      rows: [[4, '1', '2']],
      issues: [
        [2, '列数'],
        [3, '列数']
      ],
      rejected: 2
    });
  });

  it('takes a quote inside a cell for an ordinary character', () => {
    expect(parse('a,b\n5" 管,<img src="x">\n')).toMatchObject({ rows: [[2, '5" 管', '<img src="x">']], issues: [] });
  });

  it('loses only the row of a lone quote', () => {
    expect(parse('a,b\n1,2\n3,"4\n5,6\n7,8\n')).toMatchObject({
      rows: [
        [2, '1', '2'],
        [4, '5', '6'],
        [5, '7', '8']
      ],
      issues: [[3, '引号']],
      rejected: 1
    });
  });

  it('keeps a good cell of several lines after a lone quote', () => {
    expect(parse('a,b\n1,"2\n3,"x\ny"\n5,6\n')).toMatchObject({
      rows: [
        [3, '3', 'x\ny'],
        [5, '5', '6']
      ],
      issues: [[2, '引号']]
    });
  });

  it('keeps good cells with blanks after their last quote after a lone quote, and none of the rows after them is lost', () => {
    expect(parse('a,b\n1,"2\n3,"x\ny"  \n4,"5" \n6,"7"\n')).toMatchObject({
      rows: [
        [3, '3', 'x\ny'],
        [5, '4', '5'],
        [6, '6', '7']
      ],
      issues: [[2, '引号']]
    });
  });

  it('loses only the row with a quote within a quoted cell', () => {
    expect(parse('a,b\n1,"2"3\n4,"5"\n')).toMatchObject({ rows: [[3, '4', '5']], issues: [[2, '引号']] });
    expect(parse('a,b\n1,"x\n2,"y"z\n4,"5"\n')).toMatchObject({
      rows: [[4, '4', '5']],
      issues: [
        [2, '引号'],
        [3, '引号']
      ]
    });
  });

  it('names every one of several lone quotes', () => {
    expect(parse('a,b,c\n1,"2,3\n4,5,6\n7,"8,9\n10,11,12\n')).toMatchObject({
      rows: [
        [3, '4', '5', '6'],
        [5, '10', '11', '12']
      ],
      issues: [
        [2, '引号'],
        [4, '引号']
      ]
    });
  });

  it('notices two lone quotes that close each other over whole rows', () => {
    const rows = ['1,"a,b,c,d', '2,a,b,c,d', '3,a",b,c,d'];
    expect(parse(['k,v,w,x,y', ...rows].join('\n'))).toMatchObject({
      rows: [
        [3, '2', 'a', 'b', 'c', 'd'],
        [4, '3', 'a"', 'b', 'c', 'd']
      ],
      issues: [[2, '引号']]
    });
  });

  it('gives up on a big file whose beginning holds not one row of this width, and only then', () => {
    const nonsense = '一行废话\n'.repeat(300_000);
    expect(parse(`a,b\n${nonsense}`)).toMatchObject({ rejected: -1, issues: [[undefined, '列数']] });
    expect(parse(`a,b\n1,2\n${nonsense}`)).toMatchObject({ rows: [[2, '1', '2']], rejected: 300_000 });
  });

  // A pass over the rest of the file for each quote would take hours: the test's time limit is the check.
  it('gets through very many lone quotes', () => {
    expect(parse(`a,b\n0,0\n${'1,"2\n'.repeat(250_000)}`)).toMatchObject({ rejected: 250_000 });
  });

  it('gives back any table that is written as CSV', () => {
    const cell = fc
      .oneof(fc.string({ maxLength: 8 }), fc.constantFrom('', '甲县', 'a,b', '"', 'x\ny', '"引"号', '，', ' '))
      .map((s) => s.replace(/\r/g, '\n'));
    // Four columns: with more, a cell that looks like rows of the table is taken for a lone quote.
    const table = fc.array(fc.tuple(cell, cell, cell, cell), { maxLength: 12 });
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, newline) => {
        const kept = rows.filter((row) => row.some((c) => c.trim() !== ''));
        const text = Papa.unparse([['k', 'l', 'm', 'n'], ...rows], { newline });
        const read = parse(text);
        expect(read.issues).toEqual([]);
        expect(read.rows?.map((row) => row.slice(1))).toEqual(kept);
      })
    );
  });

  it('never throws, and accounts for every line that is not blank', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ';', '甲'), maxLength: 60 }), (text) => {
        const read = parse(`k,l\n${text}`);
        expect(read.issues).toHaveLength(read.rejected!);
      })
    );
  });
});
