/** Where a report that is brought comes from: the text, what the clerk says of it, and its series. */
import { computed, shallowRef } from 'vue';
import type { OpenedReport } from '../datasets/intake/openReport';
import type { ReportAnswers } from '../datasets/intake/reportStorage';
import { placeOfReport } from '../domain/confirm/reportRows';
import { noRules, seriesName } from '../domain/confirm/series';
import type { Dataset } from '../domain/model/dataset';
import { reportLines } from '../domain/read/lines';
import type { ReportForm } from '../domain/read/readReport';
import { parsePeriod } from '../domain/time/parsePeriod';
import type { KeptReports } from './keptReports';

/** The report at hand and the answers that say its source. */
export function reportOrigin(dataset: () => Dataset, kept: KeptReports) {
  const opened = shallowRef<OpenedReport>();
  const answers = shallowRef<ReportAnswers>({ title: '', place: '', period: '', kind: '总结', last: '' });

  const period = computed(() => parsePeriod(answers.value.period));
  const form = computed((): ReportForm | undefined =>
    period.value ? { place: answers.value.place, period: period.value, kind: answers.value.kind } : undefined
  );
  const place = computed(() => placeOfReport(answers.value.place, dataset().places));
  const series = computed(() => seriesName(answers.value.place, answers.value.kind));
  const ownRules = computed(
    () => kept.rules.value.find((each) => each.series === series.value) ?? noRules(series.value)
  );
  const lines = computed(() => reportLines(opened.value?.text ?? ''));
  const sourceId = computed(() => `rpt-${(opened.value?.file.sha256 ?? '').slice(0, 12)}`);

  /** Earlier reports that speak of the same unit, the latest first. */
  const earlier = computed(() => {
    const found = dataset().places.find(({ name }) => name === answers.value.place);
    const own = found ? dataset().sourcesAt(found.id) : [];
    const end = (source: (typeof own)[number]) => source.period?.end ?? '';
    return own.filter(({ id }) => id !== sourceId.value).sort((a, b) => (end(a) < end(b) ? 1 : -1));
  });

  /** The last of the series: the latest of this unit and kind whose text is kept; empty for none. */
  function lastOfSeries(kind: ReportAnswers['kind']): string {
    return earlier.value.find(({ id }) => kept.textOf(id)?.kind === kind)?.id ?? '';
  }

  /** Changes an answer; another unit or kind is another series. */
  function answer(given: ReportAnswers): void {
    const { place: before, kind } = answers.value;
    answers.value = given;
    if (given.place !== before || given.kind !== kind) answers.value = { ...given, last: lastOfSeries(given.kind) };
  }

  /** Another report, with what could be guessed of its source. */
  function put(report: OpenedReport, guessed: Omit<ReportAnswers, 'last'>): void {
    opened.value = report;
    answers.value = { ...guessed, last: '' };
    answers.value = { ...guessed, last: lastOfSeries(guessed.kind) };
  }

  return { opened, answers, form, place, series, ownRules, lines, sourceId, earlier, answer, put };
}
