/** What every file says of itself: the version of the data it was made of, and when. */
import { inject, type InjectionKey } from 'vue';
import { localDay, localTime } from '../domain/time/localTime';

/** Gives the version of the data shown, in words. */
export const DATA_VERSION: InjectionKey<() => string> = Symbol('data version');

/** In the setup of a component: what to stamp on a file that is made now. */
export function useStamp(): () => string {
  const version = inject(DATA_VERSION, () => '');
  return () => stampText(version(), new Date());
}

/** `数据版本 0.1.0，含2批上新 · 2026-11-28 19:20导出`, in the reader's own zone. */
export function stampText(version: string, at: Date): string {
  return [version, `${localDay(at)} ${localTime(at)}导出`].filter(Boolean).join(' · ');
}
