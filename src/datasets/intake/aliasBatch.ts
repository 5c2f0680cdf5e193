import type { Batch } from '../../domain/batch/batch';
import { newBatch } from '../batch/newBatch';
import type { TextTables } from '../batch/textTables';

/** The batch that gives an indicator one more alias; without a change where there is no such indicator. */
export function aliasBatch(
  { applied }: Pick<TextTables, 'applied'>,
  indicator: string,
  alias: string,
  made: string,
  base: string
): Batch {
  const before = applied.tables.get('indicators')?.find((row) => row.indicator === indicator);
  const aliases = [before?.aliases ?? '', alias].filter((each) => each !== '').join(';');
  return newBatch({
    made,
    kind: '改正',
    title: `别名“${alias}”`,
    files: [],
    base,
    decisions: [],
    changes: before ? [{ table: 'indicators', before, after: { ...before, aliases } }] : []
  });
}
