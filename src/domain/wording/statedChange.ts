import type { NumericObservation } from '../model/facts';
import { decimalsWritten } from '../number/decimalsWritten';
import { formatChange } from './format';

/** A stated change as the source prints it: `下降30.0%`, `增长≤5%`. */
export function statedChangeText(o: NumericObservation): string {
  const text = formatChange(o.value, o.measure, decimalsWritten(o.written, o.value));
  const mark = o.qualifier === '≈' ? '约' : o.qualifier;
  return text.replace(/\d/, (digit) => `${mark}${digit}`);
}
