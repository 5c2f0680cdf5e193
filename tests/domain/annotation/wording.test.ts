import { describe, expect, it } from 'vitest';
import { annotationNote, eventMark, withWritten } from '../../../src/domain/annotation/wording';
import { annotation } from '../factory';

describe('an annotation in words', () => {
  it('has its kind, day, what it is about, its text and its author', () => {
    expect(annotationNote({ annotation: annotation(), about: '' }, '①')).toEqual({
      level: '说明',
      byHand: true,
      text: '①事件 2020年3月1日：新院区启用。——张三'
    });
    const one = annotation({ kind: '说明', text: '口径没有变？', author: '局 办' });
    expect(annotationNote({ annotation: one, about: '甲县' }).text).toBe(
      '说明 2020年3月1日，甲县：口径没有变？——局 办'
    );
  });

  it('is one line, whatever was typed', () => {
    const one = annotation({ text: ' 一\n二\t三 ', author: '甲\r\n乙' });
    expect(annotationNote({ annotation: one, about: '' }).text).toBe('事件 2020年3月1日：一 二 三。——甲 乙');
  });

  it('events are numbered as far as there are signs, and further', () => {
    expect([1, 2, 20, 21].map(eventMark)).toEqual(['①', '②', '⑳', '（21）']);
  });

  it('stands after the warnings and before the rest', () => {
    const [w, p, n] = [
      { level: '警示' as const, text: 'w' },
      { level: '说明' as const, text: 'p' },
      { level: '说明' as const, text: 'n' }
    ];
    expect(withWritten([w, p], [n])).toEqual([w, n, p]);
    expect(withWritten([w, p, w, p], [n])).toEqual([w, p, w, n, p]);
    expect(withWritten([p], [n])).toEqual([n, p]);
    expect(withWritten([], [n])).toEqual([n]);
  });
});
