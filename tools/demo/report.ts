/** The city's brief report of a month as a text of lines, and the rows whose figures stand in it. */
import { CITY, dayAfter, GAPS, COUNTIES, type Month } from './city';
import { cityProgrammes, doneCells, type ProgressCells } from './progressRows';
import { changeOf, type DemoSource, type ObservationCells, periodOf, PUBLISHER } from './rows';
import { INDICATORS, type MonthFigures } from './series';
import { firstTarget } from './tasks';
import { SLIPS } from './faults';

export interface Report {
  readonly source: DemoSource;
  readonly text: string;
  readonly observations: readonly ObservationCells[];
  readonly progress: readonly ProgressCells[];
}

/** What each section says: the words before a figure, and the indicator. */
const SECTIONS: readonly { readonly title: string; readonly items: readonly (readonly [string, string])[] }[] = [
  {
    title: '医疗服务',
    items: [
      ['全市门急诊', 'outpatient'],
      ['基层诊疗人次占', 'primary-share'],
      ['出院', 'discharged']
    ]
  },
  {
    title: '传染病防控',
    items: [
      ['报告法定传染病', 'notifiable'],
      ['其中流行性感冒', 'flu'],
      ['手足口病', 'hfmd']
    ]
  },
  {
    title: '妇幼健康',
    items: [
      ['活产', 'births'],
      ['孕产妇系统管理率', 'pregnant-managed']
    ]
  },
  {
    title: '慢病管理',
    items: [
      ['高血压患者规范管理率', 'htn-standard'],
      ['高血压患者规范管理率（新口径）', 'htn-standard-new']
    ]
  },
  {
    title: '监督执法',
    items: [
      ['监督检查', 'inspections'],
      ['查处案件', 'cases'],
      ['罚没款', 'fines']
    ]
  },
  { title: '血液保障', items: [['采集全血', 'blood']] }
];

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七'] as const;
/** Whose change on the year before the report tells. */
const CHANGED = new Set(['outpatient', 'discharged', 'notifiable', 'births']);

export function briefReport(all: readonly MonthFigures[], at: number): Report {
  const { month, city } = all[at]!;
  const before = all[at - 12]?.city;
  const source = briefSource(month);
  const observations: ObservationCells[] = [];
  const progress: ProgressCells[] = [];
  const absent = GAPS.filter((gap) => gap.month === month.text).map(
    ({ county }) => COUNTIES.find(({ id }) => id === county)!.name
  );
  const lines = [source.title, '（看板自带的示例：地名、机构和数字全部虚构。）'];
  if (absent.length > 0) lines.push(`（${absent.join('、')}本月未报，全市数没有计入。）`);
  SECTIONS.forEach(({ title, items }, i) => {
    const section = `${NUMERALS[i]}、${title}`;
    lines.push(section);
    const line = lines.length + 1;
    const said = items.flatMap(([words, id]): string[] => {
      const figure = city.get(id);
      if (!figure) return [];
      const indicator = INDICATORS.find((one) => one.id === id)!;
      const slip = SLIPS.find((one) => one.indicator === id && one.month === month.text);
      const base = {
        indicator: id,
        place: CITY.id,
        period: periodOf(indicator, month),
        source: source.id,
        line,
        section
      };
      const written = slip?.written ?? `${figure.value.toFixed(indicator.decimals)}${indicator.unit}`;
      observations.push({
        ...base,
        measure: '数值',
        value: slip ? slip.value : figure.value,
        status: slip?.status ?? '实际',
        written,
        note: absent.length > 0 ? `${absent.join('、')}未报，没有计入` : ''
      });
      const last = before?.get(id);
      if (!last || !CHANGED.has(id)) return [words + written];
      const change = changeOf(figure.value, last.value);
      const told = change === 0 ? '持平' : `${change < 0 ? '下降' : '增长'}${Math.abs(change).toFixed(1)}%`;
      observations.push({ ...base, measure: '同比(%)', value: change, status: '实际', written: told });
      return [`${words}${written}，同比${told}`];
    });
    lines.push(`${said.join('，')}。`);
  });
  lines.push(`${NUMERALS[SECTIONS.length]}、重点任务`);
  for (const { programme, reporter } of cityProgrammes()) {
    const cells = doneCells(programme, reporter, month);
    const { target, done, rate } = cells;
    const [goal, result, share] = [`${target}${programme.unit}`, `${done}${programme.unit}`, `${rate}%`];
    lines.push(`${programme.name}完成${result}，年度目标${goal}，完成率${share}。`);
    const at = { source: source.id, line: lines.length, section: `${NUMERALS[SECTIONS.length]}、重点任务` };
    progress.push({ ...cells, ...at, written: `${goal} / ${result} / ${share}` });
    if (month.month !== 12) continue;
    const next = `${firstTarget(programme, reporter, month.year + 1)}${programme.unit}`;
    lines.push(`${month.year + 1}年${programme.name}计划${next}。`);
    progress.push({
      programme: programme.id,
      place: CITY.id,
      period: String(month.year + 1),
      target: firstTarget(programme, reporter, month.year + 1),
      unit: programme.unit,
      status: '计划',
      ...at,
      line: lines.length,
      written: next
    });
  }
  return { source, text: `${lines.join('\n')}\n`, observations, progress };
}

function briefSource(month: Month): DemoSource {
  return {
    id: `b${month.text}`,
    title: `示例（虚构）拟州市${month.year}年${month.month}月卫生健康工作简报`,
    publisher: PUBLISHER,
    published: dayAfter(month, 12),
    period: month.text,
    file: `${month.text}.txt`,
    note: '虚构'
  };
}
