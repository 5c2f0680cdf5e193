/**
 * `npm run data:import -- [--into data] [--map FILE] [--out DIR] [--json] FILE…`: reads workbooks, texts and packages as
 * the page does. Prints what was decided and what couldn't be read, and writes the package with the new rows to DIR,
 * an empty or a new folder; touches nothing else. Without `--map` only what is certain is taken, and the rest is listed.
 * Exit code 0 where every row was taken, 1 where one was left out, 2 where the command was wrong.
 */
import { readdir, readFile as readBytes } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parsePackage } from '../src/datasets/check/schema';
import { loadDataset } from '../src/datasets/loadDataset';
import { PACKAGE_FILE } from '../src/datasets/read/packageFile';
import { ownColumns } from '../src/datasets/workbook/ownColumns';
import { readFile } from '../src/datasets/workbook/readFile';
import type { Decision } from '../src/domain/batch/batch';
import type { Proposal, Remark } from '../src/domain/batch/proposal';
import { issueText } from '../src/domain/model/issue';
import type { TableName } from '../src/domain/model/tableName';
import type { Known } from '../src/domain/sheet/columnRoles';
import type { Layout } from '../src/domain/sheet/layout';
import { parseMapping, type Mapping } from '../src/domain/sheet/mapping';
import { answerKey, certainAnswers, questionsOf, type NameQuestion } from '../src/domain/sheet/matching';
import { ownProposal, ownTable, type ColumnNames } from '../src/domain/sheet/ownTables';
import { readTable } from '../src/domain/sheet/readTable';
import { proposalOf } from '../src/domain/sheet/sheetProposal';
import { sheetTables } from '../src/domain/sheet/sheetTables';
import { fetchFromFolder, isStarted } from './dataFolder';
import { mergeRows, writePackage, type Merged } from './mergeTables';

export interface ImportOutcome {
  readonly out: string;
  readonly exitCode: 0 | 1 | 2;
}

const USAGE = '用法：npm run data:import -- [--into 数据文件夹] [--map 对应关系.json] [--out 新文件夹] [--json] 文件…';

interface Order {
  readonly files: readonly string[];
  readonly into: string;
  readonly map: string | undefined;
  readonly out: string | undefined;
  readonly json: boolean;
}

/** What was made of one file. */
interface FileImport {
  readonly file: string;
  readonly proposal: Proposal;
  readonly questions: readonly NameQuestion[];
  readonly layouts: readonly Layout[];
}

/** Reads what the arguments name; never throws for bad input. */
export async function dataImport(args: readonly string[]): Promise<ImportOutcome> {
  const order = orderOf(args);
  if (typeof order === 'string') return { out: `${order}\n${USAGE}`, exitCode: 2 };
  const mapping = order.map === undefined ? EMPTY_MAPPING : await mappingAt(order.map);
  if (typeof mapping === 'string') return { out: mapping, exitCode: 2 };
  const busy = order.out === undefined ? undefined : await outFault(order.out, order.into);
  if (busy !== undefined) return { out: busy, exitCode: 2 };
  const loaded = await loadDataset({ fetchBytes: fetchFromFolder(order.into) });
  if (loaded.kind === 'failed') {
    return { out: [`数据文件夹“${order.into}”读不成。`, ...loaded.issues.map(issueText)].join('\n'), exitCode: 2 };
  }
  const columns = await columnsIn(order.into);
  const imports: FileImport[] = [];
  for (const path of order.files) imports.push(await importFile(path, loaded.dataset, mapping, columns));
  const merged = await mergeRows(
    order.into,
    imports.flatMap(({ proposal }) => proposal.rows)
  );
  if (order.out !== undefined) await writePackage(order.into, order.out, merged.files);
  return order.json ? asJson(imports, merged, mapping) : asText(imports, merged, order.out);
}

const EMPTY_MAPPING: Mapping = { form: 1, layouts: [], answers: {} };

function orderOf(args: readonly string[]): Order | string {
  let parsed;
  try {
    const text = { type: 'string' } as const;
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { into: text, map: text, out: text, json: { type: 'boolean' } }
    });
  } catch (error) {
    return `参数不对：${(error as Error).message.split('\n')[0]}`;
  }
  const { values, positionals } = parsed;
  if (positionals.length === 0) return '没有写要读的文件。';
  return {
    files: positionals,
    into: values.into ?? 'data',
    map: values.map,
    out: values.out,
    json: values.json ?? false
  };
}

async function mappingAt(path: string): Promise<Mapping | string> {
  const text = await readBytes(path, 'utf8').catch(() => undefined);
  if (text === undefined) return `对应关系文件“${path}”打不开。`;
  const reading = parseMapping(text);
  return reading.kind === 'mapping' ? reading.mapping : `对应关系文件“${path}”不能用：${reading.why}。`;
}

/** A folder with anything in it, or one inside the data, would mix two packages. */
async function outFault(out: string, into: string): Promise<string | undefined> {
  const inside = relative(resolve(into), resolve(out));
  if (inside === '' || !inside.startsWith('..')) return `不能写进数据文件夹“${into}”里面：请给另一个文件夹。`;
  const entries = await readdir(out).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? [] : undefined
  );
  if (entries === undefined) return `“${out}”不是文件夹。`;
  return entries.length > 0 ? `文件夹“${out}”里已有东西：请给一个空的或新的文件夹。` : undefined;
}

async function columnsIn(dir: string): Promise<Readonly<Record<TableName, ColumnNames>>> {
  const reading = parsePackage(await readBytes(join(dir, PACKAGE_FILE), 'utf8'), PACKAGE_FILE);
  return ownColumns(reading.kind === 'package' ? reading.package.tables : []);
}

async function importFile(
  path: string,
  known: Known,
  mapping: Mapping,
  columns: Readonly<Record<TableName, ColumnNames>>
): Promise<FileImport> {
  const name = basename(path);
  const bytes = await readBytes(path).catch(() => undefined);
  if (!bytes)
    return refused(name, {
      level: '未采用',
      origin: { file: name, sheet: '', cell: '', shown: '' },
      rule: '打不开',
      why: '文件打不开',
      todo: '请检查路径和权限。'
    });
  const read = await readFile(new Uint8Array(bytes), name);
  if (read.kind === 'refused') return refused(name, read.remark);
  const own = read.sheets.flatMap((sheet) => {
    const table = ownTable(sheet, columns);
    return table ? [{ sheet, proposal: ownProposal(sheet, table, columns[table]) }] : [];
  });
  const others = read.sheets.filter((sheet) => !own.some((each) => each.sheet === sheet));
  const tables = others.flatMap((sheet) => sheetTables(sheet, known, mapping.layouts));
  const readings = tables.map(({ sheet, layout }) => readTable(sheet, layout));
  const facts = readings.flatMap((reading) => reading.facts);
  const questions = questionsOf(facts, known);
  const answers = { ...certainAnswers(questions), ...mapping.answers };
  const title = readings.find((reading) => reading.title !== '')?.title;
  const proposal = proposalOf({ file: read.file, facts, answers, known, source: title === undefined ? {} : { title } });
  const proposals = [...own.map((each) => each.proposal), proposal];
  const unread = others.filter((sheet) => sheet.rows.length > 0 && !tables.some((table) => table.sheet === sheet));
  return {
    file: name,
    questions: questions.filter(({ kind, name: said }) => !(answerKey(kind, said) in answers)),
    layouts: tables.map(({ layout }) => layout),
    proposal: {
      rows: proposals.flatMap(({ rows }) => rows),
      decisions: [...tables, ...readings, ...proposals].flatMap(({ decisions }) => decisions),
      remarks: [
        ...read.remarks,
        ...unread.map((sheet) => noTable(name, sheet.name)),
        ...readings.flatMap(({ remarks }) => remarks),
        ...proposals.flatMap(({ remarks }) => remarks)
      ]
    }
  };
}

function noTable(file: string, sheet: string): Remark {
  return {
    level: '未采用',
    origin: { file, sheet, cell: '', shown: '' },
    rule: '没有表',
    why: '这张工作表里没有找到带表头的数字',
    todo: '请给表格加上一行表头；不用的可以不管。'
  };
}

function refused(file: string, remark: Remark): FileImport {
  return { file, proposal: { rows: [], decisions: [], remarks: [remark] }, questions: [], layouts: [] };
}

function lost(imports: readonly FileImport[], merged: Merged): Remark[] {
  return [...imports.flatMap(({ proposal }) => proposal.remarks), ...merged.remarks].filter(
    ({ level }) => level === '未采用'
  );
}

function asJson(imports: readonly FileImport[], merged: Merged, mapping: Mapping): ImportOutcome {
  const left = lost(imports, merged);
  const data = {
    files: imports.map(({ file, proposal, questions }) => ({ file, ...proposal, questions })),
    merged: { added: Object.fromEntries(merged.added), same: merged.same, remarks: merged.remarks },
    // Saved to a file and completed by hand, this is what --map takes.
    mapping: { ...mapping, layouts: imports.flatMap(({ layouts }) => layouts) }
  };
  return { out: JSON.stringify(data, null, 2), exitCode: left.length > 0 ? 1 : 0 };
}

function asText(imports: readonly FileImport[], merged: Merged, out: string | undefined): ImportOutcome {
  const lines: string[] = [];
  for (const { file, proposal, questions } of imports) {
    lines.push(`${file}：`);
    for (const decision of proposal.decisions) lines.push(`  ${decisionText(decision)}`);
    for (const question of questions) lines.push(`  没有定：${questionText(question)}`);
    for (const remark of proposal.remarks) lines.push(`  ${remarkText(remark)}`);
  }
  for (const remark of merged.remarks) lines.push(remarkText(remark));
  const added = [...merged.added].map(([table, count]) => `${table} ${count}行`).join('，');
  lines.push(
    `${added === '' ? '没有新增' : `新增：${added}`}；已有同样的${merged.same}行；没有采用${lost(imports, merged).length}处。`
  );
  lines.push(out === undefined ? '没有写文件：要写成数据包，请加 --out 新文件夹。' : `数据包已写入 ${out}。`);
  return { out: lines.join('\n'), exitCode: lost(imports, merged).length > 0 ? 1 : 0 };
}

function decisionText({ question, answer, automatic }: Decision): string {
  return `${automatic ? '自动' : '指定'}：${question}——${answer}`;
}

function questionText({ kind, name, count, offers }: NameQuestion): string {
  const near = offers.map(
    (offer) => `${offer.name}（${[offer.id, offer.unit, offer.definition].filter((text) => text !== '').join('，')}）`
  );
  return `“${name}”是哪个${kind}（${count}个数）。${near.length > 0 ? `相近的有${near.join('、')}；` : ''}没有的可以新建。`;
}

function remarkText({ level, origin, rule, why, todo }: Remark): string {
  const where = [origin.file, origin.sheet, origin.cell].filter((text) => text !== '').join(' ');
  return `${level} ${where}${origin.shown === '' ? '' : `“${origin.shown}”`}：${why}（${rule}）。${todo}`;
}

if (isStarted(import.meta.url)) {
  const { out, exitCode } = await dataImport(process.argv.slice(2));
  console.log(out);
  process.exitCode = exitCode;
}
