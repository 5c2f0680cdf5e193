/** The lights of an indicator that is the result of tasks. */
import { completionsOf } from '../board/completions';
import type { Comparison, ComparisonRow } from '../compare/comparison';
import type { Light, LightRule } from '../lights/rule';
import type { Dataset } from '../model/dataset';

/**
 * The light of each row: that of the place's task whose programme names the indicator, in the same unit, and whose period is
 * that of the figure or which was counted up to its last day; of several the one counted last.
 * @returns null where any of the rows has no such task, or figures are per head: then colours would say two things
 */
export function resultLights(
  dataset: Dataset,
  { indicator, perHead }: Pick<Comparison, 'indicator' | 'perHead'>,
  rows: readonly ComparisonRow[],
  rule: LightRule
): ReadonlyMap<ComparisonRow, Light> | null {
  const tasks = dataset.progress.filter(
    ({ programme, unit }) => programme.indicator === indicator.id && unit === indicator.unit
  );
  if (perHead || rows.length === 0 || tasks.length === 0) return null;
  const completions = completionsOf(dataset, tasks, rule).filter(({ plan }) => !plan);
  const lights = new Map<ComparisonRow, Light>();
  for (const row of rows) {
    const { place, observation } = row;
    const [task] = completions
      .filter(({ row: task }) => task.place.id === place.id)
      .filter(({ row: task }) => task.period.text === observation.period.text || task.asOf === observation.period.end)
      .sort((a, b) => (a.row.asOf < b.row.asOf ? 1 : -1));
    if (!task) return null;
    lights.set(row, task.light);
  }
  return lights;
}
