import { describe, expect, it } from 'vitest';
import { dataVersion } from '../../../src/datasets/batch/dataVersion';
import { loadDataset } from '../../../src/datasets/loadDataset';
import type { FetchBytes } from '../../../src/datasets/loadEffects';
import type { Batch, RowChange, TableRow } from '../../../src/domain/batch/batch';
import { issueText } from '../../../src/domain/model/issue';
import { fetchFrom, fixtureFolder } from '../../fixtures/readFolder';
import { change } from '../../domain/batch/tables';

const small = fetchFrom([fixtureFolder('small'), fixtureFolder('data')]);

/** A table of the small package with other text. */
function withFile(name: string, edit: (text: string) => string): FetchBytes {
  return async (path, onBytes) => {
    const bytes = await small(path, onBytes);
    return path === name ? new TextEncoder().encode(edit(new TextDecoder().decode(bytes))) : bytes;
  };
}

async function loaded(batches: readonly Batch[], fetchBytes: FetchBytes = small) {
  const result = await loadDataset({ fetchBytes, batches: () => Promise.resolve(batches) });
  if (result.kind === 'failed') throw new Error(JSON.stringify(result.issues));
  return result;
}

const batch = (id: string, ...changes: RowChange[]): Batch => ({
  id,
  made: '2020-11-01T08:00:00+08:00',
  kind: '上新',
  title: '十月上报',
  files: [{ name: '十月.xlsx', bytes: 1, sha256: '' }],
  base: '0.1.0',
  decisions: [],
  changes
});

const SOURCE = change('sources', null, {
  source: 'b1',
  title: '甲县2021年上报表',
  period: '2021',
  grade: 'A',
  file: '十月.xlsx'
});
const ROW: TableRow = {
  indicator: 'htn',
  place: 'jia',
  period: '2021',
  measure: '数值',
  source: 'b1',
  value: '96.1',
  status: '实际',
  written: '96.1%',
  cell: 'Sheet1!D7'
};
const OLD: TableRow = {
  indicator: 'htn',
  place: 'jia',
  period: '2020',
  measure: '数值',
  source: 's1',
  value: '95.39',
  status: '实际',
  line: '3',
  written: '95.39%',
  section: '一、慢病'
};

describe('a dataset with batches', () => {
  it('shows the package with their rows, linked as any other, and counts them in its version', async () => {
    const { dataset, issues, batches, tables } = await loaded([
      batch('1', SOURCE, change('observations', null, ROW)),
      batch('2', change('observations', OLD, { ...OLD, value: '95.4', status: '存疑' }))
    ]);
    expect(issues).toEqual([]);
    expect(dataset.observationsOf('htn').map((o) => [o.place.name, o.period.text, o.value, o.status])).toEqual([
      ['甲县', '2020', 95.4, '存疑'],
      ['乙县', '2020', 90, '实际'],
      ['丙县', '2020', null, '未报'],
      ['甲县', '2021', 96.1, '实际']
    ]);
    expect(dataset.observationsOf('htn')[3]).toMatchObject({
      cell: 'Sheet1!D7',
      source: { title: '甲县2021年上报表' }
    });
    expect(batches).toMatchObject({ onTop: ['1', '2'], there: new Set(), conflicts: [] });
    expect(dataset.batches).toBe(2);
    expect(dataset.version).toBe(dataVersion('0.1.0', ['1', '2']));
    expect(tables.find(({ table }) => table === 'observations')).toMatchObject({ found: 8, kept: 8 });
  });

  it('without batches is what it was', async () => {
    const bare = await loadDataset({ fetchBytes: small });
    const { dataset, issues, batches } = await loaded([]);
    expect(bare.kind === 'ok' && bare.dataset.version).toBe('0.1.0');
    expect({ issues, version: dataset.version, batches: dataset.batches }).toEqual({
      issues: [],
      version: '0.1.0',
      batches: 0
    });
    expect(batches).toMatchObject({ onTop: [], there: new Set(), conflicts: [] });
  });

  it('asks for the batches of this package', async () => {
    const asked: unknown[] = [];
    await loadDataset({
      fetchBytes: small,
      batches: ({ name, version }) => {
        asked.push([name, version]);
        return Promise.resolve([]);
      }
    });
    expect(asked).toEqual([['weijian-kanban-data', '0.1.0']]);
  });

  it('a bad row of a batch is named by file and cell and left out; what it replaced stays, the others are kept', async () => {
    const { dataset, issues } = await loaded([
      batch(
        '1',
        SOURCE,
        change('observations', OLD, { ...OLD, value: '九十五', cell: 'Sheet1!D8' }),
        change('observations', null, { ...ROW, period: '2021年13月' }),
        change('observations', null, { ...ROW, period: '2022' })
      )
    ]);
    expect(dataset.observationsOf('htn').map((o) => [o.period.text, o.value])).toEqual([
      ['2020', 95.39],
      ['2020', 90],
      ['2020', null],
      ['2022', 96.1]
    ]);
    expect(issues.map(issueText)).toEqual([
      '十月.xlsx Sheet1!D8 “value”列，值“九十五”：这是中文数字（类型）。请改成阿拉伯数字。',
      expect.stringContaining('十月.xlsx Sheet1!D7 “period”列，值“2021年13月”：')
    ]);
    expect(issues[0]).not.toHaveProperty('row', expect.anything());
  });

  it('a row of a batch that points at nothing is named the same way', async () => {
    const { dataset, issues } = await loaded([batch('1', change('observations', null, ROW))]);
    expect(dataset.size).toBe(7);
    expect(issues.map(({ file, cell, column, rule }) => [file, cell, column, rule])).toEqual([
      ['十月.xlsx', 'Sheet1!D7', 'source', '外键']
    ]);
  });

  it('a code that the package has already, and one that a batch gave first, are named by where they stand', async () => {
    const ding = { place: 'ding', name: '丁县', level: '县区', parent: 'shi', naming: '原文' };
    const { issues } = await loaded([
      batch('1', change('places', null, { ...ding, code: '900101' })),
      batch('2', change('places', null, { ...ding, place: 'wu', code: '900103' })),
      batch('3', change('places', null, { ...ding, place: 'ji', code: '900103' }))
    ]);
    expect(issues.map(({ file, cell, why }) => [file, cell, why])).toEqual([
      ['十月.xlsx', '地区和单位“ding”', '和第3行的值重复'],
      ['十月.xlsx', '地区和单位“ji”', '和十月.xlsx的地区和单位“wu”的值重复']
    ]);
  });

  it('columns that the file has not got come with the batch, in any order of its header', async () => {
    const file = withFile('places.csv', (text) =>
      text.replace(/^place,name,level/, '名称,place,level').replace(/^(?!名称)([^,]+),([^,]+),/gm, '$2,$1,')
    );
    const { dataset, issues } = await loaded(
      [batch('1', SOURCE, change('observations', null, { ...ROW, part: '男' }))],
      file
    );
    expect(issues).toEqual([]);
    expect(dataset.partsOf('htn').map((o) => [o.place.name, o.part, o.value])).toEqual([['甲县', '男', 96.1]]);
  });

  it('a table that may lack is made of the rows of a batch', async () => {
    const { dataset } = await loaded([
      batch(
        '1',
        change('relations', null, { relation: 'r1', kind: '合计', role: '合计', indicator: 'visits', set: '1' }),
        change('relations', null, { relation: 'r1', kind: '合计', role: '部分', indicator: 'htn', set: '1' })
      )
    ]);
    expect(dataset.relations).not.toBeNull();
  });

  it('a package that holds a batch, by its rows or because it says so, shows it once', async () => {
    const first = batch('1', SOURCE, change('observations', null, ROW));
    const csv = 'htn,jia,2021,数值,b1,96.1,,实际,,96.1%,,,Sheet1!D7\n';
    const newer: FetchBytes = async (path, onBytes) => {
      const text = new TextDecoder().decode(await small(path, onBytes));
      if (path === 'sources.csv') return new TextEncoder().encode(`${text}b1,甲县2021年上报表,,,2021,A,十月.xlsx,,\n`);
      if (path !== 'observations.csv') return new TextEncoder().encode(text);
      const lines = text.trimEnd().split('\n');
      const wide = lines.map((line, i) => `${line},${i === 0 ? 'cell' : ''}`);
      return new TextEncoder().encode(`${wide.join('\n')}\n${csv}`);
    };
    const byRows = await loaded([first], newer);
    expect(byRows.issues).toEqual([]);
    expect(byRows.dataset.size).toBe(8);
    expect(byRows.batches).toMatchObject({ onTop: [], there: new Set(['1']), conflicts: [] });
    expect(byRows.dataset.version).toBe('0.1.0');

    const stating: FetchBytes = async (path, onBytes) => {
      const bytes = await newer(path, onBytes);
      if (path !== 'datapackage.json') return bytes;
      return new TextEncoder().encode(
        new TextDecoder().decode(bytes).replace('"version"', '"batches": ["1"], "version"')
      );
    };
    const stated = await loaded([first], stating);
    expect(stated.dataset.size).toBe(8);
    expect(stated.batches.there).toEqual(new Set(['1']));
  });

  it('a row that is not what the batch replaced: the batch stays on top, the conflict is told', async () => {
    const replaced = change('observations', { ...OLD, value: '95' }, { ...OLD, value: '96' });
    const { dataset, batches } = await loaded([batch('1', replaced)]);
    expect(dataset.observationsOf('htn')[0]!.value).toBe(96);
    expect(batches.conflicts).toEqual([{ batch: '1', table: 'observations', change: replaced, found: OLD }]);
  });
});

describe('the data version', () => {
  it('is that of the package without batches, and of the same batches the same', () => {
    expect(dataVersion('1.2.0', [])).toBe('1.2.0');
    expect(dataVersion('1.2.0', ['a', 'b'])).toMatch(/^1\.2\.0\+[0-9a-f]{8}$/);
    expect(dataVersion('1.2.0', ['a', 'b'])).not.toBe(dataVersion('1.2.0', ['b', 'a']));
  });

  it('a package made of the first batches goes on from there', () => {
    expect(dataVersion(dataVersion('1.2.0', ['a']), ['b', 'c'])).toBe(dataVersion('1.2.0', ['a', 'b', 'c']));
  });

  it('a package without a version has one with batches', () => {
    expect(dataVersion('', ['a'])).toMatch(/^\+[0-9a-f]{8}$/);
  });
});
