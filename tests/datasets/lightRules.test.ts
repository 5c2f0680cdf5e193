import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLightRules, parseLightRules } from '../../src/datasets/lightRules';
import { loadDataset } from '../../src/datasets/loadDataset';
import { parsePackage } from '../../src/datasets/check/schema';
import { DEFAULT_RULE, LIGHT_FAMILIES, PALETTE_NAMES, ruleText } from '../../src/domain/lights/rule';
import { NOTHING_STATED } from '../../src/datasets/check/integrity';
import { AbsentFileError } from '../../src/datasets/fileError';
import { fetchFrom, fixtureFolder } from '../fixtures/readFolder';

const shipped = readFileSync(join(fixtureFolder('data'), 'lights.json'), 'utf8');
const PACE = { id: 'a', name: '甲', family: '序时', palette: '红黄绿', amberWithin: 3 };

function read(...entries: readonly unknown[]) {
  const { rules, issues } = parseLightRules(JSON.stringify(entries), 'lights.json');
  return {
    ids: rules.map((r) => `${r.id}${r.default ? '*' : ''}`),
    whys: issues.map((i) => `${i.level} ${i.column ?? ''} ${i.why}`)
  };
}

describe('lights.json', () => {
  it('as shipped is read without an issue, 5 points behind 序时 being the default, every family and palette among them', () => {
    const { rules, issues } = parseLightRules(shipped, 'lights.json');
    expect(issues).toEqual([]);
    expect(rules.filter((r) => r.default)).toEqual([
      expect.objectContaining({ id: 'pace-5', family: '序时', palette: '红黄绿', amberWithin: 5 })
    ]);
    expect(new Set(rules.map((r) => r.family))).toEqual(new Set(LIGHT_FAMILIES));
    expect(new Set(rules.map((r) => r.palette))).toEqual(new Set(PALETTE_NAMES));
    for (const rule of rules) expect(ruleText(rule)).not.toMatch(/undefined|NaN/);
  });

  it('reaches the dataset', async () => {
    const result = await loadDataset({ fetchBytes: fetchFrom([fixtureFolder('data')]) });
    if (result.kind === 'failed') throw new Error('failed');
    expect(result.dataset.defaultRule.id).toBe('pace-5');
    expect(result.dataset.lightRules.length).toBe(JSON.parse(shipped).length);
  });

  it('keeps the good entries and names each bad one', () => {
    const { ids, whys } = read(
      PACE,
      { ...PACE, id: 'b', amberWithin: '3' },
      { ...PACE, id: 'c', family: '心情' },
      { ...PACE, id: 'd', palette: '彩虹' },
      { ...PACE, id: 'a' },
      { ...PACE, id: 'e f' },
      { ...PACE, id: 'g', name: ' ' },
      7,
      null
    );
    expect(ids).toEqual(['pace-5*', 'a']);
    expect(whys).toEqual([
      '错误  第8条规则不是一个对象，这一条没有采用',
      '错误  第9条规则不是一个对象，这一条没有采用',
      '错误 amberWithin 第2条规则的 amberWithin 不是0到100的数，这一条没有采用',
      '错误 family 第3条规则的类别程序不认识，这一条没有采用',
      '错误 palette 第4条规则的配色程序不认识，这一条没有采用',
      '错误 id 第5条规则的编号与前面的重复，这一条没有采用',
      '错误 id 第6条规则的编号是空的或有空格、逗号，这一条没有采用',
      '错误 name 第7条规则没有名称，这一条没有采用'
    ]);
  });

  it('checks that the thresholds of a family make sense together', () => {
    const { ids, whys } = read(
      { ...PACE, family: '阈值', greenFrom: 70, amberFrom: 90 },
      { ...PACE, family: '位次', last: 3, fewest: 3 },
      { ...PACE, family: '位次', last: 1.5, fewest: 6 },
      { ...PACE, family: '逾期', amberDays: 400 },
      { ...PACE, family: '预测', greenFrom: 100 }
    );
    expect(ids).toEqual(['pace-5*']);
    expect(whys.filter((w) => w.startsWith('错误'))).toEqual([
      '错误 amberFrom 第1条规则的 amberFrom 大于 greenFrom，这一条没有采用',
      '错误 fewest 第2条规则的 fewest 不大于 last，家家都会列末位，这一条没有采用',
      '错误 last 第3条规则的 last 不是1到100的整数，这一条没有采用',
      '错误 amberDays 第4条规则的 amberDays 不是0到366的整数，这一条没有采用',
      '错误 amberFrom 第5条规则的 amberFrom 不是0到1000的数，这一条没有采用'
    ]);
  });

  it('keeps the first of two defaults, and reminds of words it doesn’t know', () => {
    const { ids, whys } = read({ ...PACE, default: true }, { ...PACE, id: 'b', default: true, amberwithin: 4 });
    expect(ids).toEqual(['a*', 'b']);
    expect(whys).toEqual([
      '提醒 amberwithin 第2条规则的“amberwithin”程序不认识，没有用到',
      '提醒 default 第2条规则也写了默认，默认用前面那一条'
    ]);
  });

  it('names the line of a bad entry', () => {
    const { issues } = parseLightRules(
      '[\n  {\n    "id": "x",\n    "name": "甲", "family": "序时", "palette": "红黄绿"\n  }\n]',
      'lights.json'
    );
    expect(issues[0]).toMatchObject({ file: 'lights.json', row: 3, column: 'amberWithin', rule: '亮灯规则' });
  });

  it('leaves the built-in rule standing where the file is of no use', () => {
    for (const text of ['', '{"rules": []}', '[', '[]', 'null', '"x"', shipped.slice(0, 700)]) {
      const { rules, issues } = parseLightRules(text, 'lights.json');
      expect(rules).toEqual([DEFAULT_RULE]);
      expect(issues).toHaveLength(1);
    }
    expect(parseLightRules('[]', 'lights.json').issues).toEqual([
      {
        level: '错误',
        file: 'lights.json',
        rule: '亮灯规则',
        why: '列表是空的，亮灯用内置的规则“按序时，慢5个百分点以内为黄”',
        todo: '请用原来的 lights.json 换回，或改好括号、引号和逗号。',
        wholeFile: true
      }
    ]);
  });

  it('never throws, and always has one default', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { rules } = parseLightRules(JSON.stringify(Array.isArray(value) ? value : [value]), 'l');
        expect(rules.filter((r) => r.default)).toHaveLength(1);
      })
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseLightRules(text, 'l').rules.length).toBeGreaterThan(0);
      })
    );
  });
});

describe('loading the rules of the lights', () => {
  const resource = { file: 'lights.json', stated: NOTHING_STATED };

  it('says nothing where the package names no file, or the file isn’t there', async () => {
    const absent = () => Promise.reject(new AbsentFileError('文件不存在'));
    expect(await loadLightRules(absent, null)).toEqual({ rules: [DEFAULT_RULE], issues: [] });
    expect(await loadLightRules(absent, resource)).toEqual({ rules: [DEFAULT_RULE], issues: [] });
  });

  it('names a file that isn’t there though the package states what is in it', async () => {
    const { issues } = await loadLightRules(() => Promise.reject(new AbsentFileError('文件不存在')), {
      file: 'lights.json',
      stated: { ...NOTHING_STATED, bytes: 1986 }
    });
    expect(issues.map((issue) => issue.why)).toEqual([
      '没有读到这个文件：文件不存在。亮灯用内置的规则“按序时，慢5个百分点以内为黄”'
    ]);
  });

  it('names a file that the server refuses', async () => {
    for (const reason of ['服务器回答 403', '服务器回答 500', '读到一半断了']) {
      const { rules, issues } = await loadLightRules(() => Promise.reject(new Error(reason)), resource);
      expect(rules).toEqual([DEFAULT_RULE]);
      expect(issues).toMatchObject([{ level: '错误', file: 'lights.json', rule: '缺文件', wholeFile: true }]);
      expect(issues[0]!.why).toContain(reason);
      expect(issues[0]!.todo).toBe('请刷新再试一次；仍不行，请管理员检查服务器上的 lights.json 能不能打开。');
    }
  });

  it('names a file that can’t be read', async () => {
    const nonsense = await loadLightRules(() => Promise.resolve(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])), resource);
    expect(nonsense.rules).toEqual([DEFAULT_RULE]);
    expect(nonsense.issues).toHaveLength(1);
  });

  it('doesn’t cost the dataset', async () => {
    const result = await loadDataset({ fetchBytes: fetchFrom([fixtureFolder('data')], ['lights.json']) });
    if (result.kind === 'failed') throw new Error('failed');
    expect(result.dataset.lightRules).toEqual([DEFAULT_RULE]);
    expect(result.issues.map((issue) => [issue.file, issue.rule])).toEqual([['lights.json', '缺文件']]);
  });

  it('reads no path out of the folder', () => {
    const text = readFileSync(join(fixtureFolder('data'), 'datapackage.json'), 'utf8');
    const edited = parsePackage(text.replace('"lights.json"', '"../lights.json"'), 'datapackage.json');
    if (edited.kind === 'refused') throw new Error('refused');
    expect(edited.package.lights).toBeNull();
    expect(edited.issues[0]!.why).toBe('“lights”的 path“../lights.json”不是同一文件夹里的文件名，没有读亮灯规则');
  });
});
