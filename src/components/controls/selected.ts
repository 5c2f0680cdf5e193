/** The chosen value of a select, of an event that it fired. */
export function selectedText(event: Event): string {
  return (event.target as HTMLSelectElement).value;
}

/** The same among known values; the first where it is none of them. */
export function selectedOf<const T extends readonly [string, ...string[]]>(event: Event, options: T): T[number] {
  const value = selectedText(event);
  return options.find((option) => option === value) ?? options[0];
}
