import { beforeAll, describe, expect, it } from 'vitest';
import type { ViewChoices } from '../../src/domain/address/fields';
import { pptxSlides } from '../../src/export/plan/pptxPlan';
import { workbookPlan } from '../../src/export/plan/workbookPlan';
import { figureAt } from '../../src/figures/figureAt';
import { slideSteps } from '../../src/slides/slidePlan';
import { choicesOf } from './realData';

/** Addresses of the page itself that narrow a figure of the shipped data to nothing, and to little. */
const ADDRESSES = [
  '/progress?tab=matrix&place=shenzhen&light=红&flip=1',
  '/progress?tab=matrix&place=shenzhen&light=红',
  '/progress?tab=matrix&place=shenzhen&flip=1',
  '/progress?tab=bars&place=shenzhen&light=红',
  '/progress?tab=plans&place=shenzhen&outcome=已完成',
  '/progress?tab=supervise&place=shenzhen',
  '/progress?tab=sums&place=shenzhen',
  '/progress?tab=matrix&place=shenzhen&programme=crc-colonoscopy&flip=1',
  '/places?i=smd-standard-rate&period=1990',
  '/places?i=smd-standard-rate&period=1990&p=baoan',
  '/places?tab=heat&theme=没有这个主题',
  '/periods?i=smd-standard-rate&p=baoan',
  '/periods?i=smd-standard-rate&span=没有这样的时期',
  '/periods?tab=changes&place=baoan&kind=差距扩大',
  '/profile?place=shenzhen',
  '/periods?tab=facets&by=indicators&place=shenzhen',
  '/periods?tab=facets&i=smd-standard-rate&p=shenzhen',
  '/data?tab=missing&theme=没有这个主题',
  '/data?tab=missing&place=baoan&theme=没有这个主题',
  '/?focus=shenzhen'
];

describe('a figure with nothing in it', () => {
  let choices: ViewChoices;
  beforeAll(async () => {
    choices = await choicesOf('data');
  });

  it.each(ADDRESSES)('is a slide, a .pptx page and a sheet at %s', (address) => {
    const { figure } = figureAt(address, choices);
    if (!figure) return;
    for (const ratio of ['16:9', '4:3'] as const) {
      const steps = slideSteps(figure, figure.verdict, { ratio, size: 1 });
      expect(steps.length).toBeGreaterThan(0);
      for (const share of steps.flatMap((step) => step.widths)) expect(share).toBeGreaterThan(0);
    }
    expect(pptxSlides({ title: '', notes: '', figure, problems: [] }).length).toBeGreaterThan(0);
    expect(workbookPlan([figure]).length).toBeGreaterThan(0);
  });

  it('has columns that are there: 挂图作战 of a county without a red light, its rows and columns exchanged', () => {
    const { figure } = figureAt('/progress?tab=matrix&place=shenzhen&light=红&flip=1', choices);
    expect(figure!.table.columns.map((column) => column.title)).toEqual(['地区或单位', '合计']);
    expect(figure!.table.rows).toEqual([]);
    expect(figure!.body).toMatchObject({ kind: 'table', columns: [0, 1], columnPages: [[0, 1]] });
  });
});
