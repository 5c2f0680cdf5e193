/** Of 数据 only these tabs are figures; the others are lists of rows. */
export function hasDataFigure(tab: string | undefined): boolean {
  return tab === 'missing' || tab === 'reported' || tab === 'audit';
}
