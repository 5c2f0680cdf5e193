/**
 * The table of what people wrote on figures, for packages that don't describe it: it comes into being with the first
 * annotation, and a package that goes out with some describes it.
 */
import { MOST_AUTHOR, MOST_TEXT } from '../../domain/annotation/draft';
import { ANNOTATION_KINDS } from '../../domain/model/annotation';
import { isFields } from '../../domain/model/fields';
import { parsePackage, type TableSchema } from '../check/schema';
import { PACKAGE_FILE } from '../read/packageFile';

const NAME = 'annotations';

const keyTo = (resource: string, field: string) => ({
  fields: [field],
  reference: { resource, fields: [field] }
});

const RESOURCE = {
  name: NAME,
  title: '图上说明',
  description:
    '有人在图上加的事件和说明，一行一条，跟着它说的数走：图里有这项指标（任务）、这个地区的数，图下就写出来。可以没有这张表。',
  path: `${NAME}.csv`,
  type: 'table',
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  essential: false,
  schema: {
    fields: [
      {
        name: 'annotation',
        title: '说明编号',
        type: 'string',
        description: '不重复的编号，看板加的写作“日期-八个字符”。',
        constraints: { required: true, pattern: '^[^\\s,;]+$' }
      },
      {
        name: 'kind',
        title: '种类',
        type: 'string',
        description: '事件：哪一天发生了什么，时间轴上画一条竖线；说明：对数的解释。',
        constraints: { required: true, enum: [...ANNOTATION_KINDS] }
      },
      {
        name: 'date',
        title: '日期',
        type: 'date',
        description: '事件写发生的那一天，说明写加上去的那一天。',
        constraints: { required: true }
      },
      {
        name: 'text',
        title: '内容',
        type: 'string',
        description: `一两句话，最多${MOST_TEXT}个字。`,
        constraints: { required: true, pattern: `^[\\s\\S]{1,${MOST_TEXT}}$` }
      },
      {
        name: 'author',
        title: '署名',
        type: 'string',
        description: `谁加的，照写，最多${MOST_AUTHOR}个字。`,
        constraints: { required: true, pattern: `^[\\s\\S]{1,${MOST_AUTHOR}}$` }
      },
      { name: 'place', title: '地区编号', type: 'string', description: '地区表中的编号；留空为不限。' },
      {
        name: 'indicator',
        title: '指标编号',
        type: 'string',
        description: '指标表中的编号；和任务编号只填一个，三个编号至少填一个。'
      },
      { name: 'programme', title: '任务编号', type: 'string', description: '任务表中的编号。' }
    ],
    missingValues: [{ value: '', label: '未填写' }],
    primaryKey: ['annotation'],
    foreignKeys: [keyTo('places', 'place'), keyTo('indicators', 'indicator'), keyTo('programmes', 'programme')]
  }
};

/** The text of datapackage.json with the table in it; a text that describes it, or that is no package, is the same. */
export function withAnnotationTable(text: string): string {
  let root: unknown;
  try {
    root = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return text;
  }
  if (!isFields(root) || !Array.isArray(root.resources)) return text;
  const resources: readonly unknown[] = root.resources;
  if (resources.some((one) => isFields(one) && one.name === NAME)) return text;
  return `${JSON.stringify({ ...root, resources: [...resources, RESOURCE] }, null, 2)}\n`;
}

/** The rules of the table for a package that doesn't describe it; undefined where it does, or can't be read. */
export function annotationSchema(text: string): TableSchema | undefined {
  const added = withAnnotationTable(text);
  const reading = added === text ? undefined : parsePackage(added, PACKAGE_FILE);
  return reading?.kind === 'package' ? reading.package.tables.find(({ name }) => name === NAME) : undefined;
}
