import { afterEach, beforeEach, expect, vi } from 'vitest';

// An unexpected warning is a fault: a test that wants one mocks console itself.
let spies: ReturnType<typeof vi.spyOn>[] = [];
const said: string[] = [];

beforeEach(() => {
  said.length = 0;
  spies = (['warn', 'error'] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation((...args: unknown[]) => {
      said.push(`${level}: ${args.map(String).join(' ')}`);
    })
  );
});

afterEach(() => {
  spies.forEach((spy) => spy.mockRestore());
  expect(said, 'unexpected console output').toEqual([]);
});
