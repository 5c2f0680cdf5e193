import type { DrawingBuilder } from '../charts/drawing';
import type { AreaShapes } from '../charts/office/areaShapes';
import type { SmallChartsForm } from '../charts/office/facetCharts';
import type { NativeChart } from '../charts/office/nativeChart';
import type { RenderContext } from '../charts/theme';
import type { ViewProblem } from '../domain/address/views';
import type { TaskCard } from '../domain/cards/taskCard';
import type { HeatTable } from '../domain/compare/heatAnswer';
import type { WordKind } from '../domain/deck/deckLimits';
import type { LiveLine } from '../domain/deck/liveText';

import type { Citation } from '../domain/evidence/citation';
import type { LightPalette } from '../domain/lights/rule';
import type { Absent } from '../domain/missing/absentGroups';
import type { Indicator } from '../domain/model/records';
import type { Note } from '../domain/wording/note';
import type { FigureText } from '../domain/table/figureText';
import type { TableCell } from '../domain/table/table';
import type { ExportName } from './fileName';

/** Places that a figure doesn't draw, under the heading that says why. */
export interface AbsentGroup {
  readonly title: string;
  readonly items: readonly Absent[];
}

/** A chart, whole or in parts where its rows don't all fit at once. */
export interface ChartBody {
  readonly kind: 'chart';
  /** How many rows it draws one below the other; 0 where it can't be parted (a line over time). */
  readonly rows: number;
  /** Least height of a row at which its words stay apart, in px at scale 1. */
  readonly leastRow: number;
  /** The same by the width of the drawing (px at scale 1), where it depends on that. */
  readonly leastRowAt?: (width: number) => number;
  /** Height that a row should have for larger type, by the same width; absent: the least one, wherever it depends on nothing. */
  readonly usualRowAt?: (width: number) => number;
  /** How many rows stand side by side in one line, by the same width; the heights are those of a line. Absent: one. */
  readonly acrossAt?: (width: number) => number;
  /** Height that is not rows (axis, heading), in px at scale 1. */
  readonly frame: number;
  /** Draws rows `from` up to `to`, 0-based, `to` not included; on the same axis as the whole where the chart can. */
  readonly part: (from: number, to: number) => DrawingBuilder;
  /** The same rows as a chart of an office program; absent where there is no such form. */
  readonly native?: (from: number, to: number) => NativeChart;
  /** The same rows as several small charts of an office program; absent where it is one chart. */
  readonly nativeParts?: (from: number, to: number) => SmallChartsForm;
  /** The areas of a map as shapes of an office program; absent for a chart. */
  readonly nativeAreas?: (context: RenderContext) => AreaShapes;
  /** Names of its rows, by which somebody chooses among them; absent where they can't be chosen. */
  readonly names?: readonly string[];
  /** The same chart of some rows, by their positions, in the order given. */
  readonly pick?: (rows: readonly number[]) => Pick<ChartBody, 'part' | 'native' | 'nativeParts'>;
  /** Which key explains its marks; absent where they explain themselves. */
  readonly legend?: 'bullet';
  /** Which of the marks that a key names only where they are drawn. */
  readonly marks?: {
    readonly lastYear: boolean;
    readonly forecast: boolean;
    readonly cut: boolean;
    /** Some targets are limits to stay within; absent where none is. */
    readonly limits?: boolean;
  };
  /** Short remarks that somebody put at its marks, which its drawings have; absent for none. */
  readonly callouts?: readonly string[];
  /** Which place each row is about (for an organisation: its county), by row; null for a chart without rows. */
  readonly owners: readonly string[] | null;
}

/** A table of cells, coloured by standing. */
export interface HeatBody {
  readonly kind: 'heat';
  readonly answer: HeatTable;
}

/** Sentences, most important first. */
export interface ListBody {
  readonly kind: 'list';
  readonly items: readonly string[];
  /** Where the numbers of each sentence stand, one list an item. */
  readonly itemSources: readonly (readonly Citation[])[];
}

/** A figure written large, with its name, its period and where it stands. */
export interface KeyFigure {
  readonly name: string;
  readonly text: string;
  readonly period: string;
  /** Empty where nothing can be said. */
  readonly remark: string;
  readonly sources: readonly Citation[];
}

/** A few large figures. */
export interface CardsBody {
  readonly kind: 'cards';
  readonly items: readonly KeyFigure[];
}

/** Nothing but the table, or some columns of it. */
export interface TableBody {
  readonly kind: 'table';
  /** Which columns of `table` a wall has room for, 0-based. */
  readonly columns: readonly number[];
  /** Where all columns count: which of them each page shows. Then `columns` are those of the first page. */
  readonly columnPages?: readonly (readonly number[])[];
  /** Whether most cells are empty: then a page of a wall has no row and no column in which nothing stands. */
  readonly isSparse?: boolean;
  /** What stands before a cell, where a remark below is about it; absent for none. */
  readonly signOf?: (cell: TableCell) => string;
}

/** Words that somebody wrote, with numbers of the data in them; the heading is the verdict. */
export interface WordsBody {
  readonly kind: 'words';
  readonly form: WordKind;
  readonly lines: readonly LiveLine[];
}

/** Two figures side by side. */
export interface PairBody {
  readonly kind: 'pair';
  readonly left: Figure;
  readonly right: Figure;
}

export type FigureBody = ChartBody | HeatBody | ListBody | CardsBody | TableBody | WordsBody | PairBody;

/** That the reader's own place has nothing here, and what is nearest: a place or an indicator to go to. */
export interface OwnNotice {
  readonly text: string;
  /** Null where nothing near has anything either. */
  readonly offer: { readonly text: string; readonly place?: string; readonly indicator?: string } | null;
}

/**
 * What a screen shows for an address: one answer, worked out once, that the screen, the slide and the
 * export all draw from.
 */
export interface Figure extends FigureText {
  readonly indicator?: Indicator;
  /** 口径卡 of its tasks, where it is about tasks. */
  readonly taskCards?: readonly TaskCard[];
  /** Names of the places that report it, for the card of the indicator. */
  readonly reporters: readonly string[];
  readonly absent: readonly AbsentGroup[];
  /** What the address asks for and the data doesn't have, found only once the answer was there. */
  readonly problems: readonly ViewProblem[];
  /** The light rule in force, to be printed with whatever uses it; absent where there are no lights. */
  readonly rule?: string;
  /** In which colours its table shows lights. */
  readonly lights?: LightPalette;
  /** The reader's own place where the figure shows it beside others; else empty. */
  readonly spotlight: string;
  /** Notes of what people wrote on its numbers, where the figure itself marks some of them; absent: the marks are left out. */
  readonly written?: readonly Note[];
  /** What a file made of it is called. */
  readonly file: ExportName;
  readonly body: FigureBody;
}

/** What a figure says in the words of its answer, with nobody reporting, absent or wrong; what it has of those, it says after. */
export function fromAnswer({
  verdict,
  subtitle,
  notes,
  sources,
  cutoff
}: Pick<Figure, 'verdict' | 'subtitle' | 'notes' | 'sources' | 'cutoff'>): Pick<
  Figure,
  'verdict' | 'subtitle' | 'notes' | 'sources' | 'cutoff' | 'reporters' | 'absent' | 'problems' | 'spotlight'
> {
  return { verdict, subtitle, notes, sources, cutoff, reporters: [], absent: [], problems: [], spotlight: '' };
}

/** The figures that a figure is made of: both of a pair, none of words, else itself. */
export function figureParts(figure: Figure): Figure[] {
  if (figure.body.kind === 'pair') return [figure.body.left, figure.body.right];
  return figure.body.kind === 'words' ? [] : [figure];
}

/** How many rows of a chart stand side by side in a width (px at scale 1). */
export function rowsAcross({ acrossAt }: ChartBody, width: number): number {
  return acrossAt?.(width) ?? 1;
}

/** The builder for all of a chart; an empty drawing for a figure that is no chart. */
export function wholeChart(figure: Figure | undefined): DrawingBuilder {
  const body = figure?.body;
  return body?.kind === 'chart' ? body.part(0, body.rows) : () => ({ option: {}, height: 0 });
}
