const SHEET = './wide-sheet.css';

/**
 * Opens the print dialogue for a sheet of A4 across. The stylesheet names the page (`page: sheet`), which engines
 * before 85 take no notice of; so one that turns every page is linked meanwhile. It is a file, since the
 * Content-Security-Policy refuses rules written by script. Where it can't be read the reader turns the sheet.
 */
export function printWide(): void {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = SHEET;
  const done = () => {
    window.removeEventListener('afterprint', done);
    link.remove();
  };
  const print = () => {
    window.addEventListener('afterprint', done);
    window.print();
  };
  link.onload = print;
  link.onerror = print;
  document.head.appendChild(link);
}
