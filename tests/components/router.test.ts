import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Router } from 'vue-router';
import { createAppRouter } from '../../src/router';
import { useDatasetStore } from '../../src/stores/dataset';
import { useSettingsStore } from '../../src/stores/settings';

let router: Router;
beforeEach(() => {
  setActivePinia(createPinia());
  window.location.hash = '#/places?i=first';
  router = createAppRouter();
});

/** The page opens, as a router does that is given to an app. */
const open = () => router.push('/places?i=first');
const shown = () => [router.currentRoute.value.query.i, window.location.hash];

describe('the first screen', () => {
  it('is that of the address', async () => {
    await open();
    expect(shown()).toEqual(['first', '#/places?i=first']);
  });

  it('is that of an address which is changed while it is on its way, before any event tells of it', async () => {
    // Nothing of the way there waits for an event.
    const leave = router.beforeEach(() => {
      leave();
      window.location.hash = '#/places?i=second';
    });
    await open();
    expect(shown()).toEqual(['second', '#/places?i=second']);
  });

  it('is that of the last of several', async () => {
    let turn = 0;
    router.beforeEach(() => {
      turn += 1;
      if (turn < 4) window.location.hash = `#/places?i=turn${turn}`;
    });
    await open();
    expect(shown()).toEqual(['turn3', '#/places?i=turn3']);
  });
});

it('an address that settings are written into gives way to one that was asked for since', async () => {
  await open();
  useSettingsStore().chooseFocus('p1');
  let release = () => undefined as void;
  useDatasetStore().chosen = new Promise<void>((resolve) => (release = resolve));
  const older = router.push('/places?i=older');
  const newer = router.push('/places?i=newer&focus=p2');
  await flushPromises();
  release();
  await Promise.all([older, newer]);
  expect(router.currentRoute.value.query).toEqual({ i: 'newer', focus: 'p2' });
});
