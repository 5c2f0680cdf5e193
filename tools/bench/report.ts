import { median, percentile } from './statistics';
import type { Visit } from './visit';

/** All visits to one page. */
export interface Measured {
  /** With the processor as it is. */
  plain: Visit[];
  /** With the processor slowed. */
  slowed: Visit[];
}

interface Line {
  name: string;
  unit: string;
  page: number;
  bare: number;
  /** What is aimed at, and whether it was reached; absent for a line that only informs. */
  aim?: { text: string; reached: boolean };
}

const MOST_TIMES_BARE = 1.3;
const MOST_PAINT_OF_BARE = 0.6;
const LONGEST_SWITCH_MS = 100;
const MOST_TIMES_SWITCH = 1.2;
const MOST_TIMES_HEAP = 1.5;

/** Sum of the bytes of one visit, in kB (1,000 bytes). */
function kilobytes(visit: Visit, all: boolean): number {
  return visit.transfers.reduce((sum, one) => (all || one.beforeFirstChart ? sum + one.bytes : sum), 0) / 1000;
}

/**
 * The lines of the table: medians over the visits, percentiles over all clicks.
 * @param mostKilobytes aimed at until the first chart: it depends on the data
 */
export function reportLines(page: Measured, bare: Measured, slowdown: number, mostKilobytes: number): Line[] {
  const line = (name: string, unit: string, of: (measured: Measured) => number): Line => ({
    name,
    unit,
    page: of(page),
    bare: of(bare)
  });
  const within = (one: Line, most: number): Line => ({
    ...one,
    aim: { text: `≤ ${most} 倍`, reached: one.page <= most * one.bare }
  });
  const clicks = (measured: Measured) => measured.slowed.flatMap((visit) => visit.switches);
  const bytes = line('到第一张图的传输量（gzip）', 'kB', (measured) =>
    median(measured.plain.map((visit) => kilobytes(visit, false)))
  );
  const paint = line(`第一次画出文字或图形（放慢 ${slowdown} 倍）`, 'ms', (measured) =>
    median(measured.slowed.map((visit) => visit.firstPaint))
  );
  const first = line(`到第一张图的时间（处理器放慢 ${slowdown} 倍）`, 'ms', (measured) =>
    median(measured.slowed.map((visit) => visit.firstChart))
  );
  const p95 = line(`换指标到画出，p95（放慢 ${slowdown} 倍）`, 'ms', (measured) => percentile(clicks(measured), 95));
  return [
    { ...bytes, aim: { text: `≤ ${mostKilobytes} kB`, reached: bytes.page <= mostKilobytes } },
    line('打开后的全部传输量（gzip）', 'kB', (measured) =>
      median(measured.plain.map((visit) => kilobytes(visit, true)))
    ),
    line('到第一张图的时间（处理器不放慢）', 'ms', (measured) =>
      median(measured.plain.map((visit) => visit.firstChart))
    ),
    {
      ...paint,
      aim: {
        text: `≤ 对照页首图的 ${MOST_PAINT_OF_BARE} 倍`,
        reached: paint.page <= MOST_PAINT_OF_BARE * first.bare
      }
    },
    within(first, MOST_TIMES_BARE),
    within(
      line(`换指标到画出，p50（放慢 ${slowdown} 倍）`, 'ms', (measured) => percentile(clicks(measured), 50)),
      MOST_TIMES_SWITCH
    ),
    { ...p95, aim: { text: `≤ ${LONGEST_SWITCH_MS} ms`, reached: p95.page <= LONGEST_SWITCH_MS } },
    within(
      line(
        'JS 堆峰值',
        'MB',
        (measured) => median([...measured.plain, ...measured.slowed].map((visit) => visit.peakHeap)) / 1e6
      ),
      MOST_TIMES_HEAP
    )
  ];
}

/** The table as text, in Markdown, so that it can go into the README as it is. */
export function reportTable(lines: readonly Line[]): string {
  const number = (value: number) => (Number.isNaN(value) ? '—' : value >= 100 ? value.toFixed(0) : value.toFixed(1));
  const rows = lines.map(({ name, unit, page, bare, aim }) => {
    const verdict = aim ? `${aim.text}，${aim.reached ? '达到' : '未达到'}` : '';
    return `| ${name} | ${number(page)} ${unit} | ${number(bare)} ${unit} | ${(page / bare).toFixed(2)} | ${verdict} |`;
  });
  return ['| 项目 | 看板 | 对照页 | 倍数 | 目标 |', '|---|---:|---:|---:|---|', ...rows].join('\n');
}
