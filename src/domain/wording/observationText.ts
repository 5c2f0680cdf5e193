import type { Observation } from '../model/records';
import { formatNumber, formatValue } from './format';

/** The value of an observation as text: by its measure, or why there is none. */
export function observationText(o: Observation): string {
  if (o.value === null) return `无（${o.status}）`;
  if (o.measure === '数值') return formatValue(o.value, o.indicator, o.qualifier);
  const options = { decimals: null, qualifier: o.qualifier };
  if (o.measure === '位次') return `第${formatNumber(o.value, options)}位`;
  if (o.measure === '同比(百分点)') return formatNumber(o.value, { ...options, unit: '个百分点' });
  return formatNumber(o.value, { ...options, unit: '%' });
}
