/** `数据版本 0.1.0+ab12cd34，含2批上新`; empty where the package states none and nothing lies on top. */
export function dataVersionText({ version, batches }: { readonly version: string; readonly batches: number }): string {
  if (version === '') return '';
  return `数据版本 ${version}${batches > 0 ? `，含${batches}批上新` : ''}`;
}
