import { effectScope, ref } from 'vue';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/domain/model/dataset';
import type { Steps } from '../../src/domain/steps/steps';
import { useAnswer } from '../../src/stores/answer';
import { useStepwise } from '../../src/stores/stepwise';

const datasetOf = (size: number) => ({ size }) as Dataset;

/** Everything that waits for nothing but promises has happened. */
async function settled(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}

describe('useStepwise(dataset, view, steps, figure)', () => {
  function used(size: number, first = 'a') {
    const view = ref(first);
    const steps: string[] = [];
    const scope = effectScope();
    function* work(_dataset: Dataset, asked: string): Steps<void> {
      for (let i = 0; i < 3; i++) {
        steps.push(`${asked}${i}`);
        yield i;
      }
    }
    const figure = scope.run(() => useStepwise(datasetOf(size), view, work, (_dataset, asked) => asked.toUpperCase()))!;
    return { view, steps, figure, scope };
  }

  it('is there at once for a small dataset, without a step', () => {
    const { view, steps, figure } = used(20_000);
    expect(figure.value).toBe('A');
    view.value = 'b';
    expect([figure.value, steps]).toEqual(['B', []]);
  });

  it('is there after its steps for a large one, and stands until the next is there', async () => {
    const { view, steps, figure } = used(20_001);
    expect(figure.value).toBeUndefined();
    await settled();
    expect([figure.value, steps]).toEqual(['A', ['a0', 'a1', 'a2']]);
    view.value = 'b';
    expect(figure.value).toBe('A');
    await settled();
    expect(figure.value).toBe('B');
  });

  it('ends what nobody waits for any more at its next pause', async () => {
    const { view, steps, figure, scope } = used(20_001);
    view.value = 'b';
    await settled();
    expect([figure.value, steps.includes('a2')]).toEqual(['B', false]);
    view.value = 'c';
    scope.stop();
    await settled();
    expect([figure.value, steps.includes('c2')]).toEqual(['B', false]);
  });

  it('leaves a fault to the figure, where the screen says it', async () => {
    const scope = effectScope();
    const fault = function* (): Steps<void> {
      yield 0;
      throw new Error('no');
    };
    const figure = scope.run(() => useStepwise(datasetOf(20_001), ref('a'), fault, () => 'asked'))!;
    await settled();
    expect(figure.value).toBe('asked');
  });
});

describe('useAnswer(dataset, question, steps)', () => {
  function* doubled(_dataset: Dataset, asked: number): Steps<number> {
    yield 0;
    if (asked < 0) throw new Error(`no ${asked}`);
    return asked * 2;
  }
  const used = (size: number, first: number) => {
    const question = ref(first);
    return { question, worked: effectScope().run(() => useAnswer(datasetOf(size), question, doubled))! };
  };

  it('is there at once for a small dataset', () => {
    const { question, worked } = used(20_000, 3);
    expect(worked.value).toEqual({ asked: 3, answer: 6 });
    question.value = 4;
    expect(worked.value).toEqual({ asked: 4, answer: 8 });
  });

  it('of a large one stands with its question until the next answer is there', async () => {
    const { question, worked } = used(20_001, 3);
    expect(worked.value).toBeUndefined();
    await settled();
    question.value = 4;
    expect(worked.value).toEqual({ asked: 3, answer: 6 });
    await settled();
    expect(worked.value).toEqual({ asked: 4, answer: 8 });
  });

  it('throws where it is read what its steps threw', async () => {
    const { question, worked } = used(20_001, -1);
    expect(worked.value).toBeUndefined();
    await settled();
    expect(() => worked.value).toThrow('no -1');
    question.value = 1;
    await settled();
    expect(worked.value).toEqual({ asked: 1, answer: 2 });
  });
});
