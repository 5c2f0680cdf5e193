/**
 * The address owns the state of a screen; this reads it and writes it. No copy is kept.
 */
import { computed, type ComputedRef } from 'vue';
import { useRoute, useRouter, type LocationQuery, type RouteLocationRaw } from 'vue-router';
import { type Query, type Screen, SCREENS } from '../domain/address/address';
import { defaultIndicators } from '../domain/address/defaultIndicator';
import type { ViewChoices } from '../domain/address/fields';
import { formatView, parseView, type ViewProblem, type Views } from '../domain/address/views';
import { useDatasetStore } from './dataset';
import { useSettingsStore } from './settings';

/** Path of each screen; the names are read by checks outside the repository. */
export const SCREEN_PATHS: Readonly<Record<Screen, string>> = {
  overview: '/',
  places: '/places',
  periods: '/periods',
  progress: '/progress',
  profile: '/profile',
  data: '/data',
  present: '/present'
};

export interface ScreenView<S extends Screen> {
  readonly view: ComputedRef<Views[S]>;
  readonly problems: ComputedRef<readonly ViewProblem[]>;
  /** Writes a part of the view into the address; `replace` leaves no step for the back button. */
  set(patch: Partial<Views[S]>, replace?: boolean): void;
}

/** The view of the screen that is shown, read from the address. */
export function useScreenView<S extends Screen>(screen: S): ScreenView<S> {
  const route = useRoute();
  const router = useRouter();
  const choices = useViewChoices();
  const parsed = computed(() => parseView(screen, flatQuery(route.query), choices.value));
  return {
    view: computed(() => parsed.value.view),
    problems: computed(() => parsed.value.problems),
    set(patch, replace = false) {
      const query = formatView(screen, { ...parsed.value.view, ...patch }, choices.value);
      const target = { path: SCREEN_PATHS[screen], query };
      void (replace ? router.replace(target) : router.push(target));
    }
  };
}

/** Makes addresses of other screens, the reader's own place and light rule carried along. */
export function useScreenLink(): <S extends Screen>(screen: S, patch?: Partial<Views[S]>) => RouteLocationRaw {
  const settings = useSettingsStore();
  const route = useRoute();
  const choices = useViewChoices();
  return (screen, patch) => {
    const asked = flatQuery(route.query);
    const view = { focus: asked.focus ?? settings.focus, rule: asked.rule ?? settings.rule, ...patch };
    return {
      path: SCREEN_PATHS[screen],
      query: formatView(screen, view as Partial<Views[Screen]> as Partial<Views[typeof screen]>, choices.value)
    };
  };
}

/** What views may choose among, as the dataset has it. */
export function useViewChoices(): ComputedRef<ViewChoices> {
  const store = useDatasetStore();
  return computed(() => {
    const dataset = store.ready();
    return { dataset, defaultIndicator: defaultIndicators(dataset) };
  });
}

/** Repeated keys and keys without a value are dropped: the first one counts. */
export function flatQuery(query: LocationQuery): Query {
  const flat: Record<string, string> = {};
  for (const [key, value] of Object.entries(query)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (typeof first === 'string') flat[key] = first;
  }
  return flat;
}

/** Whether an address is for the wall or the presenter's window, which have the whole window to themselves. */
export function isPresenting(path: string, query: { readonly deck?: string; readonly role?: string }): boolean {
  return path === SCREEN_PATHS.present && Boolean(query.deck) && query.role !== 'edit';
}

/** The screen at a path; undefined for an unknown path. */
export function screenAt(path: string): Screen | undefined {
  return SCREENS.find((screen) => SCREEN_PATHS[screen] === path);
}
