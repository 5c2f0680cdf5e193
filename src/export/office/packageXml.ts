/** What every part of an office file begins with, relations, and the tree of shapes of a slide. */

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = 'http://schemas.openxmlformats.org';
const RELATION = `${OFFICE}/officeDocument/2006/relationships`;
export const SLIDE_SPACES = `xmlns:a="${OFFICE}/drawingml/2006/main" xmlns:r="${RELATION}" xmlns:p="${OFFICE}/presentationml/2006/main"`;

export interface PackageRelation {
  readonly id: string;
  /** Last word of its type: `slideLayout`, `chart`. */
  readonly type: string;
  readonly target: string;
}

/** The part `.rels`: what a part of the package refers to, by id. */
export function relationsXml(relations: readonly PackageRelation[]): string {
  const entries = relations.map(
    ({ id, type, target }) => `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"/>`
  );
  return `${XML_HEAD}<Relationships xmlns="${OFFICE}/package/2006/relationships">${entries.join('')}</Relationships>`;
}

const GROUP =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

/** A slide's tree of shapes. */
export function treeXml(shapes: string): string {
  return `<p:spTree>${GROUP}${shapes}</p:spTree>`;
}
