import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What a mutant of src/domain is tried against: the tests that mirror it, and no others. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    environment: 'node',
    include: ['tests/domain/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    testTimeout: 120_000
  }
});
