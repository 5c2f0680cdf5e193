import { onBeforeUnmount, ref, watch, type Ref } from 'vue';
import { fetchBytesFor } from '../browser/transport';
import { useDatasetStore } from '../stores/dataset';
import { dayAndTime } from './clock';
import { nextPosition, samePosition } from './position';
import type { Show } from './useShow';

/** A server that doesn't answer must not keep a lobby screen waiting for ever. */
const PATIENCE = 60_000;

/**
 * Turns the show by itself every `seconds` (or the slide's own), round after round, with the data read anew between
 * two rounds. Where that fails the old data stays and the note says since when.
 * @returns the note; empty while all is well
 */
export function useKiosk(show: Show, seconds: () => number): Ref<string> {
  const store = useDatasetStore();
  const note = ref('');
  let readAt = new Date();
  let reading = false;
  let timer = 0;

  async function refresh(): Promise<void> {
    if (reading) return;
    reading = true;
    const why = await Promise.race([store.refresh(fetchBytesFor(location, store.current.folder)), tooLate()]).catch(
      () => '读不到数据'
    );
    reading = false;
    if (why) note.value = `数据更新失败，显示的是${dayAndTime(readAt)}读入的数据。${why}`;
    else {
      readAt = new Date();
      note.value = '';
    }
  }
  function turn(): void {
    const { slides, position, move, stepTo } = show;
    const to = nextPosition(position.value, slides.steps);
    if (samePosition(to, position.value)) {
      void refresh();
      // A round begins as the deck has it.
      stepTo({});
      move({ slide: 0, step: 0 });
    } else move(to);
    schedule();
  }
  function schedule(): void {
    window.clearTimeout(timer);
    if (seconds() <= 0) return;
    const own = show.slides.shown(show.position.value.slide)?.slide.dwell ?? 0;
    timer = window.setTimeout(turn, (own || seconds()) * 1000);
  }
  // A press of a key starts the time of the slide it leads to.
  watch([() => seconds(), show.position], schedule, { immediate: true });
  onBeforeUnmount(() => window.clearTimeout(timer));
  return note;
}

function tooLate(): Promise<string> {
  return new Promise((resolve) => window.setTimeout(() => resolve('等了1分钟没有回答'), PATIENCE));
}
