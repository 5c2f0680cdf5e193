import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/domain/confirm/cards';
import { isProse } from '../../../src/domain/confirm/guess';
import { keptFacts } from '../../../src/domain/confirm/kept';
import { commandOf, type KeyPress } from '../../../src/domain/confirm/keys';
import { learnedFrom } from '../../../src/domain/confirm/learn';
import { numberCount, piecesOf } from '../../../src/domain/confirm/marked';
import { type AcceptedPhrase, learned, noRules, parseRules, printRules } from '../../../src/domain/confirm/series';
import type { Settled } from '../../../src/domain/confirm/settled';
import { act, neighbour, NO_WORK, type Work } from '../../../src/domain/confirm/work';
import { dataset, programme, source, type Task } from '../factory';

describe('a key of the confirm screen', () => {
  const press = (key: string, more: Partial<KeyPress> = {}) =>
    commandOf({ key, shift: false, held: false, tag: 'BODY', ...more });

  it('does what the card of keys says', () => {
    const shift = { shift: true };
    expect(press('Enter')).toEqual({ do: 'accept' });
    expect(press('Enter', shift)).toEqual({ do: 'acceptAlike' });
    expect([press('Backspace'), press('Delete')]).toEqual([{ do: 'reject' }, { do: 'reject' }]);
    expect([press('1'), press('5')]).toEqual([
      { do: 'name', at: 0 },
      { do: 'name', at: 4 }
    ]);
    expect(['i', 'I', 'k', 'p', 'a', 'z', '?', '？'].map((key) => press(key)?.do)).toEqual([
      ...['item', 'item', 'kind', 'period', 'all', 'undo', 'help', 'help']
    ]);
    const down = { do: 'move', step: 1 };
    const up = { do: 'move', step: -1 };
    expect([press('j'), press('ArrowDown')]).toEqual([down, down]);
    expect([press('J', shift), press('ArrowUp')]).toEqual([up, up]);
  });

  it('is nothing of the screen’s otherwise: another key, a function key, one held with another', () => {
    expect(['0', '6', 'F5', 'x', 'Tab', ' '].map((key) => press(key))).toEqual(Array(6).fill(undefined));
    expect(press('z', { held: true })).toBeUndefined();
  });

  it('is left to a field; on a button Enter is the button’s, the others are not', () => {
    for (const tag of ['INPUT', 'TEXTAREA', 'SELECT']) expect(press('j', { tag })).toBeUndefined();
    for (const tag of ['BUTTON', 'A', 'SUMMARY']) {
      expect(press('Enter', { tag })).toBeUndefined();
      expect(press('1', { tag })).toEqual({ do: 'name', at: 0 });
    }
  });
});

describe('a line of a report in pieces', () => {
  const card = (id: string, offset: number, written: string) => ({ id, fact: { offset, written } }) as Card;
  const pieces = (text: string, ...cards: Card[]) => piecesOf(text, text, cards, { a: 'confirmed' });

  it('has the cards in the order of the text, words between them, and none of nothing', () => {
    expect(pieces('120人、30人', card('b', 5, '30'), card('a', 0, '120'))).toEqual([
      { text: '120', state: 'confirmed', id: 'a', offset: 0 },
      { text: '人、', offset: 3 },
      { text: '30', state: 'offered', id: 'b', offset: 5 },
      { text: '人', offset: 7 }
    ]);
    expect(pieces('共120', card('a', 1, '120')).map(({ text }) => text)).toEqual(['共', '120']);
  });

  it('has cards that touch, and of two over each other the first', () => {
    expect(pieces('门诊120人次', card('a', 2, '12'), card('b', 4, '0')).map(({ text }) => text)).toEqual([
      ...['门诊', '12', '0', '人次']
    ]);
    expect(pieces('门诊120人次', card('a', 2, '120'), card('b', 3, '20')).map(({ text }) => text)).toEqual([
      ...['门诊', '120', '人次']
    ]);
  });

  it('has a number that nobody proposed, unless it is part of one that somebody did', () => {
    expect(pieces('120人、30人', card('a', 0, '120')).map(({ text, state }) => [text, state])).toEqual([
      ['120', 'confirmed'],
      ['人、', undefined],
      // With its unit, as numbers are read.
      ['30人', 'free']
    ]);
    expect(pieces('增长120人', card('a', 0, '增长12')).filter(({ state }) => state === 'free')).toEqual([]);
  });

  it('counts its numbers', () => {
    expect(numberCount(['120人、30人', '没有', '5人'])).toBe(3);
    expect(numberCount([])).toBe(0);
  });
});

describe('what a series has learned', () => {
  const yes = (more: Partial<AcceptedPhrase> = {}): AcceptedPhrase => ({
    ...{ phrase: '门诊', kind: 'value', unit: '人次', name: '门诊人次', table: 'indicators', item: 'visits' },
    ...more
  });
  const no = (phrase: string, unit = '人次') => ({ phrase, unit });
  const rules = noRules('甲县 总结');

  it('begins with nothing', () => {
    expect(rules).toEqual({ form: 1, series: '甲县 总结', accepted: [], rejected: [] });
  });

  it('is the newest word on a phrase of its kind and unit', () => {
    const first = learned(rules, [yes()], [no('床位')]);
    const next = learned(first, [yes({ name: '诊疗人次' }), yes({ kind: 'yoy' })], [no('床位'), no('床位', '张')]);
    expect(next.accepted).toEqual([yes({ name: '诊疗人次' }), yes({ kind: 'yoy' })]);
    expect(next.rejected).toEqual([no('床位'), no('床位', '张')]);
  });

  it('no longer rejects what is confirmed, of the same unit', () => {
    const before = learned(rules, [], [no('门诊'), no('门诊', '万人次')]);
    expect(learned(before, [yes()], []).rejected).toEqual([no('门诊', '万人次')]);
  });

  it('comes of the cards that were marked, not of the open ones', () => {
    const settled = (id: string, name: string) =>
      ({
        card: { id, fact: { name, unit: '人次' } },
        ...{ name: `${name}人次`, kind: 'value', table: 'indicators', item: name }
      }) as unknown as Settled;
    const all = [settled('1', '门诊'), settled('2', '住院'), settled('3', '急诊')];
    const after = learnedFrom(rules, all, { '1': 'confirmed', '2': 'rejected' });
    expect(after.accepted).toEqual([yes({ item: '门诊' })]);
    expect(after.rejected).toEqual([no('住院')]);
  });

  it('goes through a file; one that is anything else is none', () => {
    const whole = learned(rules, [yes()], [no('床位')]);
    expect(parseRules(printRules(whole))).toEqual(whole);
    expect(parseRules(printRules(rules))).toEqual(rules);
    const broken = [
      ...[{ form: 2 }, { series: 1 }, { accepted: {} }, { rejected: {} }, { accepted: [null] }, { accepted: ['x'] }],
      ...[{ accepted: [yes(), { ...yes(), unit: 5 }] }, { rejected: [no('床位'), { phrase: '床位' }] }]
    ];
    for (const part of broken) expect(parseRules(JSON.stringify({ ...whole, ...part }))).toBeUndefined();
    expect(parseRules('不是')).toBeUndefined();
  });
});

describe('a text', () => {
  it('is a report where fewer than half of its lines are cells, blank ones not counted', () => {
    expect(isProse('完成筛查。\n甲,1,2')).toBe(false);
    expect(isProse('完成筛查。\n\n\n甲,1,2')).toBe(false);
    expect(isProse('完成筛查。\n又完成。\n甲,1,2')).toBe(true);
    // One comma is a sentence's, two are cells; so is a tab.
    expect(isProse('完成,筛查。\n甲,1')).toBe(true);
    expect(isProse('完成筛查。\n甲\t1')).toBe(false);
    expect(isProse('完成筛查\n又完成')).toBe(false);
  });
});

describe('what was kept of a report', () => {
  it('are its own figures that say where they stand and how they were written, in reading order', () => {
    const fact = { at: '甲县', in: '2024', line: 7, written: '90%' };
    const data = dataset({
      sources: [source('甲'), source('乙')],
      facts: [
        { ...fact, value: 90 },
        { ...fact, value: 2.5, line: 3, written: '2.5个百分点', measure: '同比(百分点)' },
        { ...fact, value: 80, source: '乙' },
        { ...fact, value: null },
        { ...fact, value: 70, written: '' }
      ]
    });
    const about = { name: '规范管理率', indicator: '规范管理率', place: '甲县' };
    expect(keptFacts(data, '甲')).toEqual([
      { line: 3, written: '2.5个百分点', value: 2.5, kind: 'yoy_pp', ...about },
      { line: 7, written: '90%', value: 90, kind: 'value', ...about }
    ]);
  });

  it('are of a task its target, what was done and its rate, each by the words that hold that very number', () => {
    const task = { of: '筛查', at: '甲县', in: '2024' };
    const kept = (...tasks: Partial<Task>[]) =>
      keptFacts(
        dataset({
          sources: [source('甲'), source('乙')],
          programmes: [programme('筛查')],
          tasks: tasks.map((one) => ({ ...task, ...one }))
        }),
        '甲'
      ).map(({ line, kind, written, value }) => [line, kind, written, value]);
    // 22 is no part of 2,212; 22.0 is 22.
    expect(kept({ target: 100, done: 2212, rate: 22, written: '完成2,212人 / 22.0% / 100.55 / 任务100人' })).toEqual([
      [1, 'target', '任务100人', 100],
      [1, 'done', '完成2,212人', 2212],
      [1, 'completion_rate', '22.0%', 22]
    ]);
    // What no piece holds stands in the first.
    expect(kept({ done: 12_000, written: '1.2万人 / 30%' })).toEqual([[1, 'done', '1.2万人', 12_000]]);
    expect(kept({ target: 5, written: '计划5例' })).toEqual([[1, 'plan', '计划5例', 5]]);
    expect(kept({ done: 5, source: '乙' }, { done: 6, written: '' }, { done: 7 })).toEqual([[3, 'done', '7', 7]]);
  });
});

describe('what is done about a card', () => {
  const order = ['1', '2', '3'];
  const start: Work = { ...NO_WORK, at: '1' };

  it('goes past a word said twice only where all were said so', () => {
    const one = act(start, { do: 'accept', ids: ['1'] }, order);
    const both = act(one, { do: 'accept', ids: ['1', '2'] }, order);
    expect(both.marks).toEqual({ '1': 'confirmed', '2': 'confirmed' });
    expect(both.past).toHaveLength(2);
  });

  it('is remembered two hundred steps back', () => {
    let work = start;
    for (let i = 0; i < 201; i++) work = act(work, { do: 'edit', ids: ['1'], edit: { name: `${i}` } }, order);
    expect(work.past).toHaveLength(200);
    // The first step is forgotten: its name stands.
    for (let i = 0; i < 201; i++) work = act(work, { do: 'undo' }, order);
    expect(work.edits).toEqual({ '1': { name: '0' } });
  });

  it('beside others that were added leaves them', () => {
    const at = (line: number) => ({ line, offset: 0 }) as Work['added'][number];
    const two = act(act(start, { do: 'add', proposal: at(1) }, order), { do: 'add', proposal: at(2) }, order);
    expect(two.added.map(({ line }) => line)).toEqual([1, 2]);
    expect(act(two, { do: 'add', proposal: at(1) }, order).added.map(({ line }) => line)).toEqual([2, 1]);
  });

  it('begins at the first card where none is at hand', () => {
    expect([neighbour(order, 'x', 1), neighbour(order, 'x', -1), neighbour([], 'x', 1)]).toEqual(['1', '1', 'x']);
    expect([neighbour(order, '1', 1), neighbour(order, '3', 1), neighbour(order, '1', -1)]).toEqual(['2', '3', '1']);
  });
});
