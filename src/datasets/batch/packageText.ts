/** What a text of datapackage.json states, as it was written. */
import { type Fields, isFields } from '../../domain/model/fields';

export interface PackageText {
  readonly root: Fields;
  readonly resources: readonly Fields[];
}

/** @throws where it isn't the text of a package */
export function packageText(text: string): PackageText {
  const root: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  if (!isFields(root) || !Array.isArray(root.resources)) throw new Error('not a data package');
  return { root, resources: root.resources.filter(isFields) };
}
