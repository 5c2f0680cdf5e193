/** Stylesheets that come with the script of what they style. */
const adopted = new Set<string>();

/**
 * Puts a stylesheet into the page, once: it is there before anything is drawn, so that nothing flashes, and the start of the
 * page doesn't carry it. A sheet that is made by script is no inline style for the Content-Security-Policy, and needs no file
 * of its own on file://.
 */
export function adoptSheet(css: string): void {
  if (adopted.has(css)) return;
  adopted.add(css);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
