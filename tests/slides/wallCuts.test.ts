import { beforeAll, describe, expect, it } from 'vitest';
import '../../src/charts/wholeEngine';
import type { DrawingBuilder } from '../../src/charts/drawing';
import type { ViewChoices } from '../../src/domain/address/fields';
import { addSlide, emptyDeck, type NewSlide } from '../../src/domain/deck/deck';
import type { ChartBody, Figure } from '../../src/figures/figure';
import { sampleAddresses } from '../../src/figures/sampleAddresses';
import { slideFigure } from '../../src/figures/slideFigure';
import { paneFormat, paneRoom } from '../../src/slides/pairPlan';
import { bodyRoom } from '../../src/slides/slideBoxes';
import { slideSteps } from '../../src/slides/slidePlan';
import type { SlideStep } from '../../src/slides/slideStep';
import { innerWidth, type SlideFormat } from '../../src/slides/slideText';
import { render } from '../charts/render';
import { choicesOf } from '../figures/realData';

/** What ends a text that was cut: ours, and that of ECharts. */
const CUT = /…|\.{3}/;
const OLD: SlideFormat = { ratio: '4:3', size: 1 };
const PAIRS = [
  ['/places', '/progress?place=all'],
  ['/periods', '/places'],
  ['/progress', '/periods']
] as const;

/** Texts of a chart as it stands on a slide that end before they are said. */
function cutIn(body: ChartBody, step: SlideStep, room: number, format: SlideFormat): string[] {
  const draw = body.part(step.from, step.to);
  const lit = step.spotlight ? { spotlight: step.spotlight } : {};
  const onWall: DrawingBuilder = (context) => draw({ ...context, height: room, ...lit });
  return render(onWall, innerWidth(format), step.scale * format.size).texts.filter((text) => CUT.test(text));
}

/** The same of all steps of a slide. */
function cutsOf(figure: Figure, problems: readonly string[], format: SlideFormat): string[] {
  const { body, verdict } = figure;
  const title = body.kind === 'pair' ? '' : verdict;
  const steps = slideSteps(figure, title, format, problems);
  const room = bodyRoom(figure, title, format, problems);
  const found = steps.flatMap((step) => {
    if (body.kind === 'chart') return cutIn(body, step, room, format);
    if (body.kind !== 'pair') return [];
    return [body.left, body.right].flatMap((side, at) =>
      side.body.kind === 'chart'
        ? cutIn(
            side.body,
            at === 0 ? step : step.beside!,
            paneRoom(body, side, room, format, step.share),
            paneFormat(body, format)
          )
        : []
    );
  });
  return [...new Set(found)];
}

describe.each(['data', 'data/demo'])('on no step of a slide of %s', (folder) => {
  let choices: ViewChoices;
  beforeAll(async () => {
    choices = await choicesOf(folder);
  });

  const faultsOf = (slides: readonly NewSlide[], format: SlideFormat) =>
    slides.flatMap((slide) => {
      const deck = addSlide(emptyDeck('d', ''), slide);
      const { figure, problems } = slideFigure(deck.slides[0]!, deck, choices);
      const texts = problems.map(({ text }) => text);
      return cutsOf(figure!, texts, format).map(
        (text) => `${slide.address} ${'beside' in slide ? slide.beside : ''}: ${text}`
      );
    });

  it.each([
    ['16:9', 1],
    ['4:3', 1]
  ] as const)('is a word of a chart cut, at %s in type × %s', (ratio, size) => {
    const slides: NewSlide[] = [
      ...sampleAddresses(choices.dataset).map(({ address }) => ({ address })),
      ...PAIRS.map(([address, beside]) => ({ address, beside }))
    ];
    expect(faultsOf(slides, { ratio, size })).toEqual([]);
  });

  it('is a name of a task or of a place side by side cut in the largest type, which there grows no further', () => {
    const slides: NewSlide[] = [{ address: '/progress' }, { address: '/periods', beside: '/places' }];
    expect(faultsOf(slides, { ratio: '4:3', size: 1.3 })).toEqual([]);
  });
});

it('a cut name is noticed: in type thrice as large names have no room', async () => {
  const deck = addSlide(emptyDeck('d', ''), { address: '/places' });
  const { figure } = slideFigure(deck.slides[0]!, deck, await choicesOf('data'));
  if (figure!.body.kind !== 'chart') throw new Error('no chart');
  const step: SlideStep = { ...slideSteps(figure!, '', OLD)[0]!, scale: 6 };
  expect(cutIn(figure!.body, step, 900, OLD)).not.toEqual([]);
});
