/** A deck as one .pptx, or as pictures for paper. Long work: it tells how far it is, and stops when it is told to. */
import { drawingOf, slidePicture } from './picture/figurePicture';
import { pptxLibrary } from './libraries';
import { pptxSlides, type DeckSlide, type PptxSlide } from './plan/pptxPlan';
import { rasterise } from './picture/rasterise';

export type { DeckSlide } from './plan/pptxPlan';

export interface DeckJob {
  /** Title of the file. */
  readonly name: string;
  /** Called before each slide, and once at the end. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Stops the work between two slides. */
  readonly signal?: AbortSignal;
}

/** What the promise rejects with after a stop. */
export class ExportStopped extends Error {
  constructor() {
    super('已取消');
  }
}

const TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

/**
 * The .pptx of a deck, one slide a view in the order given; a view with more rows than a slide holds continues.
 * @param views may be worked out one by one: an iterable that yields a view when it is its turn keeps the page alive
 */
export async function exportDeck(views: Iterable<DeckSlide>, job: DeckJob): Promise<Blob> {
  const pause = pauseFor(job.signal);
  const { writePptx } = await pptxLibrary();
  const slides = await slidesOf(views, pause);
  const bytes = await writePptx({ title: job.name, slides, picture: rasterised, onProgress: job.onProgress, pause });
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: TYPE });
}

/** The slides of a deck as SVG pictures for paper, numbered. */
export async function deckPictures(views: Iterable<DeckSlide>, job: DeckJob): Promise<string[]> {
  const pause = pauseFor(job.signal);
  const slides = await slidesOf(views, pause);
  const pictures: string[] = [];
  for (const [index, slide] of slides.entries()) {
    job.onProgress?.(index, slides.length);
    await pause();
    pictures.push(slidePicture(slide, `${index + 1} / ${slides.length}`).svg);
  }
  job.onProgress?.(slides.length, slides.length);
  return pictures;
}

async function slidesOf(views: Iterable<DeckSlide>, pause: () => Promise<void>): Promise<PptxSlide[]> {
  const slides: PptxSlide[] = [];
  for (const view of views) {
    await pause();
    slides.push(...pptxSlides(view));
  }
  return slides;
}

/** Lets the page paint and take clicks; rejects once the work is to stop. */
function pauseFor(signal: AbortSignal | undefined): () => Promise<void> {
  return async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (signal?.aborted) throw new ExportStopped();
  };
}

async function rasterised(slide: PptxSlide) {
  const drawing = drawingOf(slide);
  const { blob } = await rasterise(drawing, 2);
  return { data: await dataAddress(blob), width: drawing.width, height: drawing.height };
}

function dataAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error('图片没有读成'));
    reader.readAsDataURL(blob);
  });
}
