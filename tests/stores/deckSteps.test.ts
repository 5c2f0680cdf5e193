import { describe, expect, it } from 'vitest';
import { type Deck, emptyDeck, renameDeck } from '../../src/domain/deck/deck';
import { deckSteps } from '../../src/stores/deckSteps';

const named = (name: string): Deck => renameDeck(emptyDeck('d1', '无'), name);
const [empty, a, ab] = [named('例'), named('例会'), named('例会稿')];

describe('deckSteps()', () => {
  it('has letters of one field as one step, from before the first to after the last', () => {
    const steps = deckSteps();
    steps.record({ id: 'd1', before: empty, after: a }, 'd1 name');
    steps.record({ id: 'd1', before: a, after: ab }, 'd1 name');
    expect(steps.back()).toEqual({ id: 'd1', before: empty, after: ab });
    expect([steps.canUndo.value, steps.canRedo.value]).toEqual([false, true]);
  });

  it('begins a step with another field, after a pause, and after a step taken back', () => {
    const steps = deckSteps();
    steps.record({ id: 'd1', before: empty, after: a }, 'd1 name');
    steps.endTyping();
    steps.record({ id: 'd1', before: a, after: ab }, 'd1 name');
    expect(steps.back()).toEqual({ id: 'd1', before: a, after: ab });
    steps.record({ id: 'd1', before: a, after: empty }, 'd1 name');
    expect(steps.back()).toEqual({ id: 'd1', before: a, after: empty });
    expect(steps.back()).toEqual({ id: 'd1', before: empty, after: a });
    expect(steps.back()).toBeUndefined();
  });

  it('makes a step again until something else is done', () => {
    const steps = deckSteps();
    expect(steps.forth()).toBeUndefined();
    steps.record({ id: 'd1', before: empty, after: a }, '');
    steps.back();
    expect(steps.forth()).toEqual({ id: 'd1', before: empty, after: a });
    steps.back();
    steps.record({ id: 'd1', before: empty, after: ab }, '');
    expect(steps.canRedo.value).toBe(false);
  });
});
