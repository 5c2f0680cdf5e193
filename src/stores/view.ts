/**
 * The address owns the state of a screen; this reads it and writes it. No copy is kept.
 */
import { defineStore } from 'pinia';
import { computed, type ComputedRef } from 'vue';
import { useRoute, useRouter, type LocationQueryRaw, type RouteLocationRaw } from 'vue-router';
import { pathOf, type Query, type Screen, screenAt, SCREENS } from '../domain/address/address';
import { defaultIndicators } from '../domain/address/defaultIndicator';
import type { ViewChoices } from '../domain/address/fields';
import {
  formatView,
  linkQuery,
  type ParsedView,
  parseView,
  type ViewProblem,
  type Views
} from '../domain/address/views';
import { useDatasetStore } from './dataset';
import { useSettingsStore } from './settings';

export interface ScreenView<S extends Screen> {
  readonly view: ComputedRef<Views[S]>;
  readonly problems: ComputedRef<readonly ViewProblem[]>;
  /** Writes a part of the view into the address; `replace` leaves no step for the back button. */
  set(patch: Partial<Views[S]>, replace?: boolean): void;
}

/** Each screen's view of the address, parsed once however many parts of the screen ask for it. */
const useParsedViews = defineStore('parsedViews', () => {
  const route = useRoute();
  const choices = useViewChoices();
  const parsed = new Map<Screen, ComputedRef<ParsedView<Screen>>>(
    SCREENS.map((screen) => [
      screen,
      computed((before?: ParsedView<Screen>) => {
        const shown = screenAt(route.path);
        // A screen that is being left would work out a figure of an address that isn't its own.
        return before && shown !== undefined && shown !== screen
          ? before
          : parseView(screen, flatQuery(route.query), choices.value);
      })
    ])
  );
  /** The parsed address of a screen: of another screen's address what it was before. */
  function of<S extends Screen>(screen: S): ComputedRef<ParsedView<S>> {
    return parsed.get(screen) as ComputedRef<ParsedView<S>>;
  }
  return { of };
});

/** The view of the screen that is shown, read from the address. */
export function useScreenView<S extends Screen>(screen: S): ScreenView<S> {
  const router = useRouter();
  const choices = useViewChoices();
  const parsed = useParsedViews().of(screen);
  return {
    view: computed(() => parsed.value.view),
    problems: computed(() => parsed.value.problems),
    set(patch, replace = false) {
      const query = formatView(screen, { ...parsed.value.view, ...patch }, choices.value);
      const target = { path: pathOf(screen), query };
      void (replace ? router.replace(target) : router.push(target));
    }
  };
}

/** Makes addresses of other screens, the reader's own place and light rule carried along. */
export function useScreenLink(): <S extends Screen>(screen: S, patch?: Partial<Views[S]>) => RouteLocationRaw {
  const settings = useSettingsStore();
  const route = useRoute();
  const choices = useViewChoices();
  return (screen, patch = {}) => {
    const asked = flatQuery(route.query);
    const own: Query = { focus: asked.focus ?? settings.focus, rule: asked.rule ?? settings.rule };
    return { path: pathOf(screen), query: linkQuery(screen, own, patch, choices.value) };
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

/** The query of a route as the domain has it; the router's type allows lists, which `parseQuery` never makes. */
export function flatQuery(query: LocationQueryRaw = {}): Query {
  const flat: Record<string, string> = {};
  for (const [key, value] of Object.entries(query)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (typeof first === 'string') flat[key] = first;
  }
  return flat;
}

/** Whether an address is for the wall or the presenter's window, which have the whole window to themselves. */
export function isPresenting(path: string, query: { readonly deck?: string; readonly role?: string }): boolean {
  return path === pathOf('present') && Boolean(query.deck) && query.role !== 'edit';
}
