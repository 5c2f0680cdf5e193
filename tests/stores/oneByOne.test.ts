import { describe, expect, it } from 'vitest';
import { oneByOne } from '../../src/stores/oneByOne';

/** Tasks that end when they are told to. */
function told() {
  const ends: (() => void)[] = [];
  const task = () => new Promise<void>((resolve) => ends.push(resolve));
  return { ends, task };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a task run one by one', () => {
  it('never runs twice at once; what is asked for meanwhile is one more run', async () => {
    const { ends, task } = told();
    const { ask, busy } = oneByOne(task);
    ask();
    ask();
    ask();
    await settled();
    expect(ends).toHaveLength(1);
    expect(busy.value).toBe(true);
    ends[0]!();
    await settled();
    expect(ends).toHaveLength(2);
    ends[1]!();
    await settled();
    expect(ends).toHaveLength(2);
    expect(busy.value).toBe(false);
  });

  it('runs anew when it is asked again later', async () => {
    const { ends, task } = told();
    const { ask } = oneByOne(task);
    ask();
    ends[0]!();
    await settled();
    ask();
    expect(ends).toHaveLength(2);
    ends[1]!();
  });
});
