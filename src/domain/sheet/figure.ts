/** What a cell of a table says: a figure, a sign for no figure, or something that is neither. */
import type { Qualifier } from '../model/records';
import { roundTo } from '../number/rounding';
import { qualifierOf } from '../read/proposal';
import { wholeNumber } from '../read/tableBlocks';
import { plainOf } from './grid';
import type { SheetCell } from './worksheet';
import { withoutNoise } from '../number/rounding';

export type CellFigure =
  | {
      readonly kind: 'figure';
      readonly value: number;
      /** The unit that stands in the cell itself, its scale included: `%`, `万`, `万人`; empty where none does. */
      readonly unit: string;
      readonly qualifier: Qualifier;
      /** What is odd about it, a Chinese clause; empty where nothing is. */
      readonly odd: string;
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'unread'; readonly why: string };

const NOTHING =
  /^(?:[-_—–…·./\\]+|\(?(?:N\/?A|NULL|X{1,3}|×{1,3}|无|空|缺|暂无|未报|未填|未上报|待补|待定|待报|待统计|不适用|ADD|TBD|\?)\)?|#N\/A)$/i;
const MASKED = /^(?=.*\d)[\d.,]*[xX×*〇○]+[\d.,xX×*〇○]*(?:%|[一-龥]{0,3})$|^\*+%?$/;
const SCIENTIFIC = /^[-+]?\d+(?:\.\d+)?E[-+]?\d{1,3}$/i;

/** Whether the text of a cell is a sign that there is no figure: `—`, `/`, `NA`, `X`, 待补. */
export function saysNothing(plain: string): boolean {
  return NOTHING.test(plain);
}

/** Digits alone, as most figures are: no more need be looked for in them. */
const DIGITS = /^-?\d+(?:\.\d+)?$/;

/** Whether a cell counts as a figure when a table is looked for: a number or a sign for none. */
export function isFigureLike(cell: SheetCell | undefined): boolean {
  if (!cell) return false;
  if (cell.kind === 'number' || cell.kind === 'percent' || cell.kind === 'error') return true;
  if (cell.kind !== 'text') return false;
  const plain = plainOf(cell);
  return DIGITS.test(plain) || (/\d/.test(plain) && (wholeNumber(plain) !== undefined || SCIENTIFIC.test(plain)));
}

/** Reads a cell in a column of figures. A figure in percent is in percent: 80 for a cell that shows 80%. */
export function figureOf(cell: SheetCell): CellFigure {
  if (cell.kind === 'number' || cell.kind === 'percent') return numberCell(cell);
  const plain = plainOf(cell);
  if (NOTHING.test(plain)) return { kind: 'none' };
  if (cell.kind === 'error') {
    return { kind: 'unread', why: /公式没有存结果/.test(cell.shown) ? '公式没有存下结果' : '公式算出的是错误值' };
  }
  if (cell.kind === 'date') return { kind: 'unread', why: '这是日期，不是数' };
  if (cell.kind === 'boolean') return { kind: 'unread', why: '这是真假值，不是数' };
  if (MASKED.test(plain)) return { kind: 'unread', why: '数字被遮住了一部分' };
  if (SCIENTIFIC.test(plain)) return { kind: 'figure', value: Number(plain), unit: '', qualifier: '', odd: '' };
  return textCell(plain);
}

function textCell(plain: string): CellFigure {
  if (DIGITS.test(plain)) return { kind: 'figure', value: Number(plain), unit: '', qualifier: '', odd: '' };
  const token = wholeNumber(plain);
  if (!token) return { kind: 'unread', why: /\d/.test(plain) ? '不是单独一个数' : '不是数' };
  const qualifier = qualifierOf(plain, token.value, token.unit, 'value');
  if (qualifier === undefined) return { kind: 'unread', why: '分不清是多少' };
  return { kind: 'figure', value: token.value, unit: token.unit, qualifier, odd: '' };
}

function numberCell(cell: SheetCell): CellFigure {
  const percent = cell.kind === 'percent';
  const value = withoutNoise(percent ? cell.value! * 100 : cell.value!);
  const plain = plainOf(cell);
  const shown = /^-?\d+(?:\.\d+)?%?$/.test(plain) ? { value: parseFloat(plain) } : wholeNumber(plain);
  const figure = { kind: 'figure', unit: percent ? '%' : '', qualifier: '', odd: '' } as const;
  if (!shown) return { ...figure, value };
  const decimals = /\.(\d+)/.exec(plain)?.[1]!.length ?? 0;
  const printed = withoutNoise(shown.value);
  if (roundTo(value, decimals) !== printed) {
    // A format of scale shows 12.3 for 123456; whoever reads the sheet reads 12.3.
    const odd = `单元格里存的是${value}，显示的是“${cell.shown}”，取了存的数`;
    return { ...figure, value, odd };
  }
  // What a formula gives is as exact as the sheet prints it; what was typed is kept as typed.
  return { ...figure, value: cell.formula ? printed : value };
}
