/** Slides of words as figures: title, agenda, section, text and closing, with the numbers that stand in them. */
import type { Deck, Slide } from '../domain/deck/deck';
import type { WordKind } from '../domain/deck/deckLimits';
import { type LiveLine, liveLines } from '../domain/deck/liveText';
import { deckSections, UNNAMED } from '../domain/deck/sections';

import type { Dataset } from '../domain/model/dataset';
import type { Source } from '../domain/model/records';
import { markFictional } from './fictional';
import type { Figure } from './figure';

/** The heading of a slide of words that has none of its own. */
function headingOf(kind: WordKind, slide: Slide, deck: Deck): string {
  if (kind === 'section') {
    const section = deckSections(deck).find(({ id }) => id === slide.id);
    return section ? section.number + section.title : UNNAMED;
  }
  if (slide.title) return slide.title;
  return { title: deck.name, agenda: '目录', text: '未写标题', closing: '谢谢' }[kind];
}

/**
 * The figure of a slide of words.
 * @param deck the deck it stands in: an agenda lists its sections
 */
export function wordsFigure(kind: WordKind, slide: Slide, deck: Deck, dataset: Dataset): Figure {
  const own = liveLines(dataset, slide.text ?? '').filter(({ text }) => text.trim() !== '');
  const sections = kind === 'agenda' ? deckSections(deck) : [];
  const lines: readonly LiveLine[] = [
    ...sections.map(({ number, title }) => ({ text: number + title, sources: [], problems: [] })),
    ...own
  ];
  const problems = [
    ...own.flatMap((line) => line.problems),
    ...(kind === 'agenda' && sections.length === 0 ? ['还没有章节：加了章节片，目录里就有它的标题。'] : [])
  ];
  const citations = lines.flatMap(({ sources }) => sources);
  const heading = headingOf(kind, slide, deck);
  return markFictional(dataset, {
    verdict: heading,
    subtitle: '',
    notes: [],
    sources: [...new Set(citations.map(({ source }): Source => source))],
    cutoff: '',
    table: {
      caption: heading,
      columns: [{ key: 'text', title: '文字', align: '左' }],
      rows: lines.map(({ text, sources }) => [{ text, value: null, sources }]),
      notes: []
    },
    citations,
    reporters: [],
    absent: [],
    problems: problems.map((text) => ({ key: '', value: '', text })),
    spotlight: '',
    file: [heading, '', ''],
    body: { kind: 'words', form: kind, lines }
  });
}
