import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ViewChoices } from '../../../src/domain/address/fields';
import { addSlide, type Deck, emptyDeck } from '../../../src/domain/deck/deck';
import { formatDeck, parseDeck, slideFaults } from '../../../src/domain/deck/deckFile';
import { dataset, indicator, place } from '../factory';

const data = dataset({
  indicators: [indicator({ id: 'htn-rate', name: '高血压规范管理率' })],
  places: [place('zhongfang')]
});
const choices: ViewChoices = { dataset: data, defaultIndicator: { places: 'htn-rate', periods: 'htn-rate' } };

function file(slides: unknown, head: object = {}): string {
  return JSON.stringify({ format: 'weijian-kanban-deck', version: 1, name: '例会', slides, ...head });
}
function read(text: string): { deck: Deck; problems: readonly string[] } {
  const answer = parseDeck(text, 'd7', choices);
  if (answer.kind !== 'ok') throw new Error(answer.why);
  return answer;
}

describe('parseDeck(formatDeck(deck))', () => {
  it('is the deck under its new id', () => {
    const slide = fc.record({
      address: fc.constantFrom('/', '/places?i=htn-rate', '/progress?place=zhongfang', '/data?tab=missing'),
      title: fc.string({ maxLength: 200 }).map((s) => s.trim()),
      notes: fc.string({ maxLength: 4000 }),
      dwell: fc.integer({ min: 0, max: 3600 })
    });
    fc.assert(
      fc.property(fc.array(slide, { maxLength: 8 }), (slides) => {
        const deck = slides.reduce((d, s) => addSlide(d, s), emptyDeck('d1', '例会'));
        expect(read(formatDeck(deck))).toMatchObject({ deck: { ...deck, id: 'd7' }, problems: [] });
      })
    );
  });
});

describe('parseDeck(text, id, choices)', () => {
  it.each([
    ['{"slides": [', '这个文件不是完整的 JSON，读不出演示稿。'],
    ['', '这个文件不是完整的 JSON，读不出演示稿。'],
    ['[]', '文件里没有幻灯片（slides），不是演示稿。'],
    ['null', '文件里没有幻灯片（slides），不是演示稿。'],
    ['{"slides":[]}', '文件没有标明是卫健看板的演示稿（format 应为 weijian-kanban-deck）。'],
    [file([], { version: 9 }), '这个演示稿由更新的版本导出，请先更新看板。']
  ])('refuses %s', (text, why) => {
    expect(parseDeck(text, 'd7', choices)).toEqual({ kind: 'refused', why });
  });

  it('names a bad slide by its number and keeps the others', () => {
    const { deck, problems } = read(
      file([
        { address: '/places?i=htn-rate' },
        5,
        { title: '没有地址' },
        { address: '/nowhere' },
        { address: '/places?i=gone' },
        { address: '/' }
      ])
    );
    expect(deck.slides.map((slide) => slide.address)).toEqual(['/places?i=htn-rate', '/']);
    expect(problems).toEqual([
      '第2张：不是一张幻灯片，没有导入。',
      '第3张：没有地址（address），没有导入。',
      '第4张：地址“/nowhere”不是看板的页面，没有导入。',
      '第5张：没有导入，因为地址里的指标“gone”不在数据中。'
    ]);
  });

  it('makes good what is wrong beside the address, and says so', () => {
    const { deck, problems } = read(file([{ address: '/', title: 7, notes: ['x'], dwell: -3 }]));
    expect(deck.slides[0]).toMatchObject({ title: '', notes: '', dwell: 0 });
    expect(problems).toEqual([
      '第1张：标题不是文字，已改用图的结论。',
      '第1张：讲稿不是文字，已留空。',
      '第1张：停留秒数不是0到3600的整数，已改用默认。'
    ]);
  });

  it('takes no slide of the wall itself: it would show itself for ever', () => {
    expect(read(file([{ address: '/present?deck=d1' }])).problems).toHaveLength(1);
  });

  it('names what is past the two hundredth slide', () => {
    const { deck, problems } = read(file(Array.from({ length: 202 }, () => ({ address: '/' }))));
    expect(deck.slides).toHaveLength(200);
    expect(problems).toEqual(['第201张：超过200张，没有导入。', '第202张：超过200张，没有导入。']);
  });

  it('reads a file with a byte order mark, and gives a deck without a name one', () => {
    expect(read(`\uFEFF${file([], { name: '  ' })}`).deck.name).toBe('导入的演示稿');
  });

  it('never throws, whatever JSON it is given', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void parseDeck(file(value), 'd7', choices)));
    fc.assert(fc.property(fc.string(), (text) => void parseDeck(text, 'd7', choices)));
  });
});

describe('slideFaults(address, choices)', () => {
  it('is empty where everything asked for is there', () => {
    expect(slideFaults('/places?i=htn-rate&focus=zhongfang', choices)).toEqual([]);
    expect(slideFaults('/data?tab=missing', choices)).toEqual([]);
    expect(slideFaults('/data?tab=audit&kind=分母', choices)).toEqual([]);
  });

  it('names a screen that has no figure', () => {
    expect(slideFaults('/data?tab=progress', choices)).toEqual(['“数据”里只有“缺”“交了没有”和“自查”能放进演示。']);
    expect(slideFaults('/present', choices)).toEqual(['地址“/present”不是看板的页面。']);
  });
});
