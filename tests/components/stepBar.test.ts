import { mount } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import StepBar from '../../src/components/controls/StepBar.vue';
import { parsePeriod } from '../../src/domain/time/parsePeriod';

const periods = ['2024-10', '2024-11', '2024-12'].map((text) => parsePeriod(text)!);
const bar = (chosen: string) => mount(StepBar, { props: { periods, chosen }, attachTo: document.body });
const press = (key: string) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));

describe('a step through the periods', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('goes by keys, and stops at the ends', () => {
    const one = bar('2024-11');
    press('ArrowRight');
    press('ArrowLeft');
    expect(one.emitted('choose')).toEqual([['2024-12'], ['2024-10']]);
    one.unmount();
    const last = bar('2024-12');
    press('ArrowRight');
    expect(last.emitted('choose')).toBeUndefined();
    last.unmount();
    press('ArrowLeft');
    expect(last.emitted('choose')).toBeUndefined();
  });

  it('goes by its slider, and says the period', async () => {
    const one = bar('2024-11');
    const slider = one.get('input');
    expect(slider.attributes('aria-valuetext')).toBe('2024年11月');
    await slider.setValue('0');
    expect(one.emitted('choose')).toEqual([['2024-10']]);
    one.unmount();
  });

  it('plays from the start where it stands at the end, step by step, and stops at the end', async () => {
    vi.useFakeTimers();
    const one = bar('2024-12');
    await one.get('button').trigger('click');
    expect(one.emitted('choose')).toEqual([['2024-10']]);
    await one.setProps({ chosen: '2024-10' });
    vi.advanceTimersByTime(1600);
    await one.setProps({ chosen: '2024-11' });
    vi.advanceTimersByTime(1600);
    expect(one.emitted('choose')).toEqual([['2024-10'], ['2024-11'], ['2024-12']]);
    await one.setProps({ chosen: '2024-12' });
    expect(one.get('button').text()).toBe('播放');
    one.unmount();
  });

  it('doesn’t play by itself for whoever asks for less motion', () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    const one = bar('2024-11');
    expect(one.find('button').exists()).toBe(false);
    expect(one.find('input').exists()).toBe(true);
    one.unmount();
  });

  it('is not there for a single period', () => {
    const one = mount(StepBar, { props: { periods: periods.slice(0, 1), chosen: '2024-10' } });
    expect(one.find('input').exists()).toBe(false);
  });
});
