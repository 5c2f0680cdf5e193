import { describe, expect, it } from 'vitest';
import { bulletBars, type BulletChoices } from '../../src/charts/bulletBars';
import { LIGHT_PALETTES, palette } from '../../src/charts/theme';
import { progressBoard } from '../../src/domain/board/board';
import { dataset, programme, type Task } from '../domain/factory';
import { render } from './render';

const rowsOf = (...tasks: Task[]) =>
  progressBoard(dataset({ programmes: [programme('肠镜'), programme('问卷'), programme('信息得分')], tasks })).rows;

const SLOW: Task = { of: '肠镜', at: '象山县', in: '2020', asOf: '2020-10-26', done: 2707, rate: 67.68 };
const FAST: Task = { of: '问卷', at: '象山县', in: '2020', asOf: '2020-10-26', done: 78429, rate: 97.06 };
const OVER: Task = { of: '信息得分', at: '象山县', in: '2020', asOf: '2020-10-26', done: 87, rate: 174 };

interface Series {
  id: string;
  data: unknown[];
}
const drawn = (tasks: Task[], choices: BulletChoices = {}) =>
  Object.fromEntries(
    (bulletBars(rowsOf(...tasks), { width: 1200, scale: 1 }, choices).option.series as Series[]).map((s) => [
      s.id,
      s.data
    ])
  );
const seriesOf = (...tasks: Task[]) => drawn(tasks);

describe('bulletBars(rows, context)', () => {
  it('writes programme, figures, rate and lead, the slowest first', () => {
    const { texts } = render((context) => bulletBars(rowsOf(FAST, SLOW), context), 1200);
    const names = texts.filter((t) => ['肠镜', '问卷'].includes(t));
    expect(names).toEqual(['肠镜', '问卷']);
    expect(texts).toEqual(
      expect.arrayContaining(['2,707', '推算4,000', '67.68%', '慢14.3', '97.06%', '快15.1', '■', '●'])
    );
  });

  it('writes on a low row of a wall that isn’t wide task, place and figures in two lines, the task whole', () => {
    const { texts } = render((context) => bulletBars(rowsOf(FAST, SLOW), { ...context, height: 34 + 8 + 2 * 40 }), 674);
    expect(texts).toEqual(expect.arrayContaining(['肠镜', '象山县 2,707，推算4,000 · A级', '67.68%']));
    expect(texts.some((text) => text.includes('慢14.3个百分点'))).toBe(true);
  });

  it('marks the target at 100 and 序时 at 300 of 366 days', () => {
    const series = seriesOf(SLOW);
    expect(series.target).toEqual([[100, '0']]);
    expect(series.clock0).toEqual([[81.97, '0']]);
  });

  it('says of a limit how far it may go, draws no clock, and keeps what is within pale', () => {
    const rows = (done: number) =>
      progressBoard(
        dataset({
          programmes: [programme('肠镜')],
          tasks: [{ of: '肠镜', at: '象山县', in: '2020', asOf: '2020-06-30', target: 10, done, qualifier: '≤' }]
        })
      ).rows;
    const { texts } = render((context) => bulletBars(rows(12), context), 1200);
    expect(texts).toEqual(expect.arrayContaining(['控制数', '控制在10以内', '120%', '超2例', '超出', '■']));
    const seriesAt = (done: number) =>
      Object.fromEntries(
        (bulletBars(rows(done), { width: 1200, scale: 1 }).option.series as Series[]).map((s) => [s.id, s.data])
      );
    expect((seriesAt(8).clock0 as [number | null, string][])[0]![0]).toBeNull();
    const fill = (done: number) => (seriesAt(done).done as { itemStyle: { color: string } }[])[0]!.itemStyle.color;
    expect([fill(8), fill(12)]).toEqual([palette.accentSoft, palette.accent]);
  });

  it('keeps the length of 112.92%, cuts 174% at the axis and says so', () => {
    const zhuzhou: Task = { ...OVER, done: null, rate: 112.92 };
    expect((seriesOf(zhuzhou).done as { value: number }[])[0]!.value).toBe(112.92);
    expect((seriesOf(OVER).done as { value: number }[])[0]!.value).toBe(125);
    const { texts } = render((context) => bulletBars(rowsOf(OVER), context), 1200);
    expect(texts).toEqual(expect.arrayContaining(['╱╱', '174%']));
  });

  it('shows what is late in the stronger tint', () => {
    const fills = (seriesOf(SLOW, FAST).done as { itemStyle: { color: string } }[]).map((d) => d.itemStyle.color);
    expect(fills).toEqual([palette.accent, palette.accentSoft]);
  });

  it('draws no 序时 where there is none, and no light', () => {
    const undated: Task = { ...SLOW, asOf: '' };
    const series = seriesOf(undated);
    expect((series.clock0 as [number | null, string][])[0]![0]).toBeNull();
    expect(render((context) => bulletBars(rowsOf(undated), context), 1200).texts).toContain('○');
  });

  it('says what is missing, what is needed a day and until when', () => {
    const { texts } = render((context) => bulletBars(rowsOf(SLOW), context), 1200);
    expect(texts.map((t) => t.trim())).toEqual(
      expect.arrayContaining(['差1,293', '日均19.6例', '2020年12月31日到期', '滞后'])
    );
  });

  it('names who answers for it and what is to be remarked', () => {
    const noted: Task = { ...SLOW, note: '负责：公共卫生科；四条途径合计525单位' };
    const { texts } = render((context) => bulletBars(rowsOf(noted), context), 1300);
    expect(texts.map((t) => t.trim())).toEqual(
      expect.arrayContaining([expect.stringMatching(/· [ABC]级 · 负责：公共卫生科$/), '四条途径合计525单位'])
    );
  });

  it('gives a long remark a second line, with days and figures whole, rather than cutting it', () => {
    const note = '省市民生实事，原文称提前高质量完成，目标数未写；截止日原文未写，推断为2021-12-31';
    const { texts } = render((context) => bulletBars(rowsOf({ ...SLOW, note }), context), 1302);
    expect(texts.join('').replace(/[\s　]/g, '')).toContain(note);
    expect(texts.some((t) => t.includes('推断为2021-12-31'))).toBe(true);
    expect(texts.join('')).not.toContain('…');
  });

  it('says in place of the bar why there is none, and draws no marks there', () => {
    const untargeted: Task = { ...SLOW, rate: null };
    expect(render((context) => bulletBars(rowsOf(untargeted), context), 1302).texts).toContain(
      '没有目标，算不出完成率'
    );
    const series = seriesOf(untargeted);
    expect([series.target, series.clock0, series.track]).toEqual([[[null, '0']], [[null, '0']], [null]]);
  });

  it('says why a bar has no light', () => {
    expect(
      render((context) => bulletBars(rowsOf({ ...SLOW, asOf: '' }), context), 1302).texts.map((t) => t.trim())
    ).toContain('没有写明数据截止日，算不出序时');
  });

  it('prints 序时 beside the rate, so that nobody has to hover', () => {
    expect(render((context) => bulletBars(rowsOf(SLOW), context), 1302).texts).toContain('序时81.97%');
  });

  it('puts each of twelve rows on one line of a wall, with target, gap, rate, lead, light and due day', () => {
    const twelve = Array.from({ length: 12 }, (): Task => SLOW).map((task, i): Task => ({
      ...task,
      of: ['肠镜', '问卷', '信息得分'][i % 3]!,
      at: ['象山县', '中方县', '舟山市', '株洲市'][Math.floor(i / 3)]!,
      in: i === 11 ? '2020-01/2020-11' : '2020'
    }));
    const drawing = bulletBars(rowsOf(...twelve), { width: 1728, scale: 1.85, height: 560 });
    expect(drawing.height).toBeLessThanOrEqual(560);
    const { texts } = render(
      (context) => bulletBars(rowsOf(...twelve), { ...context, scale: 1.85, height: 560 }),
      1728
    );
    expect(texts.filter((t) => t === '67.68%')).toHaveLength(12);
    expect(texts.map((t) => t.trim())).toEqual(
      expect.arrayContaining(['差额', '到期', '2,707', '推算4,000', '差1,293', '慢14.3', '滞后', '2020-12-31'])
    );
  });

  it('shows 年末推算 only when asked for, hollow and labelled', () => {
    expect(seriesOf(SLOW).forecast).toBeUndefined();
    // 67.68 ÷ (300 ÷ 366)
    expect(drawn([SLOW], { forecast: true }).forecast).toEqual([82.57]);
    const { texts, svg } = render((context) => bulletBars(rowsOf(SLOW), context, { forecast: true }), 1200);
    expect(texts).toContain('推算82.6%');
    expect(svg).toMatch(
      /fill="(transparent|none)"[^>]*stroke-dasharray|stroke-dasharray[^>]*fill="(transparent|none)"/
    );
    expect(render((context) => bulletBars(rowsOf(SLOW), context), 1200).texts).not.toContain('推算82.6%');
  });

  it('cuts a forecast beyond the axis as it cuts a bar', () => {
    // 99% in 6 of 12 months leads to 198%.
    const fast: Task = { ...FAST, asOf: '2020-06-30', target: 100, done: 99, rate: null };
    expect(drawn([fast], { forecast: true }).forecast).toEqual([125]);
    expect(render((context) => bulletBars(rowsOf(fast), context, { forecast: true }), 1200).texts).toEqual(
      expect.arrayContaining(['╱╱', '推算198.0%'])
    );
  });

  it('marks 上年同期 where it is known', () => {
    const before: Task = { ...SLOW, in: '2019', asOf: '2019-10-26', done: 2400, rate: 65.2 };
    // The slower one comes first and has no year before it; that of 2019 is past, and only a mark.
    const series = seriesOf(SLOW, before, { ...SLOW, at: '乙县', done: 2300, rate: 60 });
    expect(series.lastYear).toEqual([
      [null, '0'],
      [65.2, '1']
    ]);
    expect(render((context) => bulletBars(rowsOf(SLOW, before), context), 1302).texts).toContain('上年同期65.2%');
  });

  it('wears the colours of the palette in force', () => {
    const { svg } = render((context) => bulletBars(rowsOf(SLOW), context, { lights: '色盲安全' }), 1200);
    expect(svg).toContain(LIGHT_PALETTES.色盲安全.bad);
    expect(svg).not.toContain(LIGHT_PALETTES.红黄绿.bad);
  });

  it('fits a phone: the bar across the whole width, the words above and below it', () => {
    const long = programme('结直肠癌筛查·结肠镜检查');
    const rows = progressBoard(dataset({ programmes: [long], tasks: [{ ...SLOW, of: long.id }] })).rows;
    const { texts } = render((context) => bulletBars(rows, context), 358);
    expect(texts.map((t) => t.trim())).toEqual(
      expect.arrayContaining([
        '结直肠癌筛查·结肠镜检查',
        '67.68%',
        '慢14.3',
        '滞后',
        '2,707 / 推算4,000 差1,293',
        '日均19.6例',
        '2020年12月31日到期'
      ])
    );
    const { grid } = bulletBars(rows, { width: 358, scale: 1 }).option as { grid: { left: number; right: number } };
    expect([grid.left, grid.right]).toEqual([6, 6]);
  });
});
