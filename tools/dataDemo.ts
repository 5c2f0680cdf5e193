/**
 * `npm run data:demo`: writes the invented dataset into data/demo, README.md left alone. The same bytes on every run:
 * no clock, no chance.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isStarted } from './dataFolder';
import { demoFiles } from './demo/files';

export const DEMO_FOLDER = fileURLToPath(new URL('../data/demo', import.meta.url));

if (isStarted(import.meta.url)) {
  for (const [name, text] of demoFiles()) {
    const file = join(DEMO_FOLDER, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`${name}：${Buffer.byteLength(text)}字节`);
  }
}
