import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bulletBars, type BulletChoices } from '../../src/charts/bulletBars';
import type { Drawing } from '../../src/charts/drawing';
import type { RenderContext } from '../../src/charts/theme';
import { progressBoard } from '../../src/domain/board/board';
import type { Completion } from '../../src/domain/progress/completion';
import { dataset, place, programme, type Task } from '../domain/factory';
import { render } from './render';

interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** As wide as a usual sans-serif draws it, and as the chart library takes it to be without a page. */
function drawnWidth(text: string, size: number): number {
  return [...text].reduce(
    (sum, c) =>
      sum + size * (c.charCodeAt(0) > 0x2e7f ? 1 : c === '%' ? 0.9 : /[.,·:\s]/.test(c) ? 0.28 : c === '—' ? 1 : 0.556),
    0
  );
}

/** The texts of a picture with their boxes. */
function wordsOf(svg: string): Word[] {
  return [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].flatMap(([, attributes, inner]) => {
    const text = inner!.trim();
    if (text === '' || text === '╱╱') return [];
    const value = (pattern: RegExp) => Number(pattern.exec(attributes!)?.[1] ?? 0);
    const size = value(/font-size:\s*([\d.]+)px/);
    const x = value(/translate\((-?[\d.]+)/) + value(/\sx="(-?[\d.]+)"/);
    const y = value(/translate\(-?[\d.]+[ ,](-?[\d.]+)/) + value(/\sy="(-?[\d.]+)"/);
    const width = drawnWidth(text, size);
    const anchor = /text-anchor="(\w+)"/.exec(attributes!)?.[1];
    const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
    return [{ text, left, right: left + width, top: y - size / 2, bottom: y + size / 2 }];
  });
}

function collisions(svg: string, width: number): string[] {
  const words = wordsOf(svg);
  const outside = words.filter((w) => w.left < -1 || w.right > width + 1).map((w) => `“${w.text}” leaves the picture`);
  const onOther = words.flatMap((a, at) =>
    words
      .slice(at + 1)
      .filter(
        (b) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3
      )
      .map((b) => `“${a.text}” on “${b.text}”`)
  );
  return [...outside, ...onOther];
}

function rowsOf(tasks: readonly Task[], name = '肠镜', at = '象山县'): readonly Completion[] {
  const own = tasks.map((task) => ({ ...task, of: name, at }));
  return progressBoard(dataset({ programmes: [programme(name)], places: [place(at)], tasks: own })).rows;
}

function faults(rows: readonly Completion[], width: number, height?: number, choices: BulletChoices = {}): string[] {
  let drawing: Drawing | undefined;
  const build = (context: RenderContext) =>
    (drawing = bulletBars(rows, height === undefined ? context : { ...context, height }, choices));
  const { svg } = render(build, width);
  const { grid } = drawing!.option as { grid: { left: number; right: number } };
  const bar = width - grid.left - grid.right;
  return [...collisions(svg, width), ...(bar < 40 ? [`the bars have ${bar}px`] : [])];
}

/** The report says 67.68%, its own figures 67.675%. */
const BOTH: Task = { of: '', at: '', in: '2020', asOf: '2020-10-26', target: 4000, done: 2707, rate: 77.68 };
const LARGE: Task = { ...BOTH, target: 123_456_789.25, done: 98_765_432.75, rate: 1079.99 };
const WIDTHS = [360, 480, 600, 720, 859, 860, 911, 1099, 1100, 1366, 1900];

describe('the words of bullet bars', () => {
  it('keep apart where both the reported and the computed rate are long, at every width', () => {
    expect(rowsOf([BOTH])[0]!.differs).toBe(true);
    for (const width of WIDTHS) expect([width, faults(rowsOf([BOTH]), width)]).toEqual([width, []]);
  });

  it('keep apart where the numbers are large, at every width', () => {
    for (const width of WIDTHS) expect([width, faults(rowsOf([LARGE]), width)]).toEqual([width, []]);
  });

  /** Figures up to a hundred million with two decimals, done up to twenty times the target. */
  const figure = fc.integer({ min: 100, max: 10_000_000_000 }).map((n) => n / 100);
  const hundredths = (n: number) => Math.round(n * 100) / 100;
  const rate = fc.integer({ min: 1, max: 200_000 }).map((n) => n / 100);
  const task = fc
    .record({
      asOf: fc.constantFrom('2020-10-26', '2020-06-30', ''),
      target: fc.option(figure),
      share: fc.option(fc.integer({ min: 0, max: 2000 })),
      rate: fc.option(rate),
      qualifier: fc.constantFrom('' as const, '≥' as const, '≤' as const)
    })
    .map(({ share, ...fields }): Task => {
      const done = share === null ? null : hundredths(((fields.target ?? 1234.5) * share) / 100);
      return { ...fields, of: '', at: '', in: '2020', done };
    });
  const tasks = fc.array(task, { minLength: 1, maxLength: 3 });
  const name = fc.constantFrom('肠镜', '结直肠癌筛查·结肠镜检查和随访管理服务');
  it('keep apart whatever the figures, in a page', () => {
    fc.assert(
      fc.property(tasks, name, fc.integer({ min: 360, max: 1900 }), fc.boolean(), (list, of, width, forecast) => {
        expect(faults(rowsOf(list, of), width, undefined, { forecast })).toEqual([]);
      }),
      { numRuns: 200, seed: 10 }
    );
  });

  it('keep apart whatever the figures, on a slide with few rows or many', () => {
    const room = fc.constantFrom(
      [560, 57],
      [700, 90],
      [859, 57],
      [860, 24],
      [860, 57],
      [1200, 21],
      [1200, 41],
      [1900, 80]
    );
    fc.assert(
      fc.property(tasks, name, room, fc.boolean(), (list, of, [width, row], forecast) => {
        const rows = rowsOf(list, of);
        expect(faults(rows, width!, 42 + rows.length * row!, { forecast })).toEqual([]);
      }),
      { numRuns: 200, seed: 10 }
    );
  });
});
