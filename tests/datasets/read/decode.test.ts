import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/datasets/read/decode';

const bytesOf = (...list: number[]): Uint8Array => Uint8Array.from(list);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, little: boolean, mark: boolean): Uint8Array => {
  const buffer = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
  return new Uint8Array(little ? buffer : buffer.swap16());
};

/** Node encodes no GB18030: the code of each character is looked up by decoding every two-byte code once. */
const gbCodes = new Map<string, readonly [number, number]>();
for (let lead = 0xb0; lead <= 0xf7; lead++) {
  for (let trail = 0xa1; trail <= 0xfe; trail++) {
    const char = new TextDecoder('gb18030').decode(bytesOf(lead, trail));
    if (/^[\u4e00-\u9fff]$/.test(char)) gbCodes.set(char, [lead, trail]);
  }
}
const gb18030 = (text: string): Uint8Array =>
  bytesOf(...Array.from(text).reduce<number[]>((all, c) => all.concat(gbCodes.get(c) ?? [c.charCodeAt(0)]), []));

const HANZI = Array.from(gbCodes.keys());
const sentence = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...HANZI) },
      { weight: 1, arbitrary: fc.constantFrom(...Array.from('abc,;"\n 0123456789.%')) }
    ),
    {
      minLength: 1,
      maxLength: 200
    }
  )
  .map((chars) => `place,地区\n1,${chars.join('')}\n`);

function textOf(bytes: Uint8Array): [string, string] {
  const decoded = decode(bytes, 'x.csv');
  return decoded.kind === 'text' ? [decoded.encoding, decoded.text] : ['refused', decoded.issue.why];
}

describe('decode', () => {
  it('refuses an empty file', () => {
    expect(textOf(bytesOf())).toEqual(['refused', '文件是空的，一个字也没有']);
    expect(textOf(utf8(' \r\n\t'))).toEqual(['refused', '文件是空的，一个字也没有']);
    expect(textOf(bytesOf(0xef, 0xbb, 0xbf))).toEqual(['refused', '文件是空的，一个字也没有']);
  });

  it('tells workbooks, archives, documents and web pages apart', () => {
    expect(textOf(bytesOf(0x50, 0x4b, 3, 4, 0, 0))[1]).toContain('.xlsx');
    expect(textOf(bytesOf(0xd0, 0xcf, 0x11, 0xe0, 0xa1))[1]).toContain('.xls）');
    expect(textOf(bytesOf(0x1f, 0x8b, 8))[1]).toContain('压缩文件');
    expect(textOf(utf8('%PDF-1.4'))[1]).toContain('PDF');
    expect(textOf(utf8('  <html lang="zh">'))[1]).toContain('网页');
  });

  it('refuses bytes that are no text in any encoding', () => {
    expect(textOf(bytesOf(0, 0, 0, 0))[0]).toBe('refused');
    expect(textOf(utf8('a,b\n1,\0'))[0]).toBe('refused');
    expect(textOf(Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251))[0]).toBe('refused');
  });

  it('reads the text with the right name of its encoding', () => {
    const text = '地区,数值\n甲县,95.39\n';
    expect(textOf(utf8(text))).toEqual(['UTF-8', text]);
    expect(textOf(utf8('\uFEFF' + text))).toEqual(['UTF-8', text]);
    expect(textOf(gb18030(text))).toEqual(['GB18030', text]);
    expect(textOf(utf16(text, true, true))).toEqual(['UTF-16LE', text]);
    expect(textOf(utf16(text, false, true))).toEqual(['UTF-16BE', text]);
    expect(textOf(utf16(text, true, false))).toEqual(['UTF-16LE', text]);
    expect(textOf(utf16(text, false, false))).toEqual(['UTF-16BE', text]);
  });

  it('is not misled by characters such as 一, whose UTF-16 code has a zero byte on the other side', () => {
    const text = 'a,b\n1,一二一开一\n';
    expect(textOf(utf16(text, true, false))).toEqual(['UTF-16LE', text]);
    expect(textOf(utf16(text, false, false))).toEqual(['UTF-16BE', text]);
  });

  it('loses one character, not the file, to a broken byte', () => {
    const bytes = utf8('place,name\n1,甲县卫生健康局\n2,乙县\n');
    const broken = bytesOf(...Array.from(bytes.subarray(0, 13)), ...Array.from(bytes.subarray(14)));
    const [encoding, text] = textOf(broken);
    expect(encoding).toBe('UTF-8');
    expect(text).toMatch(/^place,name\n1,�+县卫生健康局\n2,乙县\n$/);
  });

  it('bears damage to a quarter of the characters in UTF-8, and no more', () => {
    const damaged = (text: string) => bytesOf(...utf8(`a,${text}`), 0xff, 0x0a);
    // 1 of 4, then 1 of 3
    expect(textOf(damaged('甲乙丙'))).toEqual(['UTF-8', 'a,甲乙丙\uFFFD\n']);
    expect(textOf(damaged('甲乙'))[0]).toBe('refused');
  });

  it('bears damage to one in twenty characters in GB18030, and no more', () => {
    const damaged = (count: number) => bytesOf(...gb18030(`a,${'卫'.repeat(count)}`), 0xff, 0x0a);
    expect(textOf(damaged(19))).toEqual(['GB18030', `a,${'卫'.repeat(19)}\uFFFD\n`]);
    expect(textOf(damaged(18))[0]).toBe('refused');
  });

  it('bears a few control bytes: one and another in each two hundred', () => {
    const controls = (count: number) => utf8(`${'x'.repeat(200 - count)}${'\u0001'.repeat(count)}`);
    expect(textOf(controls(2))[0]).toBe('UTF-8');
    expect(textOf(controls(3))[0]).toBe('refused');
    // Tabs and line ends are text.
    expect(textOf(utf8('a\tb\r\n'.repeat(40)))[0]).toBe('UTF-8');
  });

  it('takes no table for a workbook or a web page that only begins like one or speaks of one', () => {
    expect(textOf(utf8('PK,1\n'))).toEqual(['UTF-8', 'PK,1\n']);
    expect(textOf(utf8('a,<html>\n'))[0]).toBe('UTF-8');
    expect(textOf(utf8('<htmlx>\n'))[0]).toBe('UTF-8');
    expect(textOf(utf8('\n<!DOCTYPE html>\n'))[1]).toContain('网页');
  });

  it('gives back random Chinese text from each encoding', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(textOf(utf8(text))).toEqual(['UTF-8', text]);
        expect(textOf(utf8('\uFEFF' + text))).toEqual(['UTF-8', text]);
        expect(textOf(utf16(text, true, true))).toEqual(['UTF-16LE', text]);
        expect(textOf(utf16(text, false, true))).toEqual(['UTF-16BE', text]);
        expect(textOf(utf16(text, true, false))).toEqual(['UTF-16LE', text]);
        expect(textOf(utf16(text, false, false))).toEqual(['UTF-16BE', text]);
      })
    );
  });

  it('gives back random Chinese text from GB18030', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(textOf(gb18030(text))).toEqual(['GB18030', text]);
      })
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(['text', 'refused']).toContain(decode(bytes, 'x.csv').kind);
      })
    );
  });
});
