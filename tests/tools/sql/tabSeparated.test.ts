import { describe, expect, it } from 'vitest';
import { allRows, SourceError } from '../../../tools/sql/engine';
import { ForeignText, readTabSeparated } from '../../../tools/sql/tabSeparated';

/** The text in pieces of so many bytes, which cut its characters. */
async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const HEAD = 'name\tvalue\tday\tcount\nString\tNullable(Float64)\tDate\tUInt64\n';
const rows = async (text: string, size = 1000) => allRows(await readTabSeparated(inPieces(text, size)));

describe('readTabSeparated(bytes)', () => {
  it('reads cells, escaped and empty ones too, wherever the pieces are cut', async () => {
    const text = `${HEAD}床位\\t\\\\ \\'一\\'\\n二\t12.50\t2024-01-31\t18446744073709551615\n\t\\N\t2024-02-01\t0\n`;
    const wanted = [
      ["床位\t\\ '一'\n二", '12.5', '2024-01-31', '18446744073709551615'],
      ['', '', '2024-02-01', '0']
    ];
    for (const size of [1, 2, 7, 1000]) expect(await rows(text, size)).toEqual(wanted);
  });

  it('knows which columns hold texts', async () => {
    const head = 'a\tb\tc\td\te\nString\tNullable(String)\tLowCardinality(Nullable(String))\tDecimal(18, 2)\tFloat32\n';
    const { columns } = await readTabSeparated(inPieces(head, 5));
    expect(columns.map(({ isText }) => isText)).toEqual([true, true, true, false, false]);
  });

  it('writes numbers as JavaScript does', async () => {
    const cells = ['-0', '1e+06', '0.30000000000000004', 'nan', '-inf', 'inf', '100'];
    const text = `v\nFloat64\n${cells.join('\n')}\n`;
    expect((await rows(text)).map(([cell]) => cell)).toEqual([
      '0',
      '1000000',
      '0.30000000000000004',
      'NaN',
      '-Infinity',
      'Infinity',
      '100'
    ]);
  });

  it('gives no row for a table without rows', async () => {
    expect(await rows(HEAD)).toEqual([]);
  });

  it.each([
    ['nothing', ''],
    ['one line', 'Ok.\n'],
    ['a page', '<html>\n<body>\n</body></html>\n'],
    ['JSON', '{"data": []}'],
    ['a head of two lengths', 'a\tb\nString\n'],
    ['an error in place of a row', `${HEAD}Code: 241, e.displayText() = DB::Exception: Memory limit\n`],
    ['an error at the end, without a line of its own', `${HEAD}a\t1\t2024-01-31\t1\nCode: 159, e.displayText()`]
  ])('refuses %s', async (_, text) => {
    await expect(rows(text)).rejects.toThrow(ForeignText);
  });

  it('refuses a text that ends within a row', async () => {
    await expect(rows(`${HEAD}a\t1\t2024-01-31\t1\nb\t2`)).rejects.toThrow(SourceError);
  });
});
