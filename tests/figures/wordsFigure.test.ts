import { beforeAll, describe, expect, it } from 'vitest';
import type { ViewChoices } from '../../src/domain/address/fields';
import { addSlide, type Deck, emptyDeck, type NewSlide } from '../../src/domain/deck/deck';
import { paperSections } from '../../src/export/exportPaper';
import { paperPlan } from '../../src/export/plan/paperPlan';
import { pptxSlides } from '../../src/export/plan/pptxPlan';
import { figureAt } from '../../src/figures/figureAt';
import { slideFigure } from '../../src/figures/slideFigure';
import { findOffers, pastedAddress, slideOffers } from '../../src/figures/slideOffers';
import { slideSteps } from '../../src/slides/slidePlan';
import { choicesOf } from './realData';

let choices: ViewChoices;
beforeAll(async () => {
  choices = await choicesOf('data');
});

const deckOf = (...slides: NewSlide[]) => slides.reduce<Deck>((deck, s) => addSlide(deck, s), emptyDeck('d', '例会'));
const words = (deck: Deck, at: number) => {
  const { figure, problems } = slideFigure(deck.slides[at]!, deck, choices);
  if (figure?.body.kind !== 'words') throw new Error('not words');
  return { figure, lines: figure.body.lines.map(({ text }) => text), problems: problems.map(({ text }) => text) };
};
const textOf = (text: string) => words(deckOf({ address: '', kind: 'text', text }), 0);

describe('a number in the text of a slide', () => {
  it('is the one of the data, with its time and where it stands', () => {
    const { lines, figure, problems } = textOf(
      '完成{{task:crc-colonoscopy@xiangshan:rate}}，{{task:crc-colonoscopy@xiangshan:done}}\n\n管理率{{smd-standard-rate@baoan}}'
    );
    expect(lines).toEqual([
      '完成67.68%（截至2020年10月26日），2,707例（截至2020年10月26日）',
      '管理率96.2%（2020年10月31日）'
    ]);
    expect(figure.sources.length).toBeGreaterThan(1);
    expect(figure.citations.map(({ written }) => written).join()).toContain('96.2%');
    expect(problems).toEqual([]);
  });

  it('that there isn’t says so on the slide, and why beside it', () => {
    expect(textOf('{{smd-standard-rate@baoan@2019}}{{x@baoan}}{{smd-standard-rate@x}}{{乱}}')).toMatchObject({
      lines: ['〔严重精神障碍患者规范管理率无数据〕〔没有这项指标〕〔没有这个地区〕〔数读不懂〕'],
      problems: [
        '宝安区2019年没有“严重精神障碍患者规范管理率”的数。',
        '正文里的指标“x”不在数据中，这个数显示不出来。',
        '正文里的地区“x”不在数据中，这个数显示不出来。',
        '正文里的“{{乱}}”读不懂，请重新选这个数。'
      ]
    });
  });
});

describe('slides of words', () => {
  const deck = deckOf(
    { address: '', kind: 'title' },
    { address: '', kind: 'agenda', text: '讨论' },
    { address: '', kind: 'section', title: '任务' },
    { address: '/progress?place=xiangshan' },
    { address: '', kind: 'text', title: '措施', text: '一\n二' },
    { address: '', kind: 'closing' }
  );

  it('have a heading without being given one', () => {
    expect([0, 1, 2, 4, 5].map((at) => words(deck, at).figure.verdict)).toEqual([
      '例会',
      '目录',
      '一、任务',
      '措施',
      '谢谢'
    ]);
  });

  it('list the sections that there are now', () => {
    expect(words(deck, 1).lines).toEqual(['一、任务', '讨论']);
    const none = deckOf({ address: '', kind: 'agenda' });
    expect(words(none, 0).problems).toEqual(['还没有章节：加了章节片，目录里就有它的标题。']);
  });

  it('take the largest type at which they stand on one page, and more pages where they don’t', () => {
    const format = { ratio: '16:9', size: 1 } as const;
    const steps = (text: string) => {
      const { figure } = textOf(text);
      return slideSteps(figure, figure.verdict, format);
    };
    expect(steps('一\n二').map(({ from, to, scale }) => [from, to, scale])).toEqual([[0, 2, 2]]);
    const long = steps(Array.from({ length: 40 }, (_, n) => `第${n + 1}条：${'字'.repeat(40)}`).join('\n'));
    expect(long.length).toBeGreaterThan(2);
    expect(long.every(({ scale }) => Math.abs(scale - 32 / 26) < 1e-9)).toBe(true);
    expect(long.map(({ to }) => to).pop()).toBe(40);
  });

  it('go into a .pptx as covers and text, a slide each', () => {
    const slides = deck.slides.flatMap((slide) => {
      const { figure } = slideFigure(slide, deck, choices);
      return pptxSlides({ title: slide.title, notes: '', figure, foot: '象山县卫生健康局' });
    });
    const [title, agenda, section] = slides;
    expect(title).toMatchObject({ title: '例会', body: { kind: 'cover', lines: [] }, source: '象山县卫生健康局' });
    expect(agenda).toMatchObject({ title: '目录', body: { kind: 'list', items: ['一、任务', '讨论'] } });
    expect(section).toMatchObject({ title: '一、任务', body: { kind: 'cover' } });
  });

  it('become the sections of a paper; title, agenda and closing are the paper’s own', () => {
    const views = deck.slides.map((slide) => ({
      title: slide.title,
      notes: '',
      figure: slideFigure(slide, deck, choices).figure
    }));
    const sections = [...paperSections(views)];
    expect(sections.map(({ title, views: own }) => [title, own.length])).toEqual([['任务', 2]]);
    const { blocks } = paperPlan('例会', sections);
    expect(blocks).toContainEqual({ kind: 'heading', level: 2, text: '（二）措施' });
    expect(blocks).toContainEqual({ kind: 'text', text: '二', footnote: '' });
  });

  it('of a section are its first sentences in a paper, even where no slide follows', () => {
    const words = addSlide(emptyDeck('d', '例会'), {
      address: '',
      kind: 'section',
      title: '下一步',
      text: '一抓进度\n二抓质量'
    });
    const sections = [
      ...paperSections(
        words.slides.map((slide) => ({
          title: slide.title,
          notes: '',
          figure: slideFigure(slide, words, choices).figure
        }))
      )
    ];
    expect(sections).toMatchObject([{ title: '下一步', lead: ['一抓进度', '二抓质量'], views: [] }]);
    expect(paperPlan('例会', sections).blocks.slice(0, 3)).toEqual([
      { kind: 'heading', level: 1, text: '一、下一步' },
      { kind: 'text', text: '一抓进度', footnote: '' },
      { kind: 'text', text: '二抓质量', footnote: '' }
    ]);
  });
});

describe('what can be put on a slide', () => {
  it('is found by words of its name, and every offer is a figure', () => {
    const offers = slideOffers(choices.dataset);
    expect(findOffers(offers, '画像 宝安区').map(({ name }) => name)[0]).toBe('地区画像：宝安区');
    expect(findOffers(offers, '宝安区 画像 象山县')).toEqual([]);
    expect(findOffers(offers, '  ')).toHaveLength(offers.length);
    expect(new Set(offers.map(({ address }) => address)).size).toBe(offers.length);
    const broken = offers.filter(({ address }) => {
      const { figure, problems } = figureAt(address, choices);
      return !figure || problems.length > 0;
    });
    expect(broken).toEqual([]);
  });

  it('has why a figure changed and why a task is behind, where that can be split', async () => {
    const demo = await choicesOf('data/demo');
    const offers = slideOffers(demo.dataset).filter(({ name }) => name.startsWith('为什么'));
    expect(findOffers(offers, '门急诊总人次 拟东区')).toEqual([
      { name: '为什么变了：拟东区门急诊总人次', address: '/periods?tab=why&i=outpatient&place=nidong' }
    ]);
    expect(findOffers(offers, '慢： 宫颈癌')).toHaveLength(1);
    // Averages of which no unit states the parts.
    expect(findOffers(offers, '次均住院费用')).toEqual([]);
    const empty = offers.filter(({ address }) => {
      const body = figureAt(address, demo).figure?.body;
      return body?.kind !== 'chart' || body.rows === 0;
    });
    expect(empty).toEqual([]);
  });

  it('is read from an address that was pasted', () => {
    expect(pastedAddress('http://10.1.1.1/kanban/index.html#/places?i=htn-rate')).toBe('/places?i=htn-rate');
    expect(pastedAddress('#/progress')).toBe('/progress');
    expect(pastedAddress('http://10.1.1.1/kanban/#/present?deck=d1')).toBe('');
    expect(pastedAddress('地区对比')).toBe('');
  });
});
