import { defineStore } from 'pinia';
import { ref } from 'vue';

/** What the screen 演示 tells the page around it; the decks themselves are read only where they are needed. */
export const useStageStore = defineStore('stage', () => {
  /** Id of a deck that the address names and this browser doesn't have; else empty. */
  const missingDeck = ref('');
  return { missingDeck };
});
