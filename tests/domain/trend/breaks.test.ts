import { describe, expect, it } from 'vitest';
import { place } from '../factory';
import { ask, at, noteTexts, points, rate, segments } from './trending';

describe('a figure flagged 口径调整', () => {
  const flagged = rate(
    ...at('甲县', ['2018', 80], ['2019', 81]),
    { at: '甲县', in: '2020', value: 60, flags: '口径调整;初步' },
    ...at('甲县', ['2021', 63])
  );

  it('cuts the line before it and is a break of the chart', () => {
    const t = ask(flagged);
    expect(segments(t)).toEqual([
      [
        ['2018', '2019'],
        ['2020', '2021']
      ]
    ]);
    expect(t.breaks.map(({ period, label, text }) => [period.text, label, text])).toEqual([
      ['2020', '口径调整', '甲县自2020年起口径调整，前后不连']
    ]);
  });

  it('stops 同比 across it, not after it', () => {
    const changes = points(ask(flagged)).map((p) => [p.period.text, p.computedChange?.text ?? '', p.before.length]);
    expect(changes).toEqual([
      ['2018', '', 0],
      ['2019', '上升1个百分点', 1],
      ['2020', '不可比（口径有调整）', 0],
      ['2021', '上升3个百分点', 1]
    ]);
  });

  it('is said in the notes with its other flags, and no period is called missing', () => {
    const notes = noteTexts(ask(flagged));
    expect(notes).toContain('甲县自2020年起口径调整，前后不连。');
    expect(notes.join()).toContain('是初步数，以后可能修订。');
    expect(notes.join()).not.toContain('缺少中间的时期');
  });

  it('lets no year before be worked back from the change that its report states', () => {
    const t = ask(
      rate(
        { at: '甲县', in: '2020', value: 60, flags: '口径调整' },
        { at: '甲县', in: '2020', value: 2, measure: '同比(百分点)' }
      )
    );
    expect(points(t).map((p) => [p.period.text, p.derived, p.statedChange?.text])).toEqual([
      ['2020', false, '上升2个百分点']
    ]);
  });

  it('is no break where nothing stands before it', () => {
    expect(
      ask(rate({ at: '甲县', in: '2020', value: 60, flags: '口径调整' }, ...at('甲县', ['2021', 61]))).breaks
    ).toEqual([]);
  });
});

describe('a place that took the place of another', () => {
  const places = [
    place('甲县', { successor: '甲区', validTo: '2019-06-30' }),
    place('甲区', { validFrom: '2019-07-01' })
  ];
  const facts = [...at('甲县', ['2017', 70], ['2018', 72]), ...at('甲区', ['2019', 75], ['2020', 76])];

  it('shows the line under the former name before its own, with the break between them', () => {
    const t = ask({ ...rate(...facts), places }, { places: ['甲区'] });
    expect(t.series.map((s) => [s.label, s.segments.length])).toEqual([
      ['甲区', 1],
      ['甲县', 1]
    ]);
    expect(t.breaks.map(({ period, label, text }) => [period.text, label, text])).toEqual([
      ['2019', '区划调整', '2019年7月1日，甲县由甲区接替，前后不连']
    ]);
  });

  it('is one series alone where the former one is asked for', () => {
    const t = ask({ ...rate(...facts), places }, { places: ['甲县'] });
    expect(t.series.map((s) => s.label)).toEqual(['甲县']);
    expect(t.breaks).toEqual([]);
  });

  it('ends in a circle of successors', () => {
    const circle = [place('甲', { successor: '乙' }), place('乙', { successor: '甲' })];
    expect(
      ask({ ...rate(...at('甲', ['2019', 1], ['2020', 2])), places: circle }, { places: ['甲'] }).series
    ).toHaveLength(1);
  });
});
