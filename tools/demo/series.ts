/** The values of the invented indicators, worked out from their models. */
import { CARE_INDICATORS } from './careIndicators';
import { COUNTIES, type County, GAPS, type Hospital, HOSPITALS, type Month, MONTHS, peopleAt } from './city';
import { HEALTH_INDICATORS } from './healthIndicators';
import type { DemoIndicator, Model, Season } from './model';
import { noise } from './noise';
import { SERVICE_INDICATORS } from './serviceIndicators';

export const INDICATORS: readonly DemoIndicator[] = [...SERVICE_INDICATORS, ...CARE_INDICATORS, ...HEALTH_INDICATORS];

export interface Figure {
  readonly value: number;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly lower?: number;
  readonly upper?: number;
}

/** Figures of a place in a month, by indicator. */
export type Figures = ReadonlyMap<string, Figure>;

interface Reporter {
  readonly id: string;
  readonly strength: number;
  readonly county?: County;
  readonly hospital?: Hospital;
}

/** Whether an indicator has a figure in a month. */
function isReported({ yearly, from, until }: DemoIndicator, { month, text }: Month): boolean {
  return (!yearly || month === 12) && (from === undefined || text >= from) && (until === undefined || text <= until);
}

/** Everything that a county would report for a month, gaps or not. */
function countyFigures(county: County, month: Month): Figures {
  return figuresOf({ id: county.id, strength: county.strength, county }, month, 'hospitals');
}

function hospitalFigures(hospital: Hospital, month: Month): Figures {
  return figuresOf({ id: hospital.id, strength: hospital.strength, hospital }, month, 'areas');
}

function figuresOf(reporter: Reporter, month: Month, others: 'areas' | 'hospitals'): Figures {
  const figures = new Map<string, Figure>();
  for (const indicator of INDICATORS) {
    if ((indicator.at ?? 'areas') === others || !isReported(indicator, month)) continue;
    if (hasNot(indicator.id, reporter.id, month)) continue;
    const figure = figureOf(indicator, reporter, month, figures);
    if (figure) figures.set(indicator.id, figure);
  }
  return figures;
}

/** 例山县 had nowhere to give blood before 2024. */
export function hasNot(indicator: string, place: string, { year }: Month): boolean {
  return indicator === 'blood' && place === 'lishan' && year === 2023;
}

function figureOf(indicator: DemoIndicator, reporter: Reporter, month: Month, known: Figures): Figure | undefined {
  const { model, id, decimals } = indicator;
  const { county, hospital } = reporter;
  switch (model.kind) {
    case 'flow':
      return { value: rounded(flow(id, model, reporter, month), decimals) };
    case 'stock':
      return county && { value: Math.round(stock(id, model, county, month)) };
    case 'yearToDate': {
      if (!county) return undefined;
      const whole = (tenThousands(county, month) * model.rate * county.old) / 0.17;
      return {
        value: Math.round((whole * (1 + 0.08 * county.strength) * shareAt(model.shares, id, county, month)) / 100)
      };
    }
    case 'sum':
      // A hospital's own outpatients: it is one of the parts.
      if (hospital)
        return {
          value: Math.round(hospital.visits * seasonOf(visitSeason(model), month) * wave(id, hospital.id, month))
        };
      return { value: model.parts.reduce((sum, part) => sum + known.get(part)!.value, 0) };
    case 'ratio':
      return ratio(known.get(model.above)!.value, belowOf(model.below, county, month, known), 100, decimals);
    case 'rate':
      return rate(indicator, model, reporter, month, known);
    case 'level': {
      const level = model.base + difference(id, model, reporter) + trend(id, model, reporter, month);
      return { value: rounded(level * (model.season ? 1 + (seasonOf(model.season, month) - 1) / 2 : 1), decimals) };
    }
    case 'people':
      return county && { value: peopleAt(county, month.year) };
    case 'oldPeople':
      return county && { value: Math.round(peopleAt(county, month.year) * (county.old + 0.006 * (month.year - 2022))) };
  }
}

/** The season of a hospital's outpatients is that of the hospitals' part. */
function visitSeason({ parts }: Extract<Model, { kind: 'sum' }>): Season | undefined {
  const part = SERVICE_INDICATORS.find((indicator) => indicator.id === parts[0])?.model;
  return part?.kind === 'flow' ? part.season : undefined;
}

function flow(
  id: string,
  model: Extract<Model, { kind: 'flow' }>,
  { county, hospital, id: place }: Reporter,
  month: Month
): number {
  const size = hospital ? hospital.visits * (model.hospital ?? 0) : tenThousands(county!, month) * model.rate;
  const own = 1 + 0.18 * noise(id, place);
  const growth = (1 + (model.growth ?? 0) + 0.03 * noise(id, place, 'growth')) ** (month.at / 12);
  return size * own * growth * seasonOf(model.season, month) * wave(id, place, month);
}

function stock(id: string, model: Extract<Model, { kind: 'stock' }>, county: County, month: Month): number {
  const own = 1 + 0.12 * county.strength + 0.06 * noise(id, county.id);
  // What is kept on a list seldom falls: the months differ less than their growth.
  const at = month.at + 0.4 * noise(id, county.id, month.at);
  return tenThousands(county, month) * model.rate * own * (1 + (model.growth ?? 0)) ** (at / 12);
}

function rate(
  { id, decimals, yearly }: DemoIndicator,
  model: Extract<Model, { kind: 'rate' }>,
  reporter: Reporter,
  month: Month,
  known: Figures
): Figure {
  const per = model.per ?? 100;
  const size = reporter.hospital ? reporter.hospital.visits / 10_000 : tenThousands(reporter.county!, month);
  const vary = 1 + 0.05 * noise(id, reporter.id, month.at, 'base');
  const below =
    typeof model.of === 'string' ? known.get(model.of)!.value : Math.max(12, Math.round(size * model.of * vary));
  const share = model.base + difference(id, model, reporter) + trend(id, model, reporter, month) * (yearly ? 1.5 : 1);
  const above = Math.round((below * Math.max(0, Math.min(model.most ?? per, share))) / per);
  const figure = ratio(Math.min(above, below), below, per, decimals);
  return model.interval ? { ...figure, ...interval(figure, decimals) } : figure;
}

function ratio(numerator: number, denominator: number, per: number, decimals: number): Figure {
  return { value: rounded((numerator / denominator) * per, decimals), numerator, denominator };
}

/** Normal approximation, as survey reports print it. */
function interval({ numerator, denominator }: Figure, decimals: number): Pick<Figure, 'lower' | 'upper'> {
  const p = numerator! / denominator!;
  const half = 1.96 * Math.sqrt((p * (1 - p)) / denominator!);
  return { lower: rounded((p - half) * 100, decimals), upper: rounded(Math.min(1, p + half) * 100, decimals) };
}

function belowOf(id: string, county: County | undefined, month: Month, known: Figures): number {
  return id === 'population' ? peopleAt(county!, month.year - 1) : known.get(id)!.value;
}

/** How far a place is from the mean: mostly how well it works, the rest its own. */
function difference(id: string, { spread }: { readonly spread: number }, { strength, id: place }: Reporter): number {
  return spread * (0.65 * strength + 0.45 * noise(id, place));
}

/** What time brings: a gain that differs by place, and the month's own swing. */
function trend(
  id: string,
  { gain = 0, wobble = 0 }: { readonly gain?: number; readonly wobble?: number },
  { id: place }: Reporter,
  month: Month
): number {
  return gain * month.at * (1 + 0.9 * noise(id, place, 'gain')) + wobble * noise(id, place, month.at);
}

function wave(id: string, place: string, month: Month): number {
  return 1 + 0.035 * noise(id, place, month.at);
}

/** Some places are ahead of the others in spring and summer; by December all have had their year. */
function shareAt(shares: Season, id: string, county: County, { month, at }: Month): number {
  return shares[month - 1]! * (1 + 0.05 * noise(id, county.id, Math.floor(at / 12)) * (1 - month / 12));
}

function seasonOf(season: Season | undefined, { month, at }: Month): number {
  return season === undefined ? 1 : season.length > 12 ? season[at]! : season[month - 1]!;
}

/** Inhabitants at the end of the year before, in ten thousands. */
function tenThousands(county: County, month: Month): number {
  return peopleAt(county, month.year - 1) / 10_000;
}

export function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

/** Counties that are in the monthly tables of a month. */
function reportingCounties(month: Month): readonly County[] {
  return COUNTIES.filter(({ id }) => !GAPS.some((gap) => gap.county === id && gap.month === month.text));
}

/** The whole city from the counties that reported in time: sums, sum over sum, and means weighted by inhabitants. */
function cityFigures(month: Month): Figures {
  const counties = reportingCounties(month);
  const all = counties.map((county) => ({ county, figures: countyFigures(county, month) }));
  const city = new Map<string, Figure>();
  for (const { id, model, decimals, at } of INDICATORS) {
    const found = all
      .filter(({ figures }) => figures.has(id))
      .map(({ county, figures }) => ({ county, figure: figures.get(id)! }));
    if (at === 'hospitals' || found.length === 0) continue;
    const total = (of: (figure: Figure, county: County) => number) =>
      found.reduce((sum, { county, figure }) => sum + of(figure, county), 0);
    if (model.kind === 'rate' || model.kind === 'ratio') {
      const per = model.kind === 'rate' ? (model.per ?? 100) : 100;
      const whole = ratio(
        total((f) => f.numerator!),
        total((f) => f.denominator!),
        per,
        decimals
      );
      city.set(id, model.kind === 'rate' && model.interval ? { ...whole, ...interval(whole, decimals) } : whole);
    } else if (model.kind === 'level') {
      const people = total((_f, county) => county.people);
      city.set(id, { value: rounded(total((f, county) => f.value * county.people) / people, decimals) });
    } else
      city.set(id, {
        value: rounded(
          total((f) => f.value),
          decimals
        )
      });
  }
  return city;
}

/** Every reporter's figures of every month; a county's also where it was late. */
export interface MonthFigures {
  readonly month: Month;
  readonly city: Figures;
  readonly counties: ReadonlyMap<string, Figures>;
  readonly hospitals: ReadonlyMap<string, Figures>;
}

export function allFigures(): MonthFigures[] {
  return MONTHS.map((month) => ({
    month,
    city: cityFigures(month),
    counties: new Map(COUNTIES.map((county) => [county.id, countyFigures(county, month)])),
    hospitals: new Map(HOSPITALS.map((hospital) => [hospital.id, hospitalFigures(hospital, month)]))
  }));
}
