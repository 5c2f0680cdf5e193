import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import ExportMenu from '../../src/export/ExportMenu.vue';
import type { Figure } from '../../src/figures/figure';

const FIGURE = { verdict: '甲县最高', body: { kind: 'chart', rows: 4 } } as unknown as Figure;
const NAMES = [
  '图片 PNG（2倍）',
  '图片 PNG（3倍）',
  '图片 SVG',
  '幻灯片 PPTX',
  '汇报稿 DOCX',
  '表格 XLSX',
  '数据 CSV',
  '复制表格',
  '打印（A4纵向）',
  '打印（A4横向）'
];

function menu() {
  const figure = document.createElement('figure');
  document.body.append(figure);
  const wrapper = mount(ExportMenu, { attachTo: figure, props: { figure: FIGURE } });
  const opener = () => wrapper.get<HTMLButtonElement>('[aria-haspopup="menu"]');
  const items = () => wrapper.findAll<HTMLButtonElement>('[role="menuitem"]');
  return {
    wrapper,
    opener,
    items,
    focused: () => document.activeElement?.textContent?.trim(),
    close: () => (wrapper.unmount(), figure.remove())
  };
}

afterEach(() => vi.restoreAllMocks());

describe('the export menu', () => {
  it('offers the forms in order, and says whether it is open', async () => {
    const { opener, items, close } = menu();
    expect(opener().attributes('aria-expanded')).toBe('false');
    expect(items()).toHaveLength(0);
    await opener().trigger('click');
    expect(opener().attributes('aria-expanded')).toBe('true');
    expect(items().map((item) => item.text())).toEqual(NAMES);
    await opener().trigger('click');
    expect(items()).toHaveLength(0);
    close();
  });

  it('is walked through by keyboard, round both ends', async () => {
    const { opener, wrapper, focused, close } = menu();
    await opener().trigger('keydown', { key: 'Down' });
    expect(focused()).toBe('图片 PNG（2倍）');
    const list = () => wrapper.get('[role="menu"]');
    await list().trigger('keydown', { key: 'Down' });
    expect(focused()).toBe('图片 PNG（3倍）');
    await list().trigger('keydown', { key: 'Up' });
    await list().trigger('keydown', { key: 'Up' });
    expect(focused()).toBe('打印（A4横向）');
    await list().trigger('keydown', { key: 'Down' });
    expect(focused()).toBe('图片 PNG（2倍）');
    await list().trigger('keydown', { key: 'End' });
    expect(focused()).toBe('打印（A4横向）');
    await list().trigger('keydown', { key: 'Home' });
    expect(focused()).toBe('图片 PNG（2倍）');
    close();
  });

  it('opens at its last form by the arrow up, and gives the focus back at Escape', async () => {
    const { opener, items, wrapper, focused, close } = menu();
    await opener().trigger('keydown', { key: 'Up' });
    expect(focused()).toBe('打印（A4横向）');
    await wrapper.get('.export').trigger('keydown', { key: 'Escape' });
    expect(items()).toHaveLength(0);
    expect(document.activeElement).toBe(opener().element);
    close();
  });

  it('closes at a press outside, not at one inside', async () => {
    const { opener, items, wrapper, close } = menu();
    await opener().trigger('click');
    items()[0]!.element.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    await wrapper.vm.$nextTick();
    expect(items()).toHaveLength(NAMES.length);
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    await wrapper.vm.$nextTick();
    expect(items()).toHaveLength(0);
    close();
  });

  it('prints the figure alone, upright or across, and leaves the page as it was', async () => {
    for (const [key, sheet] of [
      ['printTall', 'print-tall'],
      ['printWide', 'print-wide']
    ] as const) {
      const { opener, wrapper, close } = menu();
      const figure = wrapper.element.closest('figure')!;
      const during: string[] = [];
      window.print = () => void during.push(figure.className);
      await opener().trigger('click');
      await wrapper.get(`[data-export="${key}"]`).trigger('click');
      await vi.waitFor(() => expect(during).toEqual([`print-this ${sheet}`]), { timeout: 20_000 });
      window.dispatchEvent(new Event('afterprint'));
      expect(figure.className).toBe('');
      close();
    }
  });

  it('says why a file did not come, and may be tried again', async () => {
    const { opener, wrapper, close } = menu();
    await opener().trigger('click');
    // This figure has no name for a file: making one must fail.
    await wrapper.get('[data-export="csv"]').trigger('click');
    expect(wrapper.get('[role="status"]').text()).toBe('正在导出……');
    expect(opener().element.disabled).toBe(true);
    await vi.waitFor(() => expect(opener().element.disabled).toBe(false), { timeout: 20_000 });
    expect(wrapper.get('[role="status"]').text()).toMatch(/^没有导出：.+。$/);
    await wrapper.setProps({ figure: { ...FIGURE, verdict: '另一张' } });
    await flushPromises();
    expect(wrapper.get('[role="status"]').text()).toBe('');
    close();
  });
});
