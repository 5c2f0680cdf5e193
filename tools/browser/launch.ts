import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { Engine } from './engine';
import { launchArguments } from './engine';

/**
 * Starts an engine under Playwright: today's browsers and old ones from 83 on. For 79 see cdp.ts.
 * @param more arguments of the browser besides those of every test
 */
export function launchBrowser(engine: Engine, more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: engine.executable,
    args: [...launchArguments(), ...more],
    env: { ...(process.env as Record<string, string>), ...engine.env }
  });
}
