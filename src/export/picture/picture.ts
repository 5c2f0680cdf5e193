/**
 * A figure as one picture that says all by itself: title, subtitle, drawing, key, notes, source line. Drawn as
 * SVG text; a PNG is that SVG painted larger.
 */
import { textWidth } from '../../charts/drawing';
import { fontFamily, palette } from '../../charts/theme';
import type { ChartPicture } from '../../charts/wholeEngine';
import type { KeyFigure } from '../../figures/figure';
import { gridRowHeight, type TableGrid } from '../plan/gridPlan';
import type { KeyEntry } from '../plan/chartKey';
import { clauses, brokenLines } from './brokenText';
import { inkSvg, type PictureInk } from './inkSvg';
import { xmlText } from '../office/xmlText';

export type PictureBody =
  | {
      readonly kind: 'chart';
      /** One below the other; a caption stands above each that is only a part. */
      readonly drawings: readonly { readonly caption: string; readonly drawing: ChartPicture }[];
      readonly key: readonly KeyEntry[];
    }
  | { readonly kind: 'grids'; readonly grids: readonly TableGrid[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'cards'; readonly items: readonly KeyFigure[] }
  /** Figures one above the other, each below its finding. */
  | { readonly kind: 'pair'; readonly panes: readonly PicturePane[] };

export interface PicturePane {
  readonly heading: string;
  readonly subtitle: string;
  readonly body: PictureBody;
}

export interface PictureParts {
  readonly title: string;
  readonly subtitle: string;
  /** Drawn for the height that is left, where the picture is a page of fixed height; else `Infinity`. */
  readonly body: (room: number) => PictureBody;
  readonly remarks: readonly string[];
  readonly source: string;
  /** In the lower right corner; empty for none. */
  readonly number?: string;
  /** Of a page, in px; without it the picture is as high as it needs. */
  readonly pageHeight?: number;
  /** What was drawn over the slide that it shows; absent for nothing. */
  readonly ink?: PictureInk;
}

export interface Picture {
  readonly svg: string;
  /** In px at 1×. */
  readonly width: number;
  readonly height: number;
}

/** Width of the drawing in a picture, in px. */
export const PICTURE_WIDTH = 1120;
const MARGIN = 40;
const PX_PER_INCH = 96;

/** A piece of the picture, and how high it is. */
interface Piece {
  readonly svg: string;
  readonly height: number;
}

/** The picture, on white, as wide as its drawing needs. Text that no XML file can carry is dropped. */
export function composePicture(parts: PictureParts): Picture {
  const remarkHeights = (width: number) =>
    parts.remarks.reduce((sum, text) => sum + paragraph(text, 14, '', width).height + 2, 0);
  const around = (width: number) =>
    MARGIN * 1.6 +
    paragraph(parts.title, 28, '', width, true).height +
    6 +
    (parts.subtitle ? paragraph(parts.subtitle, 16, '', width).height + 10 : 0) +
    12 +
    remarkHeights(width) +
    18 +
    paragraph(parts.source, 14, '', width - 90).height;
  const body = parts.body(parts.pageHeight ? parts.pageHeight - around(PICTURE_WIDTH) : Infinity);
  const inner = innerWidth(body);
  const pieces: Piece[] = [];
  let y = MARGIN;
  const put = (piece: Piece, space = 0) => {
    pieces.push({ ...piece, svg: `<g transform="translate(${MARGIN} ${y})">${piece.svg}</g>` });
    y += piece.height + space;
  };
  put(paragraph(parts.title, 28, palette.ink, inner, true), 6);
  if (parts.subtitle) put(paragraph(parts.subtitle, 16, palette.inkSoft, inner), 10);
  const drawnBody = bodyPiece(body);
  const area = { left: MARGIN, width: inner, top: y + (body.kind === 'chart' ? keyPiece(body.key).height : 0) };
  put(drawnBody, 12);
  // On a page the remarks stand at its foot.
  if (parts.pageHeight)
    y = Math.max(
      y,
      parts.pageHeight - MARGIN * 0.6 - remarkHeights(inner) - 18 - paragraph(parts.source, 14, '', inner - 90).height
    );
  for (const text of parts.remarks) put(paragraph(text, 14, palette.inkSoft, inner), 2);
  put({ svg: `<path d="M0 8H${inner}" stroke="${palette.line}"/>`, height: 18 });
  const foot = parts.number ? textAt(parts.number, 14, palette.inkSoft, inner, 14, 'end') : '';
  const source = paragraph(parts.source, 14, palette.inkSoft, inner - (foot ? 90 : 0));
  put({ svg: source.svg + foot, height: source.height });
  const height = Math.ceil(y + MARGIN * 0.6);
  if (parts.ink) pieces.push({ svg: inkSvg(parts.ink, area, height), height: 0 });
  return drawn(parts.title, pieces, Math.ceil(inner + 2 * MARGIN), height);
}

/** The drawing with its key and nothing around it: what else a picture says stands in the text it is put into. */
export function composeBody(title: string, body: PictureBody): Picture {
  const piece = bodyPiece(body);
  return drawn(title, [piece], Math.ceil(innerWidth(body)), Math.ceil(piece.height));
}

function drawn(title: string, pieces: readonly Piece[], width: number, height: number): Picture {
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${xmlText(fontFamily)}">`,
    `<title>${xmlText(title)}</title><rect width="${width}" height="${height}" fill="${palette.ground}"/>`,
    ...pieces.map((piece) => piece.svg),
    '</svg>'
  ].join('');
  return { svg, width, height };
}

function innerWidth(body: PictureBody): number {
  if (body.kind === 'chart') return Math.max(...body.drawings.map(({ drawing }) => drawing.width));
  if (body.kind === 'list' || body.kind === 'cards') return PICTURE_WIDTH;
  if (body.kind === 'pair') return Math.max(...body.panes.map((pane) => innerWidth(pane.body)));
  const widths = body.grids.map(({ widths: own }) => own.reduce((sum, w) => sum + w, 0));
  return Math.round(Math.max(...widths) * PX_PER_INCH);
}

function bodyPiece(body: PictureBody): Piece {
  switch (body.kind) {
    case 'chart': {
      const drawings = body.drawings.flatMap(({ caption, drawing }): Piece[] => [
        ...(caption ? [paragraph(caption, 15, palette.inkSoft, PICTURE_WIDTH)] : []),
        { svg: drawing.svg, height: drawing.height }
      ]);
      return stacked([keyPiece(body.key), ...drawings], 0);
    }
    case 'grids':
      return stacked(body.grids.map(gridPiece), 24);
    case 'cards':
      return cardsPiece(body.items);
    case 'pair':
      return stacked(body.panes.map(panePiece), 20);
    case 'list':
      return stacked(
        body.items.map((text) => paragraph(`• ${text}`, 20, palette.ink, PICTURE_WIDTH)),
        8
      );
  }
}

function panePiece({ heading, subtitle, body }: PicturePane): Piece {
  const lines = subtitle ? [paragraph(subtitle, 14, palette.inkSoft, PICTURE_WIDTH)] : [];
  return stacked([paragraph(heading, 20, palette.ink, PICTURE_WIDTH, true), ...lines, bodyPiece(body)], 4);
}

function keyPiece(key: readonly KeyEntry[]): Piece {
  let x = 0;
  const texts = key.map(({ mark, colour, text }) => {
    const svg = textAt(mark, 15, colour, x, 16) + textAt(text, 14, palette.inkSoft, x + 18, 16);
    x += 18 + textWidth(text, 14) + 24;
    return svg;
  });
  return { svg: texts.join(''), height: key.length > 0 ? 26 : 0 };
}

function gridPiece(grid: TableGrid): Piece {
  const { head, rows, widths, font, spacing } = grid;
  const size = Math.round((font / 72) * PX_PER_INCH);
  const px = widths.map((w) => w * PX_PER_INCH);
  const total = px.reduce((sum, w) => sum + w, 0);
  const lefts = px.map((_, i) => px.slice(0, i).reduce((sum, w) => sum + w, 0));
  let y = 0;
  const svg = [head, ...rows].map((row, r) => {
    const height = gridRowHeight(row, grid) * PX_PER_INCH;
    const cells = row.map((cell, i) => {
      const fill = r === 0 ? palette.surface : cell.fill;
      const ground = fill ? `<rect x="${lefts[i]}" y="${y}" width="${px[i]}" height="${height}" fill="${fill}"/>` : '';
      const lines = cell.text.split('\n').flatMap((line) => brokenLines(line, size, px[i]! - 18));
      const right = cell.align === '右';
      const x = right ? lefts[i]! + px[i]! - 9 : lefts[i]! + 9;
      return (
        ground +
        lines
          .map((line, n) =>
            textAt(
              line,
              size,
              r === 0 ? palette.inkSoft : (cell.colour ?? palette.ink),
              x,
              y + size * (1.1 + n * spacing.line) + 3,
              right ? 'end' : 'start'
            )
          )
          .join('')
      );
    });
    y += height;
    return `${cells.join('')}<path d="M0 ${y}H${total}" stroke="${palette.line}"/>`;
  });
  return { svg: svg.join(''), height: y };
}

/** Large figures, three side by side. */
function cardsPiece(items: readonly KeyFigure[]): Piece {
  const width = (PICTURE_WIDTH - 2 * 32) / 3;
  const rows = Array.from({ length: Math.ceil(items.length / 3) }, (_, r) => items.slice(r * 3, r * 3 + 3));
  return stacked(
    rows.map((row) => {
      const cards = row.map((item) =>
        stacked(
          [
            { svg: `<path d="M0 1H${width}" stroke="${palette.accent}" stroke-width="2"/>`, height: 10 },
            paragraph(item.name, 16, palette.ink, width),
            paragraph(item.text, 36, palette.ink, width, true),
            paragraph(item.period, 14, palette.inkSoft, width),
            ...(item.remark ? [paragraph(item.remark, 15, palette.accent, width)] : [])
          ],
          0
        )
      );
      const svg = cards.map((card, i) => `<g transform="translate(${i * (width + 32)} 0)">${card.svg}</g>`).join('');
      return { svg, height: Math.max(...cards.map((card) => card.height)) };
    }),
    20
  );
}

function stacked(pieces: readonly Piece[], space: number): Piece {
  let y = 0;
  const svg = pieces.map((piece) => {
    const moved = `<g transform="translate(0 ${y})">${piece.svg}</g>`;
    y += piece.height + space;
    return moved;
  });
  return { svg: svg.join(''), height: y };
}

function paragraph(text: string, size: number, colour: string, width: number, bold = false): Piece {
  const lines = text
    .split('\n')
    .flatMap((line) => (bold ? clauses(line, size * 1.04, width) : brokenLines(line, size, width)));
  const step = Math.round(size * 1.45);
  return {
    svg: lines.map((line, i) => textAt(line, size, colour, 0, size + i * step, 'start', bold)).join(''),
    height: lines.length * step
  };
}

function textAt(
  text: string,
  size: number,
  colour: string,
  x: number,
  y: number,
  anchor: 'start' | 'end' = 'start',
  bold = false
): string {
  const weight = bold ? ' font-weight="700"' : '';
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${colour}" text-anchor="${anchor}"${weight}>${xmlText(text)}</text>`;
}
