/**
 * What is used of PapaParse. @types/papaparse asks for the types of Node, and with them the page's own code would compile
 * with what the oldest engine hasn't got (`.at()`, `replaceAll`).
 */
declare module 'papaparse' {
  interface ParseConfig {
    readonly delimiter?: string;
    readonly newline?: '\n' | '\r' | '\r\n';
    /** So many records at most; 0 for all. */
    readonly preview?: number;
    readonly header?: boolean;
    readonly skipEmptyLines?: boolean;
  }
  interface ParseError {
    readonly type: 'Quotes' | 'Delimiter' | 'FieldMismatch';
    readonly code: string;
    readonly message: string;
    readonly row?: number;
    readonly index?: number;
  }
  interface ParseResult<T> {
    readonly data: T[];
    readonly errors: ParseError[];
    readonly meta: { readonly delimiter: string; readonly fields?: string[] };
  }
  const Papa: {
    parse<T>(text: string, config?: ParseConfig): ParseResult<T>;
    unparse(
      rows: readonly (readonly unknown[])[] | { readonly fields: readonly string[]; readonly data: readonly object[] },
      config?: { readonly newline?: string }
    ): string;
  };
  export default Papa;
}
