// Papa Parse's own types bring all of Node with them, which the formats may not know. This is what
// they use of it.

interface ParseError {
  readonly type: 'Quotes' | 'Delimiter' | 'FieldMismatch';
  readonly code: string;
  readonly row?: number;
}

declare const Papa: {
  parse<Row>(
    text: string,
    options: {
      readonly delimiter: string;
      readonly newline: '\n';
      readonly quoteChar: string;
    },
  ): { readonly data: Row[]; readonly errors: readonly ParseError[] };
  unparse(
    rows: (readonly string[])[],
    options: {
      readonly delimiter: string;
      readonly newline: string;
      readonly quotes: (cell: string) => boolean;
    },
  ): string;
};
export default Papa;
