import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calloutFault, CALLOUT_LIMITS, markKey, readCallouts, setCallout } from '../../../src/domain/deck/callout';
import { addSlide, editSlide, emptyDeck } from '../../../src/domain/deck/deck';
import { formatDeck, parseDeck } from '../../../src/domain/deck/deckFile';
import { dataset, indicator, place } from '../factory';

const RATE = { place: 'jia', period: '2024', indicator: 'htn' };
const TASK = { place: 'jia', period: '2024', task: 'screening' };

function read(value: unknown) {
  const remarks: string[] = [];
  return { callouts: readCallouts(value, (text) => remarks.push(text)), remarks };
}

describe('a short remark at a number', () => {
  it('goes into a deck file and comes back, and goes when it is taken away', () => {
    const callouts = [
      { ...RATE, text: '口径有调整' },
      { ...TASK, text: '九月起补' },
      { ...RATE, part: '男', text: '只有男' }
    ];
    const deck = addSlide(emptyDeck('d', '例会'), { address: '/places?i=htn', callouts });
    const back = parseDeck(formatDeck(deck), 'd');
    expect(back.kind === 'ok' && [back.deck.slides[0]!.callouts, back.problems]).toEqual([callouts, []]);
    expect(formatDeck(deck)).toContain('"version": 2');
    expect(formatDeck(editSlide(deck, 's1', { callouts: undefined }))).not.toContain('callouts');
  });

  it('is read with its period in one form, and none is lost without a word', () => {
    const { callouts, remarks } = read([
      { ...RATE, period: '2024年', text: ' 口径\n有调整' },
      { ...TASK, text: '字'.repeat(41) },
      { ...RATE, text: '又一个' },
      { ...RATE, text: ' ' },
      { period: '2024', indicator: 'htn', text: '甲' },
      { ...RATE, period: '2024年13月', text: '甲' },
      { ...RATE, task: 'screening', text: '甲' },
      { place: 'jia', period: '2024', text: '甲' },
      null
    ]);
    expect(callouts).toEqual([
      { ...RATE, text: ' 口径 有调整' },
      { ...TASK, text: '字'.repeat(40) }
    ]);
    expect(remarks).toEqual([
      '第2个短说明超过40字，后面的没有导入。',
      '第3个短说明与前面的是同一个数，已去掉。',
      '第4个短说明没有文字（text），已去掉。',
      '第5个短说明没有地区（place），已去掉。',
      '第6个短说明的时期（period）读不懂，已去掉。',
      '第7个短说明要写明指标（indicator）或任务（task），两个里写一个，已去掉。',
      '第8个短说明要写明指标（indicator）或任务（task），两个里写一个，已去掉。',
      '第9个短说明没有文字（text），已去掉。'
    ]);
    expect(read('甲')).toEqual({ callouts: undefined, remarks: ['短说明（callouts）不是列表，已去掉。'] });
    expect(read([])).toEqual({ callouts: undefined, remarks: [] });
  });

  it('is one of so many', () => {
    const many = Array.from({ length: CALLOUT_LIMITS.count + 1 }, (_, n) => ({ ...RATE, place: `p${n}`, text: '甲' }));
    const { callouts, remarks } = read(many);
    expect(callouts).toHaveLength(12);
    expect(remarks).toEqual(['第13个短说明：一张最多12个，没有导入。']);
  });

  it('takes the place of the one at its number, and goes with an empty text', () => {
    const first = setCallout(undefined, RATE, '甲')!;
    const both = setCallout(first, TASK, '乙')!;
    expect(setCallout(both, RATE, '丙')).toEqual([
      { ...RATE, text: '丙' },
      { ...TASK, text: '乙' }
    ]);
    expect(setCallout(both, RATE, '')).toEqual([{ ...TASK, text: '乙' }]);
    expect(setCallout(first, RATE, ' ')).toBeUndefined();
  });

  it('is tied to one number: another place, period, indicator, task or sub-group is another', () => {
    const others = [
      { ...RATE, place: 'yi' },
      { ...RATE, period: '2023' },
      { ...RATE, indicator: 'dm' },
      { ...RATE, part: '男' },
      TASK
    ];
    expect(new Set([RATE, ...others].map(markKey)).size).toBe(6);
  });

  it('says what it names that the data don’t have', () => {
    const data = dataset({ places: [place('jia')], indicators: [indicator({ id: 'htn' })] });
    const fault = (patch: object) => calloutFault({ ...RATE, text: '注意', ...patch }, data);
    expect(fault({})).toBe('');
    expect(fault({ place: 'yi' })).toBe('短说明“注意”的地区（place）“yi”数据里没有，图上不画。');
    expect(fault({ indicator: 'dm' })).toBe('短说明“注意”的指标（indicator）“dm”数据里没有，图上不画。');
    expect(calloutFault({ ...TASK, text: '注意' }, data)).toBe(
      '短说明“注意”的任务（task）“screening”数据里没有，图上不画。'
    );
  });

  it('is read from anything', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const { text } of readCallouts([value]) ?? []) expect(text.length).toBeLessThanOrEqual(40);
      })
    );
  });
});
