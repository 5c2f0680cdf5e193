/** What a fact is called: a first phrase, and others to choose from. */
import type { NumberContext } from './clauses';
import type { FactKind } from './factKind';
import { joined, leftPhrase, namesOfList, needsSubject, ofRate, rightPhrase, subjectPhrase } from './phrases';
import type { Section } from './sections';

/** A fact of the same line that already has its name. */
export interface Named {
  readonly name: string;
  readonly kind: FactKind;
  readonly sentence: number;
  readonly clause: number;
  /** Name without the rate or count at its end: what the rates after it are of. */
  readonly subject: string;
  readonly unit: string;
  /** Where its figure ends in the line. */
  readonly end: number;
}

export interface FactName {
  /** First the phrase taken to be best, then up to four others. */
  readonly phrases: readonly string[];
  readonly subject: string;
}

const OFFERED = 5;
/** What makes a task of a thing: 两癌检查任务数 is about 两癌检查. */
const TASK_WORDS = /[国省市县区]?[里级]?下达|(?:年度|全年|目标)?(?:任务|目标)(?:任务)?(?:总?数|值|量)?|计划数/g;
const RATE_TAIL =
  /(?:(?:占地|(?:总|累计|计划|完成)*投资|(?:总)?建筑面积|(?:参加|参训)?人数|例数|总数|数|人次|金额|份数))$/;
/** Words that compare, without saying what. */
const CHANGE_ONLY = /^(?:同比|环比|[比较].{0,6}|占全[省市国县区]|排名?|名列|位列|分别|其中)$/;

/** The phrases for the fact at `place`, given the named facts before it on the line. */
export function factName(place: NumberContext, kind: FactKind, section: Section, before: readonly Named[]): FactName {
  const last = before[before.length - 1];
  const inSentence = last !== undefined && last.sentence === place.sentence;
  const left = ownLeft(place);
  const right = nounRight(place);
  const wording = composed(left, right);
  const own = kind === 'target' ? wording.replace(TASK_WORDS, '') : wording;
  const earlier = earlierClause(place);
  // What stands nearer is what it is about: the clause before, or the fact before.
  const clause = inSentence && last.end > earlier.end ? last.subject : earlier.phrase;
  const topic = subjectPhrase(section.topic) || subjectPhrase(section.heading);
  const whole = wholeOf(place, before);
  const subject = whole?.name ?? ((inSentence ? last.subject : clause) || last?.subject || topic);
  const tail = rightPhrase(place.tail);
  const listed = listName(place, left, before);
  const carried = listed === undefined && (carries(place, kind, left) || own.length < (kind === 'target' ? 3 : 1));
  // 宫颈癌6例、乳腺癌9例: an item of a list that has a name of its own needs no other.
  const sibling = place.follows && /^\s*、/.test(place.left) && own.length > 2 && !/率$/.test(own);
  const of =
    carried || sibling || listed !== undefined ? '' : subjectFor(own, subject, whole === undefined ? clause : '');
  const first =
    listed ?? (carried ? carriedName(kind, last, earlier.phrase, topic) || wording : of === '' ? own : joined(of, own));
  const offers = [
    first,
    own,
    tail === '' ? '' : joined(own, tail),
    kind === 'yoy_abs' && last !== undefined ? joined(last.name, place.left.trim()) : '',
    subject !== '' && !carried ? joined(subject, own) : '',
    inSentence ? joined(last.subject, own) : '',
    earlier.phrase === '' ? '' : joined(earlier.phrase, own),
    topic === '' ? '' : joined(topic, own),
    right !== '' && left !== '' ? joined(left, right) : '',
    right,
    left,
    last?.name ?? '',
    leftPhrase(place.clauseSaid).slice(-24)
  ];
  const phrases = distinct(offers.map(tidy).filter((phrase) => !CHANGE_ONLY.test(phrase))).slice(0, OFFERED);
  return { phrases: phrases.length > 0 ? phrases : ['未命名'], subject: of || subjectOf(phrases[0] ?? '') };
}

/** A task without words of its own is the topic's; anything else is about the fact before it. */
function carriedName(kind: FactKind, last: Named | undefined, clause: string, topic: string): string {
  return kind === 'target' ? clause || topic || (last?.name ?? '') : (last?.name ?? topic);
}

/** The total that 其中 divides: the last fact before that word in the sentence, of the same unit if there is one. */
function wholeOf({ plain, sentence, token }: NumberContext, before: readonly Named[]): Named | undefined {
  const at = plain.lastIndexOf('其中', token.start);
  if (at < sentence) return undefined;
  const candidates = before.filter((fact) => fact.end <= at && fact.sentence === sentence && fact.kind === 'value');
  const same = candidates.filter(({ unit }) => unit === token.unit);
  return same[same.length - 1] ?? candidates[candidates.length - 1];
}

/** What a name that says nothing alone is of; empty where it says enough. */
function subjectFor(own: string, subject: string, clause: string): string {
  if (!needsSubject(own)) return '';
  // A noun alone belongs to what its sentence is about, a rate to what was counted before it.
  return /率$|度$|占比$|比例$/.test(own) ? subject : clause || subject;
}

/** The words before the number that belong to it: after a connector where the number before has its own noun. */
function ownLeft({ left, token, follows, aside }: NumberContext): string {
  let words = left;
  if (follows && !aside && !token.rank) {
    const link = /^[^,。;:]{0,18}?(?:、|以及|和(?!谐)|与|及(?!时|以))(?=[^、和与及]*$)/.exec(words);
    if (link) words = words.slice(link[0].length);
  }
  // 加强甲、乙、丙等6支队伍 is about the teams; the list only explains.
  if (/、.*等(?:共|共计)?$/.test(words))
    words = /^(?:加强|开展|完成|组织|新增|新建|建成|配备|举办)/.exec(leftPhrase(words))?.[0] ?? '';
  return leftPhrase(words);
}

function nounRight({ token, right }: NumberContext): string {
  const relative = /%|‰|百分点|\/10万/.test(token.unit);
  if (token.rank || (relative && !/^\s*(?:以上)?的/.test(right))) return '';
  return rightPhrase(right);
}

const VERB_ONLY =
  /^(?:已)?(?:完成|开展|组织|举办|召开|实施|发布|发放|受理|处置|检查|建立|组建|成立|设立|拥有|配备|安装|建成|推进|印发|出动|共有|提供|做好|落实)(?:了)?$/;

function composed(left: string, right: string): string {
  if (right === '') return left;
  // Long words before a number and its noun tell who does it and why; the noun is what is counted.
  if (left === '' || VERB_ONLY.test(left) || (left.length > 8 && right.length > 3)) return right;
  return joined(left, right);
}

/** Changes, ranks, shares and bare rates are about the fact before them. */
function carries({ aside, left: words }: NumberContext, kind: FactKind, left: string): boolean {
  if (aside && !/率|占比|比例/.test(left)) return true;
  if (kind === 'yoy' || kind === 'yoy_pp' || kind === 'yoy_abs') return stripChange(left).length < 3;
  if (kind === 'share') return /^[^,。;]*占/.test(words) ? words.indexOf('占') < 3 : stripChange(left).length < 3;
  if (kind === 'rank') return stripRank(left).length < 4;
  if (kind === 'completion_rate')
    return (
      left.replace(/(?:“[^”]*”|[国省市县]定|任务|目标|年度|全年|完成|分别|总|进度|计划|占|的|达|率)/g, '').length < 3
    );
  return /^(?:实际|现为|其中)$/.test(left);
}

const COMPARED =
  /(?:同比|环比|[比较与和]?(?:去年|上年|上月|上一?季度|前年|年初|\d{4}年|\d{1,2}月份?)(?:年?[底末初])?(?:同期)?(?:相比)?|(?<!占)[比较与]|相比)/g;

function stripChange(left: string): string {
  return left
    .replace(/(?:比|较)[^,。;\d]{2,10}(?=增|减|提|升|降|缩|下|上|回|压)/g, '')
    .replace(COMPARED, '')
    .replace(
      /(?:增长|增加|上升|提高|提升|下降|减少|降低|增幅|降幅|分别|缩短|上涨|下滑|回落|(?:按)?(?:当年|可比)?价格|[增减升降少多])/g,
      ''
    )
    .trim();
}

function stripRank(left: string): string {
  return left.replace(/(?:排名?|名次|位列|名列|位居|列|居|在?全[省市国县区]|进度|团体|的)/g, '').trim();
}

/** The name of one of several numbers told 分别: by its own item of the list, or by the numbers before. */
function listName(place: NumberContext, left: string, before: readonly Named[]): string | undefined {
  const { at, of } = place;
  if (of < 2) return undefined;
  const head = at === 0 ? left : leftPhrase(place.head.replace(/^.*\d[^、和与及,]*(?:,|、|和|与|及)/, ''));
  const names = namesOfList(head.replace(/分别$/, ''), of);
  if (names) return names[at];
  const previous = before
    .slice(0, before.length - at)
    .filter(({ kind }) => kind === 'value')
    .slice(-of);
  if (previous.length === of && /分别|各/.test(place.clauseSaid)) {
    const base = previous[at]!.subject || previous[at]!.name;
    const rate = leftPhrase(head);
    return needsSubject(rate) || rate.length < 8 ? (/率$/.test(rate) ? joined(base, rate) : previous[at]!.name) : rate;
  }
  return undefined;
}

/** What the nearest clause before is about that has words of its own and no number, and where it ends. */
function earlierClause({ plain, sentence, clause }: NumberContext): { phrase: string; end: number } {
  const parts = plain.slice(sentence, clause).split(/[,:;(]/);
  let end = clause;
  for (let i = parts.length - 1; i >= 0; i--) {
    const phrase = subjectPhrase(parts[i]!.replace(/[)]/g, ''));
    if (phrase.length >= 3 && !/\d/.test(phrase)) return { phrase, end };
    end -= parts[i]!.length + 1;
  }
  return { phrase: '', end: -1 };
}

function subjectOf(name: string): string {
  const bare = ofRate(name)
    .replace(RATE_TAIL, '')
    .replace(/(?:目标)?任务$/, '');
  return bare.length >= 2 ? bare : name;
}

function tidy(phrase: string): string {
  const bare = phrase.replace(/^[、,。;:\s)”"]+|[、,。;:\s(“"]+$/g, '').slice(0, 32);
  return (bare.match(/“/g) ?? []).length === (bare.match(/”/g) ?? []).length ? bare : bare.replace(/[“”]/g, '');
}

function distinct(phrases: readonly string[]): string[] {
  return phrases.filter((phrase, i) => phrase.length > 1 && phrases.indexOf(phrase) === i);
}
