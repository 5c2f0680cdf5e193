import { describe, expect, it } from 'vitest';
import type { Table } from '../../../src/domain/table/table';
import { copyTable, tableHtml, tableText } from '../../../src/export/text/clipboardTable';

const TABLE: Table = {
  caption: '',
  notes: [],
  columns: [
    { key: 'a', title: '地区', align: '左' },
    { key: 'b', title: '数值', align: '右' }
  ],
  rows: [
    [
      { text: '甲县<b>', value: null },
      { text: '96.2%', value: 96.2 }
    ],
    [
      { text: '=HYPERLINK("x")', value: null },
      { text: '两\t行\n字', value: null }
    ]
  ]
};

describe('a table for the clipboard', () => {
  it('as text has a row a line and tabs between cells', () => {
    expect(tableText(TABLE)).toBe('地区\t数值\r\n甲县<b>\t96.2%\r\n\'=HYPERLINK("x")\t两 行 字');
  });

  it('has a minus that a spreadsheet counts with, where the cell is a number', () => {
    const row = [
      { text: '−33.3%', value: -33.3 },
      { text: '−1 月', value: null }
    ];
    expect(tableText({ ...TABLE, rows: [row] })).toBe('地区\t数值\r\n-33.3%\t−1 月');
    expect(tableHtml({ ...TABLE, rows: [row] })).toContain('<td>-33.3%</td><td align="right">−1 月</td>');
  });

  it('as HTML is a real table with every text escaped and no formula', () => {
    const html = tableHtml(TABLE);
    expect(html).toContain('<thead><tr><th>地区</th><th align="right">数值</th></tr></thead>');
    expect(html).toContain('<td>甲县&lt;b&gt;</td><td align="right">96.2%</td>');
    expect(html).toContain("'=HYPERLINK(&quot;x&quot;)");
  });

  it('says when the browser refuses', () => {
    const refusing = {
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      execCommand: () => false
    } as unknown as Document;
    expect(copyTable(TABLE, [], refusing)).toBe(false);
  });
});
