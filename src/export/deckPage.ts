/** A deck as one .html that any browser opens by itself: its slides as drawings, and below each the numbers it shows. */
import { LIGHT_PALETTES, STANDING_FILLS } from '../charts/theme';
import { type Figure, figureParts } from '../figures/figure';
import { xmlText } from './office/xmlText';
import { absentTexts, cardTexts, noteTexts, sourceText } from './plan/figureTexts';
import { type FileCell, fileTable } from './plan/fileTable';

export interface DeckPageSlide {
  readonly title: string;
  /** An SVG picture. */
  readonly svg: string;
  /** Whose numbers stand below it; undefined for a slide that goes on, or shows none. */
  readonly figure: Figure | undefined;
}

/** Nothing is run and nothing asked for, whatever stands in the texts. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

const STYLE = [
  'body{margin:0;background:#e9edf2;color:#151b28;font:15px/1.6 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif}',
  'main{max-width:1280px;margin:0 auto;padding:16px}section{background:#fff;margin:0 0 20px;padding:12px}',
  'img{display:block;width:100%;height:auto}nav{display:flex;justify-content:space-between;padding:6px 4px}',
  'a{color:#1d4f91}summary{cursor:pointer;color:#1d4f91;padding:6px 4px}.wide{overflow-x:auto}',
  'table{border-collapse:collapse;font-size:14px}th,td{border:1px solid #dfe4ea;padding:4px 8px;min-width:5em;text-align:left;vertical-align:top}',
  'th{background:#edf3fb}.right{text-align:right}footer{color:#4a5568;padding:0 4px 24px}',
  '@media print{@page{size:A4 landscape;margin:10mm}body{background:#fff}section{break-after:page;padding:0;margin:0}nav,details{display:none}}'
].join('');

/** Colours of lights and grounds of cells, a class each. */
const COLOURS = [
  ...Object.values(LIGHT_PALETTES).flatMap((lights) => Object.values(lights).map((colour) => ['c', 'color', colour])),
  ...STANDING_FILLS.map((colour) => ['f', 'background', colour])
].map(([letter, property, colour]) => `.${letter}${colour!.slice(1)}{${property}:${colour}}`);

/**
 * The text of the file.
 * @param stamp version of the data and time
 */
export function deckPage(title: string, slides: readonly DeckPageSlide[], stamp: string): string {
  const sections = slides.map((slide, at) => {
    const step = (to: number, text: string) =>
      to >= 0 && to < slides.length ? `<a href="#p${to + 1}">${text}</a>` : '<span></span>';
    return `<section id="p${at + 1}"><img alt="${xmlText(slide.title)}" src="data:image/svg+xml;charset=utf-8,${encodeURIComponent(slide.svg)}"><nav>${step(at - 1, '上一张')}<span>${at + 1} / ${slides.length}</span>${step(at + 1, '下一张')}</nav>${slide.figure ? tablesOf(slide.figure) : ''}</section>`;
  });
  return [
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="renderer" content="webkit"><title>${xmlText(title)}</title><style>${STYLE}${[...new Set(COLOURS)].join('')}</style></head>`,
    `<body><main>${sections.join('')}<footer>${xmlText(stamp)}</footer></main></body></html>\n`
  ].join('\n');
}

/** The numbers of each figure of a slide, in the colours of the other files and with all that those say of them. */
function tablesOf(figure: Figure): string {
  return figureParts(figure).map(tableOf).join('');
}

function tableOf(figure: Figure): string {
  const table = fileTable(figure);
  if (table.rows.length === 0) return '';
  const head = table.columns.map(({ title, align }) => cellOf('th', { text: title, value: null }, align)).join('');
  const rows = table.rows.map(
    (row) => `<tr>${table.columns.map(({ align }, at) => cellOf('td', row[at], align)).join('')}</tr>`
  );
  const said = [...noteTexts(figure), ...absentTexts(figure), ...cardTexts(figure)]
    .map((text) => `<p>${xmlText(text)}</p>`)
    .join('');
  return `<details><summary>数据表：${xmlText(figure.verdict)}（${table.rows.length}行）</summary><div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>${said}<p>${xmlText(sourceText(figure))}</p></details>`;
}

function cellOf(tag: string, cell: FileCell | undefined, align: string): string {
  const names = [
    align === '右' ? 'right' : '',
    cell?.colour ? `c${cell.colour.slice(1)}` : '',
    cell?.fill ? `f${cell.fill.slice(1)}` : ''
  ].filter(Boolean);
  const look = names.length > 0 ? ` class="${names.join(' ')}"` : '';
  return `<${tag}${look}>${xmlText(cell?.text ?? '')}</${tag}>`;
}
