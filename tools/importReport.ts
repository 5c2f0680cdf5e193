/** What `npm run data:import` prints: the decisions, what isn't decided, and what was left out and why. */
import type { FileProposal } from '../src/datasets/intake/intakeFile';
import type { FilesReview } from '../src/datasets/intake/reviewFiles';
import type { TextTables } from '../src/datasets/batch/textTables';
import type { Batch, Decision } from '../src/domain/batch/batch';
import type { ReviewedRow } from '../src/domain/batch/conflicts';
import { type Oddity, PLAUSIBILITY_RULES } from '../src/domain/batch/plausible';
import type { Remark } from '../src/domain/batch/proposal';
import { type Issue, issueText } from '../src/domain/model/issue';
import type { TableName } from '../src/domain/model/tableName';
import type { Mapping } from '../src/domain/sheet/mapping';
import type { NameQuestion } from '../src/domain/sheet/matching';
import { withoutFullStop } from '../src/domain/wording/withoutFullStop.ts';

export interface ImportOutcome {
  readonly out: string;
  readonly exitCode: 0 | 1 | 2;
}

/** What became of the files, before anything is written. */
export interface Imported {
  readonly files: readonly (FileProposal & { readonly questions: readonly NameQuestion[] })[];
  /** Of the rules of the tables, and of what is there already. */
  readonly remarks: readonly Remark[];
  /** Rows that are there already. */
  readonly same: number;
  readonly batches: readonly Batch[];
  /** Those of `--map`, with the layouts of the files: completed by hand, this is what `--map` takes. */
  readonly mapping: Mapping;
}

/** What the check of the tables said, with the table that is meant. */
export function ruleRemarks({ proposals, remarks }: FilesReview, { schemas }: TextTables): Remark[] {
  const tableOf = new Map(proposals.flatMap(({ proposal }) => proposal.rows.map((row) => [row.origin, row.table])));
  const read = new Set(proposals.flatMap(({ proposal }) => proposal.remarks));
  return remarks
    .filter((remark) => !read.has(remark))
    .map((remark) => {
      const file = schemas.find(({ name }) => name === tableOf.get(remark.origin))?.file;
      return file === undefined ? remark : { ...remark, why: `${file} ${remark.why}` };
    });
}

/** A row that says otherwise than what is there, or than a file before it, is left out: nobody is there to choose. */
export function conflictRemark({ proposed, standing, rivals }: ReviewedRow): Remark[] {
  const [rival] = rivals;
  if (standing !== '冲突' || !rival) return [];
  const { origin } = rival;
  const where = origin ? `这次放进来的${[origin.file, origin.sheet, origin.cell].filter(Boolean).join(' ')}` : '';
  const differences = rival.clashes.map(({ column, old, now }) => `${column}“${old}”，文件里是“${now}”`).join('；');
  return [
    {
      level: '未采用',
      origin: proposed.origin,
      rule: '已有',
      why: `${where}已有同一个数，写的是${differences}`,
      todo: '请核对；要换成新的，请在看板上新时选“采用新数”。'
    }
  ];
}

/** A number that looks odd: it is taken all the same. */
export function oddRemark({ rule, title, text, origin }: Oddity): Remark {
  const why = `${title}：${withoutFullStop(text)}`;
  return { level: '提醒', origin, rule, why, todo: `请核对：${PLAUSIBILITY_RULES[rule]}。` };
}

/** What is wrong with rows that the files brought. */
export function newIssues(before: readonly Issue[], after: readonly Issue[]): Remark[] {
  const known = new Set(before.map(issueText));
  return after
    .filter((issue) => issue.level === '错误' && !known.has(issueText(issue)))
    .map(({ file, column, value, rule, why, todo }) => ({
      level: '未采用',
      origin: { file, sheet: '', cell: column ?? '', shown: value ?? '' },
      rule,
      why,
      todo
    }));
}

function rejectedCount({ files, remarks }: Imported): number {
  return [...files.flatMap(({ proposal }) => proposal.remarks), ...remarks].filter(({ level }) => level === '未采用')
    .length;
}

/** Rows that are new, by table. */
function added({ batches }: Imported): Map<TableName, number> {
  const counts = new Map<TableName, number>();
  for (const { table } of batches.flatMap(({ changes }) => changes)) counts.set(table, (counts.get(table) ?? 0) + 1);
  return counts;
}

export function asJson(imported: Imported): ImportOutcome {
  const { files, remarks, same, mapping } = imported;
  const data = {
    files: files.map(({ file, proposal, questions }) => ({ file: file.name, ...proposal, questions })),
    merged: { added: Object.fromEntries(added(imported)), same, remarks },
    mapping
  };
  return { out: JSON.stringify(data, null, 2), exitCode: rejectedCount(imported) > 0 ? 1 : 0 };
}

export function asText(imported: Imported, out: string | undefined): ImportOutcome {
  const lines: string[] = [];
  for (const { file, proposal, questions } of imported.files) {
    lines.push(`${file.name}：`);
    for (const decision of proposal.decisions) lines.push(`  ${decisionText(decision)}`);
    for (const question of questions) lines.push(`  没有定：${questionText(question)}`);
    for (const remark of proposal.remarks) lines.push(`  ${remarkText(remark)}`);
  }
  for (const remark of imported.remarks) lines.push(remarkText(remark));
  const counts = [...added(imported)].map(([table, count]) => `${table} ${count}行`).join('，');
  const told = counts === '' ? '没有新增' : `新增：${counts}`;
  lines.push(`${told}；已有同样的${imported.same}行；没有采用${rejectedCount(imported)}处。`);
  lines.push(out === undefined ? '没有写文件：要写成数据包，请加 --out 新文件夹。' : `数据包已写入 ${out}。`);
  return { out: lines.join('\n'), exitCode: rejectedCount(imported) > 0 ? 1 : 0 };
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
