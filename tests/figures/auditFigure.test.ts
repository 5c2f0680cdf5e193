import { beforeAll, describe, expect, it } from 'vitest';
import type { ViewChoices } from '../../src/domain/address/fields';
import { pptxSlides } from '../../src/export/plan/pptxPlan';
import { figureAt } from '../../src/figures/figureAt';
import { slideSteps } from '../../src/slides/slidePlan';
import { choicesOf } from './realData';

describe('自查 as a figure', () => {
  let choices: ViewChoices;
  beforeAll(async () => {
    choices = await choicesOf('data');
  });
  const at = (address: string) => figureAt(address, choices).figure!;

  it('says what was found, and lists each with its arithmetic, sureness, kind and lines', () => {
    const { verdict, table, sources, cutoff } = at('/data?tab=audit');
    expect(verdict).toMatch(/^查出\d+处：确定\d+处，很可能\d+处，可疑\d+处/);
    expect(table.columns.map((column) => column.title)).toEqual(['内容', '算式', '把握', '类别', '说明', '出处']);
    const blood = table.rows.find((row) => row[0]!.text.startsWith('象山县2020年10月全血采集量'))!;
    expect(blood.slice(1, 5).map((cell) => cell.text)).toEqual([
      '270.5＋216.5＋19＋19＝525，原文合计523',
      '确定',
      '合计',
      '分项相加比合计多2单位；全血采集量按四条途径分'
    ]);
    expect(blood[5]!.text).toContain('第357行');
    expect(blood[1]!.sources!.length).toBeGreaterThan(3);
    expect(sources.length).toBeGreaterThan(1);
    expect(cutoff).toBe('');
  });

  it('keeps to the list and the kind of the address', () => {
    const { verdict, table } = at('/data?tab=audit&show=right&kind=合计');
    expect(verdict).toBe(`合计：核对没有问题的${table.rows.length}处`);
    expect(new Set(table.rows.map((row) => row[3]!.text))).toEqual(new Set(['合计']));
    expect(table.columns[2]!.title).toBe('结果');
    const over = at('/data?tab=audit&show=over');
    expect(over.verdict).toBe(`完成率超过100%的${over.table.rows.length}处，不算问题`);
  });

  it('is shown and exported whole', () => {
    const figure = at('/data?tab=audit');
    const steps = slideSteps(figure, figure.verdict, { ratio: '16:9', size: 1 });
    expect(steps[steps.length - 1]!.to).toBe(figure.table.rows.length);
    expect(pptxSlides({ title: '', notes: '', figure, problems: [] }).length).toBeGreaterThan(1);
  });

  it('has nothing in it where nothing was found, and is a figure all the same', async () => {
    const monthly = await choicesOf('monthly');
    const { figure } = figureAt('/data?tab=audit&kind=分母', monthly);
    expect(figure!.verdict).toBe('分母：查出0处');
    expect(figure!.table.rows).toEqual([]);
    expect(slideSteps(figure!, figure!.verdict, { ratio: '4:3', size: 1 })).toHaveLength(1);
  });
});
