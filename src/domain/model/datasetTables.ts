import type { Dataset } from './dataset';
import type { DatasetTables } from './datasetParts';

/** What a dataset was made of, plain values only: on another thread `new Dataset` makes the same of it. */
export function tablesOf(dataset: Dataset): DatasetTables {
  const { title, version, batches, sources, places, indicators, programmes, progress, relations, annotations } =
    dataset;
  const { lightRules, populationIndicator, readyDecks, scorecards, boundaries, fictional } = dataset;
  const { smallNumbers, smallBase } = dataset;
  return {
    title,
    version,
    batches,
    sources,
    places,
    indicators,
    programmes,
    progress,
    relations,
    annotations,
    lightRules,
    populationIndicator,
    readyDecks,
    scorecards,
    boundaries,
    fictional,
    smallNumbers,
    smallBase,
    internalThemes: [...dataset.internalThemes],
    observations: dataset.packed ?? dataset.blocks()[0]!.columns
  };
}
