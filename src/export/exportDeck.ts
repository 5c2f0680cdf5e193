/** A deck as one .pptx, or as pictures for paper. Long work: it tells how far it is, and stops when it is told to. */
import { officeTemplates } from '../browser/officeTemplates';
import { withTimeout } from '../browser/within';
import { type Figure, figureParts } from '../figures/figure';
import type { PptxPicture } from './office/writePptx';
import { deckPage, type DeckPageSlide } from './deckPage';
import type { HandoutPage } from './handout';
import { pauseFor, type ExportJob } from './job';
import { pptxLibrary, xlsxLibrary } from './libraries';
import { drawingOf, slidePicture } from './picture/figurePicture';
import { rasterise } from './picture/rasterise';
import { pptxSlides, type DeckSlide, type PptxSlide } from './plan/pptxPlan';
import { workbookPlan } from './plan/workbookPlan';

export interface DeckJob extends ExportJob {
  /** Title of the file. */
  readonly name: string;
}

const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

/**
 * The .pptx of a deck, one slide a view in the order given; a view with more rows than a slide holds continues.
 * @param views may be worked out one by one: an iterable that yields a view when it is its turn keeps the page alive
 */
export async function exportDeck(views: Iterable<DeckSlide>, job: DeckJob): Promise<Blob> {
  const pause = pauseFor(job.signal);
  const { writePptx } = await pptxLibrary();
  const slides = await slidesOf(views, pause, job.stamp);
  const template = officeTemplates().pptx?.template;
  const parts = await writePptx({
    title: job.name,
    slides,
    ...(template ? { template } : {}),
    picture: rasterised,
    onProgress: job.onProgress,
    pause
  });
  return new Blob(parts as Uint8Array<ArrayBuffer>[], { type: TYPE });
}

/** One workbook for the figures of a deck, a sheet each. */
export async function deckWorkbook(views: Iterable<DeckSlide>, job: ExportJob): Promise<Blob> {
  const pause = pauseFor(job.signal);
  const { writeWorkbook } = await xlsxLibrary();
  const figures: Figure[] = [];
  for (const { figure } of views) {
    await pause();
    if (figure) figures.push(...figureParts(figure));
  }
  return writeWorkbook(workbookPlan(figures, job.stamp), { onProgress: job.onProgress, pause });
}

/** The slides of a deck as SVG pictures for paper, numbered. */
export async function deckPictures(views: Iterable<DeckSlide>, job: DeckJob): Promise<string[]> {
  return (await deckPages(views, job)).map(({ svg }) => svg);
}

/** A deck as one .html that opens by itself. */
export async function deckHtml(views: Iterable<DeckSlide>, job: DeckJob): Promise<string> {
  const pages = await deckPages(views, job);
  return deckPage(job.name, pages, job.stamp ?? '');
}

/** The same with what is said to each: with the first slide of a view. */
export async function deckPages(views: Iterable<DeckSlide>, job: DeckJob): Promise<(HandoutPage & DeckPageSlide)[]> {
  const pause = pauseFor(job.signal);
  const slides: { slide: PptxSlide; notes: string; figure: Figure | undefined }[] = [];
  for (const view of views) {
    await pause();
    const own = pptxSlides(view, job.stamp);
    slides.push(
      ...own.map((slide, at) => ({
        slide,
        notes: at === 0 ? view.notes : '',
        figure: at === own.length - 1 ? view.figure : undefined
      }))
    );
  }
  const pages: (HandoutPage & DeckPageSlide)[] = [];
  for (const [index, { slide, notes, figure }] of slides.entries()) {
    job.onProgress?.(index, slides.length);
    await pause();
    pages.push({ title: slide.title, svg: slidePicture(slide, `${index + 1} / ${slides.length}`).svg, notes, figure });
  }
  job.onProgress?.(slides.length, slides.length);
  return pages;
}

async function slidesOf(
  views: Iterable<DeckSlide>,
  pause: () => Promise<void>,
  stamp: string | undefined
): Promise<PptxSlide[]> {
  const slides: PptxSlide[] = [];
  for (const view of views) {
    await pause();
    slides.push(...pptxSlides(view, stamp));
  }
  return slides;
}

async function rasterised(slide: PptxSlide): Promise<PptxPicture> {
  const drawing = drawingOf(slide);
  const { blob } = await rasterise(drawing, 2);
  const bytes = await withTimeout(20, '图片没有读成', blob.arrayBuffer());
  return { bytes: new Uint8Array(bytes), width: drawing.width, height: drawing.height };
}
