/** 自检: loads every table, draws every kind of figure unseen, writes each kind of file and reads it back, tries the store. */
import { checkIndexedDb, checkLocalStorage } from '../../browser/storeCheck';
import { createChart } from '../../charts/engine';
import type { ViewChoices } from '../../domain/address/fields';
import { formatNumber } from '../../domain/wording/format';
import { FILE_CHECKS } from '../../export/fileCheck';
import { figurePicture } from '../../export/picture/figurePicture';
import type { Figure } from '../../figures/figure';
import { figureAt } from '../../figures/figureAt';
import { sampleAddresses } from '../../figures/sampleAddresses';
import type { Probe } from '../../stores/dataset';
import { type CheckResult, safeReason } from './report';

/** One thing to try; `run` gives the detail, or rejects. */
interface Check {
  readonly group: string;
  readonly name: string;
  readonly run: () => Promise<string> | string;
}

/** Width that charts are drawn for. */
const WIDTH = 900;

/**
 * Tries everything, one after the other; never rejects.
 * @param choices undefined where there is no data: nothing is drawn or written then
 * @param host an element in the page that nobody sees, in which charts are drawn
 * @param onResult told of each as it comes
 */
export async function selfCheck(
  choices: ViewChoices | undefined,
  probe: () => Promise<Probe>,
  host: HTMLElement,
  onResult: (result: CheckResult) => void
): Promise<void> {
  await tableChecks(probe, onResult);
  const checks = [...(choices ? [...drawingChecks(choices, host), ...fileChecks(choices)] : []), ...storeChecks()];
  for (const check of checks) {
    // The page paints and takes clicks between two.
    await new Promise((resolve) => setTimeout(resolve));
    onResult(await outcome(check));
  }
}

async function outcome({ group, name, run }: Check): Promise<CheckResult> {
  const started = performance.now();
  try {
    const detail = await run();
    return { group, name, isGood: true, detail: `${detail}，${Math.round(performance.now() - started)}毫秒` };
  } catch (error) {
    return { group, name, isGood: false, detail: safeReason(error) };
  }
}

async function tableChecks(probe: () => Promise<Probe>, onResult: (result: CheckResult) => void): Promise<void> {
  const group = '读表';
  try {
    const { isWhole, tables } = await probe();
    for (const { title, found, kept, problems } of tables) {
      const isGood = kept !== null && kept === found;
      const count = kept === null ? '没有读成' : `${formatNumber(found)}行，读入${formatNumber(kept)}行`;
      onResult({ group, name: title, isGood, detail: `${count}，问题${problems}处` });
    }
    if (!isWhole) onResult({ group, name: '全部', isGood: false, detail: '缺少必需的表，看板打不开这份数据' });
  } catch (error) {
    onResult({ group, name: '全部', isGood: false, detail: safeReason(error) });
  }
}

function drawingChecks(choices: ViewChoices, host: HTMLElement): Check[] {
  return sampleAddresses(choices.dataset).map(({ name, address }) => ({
    group: '画图',
    name,
    run: () => {
      const { figure } = figureAt(address, choices);
      if (!figure) throw new Error('没有图');
      const marks = draw(figure, host);
      return `${marks}个图形`;
    }
  }));
}

/** Draws as the page does and as a picture; @returns how many marks there are */
function draw(figure: Figure, host: HTMLElement): number {
  const { svg } = figurePicture(figure);
  const inPicture = (svg.match(/<(path|text|rect|line|circle)\b/g) ?? []).length;
  if (inPicture === 0) throw new Error('画出来是空的');
  if (figure.body.kind !== 'chart' || (figure.body.owners !== null && figure.body.rows === 0)) return inPicture;
  const drawing = figure.body.part(0, figure.body.rows)({ width: WIDTH, scale: 1 });
  const chart = createChart(host, WIDTH, drawing.height);
  try {
    chart.setOption(drawing.option);
    chart.getZr().flush();
    const marks = host.querySelectorAll('svg path, svg text').length;
    if (marks === 0) throw new Error('画出来是空的');
    return marks;
  } finally {
    chart.dispose();
  }
}

function fileChecks(choices: ViewChoices): Check[] {
  const figure = (): Figure => {
    const { figure: found } = figureAt('/places', choices);
    if (!found) throw new Error('没有图');
    return found;
  };
  return FILE_CHECKS.map(({ name, run }) => ({
    group: '写文件',
    name,
    run: async () => `${Math.round((await run(figure())) / 1000)} kB`
  }));
}

function storeChecks(): Check[] {
  const check = (name: string, run: () => Promise<void>): Check => ({
    group: '存储',
    name,
    run: () => run().then(() => '写入、读回、删除')
  });
  return [check('本地存储', checkLocalStorage), check('数据库（IndexedDB）', checkIndexedDb)];
}
