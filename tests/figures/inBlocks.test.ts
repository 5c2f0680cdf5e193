import { describe, expect, it } from 'vitest';
import { defaultIndicators } from '../../src/domain/address/defaultIndicator';
import type { Dataset } from '../../src/domain/model/dataset';
import { finish } from '../../src/domain/steps/steps';
import type { Figure } from '../../src/figures/figure';
import { figureAt } from '../../src/figures/figureAt';
import { figureSteps } from '../../src/figures/figureSteps';
import { sampleAddresses } from '../../src/figures/sampleAddresses';
import { inBlocks, inBlocksByPlace } from '../fixtures/inBlocks';
import { loaded } from '../fixtures/loaded';

const choices = (dataset: Dataset) => ({ dataset, defaultIndicator: defaultIndicators(dataset) });

/** All that a figure says. */
function said(figure: Figure | undefined): unknown {
  if (!figure) return undefined;
  const { verdict, subtitle, notes, cutoff, problems, absent } = figure;
  const all = {
    ...{ verdict, subtitle, notes, cutoff, problems, absent },
    sources: figure.sources.map(({ id }) => id),
    rows: figure.table.rows.map((row) => row.map(({ text }) => text)),
    citations: figure.citations.map(({ what, line, written }) => [what, line, written])
  };
  // Where a number stands in the page is no part of it.
  return JSON.parse(JSON.stringify(all, (key, value: unknown) => (key === 'index' ? undefined : value)));
}

describe('a dataset in blocks of an indicator each', () => {
  it.each([
    ['data', false],
    ['data', true],
    ['data/demo', false],
    ['data/demo', true]
  ])(
    'shows every kind of figure as it is of the whole: %s, with stored answers and by place: %s',
    async (folder, withAnswers) => {
      const whole = await loaded(folder);
      const packed = withAnswers ? inBlocksByPlace(whole, 1, true) : inBlocks(whole, 1);
      // 时期对比 of a large dataset opens with another indicator, so that no block is read for the choice.
      const { defaultIndicator } = choices(whole);
      for (const { name, address } of sampleAddresses(whole)) {
        const { value } = packed.answer((dataset) => said(figureAt(address, { dataset, defaultIndicator }).figure));
        expect([name, value]).toEqual([name, said(figureAt(address, choices(whole)).figure)]);
      }
    }
  );

  it.each([
    // The indicator, and the population for figures per head.
    ['#/places?i=bed-use', ['bed-use', 'population']],
    ['#/places?i=bed-use&tab=table', ['bed-use', 'population']],
    ['#/places?i=bed-use&tab=map', ['bed-use', 'population']],
    ['#/places?i=primary-visits&tab=improve', ['primary-visits', 'population']],
    ['#/periods?i=bed-use', ['bed-use']],
    ['#/periods?i=bed-use&tab=facets', ['bed-use']],
    ['#/progress', []],
    // All that one place has.
    ['#/periods?tab=changes', ['nizhou']]
  ])('%s asks for %j', async (address, indicators) => {
    const { dataset, answer } = inBlocksByPlace(await loaded('data/demo'), 1);
    const steps = await figureSteps(address, choices(dataset));
    expect(answer(() => steps && finish(steps())).loaded).toEqual(indicators);
    // Nothing else is asked for by the figure, where its screen is one that doesn't look over all numbers.
    if (steps) expect(answer(() => said(figureAt(address, choices(dataset)).figure)).loaded).toEqual([]);
  });
});
