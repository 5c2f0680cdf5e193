/**
 * Which rows of equal height a box shows, 0-based, the last not included, with some beyond each edge so that a fast
 * scroll meets no blank. @tanstack/vue-virtual did no more for us: rows of measured heights, which are its point, there
 * are none here.
 */
export function rowsInSight(
  box: { readonly scrollTop: number; readonly height: number },
  rows: { readonly count: number; readonly height: number; readonly beyond: number }
): { readonly from: number; readonly to: number } {
  const { count, height, beyond } = rows;
  const first = Math.floor(Math.max(0, box.scrollTop) / height);
  const last = Math.ceil((Math.max(0, box.scrollTop) + box.height) / height);
  const to = Math.min(count, last + beyond);
  return { from: Math.max(0, Math.min(first - beyond, to)), to };
}
