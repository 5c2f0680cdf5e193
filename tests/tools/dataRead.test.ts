import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataRead } from '../../tools/dataRead';

let dir = '';
const FORM = ['--place', '云山县', '--period', '2023'];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'read-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(dir, name), content);
  return join(dir, name);
}

async function readText(text: string, ...more: string[]) {
  return dataRead([...FORM, ...more, await file('报告.txt', text)]);
}

const rowsOf = (csv: string) => Papa.parse<Record<string, string>>(csv, { header: true }).data;

describe('data:read', () => {
  it('prints a row a fact in the columns of the contract', async () => {
    const { out, said, exitCode } = await readText('一、门诊\n门诊662.16万人次，同比下降17.8%。');
    expect(out.split('\n')[0]).toBe(
      'line,offset,written,value,qualifier,unit,kind,name,alternatives,period_start,period_end,indicator,frame'
    );
    expect(rowsOf(out)).toMatchObject([
      {
        line: '2',
        offset: '2',
        written: '662.16万人次',
        value: '662.16',
        unit: '万人次',
        kind: 'value',
        frame: 'none'
      },
      {
        line: '2',
        offset: '14',
        written: '下降17.8%',
        value: '-17.8',
        unit: '%',
        kind: 'yoy',
        period_end: '2023-12-31'
      }
    ]);
    expect(said).toEqual(['报告.txt：读出2个数字。']);
    expect(exitCode).toBe(0);
  });

  it('gives the same as data', async () => {
    const { out } = await readText('近400名医师参会。', '--json');
    expect(JSON.parse(out)).toMatchObject({
      facts: [{ written: '近400名', value: 400, qualifier: '≈', unit: '名' }],
      missing: []
    });
  });

  it('no field begins like a formula, a signed figure stays as it is', async () => {
    const { out } = await readText('门诊3万人次（同比-3.2%），=cmd()检查5家。');
    expect(rowsOf(out)[1]!.written).toBe('-3.2%');
    for (const row of rowsOf(out))
      for (const value of Object.values(row)) expect(value).not.toMatch(/^[=@]|^[+-](?![\d.,]+%?$)/);
  });

  it('reads GBK and .docx', async () => {
    const gbk = Uint8Array.from([0xc7, 0xa9, 0xd4, 0xbc, 0x35, 0xc8, 0xcb, 0xa1, 0xa3, 0x0a]);
    expect(rowsOf((await dataRead([...FORM, await file('a.txt', gbk)])).out)[0]!.written).toBe('5人');
    const zip = new JSZip().file(
      'word/document.xml',
      '<w:document><w:body><w:p><w:r><w:t>签约5人。</w:t></w:r></w:p></w:body></w:document>'
    );
    const docx = await file('a.docx', await zip.generateAsync({ type: 'uint8array' }));
    expect(rowsOf((await dataRead([...FORM, docx])).out)[0]!.written).toBe('5人');
  });

  it('a file that cannot be read is named, with what to do', async () => {
    const attempts: [string, string | Uint8Array, RegExp][] = [
      ['a.pdf', '%PDF-1.4', /a\.pdf：这是 PDF.*另存为 \.docx/],
      ['a.doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1]), /旧版文档（\.doc 或 \.wps）/],
      ['a.docx', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 1, 2]), /已经损坏/],
      ['a.txt', '', /空的/]
    ];
    for (const [name, content, why] of attempts) {
      const { said, exitCode, out } = await dataRead([...FORM, await file(name, content)]);
      expect(said.join(), name).toMatch(why);
      expect([exitCode, out]).toEqual([1, '']);
    }
    expect((await dataRead([...FORM, join(dir, '没有.txt')])).said).toEqual([
      '没有.txt：找不到这个文件。请检查路径和文件名。'
    ]);
  });

  it('a wrong command is answered by what is wrong and how it is written', async () => {
    const wrong: [string[], RegExp][] = [
      [[], /没有写报告文件/],
      [['a.txt'], /没有写单位/],
      [['--place', '甲', 'a.txt'], /没有写时期/],
      [['--place', '甲', '--period', '去年', 'a.txt'], /认不出时期“去年”/],
      [[...FORM, '--kind', '新闻', 'a.txt'], /没有“新闻”这种报告/],
      [[...FORM, '--lust', 'a.txt'], /参数不对/],
      [[...FORM, '--last-rows', 'a.csv', 'a.txt'], /没有写上期原文/]
    ];
    for (const [args, why] of wrong) {
      const { said, exitCode } = await dataRead(args);
      expect(said[0]).toMatch(why);
      expect(said[1]).toMatch(/^用法：/);
      expect(exitCode).toBe(2);
    }
  });
});

describe('data:read with the last report', () => {
  const LAST = '采集全血486单位，控烟检查80家。';

  it('takes names from a table of lines and figures, and says what is missing', async () => {
    const rows = await file(
      'rows.csv',
      'line,indicator,written,value,kind,unit,place,period\n1,全血采集量,486单位,486,value,单位,甲,2023-09\n1,控烟检查数,80家,80,value,家,甲,2023-09\n'
    );
    const last = await file('last.txt', LAST);
    const { out, said, exitCode } = await readText(
      '采集全血468单位。',
      '--last',
      last,
      '--last-rows',
      rows,
      '--data',
      dir
    );
    expect(rowsOf(out)).toMatchObject([{ name: '全血采集量', indicator: '全血采集量', frame: 'agree', value: '468' }]);
    expect(said).toContain('没找到：上期第1行“80家”，控烟检查数');
    expect(exitCode).toBe(0);
  });

  it('takes them from rows of the dataset, ids and their names', async () => {
    const last = await file('last.txt', '无关。\n开展居家护理服务项目15项。');
    const rows = await file(
      'observations.csv',
      'indicator,place,period,measure,source,value,qualifier,status,line,written,section,note\ninternet-nursing-items,p,2020-10-31,数值,s,15,,实际,2,15项,,\n'
    );
    const { out } = await readText('开展居家护理服务项目18项。', '--last', last, '--last-rows', rows);
    expect(rowsOf(out)).toMatchObject([
      { indicator: 'internet-nursing-items', name: '互联网+护理服务项目数', frame: 'agree' }
    ]);
  });

  it('rows that fit nothing are said', async () => {
    const last = await file('last.txt', LAST);
    const rows = await file('rows.csv', 'a,b\n1,2\n');
    const { said, exitCode } = await readText('采集全血468单位。', '--last', last, '--last-rows', rows, '--data', dir);
    expect(said.join('\n')).toMatch(/缺少line、written、indicator列/);
    expect(exitCode).toBe(1);
  });
});
