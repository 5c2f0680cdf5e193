/** What a bureau's own master decides: colours, fonts, and where and how titles stand. */
import type { Box } from './drawingXml';
import { OWN_THEME, type OfficeTheme } from './themeXml';

export interface TitleLook {
  /** In units of a wall 1,080 high; absent: as ours. */
  readonly box?: Box;
  readonly align: 'l' | 'ctr' | 'r';
  readonly bold: boolean;
  /** A colour of the theme (`tx1`, `accent1`), or `RRGGBB`. */
  readonly colour: string;
}

export interface OfficeTemplate {
  readonly theme: OfficeTheme;
  /** Absent: titles as ours. */
  readonly title?: TitleLook;
}

export const OWN_TEMPLATE: OfficeTemplate = { theme: OWN_THEME };
