/** Handouts of a deck: two, four or six slides a sheet with room to write, or a slide a sheet with what is said to it. */

/** A slide as it is printed. */
export interface HandoutPage {
  /** An SVG picture. */
  readonly svg: string;
  /** What the presenter wants to say; empty for nothing. */
  readonly notes: string;
}

export type HandoutForm = 'handout2' | 'handout4' | 'handout6' | 'notes';

interface Layout {
  readonly sheet: 'tall' | 'wide';
  /** Slides a sheet. */
  readonly slides: number;
  /** Of a slide, in mm: A4 within its margins is 186 by 268 upright. */
  readonly width: number;
  /** Of a slide with what is below it. */
  readonly height: number;
  /** Ruled lines below a slide, for writing. */
  readonly lines: number;
}

export const HANDOUTS: Readonly<Record<HandoutForm, Layout>> = {
  handout2: { sheet: 'tall', slides: 2, width: 150, height: 128, lines: 3 },
  handout4: { sheet: 'wide', slides: 4, width: 128, height: 88, lines: 0 },
  handout6: { sheet: 'tall', slides: 6, width: 88, height: 86, lines: 3 },
  notes: { sheet: 'tall', slides: 1, width: 160, height: 0, lines: 0 }
};
/** Between two ruled lines, in mm. */
const RULED = 8;

/** The sheets, in order: each an element for the print, its images with their drawings as addresses. */
export function handoutSheets(pages: readonly HandoutPage[], form: HandoutForm): HTMLElement[] {
  const layout = HANDOUTS[form];
  const count = Math.ceil(pages.length / layout.slides);
  return Array.from({ length: count }, (_, at) => {
    const sheet = document.createElement('div');
    sheet.className = 'print-sheet';
    // Set one by one: the policy of the page refuses style attributes, and the start's stylesheet has no room for it.
    sheet.style.textAlign = layout.slides > 2 ? 'left' : 'center';
    sheet.style.breakAfter = at < count - 1 ? 'page' : 'auto';
    if (form === 'notes') sheet.style.breakInside = 'auto';
    for (const page of pages.slice(at * layout.slides, (at + 1) * layout.slides))
      sheet.append(slideOf(page, layout), ...(form === 'notes' ? notesOf(page.notes) : []));
    return sheet;
  });
}

function slideOf({ svg }: HandoutPage, { width, height, lines }: Layout): HTMLElement {
  const box = document.createElement('div');
  box.style.display = 'inline-block';
  box.style.verticalAlign = 'top';
  box.style.width = `${width}mm`;
  box.style.margin = '0 2mm';
  if (height > 0) box.style.height = `${height}mm`;
  const image = document.createElement('img');
  image.alt = '';
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  image.style.width = '100%';
  image.style.maxHeight = 'none';
  image.style.border = '0.2mm solid #c3ccd6';
  box.append(image);
  for (let line = 0; line < lines; line += 1) {
    const rule = document.createElement('div');
    rule.style.height = `${RULED}mm`;
    rule.style.borderBottom = '0.2mm solid #c3ccd6';
    box.append(rule);
  }
  return box;
}

function notesOf(notes: string): HTMLElement[] {
  return notes.split('\n').map((line) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    paragraph.style.margin = '2mm 13mm';
    paragraph.style.textAlign = 'left';
    paragraph.style.fontSize = '12pt';
    paragraph.style.lineHeight = '1.6';
    return paragraph;
  });
}
