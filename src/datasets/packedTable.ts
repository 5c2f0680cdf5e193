/** The table of observations out of its pack, where the package has one and nothing lies over the table. */
import type { Batch } from '../domain/batch/batch';
import type { Issue } from '../domain/model/issue';
import type { ObservationColumns, ObservationTables } from '../domain/model/observationColumns';
import type { Steps } from '../domain/steps/steps';
import { isTouched } from './batch/touchedTable';
import type { DataPackage, TableSchema } from './check/schema';
import type { LoadEffects } from './loadEffects';
import { PackError, PackFault } from './pack/fault';
import { joinChunks, type LostRows } from './pack/joinChunks';
import { readPack } from './pack/readPack';
import type { IssueList } from './read/issueList';
import type { Encoding } from './read/decode';

export interface PackedTable {
  readonly encoding: Encoding;
  /** Data rows in the file it was made of. */
  readonly found: number;
  /** Rows that point at nothing are left out, and named in the table's issues. */
  columns(tables: ObservationTables): Steps<ObservationColumns>;
}

/**
 * A script of its own: most packages have no pack. Undefined where batches change the table, which is then to be read.
 * @throws PackError where there should be a pack and it can't be used
 */
export async function readPackedTable(
  { fetchBytes, yieldToPaint }: LoadEffects,
  about: Pick<DataPackage, 'name' | 'version'>,
  { name, file, stated }: TableSchema,
  path: string,
  batches: Promise<readonly Batch[]>,
  issues: IssueList,
  onShare: (share: number) => void
): Promise<PackedTable | undefined> {
  if (isTouched(name, await batches)) return undefined;
  const owner = { name: about.name, version: about.version, file, stated };
  const pause = yieldToPaint ?? (() => Promise.resolve());
  const { index, chunks } = await readPack(fetchBytes, path, owner, onShare, pause);
  index.issues.forEach((issue) => issues.add(issue));
  return {
    ...{ encoding: index.encoding, found: index.found },
    *columns(tables) {
      try {
        const { columns, lost } = yield* joinChunks(chunks, tables);
        for (const one of lost) issues.add(lostIssue(one));
        return columns;
      } catch (error) {
        throw error instanceof PackFault ? new PackError(path, error.message) : error;
      }
    }
  };
}

const WHAT = { indicator: '指标', place: '地区', source: '来源' } as const;

function lostIssue({ column, id: value, rows }: LostRows): Omit<Issue, 'file'> {
  const why = `没有编号是“${value}”的${WHAT[column]}，它的${rows}行没有读入`;
  return { level: '错误', column, value, rule: '外键', why, todo: '请核对编号有没有写错，改好后重新做数据包。' };
}
