import { afterEach, describe, expect, it } from 'vitest';
import { bulletBars } from '../../src/charts/bulletBars';
import { changeBars } from '../../src/charts/changeBars';
import { escapeLabel } from '../../src/charts/drawing';
import { placesBar } from '../../src/charts/placesBar';
import { trendDumbbell } from '../../src/charts/trendDumbbell';
import { trendLine } from '../../src/charts/trendLine';
import { trendSlope } from '../../src/charts/trendSlope';
import { progressBoard } from '../../src/domain/board/board';
import { compare } from '../../src/domain/compare/compare';
import { changeBoard } from '../../src/domain/trend/changes';
import { trend } from '../../src/domain/trend/computeTrend';
import { INHERITED } from '../../tools/fuzz/hostile';
import { prototypeState } from '../../tools/fuzz/inspect';
import { count, dataset, indicator, programme } from '../domain/factory';
import { render } from './render';

const before = prototypeState();
afterEach(() => expect(prototypeState()).toBe(before));

describe('escapeLabel(text)', () => {
  it('leaves no line of a text that is the name of a member of every object', () => {
    for (const name of [...INHERITED, '__proto__县', '甲__proto__', '甲\nconstructor']) {
      for (const piece of escapeLabel(name).split(/\s/)) expect(Object.prototype).not.toHaveProperty([piece]);
      expect(escapeLabel(name).replace(/\u200b/g, '')).toBe(name.replace(/\n/g, ' '));
    }
    expect(escapeLabel('规范管理率 {a|b}')).toBe('规范管理率 ｛a｜b｝');
  });
});

/** Every name that an object has without owning it, as a place, an indicator or a task. */
const rates = dataset({
  indicators: INHERITED.map((name) => indicator({ id: name, name, unit: '%' })),
  facts: INHERITED.flatMap((of) =>
    INHERITED.flatMap((at, i) => [
      { of, at, in: '2019', value: 80 + i },
      { of, at, in: '2020', value: 81 + i },
      { of, at, in: '2021', value: 79 + i }
    ])
  )
});
const counts = dataset({
  indicators: [count({ unit: 'constructor' })],
  facts: INHERITED.map((at, i) => ({ at, in: '2020', value: i * 1000 }))
});
const tasks = dataset({
  indicators: [],
  programmes: INHERITED.map((name) => programme(name, { unit: name })),
  tasks: INHERITED.flatMap((of) =>
    INHERITED.map((at) => ({ of, at, in: '2020', asOf: '2020-06-30', target: 100, done: 40, note: `负责：${at}` }))
  )
});

describe('charts of a dataset whose names are members of Object.prototype', () => {
  for (const [width, scale] of [
    [360, 1],
    [900, 1],
    [1800, 2]
  ] as const) {
    it(`leave Object.prototype as it was, ${width} px wide`, () => {
      for (const id of INHERITED.slice(0, 3)) {
        const comparison = compare(rates, { indicator: id, focus: '__proto__' })!;
        render((context) => placesBar(comparison, context), width, scale);
        const lines = trend(rates, { indicator: id, places: INHERITED.slice(0, 6) })!;
        render((context) => trendLine(lines, context), width, scale);
        render((context) => trendSlope(lines, context), width, scale);
        render((context) => trendDumbbell(lines, context), width, scale);
      }
      render((context) => placesBar(compare(counts, { indicator: counts.indicators[0]!.id })!, context), width, scale);
      const { rows } = progressBoard(tasks, {});
      render((context) => bulletBars(rows.slice(0, 12), context), width, scale);
      render((context) => changeBars(changeBoard(rates, '__proto__')!, context), width, scale);
      expect(prototypeState()).toBe(before);
    });
  }

  it('print no unit from another object', () => {
    const { texts } = render((context) =>
      placesBar(compare(counts, { indicator: counts.indicators[0]!.id })!, context)
    );
    expect(texts.join(' ')).not.toMatch(/NaN|undefined|native code/);
  });
});
