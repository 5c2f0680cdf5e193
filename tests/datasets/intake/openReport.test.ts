import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openReport } from '../../../src/datasets/intake/openReport';

const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
function docx(body: string, others: Record<string, string> = {}): Uint8Array {
  const parts = { 'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>`, ...others };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

describe('the text of a report', () => {
  it('is read from a Word document, and what is not read is said', () => {
    const bytes = docx(p('甲县卫生健康局') + p('门诊1200人次。'), {
      'word/footnotes.xml': '<w:footnotes><w:footnote><w:t>注</w:t></w:footnote></w:footnotes>'
    });
    const read = openReport(bytes, '总结.docx');
    expect(read).toMatchObject({
      kind: 'text',
      text: '甲县卫生健康局\n门诊1200人次。',
      unread: ['文档里有脚注或尾注，没有读；需要的话请把文字移到正文。'],
      file: { name: '总结.docx', bytes: bytes.length }
    });
  });

  it('is read from a text file in UTF-8 with a mark, and in GB18030', () => {
    expect(openReport(strToU8('\ufeff门诊1200人次。'), 'a.txt')).toMatchObject({ text: '门诊1200人次。' });
    // 门诊 in GB18030.
    const gb = Uint8Array.from([0xc3, 0xc5, 0xd5, 0xef, 0x31, 0x32, 0x0a]);
    expect(openReport(gb, 'a.txt')).toMatchObject({ text: '门诊12\n' });
  });

  it.each([
    ['报告.pdf', strToU8('%PDF-1.4 x'), /^报告\.pdf：这是 PDF.*另存为 \.docx；或复制全部文字/],
    ['报告.doc', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1]), /旧版文档（\.doc 或 \.wps）/],
    ['表.xlsx', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), /不是 \.docx/],
    ['坏.docx', docx(p('门诊')).subarray(0, 60), /文件不完整或已经损坏/],
    ['空.txt', strToU8(''), /一个字也没有/],
    ['空.docx', docx(p(' ')), /里面没有文字/]
  ])('of %s is refused with a sentence that says what to do', (name, bytes, why) => {
    const read = openReport(bytes, name);
    expect(read.kind === 'refused' && read.why).toMatch(why);
  });
});
