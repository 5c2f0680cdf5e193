import type { ViewChoices } from '../address/fields';
import { addSlide, type Deck, emptyDeck, type NewSlide } from './deck';
import { slideFaults } from './deckFile';

/** The decks that come with the shipped dataset. Their notes hold no numbers: those are on the slides, and up to date. */
const READY: readonly { readonly id: string; readonly name: string; readonly slides: readonly NewSlide[] }[] = [
  {
    id: 'monthly',
    name: '月度例会（象山县2020年10月）',
    slides: [
      {
        address: '/progress?place=xiangshan&light=红',
        notes: '先看亮红灯的任务：差多少，差在哪一家。\n请责任单位说明原因和补进度的办法。'
      },
      {
        address: '/progress?place=xiangshan&programme=crc-colonoscopy',
        notes: '全县数与三家集团数的截止日不同，不能直接相加核对。\n问：剩下的例数按现在的速度能否在年底前完成。'
      },
      {
        address: '/progress?place=xiangshan&programme=crc-questionnaire',
        notes: '问卷快于序时；提醒问卷阳性者要跟上肠镜。'
      },
      {
        address: '/progress?place=xiangshan',
        notes: '全部任务按快慢排列，翻页看完。\n没有目标的任务不亮灯，需要补报目标。'
      },
      { address: '/progress?place=xiangshan&tab=plans', notes: '下月要办的事，逐项问到责任单位和完成日期。' }
    ]
  },
  {
    id: 'places',
    name: '地区对比',
    slides: [
      { address: '/places?i=smd-standard-rate', notes: '各地时期不同，只看水平，不排快慢。' },
      { address: '/places?i=county-visit-rate', notes: '县域内就诊率：先说口径，再看高低。' },
      { address: '/places?i=premarital-exam-rate', notes: '婚检率：相差大的地区，问一问做法。' },
      { address: '/places?tab=heat&theme=慢病与精神卫生', notes: '每一行自己比，行与行之间不比。' },
      { address: '/profile?place=zhongfang', notes: '以一个县为例，看它在各地中的位置。' },
      { address: '/periods?i=deliveries', notes: '空心点是由原文同比推算的，原文没有写这个数。' }
    ]
  }
];

/** The ready decks that this dataset can show: slides it knows nothing of are left out, and decks without a slide. */
export function readyDecks(choices: ViewChoices): Deck[] {
  return READY.map(({ id, name, slides }) =>
    slides
      .filter((slide) => slideFaults(slide.address, choices).length === 0)
      .reduce((deck, slide) => addSlide(deck, slide), emptyDeck(id, name))
  ).filter((deck) => deck.slides.length > 0);
}
