import { describe, expect, it } from 'vitest';
import { joinDeck, type DeckMessage, type LinkWindow, type ShowState } from '../../src/presentation/deckLink';

/** Windows of one browser: what one writes or posts reaches the others, `late` storage events only when told to. */
function browser({ channels = true, storage = true }: { channels?: boolean; storage?: boolean } = {}) {
  const listeners = new Map<object, ((event: StorageEvent) => void)[]>();
  const open: { name: string; onmessage: ((event: MessageEvent) => void) | null }[] = [];
  const held: (() => void)[] = [];
  class Channel {
    onmessage: ((event: MessageEvent) => void) | null = null;
    constructor(readonly name: string) {
      open.push(this);
    }
    postMessage(data: unknown): void {
      for (const other of open)
        if (other !== this && other.name === this.name) other.onmessage?.({ data } as MessageEvent);
    }
    close(): void {
      open.splice(open.indexOf(this), 1);
    }
  }
  function page(): LinkWindow {
    const self: LinkWindow = {
      BroadcastChannel: channels ? Channel : undefined,
      localStorage: {
        setItem(key: string, newValue: string) {
          if (!storage) throw new Error('refused');
          held.push(() =>
            listeners.forEach(
              (list, owner) => owner !== self && list.forEach((hear) => hear({ key, newValue } as StorageEvent))
            )
          );
        }
      },
      addEventListener: (_type, hear) => listeners.set(self, [...(listeners.get(self) ?? []), hear]),
      removeEventListener: (_type, hear) =>
        listeners.set(
          self,
          (listeners.get(self) ?? []).filter((h) => h !== hear)
        )
    };
    return self;
  }
  return { page, deliver: () => held.splice(0).forEach((send) => send()) };
}

const at = (slide: number, step = 0): DeckMessage => ({
  kind: 'at',
  state: { id: `s${slide}`, slide, step, blank: '', periods: {} }
});
const slides = (heard: DeckMessage[]) => heard.map((m) => (m.kind === 'at' ? m.state.slide : m.kind));

describe.each([
  ['by channel and storage', {}],
  ['by channel alone', { storage: false }],
  ['by storage alone', { channels: false }]
])('windows in step %s', (_name, means) => {
  it('hear each other, each message once, and not themselves', () => {
    const { page, deliver } = browser(means);
    const wall: DeckMessage[] = [];
    const presenter: DeckMessage[] = [];
    const fromWall = joinDeck('monthly', 'wall', (m) => wall.push(m), page());
    const fromPresenter = joinDeck('monthly', 'presenter', (m) => presenter.push(m), page());
    fromPresenter.say({ kind: 'hello' });
    deliver();
    fromWall.say(at(2));
    fromWall.say(at(3));
    deliver();
    fromPresenter.say(at(4, 1));
    deliver();
    expect(slides(wall)).toEqual(['hello', 4]);
    expect(slides(presenter)).toEqual([2, 3]);
  });
});

describe('joinDeck(name, self, hear, page)', () => {
  it('lets no late storage event turn back what the channel has said since', () => {
    const { page, deliver } = browser();
    const presenter: DeckMessage[] = [];
    const wall = joinDeck('monthly', 'wall', () => undefined, page());
    joinDeck('monthly', 'presenter', (m) => presenter.push(m), page());
    wall.say(at(2));
    wall.say(at(3));
    deliver();
    expect(slides(presenter)).toEqual([2, 3]);
  });

  it('misses no message because one about something else came first by the other way', () => {
    const heard: DeckMessage[] = [];
    const said: string[] = [];
    let hear: (event: StorageEvent) => void = () => undefined;
    joinDeck('monthly', 'presenter', (m) => heard.push(m), {
      localStorage: { setItem: () => undefined },
      addEventListener: (_type, listener) => (hear = listener),
      removeEventListener: () => undefined
    });
    const wall = joinDeck('monthly', 'wall', () => undefined, {
      localStorage: { setItem: (_key, text) => said.push(text) },
      addEventListener: () => undefined,
      removeEventListener: () => undefined
    });
    wall.say(at(2));
    wall.say({ kind: 'here' });
    wall.say({ kind: 'bye' });
    for (const index of [2, 1, 0, 0]) hear({ key: 'kanban-link:monthly', newValue: said[index]! } as StorageEvent);
    // The wall was left after it was there: that it was there is no news any more.
    expect(slides(heard)).toEqual(['bye', 2]);
  });

  it('keeps two decks apart', () => {
    const { page, deliver } = browser();
    const heard: DeckMessage[] = [];
    const other = joinDeck('places', 'a', () => undefined, page());
    joinDeck('monthly', 'b', (m) => heard.push(m), page());
    other.say(at(1));
    deliver();
    expect(heard).toEqual([]);
  });

  it('hears nothing more once closed', () => {
    const { page, deliver } = browser();
    const heard: DeckMessage[] = [];
    const wall = joinDeck('monthly', 'wall', () => undefined, page());
    joinDeck('monthly', 'presenter', (m) => heard.push(m), page()).close();
    wall.say(at(1));
    deliver();
    expect(heard).toEqual([]);
  });

  it('takes no nonsense that another page says under its name', () => {
    const heard: ShowState[] = [];
    let hear: (event: StorageEvent) => void = () => undefined;
    const page: LinkWindow = {
      localStorage: { setItem: () => undefined },
      addEventListener: (_t, h) => (hear = h),
      removeEventListener: () => undefined
    };
    joinDeck('d', 'me', (m) => m.kind === 'at' && heard.push(m.state), page);
    const say = (newValue: string) => hear({ key: 'kanban-link:d', newValue } as StorageEvent);
    for (const text of [
      '',
      'x',
      'null',
      '7',
      '{"from":"a","number":1}',
      '{"from":"a","number":2,"message":{"kind":"at"}}',
      '{"from":"a","number":3,"message":{"kind":"at","state":{"slide":"1","step":0}}}'
    ])
      say(text);
    expect(heard).toEqual([]);
    say('{"from":"a","number":4,"message":{"kind":"at","state":{"slide":1,"step":0,"blank":"<img>"}}}');
    expect(heard).toEqual([{ id: '', slide: 1, step: 0, blank: '', periods: {} }]);
    say(
      '{"from":"a","number":5,"message":{"kind":"at","state":{"slide":1,"step":0,"periods":{"s1":"2024-11","s2":7}}}}'
    );
    expect(heard[1]!.periods).toEqual({ s1: '2024-11' });
  });
});
