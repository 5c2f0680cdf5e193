import { beforeAll, describe, expect, it } from 'vitest';
import type { ViewChoices } from '../../src/domain/address/fields';
import type { Figure } from '../../src/figures/figure';
import { figureAt } from '../../src/figures/figureAt';
import { bodyRoom, keyHeight } from '../../src/slides/slideBoxes';
import { moreText, slideRemarks, slideTitle } from '../../src/slides/slideText';
import { choicesOf } from '../figures/realData';

const WALL = { ratio: '16:9', size: 1 } as const;
const OLD_WALL = { ratio: '4:3', size: 1 } as const;

describe('the key of bullets', () => {
  const key = (marks: object, format: Parameters<typeof keyHeight>[1]) =>
    keyHeight({ body: { kind: 'chart', legend: 'bullet', marks } } as Figure, format);
  const most = { lastYear: true, forecast: false, cut: true, limits: true };

  it('takes as many lines as its entries need: 1,528 units wide, 1,728 or 1,248 are there', () => {
    expect(key(most, WALL)).toBeCloseTo(6 + 33.6);
    expect(key(most, OLD_WALL)).toBeCloseTo(6 + 67.2);
    expect(keyHeight({ body: { kind: 'chart' } } as Figure, WALL)).toBe(0);
  });
});

describe('slideTitle(title, format)', () => {
  const lines = (title: string, format: Parameters<typeof slideTitle>[1] = WALL) => slideTitle(title, format).lines;

  it('is one large line where it fits', () => {
    expect(slideTitle('短题', WALL)).toMatchObject({ size: 56, lines: ['短题'] });
    expect(slideTitle('短题', { ratio: '16:9', size: 1.5 }).size).toBe(84);
  });

  it('breaks after a clause', () => {
    expect(lines('象山县结直肠癌筛查·结肠镜检查完成67.68%，比序时慢14.3个百分点；其余2项也慢于序时')).toEqual([
      '象山县结直肠癌筛查·结肠镜检查完成67.68%，',
      '比序时慢14.3个百分点；其余2项也慢于序时'
    ]);
    expect(lines('婚前医学检查率：3个地区中未具名县（四川甘孜）最高（100%），舟山市最低（70.98%）', OLD_WALL)).toEqual([
      '婚前医学检查率：',
      '3个地区中未具名县（四川甘孜）最高（100%），',
      '舟山市最低（70.98%）'
    ]);
  });

  it('keeps numbers whole, and no line begins with a closing mark', () => {
    const broken = lines(`${'甲'.repeat(29)}1234.56%，${'乙'.repeat(30)}（丙）`);
    expect(broken.join('')).toContain('1234.56%，');
    expect(broken.some((line) => line.includes('1234.56%'))).toBe(true);
    expect(broken.filter((line) => /^[，。；：、）%]/.test(line))).toEqual([]);
  });

  it('becomes smaller as it grows longer, never below 32, and loses nothing', () => {
    expect(slideTitle('长'.repeat(80), WALL).size).toBeLessThan(56);
    const longest = slideTitle('长'.repeat(400), WALL);
    expect(longest.size).toBe(32);
    expect(longest.lines.join('')).toBe('长'.repeat(400));
    expect(slideTitle('', WALL).lines).toEqual(['']);
  });
});

describe('slideRemarks(figure, problems, format)', () => {
  const figureWith = (...texts: [level: '警示' | '说明', text: string][]) =>
    ({ body: { kind: 'list' }, notes: texts.map(([level, text]) => ({ level, text })) }) as unknown as Figure;

  it('shows two lines of warnings below two figures, which need the room themselves', () => {
    const figure = { ...figureWith(['警示', '一'], ['警示', '二'], ['警示', '三']), body: { kind: 'pair' } } as Figure;
    expect(slideRemarks(figure, [], WALL)).toEqual({
      shown: ['一', '二'],
      written: [],
      more: 1,
      moreWarnings: 1
    });
  });

  it('gives the first warning of each of two figures the room before further ones of the first', () => {
    const notes = ['第一张图：一', '第一张图：二', '第二张图：三'].map((text): ['警示', string] => ['警示', text]);
    const figure = { ...figureWith(...notes), body: { kind: 'pair' } } as Figure;
    expect(slideRemarks(figure, [], WALL)).toMatchObject({
      shown: ['第一张图：一', '第二张图：三'],
      more: 1,
      moreWarnings: 1
    });
  });

  it('shows warnings whole while there is room and counts the rest', () => {
    const figure = figureWith(
      ['警示', '一'],
      ['说明', '二'],
      ['警示', '长'.repeat(80)],
      ['警示', '长'.repeat(300)],
      ['警示', '三']
    );
    expect(slideRemarks(figure, [], WALL)).toEqual({
      shown: ['一', '长'.repeat(80), '三'],
      written: [],
      more: 2,
      moreWarnings: 1
    });
  });

  it('shows what is wrong with the address first, and one warning however long', () => {
    expect(slideRemarks(figureWith(['警示', '长'.repeat(900)]), [], WALL).shown).toHaveLength(1);
    expect(slideRemarks(figureWith(['警示', '一']), ['没有这个地区'], WALL)).toEqual({
      shown: ['没有这个地区', '一'],
      written: [],
      more: 0,
      moreWarnings: 0
    });
    expect(slideRemarks(undefined, [], WALL)).toEqual({ shown: [], written: [], more: 0, moreWarnings: 0 });
  });

  it('says how many more there are and by which key', () => {
    expect(moreText({ more: 3, moreWarnings: 0 })).toBe('另有3条说明（按I看）');
    expect(moreText({ more: 3, moreWarnings: 2 })).toBe('另有3条说明（含警示2条，按I看）');
    expect(moreText({ more: 0, moreWarnings: 0 })).toBe('');
  });
});

describe('bodyRoom(figure, title, format)', () => {
  let real: ViewChoices;
  beforeAll(async () => {
    real = await choicesOf('data');
  });

  it('is what title, notes and foot leave of 1,080', () => {
    const figure = figureAt('/places?i=county-visit-rate', real).figure!;
    const short = bodyRoom(figure, '短', WALL);
    expect(short).toBeGreaterThan(600);
    // One line of the title more: 56 × 1.3.
    expect(short - bodyRoom(figure, '甲'.repeat(50), WALL)).toBeCloseTo(72.8);
    expect(bodyRoom(figure, '短', { ratio: '16:9', size: 1.3 })).toBeLessThan(short);
  });
});
