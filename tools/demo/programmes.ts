/** The invented programmes of work, and how much of a year's target is due by the end of each month. */
export interface DemoProgramme {
  readonly id: string;
  readonly name: string;
  readonly theme: string;
  readonly unit: string;
  readonly schedule: string;
  readonly indicator?: string;
  readonly note?: string;
  readonly at: 'counties' | 'hospitals' | 'city';
  /** Target of a year for 10,000 inhabitants (hospital: for 10,000 outpatients a month; city: the whole). */
  readonly target: number;
  /** Targets are round: multiples of it. */
  readonly step: number;
  /** Percent due by the end of each month, as `schedule` says. */
  readonly due: readonly number[];
  /** A limit on a rate, in percent, in place of something to get done. */
  readonly limit?: boolean;
  /** In 2024 from July on the target is this many times the first one. */
  readonly revised?: number;
  /** The report states the rate of completion too. */
  readonly rated?: boolean;
}

/** Percent due at the end of each month; `marks` by month, the rest on straight lines between them. */
function dueBy(marks: Readonly<Record<number, number>>): number[] {
  const known = [[0, 0], ...Object.entries(marks).map(([month, share]) => [Number(month), share])] as [
    number,
    number
  ][];
  return Array.from({ length: 12 }, (_, i) => {
    const after = known.findIndex(([month]) => month >= i + 1);
    const [m0, s0] = known[after - 1]!;
    const [m1, s1] = known[after]!;
    return s0 + ((s1 - s0) * (i + 1 - m0)) / (m1 - m0);
  });
}

const EVEN = { schedule: '均衡', due: dueBy({ 12: 100 }) };
const EXAMS = { schedule: '03-31:10%;06-30:50%;09-30:85%;12-31:100%', due: dueBy({ 3: 10, 6: 50, 9: 85, 12: 100 }) };
const SCREENING = {
  schedule: '03-31:15%;06-30:50%;09-30:80%;12-31:100%',
  due: dueBy({ 3: 15, 6: 50, 9: 80, 12: 100 })
};
const FLU = {
  schedule: '08-31:0%;09-30:15%;10-31:55%;11-30:85%;12-31:100%',
  due: dueBy({ 8: 0, 9: 15, 10: 55, 11: 85, 12: 100 })
};
const SCHOOL = { schedule: '06-30:55%;08-31:60%;12-31:100%', due: dueBy({ 6: 55, 8: 60, 12: 100 }) };
const BUILDING = { schedule: '03-31:10%;06-30:40%;09-30:75%;12-31:100%', due: dueBy({ 3: 10, 6: 40, 9: 75, 12: 100 }) };

export const PROGRAMMES: readonly DemoProgramme[] = [
  {
    id: 'fd-sign',
    name: '家庭医生新增签约',
    theme: '基层与签约',
    unit: '人',
    at: 'counties',
    target: 260,
    step: 50,
    ...EVEN
  },
  {
    id: 'fd-visit',
    name: '签约重点人群上门随访',
    theme: '基层与签约',
    unit: '人次',
    at: 'counties',
    target: 420,
    step: 100,
    ...EVEN
  },
  {
    id: 'htn-new',
    name: '高血压患者新增规范管理',
    theme: '慢病与精神卫生',
    unit: '人',
    at: 'counties',
    target: 68,
    step: 10,
    ...EVEN
  },
  {
    id: 'copd',
    name: '慢阻肺高危人群筛查',
    theme: '慢病与精神卫生',
    unit: '人',
    at: 'counties',
    target: 95,
    step: 10,
    ...SCREENING
  },
  {
    id: 'colorectal',
    name: '结直肠癌筛查',
    theme: '慢病与精神卫生',
    unit: '人',
    at: 'counties',
    target: 110,
    step: 10,
    rated: true,
    ...SCREENING
  },
  {
    id: 'cervical',
    name: '宫颈癌筛查',
    theme: '妇幼健康',
    unit: '人',
    at: 'counties',
    target: 165,
    step: 50,
    revised: 1.15,
    rated: true,
    note: '2024年7月起年度目标上调15%',
    ...SCREENING
  },
  {
    id: 'breast',
    name: '乳腺癌筛查',
    theme: '妇幼健康',
    unit: '人',
    at: 'counties',
    target: 150,
    step: 50,
    rated: true,
    ...SCREENING
  },
  {
    id: 'hearing',
    name: '新生儿听力筛查',
    theme: '妇幼健康',
    unit: '人',
    at: 'counties',
    target: 61,
    step: 10,
    ...EVEN
  },
  {
    id: 'hpv',
    name: '适龄女生HPV疫苗接种',
    theme: '传染病与免疫',
    unit: '人',
    at: 'counties',
    target: 42,
    step: 10,
    note: '按学期组织，暑期少',
    ...SCHOOL
  },
  {
    id: 'flu-shot',
    name: '老年人流感疫苗接种',
    theme: '传染病与免疫',
    unit: '人',
    at: 'counties',
    target: 310,
    step: 100,
    rated: true,
    note: '每年9月开始接种',
    ...FLU
  },
  {
    id: 'elder-exam',
    name: '老年人健康体检',
    theme: '老龄与医养',
    unit: '人',
    at: 'counties',
    target: 1080,
    step: 100,
    rated: true,
    ...EXAMS
  },
  {
    id: 'blood-plan',
    name: '无偿献血采集',
    theme: '急救与血液',
    unit: '单位',
    at: 'counties',
    target: 132,
    step: 10,
    ...EVEN
  },
  {
    id: 'check-plan',
    name: '监督检查',
    theme: '监督执法',
    unit: '户次',
    at: 'counties',
    target: 78,
    step: 10,
    ...EVEN
  },
  {
    id: 'aid-training',
    name: '公众急救培训',
    theme: '急救与血液',
    unit: '人次',
    at: 'counties',
    target: 90,
    step: 10,
    ...EVEN
  },
  {
    id: 'lecture-plan',
    name: '健康讲座进社区',
    theme: '健康教育与爱国卫生',
    unit: '场',
    at: 'counties',
    target: 10.5,
    step: 5,
    ...EVEN
  },
  {
    id: 'day-surgery',
    name: '日间手术',
    theme: '医疗服务',
    unit: '例',
    at: 'hospitals',
    target: 240,
    step: 10,
    ...EVEN
  },
  {
    id: 'tele',
    name: '远程会诊',
    theme: '医改与信息化',
    unit: '例次',
    at: 'hospitals',
    target: 120,
    step: 10,
    ...EVEN
  },
  {
    id: 'drug-limit',
    name: '药占比控制',
    theme: '医改与信息化',
    unit: '%',
    at: 'hospitals',
    target: 28,
    step: 1,
    indicator: 'drug-share',
    limit: true,
    note: '控制数，不高于为好',
    ...EVEN
  },
  {
    id: 'building',
    name: '卫生建设项目投资',
    theme: '经费与建设',
    unit: '万元',
    at: 'city',
    target: 38_000,
    step: 1000,
    rated: true,
    ...BUILDING
  },
  {
    id: 'recruit',
    name: '公开招聘卫生人员',
    theme: '人才与科教',
    unit: '人',
    at: 'city',
    target: 460,
    step: 10,
    rated: true,
    ...SCHOOL
  }
];
