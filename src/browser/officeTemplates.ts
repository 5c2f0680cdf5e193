/** The bureau's own .pptx and .docx as templates: kept in this browser as what they decide, never as files. */
import type { OfficeTemplates } from '../domain/deck/officeTemplate';
import { checkedTemplates } from '../domain/deck/officeTemplateCheck';

const KEY = 'kanban:office-templates';

export type TemplateForm = keyof OfficeTemplates;

/** Those that are in use; none where nothing is kept or the browser refuses. */
export function officeTemplates(): OfficeTemplates {
  try {
    return checkedTemplates(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
  } catch {
    return {};
  }
}

/** @returns false where the browser keeps nothing */
export function keepTemplates(templates: OfficeTemplates): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(templates));
    return true;
  } catch {
    return false;
  }
}
