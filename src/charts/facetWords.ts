/** The words of small charts: what each shows and its last number, the ends of time, what the two lines are. */
import type { Facet, Facets } from '../domain/facets/answer';
import { periodLabel } from '../domain/time/periodLabel';
import { placeMark } from '../domain/wording/placeLabel';
import { fitMarked, type Option, escapeLabel, textWidth } from './drawing';
import type { FacetBox, FacetLayout } from './facetLayout';
import { isDimmed, palette, type RenderContext } from './theme';
import { pointLabel } from './trendPoints';

/** Id of the series of names and numbers: two a small chart, which stand for all of it. */
export const WORDS = 'words';

/** Of a long name so much is read at least, in ems. */
const LEAST_NAME = 5;

/** Words at points of the picture that can't be seen. */
function textSeries(id: string, data: readonly object[], silent: boolean): Option {
  return {
    id,
    type: 'scatter',
    silent,
    clip: false,
    animation: false,
    symbolSize: 1,
    itemStyle: { color: 'transparent', opacity: 1 },
    data
  } as Option;
}

function word(at: readonly [number, number], text: string, align: 'left' | 'right', look: object): object {
  return {
    value: at,
    // A label at the right of its point begins there.
    label: {
      show: true,
      position: align === 'left' ? 'right' : 'left',
      distance: 0,
      formatter: escapeLabel(text),
      ...look
    }
  };
}

/** What stands above a small chart: its name as far as there is room, and its last number. */
export function facetHead(answer: Facets, { facet, words }: FacetBox, font: number): { title: string; value: string } {
  const width = words.right - words.left - font * 0.6;
  const named = Math.min(textWidth(facet.title, font), font * LEAST_NAME);
  const texts = valueTexts(answer, facet);
  const value = texts.find((text) => textWidth(text, font) <= width - named) ?? texts[texts.length - 1]!;
  const mark = answer.by === 'places' ? placeMark(facet.place) : '';
  return { title: fitMarked(facet.title, mark, font, width - textWidth(value, font)), value };
}

/** Of each small chart its name, then its last number. */
export function wordsSeries(answer: Facets, { boxes, sizes }: FacetLayout, context: RenderContext): Option {
  const { font } = sizes;
  const data = boxes.flatMap((box) => {
    const { facet, words } = box;
    const { title, value } = facetHead(answer, box, font);
    const isOwn = facet.isOwn && answer.by === 'places';
    const ink = isDimmed(facet, context) ? palette.inkFaint : isOwn ? palette.accent : palette.ink;
    const look = { fontSize: font, fontWeight: isOwn ? 'bold' : 'normal', color: ink };
    return [
      word([words.left, words.y], title, 'left', look),
      word([words.right, words.y], value, 'right', { ...look, fontWeight: 'bold' })
    ];
  });
  return textSeries(WORDS, data, false);
}

/** With its unit where each has its own; where its period isn't the one of most with that too, if there is room. */
function valueTexts({ by, facets }: Facets, facet: Facet): string[] {
  const { last, scale } = facet;
  const figure = `${pointLabel(last, facet)}${by === 'indicators' ? scale.unit.replace(/^1\//, '/') : ''}`;
  const isLate = by === 'places' && last.period.text !== facets[0]!.last.period.text;
  return isLate ? [`${figure}（${periodLabel(last.period)}）`, figure] : [figure];
}

/** What the strokes of breaks mean, where there is room beside them. */
export function breaksSeries({ boxes, sizes }: FacetLayout): Option {
  const look = { fontSize: sizes.small, color: palette.clock };
  const data = boxes.flatMap(({ facet, breaks }) =>
    breaks.flatMap((box, i) =>
      box ? [word([box.left, box.top + box.height / 2], facet.breaks[i]!.label, 'left', look)] : []
    )
  );
  return textSeries('breaks', data, true);
}

/** A word from its left or its right end. */
export interface EndWord {
  readonly at: readonly [x: number, y: number];
  readonly text: string;
  readonly align: 'left' | 'right';
}

/**
 * Below each column where time begins and where it ends. Where both have no room, as on a phone, the beginning below the
 * first column and the end below the others: the axis is the same.
 */
export function endWords({ boxes, sizes, ends }: FacetLayout): EndWord[] {
  const { small } = sizes;
  const [first, last] = ends;
  return boxes
    .filter(({ isLowest }) => isLowest)
    .flatMap(({ plot }): EndWord[] => {
      const y = plot.top + plot.height + small * 0.95;
      const { left, width } = plot;
      if (first === last) return [{ at: [left, y], text: last, align: 'left' }];
      const both = textWidth(first, small) + textWidth(last, small) + small <= width;
      const isFirst = left === boxes[0]!.plot.left && boxes.length > 1;
      return [
        ...(both || isFirst ? [{ at: [left, y], text: first, align: 'left' } as const] : []),
        ...(both || !isFirst ? [{ at: [left + width, y], text: last, align: 'right' } as const] : [])
      ];
    });
}

/** The ends of time as a series. */
export function endsSeries(layout: FacetLayout): Option {
  const look = { fontSize: layout.sizes.small, color: palette.inkSoft };
  const data = endWords(layout).map(({ at, text, align }) => word(at, text, align, look));
  return textSeries('ends', data, true);
}

interface FacetKey {
  readonly text: string;
  /** Empty: words without a line. */
  readonly colour: string;
  readonly width: number;
}

/** What the two lines are, and that the axis doesn't begin at zero. */
export function facetKey(answer: Facets, boxes: readonly Pick<FacetBox, 'axis'>[]): FacetKey[] {
  const ownName = answer.by === 'places' ? '本图地区' : (answer.place?.name ?? '');
  const hasGrey = answer.facets.some(({ reference }) => reference !== null);
  const remark = boxes.every(({ axis }) => axis.fromZero)
    ? ''
    : boxes.some(({ axis }) => axis.fromZero)
      ? '有的纵轴不从0起'
      : '纵轴不从0起';
  return [
    { text: ownName, colour: palette.accent, width: 2.4 },
    ...(hasGrey ? [{ text: answer.referenceName, colour: palette.context, width: 1.4 }] : []),
    ...(remark ? [{ text: remark, colour: '', width: 0 }] : [])
  ];
}

/** The key as a line above all. */
export function keySeries(answer: Facets, { boxes, keyY, sizes }: FacetLayout, { scale }: RenderContext): Option[] {
  const { small } = sizes;
  const entries = facetKey(answer, boxes);
  const look = { fontSize: small, color: palette.inkSoft };
  const sample = Math.round(22 * scale);
  let x = Math.round(2 * scale);
  const words: object[] = [];
  const strokes: Option[] = [];
  entries.forEach(({ text, colour, width }, i) => {
    if (colour) {
      strokes.push({
        id: `key${i}`,
        type: 'line',
        silent: true,
        symbol: 'none',
        animation: false,
        lineStyle: { color: colour, width: width * scale },
        data: [
          [x, keyY],
          [x + sample, keyY]
        ]
      } as Option);
      x += sample + Math.round(6 * scale);
    }
    words.push(word([x, keyY], text, 'left', look));
    x += textWidth(text, small) + Math.round(18 * scale);
  });
  return [...strokes, textSeries('key', words, true)];
}
