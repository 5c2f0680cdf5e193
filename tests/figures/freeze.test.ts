import { beforeAll, describe, expect, it } from 'vitest';
import type { ViewChoices } from '../../src/domain/address/fields';
import { addSlide, type Deck, editSlide, emptyDeck } from '../../src/domain/deck/deck';
import { formatDeck, parseDeck } from '../../src/domain/deck/deckFile';
import { rowsName } from '../../src/domain/deck/frozen';
import { readSnapshot, takeSnapshot } from '../../src/domain/deck/snapshot';
import { choicesOf as choicesThen, frozenRows } from '../../src/figures/freeze';
import type { Figure } from '../../src/figures/figure';
import { sampleAddresses } from '../../src/figures/sampleAddresses';
import { slideFigure, slideFigureThen } from '../../src/figures/slideFigure';
import { choicesOf } from './realData';

let choices: ViewChoices;
/** The same reports, a month later: another dataset altogether. */
let later: ViewChoices;
beforeAll(async () => {
  choices = await choicesOf('data');
  later = await choicesOf('monthly');
});

const deckOf = (address: string) => addSlide(emptyDeck('d', '例会'), { address });
const words = ({ verdict, table }: Figure) => [verdict, table.rows.map((row) => row.map(({ text }) => text))];

describe('the rows of a frozen slide', () => {
  it('are all where the figure says who has no number: that hangs on everything else', () => {
    const deck = deckOf('/places?i=smd-standard-rate');
    expect(frozenRows(deck.slides[0]!, deck, choices)).toBe(takeSnapshot(choices.dataset));
  });

  it('give every kind of figure back as it was, without the dataset', () => {
    for (const { name, address } of sampleAddresses(choices.dataset)) {
      const deck = deckOf(address);
      const [slide] = deck.slides;
      const text = frozenRows(slide!, deck, choices);
      const then = choicesThen(text)!;
      const now = slideFigure(slide!, deck, choices).figure!;
      expect(words(slideFigure(slide!, deck, then).figure!), name).toEqual(words(now));
    }
  });

  it('are few where the figure is about little', () => {
    const deck = deckOf('/progress?place=xiangshan');
    const few = frozenRows(deck.slides[0]!, deck, choices);
    expect(few.length).toBeLessThan(takeSnapshot(choices.dataset).length / 3);
  });

  it('keep the numbers in a text', () => {
    const deck = addSlide(emptyDeck('d', '例会'), {
      address: '',
      kind: 'text',
      text: '完成{{task:crc-colonoscopy@xiangshan:rate}}，管理率{{smd-standard-rate@baoan}}'
    });
    const then = choicesThen(frozenRows(deck.slides[0]!, deck, choices))!;
    expect(slideFigure(deck.slides[0]!, deck, then).figure!.body).toMatchObject({
      lines: [{ text: '完成67.68%（截至2020年10月26日），管理率96.2%（2020年10月31日）' }]
    });
  });

  it('that are none, or broken, are nothing', () => {
    const whole = JSON.parse(takeSnapshot(choices.dataset)) as { observations: unknown[][] };
    const broken = { ...whole, observations: [[99_999, ...whole.observations[0]!.slice(1)]] };
    expect(['', '{}', 'null', '[]', JSON.stringify(broken)].map(readSnapshot)).toEqual(
      Array.from({ length: 5 }, () => undefined)
    );
  });
});

describe('a frozen slide', () => {
  const frozenDeck = (): { deck: Deck; text: string } => {
    const deck = deckOf('/places?i=smd-standard-rate');
    const text = frozenRows(deck.slides[0]!, deck, choices);
    const frozen = { at: '2020-11-03T09:05', version: '0.1.0', rows: rowsName(text) };
    return { deck: editSlide(deck, 's1', { frozen }), text };
  };

  it('shows what it was, with other data too, and says since when', () => {
    const { deck, text } = frozenDeck();
    const { figure } = slideFigureThen(deck.slides[0]!, deck, later, choicesThen(text));
    expect(figure!.verdict).toBe(slideFigure(deck.slides[0]!, deck, choices).figure!.verdict);
    expect(figure!.subtitle).toMatch(/^已冻结于2020年11月3日09:05（数据版本0\.1\.0） · /);
    expect(figure!.notes[0]!.text).toBe('已冻结于2020年11月3日09:05（数据版本0.1.0），以后的数据没有算进来。');
  });

  it('whose rows aren’t at hand shows the data of now and says so', () => {
    const { deck } = frozenDeck();
    const { figure, problems } = slideFigureThen(deck.slides[0]!, deck, choices, undefined);
    expect(figure!.subtitle).not.toContain('冻结');
    expect(problems[0]!.text).toBe(
      '已冻结于2020年11月3日09:05（数据版本0.1.0），但冻结的数不在这个浏览器里，显示的是现在的数。'
    );
  });

  it('takes its rows along in the file of its deck; rows that are others than their name says are left out', () => {
    const { deck, text } = frozenDeck();
    const name = rowsName(text);
    const file = formatDeck(deck, (one) => (one === name ? text : ''));
    const read = parseDeck(file, 'd');
    expect(read).toMatchObject({ kind: 'ok', deck, problems: [] });
    expect(read.kind === 'ok' && [...read.frozen]).toEqual([[name, text]]);
    const forged = JSON.stringify({ ...JSON.parse(file), frozen: { [name]: text.replace('96.2', '99.2') } });
    expect(parseDeck(forged, 'd')).toMatchObject({
      problems: ['第1张：文件里没有它冻结的数，显示的是现在的数。']
    });
  });
});
