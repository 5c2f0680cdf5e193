import { afterAll, afterEach } from 'vitest';
import { closeOldBrowsers, closeOpenedApps } from './support';
import { leaveVisited } from './visit';

// A module is read once for all files of a worker, hooks are wanted in each: so they are here and not in support.ts.
afterEach(closeOpenedApps);
afterEach(({ task }) => leaveVisited(task.result?.state === 'fail'));
afterAll(closeOldBrowsers);
