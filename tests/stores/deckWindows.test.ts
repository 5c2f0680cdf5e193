import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadDataset } from '../../src/datasets/loadDataset';
import { addSlide, type Deck, editSlide, moveSlide, removeSlide } from '../../src/domain/deck/deck';
import { useDatasetStore } from '../../src/stores/dataset';
import { useDecksStore } from '../../src/stores/decks';
import { useSettingsStore } from '../../src/stores/settings';
import { fetchFrom, fixtureFolder } from '../fixtures/readFolder';
import { type Browser, openBrowser, type Window } from './browserWindows';

const loading = loadDataset({ fetchBytes: fetchFrom([fixtureFolder('data')]) });
let browser: Browser;

async function open(): Promise<Window> {
  const result = await loading;
  const window = browser.open();
  window.use(() => {
    if (result.kind !== 'ok') throw new Error('the dataset does not load');
    useDatasetStore().state = { kind: 'ready', dataset: result.dataset, issues: [] };
    useDecksStore();
  });
  return window;
}
const inWindow = (window: Window) => window.use(() => useDecksStore());
const own = (window: Window) => inWindow(window).decks.filter((deck) => /^d\d/.test(deck.id));
const addresses = (deck: Deck | undefined) => deck?.slides.map((slide) => slide.address).join(' ');

beforeEach(() => {
  browser = openBrowser();
});
afterEach(() => vi.unstubAllGlobals());

/** Two windows with one deck of three slides. */
async function twoWindows(): Promise<{ a: Window; b: Window; id: string }> {
  const a = await open();
  const b = await open();
  const { id } = a.use(() => useDecksStore().create('会议'));
  for (const address of ['/places', '/periods', '/progress']) a.use(() => useDecksStore().add({ address }));
  browser.deliver();
  return { a, b, id };
}
const slide = (window: Window, id: string, at: number) => inWindow(window).deck(id)!.slides[at]!;

describe('two windows', () => {
  it('keep both decks that they make in the same moment, under names that tell them apart', async () => {
    const [a, b] = [await open(), await open()];
    a.use(() => useDecksStore().add({ address: '/places' }));
    // As if it had not yet heard of the other: the storage shows what it showed a moment ago.
    const seen = new Map(browser.kept);
    browser.kept.clear();
    b.use(() => useDecksStore().add({ address: '/periods' }));
    for (const [key, text] of seen) browser.kept.set(key, text);
    browser.deliver();
    for (const window of [a, b, await open()]) {
      expect(own(window).map(addresses).sort()).toEqual(['/periods', '/places']);
      expect(own(window).map((deck) => deck.name)).toEqual(['我的演示稿', '我的演示稿（2）']);
    }
  });

  /** As if a window had not yet heard of the others: the storage shows what it showed before them. */
  function unheard(work: () => void): void {
    const seen = new Map(browser.kept);
    browser.kept.clear();
    work();
    const mine = new Map(browser.kept);
    for (const [key, text] of seen) browser.kept.set(key, text);
    // What it wrote came later than theirs.
    for (const [key, text] of mine) browser.kept.set(key, text);
  }
  const retitle = (window: Window, at: number, title: string) =>
    window.use(() => {
      const { deck, change } = useDecksStore();
      change('monthly', (d) => editSlide(d, deck('monthly')!.slides[at]!.id, { title }));
    });
  const titles = (window: Window) =>
    inWindow(window)
      .deck('monthly')!
      .slides.map((s) => s.title);

  it('keep both first changes of a ready deck that they make in the same moment', async () => {
    const [a, b] = [await open(), await open()];
    const came = titles(a);
    retitle(a, 0, '甲改的');
    unheard(() => {
      retitle(b, 1, '乙改的');
      b.use(() => useDecksStore().change('monthly', (d) => addSlide(d, { address: '/data' })));
    });
    browser.deliver();
    for (const window of [a, b, await open()])
      expect(titles(window)).toEqual(['甲改的', '乙改的', ...came.slice(2), '']);
  });

  it('go on from there without writing what they haven’t changed, and leave nothing behind', async () => {
    const [a, b] = [await open(), await open()];
    retitle(a, 0, '甲改的');
    browser.deliver();
    retitle(a, 1, '甲又改的');
    // Slides 3 to 5 stand as they came.
    expect([...browser.kept.keys()].filter((key) => key.startsWith('kanban-slide:'))).toHaveLength(2);
    retitle(a, 0, '');
    browser.deliver();
    expect(titles(b).slice(0, 2)).toEqual(['', '甲又改的']);
    a.use(() => useDecksStore().remove('monthly'));
    expect([...browser.kept.keys()].filter((key) => /monthly/.test(key))).toEqual([]);
    browser.deliver();
    expect(inWindow(b).isChanged('monthly')).toBe(false);
  });

  it('keep both slides that they add to one deck, and what each has changed', async () => {
    const { a, b, id } = await twoWindows();
    a.use(() => useDecksStore().add({ address: '/a' }));
    b.use(() => useDecksStore().add({ address: '/b' }));
    a.use(() => useDecksStore().change(id, (d) => editSlide(d, d.slides[0]!.id, { title: '题' })));
    b.use(() => useDecksStore().change(id, (d) => editSlide(d, d.slides[0]!.id, { notes: '话' })));
    browser.deliver();
    for (const window of [a, b, await open()]) {
      expect(addresses(inWindow(window).deck(id))).toBe('/places /periods /progress /a /b');
      expect(slide(window, id, 0)).toMatchObject({ title: '题', notes: '话' });
    }
  });

  it('leave each other’s 撤销 alone: a deck just deleted comes back after the other has changed something', async () => {
    const { a, b, id } = await twoWindows();
    a.use(() => useDecksStore().remove(id));
    browser.deliver();
    b.use(() => useDecksStore().create('别的'));
    browser.deliver();
    expect(own(a).map((deck) => deck.name)).toEqual(['别的']);
    expect(inWindow(a).canUndo).toBe(true);
    expect(a.use(() => useDecksStore().undo())?.id).toBe(id);
    browser.deliver();
    for (const window of [a, b]) expect(addresses(inWindow(window).deck(id))).toBe('/places /periods /progress');
    a.use(() => useDecksStore().redo());
    expect(own(a).map((deck) => deck.name)).toEqual(['别的']);
  });

  it('take back only what was done in them', async () => {
    const { a, b, id } = await twoWindows();
    a.use(() => useDecksStore().change(id, (d) => removeSlide(d, d.slides[1]!.id)));
    browser.deliver();
    b.use(() => useDecksStore().add({ address: '/b' }));
    b.use(() => useDecksStore().change(id, (d) => editSlide(d, d.slides[0]!.id, { notes: '别处的话' })));
    browser.deliver();
    a.use(() => useDecksStore().undo());
    expect(addresses(inWindow(a).deck(id))).toBe('/places /periods /progress /b');
    expect(slide(a, id, 0).notes).toBe('别处的话');
    b.use(() => useDecksStore().undo());
    b.use(() => useDecksStore().undo());
    browser.deliver();
    expect(addresses(inWindow(a).deck(id))).toBe('/places /periods /progress');
  });

  it('keep a slide that is being typed in, though another window drops it or its deck, and say so', async () => {
    const { a, b, id } = await twoWindows();
    const typed = slide(a, id, 1).id;
    a.use(() => useDecksStore().hold(id, typed));
    a.use(() => useDecksStore().change(id, (d) => editSlide(d, typed, { notes: '写了一半' }), 'notes'));
    browser.deliver();
    b.use(() => useDecksStore().change(id, (d) => removeSlide(d, typed)));
    browser.deliver();
    expect(addresses(inWindow(a).deck(id))).toBe('/places /periods /progress');
    expect(slide(a, id, 1).notes).toBe('写了一半');
    expect(inWindow(a).note).toBe('另一个窗口删除了这里正在编辑的内容，这里保留了它。');
    b.use(() => useDecksStore().remove(id));
    browser.deliver();
    expect(slide(b, id, 1).notes).toBe('写了一半');
    a.use(() => useDecksStore().release());
    b.use(() => useDecksStore().remove(id));
    browser.deliver();
    expect(own(a)).toEqual([]);
  });

  it('take typing as one step, without what the other has added meanwhile', async () => {
    const { a, b, id } = await twoWindows();
    const { id: first } = slide(a, id, 0);
    for (const notes of ['县', '县域', '县域内'])
      a.use(() => useDecksStore().change(id, (d) => editSlide(d, first, { notes }), 'notes'));
    browser.deliver();
    b.use(() => useDecksStore().add({ address: '/b' }));
    browser.deliver();
    a.use(() => useDecksStore().change(id, (d) => editSlide(d, first, { notes: '县域内就诊率' }), 'notes'));
    a.use(() => useDecksStore().undo());
    expect(slide(a, id, 0).notes).toBe('');
    expect(addresses(inWindow(a).deck(id))).toBe('/places /periods /progress /b');
  });

  it('show the same objects again where nothing was changed', async () => {
    const { a, b, id } = await twoWindows();
    const before = inWindow(a).deck(id)!;
    b.use(() => useDecksStore().create('别的'));
    browser.deliver();
    expect(inWindow(a).deck(id)).toBe(before);
    b.use(() => useDecksStore().change(id, (d) => moveSlide(d, d.slides[0]!.id, 2)));
    browser.deliver();
    expect(inWindow(a).deck(id)!.slides[2]).toBe(before.slides[0]);
  });
});

describe('a browser that refuses', () => {
  it('is said of a slide that was added; the slide lasts for the visit', async () => {
    const a = await open();
    browser.refuse(true);
    expect(a.use(() => useDecksStore().add({ address: '/places' }))).toMatchObject({ number: 1, kept: false });
    expect(inWindow(a).kept).toBe(false);
    expect(a.use(() => useDecksStore().add({ address: '/periods' }))).toMatchObject({ number: 2, kept: false });
    expect(own(a).map(addresses)).toEqual(['/places /periods']);
    browser.refuse(false);
    expect(a.use(() => useDecksStore().add({ address: '/progress' }))).toMatchObject({ number: 3, kept: true });
    expect(inWindow(a).kept).toBe(true);
    expect(own(await open()).map(addresses)).toEqual(['/places /periods /progress']);
  });

  it('keeps the whole of a change or nothing of it', async () => {
    const { a, id } = await twoWindows();
    const before = new Map(browser.kept);
    const set = localStorage.setItem.bind(localStorage);
    let left = 1;
    localStorage.setItem = (key, text) => {
      if (left === 0) throw new Error('QuotaExceededError');
      left -= 1;
      set(key, text);
    };
    a.use(() => useDecksStore().copy(id));
    localStorage.setItem = set;
    browser.kept.delete('kanban-current-deck');
    before.delete('kanban-current-deck');
    expect(browser.kept).toEqual(before);
    expect(own(a)).toHaveLength(2);
  });
});

describe('what an older version has stored', () => {
  const OLD = JSON.stringify({
    own: [
      { id: 'd1', name: '会议', slides: [{ id: 's1', address: '/places', title: '题', notes: '话', dwell: 9 }] },
      { id: 'monthly', name: '十月例会', slides: [{ id: 's3', address: '/progress' }] }
    ],
    current: 'd1'
  });

  it('is there, in entries of its own from then on', async () => {
    browser.kept.set('kanban-decks', OLD);
    const a = await open();
    expect(slide(a, 'd1', 0)).toEqual({ id: 's1', address: '/places', title: '题', notes: '话', dwell: 9 });
    expect(inWindow(a).isChanged('monthly')).toBe(true);
    expect(inWindow(a).current?.id).toBe('d1');
    expect([...browser.kept.keys()].sort()).toEqual([
      'kanban-current-deck',
      'kanban-deck:d1',
      'kanban-deck:monthly',
      'kanban-slide:d1:s1',
      'kanban-slide:monthly:s3'
    ]);
  });

  it('stays as it is where there is no room, and is shown all the same', async () => {
    browser.kept.set('kanban-decks', OLD);
    const set = localStorage.setItem.bind(localStorage);
    localStorage.setItem = (key, text) => {
      if (key !== 'kanban-decks') throw new Error('QuotaExceededError');
      set(key, text);
    };
    const a = await open();
    expect(addresses(inWindow(a).deck('d1'))).toBe('/places');
    expect([...browser.kept]).toEqual([['kanban-decks', OLD]]);
  });
});

describe('half a surrogate pair in the browser’s settings', () => {
  it('is mended when it is read: no address could hold it', () => {
    browser.kept.set('kanban-focus', 'xiang\ud800shan');
    browser.kept.set('kanban-rule', '\udfff');
    const { focus, rule } = browser.open().use(() => useSettingsStore());
    expect(focus).toBe('xiang\ufffdshan');
    expect(() => encodeURIComponent(focus + rule)).not.toThrow();
  });
});
