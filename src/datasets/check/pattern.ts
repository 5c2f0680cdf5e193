/**
 * A `pattern` of a package as a regular expression. A package may come from anywhere, and one expression can keep a
 * browser busy for years on thirty letters: repetition within repetition is refused unless a mark of its own begins each turn, and so are branches under a
 * repetition that may begin alike.
 */

export type PatternReading =
  | { readonly kind: 'pattern'; readonly pattern: RegExp }
  | { readonly kind: 'malformed' }
  /** Well-formed, but it could run without end. */
  | { readonly kind: 'endless' };

/** The standard asks for the whole value to match, with or without anchors. */
export function readPattern(text: string): PatternReading {
  let pattern: RegExp;
  try {
    // By itself too: `a)|(b` would close the group around it.
    new RegExp(text);
    pattern = new RegExp(`^(?:${text})$`);
  } catch {
    return { kind: 'malformed' };
  }
  return mayRunEndlessly(text) ? { kind: 'endless' } : { kind: 'pattern', pattern };
}

interface Group {
  /** Where it begins in the text. */
  readonly from: number;
  /** Something in it repeats without bound. */
  repeats: boolean;
  /** How its branches begin; undefined where that isn't a plain character. */
  readonly starts: (string | undefined)[];
  atStart: boolean;
}

/** A pass over the characters; careful rather than exact: a harmless pattern may be refused. */
function mayRunEndlessly(text: string): boolean {
  const open: Group[] = [newGroup(0)];
  for (let i = 0; i < text.length; i++) {
    const group = open[open.length - 1]!;
    const c = text[i]!;
    if (c === '(') {
      noteStart(group, undefined);
      open.push(newGroup(i + 1));
      const head = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(text.slice(i + 1));
      if (head) i += head[0].length;
    } else if (c === ')') {
      const closed = open.pop()!;
      const outer = open[open.length - 1] ?? newGroup(0);
      const repeated = isUnbounded(text, i + 1);
      const inside = text.slice(closed.from, i);
      if (repeated && closed.repeats && !isDelimited(inside)) return true;
      if (repeated && mayBeginAlike(closed.starts)) return true;
      outer.repeats = outer.repeats || closed.repeats || repeated;
    } else if (c === '|') {
      group.atStart = true;
    } else if (c === '[') {
      noteStart(group, undefined);
      i = endOfClass(text, i);
      group.repeats = group.repeats || isUnbounded(text, i + 1);
    } else if (c === '\\') {
      noteStart(group, undefined);
      i++;
      group.repeats = group.repeats || isUnbounded(text, i + 1);
    } else if (!'*+?{}^$'.includes(c)) {
      noteStart(group, c === '.' ? undefined : c);
      group.repeats = group.repeats || isUnbounded(text, i + 1);
    }
  }
  return false;
}

function newGroup(from: number): Group {
  return { from, repeats: false, starts: [], atStart: true };
}

function noteStart(group: Group, start: string | undefined): void {
  if (group.atStart) group.starts.push(start);
  group.atStart = false;
}

function mayBeginAlike(starts: Group['starts']): boolean {
  return starts.length > 1 && (starts.includes(undefined) || new Set(starts).size < starts.length);
}

/** Whether each turn begins with a plain character that nothing else in the group can match: `;\d+`, `,[a-z]+`. */
function isDelimited(inside: string): boolean {
  const [mark = '', rest] = [inside[0], inside.slice(1)];
  return (
    /^[^\\()[\]{}.*+?|^$]$/.test(mark) && !rest.includes(mark) && !/^[*+?{]|\||\[\^|\\[DSW]|(^|[^\\])\./.test(rest)
  );
}

/** Whether `*`, `+` or `{n,}` stands at a place. */
function isUnbounded(text: string, at: number): boolean {
  return /^(?:[*+]|\{\d+,\})/.test(text.slice(at, at + 12));
}

function endOfClass(text: string, from: number): number {
  let i = from + 1;
  while (i < text.length && text[i] !== ']') i += text[i] === '\\' ? 2 : 1;
  return i;
}
