import { describe, expect, it } from 'vitest';
import { parseLightRules } from '../../src/datasets/lightRules';
import { IssueList } from '../../src/datasets/read/issueList';
import { parseReadyDecks } from '../../src/datasets/readyDecks';
import { parseScorecards } from '../../src/datasets/scorecards';
import { parseJsonList } from '../../src/datasets/textResource';

/** As an editor may leave it: half of a character, which breaks addresses and XML. */
const HALF = '甲\\ud83d';

describe('texts of lights, decks and 记分表', () => {
  it('have no half characters, wherever they were written', () => {
    const light = `[{"id":"a","name":"${HALF}","family":"序时","palette":"红黄绿","amberWithin":5,"default":true}]`;
    expect(parseLightRules(light, 'lights.json').rules.map(({ name }) => name)).toEqual(['甲\ufffd']);
    const deck = `[{"id":"a","name":"${HALF}","slides":[{"address":"/","notes":"${HALF}"}]}]`;
    expect(parseReadyDecks(deck, 'decks.json').decks).toMatchObject([
      { name: '甲\ufffd', slides: [{ notes: '甲\ufffd' }] }
    ]);
    const card = `[{"id":"a","name":"${HALF}","indicators":["${HALF}"]}]`;
    expect(parseScorecards(card, 'scorecards.json').cards).toMatchObject([
      { name: '甲\ufffd', indicators: ['甲\ufffd'] }
    ]);
  });
});

describe('parseJsonList', () => {
  const read = (text: string) => {
    const issues = new IssueList('某.json');
    return { list: parseJsonList(text, issues, '规则', '用默认的'), issues: issues.all() };
  };

  it('gives the entries, a mark of the byte order before them or not', () => {
    expect(read('\ufeff[1, "甲"]')).toEqual({ list: [1, '甲'], issues: [] });
    expect(read('[]')).toEqual({ list: [], issues: [] });
  });

  it.each([
    ['{}', '最外层不是一个列表，用默认的'],
    ['[1', '不是合格的 JSON，可能没有存全，用默认的']
  ])('says what is no list: %s', (text, why) => {
    expect(read(text)).toEqual({
      list: [],
      issues: [
        {
          ...{ level: '错误', file: '某.json', rule: '规则', why, wholeFile: true },
          todo: '请用原来的 某.json 换回，或改好括号、引号和逗号。'
        }
      ]
    });
  });
});
