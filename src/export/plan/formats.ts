/** What a figure can be taken away as, in the order of the menu. */
export const FORMATS = [
  { key: 'png2', name: '图片 PNG（2倍）' },
  { key: 'png3', name: '图片 PNG（3倍）' },
  { key: 'svg', name: '图片 SVG' },
  { key: 'pptx', name: '幻灯片 PPTX' },
  { key: 'docx', name: '汇报稿 DOCX' },
  { key: 'xlsx', name: '表格 XLSX' },
  { key: 'csv', name: '数据 CSV' },
  { key: 'copy', name: '复制表格' },
  { key: 'printTall', name: '打印（A4纵向）' },
  { key: 'printWide', name: '打印（A4横向）' }
] as const;

export type FormatKey = (typeof FORMATS)[number]['key'];
export type FileFormat = Exclude<FormatKey, 'printTall' | 'printWide'>;
