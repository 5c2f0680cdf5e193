import css from '../styles/present.css?inline';
import { adoptSheet } from '../browser/adoptSheet';

/** The stylesheet of 演示, once for the page, however often 演示 is opened. */
export function usePresentSheet(): void {
  adoptSheet(css);
}
