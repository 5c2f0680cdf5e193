/**
 * Is what is brought plausible? Warnings only: a number that looks odd is kept all the same, and its rule is printed.
 * What the audit finds (sums, rates against their parts, impossible values) isn't repeated here: it runs over the
 * dataset as it would be.
 */
import { finish, sorted, type Steps } from '../steps/steps';
import { formatNumber, isRateUnit } from '../wording/format';
import type { BaseTables } from './conflicts';
import type { NameBook } from './names';
import { isPlaceholder } from '../model/placeholder';
import type { Origin, ProposedRow } from './proposal';
import { SeriesCourse } from './course';
import { figuresThere, type Series, seriesOf } from './series';
import { byPeriod, cellOf, type StatedFigure, statedFigure } from './statedFigure';

/** The rules, as they are printed. */
export const PLAUSIBILITY_RULES = {
  累计变少: '从同一天起累计的数，截止日晚的不应比早的小',
  变化过大: '和上一期相差超过以往各期最大变化的3倍，并且超过上一期的20%；以往不到4期的不判断',
  差一万倍: '和上一期大约相差一万倍，多半是单位里的“万”多了或少了',
  差一百倍: '比率和上一期大约相差一百倍，多半是百分数和小数弄混了',
  合计不符: '表里写的合计、小计和各行相加不同',
  没有目标: '有完成数，却没有目标，也没有完成率，算不出进度',
  单位不同: '和任务表里写的单位不同',
  占位: '说明里填的是占位的字，没有说明什么'
} as const;

export interface Oddity {
  readonly rule: keyof typeof PLAUSIBILITY_RULES;
  /** What it is about: `象山县 · 结肠镜检查`. */
  readonly title: string;
  /** The numbers, in one sentence. */
  readonly text: string;
  readonly origin: Origin;
}

/** What is odd about the rows, in their order; each figure at most once a rule. */
export function oddities(base: BaseTables, rows: readonly ProposedRow[], names: NameBook): Oddity[] {
  return finish(odditySteps(base, rows, names));
}

/** The same in parts. */
export function* odditySteps(base: BaseTables, rows: readonly ProposedRow[], names: NameBook): Steps<Oddity[]> {
  const list = yield* seriesOf(base, rows.length, (at) => rows[at]!);
  const found: FoundOddity[] = [];
  for (let i = 0; i < list.size; i++) yield* odditiesIn(list.at(i), rows, names, found);
  const inOrder = yield* sorted(found, (a, b) => a.at - b.at);
  return [...inOrder.map(({ odd }) => odd), ...placeholders(rows)];
}

interface FoundOddity {
  /** Place of the row. */
  readonly at: number;
  readonly odd: Oddity;
}

function* odditiesIn(series: Series, rows: readonly ProposedRow[], names: NameBook, found: FoundOddity[]): Steps<void> {
  const own: StatedFigure[] = [];
  for (const at of series.own) {
    if (own.length % 100 === 0) yield 0;
    own.push(statedFigure(series.table, rows[at]!.row)!);
  }
  const all = yield* sorted([...(yield* figuresThere(series)), ...own], byPeriod);
  const course = new SeriesCourse(all);
  for (const [i, figure] of own.entries()) {
    if (i % 100 === 0) yield 0;
    const at = series.own[i]!;
    for (const [rule, text] of brokenRulesOf(figure, course, names))
      found.push({ at, odd: { rule, title: names.title(figure), text, origin: rows[at]!.origin } });
  }
}

type BrokenRule = readonly [keyof typeof PLAUSIBILITY_RULES, string];

function brokenRulesOf(figure: StatedFigure, course: SeriesCourse, names: NameBook): BrokenRule[] {
  if (figure.table === 'observations') return brokenByObservation(figure, course, names);
  const stated = cellOf(figure.row, 'unit');
  const own = cellOf(names.subject(figure) ?? {}, 'unit');
  const broken = brokenByTask(figure, course, stated || own);
  if (stated !== '' && own !== '' && stated !== own) broken.push(['单位不同', `这里写“${stated}”，任务表写“${own}”。`]);
  return broken;
}

function brokenByObservation(figure: StatedFigure, course: SeriesCourse, names: NameBook): BrokenRule[] {
  const now = figure.number('value');
  if (now === undefined || figure.measure !== '数值') return [];
  const record = names.subject(figure) ?? {};
  const kind = cellOf(record, 'kind');
  const unit = cellOf(record, 'unit');
  const say = (value: number) => formatNumber(value, { unit });
  const broken: BrokenRule[] = [];
  if (cellOf(record, 'basis') === '期间' && (kind === '数量' || kind === '金额')) {
    const shorter = course
      .from(figure.period)
      .find((other) => other.period.end < figure.period.end && (other.number('value') ?? -Infinity) > now);
    if (shorter) {
      const before = `到${shorter.period.end}是${say(shorter.number('value')!)}`;
      broken.push(['累计变少', `${before}，到${figure.period.end}是${say(now)}。`]);
    }
  }
  const past = course.before(figure.period);
  if (!past) return broken;
  const scale = scaleBreach(now, past.last, unit);
  const text = () => `上一期（到${past.end}）是${say(past.last)}，这一期是${say(now)}`;
  const step = Math.abs(now - past.last);
  if (scale) broken.push([scale, `${text()}。`]);
  else if (past.count >= ENOUGH && step > LEAP * past.largest && step > SHARE * Math.abs(past.last))
    broken.push(['变化过大', `${text()}；以往一期最多差${say(past.largest)}。`]);
  return broken;
}

const ENOUGH = 4;
const LEAP = 3;
const SHARE = 0.2;

/** Whether two successive values differ by about ten thousand times, or, of rates, by about a hundred. */
function scaleBreach(now: number, last: number, unit: string): '差一万倍' | '差一百倍' | undefined {
  if (now === 0 || last === 0) return undefined;
  const times = Math.abs(now / last);
  const about = (n: number) => (times > n / 2 && times < n * 2) || (times > 1 / (2 * n) && times < 2 / n);
  if (about(10_000)) return '差一万倍';
  return unit === '%' && about(100) && Math.min(Math.abs(now), Math.abs(last)) <= 1 ? '差一百倍' : undefined;
}

function brokenByTask(figure: StatedFigure, course: SeriesCourse, unit: string): BrokenRule[] {
  const broken: BrokenRule[] = [];
  const done = figure.number('done');
  if (done === undefined) return broken;
  const year = course.of(figure.period);
  const { asOf } = figure;
  const earlier = year.filter((other) => other.asOf !== '' && other.asOf < asOf && other.number('done') !== undefined);
  const doneOf = (other: StatedFigure): number => other.number('done')!;
  const last = earlier[earlier.length - 1];
  const scale = last && scaleBreach(done, doneOf(last), unit);
  // A rate doesn't add up: it may fall.
  const larger = isRateUnit(unit) ? undefined : earlier.find((other) => doneOf(other) > done);
  const odd = scale ? last : larger;
  if (odd) {
    const text = `到${odd.asOf}完成${formatNumber(doneOf(odd))}，到${asOf}完成${formatNumber(done)}。`;
    broken.push([scale ?? '累计变少', text]);
  }
  const hasTarget = year.some((other) => other.number('target') !== undefined || other.number('rate') !== undefined);
  if (!hasTarget) broken.push(['没有目标', `完成${formatNumber(done)}，没有目标。`]);
  return broken;
}

/** Columns that a reader reads. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  indicators: ['definition', 'numerator', 'denominator'],
  programmes: ['note']
};

function placeholders(rows: readonly ProposedRow[]): Oddity[] {
  return rows.flatMap(({ table, row, origin }) =>
    (SAID[table] ?? [])
      .map((column) => cellOf(row, column))
      .filter((text) => isPlaceholder(text))
      .map((text): Oddity => ({ rule: '占位', title: cellOf(row, 'name'), text: `写的是“${text}”。`, origin }))
  );
}
