import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { SheetLayout } from '../domain/sheet/layout';
import { type Mapping, parseMapping, printMapping } from '../domain/sheet/mapping';
import type { Answers } from '../domain/sheet/matching';
import { readStored, writeStored } from './browserStorage';

const KEY = 'kanban-mapping';
/** Shapes of files that are remembered; a bureau has a dozen. */
const MOST_SHAPES = 50;

/** What was decided on earlier files, for files of the same shape. */
export const useMappingStore = defineStore('mapping', () => {
  const mapping = shallowRef<Mapping>(stored());

  /** The newest layout of a shape is the one that counts. */
  function joined(layouts: readonly SheetLayout[], answers: Answers): Mapping {
    const shapes = new Set(layouts.map(({ signature }) => signature));
    return {
      form: 1,
      layouts: [...layouts, ...mapping.value.layouts.filter(({ signature }) => !shapes.has(signature))].slice(
        0,
        MOST_SHAPES
      ),
      answers: { ...mapping.value.answers, ...answers }
    };
  }

  function remember(layouts: readonly SheetLayout[], answers: Answers): void {
    mapping.value = joined(layouts, answers);
    writeStored(KEY, printMapping(mapping.value));
  }

  /** Takes over the mapping of a colleague. @returns why it can't be read, a whole sentence; empty where it can */
  function takeOver(text: string): string {
    const read = parseMapping(text);
    if (read.kind === 'refused') return `对应关系没有读成：${read.why}。`;
    remember(read.mapping.layouts, read.mapping.answers);
    return '';
  }

  /** The mapping as text, with what is under way. */
  function textOf(layouts: readonly SheetLayout[], answers: Answers): string {
    return printMapping(joined(layouts, answers));
  }

  return { mapping, remember, takeOver, textOf };
});

function stored(): Mapping {
  const text = readStored(KEY);
  const read = text === '' ? undefined : parseMapping(text);
  return read?.kind === 'mapping' ? read.mapping : { form: 1, layouts: [], answers: {} };
}
