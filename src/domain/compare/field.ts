/** Where all places of a comparison lie: worst, middle half, best. */
import type { ComparisonRow, Field } from './comparison';
import { betterFirst } from './ranking';
import type { Indicator } from '../model/records';
import { spreadAt } from '../variation/spread';
import type { Note } from '../wording/note';
import { placeLabel } from '../wording/placeLabel';
import { type Comparatives, placeNoun } from '../wording/words';

/** Fewer bars are seen at a glance. */
const LEAST = 20;

/** Null with fewer than twenty that are ranked. Quarters are places, not means of two. */
export function fieldOf(rows: readonly ComparisonRow[], { better }: Pick<Indicator, 'better'>): Field | null {
  const ranked = rows.filter(({ rank }) => rank !== null);
  if (ranked.length < LEAST) return null;
  const ordered = [...ranked].sort((a, b) => betterFirst(b.printed, a.printed, better));
  return { count: ranked.length, rows: spreadAt(ordered), own: ranked.find(({ isFocus }) => isFocus) ?? null };
}

/** `134个地区：最低50.37%（第1县），中间一半在62.5%至87.3%之间，居中74.8%，最高99.85%（第132县）。` */
export function fieldNotes(field: Field | null, { most, least }: Comparatives): Note[] {
  if (!field) return [];
  const [low, lower, middle, upper, high] = [...field.rows].sort((a, b) => a.printed - b.printed);
  const end = (word: string, { text, place }: ComparisonRow) => `${word}${text}（${placeLabel(place)}）`;
  return [
    {
      level: '说明',
      text: `${field.count}个${placeNoun([low!.place])}：${end(least, low!)}，中间一半在${lower!.text}至${upper!.text}之间，居中${middle!.text}，${end(most, high!)}。`
    }
  ];
}
