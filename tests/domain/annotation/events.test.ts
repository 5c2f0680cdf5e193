import { describe, expect, it } from 'vitest';
import { markedEvents } from '../../../src/domain/annotation/events';
import { annotation } from '../factory';

describe('events on an axis of time', () => {
  const on = (kind: '事件' | '说明', date: string) => ({ annotation: annotation({ kind, date }), about: '' });
  /** The axis of 2020, both ends among its days. */
  const marked = (...written: readonly ReturnType<typeof on>[]) =>
    markedEvents(written, (day) => day >= '2020-01-01' && day <= '2020-12-31');

  it('are numbered as they come, those that lie on it alone', () => {
    const { events, notes } = marked(
      on('事件', '2019-12-31'),
      on('事件', '2020-01-01'),
      on('说明', '2020-06-01'),
      on('事件', '2020-12-31'),
      on('事件', '2021-01-01')
    );
    expect(events).toEqual([
      { day: '2020-01-01', mark: '①' },
      { day: '2020-12-31', mark: '②' }
    ]);
    expect(notes.map(({ text }) => text.split('：')[0])).toEqual([
      ...['事件 2019年12月31日', '①事件 2020年1月1日', '说明 2020年6月1日', '②事件 2020年12月31日', '事件 2021年1月1日']
    ]);
  });

  it('are none where nothing was written', () => {
    expect(marked()).toEqual({ events: [], notes: [] });
  });
});
