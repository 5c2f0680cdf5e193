import { describe, expect, it } from 'vitest';
import { paperSections } from '../../src/export/exportPaper';
import type { DeckSlide } from '../../src/export/plan/pptxPlan';

/** A section slide with one line of text, as a deck gives it. */
const section = (title: string): DeckSlide =>
  ({
    title,
    notes: '',
    problems: [],
    figure: { body: { kind: 'words', form: 'section', lines: [{ text: '每周调度一次' }] } }
  }) as unknown as DeckSlide;

describe('the sections of a paper', () => {
  it('leave out a number that was typed before the title: the paper numbers them itself', () => {
    const titles = [...paperSections(['一、重点任务', '任务', '（二）'].map(section))].map(({ title }) => title);
    expect(titles).toEqual(['重点任务', '任务', '未命名的章节']);
  });
});
