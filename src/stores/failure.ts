import { defineStore } from 'pinia';
import { ref } from 'vue';

/** What went wrong with the page itself, in words for the reader; empty while all is well. */
export const useFailureStore = defineStore('failure', () => {
  const text = ref('');

  /** A screen's own script could not be read: the folder is incomplete, is being copied just now, or holds another version. */
  function screenMissing(error: unknown): void {
    // `public/loader.js` says what is done about it.
    if (error instanceof Error && error.name === 'OtherVersion') {
      text.value = `${error.message}。`;
      return;
    }
    const what =
      error instanceof Error && /[\u4e00-\u9fff]/.test(error.message) ? error.message : '没有读到这个页面的文件';
    text.value = `${what}。请稍后再点一次；仍不行，请管理员把整个文件夹重新复制一遍。`;
  }

  function clear(): void {
    text.value = '';
  }

  return { text, screenMissing, clear };
});
