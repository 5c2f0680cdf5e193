/** Rows for places, indicators and tasks that a file names and nobody knows yet: what can be told from the name. */
import type { TableRow } from '../batch/batch';
import type { Basis, Kind, Level, Place } from '../model/records';
import { fullUnit } from '../read/units';
import { parsePeriod } from '../time/parsePeriod';
import type { SheetFact } from './sheetFact';

/** A new place; its parent is the known place whose name it begins with. */
export function newPlace(name: string, places: readonly Place[]): TableRow {
  const parent = places
    .filter((place) => name !== place.name && name.startsWith(place.name))
    .sort((a, b) => b.name.length - a.name.length)[0];
  return {
    place: newId('p', name),
    name,
    level: levelOf(name),
    parent: parent?.id ?? '',
    code: '',
    naming: '原文',
    note: ''
  };
}

/** A new indicator in the unit of its figures; nothing is said of what is better, nor what exactly it counts. */
export function newIndicator(name: string, facts: readonly SheetFact[], theme: string): TableRow {
  const unit = unitOf(name, facts, 'value');
  const kind = kindOf(name, unit);
  return {
    indicator: newId('i', name),
    name,
    theme,
    unit,
    kind,
    basis: basisOf(name, facts),
    better: '不评价',
    decimals: '',
    group: `${name}·${kind}`,
    definition: '',
    numerator: '',
    denominator: '',
    aliases: ''
  };
}

/** A new task, spread evenly over its period. */
export function newProgramme(name: string, facts: readonly SheetFact[], theme: string): TableRow {
  const unit = unitOf(name, facts, 'target') || unitOf(name, facts, 'done') || '%';
  return { programme: newId('t', name), name, theme, unit, schedule: '均衡', indicator: '', note: '' };
}

/** An id of ASCII letters and digits, the same for the same name at any time: a 64-bit FNV-1a hash in two halves. */
function newId(prefix: string, name: string): string {
  const half = (seed: number): string => {
    let hash = seed;
    for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
    return (hash >>> 0).toString(36);
  };
  return `${prefix}-${half(0x811c9dc5)}${half(0x1000193)}`;
}

function unitOf(name: string, facts: readonly SheetFact[], measure: SheetFact['measure']): string {
  const own = facts.filter((fact) => fact.measure === measure);
  const statedUnit = own.find(({ unit }) => unit !== '')?.unit ?? '';
  return statedUnit !== '' ? statedUnit : own.length > 0 ? fullUnit('', name, true) : '';
}

function kindOf(name: string, unit: string): Kind {
  if (/占比|比重|构成比/.test(name)) return '占比';
  if (/人均|次均|床均|户均|每千|每万/.test(name)) return '人均';
  if (/^(?:%|‰|1\/10万|个百分点)$/.test(unit)) return '比率';
  return /元$/.test(unit) ? '金额' : '数量';
}

const STOCK = /在册|在管|在岗|现有|实有|床位数?$|常住|户籍|人口|机构数|医师数|护士数|人员数|建档|覆盖率|设备|签约人数/;

function basisOf(name: string, facts: readonly SheetFact[]): Basis {
  const days = facts.some(({ period }) => period !== '' && parsePeriod(period)?.kind === '时点');
  return days || STOCK.test(name) ? '时点' : '期间';
}

function levelOf(name: string): Level {
  if (/(?:医院|卫生院|中心|站|所|集团|院区|一院|二院|三院|中医院|保健院|疾控|局)$/.test(name)) return '机构';
  if (/(?:省|自治区)$/.test(name)) return '省';
  if (/(?:市|州|盟|地区)$/.test(name)) return '地市';
  if (/(?:县|区|旗)$/.test(name)) return '县区';
  return /(?:镇|乡|街道)$/.test(name) ? '乡镇' : '机构';
}
