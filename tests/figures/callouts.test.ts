import { beforeAll, describe, expect, it } from 'vitest';
import { chartPicture } from '../../src/charts/wholeEngine';
import type { ViewChoices } from '../../src/domain/address/fields';
import type { Callout } from '../../src/domain/deck/callout';
import { addSlide, emptyDeck } from '../../src/domain/deck/deck';
import { figureMarks } from '../../src/figures/callouts';
import type { ChartBody, Figure } from '../../src/figures/figure';
import { figureAt } from '../../src/figures/figureAt';
import { sampleAddresses } from '../../src/figures/sampleAddresses';
import { slideFigure } from '../../src/figures/slideFigure';
import { slideSteps } from '../../src/slides/slidePlan';
import { choicesOf } from './realData';

let real: ViewChoices;
let demo: ViewChoices;
beforeAll(async () => {
  real = await choicesOf('data');
  demo = await choicesOf('data/demo');
});

function shown(address: string, callouts: readonly Callout[], choices = real, beside?: string) {
  const deck = addSlide(emptyDeck('d', '例会'), { address, callouts, ...(beside ? { beside } : {}) });
  const { figure, problems } = slideFigure(deck.slides[0]!, deck, choices);
  return { figure: figure!, problems: problems.map(({ text }) => text) };
}
function texts(figure: Figure, from = 0, to = (figure.body as ChartBody).rows): string[] {
  const { svg } = chartPicture((figure.body as ChartBody).part(from, to), { width: 900, scale: 1 });
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1]!);
}

const BAOAN = { place: 'baoan', period: '2020-10-31', indicator: 'smd-standard-rate', text: '口径有调整' };
const PLACES = '/places?i=smd-standard-rate';

describe('the numbers that a remark can stand at', () => {
  it('have the names of their place, indicator or task, and period', () => {
    const named = (address: string, choices = real) =>
      figureMarks(figureAt(address, choices).figure!)
        .slice(0, 2)
        .map(({ name }) => name);
    expect(named(PLACES)[0]).toBe('宝安区 严重精神障碍患者规范管理率 2020年10月31日');
    expect(named('/progress?place=xiangshan')[0]).toBe('象山县 结直肠癌筛查·结肠镜检查 2020年');
    expect(named('/periods?i=hospital-visits', demo)).toEqual([
      '拟东区 医院门急诊人次 2023年1月',
      '拟东区 医院门急诊人次 2023年2月'
    ]);
    expect(named('/places?tab=heat', demo)).toEqual([
      '拟州市 医院门急诊人次 2024年12月',
      '拟东区 医院门急诊人次 2024年12月'
    ]);
  });

  it('are each found again in every kind of figure, with a word where one isn’t', () => {
    for (const choices of [real, demo])
      for (const { name, address } of sampleAddresses(choices.dataset)) {
        const [first] = figureMarks(figureAt(address, choices).figure!);
        if (!first) continue;
        const own = { ...first.at, text: '短说明在此' };
        const { figure, problems } = shown(address, [own, { ...own, period: '1999' }], choices);
        expect(problems, name).toHaveLength(1);
        expect(problems[0], name).toMatch(/^短说明“短说明在此”没有画：图里没有.*1999年的数了。$/);
        if (figure.body.kind === 'chart') {
          const page = slideSteps(figure, '', { ratio: '16:9', size: 1 }).find(({ spotlight }) => !spotlight)!;
          expect(texts(figure, page.from, page.to), name).toContain('短说明在此');
        } else expect(figure.notes[0]!.text, name).toMatch(/^①.*：短说明在此$/);
      }
  });
});

describe('a figure with remarks', () => {
  it('keeps each at its number, whatever the order of the rows', () => {
    const at = (address: string) => {
      const { body } = shown(address, [BAOAN]).figure as Figure & { body: ChartBody };
      return body.native!(0, body.rows).callouts;
    };
    const order = figureMarks(figureAt(PLACES, real).figure!).map((mark) => mark.at.place);
    expect(at(PLACES)).toEqual([{ series: 0, category: order.indexOf('baoan'), text: '口径有调整' }]);
    expect(order.indexOf('baoan')).toBe(0);
    const turned = figureMarks(figureAt(`${PLACES}&sort=official`, real).figure!).map((mark) => mark.at.place);
    expect(at(`${PLACES}&sort=official`)![0]!.category).toBe(turned.indexOf('baoan'));
  });

  it('says whose is gone by name, and by id where the data don’t know it', () => {
    expect(shown(PLACES, [{ ...BAOAN, period: '2019' }]).problems).toEqual([
      '短说明“口径有调整”没有画：图里没有宝安区 严重精神障碍患者规范管理率 2019年的数了。'
    ]);
    const gone = { place: 'gone', period: '2020', task: 'nothing', text: '注意' };
    expect(shown(PLACES, [gone]).problems).toEqual(['短说明“注意”没有画：图里没有gone nothing 2020年的数了。']);
  });

  it('that stands beside another has those of its own', () => {
    const task = { place: 'xiangshan', period: '2020', task: 'crc-colonoscopy', text: '两家没有报' };
    const { figure, problems } = shown(PLACES, [BAOAN, task], real, '/progress?place=xiangshan');
    expect(problems).toEqual([]);
    expect(figure.body.kind).toBe('pair');
    if (figure.body.kind !== 'pair') return;
    const { left, right } = figure.body;
    expect([left, right].map(({ body }) => (body as ChartBody).callouts)).toEqual([['口径有调整'], ['两家没有报']]);
  });

  it('has them in no light but that of the place in it', () => {
    const { figure } = shown(`${PLACES}&focus=zhongfang`, [BAOAN]);
    const body = figure.body as ChartBody;
    const draw = (spotlight?: string) =>
      chartPicture((context) => body.part(0, body.rows)({ ...context, spotlight }), { width: 900, scale: 1 }).svg;
    expect(draw()).toContain('口径有调整');
    expect(draw('zhongfang')).not.toContain('口径有调整');
    expect(draw('baoan')).toContain('口径有调整');
  });

  it('is itself where none of them is about it', () => {
    const plain = figureAt(PLACES, real).figure!;
    expect(shown(PLACES, [{ ...BAOAN, period: '2019' }]).figure).toBe(plain);
  });
});
