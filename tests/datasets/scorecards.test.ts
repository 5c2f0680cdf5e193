import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTHING_STATED } from '../../src/datasets/check/integrity';
import { AbsentFileError } from '../../src/datasets/fileError';
import { loadDataset } from '../../src/datasets/loadDataset';
import { loadScorecards, parseScorecards, scorecardIssues } from '../../src/datasets/scorecards';
import { fetchFrom, fixtureFolder } from '../fixtures/readFolder';

const CARD = { id: 'a', name: '甲', indicators: ['x', 'y'] };

function read(...entries: readonly unknown[]) {
  const { cards, issues } = parseScorecards(JSON.stringify(entries), 'scorecards.json');
  return {
    cards: cards.map((c) => `${c.id}${c.default ? '*' : ''}:${c.indicators.join(',')}`),
    whys: issues.map((i) => `${i.level} ${i.column ?? ''} ${i.why}`)
  };
}

describe('scorecards.json', () => {
  it.each(['data', 'data/demo'])(
    'as shipped in %s is read without an issue and reaches the dataset',
    async (folder) => {
      const text = readFileSync(join(fixtureFolder(folder), 'scorecards.json'), 'utf8');
      const reading = parseScorecards(text, 'scorecards.json');
      expect(reading.issues).toEqual([]);
      const result = await loadDataset({ fetchBytes: fetchFrom([fixtureFolder(folder)]), review: true });
      if (result.kind === 'failed') throw new Error('failed');
      expect(result.dataset.scorecards).toEqual(reading.cards);
      expect(scorecardIssues(reading, result.dataset, 'scorecards.json')).toEqual([]);
    }
  );

  it('keeps the good entries and names each bad one', () => {
    const { cards, whys } = read(
      { ...CARD, default: true },
      { ...CARD, id: 'b', indicators: ['x', 'x'], default: true, colour: '红' },
      { ...CARD, id: 'a' },
      { ...CARD, id: '1 2' },
      { ...CARD, id: 'c', name: ' ' },
      { ...CARD, id: 'd', indicators: 'x' },
      { ...CARD, id: 'e', indicators: [] },
      { ...CARD, id: 'f', indicators: [1] },
      7,
      { ...CARD, id: 'g', indicators: 'abcdefghijklm'.split(''), default: 'ja' }
    );
    expect(cards).toEqual(['a*:x,y', 'b:x', 'g:a,b,c,d,e,f,g,h,i,j,k,l']);
    expect([...whys].sort()).toEqual(
      [
        '提醒 indicators 第2张记分表里有重复的指标，只列一次',
        '提醒 default 第2张记分表也写了默认，默认用前面那一张',
        '提醒 colour 第2张记分表的“colour”程序不认识，没有用到',
        '错误 id 第3张记分表的编号与前面的重复，这一张没有采用',
        '错误 id 第4张记分表的编号不是字母开头的字母、数字和连字符，这一张没有采用',
        '错误 name 第5张记分表没有名称，这一张没有采用',
        '错误 indicators 第6张记分表的 indicators 不是指标编号的列表，这一张没有采用',
        '错误 indicators 第7张记分表的 indicators 不是指标编号的列表，这一张没有采用',
        '错误 indicators 第8张记分表的 indicators 不是指标编号的列表，这一张没有采用',
        '错误 id 第9张记分表的编号不是字母开头的字母、数字和连字符，这一张没有采用',
        '提醒 indicators 第10张记分表超过12项，后面的没有列',
        '提醒 default 第10张记分表的 default 不是 true 或 false，当作 false'
      ].sort()
    );
  });

  it('names the file where it can’t be read as a whole', () => {
    expect(parseScorecards('[{"id":', 'scorecards.json').issues[0]).toMatchObject({
      wholeFile: true,
      why: '不是合格的 JSON，可能没有存全，记分表按默认办法选指标'
    });
    expect(parseScorecards('{}', 'scorecards.json').issues[0]!.why).toContain('最外层不是一个列表');
  });

  it('says nothing where it isn’t there and nothing promises it', async () => {
    const absent = () => Promise.reject(new AbsentFileError('文件不存在'));
    const reading = await loadScorecards(absent, { file: 'scorecards.json', stated: NOTHING_STATED });
    expect(reading).toEqual({ cards: [], issues: [], text: '' });
    expect(await loadScorecards(absent, null)).toEqual({ cards: [], issues: [], text: '' });
  });

  it('names an indicator that the dataset doesn’t have, with its line', async () => {
    const text = JSON.stringify([{ ...CARD, indicators: ['htn-standard-rate', 'nothing'] }], null, 1);
    const result = await loadDataset({ fetchBytes: fetchFrom([fixtureFolder('data')]) });
    if (result.kind === 'failed') throw new Error('failed');
    const [issue, ...others] = scorecardIssues(parseScorecards(text, 'f'), result.dataset, 'f');
    expect(others).toEqual([]);
    expect(issue).toMatchObject({
      level: '提醒',
      row: 7,
      why: '“甲”里的指标“nothing”不在 indicators.csv 中，这一项没有列'
    });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { cards } = parseScorecards(JSON.stringify(value), 'f');
        for (const card of cards) expect(card.indicators.length).toBeGreaterThan(0);
      })
    );
    fc.assert(fc.property(fc.string(), (text) => void parseScorecards(text, 'f')));
  });
});
