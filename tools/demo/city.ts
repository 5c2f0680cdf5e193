/** The invented city: its districts, counties and hospitals, and the months it reports. */
import { noise } from './noise';

/** A district or county. */
export interface County {
  readonly id: string;
  readonly name: string;
  /** Inhabitants at the end of 2022. */
  readonly people: number;
  /** Share of those aged 65 and over. */
  readonly old: number;
  /** How well it works on the whole, from -1 to 1. */
  readonly strength: number;
  /** Column and row in the grid of tiles. */
  readonly spot: readonly [column: number, row: number];
}

export interface Hospital {
  readonly id: string;
  readonly name: string;
  /** Id of the county it stands in. */
  readonly county: string;
  /** Outpatients in a mean month. */
  readonly visits: number;
  readonly strength: number;
}

export const CITY = { id: 'nizhou', name: '拟州市' } as const;

/** 拟 (planned, feigned) and 例 (example): no county of China bears these names. */
export const COUNTIES: readonly County[] = [
  { id: 'nidong', name: '拟东区', people: 523_400, old: 0.142, strength: 0.6, spot: [3, 3] },
  { id: 'nixi', name: '拟西区', people: 418_200, old: 0.151, strength: 0.3, spot: [2, 2] },
  { id: 'ninan', name: '拟南区', people: 365_700, old: 0.138, strength: -0.1, spot: [2, 3] },
  { id: 'nibei', name: '拟北区', people: 289_100, old: 0.169, strength: -0.6, spot: [3, 2] },
  { id: 'lian', name: '例安县', people: 472_300, old: 0.163, strength: 0.8, spot: [1, 3] },
  { id: 'lining', name: '例宁县', people: 396_800, old: 0.171, strength: 0.1, spot: [2, 4] },
  { id: 'lize', name: '例泽县', people: 331_500, old: 0.178, strength: -0.3, spot: [4, 3] },
  { id: 'lifeng', name: '例丰县', people: 448_900, old: 0.166, strength: 0.4, spot: [1, 2] },
  { id: 'lichuan', name: '例川县', people: 257_600, old: 0.187, strength: -0.8, spot: [3, 1] },
  { id: 'lishan', name: '例山县', people: 184_300, old: 0.204, strength: -0.5, spot: [2, 1] },
  { id: 'lihu', name: '例湖县', people: 302_100, old: 0.181, strength: 0, spot: [4, 2] },
  { id: 'lixi', name: '例溪县', people: 216_900, old: 0.193, strength: 0.5, spot: [3, 4] }
];

export const HOSPITALS: readonly Hospital[] = [
  { id: 'hospital-first', name: '拟州市第一人民医院', county: 'nidong', visits: 98_000, strength: 0.5 },
  { id: 'hospital-tcm', name: '拟州市中医医院', county: 'nixi', visits: 52_000, strength: 0.2 },
  { id: 'hospital-mother', name: '拟州市妇幼保健院', county: 'ninan', visits: 38_000, strength: 0.7 },
  { id: 'hospital-lian', name: '例安县人民医院', county: 'lian', visits: 46_000, strength: 0.4 },
  { id: 'hospital-lifeng', name: '例丰县人民医院', county: 'lifeng', visits: 41_000, strength: -0.3 },
  { id: 'hospital-lichuan', name: '例川县中医医院', county: 'lichuan', visits: 16_000, strength: -0.7 }
];

export interface Month {
  readonly year: number;
  /** 1 for January. */
  readonly month: number;
  /** 0 for January 2023. */
  readonly at: number;
  /** `2023-01` */
  readonly text: string;
  /** `2023-01-31` */
  readonly lastDay: string;
}

export const MONTHS: readonly Month[] = Array.from({ length: 24 }, (_, at) => {
  const year = 2023 + Math.floor(at / 12);
  const month = (at % 12) + 1;
  const text = `${year}-${String(month).padStart(2, '0')}`;
  return { year, month, at, text, lastDay: `${text}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}` };
});

/** A day of the month after: when its report came out. */
export function dayAfter({ year, month }: Month, day: number, months = 1): string {
  return new Date(Date.UTC(year, month - 1 + months, day)).toISOString().slice(0, 10);
}

/** Inhabitants of a county at the end of a year: most counties lose some, the districts gain. */
export function peopleAt(county: County, year: number): number {
  const change = (county.id.startsWith('ni') ? 0.006 : -0.004) + 0.004 * noise('people', county.id);
  return Math.round(county.people * (1 + change) ** (year - 2022));
}

/** Months that a county didn't report in time: `late` ones came with a later report, the others never. */
export const GAPS: readonly { readonly county: string; readonly month: string; readonly late: boolean }[] = [
  { county: 'lihu', month: '2023-08', late: true },
  { county: 'lishan', month: '2024-02', late: false },
  { county: 'lixi', month: '2024-05', late: true }
];
