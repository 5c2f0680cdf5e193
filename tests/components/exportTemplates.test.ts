import { flushPromises, mount } from '@vue/test-utils';
import JSZip from 'jszip';
import { afterEach, describe, expect, it } from 'vitest';
import ExportTemplates from '../../src/views/present/ExportTemplates.vue';
import { officeTemplates } from '../../src/browser/officeTemplates';

afterEach(() => localStorage.clear());

async function choose(at: number, file: File) {
  const wrapper = mount(ExportTemplates);
  const input = wrapper.findAll('input')[at]!;
  Object.defineProperty(input.element, 'files', { value: [file], configurable: true });
  await input.trigger('change');
  await expect.poll(() => wrapper.text()).not.toContain('正在读模板');
  await flushPromises();
  return wrapper;
}

const STYLES =
  '<w:styles><w:style w:type="paragraph" w:styleId="a"><w:name w:val="Normal"/><w:rPr><w:rFonts w:eastAsia="楷体"/><w:sz w:val="28"/></w:rPr></w:style></w:styles>';

describe('templates of what is exported', () => {
  it('are taken from a file, kept by its name, and dropped again', async () => {
    const zip = new JSZip();
    zip.file('word/document.xml', '<w:document/>');
    zip.file('word/styles.xml', STYLES);
    const bytes = await zip.generateAsync({ type: 'arraybuffer' });
    const wrapper = await choose(1, new File([bytes], '局公文.docx'));
    expect(wrapper.text()).toContain('汇报稿的模板：局公文.docx');
    expect(wrapper.get('[role="status"]').text()).toMatch(/^导出时用“局公文\.docx”的各级样式/);
    expect(officeTemplates().docx?.template.styles.Normal).toEqual({ eastAsian: '楷体', size: 28 });
    await wrapper.get('div:nth-of-type(2) > button').trigger('click');
    expect(wrapper.text()).toContain('汇报稿的模板：看板自己的样子');
    expect(officeTemplates()).toEqual({});
  });

  it('say why a file is none, and nothing changes', async () => {
    const wrapper = await choose(0, new File(['<html>'], '网页.pptx'));
    expect(wrapper.get('[role="status"]').text()).toBe(
      '“网页.pptx”不能当模板：不是演示文稿（.pptx）。请用 Office 或 WPS 打开它，另存为演示文稿（.pptx），再选。'
    );
    expect(wrapper.text()).toContain('PPT的模板：看板自己的样子');
    expect(officeTemplates()).toEqual({});
  });
});
