/** The figures that the golden tests export: every screen of the shipped data, and the monthly reports with their gaps. */
import { figureAt } from '../../src/figures/figureAt';
import type { Figure } from '../../src/figures/figure';
import { choicesOf } from '../figures/realData';

const REAL = [
  '/',
  '/places?i=smd-standard-rate&focus=zhongfang',
  '/places?tab=heat',
  '/periods',
  '/progress?place=all',
  '/progress?place=xiangshan',
  '/progress?place=all&page=2',
  '/progress?tab=matrix&place=all',
  '/progress?tab=plans&place=all',
  '/progress?tab=supervise&place=all',
  '/progress?tab=sums&place=all',
  '/profile?place=xiangshan',
  '/profile?place=zhongfang',
  '/periods?tab=changes'
];
const MONTHLY = [
  '/places',
  '/periods',
  '/progress?place=all',
  '/progress?tab=supervise&place=all',
  '/periods?tab=changes'
];

export interface NamedFigure {
  readonly address: string;
  readonly figure: Figure;
}

export async function figures(): Promise<NamedFigure[]> {
  const [real, monthly] = await Promise.all([choicesOf('data'), choicesOf('monthly')]);
  const of = (addresses: readonly string[], choices: typeof real, from: string) =>
    addresses.map((address) => ({ address: `${from} ${address}`, figure: figureAt(address, choices).figure! }));
  return [...of(REAL, real, '实'), ...of(MONTHLY, monthly, '月')];
}
