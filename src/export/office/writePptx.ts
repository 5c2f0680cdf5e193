/**
 * Writes a .pptx. Built as a script of its own (assets/pptx.js), loaded when the first .pptx is asked for.
 *
 * Own PresentationML, since no library writes strokes, gaps and formats of single points in its charts, placeholders in
 * its slides, or a theme; one pass into the zip, in this thread.
 */
import { singles, type PptxSlide } from '../plan/pptxPlan';
import { addChart } from './chartParts';
import { relationsXml, SLIDE_SPACES, treeXml, XML_HEAD, type PackageRelation } from './packageXml';
import { contentTypesXml, fixedParts, notesXml } from './pptxParts';
import { logoOf } from './cover';
import { LAYOUTS } from './masterXml';
import type { DrawnPicture } from './bodyShapes';
import { slideShapes, type SlidePlace } from './slideShapes';
import type { SlideTemplate } from '../../domain/deck/officeTemplate';
import { OWN_TEMPLATE } from './themeXml';
import { ZipWriter } from './zipWriter';

export interface PptxPicture extends DrawnPicture {
  /** A PNG file. */
  readonly bytes: Uint8Array;
}

export interface PptxJob {
  readonly title: string;
  readonly slides: readonly PptxSlide[];
  /** A bureau's own master; absent: ours. */
  readonly template?: SlideTemplate;
  /** Draws a picture for a body that has no native form. */
  readonly picture?: (slide: PptxSlide) => Promise<PptxPicture>;
  /** Called before each slide, and once at the end. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Waits between slides, so that the page lives; rejects where the work is to stop. */
  readonly pause?: () => Promise<void>;
}

/** The bytes of the file, in parts. Rejects with what `pause` or `picture` reject with. */
export async function writePptx(job: PptxJob): Promise<Uint8Array[]> {
  const zip = new ZipWriter();
  const template = job.template ?? OWN_TEMPLATE;
  const total = job.slides.length;
  const bodies = job.slides.flatMap(({ body }) => singles(body));
  const charts = bodies.reduce(
    (sum, body) => sum + (body.kind === 'chart' ? 1 : body.kind === 'charts' ? body.form.count : 0),
    0
  );
  zip.add('[Content_Types].xml', contentTypesXml({ slides: total, charts }));
  for (const [path, text] of fixedParts(job.title, total, template)) zip.add(path, text);
  const written = { charts: 0, pictures: 0 };
  // One template a deck: its picture is in the file once.
  const logo = logoOf(job.slides.find(({ look }) => look?.logo)?.look);
  if (logo) zip.store(`ppt/media/logo.${logo.extension}`, logo.bytes);
  for (const [index, slide] of job.slides.entries()) {
    job.onProgress?.(index, total);
    await job.pause?.();
    const pictures: (PptxPicture | undefined)[] = [];
    for (const single of singleSlides(slide))
      pictures.push(single.body.kind === 'picture' ? await job.picture?.(single) : undefined);
    const own = logo && slide.look?.logo ? { picture: logo, relation: 'rIdLogo' } : undefined;
    const place = { page: index + 1, pages: total, ...(template.title ? { title: template.title } : {}), logo: own };
    addSlide(zip, slide, place, written, pictures);
  }
  job.onProgress?.(total, total);
  await job.pause?.();
  return zip.end();
}

/** Relations of what stands on a slide: two where it has two figures. */
const BODY_RELATIONS = ['rId3', 'rId4'] as const;

/** Each figure of a slide as a slide of its own, for its picture. */
function singleSlides(slide: PptxSlide): PptxSlide[] {
  const { body } = slide;
  if (body.kind !== 'pair') return [slide];
  return body.panes.map((pane) => ({
    ...slide,
    figure: pane.figure,
    body: pane.body,
    boxes: { ...slide.boxes, body: pane.box, key: 0 },
    width: pane.width
  }));
}

function addSlide(
  zip: ZipWriter,
  slide: PptxSlide,
  number: SlidePlace,
  written: { charts: number; pictures: number },
  pictures: readonly (PptxPicture | undefined)[]
): void {
  const { xml, charts, layout } = slideShapes(slide, number, BODY_RELATIONS, pictures);
  const relations: PackageRelation[] = [
    { id: 'rId1', type: 'slideLayout', target: `../slideLayouts/slideLayout${LAYOUTS.indexOf(layout) + 1}.xml` },
    { id: 'rId2', type: 'notesSlide', target: `../notesSlides/notesSlide${number.page}.xml` }
  ];
  if (number.logo)
    relations.push({ id: 'rIdLogo', type: 'image', target: `../media/logo.${number.logo.picture.extension}` });
  for (const { relation, chart, room } of charts) {
    written.charts += 1;
    relations.push({ id: relation, type: 'chart', target: `../charts/chart${written.charts}.xml` });
    addChart(zip, 'ppt', written.charts, chart, room);
  }
  for (const [at, picture] of pictures.entries()) {
    if (!picture) continue;
    written.pictures += 1;
    relations.push({ id: BODY_RELATIONS[at]!, type: 'image', target: `../media/image${written.pictures}.png` });
    zip.add(`ppt/media/image${written.pictures}.png`, picture.bytes);
  }
  zip.add(
    `ppt/slides/slide${number.page}.xml`,
    `${XML_HEAD}<p:sld ${SLIDE_SPACES}><p:cSld>${treeXml(xml)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`
  );
  zip.add(`ppt/slides/_rels/slide${number.page}.xml.rels`, relationsXml(relations));
  zip.add(`ppt/notesSlides/notesSlide${number.page}.xml`, notesXml(slide.notes));
  zip.add(
    `ppt/notesSlides/_rels/notesSlide${number.page}.xml.rels`,
    relationsXml([
      { id: 'rId1', type: 'notesMaster', target: '../notesMasters/notesMaster1.xml' },
      { id: 'rId2', type: 'slide', target: `../slides/slide${number.page}.xml` }
    ])
  );
}
