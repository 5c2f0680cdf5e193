/** Rows of observations.csv from the monthly tables: a workbook a month, a sheet a theme, a column an indicator. */
import { CITY, COUNTIES, dayAfter, GAPS, HOSPITALS, type Month, MONTHS } from './city';
import { noise } from './noise';
import { type Figure, type Figures, hasNot, INDICATORS, type MonthFigures, rounded } from './series';

export const OBSERVATION_COLUMNS = [
  'indicator',
  'place',
  'period',
  'part',
  'measure',
  'source',
  'value',
  'lower',
  'upper',
  'numerator',
  'denominator',
  'qualifier',
  'status',
  'line',
  'cell',
  'written',
  'section',
  'note'
] as const;

export type ObservationCells = Readonly<Partial<Record<(typeof OBSERVATION_COLUMNS)[number], string | number>>>;

export interface DemoSource {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly published: string;
  readonly period: string;
  readonly file: string;
  readonly note: string;
}

export const PUBLISHER = '拟州市卫生健康委员会（虚构）';

export function tableSource({ text, year, month }: Month): DemoSource {
  return {
    id: `t${text}`,
    title: `示例（虚构）拟州市${year}年${month}月卫生健康统计月报表`,
    publisher: PUBLISHER,
    published: dayAfter(
      MONTHS.find((m) => m.text === text)!,
      9
    ),
    period: text,
    file: `${text}.xlsx`,
    note: '虚构；表格不随示例附带'
  };
}

/** What a county that was late brought: after the tables of the month that followed. */
export function lateSource({ county, month }: (typeof GAPS)[number]): DemoSource {
  const m = MONTHS.find(({ text }) => text === month)!;
  const { name } = COUNTIES.find(({ id }) => id === county)!;
  return {
    id: `late-${month}-${county}`,
    title: `示例（虚构）${name}${m.year}年${m.month}月卫生健康统计月报表（补报）`,
    publisher: `${name}卫生健康局（虚构）`,
    published: dayAfter(m, 18, 2),
    period: month,
    file: `${month}-${county}.xlsx`,
    note: '虚构；迟报，晚于下一月的月报表'
  };
}

/** The rows of a month's workbook and of what came late. */
export function tableRows(all: readonly MonthFigures[], at: number): ObservationCells[] {
  const { month, city, counties, hospitals } = all[at]!;
  const source = tableSource(month).id;
  const left = GAPS.filter((gap) => gap.month === month.text);
  const leftNames = left.map(({ county }) => COUNTIES.find(({ id }) => id === county)!.name);
  const rows: ObservationCells[] = [];
  rows.push(
    ...figureRows(CITY.id, city, month, source, leftNames.length > 0 ? `${leftNames.join('、')}未报，没有计入` : '')
  );
  rows.push(...sexRows(city, month, source));
  for (const { id } of COUNTIES) {
    const gap = left.find(({ county }) => county === id);
    const figures = counties.get(id)!;
    if (gap) rows.push(...silentRows(id, figures, month, source));
    if (!gap || gap.late)
      rows.push(...figureRows(id, figures, month, gap ? lateSource(gap).id : source, gap ? '迟报' : ''));
    if (!gap) rows.push(...changeRows(id, figures, all[at - 12]?.counties.get(id), month, source));
  }
  for (const { id } of HOSPITALS) rows.push(...figureRows(id, hospitals.get(id)!, month, source, ''));
  return rows;
}

function figureRows(place: string, figures: Figures, month: Month, source: string, note: string): ObservationCells[] {
  return INDICATORS.flatMap((indicator): ObservationCells[] => {
    const { id, basis, yearly, from } = indicator;
    const figure = figures.get(id);
    const base = {
      indicator: id,
      place,
      period: periodOf(indicator, month),
      measure: '数值',
      source,
      cell: cellOf(id, place)
    };
    if (!figure) return hasNot(id, place, month) ? [{ ...base, status: '不适用', note: '2024年1月起才设采血点' }] : [];
    const changed = from === month.text ? '本月起用新口径，与以前不可比' : '';
    const own = basis === '时点' && yearly ? '' : note;
    return [{ ...base, ...figureCells(figure), status: '实际', note: [own, changed].filter(Boolean).join('；') }];
  });
}

function figureCells({ value, lower, upper, numerator, denominator }: Figure): ObservationCells {
  return { value, lower: lower ?? '', upper: upper ?? '', numerator: numerator ?? '', denominator: denominator ?? '' };
}

function silentRows(place: string, figures: Figures, month: Month, source: string): ObservationCells[] {
  return INDICATORS.filter(({ id }) => figures.has(id)).map((indicator) => ({
    indicator: indicator.id,
    place,
    period: periodOf(indicator, month),
    measure: '数值',
    source,
    status: '未报',
    cell: cellOf(indicator.id, place),
    note: '截至汇总未报送'
  }));
}

/** Births of boys and girls, which are never mixed with the whole. */
function sexRows(city: Figures, month: Month, source: string): ObservationCells[] {
  const whole = city.get('births')!.value;
  const boys = Math.round(whole * (0.525 + 0.006 * noise('boys', month.text)));
  return [
    ['男', boys],
    ['女', whole - boys]
  ].map(([part, value]) => ({
    indicator: 'births',
    place: CITY.id,
    period: month.text,
    part,
    measure: '数值',
    source,
    value,
    status: '实际',
    cell: cellOf('births', CITY.id)
  }));
}

/** Of which indicators the tables give the change on the year before. */
const CHANGES = ['outpatient', 'births'] as const;

function changeRows(
  place: string,
  now: Figures,
  before: Figures | undefined,
  { text }: Month,
  source: string
): ObservationCells[] {
  if (!before) return [];
  return CHANGES.map((id, i) => ({
    indicator: id,
    place,
    period: text,
    measure: '同比(%)',
    source,
    value: changeOf(now.get(id)!.value, before.get(id)!.value),
    status: '实际',
    cell: `同比!${String.fromCharCode(67 + i)}${rowOf(place)}`
  }));
}

/** Percent with one decimal. */
export function changeOf(now: number, before: number): number {
  return rounded((now / before - 1) * 100, 1);
}

/** The text of a period as the indicator counts it: a month, its last day, from January on, or the year. */
export function periodOf(
  { basis, yearly, model }: Pick<(typeof INDICATORS)[number], 'basis' | 'yearly' | 'model'>,
  { text, year, lastDay }: Month
): string {
  if (basis === '时点') return lastDay;
  if (yearly) return String(year);
  return model.kind === 'yearToDate' ? `${year}-01/${text}` : text;
}

const ROWS = [CITY, ...COUNTIES, ...HOSPITALS].map(({ id }) => id);

export function rowOf(place: string): number {
  return 5 + ROWS.indexOf(place);
}

function cellOf(indicator: string, place: string): string {
  const { theme } = INDICATORS.find(({ id }) => id === indicator)!;
  const column = INDICATORS.filter((other) => other.theme === theme).findIndex(({ id }) => id === indicator);
  return `${theme}!${String.fromCharCode(67 + column)}${rowOf(place)}`;
}
