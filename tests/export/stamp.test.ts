import { describe, expect, it } from 'vitest';
import { csvOfRows } from '../../src/export/exportRows';
import { sourceText } from '../../src/export/plan/figureTexts';
import { pptxSlides } from '../../src/export/plan/pptxPlan';
import { rowsSheet } from '../../src/export/plan/rowsSheet';
import { workbookPlan } from '../../src/export/plan/workbookPlan';
import { stampText } from '../../src/export/stamp';
import { csvOf } from '../../src/export/text/tableCsv';
import { observationList } from '../../src/domain/table/rowList';
import { observationRows } from '../../src/domain/rows/filterRows';
import { dataVersionText } from '../../src/domain/wording/dataVersionText';
import { figureAt } from '../../src/figures/figureAt';
import { loadDataset } from '../../src/datasets/loadDataset';
import { fetchFrom, fixtureFolder } from '../fixtures/readFolder';

const STAMP = '数据版本 0.1.0+ab12cd34，含2批上新 · 2026-11-28 19:05导出';

async function small() {
  const result = await loadDataset({ fetchBytes: fetchFrom([fixtureFolder('small'), fixtureFolder('data')]) });
  if (result.kind === 'failed') throw new Error('not loaded');
  return result.dataset;
}

describe('the stamp of a file', () => {
  it('is the version of the data and the minute', () => {
    const at = new Date(2026, 10, 28, 19, 5, 59);
    expect(stampText(dataVersionText({ version: '0.1.0+ab12cd34', batches: 2 }), at)).toBe(STAMP);
    expect(stampText(dataVersionText({ version: '0.1.0', batches: 0 }), at)).toBe(
      '数据版本 0.1.0 · 2026-11-28 19:05导出'
    );
    expect(stampText(dataVersionText({ version: '', batches: 0 }), at)).toBe('2026-11-28 19:05导出');
  });

  it('stands in each file of a figure, and nowhere without one', async () => {
    const dataset = await small();
    const figure = figureAt('/places?i=htn', { dataset, defaultIndicator: { places: 'htn', periods: 'htn' } }).figure!;
    const view = { title: '', notes: '', figure };
    expect(sourceText(figure, STAMP)).toMatch(
      /^来源：.* · 数据版本 0\.1\.0\+ab12cd34，含2批上新 · 2026-11-28 19:05导出$/
    );
    expect(csvOf(figure, STAMP)).toContain(`导出,${STAMP}\r\n`);
    expect(csvOf(figure)).not.toContain('导出');
    expect(workbookPlan([figure], STAMP)[0]!.rows[1]![0]!.value).toContain(STAMP);
    const [slide] = pptxSlides(view, STAMP);
    expect(slide!.notes).toContain(STAMP);
    expect(slide!.source).toContain(STAMP);
    expect(pptxSlides(view)[0]!.source).not.toContain('导出');
  });

  it('stands in the files of rows', async () => {
    const dataset = await small();
    const filter = {} as Parameters<typeof observationRows>[1];
    const order = { by: '', descending: false } as const;
    const rows = observationRows(dataset, filter, order, () => true);
    const list = observationList(dataset, rows, filter, order);
    expect(rowsSheet(list, STAMP).rows[1]![0]!.value).toBe(`筛选：无；顺序：按原表顺序 · ${STAMP}`);
    const text = await (await csvOfRows(list, { stamp: STAMP })).text();
    expect(text).toMatch(new RegExp(`\\r\\n导出,${STAMP.replace(/[+.]/g, '\\$&')}\\r\\n$`));
  });
});
