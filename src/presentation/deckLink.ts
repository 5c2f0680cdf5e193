/**
 * Keeps the windows of one deck in step: every window says where it goes, and one that has just opened asks. Said both
 * by BroadcastChannel and by a storage event, since either may be missing or silent (old engines, file://); what
 * arrives twice or late counts once.
 */
import type { Position } from './position';

export type Blank = '' | 'black' | 'white';

export interface Place extends Position {
  readonly blank: Blank;
}

export type DeckMessage = { readonly kind: 'at'; readonly place: Place } | { readonly kind: 'hello' };

export interface DeckLink {
  say(message: DeckMessage): void;
  close(): void;
}

/** The window, as far as the link needs it. */
export interface LinkWindow {
  readonly BroadcastChannel?: new (name: string) => {
    postMessage(message: unknown): void;
    close(): void;
    onmessage: ((event: MessageEvent) => void) | null;
  };
  readonly localStorage: Pick<Storage, 'setItem'>;
  addEventListener(type: 'storage', listener: (event: StorageEvent) => void): void;
  removeEventListener(type: 'storage', listener: (event: StorageEvent) => void): void;
}

interface Envelope {
  readonly from: string;
  readonly number: number;
  readonly message: DeckMessage;
}

/**
 * Joins the windows of a deck.
 * @param name one for each deck of each folder: on file:// all pages of the computer share one space of channels
 * @param self another for each window
 */
export function joinDeck(name: string, self: string, hear: (message: DeckMessage) => void, page: LinkWindow): DeckLink {
  const key = `kanban-link:${name}`;
  const heard = new Map<string, number>();
  let number = 0;

  function receive(value: unknown): void {
    const envelope = readEnvelope(value);
    if (!envelope || envelope.from === self || envelope.number <= (heard.get(envelope.from) ?? 0)) return;
    heard.set(envelope.from, envelope.number);
    hear(envelope.message);
  }
  const onStorage = (event: StorageEvent): void => {
    if (event.key === key && event.newValue) receive(fromJson(event.newValue));
  };
  const channel = openChannel(page, key);
  if (channel) channel.onmessage = (event) => receive(event.data);
  page.addEventListener('storage', onStorage);

  return {
    say(message) {
      const envelope: Envelope = { from: self, number: ++number, message };
      channel?.postMessage(envelope);
      try {
        page.localStorage.setItem(key, JSON.stringify(envelope));
      } catch {
        // Storage refused: the channel alone has to do.
      }
    },
    close() {
      channel?.close();
      page.removeEventListener('storage', onStorage);
    }
  };
}

function openChannel(page: LinkWindow, name: string) {
  try {
    return page.BroadcastChannel ? new page.BroadcastChannel(name) : undefined;
  } catch {
    return undefined;
  }
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Another page may say anything under this name. */
function readEnvelope(value: unknown): Envelope | undefined {
  const { from, number, message } = (value ?? {}) as Partial<Envelope>;
  if (typeof from !== 'string' || typeof number !== 'number' || !message) return undefined;
  if (message.kind === 'hello') return { from, number, message: { kind: 'hello' } };
  const place = message.kind === 'at' ? message.place : undefined;
  if (!place || !Number.isInteger(place.slide) || !Number.isInteger(place.step)) return undefined;
  const blank: Blank = place.blank === 'black' || place.blank === 'white' ? place.blank : '';
  return { from, number, message: { kind: 'at', place: { slide: place.slide, step: place.step, blank } } };
}
