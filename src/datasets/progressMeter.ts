/** How far the loading of a dataset is, told in files. */
import type { TableName } from '../domain/model/tableName';
import type { TableSchema } from './check/schema';
import type { LoadEffects } from './loadEffects';
import { PACKAGE_FILE } from './read/packageFile';

export interface ProgressMeter {
  fetched(schema: TableSchema, share: number): void;
  checked(schema: TableSchema): void;
}

/** Each table counts once when it is there, in parts by its bytes, and once when it is checked; more may come to them. */
export function progressOver(tables: { readonly length: number }, tell: LoadEffects['onProgress']): ProgressMeter {
  const shares = new Map<TableName, number>();
  let checked = 0;
  const reportProgress = (file: string): void => {
    let done = 1 + checked;
    shares.forEach((share) => (done += share));
    tell?.({ done, total: 1 + tables.length * 2, file });
  };
  reportProgress(PACKAGE_FILE);
  return {
    fetched(schema, share) {
      shares.set(schema.name, Math.max(share, shares.get(schema.name) ?? 0));
      reportProgress(schema.file);
    },
    checked(schema) {
      checked++;
      reportProgress(schema.file);
    }
  };
}
