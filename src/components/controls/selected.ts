/** What stands in a field, or is chosen in a select, of an event that it fired. */
export function fieldText(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value;
}

/** Whether a box is ticked, of an event that it fired. */
export function isTicked(event: Event): boolean {
  return (event.target as HTMLInputElement).checked;
}

/** The same among known values; the first where it is none of them. */
export function selectedOf<const T extends readonly [string, ...string[]]>(event: Event, options: T): T[number] {
  const value = fieldText(event);
  return options.find((option) => option === value) ?? options[0];
}
