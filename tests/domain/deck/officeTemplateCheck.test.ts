import { describe, expect, it } from 'vitest';
import { THEME_COLOURS } from '../../../src/domain/deck/officeTemplate';
import { checkedTemplates } from '../../../src/domain/deck/officeTemplateCheck';

const colours = Object.fromEntries(THEME_COLOURS.map((one) => [one, 'AA00BB']));
const font = { latin: 'Arial', eastAsian: '黑体' };
const theme = { name: '局', colours, titles: font, text: font };
const title = { align: 'ctr', bold: true, colour: 'accent1', box: { left: 0, top: 10, width: 1920, height: 100 } };
const slides = (template: unknown, file: unknown = '局.pptx') => checkedTemplates({ pptx: { file, template } }).pptx;
const page = { width: 11_906, height: 16_838, top: 2098, bottom: 1984, left: 1587, right: 0 };
const paper = (template: unknown) => checkedTemplates({ docx: { file: '局.docx', template } }).docx?.template;

describe('a template of slides that was kept', () => {
  it('comes back as it was', () => {
    expect(slides({ theme, title })).toEqual({ file: '局.pptx', template: { theme, title } });
    expect(slides({ theme })!.template).toEqual({ theme });
  });

  it('is none where a colour or a font is missing or is none', () => {
    const fewer = { ...colours, folHlink: undefined };
    expect(slides({ theme: { ...theme, colours: fewer } })).toBeUndefined();
    expect(slides({ theme: { ...theme, colours: { ...colours, dk1: 'red' } } })).toBeUndefined();
    expect(slides({ theme: { ...theme, titles: { latin: 'Arial' } } })).toBeUndefined();
    expect(slides({ theme: { ...theme, text: { ...font, eastAsian: '+mn-ea' } } })).toBeUndefined();
    expect(slides(undefined)).toBeUndefined();
  });

  it('has our titles where its own say no side or no colour, and our box where a side of it is missing or beyond the slide', () => {
    const looks = (more: object) => slides({ theme, title: { ...title, ...more } })!.template.title;
    expect(looks({ align: 'justify' })).toBeUndefined();
    expect(looks({ colour: 'accent7' })).toBeUndefined();
    expect(looks({ colour: '00ff00', bold: 'yes' })).toEqual({ ...title, colour: '00FF00', bold: false });
    const plain = { align: 'ctr', bold: true, colour: 'accent1' };
    expect(looks({ box: { left: 0, top: 0, width: 5 } })).toEqual(plain);
    expect(looks({ box: { ...title.box, width: 1922 } })).toEqual(plain);
    expect(looks({ box: { ...title.box, left: -1 } })).toEqual(plain);
    expect(looks({ box: { ...title.box, width: 1921 } })!.box!.width).toBe(1921);
  });

  it('has names: of its file and its theme, else 模板; 200 signs of one that is longer', () => {
    expect(slides({ theme: { ...theme, name: '' } }, 5)).toMatchObject({
      file: '模板',
      template: { theme: { name: '模板' } }
    });
    expect(slides({ theme }, 'x'.repeat(201))!.file).toHaveLength(200);
  });
});

describe('a template of papers that was kept', () => {
  it('has the styles that ours have too, of which only what has its form', () => {
    const whole = {
      ...{ latin: 'Arial', eastAsian: '仿宋', size: 32, bold: false, colour: 'AA00BB', align: 'both', before: 0 },
      ...{ after: 4000, line: 560, lineRule: 'exact', firstLineChars: 200, firstLine: 640 }
    };
    expect(paper({ styles: { Normal: whole, Strange: whole } })).toEqual({ styles: { Normal: whole } });
    const odd = {
      ...{ latin: '<b>', size: 201, bold: 'no', colour: 'red', align: 'left;', before: -1, after: 4001, line: NaN },
      ...{ lineRule: 'most', firstLineChars: 1001, firstLine: '640' }
    };
    expect(paper({ styles: { Title: odd } })).toEqual({ styles: { Title: {} } });
    expect(paper({ styles: [] })).toBeUndefined();
  });

  it('has its page where all sides are told, a side of nothing too', () => {
    expect(paper({ styles: {}, page })!.page).toEqual(page);
    for (const side of Object.keys(page)) {
      expect(paper({ styles: {}, page: { ...page, [side]: undefined } })!.page).toBeUndefined();
      expect(paper({ styles: {}, page: { ...page, [side]: 40_001 } })!.page).toBeUndefined();
    }
  });
});

describe('templates that were kept', () => {
  it('are none of anything else', () => {
    for (const value of [undefined, null, 5, 'x', [], {}]) expect(checkedTemplates(value)).toEqual({});
  });
});
