import { flushPromises, mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Component, computed, h, watch } from 'vue';
import FailureBoundary from '../../src/components/figure/FailureBoundary.vue';
import { LOAD_MISSING, type LoadMissing } from '../../src/components/figure/loadMissing';
import { NotLoadedError } from '../../src/domain/model/notLoaded';

/** Blocks that the part needs and that are not there. */
let missing: number[] = [];
const Part: Component = {
  setup: () => () => {
    if (missing.length > 0) throw new NotLoadedError([...missing]);
    return h('p', '123例');
  }
};

interface Asked {
  readonly blocks: readonly number[];
  readonly share: (part: number) => void;
  readonly signal: AbortSignal;
  readonly arrive: () => void;
  readonly fail: (error: Error) => void;
}
let asked: Asked[] = [];
const load: LoadMissing = (blocks, share, signal) =>
  new Promise((arrive, fail) => asked.push({ blocks, share, signal, arrive, fail }));
const shown = (loading: LoadMissing | null = load) =>
  mount(FailureBoundary, {
    props: { name: '地区对比', resetKey: '1' },
    slots: { default: () => h(Part) },
    global: { provide: loading ? { [LOAD_MISSING as symbol]: loading } : {} }
  });

beforeEach(() => {
  missing = [3, 5];
  asked = [];
});

describe('a part that asks for numbers before they are there', () => {
  it('waits for them, says how far they are, and is shown with them', async () => {
    const wrapper = shown();
    await flushPromises();
    expect(asked.map(({ blocks }) => blocks)).toEqual([[3, 5]]);
    expect(wrapper.get('[role=status]').text()).toBe('正在读取数据');
    const bar = () => wrapper.get('progress').element as HTMLProgressElement;
    expect(bar().value).toBe(0);
    asked[0]!.share(0.5);
    await flushPromises();
    expect([bar().value, bar().max]).toEqual([0.5, 1]);
    missing = [];
    asked[0]!.arrive();
    await flushPromises();
    expect(wrapper.text()).toBe('123例');
  });

  it('may ask for more once it has them', async () => {
    const wrapper = shown();
    await flushPromises();
    missing = [7];
    asked[0]!.arrive();
    await flushPromises();
    expect(asked.map(({ blocks }) => blocks)).toEqual([[3, 5], [7]]);
    missing = [];
    asked[1]!.arrive();
    await flushPromises();
    expect(wrapper.text()).toBe('123例');
  });

  it('takes nothing that goes wrong for want of them for a failure', async () => {
    // A computed that has thrown says undefined to whoever asks next.
    const Twice: Component = {
      setup: () => {
        const answer = computed(() => {
          if (missing.length > 0) throw new NotLoadedError([...missing]);
          return { text: '45例' };
        });
        watch(
          () => answer.value.text,
          () => undefined
        );
        return () => h('p', answer.value.text);
      }
    };
    const wrapper = mount(FailureBoundary, {
      props: { name: '缺' },
      slots: { default: () => h(Twice) },
      global: { provide: { [LOAD_MISSING as symbol]: load } }
    });
    await flushPromises();
    expect(wrapper.get('[role=status]').text()).toBe('正在读取数据');
    missing = [];
    asked[0]!.arrive();
    await flushPromises();
    expect(wrapper.text()).toBe('45例');
  });

  it('says why they can’t be had, and asks again when told to', async () => {
    const wrapper = shown();
    await flushPromises();
    asked[0]!.fail(new Error('a.bin：数据包用不上，校验值不对'));
    await flushPromises();
    expect(wrapper.get('[role=alert]').text()).toContain('程序报告的原因：a.bin：数据包用不上，校验值不对');
    await wrapper.get('button').trigger('click');
    await flushPromises();
    expect(asked).toHaveLength(2);
    missing = [];
    asked[1]!.arrive();
    await flushPromises();
    expect(wrapper.text()).toBe('123例');
  });

  it('fails where what came was not what it asked for, and where nobody loads', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const wrapper = shown();
    await flushPromises();
    asked[0]!.arrive();
    await flushPromises();
    expect(wrapper.get('[role=alert]').text()).toContain('这项数据还没有读入');
    expect(asked).toHaveLength(1);
    const alone = shown(null);
    await flushPromises();
    expect(alone.get('[role=alert]').text()).toContain('这项数据还没有读入');
    expect(logged).toHaveBeenCalledTimes(2);
    logged.mockRestore();
  });

  it('asks for nothing more once something else is to be shown, or it is gone', async () => {
    const wrapper = shown();
    await flushPromises();
    missing = [];
    await wrapper.setProps({ resetKey: '2' });
    await flushPromises();
    expect(asked[0]!.signal.aborted).toBe(true);
    expect(wrapper.text()).toBe('123例');
    missing = [9];
    await wrapper.setProps({ resetKey: '3' });
    const other = shown();
    await flushPromises();
    other.unmount();
    expect(asked.map(({ signal }) => signal.aborted).slice(-1)).toEqual([true]);
  });
});
