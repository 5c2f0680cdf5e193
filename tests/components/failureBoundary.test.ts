import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Component, h, nextTick, ref } from 'vue';
import FailureBoundary from '../../src/components/figure/FailureBoundary.vue';
import { useFailureReport } from '../../src/components/figure/failureReport';

const broken = ref(true);
const Part: Component = {
  setup() {
    const report = useFailureReport();
    return () => {
      if (broken.value) throw new Error('没有这一列');
      return h('button', { onClick: () => report(new Error('画坏了')) }, '好的');
    };
  }
};
const Clicked: Component = {
  setup: () => () =>
    h(
      'button',
      {
        onClick: () => {
          throw new Error('点错了');
        }
      },
      '好的'
    )
};
async function shown(part: Component, resetKey = '') {
  const wrapper = mount(FailureBoundary, { props: { name: '地区对比', resetKey }, slots: { default: () => h(part) } });
  await nextTick();
  return wrapper;
}

describe('a boundary', () => {
  let logged: ReturnType<typeof vi.spyOn>;
  beforeEach(() => {
    broken.value = true;
    logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(() => logged.mockRestore());

  it('names the part and the reason in place of a part that can’t be shown, and logs the error for whoever mends it', async () => {
    const wrapper = await shown(Part);
    expect(wrapper.get('[role=alert]').text()).toContain(
      '“地区对比”显示不出来，其余部分照常可用。程序报告的原因：没有这一列'
    );
    expect(logged.mock.calls.map((call: unknown[]) => (call[0] as Error).message)).toEqual(['没有这一列']);
  });

  it('tries again when asked, and when something else is to be shown', async () => {
    const wrapper = await shown(Part);
    broken.value = false;
    await wrapper.get('button').trigger('click');
    expect(wrapper.text()).toBe('好的');

    broken.value = true;
    await nextTick();
    expect(wrapper.find('[role=alert]').exists()).toBe(true);
    broken.value = false;
    await wrapper.setProps({ resetKey: '别的' });
    expect(wrapper.text()).toBe('好的');
  });

  it('takes an error that Vue doesn’t see', async () => {
    broken.value = false;
    const wrapper = await shown(Part);
    await wrapper.get('button').trigger('click');
    expect(wrapper.get('[role=alert]').text()).toContain('画坏了');
  });

  it('leaves a part as it is whose handler of a click fails', async () => {
    const wrapper = mount(FailureBoundary, {
      props: { name: '地区对比' },
      slots: { default: () => h(Clicked) },
      global: { config: { errorHandler: () => undefined } }
    });
    await wrapper.get('button').trigger('click');
    expect(wrapper.text()).toBe('好的');
  });
});
