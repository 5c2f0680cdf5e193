/** Where a number stands in its sentence: the words on both sides, the numbers before it. */
import type { NumberToken } from './numbers';

export interface NumberContext {
  readonly plain: string;
  readonly token: NumberToken;
  /** Facts of the same line before this one, nearest last. */
  readonly index: number;
  readonly sentence: number;
  /** First character of the clause; brackets open a clause of their own. */
  readonly clause: number;
  /** Words of the clause before the number, after the number before it. */
  readonly left: string;
  /** Words after the number up to the end of the clause, the next list item or the next number. */
  readonly right: string;
  /** `left` begins where a number of the same clause ends. */
  readonly follows: boolean;
  /** What the clause says after its last number and that number's noun, for all numbers of the clause. */
  readonly tail: string;
  /** Everything of the sentence before the number. */
  readonly said: string;
  /** From the clause's start to the number. */
  readonly clauseSaid: string;
  /** The number stands in a bracket that follows a number: 21343人(96.57%). */
  readonly aside: boolean;
  /** Position in a list of bare numbers 34.75%、21.7%, and the list's length; 0 and 1 where there is none. */
  readonly at: number;
  readonly of: number;
  /** The words before the first number of that list. */
  readonly head: string;
}

/** The places of all facts of a line, in reading order. */
export function placesOf(plain: string, tokens: readonly NumberToken[]): NumberContext[] {
  const sentences = starts(plain, /[。!?;]/g);
  const clauses = starts(plain, /[。!?;,:]/g);
  const groups = listsOf(plain, tokens);
  return tokens.map((token, index) => {
    const bracket = openBracket(plain, token.start);
    const sentence = lastBefore(sentences, token.start);
    const clause = Math.max(lastBefore(clauses, token.start), bracket + 1);
    const [at, of] = groups[index]!;
    const before = tokens[index - 1];
    const from = Math.max(clause, before ? before.writtenEnd : 0);
    const edge = Math.min(token.writtenStart, token.start);
    return {
      plain,
      token,
      index,
      sentence,
      clause,
      left: plain.slice(Math.min(from, edge), edge),
      follows: before !== undefined && before.writtenEnd > clause,
      tail: tailOf(plain, tokens, index),
      right: rightOf(plain, token, tokens[index + 1]),
      said: plain.slice(sentence, edge),
      clauseSaid: plain.slice(Math.min(clause, edge), edge),
      aside:
        bracket >= 0 &&
        /^\S{0,3}$/.test(plain.slice(bracket + 1, edge)) &&
        before !== undefined &&
        /^[^,。;、]{0,4}\($/.test(plain.slice(before.writtenEnd, bracket + 1)),
      at,
      of,
      head: plain.slice(clause, Math.max(clause, tokens[index - at]!.writtenStart))
    };
  });
}

function rightOf(plain: string, token: NumberToken, next: NumberToken | undefined): string {
  const to = next ? next.writtenStart : plain.length;
  const rest = plain.slice(token.writtenEnd, Math.max(token.writtenEnd, to));
  const words = /^(?:[^,。;:!?、()\t]|\([^()\d]{1,8}\)(?=[一-龥]))*/.exec(rest)![0];
  // 2个省级重点实验室和市属医院5个: what follows the connector is the next number's.
  return next && words.length === rest.length ? words.replace(/(?:和(?!谐)|与|及(?!时)|以及)[^和与及]*$/, '') : words;
}

/** 11家社区卫生服务站、58家村卫生室、6家个体诊所的现场评估: what stands after 的 is said of all three. */
function tailOf(plain: string, tokens: readonly NumberToken[], index: number): string {
  let last = index;
  while (tokens[last + 1] && !/[,。;:!?()]/.test(plain.slice(tokens[last]!.writtenEnd, tokens[last + 1]!.start)))
    last++;
  if (last === index) return '';
  const rest = rightOf(plain, tokens[last]!, undefined);
  const of = rest.indexOf('的');
  return of > 0 ? rest.slice(of + 1) : (/^(?:[^进开]{0,10})((?:进行|开展)(?:了)?.*)$/.exec(rest)?.[1] ?? '');
}

/** Start of every stretch that ends with a mark; a comma within a number or a name in brackets is no mark. */
function starts(plain: string, mark: RegExp): number[] {
  const found = [0];
  for (let m = mark.exec(plain); m; m = mark.exec(plain)) {
    const comma = m[0] === ',' && /\d/.test(plain[m.index - 1] ?? '') && /^\d{3}(?!\d)/.test(plain.slice(m.index + 1));
    // 门诊人次:312.6万人次 is one clause.
    const isNumberLabel =
      m[0] === ':' && /^\s*(?:约|近|达|超|不低于|[≥≤<>])?\s*[-+]?\d/.test(plain.slice(m.index + 1, m.index + 8));
    if (!comma && !isNumberLabel) found.push(m.index + 1);
  }
  return found;
}

function lastBefore(sorted: readonly number[], at: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sorted[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return sorted[low]!;
}

/** The bracket that is open at `at`, within 60 characters; -1 where there is none. */
function openBracket(plain: string, at: number): number {
  let depth = 0;
  for (let i = at - 1; i >= 0 && i > at - 60; i--) {
    if (plain[i] === ')') depth++;
    else if (plain[i] === '(' && depth-- === 0) return i;
  }
  return -1;
}

/** For each token its position and the length of the list of bare numbers it belongs to. */
function listsOf(plain: string, tokens: readonly NumberToken[]): [number, number][] {
  const result: [number, number][] = tokens.map(() => [0, 1]);
  let first = 0;
  for (let i = 1; i <= tokens.length; i++) {
    const between = i < tokens.length ? plain.slice(tokens[i - 1]!.writtenEnd, tokens[i]!.writtenStart) : '.';
    if (/^\s*(?:[、和及与]|以及|,(?=\S{0,1}$))\s*$/.test(between) && tokens[i]!.rank === tokens[first]!.rank) continue;
    for (let k = first; k < i; k++) result[k] = [k - first, i - first];
    first = i;
  }
  return result;
}
