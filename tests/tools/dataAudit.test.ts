import { execFile } from 'node:child_process';
import { appendFile, copyFile, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditData } from '../../tools/dataAudit';
import { withoutContent } from '../fixtures/packageText';
import { fixtureFolder } from '../fixtures/readFolder';

const run = promisify(execFile);
const repository = join(__dirname, '../..');
const HEAD = 'relation,kind,role,set,indicator,programme,place,period,source,factor,confidence,note\n';
let dir = '';

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'audit-'));
  for (const name of await readdir(fixtureFolder('small')))
    await copyFile(join(fixtureFolder('small'), name), join(dir, name));
  for (const name of await readdir(fixtureFolder('data')))
    if (name.endsWith('.json')) await copyFile(join(fixtureFolder('data'), name), join(dir, name));
  const shipped = await readFile(join(dir, 'datapackage.json'), 'utf8');
  await writeFile(join(dir, 'datapackage.json'), withoutContent(shipped));
});

afterEach(() => rm(dir, { recursive: true, force: true }));

describe('data:audit', () => {
  it('prints a finding with its arithmetic, sureness and both places, and ends with 0, for it is the text’s fault', async () => {
    await appendFile(
      join(dir, 'observations.csv'),
      'visits,yi,2019,数值,s2,100,,实际,5,100人次,,\nvisits,yi,2019,数值,s2,120,,实际,9,120人次,,\n'
    );
    const { lines, exitCode } = await auditData(dir);
    expect(exitCode).toBe(0);
    expect(lines.join('\n')).toContain(
      [
        '1.［确定］一事多处：乙县2019年门诊人次',
        '　　同一份报告里写了不同的数。',
        '　　算式：100人次≠120人次',
        '　　出处：《虚构数据：乙县2020年工作报告》第5行（observations.csv第9行）；《虚构数据：乙县2020年工作报告》第9行（observations.csv第10行）'
      ].join('\n')
    );
    expect(lines[0]).toMatch(/^查出1处：确定1处。$/);
  });

  it('says what was checked and found right, the rates of tasks among it', async () => {
    const { lines } = await auditData(dir);
    expect(lines[0]).toBe('没有查出问题。');
    expect(lines).toContain(
      '　相符　率与数　甲县2020年结直肠癌筛查：2,707÷4,000＝67.675%，原文67.68%（《虚构数据：甲县2020年工作报告》第9行（progress.csv第2行））'
    );
    expect(lines.find((line) => line.startsWith('核对过没有问题的：'))).toMatch(/率与数1处.*数值范围7行.*写法9行/);
  });

  it('says that sums were not checked where there is no table of relations', async () => {
    expect((await auditData(dir)).lines).toContain(
      '没有数字关系表（relations.csv），合计、部分与总数、率与数、分母没有核对。'
    );
    await writeFile(
      join(dir, 'relations.csv'),
      `${HEAD}r1,同一,值,,visits,,yi,2001,,,,门诊量应当一样\nr1,同一,值,,visits,,jia,2001,,,,\n`
    );
    const { lines } = await auditData(dir);
    expect(lines.some((line) => line.startsWith('没有数字关系表'))).toBe(false);
    expect(lines).toContain('有1组关系没有一份报告给全了数，没有核对：门诊量应当一样。');
  });

  it('audits the good rows where others are bad, and says so', async () => {
    await appendFile(join(dir, 'observations.csv'), 'visits,nowhere,2019,数值,s2,100,,实际,5,100人次,,\n');
    const { lines, exitCode } = await auditData(dir);
    expect(exitCode).toBe(0);
    expect(lines[0]).toBe('数据本身有1处问题，有错的行没有自查，请先运行 npm run data:check。');
  });

  it('ends with 1 where the data cannot be read', async () => {
    const { lines, exitCode } = await auditData(join(dir, 'nowhere'));
    expect(exitCode).toBe(1);
    expect(lines[lines.length - 1]).toBe('数据读不成，没有自查。请先运行 npm run data:check。');
  });

  it('runs as a command on the repository’s own data', async () => {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', 'tools/dataAudit.ts'], { cwd: repository });
    expect(stdout).toContain('270.5＋216.5＋19＋19＝525，原文合计523');
    // Full-width punctuation between Chinese characters, and no doubled full stops.
    expect(stdout).not.toMatch(/[\u4e00-\u9fff][,;:?!][\u4e00-\u9fff]|。。|undefined|null|NaN/);
  });
});
