import { describe, expect, it } from 'vitest';
import { scoreByRoom, survivors } from '../../tools/mutate.mjs';

const at = (line: number, column: number) => ({ start: { line, column }, end: { line, column: column + 1 } });
const files = {
  'src/domain/time/period.ts': {
    mutants: [
      { status: 'Killed', location: at(1, 1) },
      { status: 'Timeout', location: at(2, 1) },
      {
        status: 'Survived',
        location: at(3, 7),
        mutatorName: 'EqualityOperator',
        replacement: 'a <\n  b'
      },
      { status: 'Ignored', location: at(5, 1) }
    ]
  },
  'src/domain/lights/rule.ts': {
    mutants: [{ status: 'NoCoverage', location: at(9, 2), mutatorName: 'BlockStatement', replacement: '{}' }]
  },
  'src/datasets/read/decode.ts': { mutants: [{ status: 'Killed', location: at(1, 1) }] },
  'src/domain/time/calendar.ts': { mutants: [{ status: 'Killed', location: at(1, 1) }] },
  'src/domain/wording/note.ts': { mutants: [{ status: 'Ignored', location: at(1, 1) }] }
};

describe('the score of mutation testing', () => {
  it('is of what was noticed among what was measured, by room', () => {
    expect(scoreByRoom(files)).toEqual([
      { room: 'datasets/read', detected: 1, missed: 0, score: 100 },
      { room: 'lights', detected: 0, missed: 1, score: 0 },
      // 3 of 4: two killed, one timed out, one survived; what is left out on purpose doesn't count.
      { room: 'time', detected: 3, missed: 1, score: 75 },
      { room: 'wording', detected: 0, missed: 0, score: undefined }
    ]);
  });

  it('names what nobody noticed as an editor finds it', () => {
    expect(survivors(files)).toEqual([
      'src/domain/time/period.ts:3:7  EqualityOperator  a < b',
      'src/domain/lights/rule.ts:9:2  BlockStatement  {}'
    ]);
  });
});
