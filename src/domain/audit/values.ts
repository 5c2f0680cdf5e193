/** Values that can't be, or hardly can; figures that are no figures; what the readers themselves doubted. */
import { type AuditKind, type Check, keep } from './check';
import { intervalFault } from './ownFigures';
import { COMPLETION } from './progress';
import { type AuditRow, isObservation, rowTitle } from '../evidence/row';
import { type CodeKey, sortedByCodes } from '../model/codedColumn';
import type { Dataset } from '../model/dataset';
import { type NumericObservation, hasNumber } from '../model/facts';
import { memoByObject } from '../model/memo';
import { sortKeys } from '../model/numberRows';
import { repeatedRows } from '../model/repeatedRows';
import { type Observation, QUALIFIERS } from '../model/records';
import type { Confidence } from '../model/relation';
import type { Steps } from '../steps/steps';
import type { Period } from '../time/period';
import { formatNumber } from '../wording/format';
import { statedText } from '../wording/observationText';
import { positionKey } from '../wording/position';

/** Rates that may well pass 100%: beds in use with extra beds, growth, compensation, completion. */
const OPEN_ENDED = /使用率|周转|增|升|降|比值|性别比|利用率/;

/** Every observation whose value is impossible or odd for its kind. */
export function* checkValues(dataset: Dataset): Steps<Check[]> {
  const checks: Check[] = [];
  for (let i = 0; i < dataset.size; i += 1) {
    if (i % AT_ONCE === 0) yield i;
    const check = valueCheck(dataset.observation(i));
    if (check) keep(checks, check, dataset);
  }
  return checks;
}

/** Rows looked at before a pause: a few milliseconds. */
const AT_ONCE = 10_000;

/** What is impossible or odd about one value; undefined where nothing is. */
export function valueCheck(o: Observation): Check | undefined {
  const odd = hasNumber(o) ? (oddity(o) ?? intervalOddity(o)) : undefined;
  return odd && finding('数值范围', o, odd[0], statedText(o), odd[1]);
}

function intervalOddity(o: NumericObservation): readonly [string, Confidence] | undefined {
  const fault = intervalFault(o);
  return fault === undefined ? undefined : [`${fault}区间是${o.lower ?? ''}—${o.upper ?? ''}。`, '确定'];
}

function oddity(o: NumericObservation): readonly [string, Confidence] | undefined {
  const { value, measure } = o;
  const { kind, unit, name } = o.indicator;
  if (measure === '位次')
    return value < 1 || !Number.isInteger(value) ? ['名次应当是1、2、3这样的数。', '确定'] : undefined;
  if (measure === '同比(%)') return value < -100 ? ['下降不可能超过100%。', '确定'] : undefined;
  if (measure === '占比') return value < 0 || value > 100 ? ['占比应当在0到100%之间。', '确定'] : undefined;
  if (measure !== '数值') return Math.abs(value) > 100 ? ['变化超过100个百分点。', '很可能'] : undefined;
  if (value < 0 && (kind === '数量' || kind === '占比' || kind === '人均')) return [`${kind}不可能是负数。`, '确定'];
  const whole = unit === '%' ? 100 : unit === '‰' ? 1000 : Infinity;
  if (value > whole && kind === '占比') return [`占比不可能超过${formatNumber(whole, { unit })}。`, '确定'];
  if (value > whole && kind === '比率' && !COMPLETION.test(name) && !OPEN_ENDED.test(name)) {
    return [`这个率一般不超过${formatNumber(whole, { unit })}。`, '很可能'];
  }
  if (kind === '数量' && COUNTED.test(unit) && o.qualifier === '' && !Number.isInteger(value))
    return [`${unit}数应当是整数。`, '很可能'];
  return undefined;
}

/** What is counted in whole ones. 单位 (of blood) and areas aren't. */
const COUNTED = /^(人|人次|例|例次|户|家|所|个|名|件|起|辆|台|张|支|条|篇|场|次|对)$/;

/** Figures that the readers found mangled, and forms that no figure has. */
export function checkForms(dataset: Dataset): Check[] {
  const checks: Check[] = [];
  const add = (row: AuditRow): void => {
    const fault = formFault(row);
    if (fault) checks.push(finding('写法', row, fault, `原文写作“${row.written}”`, '确定'));
  };
  for (const { from, size, columns } of dataset.walk()) {
    const { written, status } = columns.coded;
    const isFaulty = {
      written: written.entries.map((entry) => formFault({ written: entry, status: '实际' }) !== undefined),
      status: status.entries.map((entry) => formFault({ written: '', status: entry }) !== undefined)
    };
    for (let row = 0; row < size; row += 1)
      if (isFaulty.status[status.codes[row]!] || isFaulty.written[written.codes[row]!])
        add(dataset.observation(from + row));
  }
  dataset.progress.forEach(add);
  return checks;
}

function formFault(row: Pick<AuditRow, 'written' | 'status'>): string | undefined {
  if (/\d\.\d+\.\d/.test(row.written)) return '有两个小数点，读不出是多少。';
  if (row.status === '原文错误') return '原文写错，读不出是多少。';
  if (row.status === '缺字') return '原文缺字，读不出是多少。';
  if (/[近约]\s*[\d.,万千百]+\s*[余多]/.test(row.written)) return '“近”和“余”不能连用，一个是不到，一个是超过。';
  return undefined;
}

/** Increases of different things that are equal to the last of three digits or more, in one line: one may have been copied. */
export function checkEqualIncreases(dataset: Dataset): Check[] {
  const groups = new Map<string, NumericObservation[]>();
  const increases = dataset.indicators.filter(({ kind, name }) => kind === '数量' && /增加|减少|新增/.test(name));
  const rows = increases
    .flatMap(({ id }) => dataset.observationsOf(id, '数值'))
    .filter(hasNumber)
    .sort((a, b) => a.row - b.row);
  rows.forEach((o) => {
    if (o.value < 100 || o.qualifier !== '' || o.value % 100 === 0) return;
    const key = `${positionKey(o)} ${o.place.id} ${o.value} ${o.indicator.unit}`;
    const group = groups.get(key);
    if (group) group.push(o);
    else groups.set(key, [o]);
  });
  const checks: Check[] = [];
  groups.forEach((group) => {
    if (new Set(group.map((o) => o.indicator.id)).size < 2) return;
    checks.push({
      ...finding(
        '雷同增量',
        group[0]!,
        '几个增加数一字不差，可能有一处是误抄。',
        group.map((o) => `${o.indicator.name}${statedText(o)}`).join('，'),
        '可疑'
      ),
      rows: group
    });
  });
  return checks;
}

/** Cumulative counts from one starting day must not fall as the span grows. */
export function* checkCumulative(dataset: Dataset): Steps<Check[]> {
  const checks: Check[] = [];
  for (const { id, basis, kind } of dataset.indicators) {
    const block = basis === '期间' && (kind === '数量' || kind === '金额') ? dataset.blockOf(id) : undefined;
    if (!block) continue;
    const { coded, value, qualifier } = block.columns;
    const { period, measure } = coded;
    const rows = block
      .rowsOf(id)
      .filter(
        (row) =>
          !Number.isNaN(value[row]) &&
          measure.entries[measure.codes[row]!] === '数值' &&
          QUALIFIERS[qualifier[row]!] === '' &&
          period.entries[period.codes[row]!]!.kind !== '时点'
      );
    const keys = [sortKeys(block).place, { codes: period.codes, ...startRanks(period.entries) }];
    for (const group of repeatedRows(sortedByCodes(rows, keys), keys))
      for (const check of cumulativeChecks(
        Array.from(group, (row) => dataset.observation(block.from + row)).filter(hasNumber)
      ))
        keep(checks, check, dataset);
    yield rows.length;
  }
  return checks;
}

/** By period, which of the different first days it has. */
const startRanks = memoByObject((periods: readonly Period[]): Pick<Required<CodeKey>, 'rank' | 'size'> => {
  const days = new Map<string, number>();
  const rank = periods.map(({ start }) => {
    const known = days.get(start) ?? days.size;
    days.set(start, known);
    return known;
  });
  return { rank, size: days.size };
});

/** Sums that run from one day on: a longer one can't be less. */
export function cumulativeChecks(group: readonly NumericObservation[]): Check[] {
  const sorted = [...group].sort((a, b) => (a.period.end < b.period.end ? -1 : a.period.end > b.period.end ? 1 : 0));
  const checks: Check[] = [];
  for (let i = 1; i < sorted.length; i++) {
    const [before, after] = [sorted[i - 1]!, sorted[i]!];
    if (before.period.end === after.period.end) continue;
    const falls = after.value < before.value;
    checks.push({
      kind: '累计',
      outcome: falls ? '不符' : '相符',
      title: rowTitle(after),
      what: falls ? '从同一天起累计，时间长的反而少。' : '时间越长，累计数没有变少。',
      arithmetic: `${statedText(before)}（到${before.period.end}）${falls ? '＞' : '≤'}${statedText(after)}（到${after.period.end}）`,
      confidence: '很可能',
      rows: [before, after],
      note: ''
    });
  }
  return checks;
}

/**
 * What the readers marked 存疑 and no other check explains. A doubt about a date that we inferred is ours and not
 * the text's: its note begins with 推断.
 */
export function checkDoubts(dataset: Dataset, explained: ReadonlySet<string>): Check[] {
  const checks: Check[] = [];
  const add = (row: AuditRow): void => {
    if (row.status !== '存疑' || explained.has(rowKey(row)) || /^推断/.test(row.note)) return;
    checks.push(finding('判读存疑', row, '摘录时人工标为存疑，不是算出来的。', row.note || '没有写明理由', '可疑'));
  };
  for (const { from, size, columns } of dataset.walk()) {
    const { entries, codes } = columns.coded.status;
    for (let row = 0; row < size; row += 1) if (entries[codes[row]!] === '存疑') add(dataset.observation(from + row));
  }
  dataset.progress.forEach(add);
  return checks;
}

/** Names a row, whichever table it is in. */
export function rowKey(row: AuditRow): string {
  return `${isObservation(row) ? 'o' : 'p'}${row.row}`;
}

function finding(kind: AuditKind, row: AuditRow, what: string, arithmetic: string, confidence: Confidence): Check {
  return { kind, outcome: '不符', title: rowTitle(row), what, arithmetic, confidence, rows: [row], note: '' };
}
