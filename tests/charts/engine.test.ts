import { describe, expect, it } from 'vitest';
import { chartPicture } from '../../src/charts/wholeEngine';

/** A chart with these names on its axis and as its labels, drawn twice: the second time from the caches. */
function drawn(names: readonly string[]): string {
  const build = () => ({
    height: 300,
    option: {
      animation: false,
      xAxis: { type: 'value' as const },
      yAxis: { type: 'category' as const, data: [...names], axisLabel: { width: 40, overflow: 'truncate' as const } },
      series: [
        {
          type: 'bar' as const,
          data: names.map((name, i) => ({ name, value: i + 1 })),
          label: { show: true, formatter: '{b}' }
        }
      ]
    }
  });
  chartPicture(build, { width: 400, scale: 1 });
  return chartPicture(build, { width: 400, scale: 1 }).svg;
}

describe('chartPicture(build, context)', () => {
  it('leaves Object.prototype alone, whatever a place is called', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '象山县'];
    const before = Object.getOwnPropertyNames(Object.prototype).sort();
    const svg = drawn(names);
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
    expect(Object.getOwnPropertyNames(Object).includes('next')).toBe(false);
    const inherited: string[] = [];
    for (const key in {}) inherited.push(key);
    expect(inherited).toEqual([]);
    expect(svg).not.toContain('NaN');
    expect(svg).toContain('象山县');
  });

  it('carries no character that an SVG file cannot have', () => {
    const svg = drawn(['甲\ufffe乙', '丙\ud83d丁', '戊\u0001己']);
    expect(svg).toContain('甲乙');
    expect(svg).toContain('丙丁');
    expect(svg).toContain('戊己');
    expect(/[\u0000-\u0008\ufffe\uffff]|[\ud800-\udfff]/u.test(svg)).toBe(false);
  });
});
