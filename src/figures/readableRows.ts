/** Rows that are read at once: from the last chair before a wall, on a projected screen, on a sheet of paper. */
export const READABLE_ROWS = 12;
