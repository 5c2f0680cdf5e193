import { beforeAll, describe, expect, it } from 'vitest';
import type { ViewChoices } from '../../../src/domain/address/fields';
import { tableText } from '../../../src/export/text/clipboardTable';
import { cardTexts, cardTextsInPicture } from '../../../src/export/plan/figureTexts';
import { pptxSlides } from '../../../src/export/plan/pptxPlan';
import { csvOf } from '../../../src/export/text/tableCsv';
import { figureAt } from '../../../src/figures/figureAt';
import { choicesOf } from '../../figures/realData';

let choices: ViewChoices;
beforeAll(async () => {
  choices = await choicesOf('data');
});
const at = (address: string) => figureAt(address, choices).figure!;

describe('the 口径卡 in what is exported', () => {
  it('says every field of the indicator and who reports it', () => {
    const [text, ...more] = cardTexts(at('/places?i=smd-standard-rate'));
    expect(more).toEqual([]);
    expect(text).toMatch(/^口径·严重精神障碍患者规范管理率：定义：/);
    for (const field of ['分子：', '分母：', '单位：%（比率，', '方向：越高越好', '口径组：', '主题：慢病与精神卫生'])
      expect(text).toContain(field);
    expect(text).toContain('填报：舟山市、未具名县（四川）〔推断〕、宝安区、中方县');
  });

  it('goes along in CSV, clipboard, speaker notes and, of one indicator, in the picture', () => {
    const figure = at('/places?i=smd-standard-rate');
    const [card] = cardTexts(figure);
    expect(csvOf(figure)).toContain(card!);
    expect(tableText(figure.table, cardTexts(figure))).toContain(`\r\n\r\n${card}`);
    expect(
      pptxSlides({ figure, title: '', notes: '', problems: [] } as unknown as Parameters<typeof pptxSlides>[0])[0]!
        .notes
    ).toContain(card!);
    expect(cardTextsInPicture(figure)).toEqual([card]);
  });

  it('tells of each task: unit, schedule and the indicator of its result', () => {
    const figure = at('/progress?place=xiangshan');
    const text = cardTexts(figure).find((card) => card.startsWith('口径·结直肠癌筛查·结肠镜检查：'))!;
    expect(text).toContain('单位：例；进度：按天均匀推进');
    expect(text).toContain('指标：结肠镜检查例数；定义：');
    expect(cardTextsInPicture(figure)).toEqual([
      `口径：${cardTexts(figure).length}项，逐项见同一张表导出的XLSX或CSV。`
    ]);
    for (const tab of ['matrix', 'plans', 'supervise', 'sums'])
      expect(at(`/progress?place=all&tab=${tab}`).taskCards!.length).toBeGreaterThan(0);
  });
});
