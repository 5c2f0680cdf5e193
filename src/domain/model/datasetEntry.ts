/** The datasets that lie beside the page: the package in `data/` itself, and those in folders below it. */

export const DATASET_KINDS = ['实际', '示例'] as const;

export type DatasetKind = (typeof DATASET_KINDS)[number];

export interface DatasetEntry {
  readonly id: string;
  readonly name: string;
  /** Below `data/`; empty for `data/` itself. */
  readonly folder: string;
  readonly kind: DatasetKind;
}

/** The package in `data/` itself, where no list names it: it is opened unless an address asks for another one. */
export const OWN_DATASET: DatasetEntry = { id: 'main', name: '本地数据', folder: '', kind: '实际' };

/** What came of the dataset that an address asks for. */
export interface DatasetChoice {
  readonly entry: DatasetEntry;
  /** Why it is another one than asked for, one sentence; empty where it isn't. */
  readonly problem: string;
}

/**
 * The dataset for the word in the address: its id, else the package in `data/` itself.
 * @param entries as `parseDatasetIndex` gives them, the one in `data/` itself among them
 * @param asked empty for none in particular
 */
export function chooseDataset(entries: readonly DatasetEntry[], asked: string): DatasetChoice {
  const own = entries.find(({ folder }) => folder === '') ?? OWN_DATASET;
  const entry = asked === '' ? own : entries.find(({ id }) => id === asked);
  if (entry) return { entry, problem: '' };
  return { entry: own, problem: `地址里的数据集“${asked}”不在 data/datasets.json 里，打开的是“${own.name}”。` };
}

/** What the keys of all that a browser keeps for a dataset begin with: nothing for the one in `data/` itself. */
export function storageScope({ folder, id }: DatasetEntry): string {
  return folder === '' ? '' : `${id}@`;
}
