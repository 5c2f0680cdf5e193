import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { h, nextTick, type Ref, ref } from 'vue';
import { useGrowing } from '../../src/views/profile/growing';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('a long list comes eight rows at a time after its first, begins anew for another, and stops with its screen', async () => {
  const list = ref({ count: 25 });
  let made!: Readonly<Ref<number>>;
  const wrapper = mount({
    setup() {
      made = useGrowing(
        () => list.value,
        () => 12,
        () => list.value.count
      );
      return () => h('p');
    }
  });
  const next = () => {
    vi.advanceTimersToNextTimer();
    return made.value;
  };
  const atLast = () => {
    vi.advanceTimersByTime(1000);
    return made.value;
  };
  expect(made.value).toBe(12);
  expect([next(), next(), atLast()]).toEqual([20, 28, 28]);
  list.value = { count: 40 };
  await nextTick();
  expect([made.value, atLast()]).toEqual([12, 44]);
  list.value = { count: 41 };
  await nextTick();
  wrapper.unmount();
  expect(atLast()).toBe(12);
});
