import { describe, expect, it } from 'vitest';
import { frozenText, readFrozen, rowsName } from '../../../src/domain/deck/frozen';
import {
  changedNumbers,
  changesSince,
  changesText,
  numbersOf,
  readShown,
  recordShown
} from '../../../src/domain/deck/shownNumbers';
import { numberColumn, textCell, textColumn, valueCell } from '../../../src/domain/table/table';

const HOUR = 3600 * 1000;
const old = [
  ['甲县 · 率', '82.5%'],
  ['乙县 · 率', '90%']
] as const;
const now = [
  ['甲县 · 率', '95.5%'],
  ['丙县 · 率', '70%']
] as const;

describe('numbersOf(table)', () => {
  it('names each number by the words of its row and its column', () => {
    const table = {
      caption: '',
      columns: [numberColumn('rank', '位次'), textColumn('place', '地区'), numberColumn('rate', '率')],
      rows: [
        [valueCell('1', 1), textCell('甲县'), valueCell('82.5%', 82.5)],
        [textCell(''), textCell('甲县'), valueCell('80%', 80)],
        [textCell(''), textCell('乙县'), textCell('无数据')]
      ],
      notes: []
    };
    expect(numbersOf(table)).toEqual([
      ['甲县 · 位次', '1'],
      ['甲县 · 率', '82.5%'],
      ['甲县（2） · 率', '80%']
    ]);
  });

  it('takes the sentences of a list that have a number', () => {
    const rows = [[textCell('甲县完成67%')], [textCell('没有数')], [textCell('共3项')]];
    expect(numbersOf({ caption: '', columns: [textColumn('text', '要点')], rows, notes: [] })).toEqual([
      ['第1条', '甲县完成67%'],
      ['第3条', '共3项']
    ]);
  });
});

describe('what has changed since a slide was shown last', () => {
  it('is named with old and new, what came and what went', () => {
    expect(changedNumbers(old, now)).toEqual([
      { name: '甲县 · 率', old: '82.5%', now: '95.5%' },
      { name: '丙县 · 率', old: '', now: '70%' },
      { name: '乙县 · 率', old: '90%', now: '' }
    ]);
    expect(changesText(changedNumbers(old, now), '10月26日09:05')).toBe(
      '比上次放映（10月26日09:05）变了3个数：甲县 · 率从82.5%变为95.5%；丙县 · 率原来没有，现在是70%；乙县 · 率从90%变为没有。'
    );
  });

  it('is nothing the first time, and nothing where nothing has changed', () => {
    expect(changesSince(undefined, now)).toBeUndefined();
    expect(changesSince({ at: 1, numbers: old }, old)).toBeUndefined();
  });

  it('is said through the whole show, and no longer in the next', () => {
    const first = recordShown(undefined, old, 0);
    const second = recordShown(first, now, 30 * HOUR);
    expect(second).toEqual({ at: 30 * HOUR, numbers: now, before: { at: 0, numbers: old } });
    const again = recordShown(second, now, 31 * HOUR);
    expect(changesSince(again, now)).toMatchObject({ since: 0, changes: { length: 3 } });
    expect(changesSince(recordShown(again, now, 60 * HOUR), now)).toBeUndefined();
  });

  it('is kept as text, and anything else is nothing', () => {
    const record = recordShown(recordShown(undefined, old, 0), now, 5);
    expect(readShown(JSON.stringify(record))).toEqual(record);
    expect(['', '7', '{"at":1}', '{"at":1,"numbers":[[1,2]]}', '{'].map(readShown)).toEqual(
      Array.from({ length: 5 }, () => undefined)
    );
  });
});

describe('a frozen slide', () => {
  it('says since when, and of which data', () => {
    expect(frozenText({ at: '2020-11-03T09:05', version: '0.1.0', rows: 'a' })).toBe(
      '已冻结于2020年11月3日09:05（数据版本0.1.0）'
    );
    expect(frozenText({ at: '2020-11-03T09:05', version: '', rows: 'a' })).toBe('已冻结于2020年11月3日09:05');
  });

  it('is read from what says so, and from nothing else', () => {
    const frozen = { at: '2020-11-03T09:05', version: '0.1.0', rows: 'ab-1-2' };
    expect(readFrozen({ ...frozen, other: 1 })).toEqual(frozen);
    expect([readFrozen(null), readFrozen({ ...frozen, at: '昨天' }), readFrozen({ ...frozen, rows: '../x' })]).toEqual([
      undefined,
      undefined,
      undefined
    ]);
  });

  it('keeps rows under a name that is theirs', () => {
    expect(rowsName('一')).toBe(rowsName('一'));
    expect(new Set(['', '一', '二', '一二', '二一'].map(rowsName)).size).toBe(5);
    expect(readFrozen({ at: '2020-11-03T09:05', version: '', rows: rowsName('一') })).toBeDefined();
  });
});
