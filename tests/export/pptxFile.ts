/** Slides as the export makes them, and the parts of the file that is written of them. */
import JSZip from 'jszip';
import { writePptx } from '../../src/export/office/writePptx';
import type { DeckSlide, PptxSlide } from '../../src/export/plan/pptxPlan';
import type { Figure } from '../../src/figures/figure';

export const view = (figure: Figure | undefined, more: Partial<DeckSlide> = {}): DeckSlide => ({
  title: '',
  notes: '',
  figure,
  ...more
});
export const fileOf = async (job: Parameters<typeof writePptx>[0]) =>
  JSZip.loadAsync(Buffer.concat(await writePptx(job)));
export const written = (slides: readonly PptxSlide[]) => fileOf({ title: '试', slides });

export const read = async (zip: JSZip, path: string) => zip.file(path)!.async('text');
/** Paths of the parts that match, in the order of their numbers. */
export const paths = (zip: JSZip, pattern: RegExp) =>
  Object.keys(zip.files)
    .filter((name) => pattern.test(name))
    .sort((a, b) => numberIn(a) - numberIn(b));
export const xmlParts = (zip: JSZip) => Object.keys(zip.files).filter((name) => /\.(xml|rels)$/.test(name));

function numberIn(path: string): number {
  return Number(/(\d+)\.\w+$/.exec(path)?.[1] ?? 0);
}
