import { describe, expect, it } from 'vitest';
import { countsQuery, isPlainName, layoutQuery, rowsQuery } from '../../../tools/sql/queries';

const source = { from: '"observations"', literal: (text: string) => `<${text}>` };
const text = (name: string) => ({ name, isText: true });
const number = (name: string) => ({ name, isText: false });

describe('what a pack asks of a database', () => {
  it('is one text for all databases', () => {
    expect(layoutQuery(source)).toBe('SELECT * FROM "observations" LIMIT 0');
    expect(countsQuery(source, text('indicator'))).toBe(
      `SELECT coalesce("indicator", '') AS k0, count(*) AS k1 FROM "observations" GROUP BY k0 ORDER BY k0`
    );
    const columns = [text('指标编号'), text('place'), number('period'), number('value')];
    expect(rowsQuery(source, columns, columns[0]!, ["it's"], ['place', 'period'])).toBe(
      `SELECT coalesce("指标编号", '') AS k0, coalesce("place", '') AS k1, "period" AS k2, "value" AS k3 ` +
        `FROM "observations" WHERE "指标编号" = <it's> ORDER BY k1 NULLS LAST, k2 NULLS LAST, k0 NULLS LAST, k3 NULLS LAST`
    );
  });

  it('asks for rows without an indicator, and for ids with blanks around them together', () => {
    expect(rowsQuery(source, [text('i')], text('i'), ['', ' '], [])).toContain(
      'WHERE "i" = <> OR "i" IS NULL OR "i" = < > ORDER'
    );
  });

  it.each([
    ['observations', true],
    ['月报 2024', true],
    ['a_1', true],
    ['', false],
    ['a"b', false],
    ["a'b", false],
    ['a\\b', false],
    ['a;b', false],
    ['a.b', false],
    [' a', false]
  ])('isPlainName(%j) is %s', (name, plain) => {
    expect(isPlainName(name)).toBe(plain);
  });
});
