import { withTimeout } from '../browser/within';

/**
 * Printing a part of the page: the part and what is around it are marked, the stylesheet hides the rest.
 * Page numbers come from the stylesheet too (`@page` margin boxes, Chromium 131 on); older engines print their own
 * where the reader asks for 页眉和页脚.
 */
export type Sheet = 'tall' | 'wide';

/** Prints one element of the page on A4; the page is as before afterwards. */
export function printElement(element: Element, sheet: Sheet): void {
  const path: Element[] = [];
  for (let at = element.parentElement; at && at !== document.documentElement; at = at.parentElement) path.push(at);
  path.forEach((one) => one.classList.add('print-path'));
  element.classList.add('print-this', `print-${sheet}`);
  printAndThen(() => {
    path.forEach((one) => one.classList.remove('print-path'));
    element.classList.remove('print-this', `print-${sheet}`);
  });
}

/** Prints pictures, one a sheet across or two a sheet upright. */
export async function printPictures(pictures: readonly string[], sheet: Sheet = 'wide'): Promise<void> {
  const sheets = pictures.map((svg) => {
    const image = document.createElement('img');
    image.alt = '';
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    const page = document.createElement('div');
    page.className = 'print-sheet';
    page.appendChild(image);
    return page;
  });
  await printSheets(sheets, sheet);
}

/** Prints sheets of A4. They are put into the page for that long. */
export async function printSheets(sheets: readonly HTMLElement[], sheet: Sheet): Promise<void> {
  const host = document.createElement('div');
  host.className = `print-deck print-this print-${sheet}`;
  host.append(...sheets);
  document.body.appendChild(host);
  document.body.classList.add('print-path');
  // An image that isn't drawn yet would be an empty sheet.
  const images = [...host.querySelectorAll('img')];
  await withTimeout(20, '', Promise.all(images.map((image) => image.decode()))).catch(() => undefined);
  printAndThen(() => {
    host.remove();
    document.body.classList.remove('print-path');
  });
}

/** `print` returns at once in some engines and when the dialog is closed in others: `afterprint` comes in all. */
function printAndThen(tidy: () => void): void {
  const done = () => {
    window.removeEventListener('afterprint', done);
    tidy();
  };
  window.addEventListener('afterprint', done);
  window.print();
}
