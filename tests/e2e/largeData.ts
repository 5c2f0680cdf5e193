import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LargeSize {
  readonly places: number;
  readonly indicators: number;
  /** Tasks a place. */
  readonly tasks: number;
  /** Years up to 2020; absent: that one. */
  readonly years?: number;
}

/** Fills the data folder of a copy with a made-up dataset of that size: every place has every number of 2020. */
export function putLargeData(folder: string, { places, indicators, tasks, years = 1 }: LargeSize): void {
  const put = (name: string, head: string, rows: readonly string[]) =>
    writeFileSync(join(folder, 'data', name), `${head}\n${rows.join('\n')}\n`);
  const range = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
  put('sources.csv', 'source,title,publisher,published,period,grade,file,sha256,note', [
    's1,虚构数据：全市2020年工作报告,虚构市卫生健康委,2021-01-31,2020,A,shi.txt,,'
  ]);
  put('places.csv', 'place,name,level,parent,code,naming,note', [
    'shi,虚构市,地市,,,原文,',
    ...range(places).map((n) => `p${n},第${n}县,县区,shi,,原文,`)
  ]);
  put(
    'indicators.csv',
    'indicator,name,theme,unit,kind,basis,better,decimals,group,definition,numerator,denominator,aliases',
    range(indicators).map(
      (n) => `i${n},第${n}种病规范管理率,慢病,%,比率,期间,高,2,第${n}种病·率,规范管理的占在管的比例,,,`
    )
  );
  put(
    'observations.csv',
    'indicator,place,period,measure,source,value,qualifier,status,line,written,section,note',
    range(places).flatMap((p) =>
      range(indicators).flatMap((i) =>
        range(years).map((y) => {
          const value = (50 + ((p * 37 + i * 101) % 4999) / 100 - (y - 1) * 2).toFixed(2);
          return `i${i},p${p},${2021 - y},数值,s1,${value},,实际,${p},${value}%,一、慢病,`;
        })
      )
    )
  );
  put(
    'programmes.csv',
    'programme,name,theme,unit,schedule,indicator,note',
    range(Math.max(1, tasks)).map((n) => `t${n},第${n}项筛查,慢病,例,均衡,,`)
  );
  put(
    'progress.csv',
    'programme,place,period,as_of,source,target,done,rate,unit,qualifier,status,line,written,section,note',
    range(tasks > 0 ? places : 0).flatMap((p) =>
      range(tasks).map((t) => {
        const done = (p * 53 + t * 17) % 1100;
        return `t${t},p${p},2020,2020-10-31,s1,1000,${done},${(done / 10).toFixed(1)},例,,实际,${p},1000例 / ${done}例,二、任务,`;
      })
    )
  );
  writeFileSync(
    join(folder, 'data', 'relations.csv'),
    'relation,kind,role,set,indicator,programme,place,period,source,factor,confidence,note\n'
  );
}
