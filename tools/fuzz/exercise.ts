/** Everything the page makes of a dataset: every figure, its slides, its files, the lists and the sentences. */
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridSimpleComponent, MarkLineComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { NativeChart } from '../../src/charts/office/nativeChart';
import { recolour } from '../../src/charts/colourSchemes';
import { defaultIndicators } from '../../src/domain/address/defaultIndicator';
import type { ViewChoices } from '../../src/domain/address/fields';
import { auditOf } from '../../src/domain/audit/audit';
import { auditLines } from '../../src/domain/audit/report';
import { emptyDeck, addSlide } from '../../src/domain/deck/deck';
import { formatDeck, parseDeck } from '../../src/domain/deck/deckFile';
import { deckEntries, parseOldLibrary, readDecks } from '../../src/domain/deck/deckLibrary';
import { readyDecks } from '../../src/domain/deck/readyDecks';
import { excerpt, textLines } from '../../src/domain/evidence/excerpt';
import { issueText, type Issue } from '../../src/domain/model/issue';
import type { Dataset } from '../../src/domain/model/dataset';
import { observationRows, progressRows } from '../../src/domain/rows/filterRows';
import { observationFields, taskFields } from '../../src/domain/rows/rowFields';
import { chartWorkbook } from '../../src/export/office/chartWorkbook';
import { chartXml } from '../../src/export/office/chartXml';
import { pictureGrids } from '../../src/export/plan/gridPlan';
import { pptxSlides } from '../../src/export/plan/pptxPlan';
import { workbookPlan } from '../../src/export/plan/workbookPlan';
import { csvOf } from '../../src/export/text/tableCsv';
import { tableHtml, tableText } from '../../src/export/text/clipboardTable';
import { wholeChart, type Figure } from '../../src/figures/figure';
import { figureAt } from '../../src/figures/figureAt';
import { fileName } from '../../src/figures/fileName';
import { slideRemarks, slideTitle } from '../../src/slides/slideText';
import { slideSteps } from '../../src/slides/slidePlan';
import { addressesFor, brokenAddress } from './addresses';
import type { Chance } from './chance';
import { mutateJson } from './mutate';
import { TEXTS } from './hostile';
import { unprintable, type Fault } from './inspect';

use([BarChart, LineChart, ScatterChart, GridSimpleComponent, MarkLineComponent, SVGRenderer]);

/** Runs a step; a throw is a fault. */
export type Attempt = (where: string, step: () => unknown) => void;

export interface Exercise {
  readonly faults: readonly Fault[];
  /** How many figures were made. */
  readonly figures: number;
}

/** What of all that is made of a dataset throws or prints nonsense. */
export function exercise(dataset: Dataset, issues: readonly Issue[], chance: Chance): Exercise {
  const faults: Fault[] = [];
  let figures = 0;
  const attempt: Attempt = (where, step) => {
    try {
      faults.push(...unprintable(step(), where));
    } catch (error) {
      faults.push({ where, what: `抛错：${error instanceof Error ? (error.stack ?? error.message) : String(error)}` });
    }
  };
  const choices = { dataset, defaultIndicator: defaultIndicators(dataset) };
  const addresses = addressesFor(dataset, chance);
  // The value is the clerk's own.
  attempt('读取问题', () => issues.map((issue) => issueText({ ...issue, value: undefined })));
  for (const address of addresses) {
    let figure: Figure | undefined;
    attempt(address, () => {
      const at = figureAt(address, choices);
      figure = at.figure;
      return at.problems;
    });
    if (!figure) continue;
    figures += 1;
    exerciseFigure(address, figure, attempt, chance);
  }
  exerciseAddresses(addresses, choices, attempt, chance);
  exerciseLists(dataset, attempt, chance);
  exerciseDecks(addresses, choices, attempt, chance);
  return { faults, figures };
}

function exerciseFigure(address: string, figure: Figure, attempt: Attempt, chance: Chance): void {
  attempt(`${address} 图`, () => ({ ...figure, body: { ...figure.body, part: undefined } }));
  attempt(`${address} 文件名`, () => fileName(figure.file));
  attempt(`${address} CSV`, () => csvOf(figure));
  attempt(`${address} 复制`, () => [tableText(figure.table), tableHtml(figure.table)]);
  attempt(`${address} XLSX`, () => workbookPlan([figure]));
  attempt(`${address} 表格图片`, () => pictureGrids(figure));
  for (const ratio of ['16:9', '4:3'] as const) {
    const format = { ratio, size: chance.pick([1, 1.25, 1.5]) };
    attempt(`${address} 幻灯片 ${ratio}`, () => [
      slideSteps(figure, figure.verdict, format),
      slideTitle(figure.verdict, format),
      slideRemarks(figure, [], format)
    ]);
  }
  attempt(`${address} PPTX`, () => {
    const slides = pptxSlides({ title: '', notes: '', figure, problems: [] });
    const roomOf = (chart: NativeChart) => ({ width: 800, height: 400, font: 12, names: chart.categories });
    return slides.map(({ figure: _figure, ...slide }) => [
      slide,
      slide.body.kind === 'chart'
        ? [chartXml(slide.body.chart, roomOf(slide.body.chart)), chartWorkbook(slide.body.chart)]
        : []
    ]);
  });
  if (figure.body.kind === 'chart') attempt(`${address} 画`, () => drawn(figure, chance));
}

/** The chart as SVG text, and the lines of each mark's tip. */
function drawn(figure: Figure, chance: Chance): unknown {
  const context = { width: chance.pick([360, 900, 1800]), scale: chance.pick([1, 1.6]) };
  const build = recolour(wholeChart(figure), chance.pick(['light', 'contrast', 'dark']));
  const drawing = build(context);
  const chart = init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: context.width,
    height: Math.max(1, drawing.height)
  });
  chart.setOption(drawing.option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  const marks = drawing.marks ?? [];
  return [svg, marks.map((mark) => [drawing.tip?.(mark), drawing.sources?.(mark)])];
}

function exerciseAddresses(addresses: readonly string[], choices: ViewChoices, attempt: Attempt, chance: Chance): void {
  for (let i = 0; i < 4; i++) {
    const broken = brokenAddress(chance.pick(addresses), chance);
    attempt(`改坏的地址 ${broken}`, () => {
      const { figure, problems } = figureAt(broken, choices);
      return [figure?.verdict, problems];
    });
  }
}

function exerciseLists(dataset: Dataset, attempt: Attempt, chance: Chance): void {
  attempt('自查', () => auditLines(auditOf(dataset)));
  const filter = {
    text: chance.pick(TEXTS),
    value: chance.pick(['', '>5', '1-2']),
    place: chance.pick(['', ...TEXTS])
  };
  attempt('观测值', () => [...observationRows(dataset, filter)]);
  attempt('任务进度', () => [...progressRows(dataset, filter)]);
  attempt('观测值各列', () => dataset.allObservations().slice(0, 200).map(observationFields));
  attempt('任务进度各列', () => dataset.progress.slice(0, 200).map(taskFields));
  attempt('原文', () => {
    const lines = textLines(Array.from({ length: 5 }, () => chance.pick(TEXTS)).join('\n'));
    return dataset
      .allObservations()
      .slice(0, 20)
      .map(({ line, written }) => excerpt(lines, chance.pick([line ?? 1, 1, 3, 99]), written, 2));
  });
}

function exerciseDecks(addresses: readonly string[], choices: ViewChoices, attempt: Attempt, chance: Chance): void {
  const title = chance.pick(TEXTS);
  const deck = addresses.reduce(
    (all, address) => addSlide(all, { address, title, notes: chance.pick(TEXTS) }),
    emptyDeck('d', title || '稿')
  );
  attempt('备好的演示稿', () => readyDecks(choices));
  attempt('演示稿文件', () => parseDeck(mutateJson(formatDeck(deck), chance), 'd', choices));
  attempt('存下的演示稿', () =>
    readDecks(
      deckEntries(deck).map(([key, text]) => [
        chance.happens(0.05) ? chance.pick(TEXTS) : key,
        mutateJson(text, chance)
      ])
    )
  );
  attempt('旧的演示稿库', () =>
    parseOldLibrary(mutateJson(JSON.stringify({ own: [deck, { ...deck, id: '__proto__' }], current: 'd' }), chance))
  );
}
