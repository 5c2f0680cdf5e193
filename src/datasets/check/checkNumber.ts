/** Why a cell is no number and what to write instead: the commonest part of a data clerk's trouble. */

export interface NumberFault {
  readonly why: string;
  readonly todo: string;
}

export type NumberReading = { readonly value: number } | { readonly fault: NumberFault };

/** What the cell's table offers for a number that isn't one, so that the advice names columns that exist. */
export interface NumberSetting {
  readonly integer: boolean;
  readonly required: boolean;
  /** An empty cell needs a reason in `status`. */
  readonly needsReason: boolean;
  readonly hasQualifier: boolean;
}

const PLAIN = /^-?(0|[1-9]\d*)(\.\d+)?$/;
/** As spreadsheets write large and small numbers: `1.2E+05`. */
const SCIENTIFIC = /^-?[1-9]\d*(\.\d+)?e[+-]?\d{1,3}$/i;
const FULL_WIDTH = /[０-９．，－＋]/;
const GROUPED = /^-?\d{1,3}([,，]\d{3})+(\.\d+)?$/;

/**
 * Reads a plain number: digits, one decimal point, a leading minus; or one in scientific notation. Nothing is guessed: any other form is
 * refused with the reason and the remedy. `text` comes without blanks around it and isn't empty.
 */
export function readNumber(text: string, setting: NumberSetting): NumberReading {
  if (PLAIN.test(text) || SCIENTIFIC.test(text)) {
    // No number is written as minus zero.
    const value = Number(text) || 0;
    if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) {
      return { fault: { why: '数字太大，超出能准确表示的范围', todo: '请核对位数。' } };
    }
    if (setting.integer && !Number.isInteger(value)) {
      return { fault: { why: '这一列只能填整数', todo: '请去掉小数部分，或核对是否填错了列。' } };
    }
    return { value };
  }
  return { fault: numberFault(text, setting) };
}

function numberFault(text: string, { required, needsReason, hasQualifier }: NumberSetting): NumberFault {
  const qualifier = hasQualifier ? '请只填数字，把限定写进 qualifier 列（≈、≥、≤、>、<）。' : '请只填数字。';
  const leaveEmpty = required
    ? '这一格必须有数，请查明后填上。'
    : needsReason
      ? '请留空，并在 status 写明原因（原文错误、缺字、未报或不适用）。'
      : '请留空。';
  if (/^[-—–―‒－_/／\\*＊.…·~～]+$/.test(text)) return { why: `“${text}”不是数字`, todo: leaveEmpty };
  if (/^(无|无数据|暂无|缺|空|未报|未统计|不详|不适用|n\/?a|null|none|nan|nil)$/i.test(text)) {
    return { why: `“${text}”是缺数的说明，不是数字`, todo: leaveEmpty };
  }
  if (/^#/.test(text))
    return { why: '这是表格软件的出错标记或显示不下的标记', todo: '请回到原表改好公式或加宽列，再导出一次。' };
  if (/^=/.test(text)) return { why: '这是公式，不是数字', todo: '请换成算好的数值。' };
  if (/[\d０-９]\s*[%％‰]/.test(text)) {
    return {
      why: '数字后面带了百分号或千分号',
      todo: '百分号请去掉，只填数字，例如“12.5%”填“12.5”；单位由指标表说明。'
    };
  }
  if (GROUPED.test(text)) return { why: '数字里有千分位逗号', todo: '千分位逗号请去掉，例如“12,345”改成“12345”。' };
  if (/^-?\d+[,，]\d+$/.test(text)) return { why: '数字里有逗号', todo: '小数点请用“.”，千分位逗号请去掉。' };
  if (FULL_WIDTH.test(text)) return { why: '数字里有全角字符', todo: '全角数字请改半角，例如“１２”改成“12”。' };
  if (/^[≈≥≤><=约近超达逾]|(左右|以上|以下|以内|余|多)$/.test(text)) return { why: '数字带了限定词', todo: qualifier };
  if (/^-?\d*(\.\d*)?e[+-]?\d*$/i.test(text)) {
    return { why: '科学计数法写得不对', todo: '请写成“1.2E+05”这样，或写成普通数字，例如“120000”。' };
  }
  if (/^[−–—﹣]\d/.test(text)) return { why: '负号不是半角减号', todo: '负号请改成键盘上的“-”。' };
  if (/^\(\d+(\.\d+)?\)$/.test(text)) return { why: '用括号表示了负数', todo: '负数请写成“-”加数字。' };
  if (/^\+\d/.test(text)) return { why: '数字前面有加号', todo: '加号请去掉。' };
  if (/^['‘’`]/.test(text)) return { why: '数字前面有撇号', todo: '撇号请去掉。' };
  if (/^-?0\d/.test(text)) return { why: '数字前面多了0', todo: '请去掉前面多余的0。' };
  if (/^-?\.\d+$/.test(text)) return { why: '小数点前面缺了0', todo: '请补上0，例如“.5”改成“0.5”。' };
  if (/^-?\d+\.$/.test(text)) return { why: '小数点后面没有数字', todo: '请补全小数，或去掉小数点。' };
  if (/^-?\d+(\.\d+){2,}$/.test(text))
    return { why: '有不止一个小数点', todo: '请核对原文；原文就是错的，请留空并写明。' };
  if (/\d\s+\d/.test(text)) return { why: '数字中间有空格', todo: '请去掉空格。' };
  if (/^-?\d+(\.\d+)?\s*[万亿千百]/.test(text)) {
    return {
      why: '数字后面带了“万”“亿”之类的字',
      todo: '请按指标表的单位换算成纯数字，例如单位为“人”时“4万”填“40000”。'
    };
  }
  if (/^-?\d+(\.\d+)?\s*[^\d\s]+$/.test(text))
    return { why: '数字后面带了单位或别的文字', todo: '请只填数字，单位由指标表或任务表说明。' };
  if (/^[零〇一二两三四五六七八九十百千万亿]+$/.test(text)) return { why: '这是中文数字', todo: '请改成阿拉伯数字。' };
  return {
    why: `“${text.length > 20 ? `${text.slice(0, 20)}…` : text}”不是数字`,
    todo: `请填纯数字；没有数的话，${leaveEmpty}`
  };
}
