/**
 * Keeps the windows of one deck in step: every window says where it goes, and one that has just opened asks. Said both
 * by BroadcastChannel and by a storage event, since either may be missing or silent (old engines, file://). Either may
 * be the quicker one, so a later message can come first: what arrives twice or has been said anew since counts once,
 * and no message hides another of which it says nothing.
 */
import type { Anchor } from './position';
import { fieldsOf, parseJson } from '../domain/model/fields';

/** What lies over the slide: nothing, a blank screen, or the sentence that the show is over. */
export const BLANKS = ['', 'black', 'white', 'end'] as const;
export type Blank = (typeof BLANKS)[number];

/** Slides that were stepped to another period than the deck has: its canonical text, by the id of the slide. */
export type SlidePeriods = Readonly<Record<string, string>>;

/** Where a show stands and what lies over it. */
export interface ShowState extends Anchor {
  readonly blank: Blank;
  readonly periods: SlidePeriods;
}

/** `ping` asks whether the deck is on a wall, which a wall answers by `here` and leaves by `bye`. */
export type DeckMessage =
  | { readonly kind: 'at'; readonly state: ShowState }
  | { readonly kind: 'hello' | 'ping' | 'here' | 'bye' };

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

/** What a message is about: of one subject the latest holds. */
const SUBJECTS: Readonly<Record<DeckMessage['kind'], string>> = {
  at: 'position',
  here: 'presence',
  bye: 'presence',
  hello: 'hello',
  ping: 'ping'
};

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
    if (!envelope || envelope.from === self) return;
    const subject = `${envelope.from} ${SUBJECTS[envelope.message.kind]}`;
    if (envelope.number <= (heard.get(subject) ?? 0)) return;
    heard.set(subject, envelope.number);
    hear(envelope.message);
  }
  const onStorage = (event: StorageEvent): void => {
    if (event.key === key && event.newValue) receive(parseJson(event.newValue));
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

const SIGNALS = ['hello', 'ping', 'here', 'bye'] as const;

/** Another page may say anything under this name. */
function readEnvelope(value: unknown): Envelope | undefined {
  const { from, number, message } = fieldsOf(value);
  if (typeof from !== 'string' || typeof number !== 'number') return undefined;
  const { kind: said, state: stated } = fieldsOf(message);
  const kind = SIGNALS.find((signal) => signal === said);
  if (kind) return { from, number, message: { kind } };
  const state = fieldsOf(said === 'at' ? stated : undefined);
  const { slide, step } = state;
  if (!isWhole(slide) || !isWhole(step)) return undefined;
  const blank = BLANKS.find((known) => known === state.blank) ?? '';
  const id = typeof state.id === 'string' ? state.id : '';
  const periods = readPeriods(state.periods);
  return { from, number, message: { kind: 'at', state: { id, slide, step, blank, periods } } };
}

function isWhole(value: unknown): value is number {
  return Number.isInteger(value);
}

function readPeriods(value: unknown): SlidePeriods {
  const found = Object.entries(fieldsOf(value));
  return Object.fromEntries(found.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
