import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { renameDeck } from '../../src/domain/deck/deck';
import { formatDeck } from '../../src/domain/deck/deckFile';
import { useDatasetStore } from '../../src/stores/dataset';
import { useDecksStore } from '../../src/stores/decks';
import { fetchFrom, fixtureFolder } from '../fixtures/readFolder';

const real = fetchFrom([fixtureFolder('data')]);

describe('the decks of a browser', () => {
  beforeEach(async () => {
    setActivePinia(createPinia());
    await useDatasetStore().load(real);
  });

  it('are the ready ones at first, and 加入演示 leaves those alone', () => {
    const decks = useDecksStore();
    expect(decks.decks.map((deck) => deck.id)).toEqual(['monthly', 'places']);
    expect(decks.add({ address: '/places' })).toMatchObject({ deck: { name: '我的演示稿' }, number: 1 });
    expect(decks.add({ address: '/periods' })).toMatchObject({ deck: { id: decks.deck('d1')!.id }, number: 2 });
    expect(decks.isChanged('monthly')).toBe(false);
  });

  it('take what is added in the deck that was chosen last', () => {
    const decks = useDecksStore();
    decks.choose('monthly');
    expect(decks.add({ address: '/places' })).toMatchObject({ deck: { id: 'monthly' }, number: 6 });
    expect(decks.isChanged('monthly')).toBe(true);
    decks.remove('monthly');
    expect(decks.deck('monthly')!.slides).toHaveLength(5);
  });

  it('can be taken back, a removed deck too', () => {
    const decks = useDecksStore();
    const made = decks.create('会议');
    decks.remove(made.id);
    expect(decks.deck(made.id)).toBeUndefined();
    decks.undo();
    expect(decks.deck(made.id)!.name).toBe('会议');
    decks.undo();
    expect(decks.canUndo).toBe(false);
    decks.redo();
    expect(decks.deck(made.id)).toBeDefined();
  });

  it('never bear one name twice', () => {
    const decks = useDecksStore();
    decks.create('会议');
    expect(decks.copy(decks.create('会议').id)!.name).toBe('会议（2）（2）');
    expect(decks.take(formatDeck(renameDeck(decks.current!, '会议'))).kind).toBe('ok');
    expect(new Set(decks.decks.map((deck) => deck.name)).size).toBe(decks.decks.length);
  });

  it('stay as they are where a file can’t be read', () => {
    const decks = useDecksStore();
    const before = decks.decks;
    expect(decks.take('{}').kind).toBe('refused');
    expect(decks.decks).toBe(before);
  });
});

describe('reading the dataset anew', () => {
  beforeEach(() => setActivePinia(createPinia()));

  it('puts the new data in the place of the old without a loading screen', async () => {
    const store = useDatasetStore();
    await store.load(real);
    const old = store.ready();
    const refreshing = store.refresh(real);
    expect(store.state.kind).toBe('ready');
    expect(await refreshing).toBe('');
    expect(store.ready()).not.toBe(old);
  });

  it('keeps the old data where it fails, and says why', async () => {
    const store = useDatasetStore();
    await store.load(real);
    const old = store.ready();
    expect(await store.refresh(fetchFrom([fixtureFolder('data')], ['observations.csv']))).toMatch(
      /^observations\.csv：没有读到这个文件/
    );
    expect(store.ready()).toBe(old);
  });
});
