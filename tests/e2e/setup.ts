import { afterAll, afterEach } from 'vitest';
import { closeOldBrowsers, closeOpenedApps } from './support';

// A module is read once for all files of a worker, hooks are wanted in each: so they are here and not in support.ts.
afterEach(closeOpenedApps);
afterAll(closeOldBrowsers);
