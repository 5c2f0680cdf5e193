import { mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import DeckField from '../../src/presentation/DeckField.vue';

function shown(
  props: Partial<{ value: string; most: number; multiline: boolean; check: (text: string) => string }> = {}
) {
  const wrapper = mount(DeckField, { props: { label: '标题', value: '旧', most: 5, ...props } });
  const field = wrapper.get<HTMLInputElement>(props.multiline ? 'textarea' : 'input');
  return { wrapper, field };
}
const edits = (wrapper: ReturnType<typeof shown>['wrapper']) => (wrapper.emitted('edit') ?? []).map(([text]) => text);

describe('a field of a deck', () => {
  it('gives every letter on at once', async () => {
    const { wrapper, field } = shown({ multiline: true });
    await field.setValue('先');
    await field.setValue('先说');
    expect(edits(wrapper)).toEqual(['先', '先说']);
  });

  it('keeps what is typed while another window changes the same text, and shows that once it is left', async () => {
    const { wrapper, field } = shown();
    await field.trigger('focus');
    await field.setValue('写');
    await wrapper.setProps({ value: '别处的' });
    expect(field.element.value).toBe('写');
    await field.trigger('blur');
    expect(field.element.value).toBe('别处的');
    await wrapper.setProps({ value: '又变了' });
    expect(field.element.value).toBe('又变了');
    expect([wrapper.emitted('hold')?.length, wrapper.emitted('release')?.length]).toEqual([1, 1]);
  });

  it('waits for the end of a word of an input method', async () => {
    const { wrapper, field } = shown();
    field.element.value = "ni'hao";
    field.element.dispatchEvent(new InputEvent('input', { isComposing: true } as InputEventInit));
    expect(edits(wrapper)).toEqual([]);
    field.element.value = '你好';
    await field.trigger('compositionend');
    expect(edits(wrapper)).toEqual(['你好']);
  });

  it('says what is too long, and what is wrong and not kept', async () => {
    const long = shown();
    await long.field.setValue('一二三四五六');
    expect(long.wrapper.get('[role=status]').text()).toBe('最多5字，后面的没有保存。');
    await long.field.setValue('一二三四五');
    expect(long.wrapper.find('[role=status]').exists()).toBe(false);

    const checked = shown({ check: (text) => (/^\d*$/.test(text) ? '' : '不是整数') });
    await checked.field.setValue('abc');
    expect(checked.wrapper.get('[role=status]').text()).toBe('不是整数');
    expect(edits(checked.wrapper)).toEqual([]);
  });

  it('lets go when it is taken away while it is typed in', async () => {
    let released = 0;
    const props = { label: '标题', value: '旧', most: 5, onRelease: () => (released += 1) };
    const wrapper = mount(DeckField, { props });
    await wrapper.get('input').trigger('focus');
    wrapper.unmount();
    expect(released).toBe(1);
  });
});
