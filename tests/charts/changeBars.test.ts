import { describe, expect, it } from 'vitest';
import { changeBars } from '../../src/charts/changeBars';
import { palette } from '../../src/charts/theme';
import { changeBoard } from '../../src/domain/trend/changes';
import { count, dataset, type Fact } from '../domain/factory';
import { render } from './render';

interface LineSeries {
  id: string;
  type: string;
  data: { value: [string, number]; itemStyle: Record<string, unknown>; label: { formatter: string } }[];
}

describe('changeBars(board, context)', () => {
  const board = changeBoard(
    dataset({
      indicators: [
        count({ id: 'up', name: '管理人数', better: '高' }),
        count({ id: 'down', name: '报告例数', better: '高' }),
        count({ id: 'flat', name: '门诊人次' })
      ],
      facts: [
        ['up', 67.5],
        ['down', -30],
        ['flat', 4]
      ].map(([of, value]): Fact => ({
        of: String(of),
        at: '甲县',
        in: '2020',
        value: Number(value),
        measure: '同比(%)',
        ...(of === 'flat' ? { qualifier: '≥' } : {})
      }))
    }),
    '甲县'
  )!;
  const bars = () =>
    (changeBars(board, { width: 900, scale: 1 }).option.series as LineSeries[])[0]!.data as unknown as {
      value: number;
      itemStyle: Record<string, unknown>;
      label: { position: string; formatter: string };
    }[];

  it('has each word at the outer end of its bar, better and worse in words too', () => {
    expect(bars().map((b) => [b.value, b.label.position, b.label.formatter])).toEqual([
      [67.5, 'right', '增长67.5%（好转）'],
      [4, 'right', '增长≥4%'],
      [-30, 'left', '下降30%（变差）']
    ]);
  });

  it('colours by what is better, and leaves a bound hollow', () => {
    expect(bars().map((b) => b.itemStyle.color)).toEqual([palette.accent, palette.ground, palette.clock]);
  });

  it('is short on a phone, without losing the word', () => {
    expect(render((context) => changeBars(board, context), 358).texts).toEqual(
      expect.arrayContaining(['+67.5%', '好转', '+≥4%', '−30%', '变差'])
    );
  });

  it('draws a part on the axis of all, with its own sources', () => {
    const { option, sources } = changeBars(board, { width: 900, scale: 1 }, { from: 2, to: 3 });
    expect(option.xAxis).toMatchObject({ min: -40, max: 80, interval: 20 });
    expect(sources!({ seriesId: 'changes', dataIndex: 0 }).map((s) => s.what)).toEqual(['报告例数（2020年，下降30%）']);
  });
});
