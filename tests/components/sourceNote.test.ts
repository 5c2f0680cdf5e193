import { flushPromises, mount } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import SourceNote from '../../src/components/source/SourceNote.vue';
import type { SourceText } from '../../src/domain/evidence/excerpt';
import { citationOf } from '../../src/domain/evidence/citation';
import { dataset, indicator, place, source } from '../domain/factory';

const REPORT = [
  '一、概况',
  '二、慢病',
  '管理率为95.39%，比上年提高',
  '其中<b>甲乡</b>',
  '三、妇幼',
  '四、其他',
  '五、结语'
];

const DATA = dataset({
  indicators: [indicator({ id: 'htn', name: '规范管理率' })],
  places: [place('甲县', { naming: '推断', note: '据文中医院名' })],
  sources: [source('甲', { title: '甲县总结', grade: 'B', file: '001.txt' })],
  facts: [{ at: '甲县', in: '2020', value: 95.39, written: '95.39%', line: 3 }]
});
const LINE = citationOf(DATA.observationsOf('htn', '数值')[0]!);

async function shown(text: SourceText, props: object = {}) {
  const taken: [string, string[]][] = [];
  const wrapper = mount(SourceNote, {
    attachTo: document.body,
    props: {
      lines: [LINE],
      fields: [],
      linked: true,
      read: () => Promise.resolve(text),
      address: (file) => `data/sources/${file}`,
      take: async (wanted, picked) => void taken.push([wanted, picked.map((file) => file.name)]),
      ...props
    }
  });
  await flushPromises();
  const facts = () =>
    wrapper.findAll('.source-entry:first-child dt').map((term) => {
      const value = term.element.nextElementSibling!.textContent!.trim().replace(/\s+/g, ' ');
      return `${term.text()}：${value}`;
    });
  return { wrapper, facts, taken };
}
const WHOLE: SourceText = { kind: 'text', lines: REPORT };

describe('where a number stands', () => {
  it('shows thirty of thousands of lines, and further ones when asked', async () => {
    const { wrapper } = await shown(WHOLE, { lines: new Array(3000).fill(LINE) });
    const entries = () => wrapper.findAll('.source-entry').length;
    const further = () => wrapper.findAll('button').find((button) => button.text().startsWith('再看'))!;
    expect(entries()).toBe(30);
    expect(further().text()).toBe('再看30处（共3000处）');
    await further().trigger('click');
    expect(entries()).toBe(60);
    await wrapper.setProps({ lines: [LINE] });
    expect(entries()).toBe(1);
    expect(further()).toBeUndefined();
    wrapper.unmount();
  });

  it('names the report, its grade, the section, the line and the figure as written', async () => {
    const { wrapper, facts } = await shown(WHOLE);
    expect(wrapper.get('h3').text()).toBe('甲县〔推断〕 · 规范管理率（2020年）');
    expect(wrapper.get('.note-warning').text()).toBe('地名是推断的：据文中医院名。');
    expect(facts()).toEqual([
      '原文写作：95.39%',
      '报告：甲县总结',
      '等级：B级：有名称的报告，由别处转载',
      '章节：一、基本情况',
      '行：第3行打开原文 001.txt'
    ]);
    wrapper.unmount();
  });

  it('shows the line with two around it, the figure marked, everything as text', async () => {
    const { wrapper } = await shown(WHOLE);
    expect(wrapper.findAll('.excerpt-line').map((line) => line.text())).toEqual([
      '1一、概况',
      '2二、慢病',
      '3管理率为95.39%，比上年提高',
      '4其中<b>甲乡</b>',
      '5三、妇幼'
    ]);
    expect(wrapper.findAll('mark').map((mark) => mark.text())).toEqual(['95.39%']);
    expect(wrapper.get('.excerpt-line--wanted').text()).toBe('3管理率为95.39%，比上年提高');
    expect(wrapper.find('.excerpt b').exists()).toBe(false);
    await wrapper.get('button.link').trigger('click');
    expect(wrapper.findAll('.excerpt-line')).toHaveLength(7);
    wrapper.unmount();
  });

  it('says so where the text is another one', async () => {
    const short = await shown({ kind: 'text', lines: ['一', '二'] });
    expect(short.wrapper.findAll('.note-warning')[1]!.text()).toBe(
      '这个原文文件只有2行，没有第3行；它可能不是抄录时的那一份。'
    );
    short.wrapper.unmount();
    const other = await shown({ kind: 'text', lines: ['一', '二', '三'] });
    expect(other.wrapper.findAll('.note-warning')[1]!.text()).toBe(
      '第3行里没有找到“95.39%”，原文文件可能不是抄录时的那一份。'
    );
    other.wrapper.unmount();
  });

  it('says why there is no text, and takes the file the reader picks', async () => {
    const { wrapper, taken } = await shown({ kind: 'none', why: '原文不随看板发布。', pick: true });
    expect(wrapper.get('.note-plain').text()).toBe('原文不随看板发布。');
    const input = wrapper.get<HTMLInputElement>('input[type="file"]');
    Object.defineProperty(input.element, 'files', { value: [new File(['x'], '001.txt')] });
    await input.trigger('change');
    await flushPromises();
    expect(taken).toEqual([['001.txt', ['001.txt']]]);
    wrapper.unmount();
  });

  it('offers no file to pick where that cannot help, and no chart on the wall', async () => {
    const { wrapper } = await shown({ kind: 'none', why: '读不到。', pick: false }, { linked: false });
    expect(wrapper.find('input[type="file"]').exists()).toBe(false);
    expect(wrapper.find('.source-chart').exists()).toBe(false);
    wrapper.unmount();
  });

  it('leads to the chart of the number, and shows all fields of a row of a table', async () => {
    const { wrapper } = await shown(WHOLE, { fields: [{ name: '状态', text: '实际' }] });
    expect(wrapper.get('.source-chart a').attributes('href')).toBe(
      `#/places?i=htn&focus=${encodeURIComponent('甲县')}`
    );
    expect(wrapper.get('.source-fields').text()).toBe('状态实际');
    wrapper.unmount();
  });

  it('gives the focus back to where it was asked for', async () => {
    const opener = document.createElement('button');
    document.body.append(opener);
    opener.focus();
    const { wrapper } = await shown(WHOLE);
    wrapper.get('dialog').element.close();
    expect(wrapper.emitted('close')).toEqual([[]]);
    expect(document.activeElement).toBe(opener);
    wrapper.unmount();
    opener.remove();
  });

  it('stays open when another number is asked for between its closing and the word of it', async () => {
    const { wrapper } = await shown(WHOLE);
    const dialog = wrapper.element as HTMLDialogElement;
    dialog.removeAttribute('open');
    await wrapper.setProps({ lines: [{ ...LINE, what: '另一个数' }] });
    dialog.dispatchEvent(new Event('close'));
    expect(wrapper.emitted('close')).toBeUndefined();
    expect(dialog.open).toBe(true);
    expect(wrapper.get('h3').text()).toBe('甲县〔推断〕 · 另一个数');
    dialog.close();
    expect(wrapper.emitted('close')).toHaveLength(1);
  });
});
