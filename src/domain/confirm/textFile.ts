/** Name of a report's text in `data/sources/`. */
export function textFile(source: string): string {
  return `${source}.txt`;
}
