/** What a package says of small counts of people (`smallNumbers`) and of small bases. */
import { fieldsOf, isFields } from '../../domain/model/fields';
import { DEFAULT_SMALL_BASE } from '../../domain/model/smallBase';
import { DEFAULT_SMALL_NUMBERS, type SmallNumberRule } from '../../domain/model/smallNumberRule';

/**
 * `{ "threshold": 5, "indicators": { "id": 10 } }`; `false` for no check; absent for the default. What is no whole
 * number from 0 is told to `remind` and passed over.
 */
export function smallNumberRuleOf(stated: unknown, remind: (why: string) => void): SmallNumberRule {
  if (stated === undefined || stated === null) return DEFAULT_SMALL_NUMBERS;
  if (stated === false) return { threshold: 0, byIndicator: {} };
  if (!isFields(stated)) {
    remind('smallNumbers 不是一个对象，小数照默认的5检查');
    return DEFAULT_SMALL_NUMBERS;
  }
  const limit = (value: unknown, name: string): number | undefined => {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
    remind(`smallNumbers 的“${name}”不是不小于0的整数，没有采用`);
    return undefined;
  };
  const own = Object.entries(fieldsOf(stated.indicators));
  return {
    threshold:
      stated.threshold === undefined
        ? DEFAULT_SMALL_NUMBERS.threshold
        : (limit(stated.threshold, 'threshold') ?? DEFAULT_SMALL_NUMBERS.threshold),
    byIndicator: Object.fromEntries(
      own.flatMap(([id, value]) => {
        const threshold = limit(value, id);
        return threshold === undefined ? [] : [[id, threshold]];
      })
    )
  };
}

/** `50`; `false` or 0 for never; absent for the default. What is no whole number from 0 is told to `remind` and passed over. */
export function smallBaseOf(stated: unknown, remind: (why: string) => void): number {
  if (stated === undefined || stated === null) return DEFAULT_SMALL_BASE;
  if (stated === false) return 0;
  if (typeof stated === 'number' && Number.isSafeInteger(stated) && stated >= 0) return stated;
  remind(`smallBase 不是不小于0的整数，基数小照默认的${DEFAULT_SMALL_BASE}标`);
  return DEFAULT_SMALL_BASE;
}
