/** A number under an Excel format as Excel prints it: enough of the format language for what the exports use. */
import { formatNumber } from '../../../src/domain/wording/format';

export function excelText(value: number, format: string): string {
  const sections = split(format);
  const section =
    value < 0 && sections[1] !== undefined
      ? sections[1]
      : value === 0 && sections[2] !== undefined
        ? sections[2]
        : sections[0]!;
  const sign = value < 0 && sections[1] === undefined ? '-' : '';
  const digits = /#,##0(\.0+)?|0(\.0+)?/.exec(withoutLiterals(section));
  const percent = withoutLiterals(section).includes('%');
  const decimals = (digits?.[1] ?? digits?.[2] ?? '.').length - 1;
  const grouped = formatNumber(Math.abs(percent ? value * 100 : value), { decimals });
  const shown = digits?.[0].startsWith('#') ? grouped : grouped.replace(/,/g, '');
  let out = sign;
  for (let i = 0; i < section.length;) {
    if (section[i] === '"') {
      const end = section.indexOf('"', i + 1);
      out += section.slice(i + 1, end);
      i = end + 1;
    } else if (digits && section.startsWith(digits[0], i)) {
      out += shown;
      i += digits[0].length;
    } else {
      out += section[i]!;
      i += 1;
    }
  }
  return out;
}

function split(format: string): string[] {
  return format.match(/(?:"[^"]*"|[^;"])+/g) ?? [''];
}

function withoutLiterals(section: string): string {
  return section.replace(/"[^"]*"/g, '');
}
