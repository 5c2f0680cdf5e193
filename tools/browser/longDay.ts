/** A deck that turns by itself for hours, made short by a clock of our own: what the page holds on to. */
import type { CDPSession, Page } from 'playwright-core';

export interface Held {
  readonly turns: number;
  /** After a collection of garbage, in bytes. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

/**
 * Turns the wall on and on, the data read anew after each round, as 轮播 does.
 * @param page shows a deck with `auto`, under a clock that is installed
 * @param seconds of one slide
 * @param marks after how many turns to measure, ascending
 * @returns a measure each
 */
export async function turnAndMeasure(page: Page, seconds: number, marks: readonly number[]): Promise<Held[]> {
  const session = await page.context().newCDPSession(page);
  const held: Held[] = [];
  let turns = 0;
  for (const mark of marks) {
    for (; turns < mark; turns++) await turn(page, seconds);
    held.push({ turns, ...(await measure(session)) });
  }
  await session.detach();
  return held;
}

/** One slide on: the clock jumps, and the page is given a turn of its own to draw and to read. */
async function turn(page: Page, seconds: number): Promise<void> {
  await page.clock.runFor(seconds * 1000 + 50);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
}

async function measure(session: CDPSession): Promise<Omit<Held, 'turns'>> {
  await session.send('HeapProfiler.enable');
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return { heap: usedSize, nodes, listeners: jsEventListeners };
}

/** What grew from the first measure to the last, one Chinese sentence each; empty where all is flat. */
export function growth(held: readonly Held[]): string[] {
  const [first, last] = [held[0]!, held[held.length - 1]!];
  const LIMITS = [
    { name: '堆', key: 'heap', share: 0.15, slack: 2_000_000 },
    { name: '节点', key: 'nodes', share: 0.1, slack: 200 },
    { name: '监听', key: 'listeners', share: 0.1, slack: 20 }
  ] as const;
  return LIMITS.flatMap(({ name, key, share, slack }) =>
    last[key] > first[key] * (1 + share) + slack
      ? [`${name}从第${first.turns}张的${first[key]}涨到第${last.turns}张的${last[key]}`]
      : []
  );
}
