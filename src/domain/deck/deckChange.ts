/** A change of a deck made again on what the deck has become since: other windows change decks too. */
import { type Deck, isSameSlide, type Slide } from './deck';

/**
 * Applies to `now` what changed between `from` and `to`: slides that were added, dropped, edited or put in another
 * order, and the name. What of `now` the change doesn't touch stays. Undoing is the change from after to before.
 * @param from undefined for a deck that there was not; `to` for one that is dropped; `now` for one that is gone
 * @returns undefined where no deck is left. Of a dropped deck the slides stay that others have added since.
 */
export function applyChange(now: Deck | undefined, from: Deck | undefined, to: Deck | undefined): Deck | undefined {
  if (!now) return to;
  if (!to) {
    const others = now.slides.filter((slide) => !from?.slides.some((s) => s.id === slide.id));
    return others.length > 0 ? { ...now, slides: others } : undefined;
  }
  const old = slidesById(from);
  const wanted = slidesById(to);
  const kept = now.slides.flatMap((slide): Slide[] => {
    const [before, after] = [old.get(slide.id), wanted.get(slide.id)];
    if (!after) return before ? [] : [slide];
    return [before ? editedSlide(slide, before, after) : after];
  });
  const present = new Set(kept.map((slide) => slide.id));
  const added = to.slides.filter((slide) => !present.has(slide.id) && !old.has(slide.id));
  const isReordered = orderOf(from, wanted) !== orderOf(to, old);
  const look = isSame(from?.look, to.look) ? now.look : to.look;
  return {
    ...now,
    look,
    name: from && from.name === to.name ? now.name : to.name,
    slides: insert(isReordered ? reorder(kept, to) : kept, added, to)
  };
}

function slidesById(deck: Deck | undefined): Map<string, Slide> {
  return new Map(deck?.slides.map((slide) => [slide.id, slide]));
}

function editedSlide(now: Slide, from: Slide, to: Slide): Slide {
  const edited = merged(now, from, to);
  return isSameSlide(edited, now) ? now : edited;
}

/** Field by field: what the change doesn't touch is as it is now. */
function merged<T extends object>(now: T, from: T, to: T): T {
  const keys = [...new Set([...Object.keys(now), ...Object.keys(to)])] as (keyof T)[];
  const entries = keys.map((key) => [key, isSame(from[key], to[key]) ? now[key] : to[key]]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as T;
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Ids of the slides that the other deck has too, in their order. */
function orderOf(deck: Deck | undefined, other: ReadonlyMap<string, Slide>): string {
  return (deck?.slides ?? [])
    .filter((slide) => other.has(slide.id))
    .map((slide) => slide.id)
    .join(' ');
}

/** In the order of `to`; what it doesn't have stays behind the slide that it stood behind. */
function reorder(slides: readonly Slide[], to: Deck): Slide[] {
  const indexOf = new Map(to.slides.map((slide, index) => [slide.id, index]));
  let last = -1;
  return slides
    .map((slide, index) => {
      last = indexOf.get(slide.id) ?? last;
      return { slide, rank: indexOf.get(slide.id) ?? last + 0.5, index };
    })
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ slide }) => slide);
}

/** Each added slide behind the one that it stands behind in `to`; at the beginning where none of those is left. */
function insert(slides: readonly Slide[], added: readonly Slide[], to: Deck): Slide[] {
  const result = [...slides];
  for (const slide of added) {
    const before = to.slides.slice(0, to.slides.indexOf(slide)).map((s) => s.id);
    let at = 0;
    result.forEach((s, index) => {
      if (before.includes(s.id)) at = index + 1;
    });
    result.splice(at, 0, slide);
  }
  return result;
}

/**
 * Puts back what is being typed in and was deleted elsewhere.
 * @param was the deck while it was there, `now` as others left it; undefined for one that there isn't
 * @param slideId of the slide that is typed in; empty for the deck's name
 * @returns undefined where nothing was lost
 */
export function restoredHeld(was: Deck | undefined, now: Deck | undefined, slideId: string): Deck | undefined {
  if (!was) return undefined;
  if (!now) return was;
  const slide = was.slides.find((s) => s.id === slideId);
  if (!slide || now.slides.some((s) => s.id === slideId)) return undefined;
  return applyChange(now, { ...was, slides: was.slides.filter((s) => s !== slide) }, was);
}
