import { beforeAll, describe, expect, it } from 'vitest';
import type { ViewChoices } from '../../src/domain/address/fields';
import { readyDecks } from '../../src/domain/deck/readyDecks';
import { figureAt } from '../../src/figures/figureAt';
import { choicesOf } from './realData';

describe('the ready decks on the shipped dataset', () => {
  let choices: ViewChoices;
  beforeAll(async () => {
    choices = await choicesOf('data');
  });

  it('are 月度例会 of 象山县 and 地区对比, whole', () => {
    expect(readyDecks(choices).map((deck) => [deck.id, deck.name, deck.slides.length])).toEqual([
      ['monthly', '月度例会（象山县2020年10月）', 5],
      ['places', '地区对比', 6]
    ]);
  });

  it('show something on every slide, and nothing else than was asked for', () => {
    for (const slide of readyDecks(choices).flatMap((deck) => deck.slides)) {
      const { figure, problems } = figureAt(slide.address, choices);
      expect(problems, slide.address).toEqual([]);
      expect(figure!.verdict.length, slide.address).toBeGreaterThan(8);
      expect(figure!.table.rows.length, slide.address).toBeGreaterThan(0);
      expect(figure!.sources.length, slide.address).toBeGreaterThan(0);
    }
  });

  it('say no number in their notes: numbers are on the slide, where they stay up to date', () => {
    for (const slide of readyDecks(choices).flatMap((deck) => deck.slides)) expect(slide.notes).not.toMatch(/\d/);
  });
});

describe('the ready decks on another dataset', () => {
  it('are those of the dataset: none where it comes without', async () => {
    expect(readyDecks(await choicesOf('monthly'))).toEqual([]);
  });

  it('leave out slides that it knows nothing of, and warn of no theme that nobody named', async () => {
    const { dataset, defaultIndicator } = await choicesOf('monthly');
    const shipped = (await choicesOf('data')).dataset.readyDecks;
    const choices = {
      dataset: Object.assign(Object.create(dataset) as typeof dataset, { readyDecks: shipped }),
      defaultIndicator
    };
    const decks = readyDecks(choices);
    for (const slide of decks.flatMap((deck) => deck.slides))
      expect(figureAt(slide.address, choices).problems, slide.address).toEqual([]);
    expect(decks.map((deck) => deck.id)).not.toContain('monthly');
  });
});
