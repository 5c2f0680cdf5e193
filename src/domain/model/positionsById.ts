/** Where each record stands in its list, 0-based, by id. */
export function positionsById(list: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(list.map(({ id }, at) => [id, at]));
}
