import {
  createRouter,
  createWebHashHistory,
  type RouteLocationAsPath,
  type RouteLocationNormalizedLoaded,
  type RouteLocationRaw,
  type Router
} from 'vue-router';
import { formatAddress, formatQuery, parseAddress, parseQuery, pathOf, screenAt } from './domain/address/address';
import { hasField } from './domain/address/views';
import { flatQuery } from './stores/view';
import { useDatasetStore } from './stores/dataset';
import { useFailureStore } from './stores/failure';
import { useSettingsStore } from './stores/settings';
import PlacesView from './views/places/PlacesView.vue';

/**
 * Hash addresses: the only kind that works on file:// and under any folder of any server. Screens other than
 * 地区对比 are scripts of their own, read when they are opened.
 */
export function createAppRouter(): Router {
  putBackHash(window.location);
  const router = createRouter({
    history: createWebHashHistory(),
    // One codec for the address: the domain's, which decks and headlines use too.
    parseQuery,
    stringifyQuery: (query) => formatQuery(flatQuery(query)),
    routes: [
      { path: pathOf('overview'), component: () => import('./views/overview/OverviewView.vue') },
      { path: pathOf('places'), component: PlacesView },
      { path: pathOf('periods'), component: () => import('./views/periods/PeriodsView.vue') },
      { path: pathOf('progress'), component: () => import('./views/progress/ProgressView.vue') },
      { path: pathOf('profile'), component: () => import('./views/profile/ProfileView.vue') },
      { path: pathOf('data'), component: () => import('./views/data/DataView.vue') },
      { path: pathOf('present'), component: () => import('./views/present/PresentView.vue') },
      { path: pathOf('about'), component: () => import('./views/about/AboutView.vue') },
      // No screen of the data: it has no conditions, and no slide shows it.
      { path: '/manual', component: () => import('./views/manual/ManualView.vue') },
      {
        path: '/:unknown(.*)*',
        redirect: (to) => {
          const meant = parseAddress(`#${to.fullPath}`);
          if (meant) return { path: pathOf(meant.screen), query: meant.query };
          return { path: '/', query: { unknown: to.path } };
        }
      }
    ],
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 })
  });
  carryDataset(router);
  carrySettings(router);
  loadBefore(router);
  followEarly(router);
  tellFailures(router);
  return router;
}

/** The reader's own place and light rule travel in the address, so that a copied link shows the same screen. */
function carrySettings(router: Router): void {
  router.beforeEach(async ({ path, query }) => {
    // What was chosen for one dataset isn't meant for another.
    const datasets = useDatasetStore();
    await datasets.chosen;
    if (!datasets.isOpen(flatQuery(query).dataset ?? '')) return true;
    const { focus, rule, items } = useSettingsStore();
    const screen = screenAt(path);
    const own: Record<string, string> = {};
    if (query.focus === undefined && focus && screen) own.focus = focus;
    if (query.rule === undefined && rule && screen && hasField(screen, 'rule')) own.rule = rule;
    const isOwnCard = screen === 'overview' && query.tab === 'card' && query.card === undefined;
    if (isOwnCard && query.items === undefined && items) own.items = items;
    return Object.keys(own).length === 0 || { path, query: { ...query, ...own }, replace: true };
  });
}

/** Of a pack the numbers that the screen will show; the screen before stands until they are there. */
function loadBefore(router: Router): void {
  router.beforeResolve(async ({ fullPath }) => {
    const { state } = useDatasetStore();
    if (state.kind === 'ready' && state.dataset.missing().length > 0)
      await import('./views/loadForAddress').then(({ loadForAddress }) => loadForAddress(fullPath));
  });
}

/** A screen whose script didn't come is named, until another is there. */
function tellFailures(router: Router): void {
  router.onError((error, to) => {
    // The page is about to be opened anew (`public/loader.js`): at the screen that was asked for.
    if (error instanceof Error && error.name === 'OtherVersion') {
      window.history.pushState(window.history.state, '', router.resolve(to).href);
    }
    useFailureStore().screenMissing(error);
  });
  router.afterEach((_to, _from, failure) => {
    if (!failure) useFailureStore().clear();
  });
}

/**
 * Every address that the page itself leads to says which dataset it is about, unless it says so already. An address
 * that comes from outside (typed, a bookmark, the back button) is left as it is.
 */
function carryDataset(router: Router): void {
  const store = useDatasetStore();
  const { push, replace, resolve } = router;
  const carried = (to: RouteLocationRaw): RouteLocationRaw =>
    typeof to === 'string' || 'name' in to || store.current.folder === ''
      ? to
      : { ...to, query: { ...store.query, ...to.query } };
  router.push = (to) => push(carried(to));
  router.replace = (to) => replace(carried(to));
  router.resolve = ((to: RouteLocationRaw, from?: RouteLocationNormalizedLoaded) =>
    resolve(carried(to) as RouteLocationAsPath, from)) as Router['resolve'];
}

/**
 * An address typed or clicked before the first screen is there: the router listens only from then on, and writes its own
 * over it. Looked at last of all: an event would tell of it only when the router has written.
 */
function followEarly(router: Router): void {
  let known = window.location.hash;
  const leave = router.beforeResolve(() => {
    const { hash } = window.location;
    if (hash === known) return true;
    known = hash;
    return hash.slice(1) || '/';
  });
  router.isReady().then(leave, leave);
}

/** A link whose `#` was percent-coded on the way opens the screen it means. */
function putBackHash(location: Location): void {
  if (location.hash !== '' || !/%23/i.test(location.search)) return;
  const meant = parseAddress(location.search);
  if (meant) location.hash = formatAddress(meant.screen, meant.query);
}
