/** 填报表 as files: one workbook, or one for each place in a zip. */
import { saveBlob } from '../browser/saveFile';
import type { Form } from '../domain/sheet/form';
import { xlsxLibrary } from './libraries';
import { formSheets } from './plan/formSheets';

/** Saves an empty form as .xlsx under its title. Rejects where the script that writes it can't be read. */
export async function exportForm(form: Form): Promise<void> {
  const { writeWorkbook } = await xlsxLibrary();
  saveBlob(`${form.title}.xlsx`, await writeWorkbook(formSheets(form)));
}

/** @param title of the zip, without an ending */
export async function exportForms(title: string, forms: readonly Form[]): Promise<void> {
  const { writeWorkbook, zipBooks } = await xlsxLibrary();
  const books = new Map<string, Blob>();
  for (const form of forms) books.set(`${form.title}.xlsx`, await writeWorkbook(formSheets(form)));
  saveBlob(`${title}.zip`, await zipBooks(books));
}
