import { flagsOf } from '../model/flags';
import type { Observation } from '../model/records';
import { smallBaseMark } from '../model/smallBase';
import { formatNumber, formatValue } from './format';

/** The value of an observation as text: by its measure, or why there is none. */
export function observationText(o: Observation): string {
  if (o.value !== null && o.measure === '数值')
    return `${formatValue(o.value, o.indicator, o.qualifier)}${smallBaseMark(o)}`;
  return statedText(o);
}

/** Its status and its flags by precedence: `预计，初步`; a plain result with a flag is named by the flag alone. */
export function statusText(o: Observation): string {
  const flags = flagsOf(o);
  const said = o.smallBase === undefined ? flags : [...flags, '基数小'];
  return [...(o.status === '实际' && said.length > 0 ? [] : [o.status]), ...said].join('，');
}

/** The same with every decimal the report gives: rounded as the indicator is shown, 11.5件 would read as 12件. */
export function statedText(o: Observation): string {
  if (o.value === null) return `无（${o.status}）`;
  const options = { decimals: null, qualifier: o.qualifier };
  if (o.measure === '位次') return `第${formatNumber(o.value, options)}位`;
  if (o.measure === '同比(百分点)') return formatNumber(o.value, { ...options, unit: '个百分点' });
  return formatNumber(o.value, { ...options, unit: o.measure === '数值' ? o.indicator.unit : '%' });
}
