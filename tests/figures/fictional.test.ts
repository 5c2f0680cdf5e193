import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/datasets/loadDataset';
import { defaultIndicators } from '../../src/domain/address/defaultIndicator';
import type { ViewChoices } from '../../src/domain/address/fields';
import { observationList, taskList } from '../../src/domain/table/rowList';
import type { Dataset } from '../../src/domain/model/dataset';
import { csvOf } from '../../src/export/text/tableCsv';
import { figurePicture } from '../../src/export/picture/figurePicture';
import { pptxSlides } from '../../src/export/plan/pptxPlan';
import { listTitle, rowsSheet } from '../../src/export/plan/rowsSheet';
import { workbookPlan } from '../../src/export/plan/workbookPlan';
import type { Figure } from '../../src/figures/figure';
import { figureAt } from '../../src/figures/figureAt';
import { fileName } from '../../src/figures/fileName';
import { fetchFrom, fixtureFolder } from '../fixtures/readFolder';

const MARK = '示例（虚构）';
const ORDER = { by: '', descending: false } as const;
const ADDRESSES = [
  '/',
  '/places?i=outpatient',
  '/places?tab=table',
  '/places?tab=heat',
  '/periods?i=outpatient&p=nidong,lian',
  '/periods?tab=changes',
  '/periods?tab=facets',
  '/progress?place=all',
  '/progress?place=all&page=2',
  '/progress?place=all&tab=matrix',
  '/progress?place=all&tab=plans',
  '/progress?place=all&tab=supervise',
  '/progress?place=all&tab=sums',
  '/profile?place=lian',
  '/data?tab=missing',
  '/data?tab=reported',
  '/data?tab=audit'
];

async function choicesOf(folder: string, fictional?: boolean): Promise<ViewChoices> {
  const result = await loadDataset({ fetchBytes: fetchFrom([fixtureFolder(folder)]), fictional });
  if (result.kind === 'failed') throw new Error('not loaded');
  return { dataset: result.dataset, defaultIndicator: defaultIndicators(result.dataset) };
}
const demo = choicesOf('data/demo');

async function figures(): Promise<[string, Figure][]> {
  const choices = await demo;
  return ADDRESSES.map((address) => {
    const { figure } = figureAt(address, choices);
    if (!figure) throw new Error(`no figure at ${address}`);
    return [address, figure];
  });
}

describe('every figure of an invented dataset', () => {
  it('says so in its subtitle, its notes and the name of its files', async () => {
    for (const [address, figure] of await figures()) {
      expect(figure.subtitle, address).toMatch(/^示例（虚构）/);
      expect(figure.notes[0]?.text, address).toBe('示例数据，地名、机构和数字全部虚构，不能引用。');
      expect(fileName(figure.file), address).toMatch(/^示例（虚构）/);
    }
  });

  it('says so in every file that is made of it', async () => {
    for (const [address, figure] of await figures()) {
      expect(csvOf(figure), address).toContain(`副题,${MARK}`);
      const [sheet] = workbookPlan([figure]);
      expect(sheet!.name, address).toContain('示例');
      expect(JSON.stringify(sheet!.rows.slice(0, 2)), address).toContain(MARK);
      for (const slide of pptxSlides({ title: '自己的标题', notes: '', figure })) {
        expect(slide.subtitle, address).toContain(MARK);
        expect(slide.notes, address).toContain('全部虚构');
      }
      if (figure.body.kind !== 'chart') expect(figurePicture(figure).svg, address).toContain(MARK);
    }
  });

  it('says so in lists of rows too', async () => {
    const { dataset } = await demo;
    const rows = new Int32Array([0]);
    for (const list of [observationList(dataset, rows, {}, ORDER), taskList(dataset, rows, {}, ORDER)]) {
      expect(listTitle(list)).toBe(`${MARK}${list.name}，1行`);
      expect(rowsSheet(list).name).toBe(`${MARK}${list.name}`);
    }
  });

  it('leaves real figures alone', async () => {
    const { dataset, defaultIndicator } = await choicesOf('data');
    expect(dataset.fictional).toBe(false);
    for (const address of ['/', '/places', '/data?tab=audit', '/data?tab=missing', '/progress']) {
      const { figure } = figureAt(address, { dataset, defaultIndicator });
      expect(JSON.stringify([figure?.subtitle, figure?.notes, figure?.file]), address).not.toContain('虚构');
    }
  });
});

describe('a dataset', () => {
  it('is invented where its package or the list of datasets says so', async () => {
    const fictional = async (folder: string, listed?: boolean): Promise<Dataset['fictional']> =>
      (await choicesOf(folder, listed)).dataset.fictional;
    expect(await fictional('data/demo')).toBe(true);
    expect(await fictional('data/demo', false)).toBe(true);
    expect(await fictional('data', true)).toBe(true);
    expect(await fictional('data')).toBe(false);
  });
});
