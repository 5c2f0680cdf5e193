/** Takes a bureau's own file as the template of what is exported from now on. */
import { readPaperTemplate } from '../datasets/intake/paperTemplate';
import { readSlideTemplate } from '../datasets/intake/slideTemplate';
import { keepTemplates, officeTemplates, type TemplateForm } from './officeTemplates';
import { withTimeout } from './within';

/** No master of a bureau is larger. */
const MOST_BYTES = 60 * 1024 * 1024;

/** @returns Chinese sentences for the reader: what was taken over, or why nothing was */
export async function takeTemplate(form: TemplateForm, file: File): Promise<string> {
  if (file.size > MOST_BYTES) return `“${file.name}”不能当模板：超过60兆。请删去里面的图片和页面，只留母版，再选。`;
  const bytes = new Uint8Array(await withTimeout(30, '文件没有读成', file.arrayBuffer()));
  const read = form === 'pptx' ? readSlideTemplate(bytes, file.name) : readPaperTemplate(bytes, file.name);
  if (read.kind === 'refused') return read.why;
  const kept = keepTemplates({ ...officeTemplates(), [form]: { file: file.name, template: read.template } });
  const what = form === 'pptx' ? '颜色、字体和标题的样子' : '各级样式的字体、字号、行距和页边距';
  if (!kept) return `浏览器不让保存，没有用上“${file.name}”。`;
  return [`导出时用“${file.name}”的${what}。`, ...read.remarks].join('');
}
