/**
 * What a workbook holds, worked out without the library that writes it: one sheet a figure, then 口径 and 出处.
 */
import { indicatorLines } from '../../domain/cards/indicatorCard';
import { cleanText } from '../../domain/wording/cleanText';
import { shortened } from '../../domain/wording/cutText';
import { excelNumber } from '../../domain/wording/spreadsheetNumber';
import type { Figure } from '../../figures/figure';
import { indicatorsOf, noteTexts, sourceText } from './figureTexts';
import { columnFormats, type SameThing } from './columnFormats';
import { fileTable, type FileCell } from './fileTable';
import { CHART_SHEET, sheetCharts } from './sheetCharts';
import { MEASURED, type WorkbookCell, type SheetPlan } from './sheetPlan';

const TITLE_ROWS = 2;

/** The sheets for some figures, in their order. Equal figures come once. */
export function workbookPlan(figures: readonly Figure[], stamp = ''): SheetPlan[] {
  const distinct = [...new Set(figures)];
  const names = validSheetNames(distinct.map((figure) => figure.file[0]));
  const { charts, sheet } = sheetCharts(distinct, names);
  return [
    ...distinct.map((figure, i) => ({
      ...figureSheet(figure, names[i]!, stamp),
      ...(charts[i] ? { charts: [charts[i]] } : {})
    })),
    basisSheet(distinct),
    sourceSheet(distinct),
    ...(sheet ? [sheet] : [])
  ];
}

function figureSheet(figure: Figure, name: string, stamp: string): SheetPlan {
  const { columns, rows } = fileTable(figure, { remarksBeside: true });
  const notes = noteTexts(figure);
  const cells = rows.map((row) => row.map((cell, at) => tableCell(cell, columns[at]!.align)));
  return {
    name,
    rows: [
      [text(figure.verdict, 'title')],
      [text([figure.subtitle, sourceText(figure, stamp)].filter(Boolean).join(' · '), 'soft')],
      columns.map((column): WorkbookCell => ({ value: column.title, style: 'head', align: column.align })),
      ...columnFormats(cells, sameThing(figure)),
      ...(notes.length > 0 ? [[], ...notes.map((note) => [text(`说明：${note}`, 'soft')])] : [])
    ],
    widths: columns.map(() => MEASURED),
    frozen: TITLE_ROWS + 1,
    tableRows: rows.length
  };
}

/** Rows of indicators have their own decimals each: a count gets none from a rate in the same unit. */
function sameThing({ table, body }: Figure): SameThing {
  const at = table.columns.findIndex(({ title }) => INDICATOR_HEADS.includes(title));
  if (at < 0) return {};
  return { subjectOf: (row) => table.rows[row]?.[at]?.text ?? '', isAcross: body.kind === 'heat' };
}

const INDICATOR_HEADS: readonly string[] = ['指标', '指标或任务'];

function tableCell(cell: FileCell, align: '左' | '右'): WorkbookCell | null {
  if (cell.text === '') return null;
  const { colour, fill } = cell;
  const look = { style: 'plain' as const, ...(colour ? { colour } : {}), ...(fill ? { fill } : {}) };
  const number = cell.value === null ? null : excelNumber(cell.value, cell.text);
  return number ? { ...number, ...look, align: '右' } : { value: textInCell(cell.text), ...look, align };
}

/** Excel takes no more in a cell. */
const LONGEST_CELL = 32_767;

/** What is too long for a cell is cut, and says so at its end. */
export function textInCell(value: string): string {
  const clean = cleanText(value);
  return shortened(clean, LONGEST_CELL, `……（全文${clean.length}字，一格放不下，见CSV）`);
}

/** 口径: what each indicator means, by which rule lights shine, and every note. */
function basisSheet(figures: readonly Figure[]): SheetPlan {
  const indicators = [...new Set(figures.flatMap(indicatorsOf))];
  const lines = indicators.flatMap((i) => indicatorLines(i).map((line) => [i.name, line.title, line.text]));
  const tasks = figures.flatMap((figure) =>
    (figure.taskCards ?? []).flatMap(({ programme, lines: own }) =>
      own.map((line) => [programme.name, line.title, line.text])
    )
  );
  const reporters = figures.flatMap((f) =>
    f.indicator && f.reporters.length > 0 ? [[f.indicator.name, '填报', f.reporters.join('、')]] : []
  );
  const notes = figures.flatMap((figure) => noteTexts(figure).map((note) => [figure.file[0], '说明', note]));
  return listSheet('口径', ['指标或表', '项目', '内容'], [...lines, ...unique([...reporters, ...tasks, ...notes])]);
}

/** 出处: where each figure stands in the reports. */
function sourceSheet(figures: readonly Figure[]): SheetPlan {
  const lines = figures.flatMap((figure) =>
    figure.citations.map((l) => [
      l.place,
      l.what,
      l.written,
      l.source.title,
      `${l.source.grade}级`,
      l.source.publisher,
      l.source.published,
      l.section,
      l.line ?? l.cell,
      l.source.file,
      l.note
    ])
  );
  const head = ['地区', '指标或任务', '原文写法', '来源', '级别', '发布单位', '发布日期', '章节', '行', '文件', '说明'];
  return listSheet('出处', head, unique(lines));
}

function listSheet(name: string, head: readonly string[], rows: readonly (readonly (string | number)[])[]): SheetPlan {
  const cell = (value: string | number): WorkbookCell | null =>
    value === ''
      ? null
      : typeof value === 'number'
        ? { value, format: '0', style: 'plain', align: '右' }
        : text(value, 'plain');
  return {
    name,
    rows: [head.map((title) => text(title, 'head')), ...columnFormats(rows.map((row) => row.map(cell)))],
    widths: head.map(() => MEASURED),
    frozen: 1,
    tableRows: rows.length
  };
}

function unique<T extends readonly unknown[]>(rows: readonly T[]): T[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

function text(value: string, style: WorkbookCell['style']): WorkbookCell {
  return { value: textInCell(value), style, align: '左' };
}

/** Names that Excel takes: at most 31 characters, none of []:*?/\, no apostrophe at the ends, none twice. */
export function validSheetNames(wanted: readonly string[]): string[] {
  const used = new Set(['口径', '出处', CHART_SHEET, 'history']);
  return wanted.map((name) => {
    const clean =
      cleanText(name)
        .replace(/[[\]:*?/\\\u0000-\u001f]+/g, '-')
        .trim()
        .replace(/^'+|'+$/g, '')
        .trim() || '数据';
    for (let n = 1; ; n += 1) {
      const tail = n === 1 ? '' : `（${n}）`;
      const candidate = shortened(clean, 31 - tail.length) + tail;
      if (!used.has(candidate.toLowerCase())) {
        used.add(candidate.toLowerCase());
        return candidate;
      }
    }
  });
}
