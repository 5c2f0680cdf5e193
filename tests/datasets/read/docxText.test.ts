import { describe, expect, it } from 'vitest';
import { docxText } from '../../../src/datasets/read/docxText';

const p = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const read = (body: string, numbering?: string, notes?: string) =>
  docxText({ document: `<w:document><w:body>${body}</w:body></w:document>`, numbering, notes });

describe('the text of a .docx', () => {
  it('a paragraph a line, split runs joined, entities and breaks resolved', () => {
    const runs =
      '<w:p><w:r><w:t>签约</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>1,2</w:t></w:r><w:r><w:t>03人&amp;例&#65292;</w:t><w:br/><w:t>下行</w:t></w:r></w:p>';
    expect(read(`${p('题目')}${runs}<w:p/>`).text).toBe('题目\n签约1,203人&例，\n下行\n');
  });

  it('a table row a line of tabs; merged cells keep their columns', () => {
    const table = `<w:tbl>${row(cell('地区', '<w:vMerge w:val="restart"/>'), cell('诊疗人次', '<w:gridSpan w:val="2"/>'))}${row(
      cell('地区', '<w:vMerge/>'),
      cell('万人次'),
      cell('同比')
    )}${row(cell('东湖区'), cell('402.5'), cell('-1.8'))}</w:tbl>`;
    expect(read(table).text.split('\n')).toEqual(['地区\t诊疗人次\t', '\t万人次\t同比', '东湖区\t402.5\t-1.8']);
  });

  it('leaves tracked deletions out and keeps insertions', () => {
    const body =
      '<w:p><w:ins w:id="1"><w:r><w:t>新增</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>30</w:delText></w:r></w:del><w:r><w:t>40张</w:t></w:r></w:p>';
    expect(read(body).text).toBe('新增40张');
  });

  it('writes automatic numbers out', () => {
    const numbering =
      '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>';
    const list = (level: number) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="5"/></w:numPr>`;
    const { text } = read(
      p('工作完成情况', list(0)) +
        p('门诊', list(1)) +
        p('住院', list(1)) +
        p('工作计划', list(0)) +
        p('门诊', list(1)),
      numbering
    );
    expect(text.split('\n')).toEqual(['一、工作完成情况', '1.门诊', '2.住院', '二、工作计划', '1.门诊']);
  });

  it('says what it does not read', () => {
    const box =
      '<w:p><w:r><w:drawing><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></w:drawing><w:t>正文</w:t></w:r></w:p>';
    const { text, unread } = read(box, undefined, '<w:footnote><w:r><w:t>注</w:t></w:r></w:footnote>');
    expect(text).toBe('正文');
    expect(unread).toEqual([
      '文档里有文本框，里面的文字没有读；需要的话请把文字移到正文。',
      '文档里有脚注或尾注，没有读；需要的话请把文字移到正文。'
    ]);
    expect(read(p('正文'), undefined, '<w:footnote w:type="separator"/>').unread).toEqual([]);
  });

  it('broken XML costs what is broken, not the rest', () => {
    expect(read('<w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tr></w:tc><w:p><w:r><w:t>乙</w:t>').text).toBe('甲\n乙');
  });
});
