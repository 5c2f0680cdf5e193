/** The numbers of a figure as they were shown, to be compared with what they are when it is shown again. */
import type { Table } from '../table/table';
import { fieldsOf, parseJson } from '../model/fields';

/** A name and what stood there, `宝安区 · 规范管理率` and `96.2%`. */
export type ShownNumber = readonly [name: string, text: string];

/** What is kept of a slide that was on the wall. */
export interface ShownRecord {
  /** When it was shown last, in ms since 1970. */
  readonly at: number;
  readonly numbers: readonly ShownNumber[];
  /** What it was before, where it has changed since and that has been on the wall in this show only. */
  readonly before?: { readonly at: number; readonly numbers: readonly ShownNumber[] };
}

export interface NumberChange {
  readonly name: string;
  /** Empty where there was none, or is none. */
  readonly old: string;
  readonly now: string;
}

/** More numbers than anybody compares by eye are not kept. */
const MOST = 300;
/** A show lasts no longer: what was shown before that is another. */
const SHOW = 6 * 3600 * 1000;

/** The numbers of a table, by the words of their row and column; of a list the sentences that have a number. */
export function numbersOf({ columns, rows }: Table): ShownNumber[] {
  const times = new Map<string, number>();
  return rows
    .flatMap((row): ShownNumber[] => {
      const words = row.filter((cell, at) => cell.value === null && columns[at]?.align === '左' && cell.text !== '');
      const isList = columns.length === 1;
      const name = isList
        ? ''
        : words
            .slice(0, 2)
            .map(({ text }) => text)
            .join(' ');
      const time = (times.get(name) ?? 0) + 1;
      times.set(name, time);
      const own = isList ? `第${time}条` : time === 1 ? name : `${name}（${time}）`;
      return row.flatMap((cell, at): ShownNumber[] => {
        const isNumber = cell.value !== null || (isList && /\d/.test(cell.text));
        return isNumber ? [[isList ? own : `${own} · ${columns[at]?.title ?? ''}`, cell.text]] : [];
      });
    })
    .slice(0, MOST);
}

/** What differs, in the order of what there is now; what is gone comes last. */
export function changedNumbers(before: readonly ShownNumber[], now: readonly ShownNumber[]): NumberChange[] {
  const [old, present] = [new Map(before), new Map(now)];
  return [
    ...now
      .filter(([name, text]) => old.get(name) !== text)
      .map(([name, text]) => ({ name, old: old.get(name) ?? '', now: text })),
    ...before.filter(([name]) => !present.has(name)).map(([name, text]) => ({ name, old: text, now: '' }))
  ];
}

/** The record once the slide is on the wall with these numbers. */
export function recordShown(last: ShownRecord | undefined, numbers: readonly ShownNumber[], at: number): ShownRecord {
  if (!last) return { at, numbers };
  if (changedNumbers(last.numbers, numbers).length > 0)
    return { at, numbers, before: { at: last.at, numbers: last.numbers } };
  return last.before && at - last.at < SHOW ? { ...last, at } : { at, numbers };
}

/** What has changed since it was shown last, or in this show; undefined where nothing has. */
export function changesSince(
  last: ShownRecord | undefined,
  numbers: readonly ShownNumber[]
): { readonly since: number; readonly changes: readonly NumberChange[] } | undefined {
  if (!last) return undefined;
  const own = changedNumbers(last.numbers, numbers);
  if (own.length > 0) return { since: last.at, changes: own };
  if (!last.before) return undefined;
  const changes = changedNumbers(last.before.numbers, numbers);
  return changes.length > 0 ? { since: last.before.at, changes } : undefined;
}

/** Changes written out in a sentence; the others are counted. */
const WRITTEN = 3;

/** `比上次放映（10月26日09:05）变了3个数：…从82.5%变为95.5%；…`. */
export function changesText(changes: readonly NumberChange[], since: string): string {
  const parts = changes
    .slice(0, WRITTEN)
    .map(
      ({ name, old, now }) =>
        `${name}${old ? `从${old}` : '原来没有'}${now ? `${old ? '变为' : '，现在是'}${now}` : '变为没有'}`
    );
  const more = changes.length > WRITTEN ? '等' : '';
  return `比上次放映（${since}）变了${changes.length}个数：${parts.join('；')}${more}。`;
}

/** A record from the storage; undefined for anything else. */
export function readShown(text: string): ShownRecord | undefined {
  const { at, numbers, before } = fieldsOf(parseJson(text));
  if (typeof at !== 'number' || !isNumbers(numbers)) return undefined;
  const last = fieldsOf(before);
  if (typeof last.at !== 'number' || !isNumbers(last.numbers)) return { at, numbers };
  return { at, numbers, before: { at: last.at, numbers: last.numbers } };
}

function isNumbers(value: unknown): value is ShownNumber[] {
  return (
    Array.isArray(value) &&
    value.every(
      (one: unknown) => Array.isArray(one) && one.length === 2 && one.every((part) => typeof part === 'string')
    )
  );
}
