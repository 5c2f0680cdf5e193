import { flushPromises, mount } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { ANNOTATE_BUTTON } from '../../src/components/figure/annotateButton';
import { DECK_BUTTON, type FigureToPresent } from '../../src/components/figure/deckButton';
import FigureFrame from '../../src/components/figure/FigureFrame.vue';
import { ANY_FRESH, IS_FRESH } from '../../src/components/source/freshMark';
import { indicatorCard } from '../../src/domain/cards/indicatorCard';
import { dataset, indicator, source } from '../domain/factory';

const DATA = dataset({
  indicators: [indicator({ id: 'htn', name: '规范管理率', group: '高血压·规范' })],
  sources: [source('甲'), source('乙', { grade: 'B' })],
  facts: [{ at: '甲县', in: '2020', value: 95 }]
});
const CARD = indicatorCard(DATA, 'htn')!;
const FIGURE = {
  verdict: '规范管理率：甲县最高（95%）',
  subtitle: '2020年',
  notes: [
    { level: '警示' as const, text: '各地时期不同。' },
    { level: '说明' as const, text: '参照线是平均值。' }
  ],
  sources: [source('甲'), source('乙', { grade: 'B' })],
  cutoff: '2020-12-31',
  table: { caption: '规范管理率', columns: [{ key: 'p', title: '地区', align: '左' as const }], rows: [], notes: [] },
  citations: []
};

/** What a click reads is there. */
async function scriptsRead(): Promise<void> {
  await vi.dynamicImportSettled();
  await flushPromises();
}

function frame(props: object = {}, deck?: object) {
  const wrapper = mount(FigureFrame, {
    props: { id: 'f', figure: FIGURE, ...props } as never,
    slots: { default: '<p class="the-chart">图</p>' },
    global: { provide: deck ? { [DECK_BUTTON as symbol]: deck } : {} }
  });
  const button = (name: string) => wrapper.findAll('.figure-actions button').find((item) => item.text() === name);
  return { wrapper, button };
}

describe('the frame of a figure', () => {
  it('is named by its verdict, and says notes, sources and the cut-off date', () => {
    const { wrapper } = frame();
    expect(wrapper.get('figure').attributes('aria-label')).toBe('规范管理率：甲县最高（95%）');
    expect(wrapper.get('#f-title').text()).toBe('规范管理率：甲县最高（95%）');
    expect(wrapper.get('.figure-subtitle').text()).toBe('2020年');
    expect(wrapper.findAll('.figure-notes p').map((note) => [note.classes()[0], note.text()])).toEqual([
      ['note-warning', '各地时期不同。'],
      ['note-plain', '参照线是平均值。']
    ]);
    expect(wrapper.get('.figure-source').text()).toBe('来源：2份报告（A级1、B级1） · 数据截止2020-12-31');
    expect(wrapper.find('.the-chart').exists()).toBe(true);
  });

  it('leaves out what a figure has not', () => {
    const { wrapper, button } = frame({ figure: { ...FIGURE, subtitle: '', notes: [], sources: [], cutoff: '' } });
    expect(wrapper.find('.figure-subtitle').exists()).toBe(false);
    expect(wrapper.find('.figure-notes').exists()).toBe(false);
    expect(wrapper.get('.figure-source').text()).toBe('来源：无');
    expect(button('口径')).toBeUndefined();
  });

  it('makes no citation of very many numbers before somebody asks for one', () => {
    const made: string[] = [];
    const figure = {
      ...FIGURE,
      isCited: true,
      get citations() {
        made.push('citations');
        return [];
      }
    };
    const wrapper = (anyFresh: boolean) =>
      mount(FigureFrame, {
        props: { id: 'f', figure } as never,
        global: {
          provide: {
            [ANNOTATE_BUTTON as symbol]: { kept: { value: null } },
            [ANY_FRESH as symbol]: () => anyFresh,
            [IS_FRESH as symbol]: () => false
          }
        }
      });
    expect(wrapper(false).get('.figure-actions').text()).toContain('加说明');
    expect(made).toEqual([]);
    // Marks of what is new are looked for in all of them.
    wrapper(true);
    expect(made).toEqual(['citations']);
  });

  it('opens one panel at a time, and closes it at a second click', async () => {
    const { wrapper, button } = frame({ card: CARD });
    const state = () => ['数据表', '出处', '口径'].map((name) => button(name)!.attributes('aria-expanded'));
    expect(state()).toEqual(['false', 'false', 'false']);
    await button('数据表')!.trigger('click');
    expect(state()).toEqual(['true', 'false', 'false']);
    await scriptsRead();
    expect(wrapper.get('.figure-panel caption').text()).toBe('规范管理率');
    await button('口径')!.trigger('click');
    expect(state()).toEqual(['false', 'false', 'true']);
    await scriptsRead();
    expect(wrapper.get('.figure-panel h3').text()).toBe('规范管理率');
    expect(wrapper.findAll('.figure-panel caption')).toHaveLength(0);
    await button('口径')!.trigger('click');
    expect(wrapper.find('.figure-panel').exists()).toBe(false);
  });

  it('prints the card in one line, since nobody opens it on paper', () => {
    expect(frame({ card: CARD }).wrapper.get('.print-only').text()).toBe(
      '口径：定义：在册患者中规范管理者所占比例；分子：报告没有写明；分母：报告没有写明；单位：%（比率，期间数）；' +
        '方向：越高越好；口径组：高血压·规范；主题：慢病与精神卫生；填报：甲县'
    );
  });

  it('goes into a deck with its warnings as lines for the presenter, and says where it went', async () => {
    const added: FigureToPresent[] = [];
    let opened = 0;
    const { wrapper, button } = frame(
      { card: CARD },
      {
        possible: () => true,
        add: async (figure: FigureToPresent) => (added.push(figure), '已加入第3页。'),
        open: async () => (opened += 1)
      }
    );
    await button('加入演示')!.trigger('click');
    await Promise.resolve();
    await wrapper.vm.$nextTick();
    expect(added).toEqual([{ indicator: 'htn', points: ['注意：各地时期不同。'] }]);
    expect(wrapper.get('.deck-added').text()).toBe('已加入第3页。去看');
    await button('去看')!.trigger('click');
    expect(opened).toBe(1);
    await wrapper.setProps({ figure: { ...FIGURE, verdict: '另一张图' } });
    expect(wrapper.find('.deck-added').exists()).toBe(false);
  });

  it('says so where the deck cannot be read, and offers nothing where a screen has no slide', async () => {
    const refused = frame(
      {},
      { possible: () => true, add: () => Promise.reject(new Error('x')), open: () => undefined }
    );
    await refused.button('加入演示')!.trigger('click');
    await Promise.resolve();
    await refused.wrapper.vm.$nextTick();
    expect(refused.wrapper.get('.deck-added').text()).toContain('没有读到演示的文件，请稍后再点一次。');
    expect(frame({}, { possible: () => false }).button('加入演示')).toBeUndefined();
    expect(frame().button('加入演示')).toBeUndefined();
  });
});
