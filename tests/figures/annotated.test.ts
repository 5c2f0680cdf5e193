import { beforeAll, describe, expect, it } from 'vitest';
import { trendChart } from '../../src/charts/office/trendChart';
import { eventLevels } from '../../src/charts/eventMarks';
import { annotationBatch } from '../../src/datasets/batch/annotationBatch';
import { loadDataset } from '../../src/datasets/loadDataset';
import type { AnnotationDraft } from '../../src/domain/annotation/draft';
import { defaultIndicators } from '../../src/domain/address/defaultIndicator';
import type { ViewChoices } from '../../src/domain/address/fields';
import { addSlide, emptyDeck } from '../../src/domain/deck/deck';
import { pptxSlides } from '../../src/export/plan/pptxPlan';
import { paperPlan } from '../../src/export/plan/paperPlan';
import { workbookPlan } from '../../src/export/plan/workbookPlan';
import { figurePicture } from '../../src/export/picture/figurePicture';
import { csvOf } from '../../src/export/text/tableCsv';
import { choicesOf as choicesThen, frozenRows } from '../../src/figures/freeze';
import type { Figure } from '../../src/figures/figure';
import { figureAt } from '../../src/figures/figureAt';
import { monthsFigure } from '../../src/figures/monthsFigure';
import { periodsFigure, type PeriodsFigure } from '../../src/figures/periodsFigure';
import { slideFigure } from '../../src/figures/slideFigure';
import { slideRemarks } from '../../src/slides/slideText';
import { render } from '../charts/render';
import { fetchFrom, fixtureFolder } from '../fixtures/readFolder';
import { parseView } from '../../src/domain/address/views';

const written = (fields: Partial<AnnotationDraft>): AnnotationDraft => ({
  ...{ kind: '事件', date: '2024-03-01', text: '=1+1 <b>新院区启用</b>', author: '张三' },
  ...{ place: '', indicator: 'stay-days', programme: '' },
  ...fields
});
const DRAFTS = [
  written({}),
  written({ date: '2024-03-04', text: '夜间门诊', indicator: 'stay-days', place: 'lian' }),
  written({ date: '2022-05-01', text: '前年的事' }),
  written({ kind: '说明', date: '2025-01-10', text: '例安县口径没有变', indicator: '', place: 'lian' })
];
const FIRST = '①事件 2024年3月1日：=1+1 <b>新院区启用</b>。——张三';
const SECOND = '②事件 2024年3月4日，例安县：夜间门诊。——张三';
const OF_PLACE = '说明 2025年1月10日，例安县：例安县口径没有变。——张三';

async function choicesWith(drafts: readonly AnnotationDraft[]): Promise<ViewChoices> {
  const batches = drafts.map((draft) => annotationBatch(draft, '2025-01-10T08:00:00.000Z', '1'));
  const fetchBytes = fetchFrom([fixtureFolder('data/demo')]);
  const result = await loadDataset({ fetchBytes, batches: () => Promise.resolve(batches) });
  if (result.kind === 'failed') throw new Error('not loaded');
  return { dataset: result.dataset, defaultIndicator: defaultIndicators(result.dataset) };
}

let choices: ViewChoices;
beforeAll(async () => {
  choices = await choicesWith(DRAFTS);
});

function at(address: string): Figure {
  const { figure } = figureAt(address, choices);
  if (!figure) throw new Error(`no figure at ${address}`);
  return figure;
}
const texts = (notes: Figure['notes']) => notes.filter(({ byHand }) => byHand).map(({ text }) => text);

describe('what people wrote on a figure', () => {
  it('stands among its notes and in its table, on every screen that shows such a number', () => {
    const found = Object.fromEntries(
      [
        '/periods?i=stay-days&p=lian,nidong',
        '/places?i=stay-days&period=2024-03',
        '/places?i=stay-days&period=2023-03',
        '/profile?place=lian',
        '/places?tab=heat',
        '/progress?place=lian',
        '/'
      ].map((address) => {
        const figure = at(address);
        expect(texts(figure.table.notes), address).toEqual(texts(figure.notes));
        return [address, texts(figure.notes)];
      })
    );
    expect(found['/periods?i=stay-days&p=lian,nidong']).toEqual([FIRST, SECOND, OF_PLACE]);
    expect(found['/places?i=stay-days&period=2024-03']).toEqual([FIRST.slice(1), SECOND.slice(1), OF_PLACE]);
    expect(found['/places?i=stay-days&period=2023-03']).toEqual([OF_PLACE]);
    expect(found['/progress?place=lian']).toEqual([OF_PLACE]);
    expect(found['/profile?place=lian']).toContain(OF_PLACE);
    expect(found['/places?tab=heat']!.some((text) => text.includes('例安县口径没有变'))).toBe(true);
    expect(found['/']).toEqual([]);
  });

  it('comes after that the data are invented, and leaves a figure without it as it was', () => {
    const { notes } = at('/periods?i=stay-days&p=lian,nidong');
    expect(notes[0]!.text).toContain('虚构');
    expect(texts(at('/periods?i=outpatient&p=nidong').notes)).toEqual([]);
  });

  it('goes along into every file, as text', () => {
    const figure = at('/periods?i=stay-days&p=lian,nidong');
    const csv = csvOf(figure);
    expect(csv).toContain(`说明,${FIRST}`);
    expect(JSON.stringify(workbookPlan([figure]))).toContain(FIRST);
    const [slide] = pptxSlides({ title: '', notes: '', figure });
    expect(slide!.remarks).toEqual(expect.arrayContaining([FIRST, SECOND, OF_PLACE]));
    expect(slide!.notes).toContain(FIRST);
    const section = { title: '', views: [{ title: '', notes: '', figure }] };
    expect(JSON.stringify(paperPlan('汇报', [section]))).toContain(`注：${FIRST}"`);
    expect(figurePicture(figure).svg).toContain('=1+1 &lt;b&gt;新院区启用&lt;/b&gt;');
  });

  it('stands on its slide beside the warnings, as far as there is room', () => {
    const note = (text: string) => ({ level: '说明' as const, byHand: true as const, text });
    const figure = {
      body: { kind: 'list' },
      notes: [
        { level: '警示', text: '警' },
        note('一'),
        { level: '说明', text: '别的' },
        note('长'.repeat(300)),
        note('二')
      ]
    } as unknown as Figure;
    const format = { ratio: '16:9', size: 1 } as const;
    expect(slideRemarks(figure, [], format)).toEqual({
      shown: ['警'],
      written: ['一', '二'],
      more: 2,
      moreWarnings: 0
    });
  });

  it('is kept with a frozen slide', () => {
    const deck = addSlide(emptyDeck('d', '例会'), { address: '/periods?i=stay-days&p=lian,nidong' });
    const then = choicesThen(frozenRows(deck.slides[0]!, deck, choices))!;
    expect(texts(slideFigure(deck.slides[0]!, deck, then).figure!.notes)).toEqual([FIRST, SECOND, OF_PLACE]);
  });
});

describe('events on a chart over time', () => {
  const figure = (): PeriodsFigure =>
    periodsFigure(choices.dataset, parseView('periods', { i: 'stay-days', p: 'lian,nidong' }, choices).view)!;

  it('are upright lines with their numbers', () => {
    const { body } = figure();
    if (body.kind !== 'chart') throw new Error('no chart');
    const { texts: drawn } = render(body.part(0, 0));
    expect(drawn.filter((text) => /[①-⑳]/.test(text))).toEqual(['①', '②']);
  });

  it('stand one below the other where they are near', () => {
    const events = ['2024-03-01', '2024-03-04', '2024-03-06', '2024-03-07', '2024-09-01'].map((day, i) => ({
      ...{ day, mark: '①②③④⑤'[i]! }
    }));
    // A day is 2 px wide, a number 13 with 4 on either side: a place is free again 21 px further right.
    const x = (day: string) => (Number(day.slice(5, 7)) * 31 + Number(day.slice(8))) * 2;
    const sizes = { font: 15, small: 13, narrow: false };
    expect(eventLevels(events, { x, sizes })).toEqual([0, 1, 2, 0, 0]);
  });

  it('are strokes at their period in an office program, which is said', () => {
    const chart = trendChart(figure().answer);
    const marks = chart.series.filter(({ role }) => role === 'mark');
    expect(marks.map(({ name, points }) => [name, chart.categories[points.findIndex(Boolean)]])).toEqual([
      ['①②', '2024年3月']
    ]);
    expect(chart.remarks).toContain('事件的竖线画在它所在的一期上。');
  });

  it('are there over the months of a task too, on its own axis', async () => {
    const own = (date: string, text: string) => written({ date, text, indicator: '', place: 'lian' });
    const { dataset } = await choicesWith([
      own('2023-06-01', '上一年的事'),
      own('2024-05-10', '抽调人员'),
      own('2024-05-20', '人员归队')
    ]);
    const { view } = parseView('progress', { place: 'lian', tab: 'months' }, { ...choices, dataset });
    const months = monthsFigure(dataset, view)!;
    expect(texts(months.notes).filter((text) => text.startsWith('①') || text.startsWith('②'))).toEqual([
      '①事件 2024年5月10日：抽调人员。——张三',
      '②事件 2024年5月20日：人员归队。——张三'
    ]);
    if (months.body.kind !== 'chart') throw new Error('no chart');
    expect(render(months.body.part(0, 0)).texts.filter((text) => /[①-⑳]/.test(text))).toEqual(['①', '②']);
    const chart = months.body.native!(0, 0);
    const [stroke] = chart.series.filter(({ role }) => role === 'mark');
    expect([stroke!.name, chart.categories[stroke!.points.findIndex(Boolean)]]).toEqual(['①②', '5月']);
    expect(chart.remarks).toContain('事件的竖线画在它所在的一期上。');
  });
});
