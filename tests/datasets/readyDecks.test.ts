import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AbsentFileError } from '../../src/datasets/fileError';
import { NOTHING_STATED } from '../../src/datasets/check/integrity';
import { loadDataset } from '../../src/datasets/loadDataset';
import { readyDeckIssues } from '../../src/datasets/readyDeckReview';
import { loadReadyDecks, parseReadyDecks } from '../../src/datasets/readyDecks';
import { dataset, indicator, place } from '../domain/factory';
import { fetchFrom, fixtureFolder } from '../fixtures/readFolder';

const shipped = readFileSync(join(fixtureFolder('data'), 'decks.json'), 'utf8');
const GOOD = { id: 'monthly', name: '例会', slides: [{ address: '/' }] };

function read(...entries: readonly unknown[]) {
  const { decks, issues } = parseReadyDecks(JSON.stringify(entries, null, 1), 'decks.json');
  return { decks, whys: issues.map((i) => `${i.level} ${i.row ?? ''} ${i.column ?? ''} ${i.why}`) };
}

describe('decks.json', () => {
  it('as shipped is read without an issue and reaches the dataset', async () => {
    expect(parseReadyDecks(shipped, 'decks.json').issues).toEqual([]);
    const result = await loadDataset({ fetchBytes: fetchFrom([fixtureFolder('data')]) });
    if (result.kind === 'failed') throw new Error('failed');
    expect(result.issues).toEqual([]);
    expect(result.dataset.readyDecks.map((deck) => [deck.id, deck.slides.length])).toEqual([
      ['monthly', 5],
      ['places', 6]
    ]);
  });

  it('gives a slide what it doesn’t say', () => {
    expect(read({ ...GOOD, slides: [{ address: '/', notes: '话' }] }).decks).toEqual([
      { id: 'monthly', name: '例会', slides: [{ address: '/', title: '', notes: '话', dwell: 0 }] }
    ]);
  });

  it('names a bad deck and keeps the others', () => {
    const { decks, whys } = read(
      GOOD,
      7,
      { ...GOOD, id: 'd1' },
      { ...GOOD, id: 'monthly' },
      { ...GOOD, id: 'a', name: ' ' },
      { ...GOOD, id: 'b', slides: {} },
      { ...GOOD, id: 'c', slides: [] }
    );
    expect(decks.map((deck) => deck.id)).toEqual(['monthly', 'c']);
    expect(whys).toEqual([
      '错误  id 第2个演示稿的编号不是字母开头的字母、数字和连字符，整个没有采用',
      '错误 3 id 第4个演示稿的编号与前面的重复，整个没有采用',
      '错误 13 id 第3个演示稿的编号不是字母开头的字母、数字和连字符，整个没有采用',
      '错误 31 name 第5个演示稿没有名称，整个没有采用',
      '错误 40 slides 第6个演示稿的 slides 不是一个列表，整个没有采用'
    ]);
  });

  it('names a bad slide or what is wrong in one, and keeps the rest', () => {
    const { decks, whys } = read({
      ...GOOD,
      slides: [
        5,
        { title: '没有地址' },
        { address: '/places', title: 7, notes: '长'.repeat(4001), dwell: -1, note: '错字' },
        { address: '/periods' }
      ]
    });
    expect(decks[0]!.slides.map((slide) => slide.address)).toEqual(['/places', '/periods']);
    expect(decks[0]!.slides[0]).toMatchObject({ title: '', notes: '长'.repeat(4000), dwell: 0 });
    expect(whys).toEqual([
      '错误  address “例会”第1张没有地址，这一张没有采用',
      '错误  address “例会”第2张没有地址，这一张没有采用',
      '提醒 11 dwell “例会”第3张的 dwell 不是0到3600的整数，用默认',
      '提醒 11 note “例会”第3张的“note”程序不认识，没有用到',
      '提醒 11 title “例会”第3张的 title 不是文字，当作空的',
      '提醒 11 notes “例会”第3张的 notes 超过4000字，后面的没有采用'
    ]);
  });

  it.each([
    ['[{"id":', '不是合格的 JSON，可能没有存全，没有自带的演示稿'],
    ['', '不是合格的 JSON，可能没有存全，没有自带的演示稿'],
    ['{}', '最外层不是一个列表，没有自带的演示稿']
  ])('that is %j gives no deck, and says so', (text, why) => {
    expect(parseReadyDecks(text, 'decks.json')).toMatchObject({ decks: [], issues: [{ level: '错误', why }] });
  });

  it('may be an empty list, or named by no package, without a word', async () => {
    expect(parseReadyDecks('[]', 'decks.json')).toMatchObject({ decks: [], issues: [] });
    expect(await loadReadyDecks(() => Promise.reject(new Error('never asked')), null)).toMatchObject({ issues: [] });
  });

  it('that can’t be fetched costs only the decks, and is named', async () => {
    const stated = { ...NOTHING_STATED, bytes: 9 };
    const lost = () => Promise.reject(new AbsentFileError('404'));
    const reading = await loadReadyDecks(lost, { file: 'decks.json', stated });
    expect(reading.decks).toEqual([]);
    expect(reading.issues).toMatchObject([{ file: 'decks.json', level: '错误', wholeFile: true }]);
    expect(reading.issues[0]!.why).toContain('没有自带的演示稿');
    expect((await loadReadyDecks(lost, { file: 'decks.json', stated: NOTHING_STATED })).issues).toEqual([]);
  });

  it('never throws, whatever JSON it is', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void parseReadyDecks(JSON.stringify(value), 'decks.json')));
    fc.assert(
      fc.property(
        fc.array(fc.record({ id: fc.string(), name: fc.string(), slides: fc.jsonValue() })),
        (decks) => void read(...decks)
      )
    );
  });
});

describe('slides of decks.json on a dataset', () => {
  const data = dataset({
    indicators: [indicator({ id: 'htn-rate', name: '规范管理率', theme: '慢病' })],
    places: [place('zhongfang')]
  });

  it('that ask for what it doesn’t have are named: id, page and theme', () => {
    const addresses = [
      '/places?i=htn-rate',
      '/places?i=gone',
      '/nowhere',
      '/data?tab=progress',
      '/places?tab=heat&theme=没有这个主题'
    ];
    const text = JSON.stringify([{ ...GOOD, slides: addresses.map((address) => ({ address })) }], null, 1);
    const issues = readyDeckIssues(parseReadyDecks(text, 'decks.json'), data, 'decks.json');
    expect(issues.map((i) => `${i.row} ${i.why}`)).toEqual([
      '10 “例会”第2张的地址里的指标“gone”不在数据中，这一张没有采用',
      '13 “例会”第3张的地址“/nowhere”不是看板的页面，这一张没有采用',
      '16 “例会”第4张的“数据”里只有“缺”“交了没有”和“自查”能放进演示，这一张没有采用',
      '19 “例会”第5张的主题“没有这个主题”没有两地以上都有数据的指标，这一张没有采用'
    ]);
  });
});
