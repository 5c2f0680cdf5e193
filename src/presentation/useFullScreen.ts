import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue';
import { enterFullScreen, leaveFullScreen } from './fullScreen';

export interface FullScreen {
  readonly isFull: Ref<boolean>;
  /** Whether the show came up in full screen, and ends with it. */
  endsWithIt(): boolean;
  toggle(): void;
  /** The browser leaves the full screen for a window that is opened now: that is no wish to end. */
  excuse(): void;
}

/**
 * The full screen of a wall. One that came up in full screen ends with it, as presentation programs do: the browser
 * keeps the Escape that leaves the full screen to itself.
 */
export function useFullScreen(ended: () => void): FullScreen {
  const isFull = ref(document.fullscreenElement !== null);
  let endsWithIt = isFull.value;
  let isToggled = false;

  function changed(): void {
    isFull.value = document.fullscreenElement !== null;
    if (isFull.value) endsWithIt = !isToggled;
    else if (endsWithIt) ended();
    isToggled = false;
  }
  // A request made at the start may be answered only now.
  onMounted(() => document.addEventListener('fullscreenchange', changed));
  onBeforeUnmount(() => {
    document.removeEventListener('fullscreenchange', changed);
    leaveFullScreen();
  });
  return {
    isFull,
    endsWithIt: () => endsWithIt,
    toggle() {
      endsWithIt = false;
      isToggled = true;
      if (isFull.value) leaveFullScreen();
      else enterFullScreen();
    },
    excuse() {
      endsWithIt = false;
    }
  };
}
