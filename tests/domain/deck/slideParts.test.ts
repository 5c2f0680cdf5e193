import { describe, expect, it } from 'vitest';
import { applyChange } from '../../../src/domain/deck/deckChange';
import { addSlide, type Deck, dressDeck, editSlide, emptyDeck } from '../../../src/domain/deck/deck';
import { formatDeck, parseDeck } from '../../../src/domain/deck/deckFile';
import { isLogo, readLook } from '../../../src/domain/deck/deckLook';
import { deckEntries, readDecks } from '../../../src/domain/deck/deckLibrary';
import { minutesText, minutesTyped, parseMinutes } from '../../../src/domain/deck/plannedTime';
import { deckSections, sectionOf } from '../../../src/domain/deck/sections';
import { plannedInAll, readParts } from '../../../src/domain/deck/slideParts';

const LOGO = 'data:image/png;base64,iVBORw0KGgo=';

/** Title, section, figure, section, text. */
const spoken = (
  [
    { address: '', kind: 'title', text: '张三\n11月3日' },
    { address: '', kind: 'section', title: '任务' },
    { address: '/progress', planned: 180 },
    { address: '', kind: 'section' },
    { address: '', kind: 'text', text: '请示', planned: 90 }
  ] as const
).reduce<Deck>((deck, slide) => addSlide(deck, slide), emptyDeck('d1', '例会'));

describe('readParts(value)', () => {
  it('takes what there is and leaves out what says nothing', () => {
    expect(readParts({ kind: 'text', text: '字', planned: 60, other: 1 })).toEqual({
      kind: 'text',
      text: '字',
      planned: 60
    });
    expect(readParts({})).toEqual({});
    expect(readParts({ kind: undefined, text: '', planned: 0 })).toEqual({});
  });

  it('names what it can’t take, and goes on without it', () => {
    const remarks: string[] = [];
    expect(readParts({ kind: 'poem', planned: -3 }, (text) => remarks.push(text))).toEqual({});
    expect(readParts({ kind: 'text', text: 7, planned: 1.5 }, (text) => remarks.push(text))).toEqual({ kind: 'text' });
    expect(remarks).toEqual([
      '种类读不懂，已当作图。',
      '计划时间不是1到36000的整数（秒），已去掉。',
      '正文不是文字，已留空。',
      '计划时间不是1到36000的整数（秒），已去掉。'
    ]);
  });

  it('cuts a text that is too long, and has none for a figure', () => {
    expect(readParts({ kind: 'text', text: '长'.repeat(3000) }).text).toHaveLength(2000);
    expect(readParts({ text: '字' })).toEqual({});
  });
});

describe('a deck with words, times and a template', () => {
  const dressed = dressDeck(spoken, { organisation: '象山县卫生健康局', colour: 'green', logo: LOGO });

  it('comes back from its file as it was, its ids apart', () => {
    const read = parseDeck(formatDeck(dressed), 'd1');
    expect(read).toEqual({ kind: 'ok', deck: dressed, problems: [], frozen: new Map() });
    expect(JSON.parse(formatDeck(dressed))).toMatchObject({ version: 2, look: { colour: 'green' } });
  });

  it('is written as it ever was where it has none of them', () => {
    const plain = addSlide(emptyDeck('d1', '例会'), { address: '/places' });
    expect(JSON.parse(formatDeck(plain))).toEqual({
      format: 'weijian-kanban-deck',
      version: 1,
      name: '例会',
      slides: [{ address: '/places', title: '', notes: '', dwell: 0 }]
    });
  });

  it('comes back from the storage as it was', () => {
    expect(readDecks(deckEntries(dressed))).toEqual([dressed]);
  });

  it('loses a part that becomes undefined', () => {
    expect(editSlide(spoken, 's3', { planned: undefined }).slides[2]).toEqual({
      id: 's3',
      address: '/progress',
      title: '',
      notes: '',
      dwell: 0
    });
  });

  it('is merged with what another window has made of it, part by part', () => {
    const here = editSlide(dressDeck(spoken, { footer: '内部资料' }), 's5', { text: '请示两件事' });
    const there = editSlide(spoken, 's5', { planned: 120 });
    expect(applyChange(there, spoken, here)).toMatchObject({
      look: { footer: '内部资料' },
      slides: [{}, {}, {}, {}, { text: '请示两件事', planned: 120 }]
    });
    expect(applyChange(here, here, spoken)).toEqual(spoken);
  });

  it('says of a file what of it is no picture', () => {
    const text = JSON.stringify({ ...JSON.parse(formatDeck(dressed)), look: { logo: 'https://x/y.png' } });
    expect(parseDeck(text, 'd1')).toMatchObject({
      kind: 'ok',
      problems: ['徽标不是 PNG 或 JPEG 图片，或者太大，没有导入。']
    });
  });
});

describe('readLook(value)', () => {
  it('takes the fields it knows, and is undefined for nothing', () => {
    expect(readLook({ organisation: ' ', colour: 'accent', font: '宋体' })).toBeUndefined();
    expect(readLook('蓝')).toBeUndefined();
    expect(readLook({ organisation: '局', footer: 3, colour: 'pink' })).toEqual({ organisation: '局' });
  });

  it('takes no picture but PNG and JPEG, and no address that a page would follow', () => {
    expect([
      isLogo(LOGO),
      isLogo('data:image/svg+xml;base64,PHN2Zz4='),
      isLogo('javascript:alert(1)'),
      isLogo(`data:image/png;base64,${'A'.repeat(200_000)}`)
    ]).toEqual([true, false, false, false]);
  });
});

describe('the sections of a deck', () => {
  it('are numbered in their order, unnamed ones too', () => {
    expect(deckSections(spoken).map(({ number, title }) => number + title)).toEqual(['一、任务', '二、未命名的章节']);
  });

  it('are numbered once, whatever number was typed before the title', () => {
    const typed = [
      ...['一、重点任务', '（二）存在问题', '3. 下一步', '第四部分：附表', '五．附则'],
      // None of these begins with a number of its own.
      ...['一体化建设', '3.5万人的任务', '2024年工作', '第一人民医院', '一、']
    ].reduce<Deck>((deck, title) => addSlide(deck, { address: '', kind: 'section', title }), emptyDeck('d1', '例会'));
    expect(deckSections(typed).map(({ number, title }) => number + title)).toEqual([
      ...['一、重点任务', '二、存在问题', '三、下一步', '四、附表', '五、附则'],
      ...['六、一体化建设', '七、3.5万人的任务', '八、2024年工作', '九、第一人民医院', '十、未命名的章节']
    ]);
  });

  it('hold the slides up to the next', () => {
    expect(spoken.slides.map((slide) => sectionOf(spoken, slide)?.number)).toEqual([
      undefined,
      '一、',
      '一、',
      '二、',
      '二、'
    ]);
  });
});

describe('the planned time', () => {
  it.each([
    ['3', 180],
    ['2.5', 150],
    ['2:30', 150],
    ['２：３０', 150],
    ['3分钟', 180],
    ['', 0],
    ['600', 36_000]
  ])('%s is %i seconds', (text, seconds) => {
    expect(parseMinutes(text)).toBe(seconds);
  });

  it.each(['三', '2:75', '-1', '0', '601', '1:2:3'])('%s is none', (text) => {
    expect(parseMinutes(text)).toBeUndefined();
  });

  it('is written as it is typed, and in words', () => {
    expect([minutesTyped(180), minutesTyped(150), minutesTyped(65), minutesTyped(0)]).toEqual([
      '3',
      '2:30',
      '1:05',
      ''
    ]);
    expect([minutesText(180), minutesText(750), minutesText(45), minutesText(0)]).toEqual([
      '3分',
      '12分30秒',
      '45秒',
      '0秒'
    ]);
    expect(plannedInAll(spoken.slides)).toBe(270);
  });
});
