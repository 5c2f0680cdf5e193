import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { launchArguments } from '../../tools/browser/engine';
import { findBrowser } from '../../tools/browser/findBrowser';
import type { StoreBundle } from './storeBundle';
import { read, withStore } from './storePage';

declare const kanbanStore: StoreBundle;
declare function makeBatch(id: string, rows: number): import('../../src/domain/batch/batch').Batch;

describe('a browser that is killed during a write', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kanban-kill-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

  /** Writes under way at each kill; each in a store of its own. */
  const STORES = 5;
  const KILLS = 10;
  /** Rounds whose moment is one of the clock; in those after them 1, 2, 3 writes are acknowledged first. */
  const TIMED = 6;
  /** The batches of the last store are kept as files. */
  const rowsOf = (store: number) => (store === STORES - 1 ? 20_001 : 2_000);

  it(`${KILLS * STORES} writes at varied moments: each store is in one of the two states`, async () => {
    const blank = join(folder, 'blank.html');
    writeFileSync(blank, '<!doctype html><meta charset="utf-8">');
    const names = Array.from({ length: STORES }, (_, i) => `kill${i}`);
    /** Batches that were acknowledged, by store, and those that were under way. */
    const known = names.map(() => [] as string[]);
    const underWay = names.map(() => '');
    for (let round = 0; round <= KILLS; round++) {
      const { page, child } = await startBrowser(join(folder, 'profile'), pathToFileURL(blank).href);
      await withStore(page);
      for (const [i, name] of names.entries()) {
        const { batches, aside } = await read(page, name);
        expect(aside).toEqual([]);
        const added = underWay[i] ? [...known[i]!, `${underWay[i]} ${rowsOf(i)} on`] : known[i]!;
        expect([known[i], added]).toContainEqual(batches);
        known[i] = batches;
      }
      if (round === KILLS) {
        child.kill('SIGKILL');
        break;
      }
      const done = names.map(() => false);
      let isLost = false;
      const writes = names.map((name, i) => {
        const id = `r${round}-${i}`;
        underWay[i] = id;
        return page
          .evaluate(([dataset, batch, rows]) => kanbanStore.openBatchStore(dataset).add(makeBatch(batch, rows)), [
            name,
            id,
            rowsOf(i)
          ] as const)
          .then(
            () => (done[i] = true),
            () => (isLost = true)
          );
      });
      // From before the first write to after most of them: at first by the clock, then when so many are acknowledged,
      // which a slow machine reaches too.
      if (round <= TIMED) await new Promise((resolve) => setTimeout(resolve, round * 20));
      else
        while (!isLost && done.filter(Boolean).length < round - TIMED)
          await Promise.race(writes.filter((_, i) => !done[i]));
      await ended(child);
      done.forEach((isDone, i) => {
        if (!isDone) return;
        known[i] = [...known[i]!, `${underWay[i]} ${rowsOf(i)} on`];
        underWay[i] = '';
      });
    }
    // 1, 2 and 3 of the last rounds at the least.
    expect(known.flat().length).toBeGreaterThanOrEqual(6);
  }, 60_000);

  async function startBrowser(profile: string, address: string): Promise<{ page: Page; child: ChildProcess }> {
    const engine = await findBrowser();
    const child = spawn(
      engine.executable,
      [...launchArguments(), '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, address],
      { env: { ...process.env, ...engine.env }, stdio: ['ignore', 'ignore', 'pipe'] }
    );
    const endpoint = await new Promise<string>((resolve, reject) => {
      let said = '';
      child.stderr!.on('data', (data: Buffer) => {
        said += String(data);
        const match = /DevTools listening on (ws:\S+)/.exec(said);
        if (match) resolve(match[1]!);
      });
      child.once('exit', () => reject(new Error(`the browser didn't start: ${said}`)));
    });
    const browser = await chromium.connectOverCDP(endpoint);
    const page = browser.contexts()[0]!.pages()[0]!;
    await page.waitForURL(address);
    return { page, child };
  }

  function ended(child: ChildProcess): Promise<unknown> {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    return gone;
  }
});
