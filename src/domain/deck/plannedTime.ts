/** The time that a presenter means to speak, as it is typed and as it is read. */
import { twoDigits } from '../time/calendar';
import { PART_LIMITS } from './slideParts';

/**
 * Seconds of a typed time: `3` minutes, `2.5` minutes, `2:30`, with full-width signs too.
 * @returns 0 for an empty text, undefined for what is no time of a second to ten hours
 */
export function parseMinutes(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/分钟?$/, '')
    .trim();
  if (plain === '') return 0;
  const [, minutes, seconds] = /^(\d{1,3}):([0-5]?\d)$/.exec(plain) ?? [];
  const total =
    minutes !== undefined
      ? Number(minutes) * 60 + Number(seconds)
      : /^\d{1,3}(\.\d{1,2})?$/.test(plain)
        ? Math.round(Number(plain) * 60)
        : NaN;
  return total >= 1 && total <= PART_LIMITS.planned ? total : undefined;
}

/** `2:30`, `3`; empty for none. `parseMinutes` reads it back. */
export function minutesTyped(seconds: number): string {
  if (seconds === 0) return '';
  const rest = seconds % 60;
  return rest === 0 ? String(seconds / 60) : `${Math.floor(seconds / 60)}:${twoDigits(rest)}`;
}

/** `12分30秒`, `45秒`, `3分`. */
export function minutesText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  return [minutes > 0 ? `${minutes}分` : '', rest > 0 || minutes === 0 ? `${rest}秒` : ''].join('');
}
