import { onBeforeUnmount, onMounted, ref, type Ref, watch } from 'vue';
import { storageScope } from '../domain/model/datasetEntry';
import { useDatasetStore } from '../stores/dataset';
import { type DeckLink, type DeckMessage, joinDeck, type ShowState } from './deckLink';

/** Milliseconds between two questions of the presenter's window whether the deck is on a wall. */
const PING = 2000;
/** So many questions without an answer: the wall is gone, however it went. */
const PATIENCE = 2;

export type ShowRole = 'wall' | 'presenter';

export interface ShowLink {
  /** Tells the other windows where the show stands. */
  tell(): void;
  /** In the presenter's window: whether the deck is on a wall; undefined while that isn't known yet. */
  readonly isOnWall: Ref<boolean | undefined>;
}

/**
 * Joins this window to the others that show the same deck.
 * @param state where the show stands here
 * @param follow told where another window has gone
 */
export function useShowLink(
  deckId: () => string,
  role: ShowRole,
  state: () => ShowState,
  follow: (state: ShowState) => void
): ShowLink {
  const isOnWall = ref<boolean>();
  let link: DeckLink | undefined;
  let unanswered = 0;
  let timer = 0;

  function tell(): void {
    link?.say({ kind: 'at', state: state() });
  }
  function receive(message: DeckMessage): void {
    if (message.kind === 'at') follow(message.state);
    else if (message.kind === 'hello') tell();
    else if (message.kind === 'ping') {
      if (role === 'wall') link?.say({ kind: 'here' });
    } else if (message.kind === 'here') {
      unanswered = 0;
      isOnWall.value = true;
    } else {
      isOnWall.value = false;
      // There may be another.
      if (role === 'presenter') ping();
    }
  }
  function ping(): void {
    if (unanswered >= PATIENCE) isOnWall.value = false;
    unanswered += 1;
    link?.say({ kind: 'ping' });
  }
  function leave(): void {
    if (role === 'wall') link?.say({ kind: 'bye' });
  }
  function join(): void {
    leave();
    link?.close();
    // One folder, one deck; where the page is named in the address or not makes no difference.
    const folder = location.pathname.replace(/[^/]*$/, '');
    const name = `${folder}:${storageScope(useDatasetStore().current)}${deckId()}`;
    link = joinDeck(name, `${Date.now()}-${Math.random()}`, receive, window);
    link.say({ kind: 'hello' });
    if (role === 'wall') link.say({ kind: 'here' });
    else ping();
  }
  onMounted(() => {
    join();
    window.addEventListener('pagehide', leave);
    if (role === 'presenter') timer = window.setInterval(ping, PING);
  });
  watch(deckId, join);
  onBeforeUnmount(() => {
    window.clearInterval(timer);
    window.removeEventListener('pagehide', leave);
    leave();
    link?.close();
  });
  return { tell, isOnWall };
}
