import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What a mutant is tried against: the tests that mirror its folder (tools/mutate.mjs), and no others. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    environment: 'node',
    include: (process.env.MUTATION_TESTS ?? 'tests/domain/**/*.test.ts').split(','),
    setupFiles: ['tests/setup.ts'],
    testTimeout: 120_000
  }
});
