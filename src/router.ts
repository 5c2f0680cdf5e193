import { createRouter, createWebHashHistory, type Router } from 'vue-router';
import type { Screen } from './domain/address/address';
import { SCREEN_PATHS, screenAt } from './stores/view';
import { useFailureStore } from './stores/failure';
import { useSettingsStore } from './stores/settings';
import PlacesView from './views/places/PlacesView.vue';

/** Screens whose address knows a light rule. */
const WITH_LIGHTS: readonly Screen[] = ['overview', 'progress', 'profile'];

/**
 * Hash addresses: the only kind that works on file:// and under any folder of any server. Screens other than
 * 地区对比 are scripts of their own, read when they are opened.
 */
export function createAppRouter(): Router {
  const router = createRouter({
    history: createWebHashHistory(),
    routes: [
      { path: SCREEN_PATHS.overview, component: () => import('./views/overview/OverviewView.vue') },
      { path: SCREEN_PATHS.places, component: PlacesView },
      { path: SCREEN_PATHS.periods, component: () => import('./views/periods/PeriodsView.vue') },
      { path: SCREEN_PATHS.progress, component: () => import('./views/progress/ProgressView.vue') },
      { path: SCREEN_PATHS.profile, component: () => import('./views/profile/ProfileView.vue') },
      { path: SCREEN_PATHS.data, component: () => import('./views/data/DataView.vue') },
      { path: SCREEN_PATHS.present, component: () => import('./views/present/PresentView.vue') },
      { path: '/:unknown(.*)*', redirect: (to) => ({ path: '/', query: { unknown: to.path } }) }
    ],
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 })
  });
  // The reader's own place and light rule travel in the address, so that a copied link shows the same screen.
  router.beforeEach((to) => {
    const settings = useSettingsStore();
    const screen = screenAt(to.path);
    const own: Record<string, string> = {};
    if (to.query.focus === undefined && settings.focus && screen) own.focus = settings.focus;
    if (to.query.rule === undefined && settings.rule && screen && WITH_LIGHTS.includes(screen))
      own.rule = settings.rule;
    return Object.keys(own).length === 0 || { path: to.path, query: { ...to.query, ...own }, replace: true };
  });
  router.onError((error) => useFailureStore().screenMissing(error));
  router.afterEach((_to, _from, failure) => {
    if (!failure) useFailureStore().clear();
  });
  return router;
}
