/**
 * The stylesheet of 演示, put into the page by its script: it is there before anything is drawn, so that nothing flashes,
 * and the start of the page doesn't carry it. A sheet that is made by script is no inline style for the
 * Content-Security-Policy, and needs no file of its own on file://.
 */
import css from '../styles/present.css?inline';

let isThere = false;

/** Once for the page, however often 演示 is opened. */
export function usePresentSheet(): void {
  if (isThere) return;
  isThere = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
