import type { ReadFact } from '../../../src/domain/read/proposal';
import { readReport, type ReportForm } from '../../../src/domain/read/readReport';
import { parsePeriod } from '../../../src/domain/time/parsePeriod';

/** A report of 2023, or of another period, as its clerk fills in the form. */
export function formOf(period = '2023', kind: ReportForm['kind'] = '总结'): ReportForm {
  return { place: '云山县', period: parsePeriod(period)!, kind };
}

export function read(text: string, period = '2023', kind: ReportForm['kind'] = '总结'): ReadFact[] {
  return readReport(text, formOf(period, kind));
}

/** Each fact as `written=value unit kind`. */
export function short(text: string, period = '2023', kind: ReportForm['kind'] = '总结'): string[] {
  return read(text, period, kind).map((p) => `${p.written}=${p.qualifier}${p.value}${p.unit} ${p.kind}`);
}
