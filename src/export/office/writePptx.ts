/**
 * Writes a .pptx. Built as a script of its own (assets/pptx.js), loaded when the first .pptx is asked for.
 *
 * pptxgenjs: the one kept library that writes text, tables, notes and the chart's frame; its faults are mended
 * afterwards with JSZip, which it brings along.
 */
import PptxGenJS from 'pptxgenjs';
import JSZip from 'jszip';
import { palette } from '../../charts/theme';
import { chartWorkbook, chartXml, OFFICE_FONT, rowMiddles, strokesOf, type ChartRoom } from './chartXml';
import { rowHeight, type Grid } from '../plan/gridPlan';
import type { NativeChart } from '../../charts/office/officeChart';
import { remarkHeight, SLIDE_ROOM, type PptxSlide } from '../plan/pptxPlan';

export interface PptxPicture {
  /** `data:image/png;base64,…`. */
  readonly data: string;
  /** In px, for its ratio. */
  readonly width: number;
  readonly height: number;
}

export interface PptxJob {
  readonly title: string;
  readonly slides: readonly PptxSlide[];
  /** Draws a picture for a body that has no native form. */
  readonly picture?: (slide: PptxSlide) => Promise<PptxPicture>;
  /** Called before each slide, and once at the end. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Waits between slides, so that the page lives; rejects where the work is to stop. */
  readonly pause?: () => Promise<void>;
}

type PptxPage = ReturnType<PptxGenJS['addSlide']>;

/** A chart in the order in which it was put in. */
interface PlacedChart {
  readonly chart: NativeChart;
  readonly room: ChartRoom;
}

/** The bytes of the file. Rejects with what `pause` or `picture` reject with. */
export async function writePptx(job: PptxJob): Promise<Uint8Array> {
  const file = new PptxGenJS();
  file.layout = 'LAYOUT_WIDE';
  file.title = job.title;
  file.author = '卫健看板';
  file.company = '卫健看板';
  file.subject = job.title;
  file.theme = { headFontFace: OFFICE_FONT, bodyFontFace: OFFICE_FONT };
  const charts: PlacedChart[] = [];
  for (const [index, slide] of job.slides.entries()) {
    job.onProgress?.(index, job.slides.length);
    await job.pause?.();
    const page = file.addSlide();
    page.background = { color: hex(palette.ground) };
    frame(page, slide, index, job.slides.length);
    const placed = await body(page, slide, job);
    if (placed) charts.push(placed);
    page.addNotes(slide.notes);
  }
  job.onProgress?.(job.slides.length, job.slides.length);
  await job.pause?.();
  const bytes = (await file.write({ outputType: 'uint8array' })) as Uint8Array;
  await job.pause?.();
  return mended(bytes, charts);
}

/** Title, subtitle, remarks, source line, number: what every slide has. */
function frame(page: PptxPage, slide: PptxSlide, index: number, total: number): void {
  const { left, width } = SLIDE_ROOM;
  const title = `${slide.title}${slide.page}`;
  page.addText(title, {
    ...type(titleSize(title), palette.ink),
    x: left,
    y: 0.3,
    w: width,
    h: 0.98,
    bold: true,
    valign: 'middle'
  });
  if (slide.subtitle)
    page.addText(slide.subtitle, {
      ...type(13, palette.inkSoft),
      x: left,
      y: 1.27,
      w: width,
      h: 0.36,
      valign: 'middle',
      fit: 'shrink'
    });
  const remarks = slide.further > 0 ? [...slide.remarks, `其余${slide.further}条说明见备注。`] : slide.remarks;
  const height = remarkHeight(slide);
  if (remarks.length > 0) {
    page.addText(
      remarks.map((text) => ({ text, options: { breakLine: true } })),
      {
        ...type(11, palette.inkSoft),
        x: left,
        y: SLIDE_ROOM.bottom - height,
        w: width,
        h: height,
        valign: 'top'
      }
    );
  }
  page.addText(slide.source, {
    ...type(11, palette.inkSoft),
    x: left,
    y: 7.03,
    w: width - 1.4,
    h: 0.3,
    valign: 'middle',
    fit: 'shrink'
  });
  page.addText(`${index + 1} / ${total}`, {
    ...type(11, palette.inkSoft),
    x: left + width - 1.3,
    y: 7.03,
    w: 1.3,
    h: 0.3,
    align: 'right',
    valign: 'middle'
  });
}

async function body(page: PptxPage, slide: PptxSlide, job: PptxJob): Promise<PlacedChart | undefined> {
  const { left, width, top } = SLIDE_ROOM;
  const height = SLIDE_ROOM.bottom - remarkHeight(slide) - top - 0.08;
  const content = slide.body;
  switch (content.kind) {
    case 'chart':
      return chart(page, content, { left, width, top, height });
    case 'table':
      table(page, content.grid, top);
      return undefined;
    case 'cards':
      cards(page, content.items, { left, width, top, height });
      return undefined;
    case 'list':
      page.addText(
        content.items.map((text) => ({ text, options: { bullet: true, breakLine: true, paraSpaceAfter: 8 } })),
        {
          ...type(content.items.length > 6 ? 16 : 20, palette.ink),
          x: left,
          y: top,
          w: width,
          h: height,
          valign: 'top',
          fit: 'shrink'
        }
      );
      return undefined;
    case 'picture': {
      const drawn = job.picture && (await job.picture(slide));
      if (!drawn) return undefined;
      const scale = Math.min(width / drawn.width, height / drawn.height);
      page.addImage({
        data: drawn.data,
        x: left,
        y: top,
        w: drawn.width * scale,
        h: drawn.height * scale,
        altText: slide.title
      });
      return undefined;
    }
    case 'empty':
      page.addText(content.text, {
        ...type(20, palette.inkSoft),
        x: left,
        y: top,
        w: width,
        h: height,
        align: 'center',
        valign: 'middle'
      });
      return undefined;
  }
}

interface Box {
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
}

function chart(
  page: PptxPage,
  { chart: native, key }: Extract<PptxSlide['body'], { kind: 'chart' }>,
  box: Box
): PlacedChart {
  const keyHeight = key.length > 0 ? 0.3 : 0;
  if (key.length > 0) {
    const runs = key.flatMap((entry) => [
      { text: `${entry.mark} `, options: { color: hex(entry.colour), bold: true } },
      { text: `${entry.text}　　`, options: { color: hex(palette.inkSoft) } }
    ]);
    page.addText(runs, {
      ...type(12, palette.inkSoft),
      x: box.left,
      y: box.top,
      w: box.width,
      h: keyHeight,
      valign: 'middle'
    });
  }
  const top = box.top + keyHeight;
  const height = box.height - keyHeight;
  const rows = Math.max(1, native.categories.length);
  const font = (rows <= 4 ? 16 : rows <= 8 ? 14 : 12) - (native.kind === 'bullets' ? 2 : 0);
  const width = native.beside ? box.width - BESIDE : box.width;
  const room = { width: width * 72, height: height * 72, font };
  // What is given here only makes room in the package: the chart itself is written by chartXml.
  const data = [
    { name: native.series[0]!.name, labels: [...native.categories], values: native.categories.map(() => 0) }
  ];
  page.addChart(native.kind === 'lines' ? 'line' : 'bar', data, {
    x: box.left,
    y: top,
    w: width,
    h: height,
    altText: native.series[0]!.name
  });
  for (const stroke of strokesOf(native, room)) {
    page.addShape('line', {
      x: box.left + stroke.x * width,
      y: top + stroke.from * height,
      w: 0,
      h: (stroke.to - stroke.from) * height,
      line: { color: hex(stroke.colour), width: 2, dashType: stroke.dashed ? 'sysDash' : 'solid' },
      objectName: stroke.name
    });
  }
  const { beside } = native;
  if (beside) {
    const at = { x: box.left + width, w: BESIDE, h: 0.3, align: 'right' as const, valign: 'middle' as const };
    page.addText(beside.title, { ...type(font, palette.inkSoft), ...at, y: box.top });
    rowMiddles(native, room).forEach((middle, i) => {
      // Where the rows are high enough the lead has a line of its own.
      const text = rows <= 8 ? beside.texts[i]!.replace('　', '\n') : beside.texts[i]!;
      page.addText(text, { ...type(font, palette.ink), ...at, h: 0.5, y: top + middle * height - 0.25 });
    });
  }
  return { chart: native, room };
}

/** Inches right of a chart for the figures of its rows. */
const BESIDE = 2.6;

/** Large figures, three side by side: name, figure, period, what is to be said. */
function cards(page: PptxPage, items: Extract<PptxSlide['body'], { kind: 'cards' }>['items'], box: Box): void {
  const gap = 0.35;
  const width = (box.width - 2 * gap) / 3;
  const height = Math.min(2.3, box.height / Math.ceil(items.length / 3));
  items.forEach((item, i) => {
    const [x, y] = [box.left + (i % 3) * (width + gap), box.top + Math.floor(i / 3) * height + 0.05];
    page.addShape('line', {
      x,
      y,
      w: width,
      h: 0,
      line: { color: hex(palette.accent), width: 2.5 },
      objectName: item.name
    });
    const line = (text: string, size: number, colour: string, bold = false) => ({
      text,
      options: { fontSize: size, color: hex(colour), bold, breakLine: true }
    });
    page.addText(
      [
        line(item.name, 14, palette.ink),
        line(item.text, 32, palette.ink, true),
        line(item.period, 12, palette.inkSoft),
        ...(item.remark ? [line(item.remark, 13, palette.accent)] : [])
      ],
      { ...type(14, palette.ink), x, y: y + 0.08, w: width, h: height - 0.2, valign: 'top', fit: 'shrink' }
    );
  });
}

function table(page: PptxPage, grid: Grid, top: number): void {
  const border = { type: 'solid' as const, pt: 0.5, color: hex(palette.line) };
  const cell = (one: Grid['head'][number], head: boolean) => ({
    text: one.text,
    options: {
      align: one.align === '右' ? ('right' as const) : ('left' as const),
      bold: head,
      color: hex(head ? palette.inkSoft : palette.ink),
      fill: { color: hex(head ? palette.surface : (one.fill ?? palette.ground)) }
    }
  });
  page.addTable(
    [grid.head.map((one) => cell(one, true)), ...grid.rows.map((row) => row.map((one) => cell(one, false)))],
    {
      x: SLIDE_ROOM.left,
      y: top,
      w: SLIDE_ROOM.width,
      colW: [...grid.widths],
      rowH: [grid.head, ...grid.rows].map((row) => rowHeight(row, grid.widths, grid.font)),
      fontSize: grid.font,
      fontFace: OFFICE_FONT,
      valign: 'middle',
      border,
      margin: [0.04, 0.08, 0.04, 0.08],
      autoPage: false
    }
  );
}

/** What pptxgenjs leaves wrong or undone, and its charts and their workbooks replaced. */
async function mended(bytes: Uint8Array, charts: readonly PlacedChart[]): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  const edit = async (path: string, change: (text: string) => string) => {
    const found = zip.file(path);
    if (found) zip.file(path, change(await found.async('text')));
  };
  // It names a slide master for each slide, though there is but one.
  await edit('[Content_Types].xml', (text) =>
    text.replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (entry: string, part: string) =>
      zip.file(part) ? entry : ''
    )
  );
  // Chinese text takes the East Asian font, which it leaves empty.
  await edit('ppt/theme/theme1.xml', (text) =>
    text.replace(/<a:ea typeface=""\/>/g, `<a:ea typeface="${OFFICE_FONT}"/>`)
  );
  for (const path of Object.keys(zip.files).filter((name) =>
    /^(ppt\/(slides|notesSlides)|docProps)\/[^/]+\.xml$/.test(name)
  )) {
    await edit(path, (text) =>
      text
        .replace(/lang="en-US"/g, 'lang="zh-CN"')
        // It repeats the properties of a paragraph before each of its runs; they may stand only before the first.
        .replace(/<\/a:r><a:pPr\b(?:[^>]*\/>|.*?<\/a:pPr>)/g, '</a:r>')

        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    );
  }
  // Its charts are numbered on and on, in the order in which they were added.
  const parts = Object.keys(zip.files)
    .flatMap((name) => Number(/^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? NaN) || [])
    .sort((a, b) => a - b);
  for (const [index, number] of parts.entries()) {
    const { chart: native, room } = charts[index]!;
    zip.file(`ppt/charts/chart${number}.xml`, chartXml(native, room));
    const workbook = new JSZip();
    for (const [path, text] of Object.entries(chartWorkbook(native))) workbook.file(path, text);
    zip.file(
      `ppt/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`,
      await workbook.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
    );
  }
  return zip.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    mimeType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
  });
}

function type(size: number, colour: string) {
  return { fontSize: size, color: hex(colour), fontFace: OFFICE_FONT, margin: 0 };
}

/** Two lines at most. */
function titleSize(title: string): number {
  const length = [...title].length;
  return length <= 60 ? 28 : length <= 76 ? 24 : length <= 96 ? 20 : 16;
}

function hex(colour: string): string {
  return colour.replace('#', '').toUpperCase();
}
