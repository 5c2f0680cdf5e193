/** A deck, a figure or everything about a place as a 汇报稿 (.docx). */
import { UNNAMED, withoutNumber } from '../domain/deck/sections';
import { officeTemplates } from '../browser/officeTemplates';
import { withTimeout } from '../browser/within';
import type { PlaceReport } from '../figures/placeReport';
import type { DeckJob } from './exportDeck';
import type { DeckSlide } from './plan/pptxPlan';
import { pauseFor } from './job';
import { docxLibrary } from './libraries';
import { paperPicture } from './picture/figurePicture';
import { rasterise } from './picture/rasterise';
import { paperPlan, type PaperSection } from './plan/paperPlan';

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** How much finer than its size on the screen a chart is painted: some 330 dots an inch on paper. */
const SHARPNESS = 3;

/**
 * The .docx of some sections, in the order given.
 * @param sections may be worked out one by one: an iterable that yields one when it is its turn keeps the page alive
 */
export async function exportPaper(sections: Iterable<PaperSection>, job: DeckJob): Promise<Blob> {
  const pause = pauseFor(job.signal);
  const { writeDocx } = await docxLibrary();
  const all: PaperSection[] = [];
  for (const section of sections) {
    await pause();
    all.push(section);
  }
  const template = officeTemplates().docx?.template;
  const parts = await writeDocx(paperPlan(job.name, all, job.stamp), {
    ...(template ? { template } : {}),
    pause,
    onProgress: job.onProgress,
    picture: async ({ figure }) => {
      const picture = paperPicture(figure);
      const { blob } = await rasterise(picture, SHARPNESS);
      const bytes = await withTimeout(20, '图片没有读成', blob.arrayBuffer());
      return { bytes: new Uint8Array(bytes), width: picture.width, height: picture.height };
    }
  });
  return new Blob(parts as Uint8Array<ArrayBuffer>[], { type: TYPE });
}

/** The sections of a report about a place. */
export function reportSections({ groups }: PlaceReport): PaperSection[] {
  return groups.map(({ title, parts }) => ({
    title,
    views: parts.map(({ figure, problems }) => ({
      title: '',
      notes: '',
      figure,
      problems: problems.map(({ text }) => text)
    }))
  }));
}

/**
 * The sections of a deck: what a section slide opens, up to the next; before the first, and in a deck without any, each
 * slide is one. A paper has a title and headings of its own: title, agenda and closing are left out.
 */
export function* paperSections(views: Iterable<DeckSlide>): Generator<PaperSection> {
  let open: { title: string; lead: readonly string[]; views: DeckSlide[] } | undefined;
  for (const view of views) {
    const body = view.figure?.body;
    const form = body?.kind === 'words' ? body.form : undefined;
    if (form === 'title' || form === 'agenda' || form === 'closing') continue;
    if (form === 'section') {
      if (open && saysAnything(open)) yield open;
      // The paper numbers its sections itself.
      const lead = body?.kind === 'words' ? body.lines.map(({ text }) => text) : [];
      open = { title: withoutNumber(view.title) || UNNAMED, lead, views: [] };
    } else if (open) open.views.push(view);
    else yield { title: '', views: [view] };
  }
  if (open && saysAnything(open)) yield open;
}

function saysAnything({ lead = [], views }: PaperSection): boolean {
  return views.length > 0 || lead.some((text) => text.trim() !== '');
}
